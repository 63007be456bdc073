"""What an answer's status and headers mean to us. Pure: headers in (any case-insensitive mapping), values out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Final

from digests.core.models import Failure, FetchFailed, Validators
from digests.core.waits import SECONDS, bounded, http_date, retry_after, seconds_between

PERMANENT: Final = frozenset({301, 308})
REDIRECTS: Final = PERMANENT | {302, 303, 307}

_READABLE: Final = frozenset({200, 203, 204, 205})  # the last two have no body, which is told as such
_MAX_VALIDATOR_CHARS: Final = 4096  # half the header size that servers commonly take (8 KiB: nginx, Apache)
_CHALLENGES: Final = {"cf-mitigated": {"challenge"}, "x-amzn-waf-action": {"challenge", "captcha"}}
_MAX_REST_S: Final = 3600
_UNIX: Final = 10**9  # seconds; no host asks to wait for thirty years
_NUMBER = re.compile(r"\d{1,12}(?:\.\d{1,12})?\Z")
_DIRECTIVE = re.compile(r'([a-z-]+)(?:\s*=\s*"?([^",\s]*)"?)?')

_REASONS: Final = {
    401: Failure.LOGIN,
    403: Failure.BLOCKED,
    404: Failure.NOT_FOUND,
    410: Failure.GONE,
    429: Failure.RATE_LIMITED,
    451: Failure.BLOCKED,
}


def refused(status: int, headers: Mapping[str, str], host: str) -> FetchFailed | None:
    """Give what kind of no this is, or None where the answer's body is to be read. Redirects and 304 come before."""
    retry_after_s = retry_after(headers) if status in {429, 503} else None
    if any(headers.get(name, "").strip().lower() in values for name, values in _CHALLENGES.items()):
        return FetchFailed(
            reason=Failure.BLOCKED,
            detail=f"{host} asks every reader to prove to be human",
            status=status,
            retry_after_s=retry_after_s,
        )
    if status in _READABLE:
        return None
    server = Failure.SERVER if status >= HTTPStatus.INTERNAL_SERVER_ERROR else Failure.STATUS
    return FetchFailed(
        reason=_REASONS.get(status, server),
        detail=f"{host} answered {_phrase(status)}",
        status=status,
        retry_after_s=retry_after_s,
    )


def not_taken(status: int, headers: Mapping[str, str], host: str) -> FetchFailed | None:
    """Give why a form was not taken, or None where it was: any 2xx, whatever its body. Redirects come before."""
    is_taken = HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES
    return None if is_taken else refused(status, headers, host)


def max_age(headers: Mapping[str, str]) -> int | None:
    """Give for how many seconds the answer stays fresh (RFC 9111 §4.2.1); None where it does not say.

    max-age less the Age the answer already has, else Expires against Date; an Expires that is no date is past. With
    no-cache or no-store the answer says nothing about when to come again.
    """
    directives = dict(_DIRECTIVE.findall(headers.get("Cache-Control", "").lower()))
    if "no-cache" in directives or "no-store" in directives:
        return None
    if SECONDS.match(lifetime := directives.get("max-age", "")):
        age = headers.get("Age", "").strip()
        return max(0, bounded(lifetime) - (bounded(age) if SECONDS.match(age) else 0))
    if "Expires" not in headers:
        return None
    return seconds_between(headers.get("Date", ""), headers["Expires"]) if http_date(headers["Expires"]) else 0


def rest_s(headers: Mapping[str, str]) -> int | None:
    """Give for how many seconds the host's allowance is used up; None where it is not, or does not say.

    `X-RateLimit-Remaining` and `-Reset` as Reddit sends them (seconds) and GitHub (a Unix time); an hour at most.
    """
    remaining, reset = (headers.get(f"X-RateLimit-{name}", "").strip() for name in ("Remaining", "Reset"))
    if not _NUMBER.match(remaining) or not _NUMBER.match(reset) or float(remaining) >= 1:
        return None
    seconds = float(reset)
    if seconds > _UNIX:
        date = http_date(headers.get("Date", ""))
        seconds = seconds - date.timestamp() if date else 0.0
    return max(0, min(_MAX_REST_S, int(seconds) + 1))


def last_modified(headers: Mapping[str, str]) -> str | None:
    """Give Last-Modified as it can be sent back; None too where it lies after the answer's own Date.

    Such a date (forbidden by RFC 9110 §8.8.2.1) would hide every change until it has come.
    """
    value = sendable(headers.get("Last-Modified"))
    written, sent = http_date(value or ""), http_date(headers.get("Date", ""))
    return None if written and sent and written > sent else value


def sendable(validator: str | None) -> str | None:
    """Give an ETag or Last-Modified as it can be sent back byte for byte, or None where it cannot or names nothing.

    An empty tag would match whatever is there for ever. aiohttp sends headers as UTF-8, so other bytes cannot return.
    """
    value = (validator or "").strip()
    if value.removeprefix("W/").strip('"') == "" or len(value) > _MAX_VALIDATOR_CHARS or not value.isprintable():
        return None
    return value


def conditional(validators: Validators) -> dict[str, str]:
    """Give the headers that make a request conditional (RFC 9110 §13.1); none where we hold no validator."""
    pairs = {
        "If-None-Match": sendable(validators.etag),
        "If-Modified-Since": sendable(validators.last_modified),
    }
    return {name: value for name, value in pairs.items() if value is not None}


def media_type(headers: Mapping[str, str]) -> str | None:
    """Give the type of Content-Type without its parameters, lower case; None where there is none."""
    return headers.get("Content-Type", "").partition(";")[0].strip().lower() or None


def _phrase(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase.lower()}"
    except ValueError:
        return str(status)
