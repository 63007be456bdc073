"""When a feed is asked next. Pure: jitter comes from the feed's number and the time, not from a dice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b

from digests.core.models import FeedId, Rest

JITTER = 0.1
"""Share of the wait by which polls are spread (reader and MonitoRSS spread likewise; ingest notes §5)."""

BACKOFF_STEPS = 10
"""Doublings after which the wait no longer grows by itself; 5 min · 2¹⁰ is past three days."""

NEWEST, FEWEST = 10, 4
"""Entries whose dates tell how often a feed posts (miniflux looks at a week): days of a daily, hours of a wire."""

HOURS_OF_A_WEEK = 7 * 24

POLLS_A_GAP = 4
"""Polls in a feed's usual gap: an entry is then seen, on average, an eighth of a gap late."""

SLOWEST = 4
"""Times the admin's interval that a quiet feed is left alone at most: news of a quiet source is still news today."""

WHOLE_EVERY = timedelta(days=7)
"""How long we believe a server that nothing changed: a body a week costs nobody anything."""

ILL_AFTER = timedelta(hours=6)
"""How long a feed may fail before anybody is told: a site's maintenance is over by then, and a daily digest has not
missed it yet."""

COOL_DOWN = timedelta(minutes=15)
"""How long a host rests after a 429 or 503 that names no time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """The admin's bounds: the usual wait between polls, the shortest and the longest."""

    interval: timedelta
    shortest: timedelta
    longest: timedelta


def posting_gap_s(published: Iterable[datetime | None], *, now: datetime) -> int | None:
    """Give the usual seconds between two entries, by the newest ones that are dated; None where too few are.

    The silence since the newest counts: a feed that stopped posting is not asked as if it had not.
    """
    newest = sorted((date for date in published if date and date <= now), reverse=True)[:NEWEST]
    return int((now - newest[-1]).total_seconds()) // len(newest) if len(newest) >= FEWEST else None


def next_poll(
    pace: Pace,
    feed_id: FeedId,
    *,
    now: datetime,
    asked_s: int | None,
    gap_s: int | None = None,
    rest: Rest | None = None,
) -> datetime:
    """Give the next poll after a success: a few times in the feed's usual gap, within the admin's bounds.

    `asked_s` is the longest wait the server or the feed asked for, `gap_s` as `posting_gap_s`; where nobody knows, the
    admin's interval holds.
    """
    usual = pace.interval if gap_s is None else timedelta(seconds=gap_s / POLLS_A_GAP)
    slowest = max(pace.interval, min(pace.interval * SLOWEST, pace.longest))
    wait = max(min(usual, slowest), timedelta(seconds=asked_s or 0))
    at = now + _spread(_clamp(wait, pace), feed_id, now)
    return after_rest(at, rest) if rest else at


def asks_whole(last_body: datetime | None, *, now: datetime) -> bool:
    """Tell whether a feed is asked without conditions for once: a broken server answers 304 for ever."""
    return last_body is not None and now - last_body > WHOLE_EVERY


def after_rest(at: datetime, rest: Rest) -> datetime:
    """Give the first moment from `at` on, in whole hours, at which a feed may be read; `at` if there is none."""
    coming = (at + timedelta(hours=hours) for hours in range(HOURS_OF_A_WEEK))
    return next((one for one in coming if one.hour not in rest.hours and one.isoweekday() not in rest.days), at)


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
