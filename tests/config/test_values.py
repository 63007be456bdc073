"""How single values are read."""

from __future__ import annotations

from contextlib import suppress
from datetime import time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from config.calendar import read_days, read_times, zone_names
from config.settings import as_text
from config.values import read_duration, read_size


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        (90, 90),
        ("90", 90),
        ("45s", 45),
        ("30m", 1800),
        ("1h30m", 5400),
        ("24h", 86_400),
        ("7d", 604_800),
        ("2 w", None),
    ],
)
def test_durations_are_seconds_or_numbers_with_units(written: object, seconds: int | None) -> None:
    if seconds is None:
        with pytest.raises(PydanticCustomError):
            read_duration(written)
    else:
        assert read_duration(written) == timedelta(seconds=seconds)


@given(st.integers(min_value=0, max_value=3650 * 86_400))
def test_a_written_duration_reads_as_itself(seconds: int) -> None:
    assert read_duration(as_text(timedelta(seconds=seconds))) == timedelta(seconds=seconds)


@given(st.one_of(st.text(), st.integers(), st.floats(), st.booleans(), st.none(), st.lists(st.text())))
def test_any_value_is_read_or_refused_with_a_code(value: object) -> None:
    for read in (read_duration, read_size, read_times, read_days):
        with suppress(PydanticCustomError):
            read(value)


@pytest.mark.parametrize(("written", "size"), [(5, 5), ("500 kB", 500_000), ("10 MB", 10_000_000), ("8MiB", 8 * 2**20)])
def test_sizes_are_bytes_or_numbers_with_units(written: object, size: int) -> None:
    assert read_size(written) == size


def test_times_come_sorted_and_once() -> None:
    assert read_times("18:00,08:00, 8:00") == (time(8), time(18))
    assert read_times(["07:30"]) == (time(7, 30),)
    assert read_times(time(7, 30)) == (time(7, 30),)


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("daily", set(range(1, 8))),
        ("Weekdays", set(range(1, 6))),
        ("weekends", {6, 7}),
        ("mon,thu", {1, 4}),
        (["sunday", "Fri"], {5, 7}),
    ],
)
def test_days_are_sets_or_lists(written: object, days: set[int]) -> None:
    assert read_days(written) == days


def test_zones_are_those_of_the_machine() -> None:
    assert {"UTC", "Europe/Kyiv", "America/Argentina/Ushuaia"} <= zone_names()
