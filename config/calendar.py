"""How times of day, days of the week and time zones are written and read. Errors as in `config.values`.

No clock and no slots: which moments these make is computed elsewhere.
"""

from __future__ import annotations

import re
from datetime import time
from functools import lru_cache
from importlib.resources import files
from typing import Annotated, TypeAlias
from zoneinfo import available_timezones

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from config.values import TEXT_OR_LIST, found, read_list, suggest, wrong_type

ZONE_COLUMNS = 3
"""zone.tab: country, coordinates, zone, and a comment for some."""

CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
WEEKDAYS = {"mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6, "sun": 7}
WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAY_SETS = {"daily": range(1, 8), "weekdays": range(1, 6), "weekends": range(6, 8)}


def read_times(value: object) -> tuple[time, ...]:
    """Read "08:00", "08:00,18:00" or a list; give them in order of the day, each once."""
    parts = read_list(value)
    if isinstance(parts, time):  # TOML's own local time: at = 08:00:00
        parts = [parts]
    if not isinstance(parts, list | tuple):
        raise wrong_type("times", value)
    if not parts:
        raise PydanticCustomError("empty-list", "empty")
    return tuple(sorted({_read_time(part) for part in parts}))


def _read_time(value: object) -> time:
    if isinstance(value, time):
        return value.replace(second=0, microsecond=0)
    match = CLOCK.fullmatch(value.strip()) if isinstance(value, str) else None
    if not match:
        raise PydanticCustomError("bad-time", "{found}", {"found": found(value)})
    return time(int(match[1]), int(match[2]))


def read_days(value: object) -> frozenset[int]:
    """Read "daily", "weekdays", "weekends", or weekdays as "mon,thu" or a list; give ISO weekdays, Monday is 1."""
    if isinstance(value, str) and (named := DAY_SETS.get(value.strip().lower())):
        return frozenset(named)
    parts = read_list(value)
    if not isinstance(parts, list | tuple | frozenset):
        raise wrong_type("days", value)
    if not parts:
        raise PydanticCustomError("empty-list", "empty")
    return frozenset(_read_day(part) for part in parts)


def written_days(days: frozenset[int]) -> list[str]:
    """Give ISO weekdays as they are read."""
    return [name for name, number in WEEKDAYS.items() if number in days]


def _read_day(value: object) -> int:
    word = value.strip().lower() if isinstance(value, str) else ""
    if word in WEEKDAYS:
        return WEEKDAYS[word]
    if word in WEEKDAY_NAMES:
        return WEEKDAY_NAMES.index(word) + 1
    suggestion = suggest(word, [*WEEKDAYS, *WEEKDAY_NAMES, *DAY_SETS])
    raise PydanticCustomError("bad-day", "{found}", {"found": found(value), "suggestion": suggestion})


@lru_cache(maxsize=1)
def zone_names() -> frozenset[str]:
    """Give all IANA zones of this machine (or of the tzdata package)."""
    return frozenset(available_timezones())


def read_zone(value: object) -> str:
    """Read the name of an IANA zone."""
    if not isinstance(value, str):
        raise wrong_type("text", value)
    name = value.strip()
    if name in zone_names():
        return name
    raise PydanticCustomError("bad-zone", "{found}", {"found": found(value), "suggestion": _suggest_zone(name)})


def _suggest_zone(name: str) -> str:
    """Give the zone meant by a misspelt name, or by a city alone; names in use come before their old spellings."""
    zones = sorted(zone for zone in zone_names() if "/" in zone and not zone.startswith("Etc/"))
    current = _current_zones()
    word = name.replace(" ", "_")
    if "/" in word:
        return suggest(word, sorted(current)) or suggest(word, zones)
    cities = {zone.rsplit("/", 1)[1]: zone for zone in (*zones, *sorted(current))}
    return cities.get(suggest(word, sorted(cities)), "")


@lru_cache(maxsize=1)
def _current_zones() -> frozenset[str]:
    """Give the zones in use today, by country: zone.tab leaves out aliases such as Europe/Kiev."""
    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return frozenset(row[2] for row in rows if len(row) >= ZONE_COLUMNS) & zone_names()


Times: TypeAlias = Annotated[tuple[time, ...], BeforeValidator(read_times), WithJsonSchema(TEXT_OR_LIST)]
Days: TypeAlias = Annotated[frozenset[int], BeforeValidator(read_days), WithJsonSchema(TEXT_OR_LIST)]
Zone: TypeAlias = Annotated[str, BeforeValidator(read_zone)]
