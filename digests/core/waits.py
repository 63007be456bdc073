"""How long an answer's headers ask us to wait. Pure: headers in (any case-insensitive mapping), seconds out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

MAX_WAIT_S: Final = 31 * 24 * 3600  # nobody's word keeps us away for longer; the cap lemon24/reader uses

SECONDS = re.compile(r"\d+\Z")
"""The form of a header that counts seconds."""


def retry_after(headers: Mapping[str, str]) -> int | None:
    """Give the seconds of Retry-After (RFC 9110 §10.2.3), never negative, 31 days at most; None without a usable one.

    Its date form is measured against the answer's own Date, so that a wrong clock on either side does no harm.
    """
    value = headers.get("Retry-After", "").strip()
    if SECONDS.match(value):
        return bounded(value)
    return seconds_between(headers.get("Date", ""), value)


def seconds_between(earlier: str, later: str) -> int | None:
    """Give the seconds from one HTTP date to another, never negative, `MAX_WAIT_S` at most; None if either is none."""
    since, until = http_date(earlier), http_date(later)
    if since is None or until is None:
        return None
    return min(MAX_WAIT_S, max(0, int((until - since).total_seconds())))


def http_date(value: str) -> datetime | None:
    """Read a date as HTTP writes it (RFC 9110 §5.6.7); None where it is none."""
    try:
        date = parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return None
    return date if date.tzinfo else date.replace(tzinfo=UTC)


def bounded(digits: str) -> int:
    """Read seconds; anything longer than the cap has digits is the cap (int() itself refuses thousands of digits)."""
    significant = digits.lstrip("0") or "0"
    return MAX_WAIT_S if len(significant) > len(str(MAX_WAIT_S)) else min(MAX_WAIT_S, int(significant))
