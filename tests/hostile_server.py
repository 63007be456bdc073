"""A loopback web server that misbehaves on demand: raw sockets, so that it can break every rule of HTTP.

    async with HostileServer() as server:
        server.on("/feed", reply(200, {"ETag": '"1"'}, b"<rss/>"))
        server.url("/feed"), server.requests, server.connections, server.sent_bytes

A behaviour is `async (request, line) -> None`; the line is closed after it. Tests alone use this.
"""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import zlib
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Self, TypeAlias

import brotli


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a client asked: the target as it stood on the wire, header names in lower case."""

    target: str
    headers: dict[str, str]


class Line:
    """The way back to the client; counts what it was handed. Ends the behaviour when the client has gone."""

    def __init__(self, writer: asyncio.StreamWriter) -> None:
        self._writer = writer
        self.sent_bytes = 0

    async def send(self, data: bytes) -> None:
        self._writer.write(data)
        await self._writer.drain()
        self.sent_bytes += len(data)


Behaviour: TypeAlias = Callable[[Request, Line], Awaitable[None]]
Headers: TypeAlias = Mapping[str, str] | Iterable[tuple[str, str]]


class HostileServer:
    """Serves behaviours by path on 127.0.0.1; an unknown path is a 404."""

    def __init__(self) -> None:
        self._routes: dict[str, Behaviour] = {}
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._lines: list[Line] = []
        self.requests: list[Request] = []
        self.connections = 0

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", 0)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._server is not None
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    @property
    def port(self) -> int:
        assert self._server is not None
        return int(self._server.sockets[0].getsockname()[1])

    @property
    def sent_bytes(self) -> int:
        """Bytes handed to the kernel on all lines; what a client read is less by the socket buffers."""
        return sum(line.sent_bytes for line in self._lines)

    @property
    def paths(self) -> list[str]:
        """The paths served."""
        return list(self._routes)

    def url(self, path: str, *, host: str = "127.0.0.1", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    def on(self, path: str, *behaviours: Behaviour) -> None:
        """Serve these behaviours on a path (query aside), one a request; the last one stays."""
        left = list(behaviours)

        async def take_turns(request: Request, line: Line) -> None:
            await (left.pop(0) if len(left) > 1 else left[0])(request, line)

        self._routes[path] = take_turns

    def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        task = asyncio.get_running_loop().create_task(self._converse(reader, writer))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line = Line(writer)
        self._lines.append(line)
        try:
            with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
                request = _read_request(await reader.readuntil(b"\r\n\r\n"))
                self.requests.append(request)
                await self._routes.get(request.target.partition("?")[0], reply(404))(request, line)
                writer.close()
                await writer.wait_closed()
        finally:
            writer.transport.abort()


def _read_request(head: bytes) -> Request:
    first, *rest = head.decode("latin-1").split("\r\n")
    pairs = (text.partition(":") for text in rest if text)
    return Request(target=first.split(" ")[1], headers={name.lower(): value.strip() for name, _, value in pairs})


def head(status: int, headers: Headers = ()) -> bytes:
    """Give a status line and headers, as they are, doubles and all."""
    pairs = headers.items() if isinstance(headers, Mapping) else headers
    lines = [f"HTTP/1.1 {status} Whatever", *(f"{name}: {value}" for name, value in pairs), "Connection: close"]
    return "\r\n".join(lines).encode() + b"\r\n\r\n"


def raw(data: bytes) -> Behaviour:
    """Send exactly these bytes, then close."""

    async def behave(request: Request, line: Line) -> None:
        await line.send(data)

    return behave


def reply(status: int = 200, headers: Headers = (), body: bytes = b"") -> Behaviour:
    """Answer properly, with the right Content-Length."""
    pairs = list(headers.items() if isinstance(headers, Mapping) else headers)
    return raw(head(status, [*pairs, ("Content-Length", str(len(body)))]) + body)


def redirect(location: str, status: int = 302) -> Behaviour:
    """Send the client elsewhere."""
    return reply(status, {"Location": location})


def endless(headers: Headers = (), piece: bytes = b"x" * 2**16) -> Behaviour:
    """Send a body without end, as fast as it is taken."""

    async def behave(request: Request, line: Line) -> None:
        await line.send(head(200, headers))
        while True:
            await line.send(piece)

    return behave


def drip(pause_s: float = 0.01) -> Behaviour:
    """Send a body a byte at a time, for ever: no single read ever takes long."""

    async def behave(request: Request, line: Line) -> None:
        await line.send(head(200))
        while True:
            await line.send(b"x")
            await asyncio.sleep(pause_s)

    return behave


def silence(asked: asyncio.Event) -> Behaviour:
    """Take the request, say so through the event, and never answer."""

    async def behave(request: Request, line: Line) -> None:
        asked.set()
        await asyncio.Event().wait()

    return behave


def packed(body: bytes, coding: str) -> bytes:
    """Compress a body as `gzip`, `deflate` (zlib), `raw-deflate` or `br`."""
    match coding:
        case "gzip":
            return gzip.compress(body)
        case "deflate":
            return zlib.compress(body)
        case "raw-deflate":
            return zlib.compress(body, wbits=-zlib.MAX_WBITS)
        case "br":
            return bytes(brotli.compress(body, quality=5))
        case _:
            raise ValueError(f"unknown coding {coding}")


def bomb(coding: str, size: int) -> Behaviour:
    """Answer with `size` zeros, which compressed are next to nothing."""
    return reply(200, {"Content-Encoding": coding.removeprefix("raw-")}, packed(bytes(size), coding))
