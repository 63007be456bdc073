"""`tidings run` under a service manager: told when it is ready and lives, stopped in time, given other settings."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.feed_server import FeedServer
from tests.integration.running import FERRY, PATIENCE_S, run, write_config

pytestmark = pytest.mark.timeout(150)

STOP_S = 10.0
"""What a stop may take: supervisors kill after it (docker after 10 s, the unit and compose file after 15)."""


class Manager:
    """The service manager's end of $NOTIFY_SOCKET."""

    def __init__(self, path: Path) -> None:
        self.address = str(path)
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(self.address)
        self._socket.setblocking(False)
        self.told: list[str] = []

    async def until(self, words: str) -> None:
        async with asyncio.timeout(PATIENCE_S):
            while not any(words in one for one in self.told):
                self.told.append((await asyncio.get_running_loop().sock_recv(self._socket, 4096)).decode())

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def manager(tmp_path: Path) -> Iterator[Manager]:
    with closing(Manager(tmp_path / "notify")) as one:
        yield one


async def test_the_manager_is_told_when_it_is_ready_that_it_lives_and_that_it_stops(
    config: Path, manager: Manager
) -> None:
    async with run(config, NOTIFY_SOCKET=manager.address, WATCHDOG_USEC="400000") as bot:
        await manager.until("READY=1\nSTATUS=polling feeds")
        manager.told.clear()
        for _ in range(3):
            await manager.until("WATCHDOG=1")
            manager.told.remove("WATCHDOG=1")
        assert await bot.stop(signal.SIGTERM) == 0
        await manager.until("STOPPING=1")


async def test_a_stop_takes_less_than_ten_seconds_while_a_feed_hangs(config: Path, server: FeedServer) -> None:
    server.set("/rss", hang=True)
    async with run(config) as bot:
        async with asyncio.timeout(PATIENCE_S):
            await server.arrived.wait()
        began = asyncio.get_running_loop().time()
        assert await bot.stop(signal.SIGTERM) == 0
        took = asyncio.get_running_loop().time() - began
        print(f"stopped within {took:.1f} s")
        assert took < STOP_S
        assert "Traceback" not in bot.words(), bot.words()


async def test_hup_takes_up_what_may_change_and_names_what_needs_a_restart(
    config: Path, tmp_path: Path, server: FeedServer
) -> None:
    async with run(config) as bot:
        await bot.until(FERRY)
        server.set("/other", b"")
        write_config(tmp_path, server, "timeout = 7", '[logging]\nformat = "json"', topic="Shore", path="/other")
        bot.process.send_signal(signal.SIGHUP)
        await bot.logged('configuration read again changed=logging.format,topics"')
        await bot.logged("configuration needs a restart keys=polling.timeout")
        async with asyncio.timeout(PATIENCE_S):
            while not server.count("/other"):
                server.arrived.clear()
                await server.arrived.wait()
        assert await bot.stop(signal.SIGTERM) == 0


async def test_a_wrong_file_changes_nothing_and_each_of_its_problems_is_logged(
    config: Path, server: FeedServer
) -> None:
    async with run(config) as bot:
        await bot.until(FERRY)
        await asyncio.to_thread(config.write_text, '[polling]\nintervall = 3\ntimeout = "soon"\n')
        bot.process.send_signal(signal.SIGHUP)
        await bot.logged("tidings.toml:2: polling.intervall")
        await bot.logged("tidings.toml:3: polling.timeout")
        polled = server.count("/rss")
        async with asyncio.timeout(PATIENCE_S):
            while server.count("/rss") == polled:
                server.arrived.clear()
                await server.arrived.wait()
        assert await bot.stop(signal.SIGTERM) == 0
        assert "Traceback" not in bot.words()
