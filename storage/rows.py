"""Row ↔ value, for every table. No SQL here, no decision.

A row is a mapping by column name. Datetimes are stored as integer seconds UTC: fractions are cut, so that what is
compared in SQL and what is compared here agree.
"""

from __future__ import annotations

import json
from base64 import b32encode
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, time, timedelta
from functools import cache, lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, TypeAlias

from digests.core.digest import Digest, Operation, OperationId, OperationKind
from digests.core.editions import CatchUp, Destination, Edition, EditionId, Layout, QuietDay, Style, Topic, TopicId
from digests.core.hubs import CALLBACK, Hook, HookId, Pushes
from digests.core.models import Entry, EntryId, Failure, Feed, FeedId, Rest, StoryId, Validators
from digests.core.phrasing import Phrasing
from digests.core.ties import Preferences

if TYPE_CHECKING:
    from pydantic import TypeAdapter

Row: TypeAlias = Mapping[str, Any]

NONCE_BYTES = 15
"""24 characters of base32: Discord takes nonces of at most 25; 120 bits never meet by chance."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)


def seconds(at: datetime) -> int:
    """Give the second a datetime stands in."""
    if at.tzinfo is None:
        raise ValueError(f"naive datetime {at}")
    return (at - EPOCH) // _SECOND  # exact, where a float of the far future is not


def optional_seconds(at: datetime | None) -> int | None:
    """Give the second, or None where the time is unknown."""
    return None if at is None else seconds(at)


def moment(at: int) -> datetime:
    """Give the aware UTC datetime of a stored second."""
    return datetime.fromtimestamp(at, UTC)


def optional_moment(at: int | None) -> datetime | None:
    """Give the datetime, or None where nothing is stored."""
    return None if at is None else moment(at)


def clock(at: time | None) -> str | None:
    """Give how a local time is stored: "HH:MM"."""
    return None if at is None else f"{at:%H:%M}"


def local_time(at: str | None) -> time | None:
    """Give a local time as it was stored."""
    return None if at is None else time.fromisoformat(at)


def whole(text: str) -> str:
    """Give text that UTF-8 can hold: half a surrogate pair (JSON lets one in) would fail the whole transaction."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def numbers(values: Iterable[int]) -> str:
    """Give what `json_each` takes apart: one bound parameter for any number of ids."""
    return json.dumps(list(values))


def rest_json(value: Rest) -> str:
    """Give the column of a feed's rest."""
    return json.dumps([sorted(value.hours), sorted(value.days)])


@lru_cache(maxsize=256)  # nearly all feeds have none
def rest(stored: str) -> Rest:
    """Give a feed's rest from its column."""
    hours, days = json.loads(stored)
    return Rest(hours=frozenset(hours), days=frozenset(days))


def feed(row: Row) -> Feed:
    """Give a feed from its row."""
    return Feed(
        id=FeedId(row["id"]),
        url=row["url"],
        host=row["host"],
        gap_s=row["gap_s"],
        rest=rest(row["rest"]),
        title=row["title"],
        link=row["link"],
        language=row["language"],
        guild_id=row["guild_id"],
        identity=row["identity"],
        validators=Validators(etag=row["etag"], last_modified=row["last_modified"], body_hash=row["body_hash"]),
        read_pages=bool(row["read_pages"]),
        paused=bool(row["paused"]),
        gone=bool(row["gone"]),
        next_poll=moment(row["next_poll"]),
        last_polled=optional_moment(row["last_polled"]),
        last_success=optional_moment(row["last_success"]),
        error_count=row["error_count"],
        failing_since=optional_moment(row["failing_since"]),
        last_failure=None if row["last_failure"] is None else Failure(row["last_failure"]),
        last_detail=row["last_detail"],
        as_page=bool(row["as_page"]),
        encoding=row["encoding"],
        last_body=optional_moment(row["last_body"]),
        moved_to=row["moved_to"],
        moved_count=row["moved_count"],
        pushes=Pushes(
            until=optional_moment(row["pushed_until"]),
            last=optional_moment(row["last_push"]),
            told=row["push_told"],
            missed=optional_moment(row["push_missed"]),
        ),
    )


def hook(row: Row) -> Hook:
    """Give a hook from its row, with its feed's lease as `pushed_until`."""
    return Hook(
        id=HookId(row["id"]),
        hub=row["hub"],
        topic_url=row["topic_url"],
        callback=row["base"] + CALLBACK.format(key=row["key"]),
        secret=row["secret"],
        is_leaving=row["feed_id"] is None,
        is_asked=bool(row["tries"]) or row["pushed_until"] is not None,
    )


def entry(row: Row) -> Entry:
    """Give an entry from its row; `home` is its story, an alias followed."""
    return Entry(
        id=EntryId(row["id"]),
        feed_id=FeedId(row["feed_id"]),
        link=row["link"],
        title=row["title"],
        published=moment(row["published"]),
        first_seen=moment(row["first_seen"]),
        outlet=row["outlet"],
        text=row["text"],
        html=row["html"],
        author=row["author"],
        language=row["language"],
        image_url=row["image_url"],
        image_alt=row["image_alt"],
        story_id=None if row["home"] is None else StoryId(row["home"]),
        paywalled=bool(row["paywalled"]),
    )


