"""How the stand-in misbehaves on request: Discord's bad days, one request at a time."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any


class Drop(Enum):
    """When the line is cut without an answer."""

    BEFORE = "nothing happened yet"
    AFTER = "all of it happened"
    NEVER_ANSWER = "nothing happens, the line stays open"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer in place of the right one; nothing happens. A body that is text is HTML, as of a proxy in front."""

    status: int
    body: dict[str, Any] | str
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """Something that happens in the world before the request is carried out, which it then is."""

    happens: Callable[[], None]


Fault = Drop | Answer | Meanwhile


def rate_limited(retry_after: float, *, scope: str = "user", via: bool = True) -> Answer:
    """Give a 429. Without `via` it is Cloudflare's, which discord.py does not wait for."""
    body = {
        "message": "You are being rate limited.",
        "retry_after": retry_after,
        "global": scope == "global",
        "code": 0,
    }
    headers = [("Retry-After", str(retry_after)), ("X-RateLimit-Scope", scope)]
    return Answer(429, body, tuple([*headers, ("Via", "1.1 google")] if via else headers))


def slow_mode(retry_after: float) -> Answer:
    """Give the 429 of a channel in which one may write only so often, whoever writes."""
    body = {"message": "This action cannot be performed due to slowmode rate limit.", "retry_after": retry_after}
    headers = (("Retry-After", str(retry_after)), ("X-RateLimit-Scope", "shared"), ("Via", "1.1 google"))
    return Answer(429, body | {"global": False, "code": 20016}, headers)


def broken(status: int = 500) -> Answer:
    """Give a fault of the server."""
    return Answer(status, {"message": f"{status}: Internal Server Error", "code": 0})


def forbidden_by_cloudflare() -> Answer:
    """Give an HTML 403."""
    return Answer(403, "<!doctype html><title>Access denied</title>")


@dataclass(slots=True)
class _Planned:
    fault: Fault
    method: str | None
    path: re.Pattern[str]
    left: int


class Faults:
    """Faults to come; each is used as often as it was ordered."""

    def __init__(self) -> None:
        self._planned: list[_Planned] = []

    def add(self, fault: Fault, *, method: str | None = None, path: str = ".*", times: int = 1) -> None:
        """Have the next requests of a method whose path matches go wrong."""
        self._planned.append(_Planned(fault, method, re.compile(path), times))

    def take(self, method: str, path: str) -> Fault | None:
        """Give the fault of a request, if one was ordered."""
        for planned in self._planned:
            if planned.left and planned.method in {None, method} and planned.path.search(path):
                planned.left -= 1
                return planned.fault
        return None
