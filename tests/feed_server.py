"""A feed server on loopback whose answers a test sets as it goes: bodies, statuses, delays, hangs, garbage.

It answers conditional requests as a good server does and keeps every request, so that a test can count them.
It knows nothing of the code under test.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Any, Self

from aiohttp import web


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a path gives. `delay_s` passes first; `hang` answers never; `raw` goes out as it is, then the line is cut.

    `etag` None makes one from the body, "" sends none; `last_modified` is an HTTP date, "" sends none.
    """

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    content_type: str = "application/xml"
    etag: str | None = None
    last_modified: str = ""
    delay_s: float = 0.0
    hang: bool = False
    raw: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A request that came in; header names in lower case."""

    path: str
    headers: Mapping[str, str]
    status: int


class FeedServer:
    """`async with FeedServer() as server:` listens on a free port of 127.0.0.1 until the block ends."""

    def __init__(self, host: str = "127.0.0.1") -> None:
        self.host = host
        self.port = 0
        self.requests: list[Seen] = []
        self.arrived = asyncio.Event()
        self._answers: dict[str, Answer] = {}
        self._next: dict[str, list[Answer]] = {}
        self._closing = asyncio.Event()

    async def __aenter__(self) -> Self:
        self._runner = web.ServerRunner(web.Server(self._serve, access_log=None), shutdown_timeout=0.2)
        await self._runner.setup()
        await web.TCPSite(self._runner, self.host, 0).start()
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        await self._runner.cleanup()

    def url(self, path: str) -> str:
        """Give the address of a path."""
        return f"http://{self.host}:{self.port}{path}"

    def set(self, path: str, body: bytes | str = b"", **answer: Any) -> None:
        """Set what a path gives from now on; the fields of `Answer` by name. Forgets failures set before."""
        content = body.encode() if isinstance(body, str) else body
        self._answers[path] = Answer(body=content, **answer)
        self._next.pop(path, None)

    def fail(self, path: str, *, times: int = 1, **answer: Any) -> None:
        """Answer otherwise `times` times (`status=503`, `hang=True`, `raw=b"garbage"`, …), then as before."""
        self._next.setdefault(path, []).extend([Answer(**answer)] * times)

    def redirect(self, path: str, to: str, *, status: int = 301) -> None:
        """Redirect a path to another path of this server, or to a whole address."""
        self.set(path, status=status, headers={"Location": to})

    def remove(self, path: str) -> None:
        """Answer 404 for a path from now on, as for every path never set."""
        self._answers.pop(path, None)
        self._next.pop(path, None)

    def count(self, path: str, *, status: int | None = None) -> int:
        """Give how many requests a path had, or how many of them were answered with a status."""
        return sum(seen.path == path and status in {None, seen.status} for seen in self.requests)

    def last(self, path: str) -> Seen:
        """Give the newest request of a path."""
        return next(seen for seen in reversed(self.requests) if seen.path == path)

    async def _serve(self, request: web.BaseRequest) -> web.StreamResponse:
        path = request.raw_path
        queued = self._next.get(path)
        answer = queued.pop(0) if queued else self._answers.get(path, Answer(status=404))
        status = 304 if _is_unchanged(answer, request) else answer.status
        headers = {name.lower(): value for name, value in request.headers.items()}
        self.requests.append(Seen(path=path, headers=headers, status=status))
        self.arrived.set()
        if answer.delay_s:
            await asyncio.sleep(answer.delay_s)
        if answer.hang:
            await self._closing.wait()
        if answer.raw is not None or answer.hang:
            return _cut(request, answer.raw or b"")
        body = b"" if status == 304 else answer.body
        return web.Response(status=status, body=body, headers=_headers(answer, status))


def _headers(answer: Answer, status: int) -> dict[str, str]:
    validators = {"ETag": _etag(answer), "Last-Modified": answer.last_modified} if status in {200, 304} else {}
    told = {name: value for name, value in validators.items() if value}
    return {"Content-Type": answer.content_type} | told | dict(answer.headers)


def _etag(answer: Answer) -> str:
    return f'"{hashlib.blake2b(answer.body, digest_size=8).hexdigest()}"' if answer.etag is None else answer.etag


def _is_unchanged(answer: Answer, request: web.BaseRequest) -> bool:
    """RFC 9110 §13.2.2: If-None-Match decides where it is sent, If-Modified-Since only without it."""
    if answer.status != 200:
        return False
    if (held := request.headers.get("If-None-Match")) is not None:
        return bool(_etag(answer)) and _etag(answer) in {one.strip() for one in held.split(",")}
    since = request.headers.get("If-Modified-Since")
    if not since or not answer.last_modified:
        return False
    return parsedate_to_datetime(answer.last_modified) <= parsedate_to_datetime(since)


def _cut(request: web.BaseRequest, raw: bytes) -> web.Response:
    """Put bytes on the line that need not be HTTP, and hang up."""
    if request.transport is not None:
        request.transport.write(raw)
        request.transport.close()
    return web.Response()
