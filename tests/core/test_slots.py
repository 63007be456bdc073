"""Slots over all IANA zones and all their clock changes of 2024 to 2037: none lost, none doubled."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import accumulate
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.core.editions import EVERY_DAY
from digests.core.errors import UseError
from digests.core.slots import last_slot, next_slot, slots_between, zone

BEGIN, END = datetime(2024, 1, 1, tzinfo=UTC), datetime(2038, 1, 1, tzinfo=UTC)
HALF_HOURS = tuple(time(hour, minute) for hour in range(24) for minute in (0, 30))
QUARTERS = tuple(time(hour, minute) for hour in range(24) for minute in (0, 15, 30, 45))
DATE_LINE = (
    ("Pacific/Apia", date(2011, 12, 30)),
    ("Pacific/Fakaofo", date(2011, 12, 30)),
    ("Pacific/Kwajalein", date(1993, 8, 21)),
    ("Pacific/Enderbury", date(1994, 12, 31)),
)


def wall(instant: datetime, name: str) -> datetime:
    return instant.astimezone(ZoneInfo(name)).replace(tzinfo=None)


def clock_changes(name: str) -> Iterator[tuple[datetime, timedelta | None]]:
    """Give (instant, offset from then on), found by stepping a week (no clock change lasts less) and halving."""
    there, week = ZoneInfo(name), timedelta(days=7)
    instant, offset = BEGIN, BEGIN.astimezone(there).utcoffset()
    while instant < END:
        later = instant + week
        if later.astimezone(there).utcoffset() != offset:
            low, high = instant, later
            while high - low > timedelta(seconds=1):
                middle = low + timedelta(seconds=(high - low) // timedelta(seconds=2))
                low, high = (middle, high) if middle.astimezone(there).utcoffset() == offset else (low, middle)
            offset = high.astimezone(there).utcoffset()
            yield high, offset
        instant = later


@cache
def zones() -> dict[str, tuple[datetime, ...]]:
    """Give one zone of each kind with its changes: zones whose clocks agree from 2024 to 2037 are one kind."""
    kinds: dict[object, str] = {}
    changes: dict[str, tuple[datetime, ...]] = {}
    for name in sorted(available_timezones() - {"localtime", "Factory"}):
        found = tuple(clock_changes(name))
        kind = (BEGIN.astimezone(ZoneInfo(name)).utcoffset(), found)
        if kinds.setdefault(kind, name) == name:
            changes[name] = tuple(instant for instant, _ in found)
    return changes


def first_showings(name: str, day: date, times: tuple[time, ...]) -> list[datetime]:
    """Give what the definition says, by watching the clock every quarter of an hour around a local day."""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    watched = [noon + timedelta(minutes=15 * step) for step in range(-50 * 4, 50 * 4)]
    shown = list(accumulate((wall(instant, name) for instant in watched), max))
    return [watched[bisect_left(shown, datetime.combine(day, moment))] for moment in times]


def window(day: date) -> tuple[datetime, datetime]:
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return noon - timedelta(days=3), noon + timedelta(days=3)


def test_every_clock_change_of_every_zone_loses_no_slot_and_doubles_none() -> None:
    seen = set()
    for name, changes in zones().items():
        for change in changes:
            shown = wall(change, name)
            kind = (wall(change - timedelta(seconds=1), name).time(), shown.time())
            day = shown.date()
            if kind not in seen:  # a change of another zone and year at the same local times is the same test
                seen.add(kind)
                for near in (day - timedelta(days=1), day, day + timedelta(days=1)):
                    got = slots_between(QUARTERS, frozenset({near.isoweekday()}), name, *window(near))
                    assert got == tuple(sorted(set(first_showings(name, near, QUARTERS)))), (name, near)
    assert len(seen) > 10


def test_every_local_time_fires_once_a_day_through_every_clock_change() -> None:
    for name, changes in zones().items():
        for change in changes:
            shown = wall(change, name)
            beside = (time(shown.hour, 30), time((shown.hour - 1) % 24, 15), time(12))
            for day in (shown.date() + timedelta(days=passed) for passed in (-1, 0, 1)):
                for moment in beside:  # where slots are lost and doubled if anywhere
                    (slot,) = slots_between((moment,), frozenset({day.isoweekday()}), name, *window(day))
                    asked, got = datetime.combine(day, moment), wall(slot, name)
                    assert got == asked or (got > asked and wall(slot - timedelta(seconds=1), name) < asked)


def test_zones_without_clock_changes_fire_at_each_time_every_day() -> None:
    for name, changes in zones().items():
        if not changes:
            slots = slots_between(HALF_HOURS, EVERY_DAY, name, BEGIN, BEGIN + timedelta(days=7))
            assert len(slots) == 7 * len(HALF_HOURS)
            assert {wall(slot, name).time() for slot in slots} == set(HALF_HOURS)


@pytest.mark.parametrize(("name", "skipped"), DATE_LINE)
def test_a_day_the_zone_skips_moves_to_the_next_midnight_and_merges(name: str, skipped: date) -> None:
    following = skipped + timedelta(days=1)
    only = slots_between(HALF_HOURS, frozenset({skipped.isoweekday()}), name, *window(skipped))
    both = slots_between((time(0), time(8)), EVERY_DAY, name, *window(skipped))
    assert [wall(slot, name) for slot in only] == [datetime.combine(following, time(0))]
    shown = [wall(slot, name) for slot in both if wall(slot, name).date() in {skipped, following}]
    assert shown == [datetime.combine(following, time(0)), datetime.combine(following, time(8))]


def test_a_day_the_zone_repeats_fires_at_its_first_showing_only() -> None:
    name, day = "Pacific/Kwajalein", date(1969, 9, 30)
    slots = slots_between(HALF_HOURS, frozenset({day.isoweekday()}), name, *window(day))
    assert slots == tuple(first_showings(name, day, HALF_HOURS))
    assert len(slots) == len(HALF_HOURS)


def test_a_gap_that_ends_within_a_minute_moves_to_the_next_whole_minute() -> None:
    slots = slots_between((time(0, 20),), EVERY_DAY, "Africa/Monrovia", *window(date(1972, 1, 7)))
    assert datetime.combine(date(1972, 1, 7), time(0, 45)) in [wall(slot, "Africa/Monrovia") for slot in slots]


@pytest.mark.parametrize(
    ("name", "moment", "day", "expected"),
    [
        ("Europe/Kyiv", time(3, 30), date(2031, 3, 30), datetime(2031, 3, 30, 1, tzinfo=UTC)),
        ("Europe/Kyiv", time(3, 30), date(2031, 10, 26), datetime(2031, 10, 26, 0, 30, tzinfo=UTC)),
        ("America/New_York", time(2, 15), date(2031, 3, 9), datetime(2031, 3, 9, 7, tzinfo=UTC)),
        ("Australia/Lord_Howe", time(2, 10), date(2031, 10, 5), datetime(2031, 10, 4, 15, 30, tzinfo=UTC)),
        ("Africa/Cairo", time(0, 0), date(2026, 4, 24), datetime(2026, 4, 23, 22, tzinfo=UTC)),
    ],
)
def test_known_changes_of_known_zones(name: str, moment: time, day: date, expected: datetime) -> None:
    assert slots_between((moment,), frozenset({day.isoweekday()}), name, *window(day)) == (expected,)


def test_two_times_in_one_gap_are_one_slot() -> None:
    slots = slots_between(
        (time(2, 10), time(2, 50), time(3)), frozenset({7}), "Europe/Paris", *window(date(2031, 3, 30))
    )
    assert slots == (datetime(2031, 3, 30, 1, tzinfo=UTC),)


FIRST = datetime(2011, 12, 1, tzinfo=UTC)
NAMES = st.deferred(lambda: st.sampled_from(sorted(zones()) + [name for name, _ in DATE_LINE]))
INSTANTS = st.timedeltas(timedelta(0), timedelta(days=26 * 365)).map(lambda passed: FIRST + passed)
TIMES = st.sets(st.sampled_from(QUARTERS), min_size=1, max_size=4)
DAYS = st.frozensets(st.integers(1, 7), min_size=1)
SPANS = st.timedeltas(timedelta(0), timedelta(days=12))


@given(at=TIMES, days=DAYS, name=NAMES, start=INSTANTS, first=SPANS, second=SPANS)
def test_two_windows_side_by_side_hold_what_one_window_holds(
    at: set[time], days: frozenset[int], name: str, start: datetime, first: timedelta, second: timedelta
) -> None:
    middle, end = start + first, start + first + second
    whole = slots_between(at, days, name, start, end)
    assert whole == slots_between(at, days, name, start, middle) + slots_between(at, days, name, middle, end)
    assert list(whole) == sorted(set(whole))
    for slot in whole:
        assert start < slot <= end
        assert slot.tzinfo is UTC
        assert wall(slot, name).second == 0


@given(at=TIMES, days=DAYS, name=NAMES, start=INSTANTS)
def test_walking_from_slot_to_slot_meets_every_slot(
    at: set[time], days: frozenset[int], name: str, start: datetime
) -> None:
    end = start + timedelta(days=16)
    walked, slot = [], next_slot(at, days, name, start)
    while slot <= end:
        walked.append(slot)
        assert last_slot(at, days, name, slot, slot) == slot
        slot = next_slot(at, days, name, slot)
    assert tuple(walked) == slots_between(at, days, name, start, end)
    assert last_slot(at, days, name, end, start + timedelta(microseconds=1)) == (walked[-1] if walked else None)


def test_nothing_ordered_gives_no_slot() -> None:
    assert slots_between((), EVERY_DAY, "UTC", BEGIN, END) == ()
    assert last_slot((time(8),), frozenset(), "UTC", END, BEGIN) is None
    with pytest.raises(ValueError, match="needs a time"):
        next_slot((time(8),), frozenset(), "UTC", BEGIN)


def test_a_bound_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        slots_between((time(8),), EVERY_DAY, "UTC", BEGIN.replace(tzinfo=None), END)


@pytest.mark.parametrize("name", ["Europe/Kyiv", "Europe/Kiev", "CET", "UTC", "America/Argentina/Buenos_Aires"])
def test_iana_names_and_aliases_are_zones(name: str) -> None:
    assert zone(name).key == name


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Kyiv", "Europe/Kyiv"),
        ("kiev", "Europe/Kyiv"),
        ("europe/kyiv", "Europe/Kyiv"),
        ("Europe/Kyyiv", "Europe/Kyiv"),
        ("PST", "America/Los_Angeles"),
        ("CEST", "Europe/Berlin"),
        ("Berlin", "Europe/Berlin"),
        ("Europ/Berln", "Europe/Berlin"),
        ("new york", "America/New_York"),
        ("America/New York", "America/New_York"),
        ("San Francisco", "America/Los_Angeles"),
        ("buenos aires", "America/Buenos_Aires"),
        ("UTC+2", "Etc/GMT-2"),
        ("gmt-03:00", "Etc/GMT+3"),
        ("+25", None),
        ("localtime", None),
        ("Qwxz", None),
        ("", None),
        ("../../etc/passwd", None),
    ],
)
def test_what_is_no_zone_is_refused_with_what_was_probably_meant(typed: str, meant: str | None) -> None:
    with pytest.raises(UseError) as refused:
        zone(typed)
    assert refused.value.code == "unknown-zone"
    assert refused.value.fields["name"] == typed
    assert refused.value.fields["suggestion"] == meant


def test_a_folder_of_zones_is_no_zone() -> None:
    with pytest.raises(UseError):
        zone("America")
