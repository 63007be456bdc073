"""How one value is written and read: numbers, durations, sizes, lists, names, addresses. No keys here.

Each reader takes what TOML or an environment variable gave and raises `PydanticCustomError`, whose type is the code
of a `Problem`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from datetime import timedelta
from ipaddress import ip_network
from typing import Annotated, TypeAlias
from urllib.parse import urlsplit

import idna
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

LABEL = r"[^\W_](?:[\w-]*[^\W_])?"
HOST = re.compile(rf"(?P<name>{LABEL}(?:\.{LABEL})*)\.?(?::\d{{1,5}})?")
BRACKETED = re.compile(r"\[(?P<address>[^\]]*)\](?::\d{1,5})?")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")  # the shape of BCP 47, not its registry


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
        if re.fullmatch(r"\d{1,12}", text, re.ASCII):
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


def address_reader(*schemes: str) -> Callable[[object], str]:
    """Give a reader of addresses with one of these schemes and a host."""

    def read_address(value: object) -> str:
        if not isinstance(value, str):
            raise wrong_type("text", value)
        text = value.strip()
        try:
            parts = urlsplit(text)
            is_good = parts.scheme in schemes and bool(parts.hostname) and not re.search(r"\s", text)
            _ = parts.port  # raises where it is no port
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


def read_host(value: object) -> str:
    """Read a host name, an IP address or a network, with or without a port."""
    text = read_name(value)
    try:
        if match := HOST.fullmatch(text):
            _ = match["name"].isascii() or idna.encode(match["name"], uts46=True)
        else:
            bracketed = BRACKETED.fullmatch(text)
            ip_network(bracketed["address"] if bracketed else text, strict=False)
    except (ValueError, UnicodeError):
        raise PydanticCustomError("bad-host", "{found}", {"found": found(value)}) from None
    return text


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
Language: TypeAlias = Annotated[str, BeforeValidator(read_language)]
Name: TypeAlias = Annotated[str, BeforeValidator(read_name)]
Address: TypeAlias = Annotated[str, BeforeValidator(address_reader("http", "https"))]
SocketAddress: TypeAlias = Annotated[str, BeforeValidator(address_reader("ws", "wss"))]
Secret: TypeAlias = Annotated[SecretStr, BeforeValidator(read_secret)]
Host: TypeAlias = Annotated[str, BeforeValidator(read_host)]
Hosts: TypeAlias = Annotated[tuple[Host, ...], BeforeValidator(read_list), WithJsonSchema(TEXT_OR_LIST)]
Names: TypeAlias = Annotated[tuple[Name, ...], BeforeValidator(read_list), WithJsonSchema(TEXT_OR_LIST)]
Numbers: TypeAlias = Annotated[tuple[Number, ...], BeforeValidator(read_list), WithJsonSchema(TEXT_NUMBER_OR_LIST)]
Addresses: TypeAlias = Annotated[tuple[Address, ...], BeforeValidator(one_or_many), WithJsonSchema(TEXT_OR_LIST)]
