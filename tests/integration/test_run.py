"""`tidings run` as an admin runs it: a process of its own, a config file, feeds over HTTP, digests on stdout."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.feed_server import FeedServer

PATIENCE_S = 40.0
FERRY = "Ferry terminal in Varnholm reopens after fire"
RATE = "Bank of Oresia cuts its rate to 2.75 percent"


def rss(*titles: str) -> bytes:
    items = "".join(
        f"<item><guid>{title}</guid><link>https://kestrel.example/{number}</link><title>{title}</title>"
        f"<description>{title}, officials of the town said on Monday morning.</description></item>"
        for number, title in enumerate(titles)
    )
    return f"<rss version='2.0'><channel><title>Kestrel</title>{items}</channel></rss>".encode()


class Running:
    """A `tidings run` and what it printed so far."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.printed = ""

    async def until(self, words: str) -> None:
        assert self.process.stdout is not None
        async with asyncio.timeout(PATIENCE_S):
            while words not in self.printed:
                line = await self.process.stdout.readline()
                assert line, f"it ended without {words!r}: {self.printed}"
                self.printed += line.decode()

    async def stop(self, number: signal.Signals) -> int:
        self.process.send_signal(number)
        async with asyncio.timeout(PATIENCE_S):
            printed, _ = await self.process.communicate()
        self.printed += printed.decode()
        assert self.process.returncode is not None
        return self.process.returncode


async def run(config: Path) -> Running:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "run",
        "--config",
        str(config),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    return Running(process)


@pytest.fixture
async def server() -> AsyncIterator[FeedServer]:
    async with FeedServer() as one:
        one.set("/rss", rss(FERRY, RATE))
        yield one


@pytest.fixture
def config(tmp_path: Path, server: FeedServer) -> Path:
    path = tmp_path / "tidings.toml"
    path.write_text(
        f'[storage]\npath = "{tmp_path / "tidings.db"}"\n'
        '[polling]\ninterval = 2\nallow_private_hosts = ["127.0.0.1"]\n'
        f'[[topics]]\nname = "Coast"\nfeeds = ["{server.url("/rss")}"]\nbackfill = 5\n'
    )
    return path


@pytest.mark.timeout(150)
async def test_feeds_of_the_file_end_as_a_digest_once(config: Path, server: FeedServer) -> None:
    first = await run(config)
    await first.until(FERRY)
    second = await run(config)
    _, refusal = await second.process.communicate()
    assert (second.process.returncode, "in use by another Tidings" in refusal.decode()) == (1, True)
    assert await first.stop(signal.SIGTERM) == 0
    assert first.printed.count(RATE) == 1 or RATE in first.printed

    polled = server.count("/rss")
    again = await run(config)
    async with asyncio.timeout(PATIENCE_S):
        while server.count("/rss") < polled + 2:
            server.arrived.clear()
            await server.arrived.wait()
    assert await again.stop(signal.SIGINT) == 130
    assert FERRY not in again.printed
