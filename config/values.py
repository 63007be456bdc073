"""How one value is written and read: durations, sizes, times of day, weekdays, zones, addresses. No keys here.

Each reader takes what TOML or an environment variable gave and raises `PydanticCustomError`, whose type is the code
of a `Problem`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from datetime import time, timedelta
from functools import lru_cache
from importlib.resources import files
from typing import Annotated, TypeAlias
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from pydantic import BeforeValidator, SecretStr, WithJsonSchema
from pydantic_core import PydanticCustomError

LONGEST_SHOWN = 60
"""Characters of a wrong value that are repeated: what fits on a terminal's line beside the sentence."""

DURATION_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
DURATION_PARTS = re.compile(r"(?:\d{1,9}[smhdw]\s*)+")
DURATION_PART = re.compile(r"(\d+)([smhdw])")
LONGEST_S = 3650 * 86_400
"""Ten years: longer is a slip of the keyboard, and `timedelta` has an end."""

SIZE = re.compile(r"(\d{1,12})\s*(b|kb|mb|gb|kib|mib|gib)?", re.IGNORECASE)
SIZE_UNITS = {"b": 1, "kb": 10**3, "mb": 10**6, "gb": 10**9, "kib": 2**10, "mib": 2**20, "gib": 2**30}

ZONE_COLUMNS = 3
"""zone.tab: country, coordinates, zone, and a comment for some."""

CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")  # the shape of BCP 47, not its registry
WEEKDAYS = {"mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6, "sun": 7}
WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAY_SETS = {"daily": range(1, 8), "weekdays": range(1, 6), "weekends": range(6, 8)}


def wrong_type(expected: str, value: object) -> PydanticCustomError:
    """Give the error for a value of another type than the one expected (text, number, list, duration, size)."""
    return PydanticCustomError("wrong-type", "{expected}: {found}", {"expected": expected, "found": found(value)})


def found(value: object) -> str:
    """Give a value as it stands in the file, short enough for a sentence."""
    text = str(value).lower() if isinstance(value, bool) else repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"


def suggest(word: str, known: list[str]) -> str:
    """Give the known word that was probably meant, or nothing."""
    lowered = {one.lower(): one for one in known}
    close = difflib.get_close_matches(word.lower(), lowered, n=1)
    return lowered[close[0]] if close else ""


def read_whole_number(value: object) -> object:
    """Refuse what Python would quietly take for a whole number: true, 2.0."""
    if isinstance(value, str) and re.fullmatch(r"[+-]?\d{1,19}", value.strip()):
        return int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise wrong_type("number", value)
    return value


def read_amount(value: object) -> object:
    """Refuse true and false, which Python takes for 1 and 0."""
    if isinstance(value, bool):
        raise wrong_type("decimal", value)
    return value


def read_duration(value: object) -> timedelta:
    """Read seconds as a number, or "45s", "30m", "1h30m", "7d", "2w"."""
    if isinstance(value, timedelta):
        return value
    text = str(value).strip().lower()
    seconds = 0
    if isinstance(value, int | str) and not isinstance(value, bool):
        if text.isascii() and text.isdigit():
            seconds = int(text)
        elif DURATION_PARTS.fullmatch(text):
            parts = DURATION_PART.findall(text)
            seconds = sum(
                int(count) * int(timedelta(**{DURATION_UNITS[unit]: 1}).total_seconds()) for count, unit in parts
            )
        else:
            raise wrong_type("duration", value)
        if seconds > LONGEST_S:
            raise PydanticCustomError("too-large", "{limit}", {"limit": "3650d", "found": found(value)})
        return timedelta(seconds=seconds)
    raise wrong_type("duration", value)


def read_positive_duration(value: object) -> timedelta:
    """Read a duration of at least a second."""
    duration = read_duration(value)
    if not duration:
        raise PydanticCustomError("too-small", "{limit}", {"limit": "1s", "found": found(value)})
    return duration


def read_size(value: object) -> int:
    """Read bytes as a number, or "500 kB", "10 MB", "8 MiB"."""
    match = None if isinstance(value, bool) else SIZE.fullmatch(str(value).strip())
    if not match:
        raise wrong_type("size", value)
    size = int(match[1]) * SIZE_UNITS[(match[2] or "b").lower()]
    if not size:
        raise PydanticCustomError("too-small", "{limit}", {"limit": "1", "found": found(value)})
    return size


def read_list(value: object) -> object:
    """Read "a, b" as two values; an environment variable knows no lists."""
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    if isinstance(value, int) and not isinstance(value, bool):
        return [value]
    return value


def one_or_many(value: object) -> object:
    """Read one text as a list of it. Addresses may hold commas, so they are not parted."""
    return [value] if isinstance(value, str) else value


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


def address_reader(*schemes: str) -> Callable[[object], str]:
    """Give a reader of addresses with one of these schemes and a host."""

    def read_address(value: object) -> str:
        if not isinstance(value, str):
            raise wrong_type("text", value)
        text = value.strip()
        try:
            parts = urlsplit(text)
            is_good = parts.scheme in schemes and bool(parts.hostname) and not re.search(r"\s", text)
            _ = parts.port
        except ValueError:
            is_good = False
        if not is_good:
            expected = ", ".join(f"{scheme}://" for scheme in schemes)
            raise PydanticCustomError("bad-address", "{found}", {"found": found(value), "expected": expected})
        return text

    return read_address


def read_language(value: object) -> str:
    """Read a language code such as "en" or "pt-BR"."""
    if not isinstance(value, str) or not LANGUAGE.fullmatch(value.strip()):
        raise PydanticCustomError("bad-language", "{found}", {"found": found(value)})
    return value.strip()


def read_name(value: object) -> str:
    """Read a text that may not be blank."""
    if not isinstance(value, str):
        raise wrong_type("text", value)
    if not value.strip():
        raise PydanticCustomError("blank", "blank")
    return value.strip()


def read_secret(value: object) -> object:
    """Read a secret; a blank one is a slip, since leaving the key out is how to have none."""
    if isinstance(value, str):
        return read_name(value)
    return value


TEXT_OR_NUMBER = {"type": ["string", "integer"]}
TEXT_OR_LIST = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
TEXT_NUMBER_OR_LIST = {"anyOf": [*TEXT_OR_LIST["anyOf"], {"type": "array", "items": {"type": "integer"}}]}

Number: TypeAlias = Annotated[int, BeforeValidator(read_whole_number)]
Amount: TypeAlias = Annotated[float, BeforeValidator(read_amount)]
Duration: TypeAlias = Annotated[timedelta, BeforeValidator(read_positive_duration), WithJsonSchema(TEXT_OR_NUMBER)]
DurationOrZero: TypeAlias = Annotated[timedelta, BeforeValidator(read_duration), WithJsonSchema(TEXT_OR_NUMBER)]
Size: TypeAlias = Annotated[int, BeforeValidator(read_size), WithJsonSchema(TEXT_OR_NUMBER)]
Times: TypeAlias = Annotated[tuple[time, ...], BeforeValidator(read_times), WithJsonSchema(TEXT_OR_LIST)]
Days: TypeAlias = Annotated[frozenset[int], BeforeValidator(read_days), WithJsonSchema(TEXT_OR_LIST)]
Zone: TypeAlias = Annotated[str, BeforeValidator(read_zone)]
Language: TypeAlias = Annotated[str, BeforeValidator(read_language)]
Name: TypeAlias = Annotated[str, BeforeValidator(read_name)]
Address: TypeAlias = Annotated[str, BeforeValidator(address_reader("http", "https"))]
SocketAddress: TypeAlias = Annotated[str, BeforeValidator(address_reader("ws", "wss"))]
Secret: TypeAlias = Annotated[SecretStr, BeforeValidator(read_secret)]
Names: TypeAlias = Annotated[tuple[Name, ...], BeforeValidator(read_list), WithJsonSchema(TEXT_OR_LIST)]
Numbers: TypeAlias = Annotated[tuple[Number, ...], BeforeValidator(read_list), WithJsonSchema(TEXT_NUMBER_OR_LIST)]
Addresses: TypeAlias = Annotated[tuple[Address, ...], BeforeValidator(one_or_many), WithJsonSchema(TEXT_OR_LIST)]
