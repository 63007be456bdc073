"""Which slot gets a digest: every one once, missed ones merged, none before the edition existed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from digests.core.editions import CatchUp, Destination, Edition, EditionId, TopicId
from digests.core.timetable import REFRESH_BEFORE, Agenda, agenda, due_with_words, next_look

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


def looked_at(edition: Edition, minutes: int, *, always: bool) -> tuple[list[datetime], set[datetime], int]:
    """Live for some minutes; give the slots prepared, those renewed, and how often the edition was looked at."""
    prepared: list[datetime] = []
    renewed: set[datetime] = set()
    looks, look = 0, edition.created
    for passed in range(minutes):
        now = edition.created + timedelta(minutes=passed)
        if not always and (look is None or now < look):
            continue
        looks += 1
        unsent = frozenset(slot for slot in prepared if slot > now)
        todo = plan(edition, now, unsent)
        if todo.slot:
            prepared += [todo.slot] if not todo.refresh else []
            renewed |= {todo.slot} if todo.refresh else set()
            edition = replace(edition, last_slot=todo.slot)
        look = next_look(edition, todo, now=now, ahead=AHEAD)
    return prepared, renewed, looks


@settings(max_examples=25, deadline=None)
@given(
    at=st.sets(st.integers(0, 287).map(lambda five: time(five * 5 // 60, five * 5 % 60)), min_size=1, max_size=3),
    days=st.sets(st.integers(1, 7), min_size=1),
    zone=st.sampled_from(["UTC", "Europe/Kyiv", "America/Sao_Paulo"]),
)
def test_looked_at_only_when_it_was_said_an_edition_misses_nothing(at, days, zone) -> None:
    order = replace(EDITION, at=tuple(sorted(at)), days=frozenset(days), timezone=zone, last_slot=None)
    if any(
        (one.hour * 60 + one.minute - other.hour * 60 - other.minute) % 1440 <= 15 for one in at for other in at - {one}
    ):
        return  # two slots within one preparation: what is prepared ahead of the second is another matter
    every, renewed, _ = looked_at(order, 8 * 1440, always=True)
    seldom, renewed_seldom, looks = looked_at(order, 8 * 1440, always=False)
    assert (seldom, renewed_seldom) == (every, renewed)
    assert looks <= 3 * len(every) + 3


def test_a_late_digest_goes_out_before_the_next_is_prepared_and_supersedes_it() -> None:
    near = replace(EDITION, at=(time(8), time(9)), last_slot=None)
    now = EIGHT + timedelta(minutes=55)
    assert next_look(near, Agenda(slot=EIGHT), now=now, ahead=AHEAD) == now + REFRESH_BEFORE


def test_an_edition_without_times_is_never_looked_at_again() -> None:
    assert next_look(replace(EDITION, at=()), Agenda(), now=EIGHT, ahead=AHEAD) is None


def test_a_slot_that_comes_soon_after_another_waits_until_that_one_has_come() -> None:
    near = replace(EDITION, at=(time(8), time(8, 5)), last_slot=EIGHT)
    assert next_look(near, Agenda(), now=EIGHT - REFRESH_BEFORE, ahead=AHEAD) == EIGHT


def test_a_digest_waits_for_words_until_its_slot_or_a_minute_and_a_late_one_not_at_all() -> None:
    minute = timedelta(minutes=1)
    slot = datetime(2031, 3, 3, 8, tzinfo=UTC)
    assert due_with_words(slot, now=slot - 9 * minute) == slot
    assert due_with_words(slot, now=slot - minute / 2) == slot + minute / 2
    assert due_with_words(slot, now=slot + minute / 2) == slot + minute
    late = slot + 90 * minute
    assert due_with_words(slot, now=late) < late