def topic(row: Row) -> Topic:
    """Give a topic from its row."""
    return Topic(
        id=TopicId(row["id"]),
        guild_id=row["guild_id"],
        name=row["name"],
        description=row["description"],
        keywords=row["keywords"],
        exclude=row["exclude"],
        language=row["language"],
        role_id=row["role_id"],
        role_made=bool(row["role_made"]),
        from_file=bool(row["from_file"]),
        example=tuple((word, weight) for word, weight in json.loads(row["example"])),
        example_title=row["example_title"],
    )


def topic_row(value: Topic) -> dict[str, object]:
    """Give the columns of a topic but its id."""
    return {
        "guild_id": value.guild_id,
        "name": value.name,
        "description": value.description,
        "keywords": value.keywords,
        "exclude": value.exclude,
        "language": value.language,
        "role_id": value.role_id,
        "role_made": int(value.role_made),
        "from_file": int(value.from_file),
        "example": json.dumps(value.example, ensure_ascii=False),
        "example_title": value.example_title,
    }


def preferences(row: Row) -> Preferences:
    """Give what a member chose from its row."""
    return Preferences(
        member_id=row["id"],
        timezone=row["timezone"],
        dm_at=local_time(row["dm_at"]),
        language=row["language"],
        quiet_from=local_time(row["quiet_from"]),
        quiet_to=local_time(row["quiet_to"]),
    )


def edition(row: Row) -> Edition:
    """Give an edition from its row; `topics` is a JSON list of ids in their order."""
    return Edition(
        id=EditionId(row["id"]),
        guild_id=row["guild_id"],
        name=row["name"],
        topics=tuple(TopicId(topic_id) for topic_id in json.loads(row["topics"])),
        destination=Destination(platform=row["platform"], address=row["address"]),
        at=tuple(time.fromisoformat(at) for at in json.loads(row["at"])),
        timezone=row["timezone"],
        days=frozenset(json.loads(row["days"])),
        style=Style(row["style"]),
        language=row["language"],
        max_stories=row["max_stories"],
        quiet_day=QuietDay(row["quiet_day"]),
        catch_up=CatchUp(row["catch_up"]),
        layout=Layout(row["layout"]),
        crosspost=bool(row["crosspost"]),
        ping=bool(row["ping"]),
        alert=row["alert"],
        member_id=row["member_id"],
        paused=bool(row["paused"]),
        pause_reason=row["pause_reason"],
        from_file=bool(row["from_file"]),
        created=moment(row["created"]),
        last_slot=optional_moment(row["last_slot"]),
    )


def edition_row(value: Edition) -> dict[str, object]:
    """Give the columns of an edition but its id; its topics are rows of their own."""
    return {
        "guild_id": value.guild_id,
        "name": value.name,
        "platform": value.destination.platform,
        "address": value.destination.address,
        "at": json.dumps([at.isoformat() for at in value.at]),
        "timezone": value.timezone,
        "days": json.dumps(sorted(value.days)),
        "style": value.style.value,
        "language": value.language,
        "max_stories": value.max_stories,
        "quiet_day": value.quiet_day.value,
        "catch_up": value.catch_up.value,
        "layout": value.layout.value,
        "crosspost": int(value.crosspost),
        "ping": int(value.ping),
        "alert": value.alert,
        "member_id": value.member_id,
        "paused": int(value.paused),
        "pause_reason": value.pause_reason,
        "from_file": int(value.from_file),
        "created": seconds(value.created),
        "last_slot": optional_seconds(value.last_slot),
    }


def operation(row: Row) -> Operation:
    """Give an operation as it was claimed: `attempts` counts the tries before this one."""
    return Operation(
        id=OperationId(row["id"]),
        digest_id=row["digest_id"],
        edition_id=EditionId(row["edition_id"]),
        kind=OperationKind(row["kind"]),
        destination=Destination(platform=row["platform"], address=row["address"]),
        part=row["part"],
        nonce=row["nonce"],
        due=moment(row["due"]),
        attempts=row["attempts"] - 1,
        first_card=row["first_card"],
        card_count=row["card_count"],
        edits=row["edits"],
        thread=row["thread"],
    )


def digest_json(value: Digest) -> str:
    """Give a digest as it is stored: nothing else is needed to draw it."""
    return _digests().dump_json(value).decode()


def digest(stored: str) -> Digest:
    """Give the digest of a stored JSON."""
    return _digests().validate_json(stored)


def nonce(digest_id: str, destination: Destination, part: int) -> str:
    """Give what is the same at every try of a part and of nothing else."""
    seed = "\0".join((digest_id, destination.platform, destination.address, str(part)))
    return b32encode(blake2b(seed.encode(), digest_size=NONCE_BYTES).digest()).decode().lower()


def phrasing_json(value: Phrasing) -> str:
    """Give a phrasing as it is stored."""
    return _phrasings().dump_json(value).decode()


def phrasing(stored: str) -> Phrasing:
    """Give the phrasing of a stored JSON."""
    return _phrasings().validate_json(stored)


@cache
def _phrasings() -> TypeAdapter[Phrasing]:
    from pydantic import TypeAdapter

    return TypeAdapter(Phrasing)


@cache
def _digests() -> TypeAdapter[Digest]:
    """Give what reads and writes digests; 8 MB, and most commands see no digest."""
    from pydantic import TypeAdapter

    return TypeAdapter(Digest)
