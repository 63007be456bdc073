"""When a failed delivery is tried again, or given up."""

from __future__ import annotations

from datetime import datetime, timedelta

from digests.core.digest import Operation
from digests.core.errors import DeliveryError

FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(minutes=10)
"""An outage of the platform ends in minutes as a rule; ten keep us from hammering and from being late."""

GIVE_UP_AFTER = timedelta(hours=24)
"""News of yesterday: the next digest of a daily edition tells the rest."""


def next_try(operation: Operation, error: DeliveryError, *, now: datetime) -> datetime | None:
    """Give the time of the next try, or None where there is none: refused for good, or a day late."""
    if error.permanent or now - operation.due > GIVE_UP_AFTER:
        return None
    wait = min(FIRST_WAIT * 2 ** min(operation.attempts, 10), LONGEST_WAIT)
    return max(now + wait, error.retry_at or now)
