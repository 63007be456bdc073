"""Times in words as Discord's client writes them, here in English and UTC."""

from __future__ import annotations

from datetime import UTC, datetime

FORMATS = {
    "t": "%H:%M",
    "T": "%H:%M:%S",
    "d": "%d/%m/%Y",
    "D": "%-d %B %Y",
    "f": "%-d %B %Y %H:%M",
    "F": "%A, %-d %B %Y %H:%M",
    "s": "%d/%m/%Y, %H:%M",
    "S": "%d/%m/%Y, %H:%M:%S",
}
"""Discord's styles of timestamps but for R, the relative one (its docs, message formatting)."""

STEPS = ((31_536_000, "year"), (2_592_000, "month"), (86_400, "day"), (3600, "hour"), (60, "minute"))


def moment(seconds: int) -> datetime | None:
    """Give the time so many seconds after 1970, if a calendar has it."""
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):
        return None


def told(at: datetime | None, style: str, now: datetime) -> str:
    """Give a time in one of Discord's styles; `now` is what "in 3 hours" counts from."""
    if at is None:
        return "Invalid Date"
    return _relative((at - now).total_seconds()) if style == "R" else at.strftime(FORMATS[style])


def _relative(seconds: float) -> str:
    for length, name in STEPS:
        count = round(abs(seconds) / length)
        if abs(seconds) >= length:
            words = f"{count} {name}{'s' if count > 1 else ''}"
            return f"in {words}" if seconds > 0 else f"{words} ago"
    return "now"
