"""Quiet hours, over midnight and over clock changes."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from digests.core.quiet import is_quiet

times = st.times().map(lambda at: at.replace(second=0, microsecond=0))
moments = st.integers(0, 365 * 1440).map(lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes))


@given(moments, times, times)
def test_of_a_day_the_hours_between_are_quiet_or_those_around(moment: datetime, start: time, end: time) -> None:
    inside, outside = is_quiet(moment, start, end, "UTC"), is_quiet(moment, end, start, "UTC")
    assert inside is not outside if start != end else not inside


def test_hours_are_those_of_the_zone_whatever_its_clock_does() -> None:
    for day in range(365):
        noon = datetime(2026, 1, 1, 12, tzinfo=UTC) + timedelta(days=day)
        assert not is_quiet(noon, time(22), time(7), "Europe/Kyiv")
        assert is_quiet(noon + timedelta(hours=10), time(22), time(7), "Europe/Kyiv")


def test_half_hours_or_none_are_not_quiet() -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    assert not is_quiet(now, None, time(7), None)
    assert not is_quiet(now, time(22), None, None)
    assert is_quiet(now, time(22), time(7), None)
