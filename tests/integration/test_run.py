"""`tidings run` as an admin runs it: a process of its own, a config file, feeds over HTTP, digests on stdout."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path

import pytest

from tests.feed_server import FeedServer

PATIENCE_S = 40.0
RUNS = count()
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

    def __init__(self, process: asyncio.subprocess.Process, log: Path) -> None:
        self.process = process
        self.printed = ""
        self._log = log

    async def until(self, words: str) -> None:
        assert self.process.stdout is not None
        while words not in self.printed:
            try:
                line = await asyncio.wait_for(self.process.stdout.readline(), PATIENCE_S)
            except TimeoutError:
                line = b""
            assert line, f"no {words!r} came: {self.printed}\n{self.words()}"
            self.printed += line.decode()

    def words(self) -> str:
        return self._log.read_text()

    async def stop(self, number: signal.Signals) -> int:
        self.process.send_signal(number)
        async with asyncio.timeout(PATIENCE_S):
            printed, _ = await self.process.communicate()
        self.printed += printed.decode()
        assert self.process.returncode is not None
        return self.process.returncode


@asynccontextmanager
async def run(config: Path) -> AsyncIterator[Running]:
    """Run until the block ends, however it ends."""
    log = config.with_name(f"{next(RUNS)}.log")
    with log.open("wb") as words:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            "run",
            "--config",
            str(config),
            stdout=asyncio.subprocess.PIPE,
            stderr=words,
        )
    try:
        yield Running(process, log)
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


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
        "[web]\nport = 0\n"
        '[polling]\ninterval = 2\nallow_private_hosts = ["127.0.0.1"]\n'
        f'[[topics]]\nname = "Coast"\nfeeds = ["{server.url("/rss")}"]\nbackfill = 5\n'
    )
    return path


@pytest.mark.timeout(150)
async def test_feeds_of_the_file_end_as_a_digest_once(config: Path, server: FeedServer) -> None:
    async with run(config) as first:
        await first.until(FERRY)
        async with run(config) as second:
            await second.process.communicate()
            assert (second.process.returncode, "in use by another Tidings" in second.words()) == (1, True)
        assert await first.stop(signal.SIGTERM) == 0

    polled = server.count("/rss")
    async with run(config) as again:
        async with asyncio.timeout(PATIENCE_S):
            while server.count("/rss") < polled + 2:
                server.arrived.clear()
                await server.arrived.wait()
        assert await again.stop(signal.SIGINT) == 130
    assert FERRY not in again.printed
