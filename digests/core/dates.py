"""Which date of an entry can be believed. Pure; reading a date's text is `sources.feed_dates`' work."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

OLDEST: Final = datetime(1995, 1, 1, tzinfo=UTC)
"""Before it a date means "none": generators write year 1 or 1970 (9 of 213 real feeds; ingest notes §1a)."""

AHEAD: Final = timedelta(hours=24)
"""How far in the future a date may lie: zones are often left out or wrong, by up to 14 hours (DESIGN §5)."""


def believable(published: datetime | None, now: datetime) -> datetime:
    """Give the feed's date, or `now` (first seen) where it is missing, too old or too far ahead; aware UTC."""
    if published is None or not OLDEST <= published <= now + AHEAD:
        return now
    return published.astimezone(UTC)
