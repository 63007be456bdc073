"""Which slot gets a digest: every one once, missed ones merged, none before the edition existed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from digests.core.editions import CatchUp, Destination, Edition, EditionId, TopicId
from digests.core.timetable import Agenda, agenda, due_with_words

AHEAD = timedelta(minutes=10)
EIGHT = datetime(2031, 3, 4, 8, tzinfo=UTC)
EDITION = Edition(
    id=EditionId(1),
    guild_id=0,
    name="Morning",
    topics=(TopicId(1),),
    destination=Destination(platform="terminal", address=""),
    at=(time(8), time(18)),
    timezone="UTC",
    created=EIGHT - timedelta(days=3, hours=1),
    last_slot=EIGHT - timedelta(hours=14),
)
NONE: frozenset[datetime] = frozenset()


def plan(edition: Edition, now: datetime, unsent: frozenset[datetime] = NONE) -> Agenda:
    return agenda(edition, now=now, ahead=AHEAD, unsent=unsent)


def test_a_digest_is_prepared_ahead_of_its_slot() -> None:
    assert plan(EDITION, EIGHT - timedelta(minutes=11)) == Agenda()
    assert plan(EDITION, EIGHT - timedelta(minutes=9)) == Agenda(slot=EIGHT)


def test_a_prepared_digest_is_made_again_just_before_its_slot() -> None:
    held = replace(EDITION, last_slot=EIGHT)
    assert plan(held, EIGHT - timedelta(minutes=5), frozenset({EIGHT})) == Agenda()
    assert plan(held, EIGHT - timedelta(seconds=30), frozenset({EIGHT})) == Agenda(slot=EIGHT, refresh=True)
    assert plan(held, EIGHT, frozenset({EIGHT})) == Agenda()


def test_slots_missed_while_down_are_told_once_and_late() -> None:
    back = EIGHT + timedelta(days=1, hours=3)
    missed = (EIGHT, EIGHT + timedelta(hours=10))
    assert plan(EDITION, back) == Agenda(passed=missed, slot=EIGHT + timedelta(days=1))


def test_an_edition_that_skips_waits_for_its_next_slot() -> None:
    skipping = replace(EDITION, catch_up=CatchUp.SKIP)
    assert plan(skipping, EIGHT + timedelta(hours=3)) == Agenda(passed=(EIGHT,))
    assert plan(skipping, EIGHT + timedelta(minutes=5)) == Agenda(slot=EIGHT)


def test_no_slot_before_the_edition_was_made_is_told() -> None:
    fresh = replace(EDITION, created=EIGHT + timedelta(minutes=1), last_slot=None)
    assert plan(fresh, EIGHT + timedelta(hours=2)) == Agenda()


def test_a_paused_edition_does_nothing() -> None:
    assert plan(replace(EDITION, paused=True), EIGHT) == Agenda()


def test_a_year_of_downtime_looks_back_a_week_only() -> None:
    todo = plan(replace(EDITION, last_slot=EIGHT - timedelta(days=365)), EIGHT + timedelta(hours=1))
    assert todo.slot == EIGHT
    assert len(todo.passed) == 15


def test_a_digest_waits_for_words_until_its_slot_or_a_minute_and_a_late_one_not_at_all() -> None:
    minute = timedelta(minutes=1)
    slot = datetime(2031, 3, 3, 8, tzinfo=UTC)
    assert due_with_words(slot, now=slot - 9 * minute) == slot
    assert due_with_words(slot, now=slot - minute / 2) == slot + minute / 2
    assert due_with_words(slot, now=slot + minute / 2) == slot + minute
    late = slot + 90 * minute
    assert due_with_words(slot, now=late) < late
