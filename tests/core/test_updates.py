"""What a poll decides: new entries once, nothing lost on failure, hosts left alone when they ask for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digests.core.errors import ParseError
from digests.core.identity import identify
from digests.core.models import (
    EntryData,
    Failure,
    Feed,
    FeedId,
    FeedUpdate,
    Fetched,
    FetchFailed,
    NotModified,
    ParsedFeed,
    Validators,
)
from digests.core.polling import Pace
from digests.core.updates import body_hash, decide_failure, decide_unchanged, decide_update, unreadable

NOW = datetime(2031, 3, 4, 8, tzinfo=UTC)
PACE = Pace(interval=timedelta(minutes=30), shortest=timedelta(minutes=5), longest=timedelta(days=1))
FEED = Feed(id=FeedId(1), url="https://kestrel.example/rss", next_poll=NOW)
FETCHED = Fetched(url=FEED.url, body=b"<rss/>", etag='"v2"', last_modified="Tue, 04 Mar 2031 07:00:00 GMT")


def entry(number: int) -> EntryData:
    return EntryData(guid=f"g{number}", link=f"https://kestrel.example/{number}", title=f"Title {number}")


class Index:
    """The seen-index and the pinned policy, as the store keeps them."""

    def __init__(self) -> None:
        self.keys: set[int] = set()
        self.policy: str | None = None

    def poll(self, *entries: EntryData, fetched: Fetched = FETCHED, last_success: datetime | None = None) -> FeedUpdate:
        update = decide_update(
            replace(FEED, identity=self.policy, last_success=last_success),
            fetched,
            identify(ParsedFeed(entries=tuple(entries)), self.policy),
            hash_of_body=body_hash(fetched.body),
            known=self.keys,
            now=NOW,
            pace=PACE,
        )
        self.keys |= set(update.keys)
        self.policy = update.identity
        return update


def guids(update: FeedUpdate) -> list[str]:
    return [one.data.guid for one in update.entries]


def test_entries_seen_before_are_not_new() -> None:
    index = Index()
    assert guids(index.poll(entry(1), entry(2))) == ["g1", "g2"]
    assert guids(index.poll(entry(3), entry(2), entry(1))) == ["g3"]
    assert guids(index.poll(entry(3), entry(2), entry(1))) == []


def test_a_feed_that_loses_its_guids_and_links_reposts_nothing() -> None:
    index = Index()
    index.poll(*(entry(n) for n in range(9)))
    bare = [replace(entry(n), guid="", link="https://kestrel.example/") for n in range(9)]
    blank = [replace(one, guid="x") for one in bare]
    assert guids(index.poll(*blank)) == []
    assert guids(index.poll(*blank, replace(blank[0], title="Title 10"))) == ["x"]


def test_a_date_nobody_can_believe_becomes_the_first_sighting() -> None:
    far = replace(entry(1), published=NOW + timedelta(days=2))
    old = replace(entry(2), published=datetime(1970, 1, 1, tzinfo=UTC))
    good = replace(entry(3), published=NOW - timedelta(days=400))
    assert [one.published for one in Index().poll(far, old, good).entries] == [NOW, NOW, good.published]


def test_validators_travel_with_the_entries() -> None:
    update = Index().poll(entry(1))
    assert (update.validators.etag, update.validators.last_modified) == ('"v2"', FETCHED.last_modified)
    assert update.validators.body_hash


def test_a_304_moves_the_validators_and_keeps_the_body_hash() -> None:
    held = replace(FEED, validators=Validators(etag='"a"', last_modified="old", body_hash="h"), identity="guid")
    update = decide_unchanged(held, NotModified(last_modified="new"), now=NOW, pace=PACE)
    assert update.validators == Validators(etag='"a"', last_modified="new", body_hash="h")
    assert update.identity == "guid"
    assert update.failure is None


def test_a_failure_forgets_nothing() -> None:
    held = replace(FEED, validators=Validators(etag='"a"', body_hash="h"), identity="guid")
    update = decide_failure(held, FetchFailed(reason=Failure.TIMEOUT), now=NOW, pace=PACE)
    assert (update.validators, update.identity, update.keys) == (held.validators, "guid", ())
    assert update.host_free_at is None


@pytest.mark.parametrize(
    ("failed", "rest"),
    [
        (FetchFailed(reason=Failure.RATE_LIMITED, status=429, retry_after_s=120), timedelta(minutes=2)),
        (FetchFailed(reason=Failure.RATE_LIMITED, status=429), timedelta(minutes=15)),
        (FetchFailed(reason=Failure.SERVER, status=503), timedelta(minutes=15)),
    ],
)
def test_a_tired_host_rests_as_a_whole(failed: FetchFailed, rest: timedelta) -> None:
    assert decide_failure(FEED, failed, now=NOW, pace=PACE).host_free_at == NOW + rest


def test_gone_stops_polling() -> None:
    assert decide_failure(FEED, FetchFailed(reason=Failure.GONE, status=410), now=NOW, pace=PACE).gone


@pytest.mark.parametrize(
    ("hint", "reason"),
    [("html", Failure.NOT_A_FEED), ("empty", Failure.EMPTY), ("killed", Failure.HUNG), ("xml", Failure.UNREADABLE)],
)
def test_a_body_that_is_no_feed_is_a_reason_a_moderator_can_act_on(hint: str, reason: Failure) -> None:
    assert unreadable(ParseError("it is not", hint=hint)).reason is reason


edits = st.sampled_from(["same", "guid", "link", "title", "date", "gone"])


@settings(max_examples=200)
@given(st.lists(st.lists(st.tuples(st.integers(0, 12), edits), max_size=12, unique_by=lambda one: one[0]), max_size=6))
def test_any_reordering_repetition_or_edit_posts_each_entry_once(polls: list[list[tuple[int, str]]]) -> None:
    index = Index()
    index.poll(*(entry(100 + n) for n in range(20)))
    posted: list[str] = []
    for poll in polls:
        document = [edited(number, edit) for number, edit in (*poll, *poll[::2]) if edit != "gone"]
        posted += [one.data.title.split()[1] for one in index.poll(*document).entries]
    assert len(posted) == len(set(posted))


def edited(number: int, edit: str) -> EntryData:
    one = entry(number)
    match edit:
        case "title":
            return replace(one, title=f"Title {number} corrected")
        case "date":
            return replace(one, published=NOW - timedelta(hours=number))
        case "guid":
            return replace(one, guid="")
        case "link":
            return replace(one, link=f"{one.link}?utm_medium=rss")
        case _:
            return one


def old_and_new(old: int, new: int, *, dated: bool = True) -> list[EntryData]:
    """Give a document of another address whose entries were, or were not, there to be seen before."""
    return [
        replace(entry(1000 + n), published=(NOW - timedelta(days=30 if n < old else 0)) if dated else None)
        for n in range(old + new)
    ]


@pytest.mark.parametrize(
    ("old", "new", "held"), [(20, 0, 20), (20, 5, 20), (8, 0, 8), (7, 0, 0), (10, 10, 0), (0, 30, 0)]
)
def test_a_burst_of_old_entries_is_held_and_what_is_dated_later_is_not(old: int, new: int, held: int) -> None:
    index = Index()
    index.poll(*(entry(n) for n in range(20)))
    update = index.poll(*old_and_new(old, new), last_success=NOW - timedelta(hours=1))
    assert sum(one.is_held for one in update.entries) == held
    assert len(update.entries) == old + new


def test_a_first_document_and_one_without_dates_are_no_burst() -> None:
    first = Index().poll(*old_and_new(20, 0), last_success=None)
    assert not any(one.is_held for one in first.entries)
    index = Index()
    index.poll(*(entry(n) for n in range(20)))
    undated = index.poll(*old_and_new(20, 0, dated=False), last_success=NOW - timedelta(hours=1))
    assert not any(one.is_held for one in undated.entries)
