"""The values of what guilds ask for: topics, editions, and what an audience was told. Datetimes are aware UTC."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime, time
from enum import StrEnum
from typing import NamedTuple, NewType

from digests.core.models import Entry, StoryId

TopicId = NewType("TopicId", int)
EditionId = NewType("EditionId", int)

EVERY_DAY = frozenset(range(1, 8))
"""ISO weekdays, Monday is 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A guild's standing interest. `keywords` and `exclude` are queries, empty means everything."""

    id: TopicId
    guild_id: int
    name: str
    description: str = ""
    keywords: str = ""
    exclude: str = ""
    language: str | None = None
    role_id: int | None = None  # pinged by editions that ping, given to subscribers
    role_made: bool = False  # by us, so that it goes with the topic
    from_file: bool = False  # owned by the config file, read-only for commands
    example: tuple[tuple[str, float], ...] = ()  # of `core.examples`: what it is like, too
    example_title: str = ""


class CatchUp(StrEnum):
    """What becomes of a slot missed while we were down."""

    LATE = "late"
    SKIP = "skip"


class Style(StrEnum):
    """How much a digest says of each story."""

    BRIEF = "brief"
    STANDARD = "standard"
    DEEP = "deep"


class Layout(StrEnum):
    """What a platform's messages are made of, where it knows more than one way."""

    OVERVIEW = "overview"  # the platform's richest
    THREAD = "thread"  # headlines, and a thread with a message a story
    FORUM = "forum"  # a post a story, the only way of a forum
    EMBEDS = "embeds"
    TEXT = "text"
    ALERT = "alert"  # one story by itself


class QuietDay(StrEnum):
    """What an edition does when nothing is worth telling."""

    SAY = "say"
    SKIP = "skip"


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """Where a digest goes: a platform and an address only its publisher understands."""

    platform: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A standing order. `at` are local times in `timezone`, `days` ISO weekdays (Monday is 1).

    One with `alert` has no times: it tells a story as soon as it is urgent, at most so often in 24 hours.
    A personal one is for the member `member_id` of its guild alone.
    """

    id: EditionId
    guild_id: int
    name: str
    topics: tuple[TopicId, ...]
    destination: Destination
    at: tuple[time, ...]
    timezone: str
    days: frozenset[int] = EVERY_DAY
    style: Style = Style.STANDARD
    layout: Layout = Layout.OVERVIEW
    language: str = "en"
    max_stories: int = 7
    quiet_day: QuietDay = QuietDay.SAY
    catch_up: CatchUp = CatchUp.LATE
    crosspost: bool = False  # from an announcement channel to those that follow it
    ping: bool = False  # digests ping the roles of the topics they tell of
    alert: int | None = None
    member_id: int | None = None
    paused: bool = False
    pause_reason: str = ""  # the code of what stopped it; "" where a moderator did
    from_file: bool = False
    created: datetime
    last_slot: datetime | None = None  # the newest slot dealt with; told, superseded or skipped


class Due(NamedTuple):
    """An edition to be looked at; another `stamp` means that it was changed since."""

    edition: Edition
    stamp: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An entry an edition may use, under the topic it came in by.

    `is_new`: it came after the feed was attached to that topic (backfill included), and was placed in its story
    after all that the edition's last told digest was composed of.
    """

    entry: Entry
    topic_id: TopicId
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """All an edition may use at a moment. `through` is the newest placement in it: where the next digest goes on.

    `told_until` is when the edition's last told digest was composed, None before the first.
    """

    candidates: tuple[Candidate, ...]
    through: int
    told_until: datetime | None = None

    def without(self, outlets: Collection[str]) -> Pool:
        """Give the pool without the entries of outlets, by domain, and of what stands under it."""
        if not outlets:
            return self
        ends = tuple(f".{outlet}" for outlet in outlets)
        kept = (one for one in self.candidates if not f".{one.entry.outlet.lower()}".endswith(ends))
        return replace(self, candidates=tuple(kept))

    def about(self, is_wanted: Callable[[StoryId | None], bool]) -> Pool:
        """Give the pool with only the entries of wanted stories."""
        return replace(self, candidates=tuple(one for one in self.candidates if is_wanted(one.entry.story_id)))

    def opened(self) -> Pool:
        """Give the pool of somebody who asks now: before the first telling, what was there already counts as new."""
        if self.told_until is not None:
            return self
        return replace(self, candidates=tuple(replace(one, is_new=True) for one in self.candidates))


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What an audience knows of one story: when it was last told, and the facts it was told."""

    story_id: StoryId
    at: datetime
    facts: frozenset[str]
