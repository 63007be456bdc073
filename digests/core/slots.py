"""Slots: the instants at which local times of an IANA zone come round, clock changes included.

Pure but for zone data, which `zoneinfo` reads from the system or from tzdata as other modules read their constants.
It does not decide what becomes of a slot (core.timetable does) and reads no clock.

A slot is the first instant at which the zone's clock shows its local time or a later one. That alone gives the rules:
a skipped time moves to the end of the gap, a repeated one fires at its first showing, and the order of local times is
the order of their instants, so that none is lost and none doubled.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta
from difflib import get_close_matches
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, available_timezones

from digests.core.errors import UseError

LONGEST_WAIT = timedelta(days=8)
"""Between two slots of a weekly order: a week, and the day a zone repeats when it crosses the date line."""

_A_DAY = timedelta(days=1)
_TICK = timedelta(microseconds=1)


def slots_between(
    at: Collection[time], days: frozenset[int], timezone: str, start: datetime, end: datetime
) -> tuple[datetime, ...]:
    """Give the slots with start < slot <= end: aware UTC, ascending, distinct.

    `at` are local times of whole minutes, `days` ISO weekdays (Monday is 1) of the local date a time stands for, even
    where that date is skipped and the slot moves into the next.

    Raises:
        UseError: no such zone, see `zone`.
        ValueError: a bound without a zone of its own.
    """
    there = zone(timezone)
    first = _local(_aware(start), there).date()
    last = _local(_aware(end), there).date() + _A_DAY  # a clock set back may show an earlier date than the slot's
    wanted = (
        _first_showing(datetime.combine(day, moment), there)
        for day in _dates(first, last)
        if day.isoweekday() in days
        for moment in at
    )
    return tuple(sorted({slot for slot in wanted if start < slot <= end}))


def next_slot(at: Collection[time], days: frozenset[int], timezone: str, after: datetime) -> datetime:
    """Give the first slot after an instant. Errors as `slots_between`; ValueError also for no times or no days."""
    coming = slots_between(at, days, timezone, after, after + LONGEST_WAIT)
    if not coming:
        raise ValueError("a slot needs a time and a day")
    return coming[0]


def last_slot(
    at: Collection[time], days: frozenset[int], timezone: str, at_or_before: datetime, not_before: datetime
) -> datetime | None:
    """Give the newest slot with not_before <= slot <= at_or_before, or None. Errors as `slots_between`."""
    start = max(not_before - _TICK, at_or_before - LONGEST_WAIT)
    past = slots_between(at, days, timezone, start, at_or_before)
    return past[-1] if past else None


def zone(name: str) -> ZoneInfo:
    """Give the IANA zone of this name; aliases (Europe/Kiev, CET) are names too.

    Raises:
        UseError: `unknown-zone` with the name and a suggestion, which is None where nothing comes close.
    """
    if name not in _names():
        raise UseError("unknown-zone", name=name, suggestion=_suggestion(name))
    return ZoneInfo(name)


@lru_cache(maxsize=4096)  # the scheduler asks for the same few days at every tick
def _first_showing(wall: datetime, there: ZoneInfo) -> datetime:
    """Give the first instant at which the clock there shows `wall` (naive) or later, to a whole local minute."""
    instant = wall.replace(tzinfo=there).astimezone(UTC)
    if _local(instant, there) == wall:
        return instant
    # `wall` is skipped: by PEP 495 fold=1 lies before the change and fold=0 after it.
    before = wall.replace(tzinfo=there, fold=1).astimezone(UTC)
    seconds = range(int((instant - before).total_seconds()) + 1)
    change = before + timedelta(
        seconds=bisect_left(seconds, wall, key=lambda passed: _local(before + timedelta(seconds=passed), there))
    )
    return change + timedelta(seconds=-_local(change, there).second % 60)  # offsets had seconds until 1972


def _local(instant: datetime, there: ZoneInfo) -> datetime:
    return instant.astimezone(there).replace(tzinfo=None, fold=0)


def _aware(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        raise ValueError(f"instant without a zone: {instant}")
    return instant


def _dates(first: date, last: date) -> tuple[date, ...]:
    return tuple(first + timedelta(days=passed) for passed in range((last - first).days + 1))


_NOT_PLACES = frozenset({"localtime", "Factory"})
"""Files of the zone database that name no zone: this machine's own clock, and "not set"."""

_MEANT = {
    **dict.fromkeys(("kyiv", "kiev", "lviv", "odesa", "kharkiv", "dnipro", "eest"), "Europe/Kyiv"),
    **dict.fromkeys(("cest", "mez", "mesz", "munich", "hamburg", "frankfurt", "cologne", "germany"), "Europe/Berlin"),
    **dict.fromkeys(("bst", "uk", "england", "manchester"), "Europe/London"),
    **dict.fromkeys(("barcelona", "spain"), "Europe/Madrid"),
    **dict.fromkeys(("milan", "italy"), "Europe/Rome"),
    **dict.fromkeys(("lyon", "france"), "Europe/Paris"),
    **dict.fromkeys(("est", "edt", "et", "eastern", "washington", "boston", "miami"), "America/New_York"),
    **dict.fromkeys(("cst", "cdt", "ct", "central", "houston", "dallas"), "America/Chicago"),
    **dict.fromkeys(("mdt", "mountain"), "America/Denver"),
    **dict.fromkeys(("pst", "pdt", "pt", "pacific", "san_francisco", "seattle"), "America/Los_Angeles"),
    **dict.fromkeys(("brt", "rio_de_janeiro", "brasilia"), "America/Sao_Paulo"),
    **dict.fromkeys(("ist", "mumbai", "delhi", "new_delhi", "bangalore", "india"), "Asia/Kolkata"),
    **dict.fromkeys(("beijing", "shenzhen", "china"), "Asia/Shanghai"),
    **dict.fromkeys(("jst", "osaka"), "Asia/Tokyo"),
    **dict.fromkeys(("aest", "aedt", "canberra"), "Australia/Sydney"),
    "msk": "Europe/Moscow",
    "z": "UTC",
}
"""What people write who know no zone names: abbreviations, and cities and countries that have no zone of their name."""

_OFFSET = re.compile(r"(?:utc|gmt)?([+-])0?(\d{1,2})(?::?00)?")
_CLOSE_ENOUGH = 0.75  # difflib ratio: two slips in eight letters ("Europ/Berln"), not another city of that length


@cache
def _names() -> frozenset[str]:
    return frozenset(available_timezones()) - _NOT_PLACES


@cache
def _spellings() -> dict[str, str]:
    """Give, in lower case, each zone's whole name and its last part where that is a place → the zone."""
    places = {name.rpartition("/")[2].casefold(): name for name in sorted(_names()) if not name.startswith("Etc/")}
    return places | {name.casefold(): name for name in sorted(_names())} | _MEANT


def _suggestion(name: str) -> str | None:
    typed = "_".join(name.casefold().split())
    if offset := _OFFSET.fullmatch(typed):
        sign = "-" if offset[1] == "+" else "+"  # POSIX counts westwards: Etc/GMT-2 is two hours ahead of UTC
        fixed = f"Etc/GMT{sign}{offset[2]}"
        return fixed if fixed in _names() else None
    known = _spellings()
    close = get_close_matches(typed, known, n=1, cutoff=_CLOSE_ENOUGH)
    return known[close[0]] if close else None
