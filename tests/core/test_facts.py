from __future__ import annotations

import pytest

from digests.core.facts import times_of_day
from digests.core.numbers import numbers


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("at 9 a.m.", {"9:00"}),
        ("at 09:00", {"9:00"}),
        ("at 12 a.m. and 12 p.m.", {"0:00", "12:00"}),
        ("um 5.40 Uhr", {"5:40"}),
        ("at 6:15 p.m.", {"18:15"}),
        ("nine of 14 berths", set()),
    ],
)
def test_a_time_of_day_is_the_same_however_it_is_written(text: str, times: set[str]) -> None:
    assert times_of_day(text) == times


def test_one_in_digits_is_a_number_for_those_who_ask() -> None:
    assert [number.value for number in numbers("1 of 3 zones", "en")] == ["3"]
    assert [number.value for number in numbers("1 of 3 zones", "en", with_one=True)] == ["1", "3"]
