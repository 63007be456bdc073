"""When a failed delivery is tried again, or given up."""

from __future__ import annotations

from datetime import datetime, timedelta

from digests.core.digest import Operation
from digests.core.errors import DeliveryError

FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(minutes=10)
"""An outage of the platform ends in minutes as a rule; ten keep us from hammering and from being late."""

MOST_DOUBLINGS = 10  # by then the longest wait is long reached

GIVE_UP_AFTER = timedelta(hours=24)
"""News of yesterday: the next digest of a daily edition tells the rest."""


def next_try(operation: Operation, error: DeliveryError, *, now: datetime) -> datetime | None:
    """Give the time of the next try, or None where there is none: refused for good, or a day late."""
    if error.permanent or now - operation.due > GIVE_UP_AFTER:
        return None
    doublings: int = 2 ** min(operation.attempts, MOST_DOUBLINGS)
    wait = min(FIRST_WAIT * doublings, LONGEST_WAIT)
    return now + max(wait, error.retry_after or wait)
