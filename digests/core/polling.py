"""When a feed is asked next. Pure: jitter comes from the feed's number and the time, not from a dice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b

from digests.core.models import FeedId

JITTER = 0.1
"""Share of the wait by which polls are spread (reader and MonitoRSS spread likewise; ingest notes §5)."""

BACKOFF_STEPS = 10
"""Doublings after which the wait no longer grows by itself; 5 min · 2¹⁰ is past three days."""

COOL_DOWN = timedelta(minutes=15)
"""How long a host rests after a 429 or 503 that names no time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """The admin's bounds: the usual wait between polls, the shortest and the longest."""

    interval: timedelta
    shortest: timedelta
    longest: timedelta


def next_poll(pace: Pace, feed_id: FeedId, *, now: datetime, asked_s: int | None) -> datetime:
    """Give the next poll after a success; `asked_s` is the longest wait the server or the feed asked for."""
    wait = max(pace.interval, timedelta(seconds=asked_s or 0))
    return now + _spread(_clamp(wait, pace), feed_id, now)


def next_retry(pace: Pace, feed_id: FeedId, *, now: datetime, error_count: int, retry_after_s: int | None) -> datetime:
    """Give the next poll after failure number `error_count`: exponential, never before the server's own word."""
    wait = pace.shortest * 2 ** min(error_count - 1, BACKOFF_STEPS)
    retry = now + _spread(_clamp(wait, pace), feed_id, now)
    return max(retry, now + timedelta(seconds=retry_after_s or 0))


def _clamp(wait: timedelta, pace: Pace) -> timedelta:
    return min(max(wait, pace.shortest), pace.longest)


def _spread(wait: timedelta, feed_id: FeedId, now: datetime) -> timedelta:
    """Only ever longer: a wait somebody asked for is never undercut."""
    return wait * (1 + JITTER * _fraction(f"{feed_id} {int(now.timestamp())}"))


def _fraction(seed: str) -> float:
    return int.from_bytes(blake2b(seed.encode(), digest_size=4).digest()) / 2**32
