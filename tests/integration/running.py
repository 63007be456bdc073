"""A `tidings run` in a process of its own, and what it says."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path

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

    async def logged(self, words: str) -> None:
        """Wait until the log holds these words."""
        async with asyncio.timeout(PATIENCE_S):
            while words not in self.words():
                assert self.process.returncode is None, self.words()
                await asyncio.sleep(0.02)

    async def ended(self) -> tuple[int | None, str]:
        """Wait for the end; give the exit code and what stands in the log."""
        async with asyncio.timeout(PATIENCE_S):
            await self.process.communicate()
        return self.process.returncode, self.words()

    async def stop(self, number: signal.Signals) -> int:
        self.process.send_signal(number)
        async with asyncio.timeout(PATIENCE_S):
            printed, _ = await self.process.communicate()
        self.printed += printed.decode()
        assert self.process.returncode is not None
        return self.process.returncode


@asynccontextmanager
async def run(config: Path, **environ: str) -> AsyncIterator[Running]:
    """Run until the block ends, however it ends; `environ` are variables beside this process's own."""
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
            stdin=asyncio.subprocess.DEVNULL,
            env={**os.environ, **environ},
        )
    try:
        yield Running(process, log)
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


def write_config(
    folder: Path, server: FeedServer, *lines: str, data: Path | None = None, topic: str = "Coast", path: str = "/rss"
) -> Path:
    """Write a config file of one topic with the feed at `path`, more lines before it; `data` is where the store is."""
    file = folder / "tidings.toml"
    file.write_text(
        f'[storage]\npath = "{(data or folder) / "tidings.db"}"\n'
        "[web]\nport = 0\n"
        '[polling]\ninterval = 2\nallow_private_hosts = ["127.0.0.1"]\n'
        + "".join(f"{line}\n" for line in lines)
        + f'[[topics]]\nname = "{topic}"\nfeeds = ["{server.url(path)}"]\nbackfill = 5\n'
    )
    return file
