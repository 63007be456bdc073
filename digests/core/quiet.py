"""Quiet hours: local times between which nobody is pinged."""

from __future__ import annotations

from datetime import datetime, time

from digests.core.slots import zone


def is_quiet(moment: datetime, start: time | None, end: time | None, timezone: str | None) -> bool:
    """Tell whether a moment lies in the hours from `start` to `end`, which may go over midnight; equal ones are none.

    Reads the zone from a file: call it in a thread.
    """
    if start is None or end is None:
        return False
    local = moment.astimezone(zone(timezone or "UTC")).time()
    if start <= end:
        return start <= local < end
    return local >= start or local < end
