"""When a feed is asked next: never sooner than anybody asked for, spread, and patient with the ill."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from digests.core.models import FeedId
from digests.core.polling import JITTER, Pace, next_poll, next_retry

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
