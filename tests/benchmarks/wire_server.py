"""The captured feeds on loopback, one host (127.0.x.y) a feed: `python -m tests.benchmarks.wire_server COUNT`.

Raw asyncio, so that the server costs each client the same and little. Prints its port, ends with its standard input.
"""

from __future__ import annotations

import asyncio
import hashlib
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

HOSTS = 250


def address(number: int, port: int) -> str:
    """Give the address of a feed; each has a host of its own, as real feeds have."""
    return f"http://127.0.{1 + number // HOSTS}.{1 + number % HOSTS}:{port}/{number}"


def bodies() -> list[bytes]:
    """Give the captures in a fixed order."""
    from tests.data_path import ROOT  # it imports pytest, which must not weigh on those who poll

    return [path.read_bytes() for path in sorted((ROOT / "feeds" / "captures").iterdir())]


class Wire:
    """Answers `GET /NUMBER` with a capture, or with 304 where the request names its ETag."""

    def __init__(self) -> None:
        self._answers = []
        for body in bodies():
            etag = f'"{hashlib.sha1(body).hexdigest()}"'
            size = f"Content-Type: application/xml\r\nContent-Length: {len(body)}"
            head = f"HTTP/1.1 200 OK\r\n{size}\r\nETag: {etag}\r\n\r\n"
            unchanged = f"HTTP/1.1 304 Not Modified\r\nETag: {etag}\r\n\r\n"
            self._answers.append((etag.encode(), head.encode() + body, unchanged.encode()))

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one connection's requests."""
        try:
            while True:
                request = await reader.readuntil(b"\r\n\r\n")
                number = int(request.split(b" ", 2)[1][1:])
                etag, whole, unchanged = self._answers[number % len(self._answers)]
                writer.write(unchanged if etag in request else whole)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()


@contextmanager
def serving() -> Iterator[str]:
    """Run the server in a process of its own; give its port."""
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.wire_server"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert server.stdin is not None
    assert server.stdout is not None
    try:
        yield server.stdout.readline().strip()
    finally:
        server.stdin.close()
        server.wait(timeout=10)


async def main() -> None:
    """Serve until standard input ends."""
    server = await asyncio.start_server(Wire().serve, "0.0.0.0", 0, backlog=1024)  # all of 127.0.0.0/8
    print(server.sockets[0].getsockname()[1], flush=True)
    async with server:
        await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(main())
