"""When an edition is silent that should have told something."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.core.editions import Edition, Layout, QuietDay
from digests.core.silence import Pulse, silent_since
from tests.builders import NOW, days, edition, hours, minutes

MADE = NOW - days(60)
DAILY = edition(at=(time(7, 0),), timezone="UTC", created=MADE)
LONG_AGO = NOW - days(30)


def daily(**changes: object) -> Edition:
    return replace(DAILY, **changes)  # type: ignore[arg-type]  # fields of an edition


def test_a_daily_edition_is_silent_after_two_days_and_an_hour() -> None:
    told = NOW - days(2) - hours(1)
    assert silent_since(DAILY, Pulse(told=told), now=NOW) is None
    assert silent_since(DAILY, Pulse(told=told - minutes(1)), now=NOW) == told - minutes(1)


def test_the_longest_gap_of_the_week_counts() -> None:
    weekdays = daily(days=frozenset({1, 2, 3, 4, 5}))  # NOW is a Monday
    assert silent_since(weekdays, Pulse(told=NOW - days(5)), now=NOW) is None
    assert silent_since(weekdays, Pulse(told=NOW - days(7)), now=NOW) == NOW - days(7)


def test_a_weekly_edition_has_a_fortnight() -> None:
    weekly = daily(days=frozenset({3}))
    assert silent_since(weekly, Pulse(told=NOW - days(14)), now=NOW) is None
    assert silent_since(weekly, Pulse(told=NOW - days(15)), now=NOW) is not None


def test_an_edition_that_never_told_counts_from_when_it_was_made() -> None:
    assert silent_since(daily(created=NOW - days(1)), Pulse(), now=NOW) is None
    assert silent_since(daily(created=NOW - days(3)), Pulse(), now=NOW) == NOW - days(3)


@pytest.mark.parametrize("keeps_quiet", [{"quiet_day": QuietDay.SKIP}, {"layout": Layout.FORUM}])
def test_quiet_days_that_are_kept_quiet_are_no_silence_but_a_digest_not_sent_is(keeps_quiet: dict[str, object]) -> None:
    quiet = daily(**keeps_quiet, last_slot=NOW - hours(1))
    assert silent_since(quiet, Pulse(told=LONG_AGO), now=NOW) is None
    assert silent_since(quiet, Pulse(told=LONG_AGO, owes=True), now=NOW) == LONG_AGO
    assert silent_since(daily(last_slot=NOW - hours(1)), Pulse(told=LONG_AGO), now=NOW) == LONG_AGO


def test_paused_editions_and_alerts_are_never_silent() -> None:
    assert silent_since(daily(paused=True), Pulse(told=LONG_AGO), now=NOW) is None
    assert silent_since(daily(alert=3), Pulse(told=LONG_AGO), now=NOW) is None


@given(
    hours_ago=st.integers(0, 24 * 40),
    weekdays=st.frozensets(st.integers(1, 7), min_size=1),
    at=st.sets(st.integers(0, 23), min_size=1),
)
def test_who_told_at_its_last_slot_is_never_silent(hours_ago: int, weekdays: frozenset[int], at: set[int]) -> None:
    now = NOW + hours(hours_ago)
    one = daily(at=tuple(time(hour) for hour in sorted(at)), days=weekdays)
    assert silent_since(one, Pulse(told=now - days(8)), now=now) is None or len(weekdays) > 1
    assert silent_since(one, Pulse(told=now), now=now) is None
