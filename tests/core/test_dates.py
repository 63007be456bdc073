from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.core.dates import AHEAD, OLDEST, believable
from tests.builders import NOW

AWARE = st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=9)), timezone(timedelta(hours=-8))]))


def test_a_date_of_this_morning_is_believed() -> None:
    assert believable(NOW - timedelta(hours=3), NOW) == NOW - timedelta(hours=3)


@pytest.mark.parametrize(
    "published",
    [None, datetime(1, 1, 1, tzinfo=UTC), datetime(1970, 1, 1, tzinfo=UTC), NOW + AHEAD + timedelta(seconds=1)],
    ids=["missing", "year one", "unix epoch", "too far ahead"],
)
def test_what_cannot_be_believed_counts_as_first_seen(published: datetime | None) -> None:
    assert believable(published, NOW) == NOW


def test_a_day_ahead_is_a_wrong_zone_and_believed() -> None:
    assert believable(NOW + AHEAD, NOW) == NOW + AHEAD


@given(AWARE)
def test_the_answer_is_utc_within_bounds_and_believed_again(published: datetime) -> None:
    once = believable(published, NOW)
    assert once.tzinfo is UTC
    assert OLDEST <= once <= NOW + AHEAD
    assert believable(once, NOW) == once
