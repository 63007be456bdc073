"""When a feed is asked next: never sooner than anybody asked for, spread, and patient with the ill."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.core.models import FeedId, Rest
from digests.core.polling import JITTER, Pace, after_rest, next_poll, next_retry, posting_gap_s

NOW = datetime(2031, 3, 4, 8, tzinfo=UTC)
PACE = Pace(interval=timedelta(minutes=30), shortest=timedelta(minutes=5), longest=timedelta(days=1))
feed_ids = st.integers(1, 10**6).map(FeedId)


@given(feed_ids, st.none() | st.integers(0, 10**6))
def test_the_next_poll_keeps_within_the_bounds(feed_id: FeedId, asked_s: int | None) -> None:
    wait = next_poll(PACE, feed_id, now=NOW, asked_s=asked_s) - NOW
    wanted = min(max(PACE.interval, timedelta(seconds=asked_s or 0)), PACE.longest)
    assert wanted <= wait <= wanted * (1 + JITTER)


@given(feed_ids, st.integers(1, 500))
def test_failures_wait_longer_each_time_up_to_the_cap(feed_id: FeedId, count: int) -> None:
    first, second = (next_retry(PACE, feed_id, now=NOW, error_count=n, retry_after_s=None) for n in (count, count + 1))
    assert PACE.shortest <= first - NOW <= PACE.longest * (1 + JITTER)
    assert second >= first


@given(feed_ids, st.integers(1, 20), st.integers(0, 10**6))
def test_a_retry_is_never_sooner_than_the_server_said(feed_id: FeedId, count: int, retry_after_s: int) -> None:
    retry = next_retry(PACE, feed_id, now=NOW, error_count=count, retry_after_s=retry_after_s)
    assert retry >= NOW + timedelta(seconds=retry_after_s)


def test_feeds_polled_together_do_not_stay_in_step() -> None:
    polls = {next_poll(PACE, FeedId(n), now=NOW, asked_s=None) for n in range(100)}
    assert len(polls) > 90


@pytest.mark.parametrize(
    ("gap", "least", "most"),
    [
        (timedelta(minutes=6), timedelta(minutes=5), timedelta(minutes=6)),  # a wire: the shortest wait
        (timedelta(hours=1), timedelta(minutes=15), timedelta(minutes=17)),
        (timedelta(hours=4), timedelta(hours=1), timedelta(hours=1.1)),
        (timedelta(days=7), timedelta(hours=2), timedelta(hours=2.2)),  # a quiet one: four intervals
    ],
)
def test_a_feed_is_asked_as_often_as_it_posts_within_bounds(gap: timedelta, least: timedelta, most: timedelta) -> None:
    pace = Pace(interval=timedelta(minutes=30), shortest=timedelta(minutes=5), longest=timedelta(days=1))
    gap_s = posting_gap_s((NOW - number * gap for number in range(1, 12)), now=NOW)
    assert gap_s == gap.total_seconds()
    assert least <= next_poll(pace, FeedId(1), now=NOW, asked_s=None, gap_s=gap_s) - NOW <= most


def test_too_few_dates_say_nothing_of_a_feeds_pace() -> None:
    assert posting_gap_s([NOW, None, NOW - timedelta(hours=1), None, NOW], now=NOW) is None
    assert posting_gap_s([NOW + timedelta(days=1)] * 9, now=NOW) is None


def test_a_feed_that_fell_silent_is_not_asked_as_if_it_had_not() -> None:
    burst = [NOW - timedelta(days=300, minutes=number) for number in range(10)]
    gap_s = posting_gap_s(burst, now=NOW)
    assert gap_s is not None
    assert gap_s >= timedelta(days=30).total_seconds()


def test_what_a_server_asks_for_is_not_undercut_by_a_busy_feed() -> None:
    pace = Pace(interval=timedelta(minutes=30), shortest=timedelta(minutes=5), longest=timedelta(days=1))
    assert next_poll(pace, FeedId(1), now=NOW, asked_s=3600, gap_s=60) - NOW >= timedelta(hours=1)


def test_a_feed_at_rest_is_asked_when_its_rest_is_over() -> None:
    nights = Rest(hours=frozenset({22, 23, 0, 1, 2, 3, 4, 5}))
    late = NOW.replace(hour=22, minute=20)
    assert after_rest(late, nights) == NOW.replace(hour=6, minute=20) + timedelta(days=1)
    weekend = Rest(days=frozenset({6, 7}))
    saturday = datetime(2031, 3, 8, 9, 30, tzinfo=UTC)
    assert after_rest(saturday, weekend) == datetime(2031, 3, 10, 0, 30, tzinfo=UTC)


def test_a_feed_that_always_rests_is_asked_all_the_same() -> None:
    assert after_rest(NOW, Rest(hours=frozenset(range(24)))) == NOW


@given(st.frozensets(st.integers(0, 23), max_size=23), st.frozensets(st.integers(1, 7), max_size=6))
def test_a_poll_never_falls_into_a_rest_that_ends(hours: frozenset[int], days: frozenset[int]) -> None:
    at = after_rest(NOW, Rest(hours=hours, days=days))
    assert at.hour not in hours
    assert at.isoweekday() not in days
    assert NOW <= at < NOW + timedelta(days=7)
