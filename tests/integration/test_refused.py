"""What a bot cannot run with: each a sentence and an exit code, no traceback, and nothing lost."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest

from bot.playground.standin.server import StandIn
from bot.playground.standin.world import World
from storage import open_store
from tests.builders import NOW
from tests.feed_server import FeedServer
from tests.integration.running import FERRY, PATIENCE_S, Running, rss, run, write_config

pytestmark = pytest.mark.timeout(150)

needs_mounts = pytest.mark.skipif(os.geteuid() != 0, reason="LOUD: only root may mount a tiny disk")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Give what makes a small disk, by its mount options."""
    folder = tmp_path / "disk"
    folder.mkdir()
    made = []

    def make(options: str) -> Path:
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], capture_output=True, text=True, check=False
        )
        if done.returncode:
            pytest.skip(f"LOUD: no disk can be mounted here: {done.stderr}")
        made.append(folder)
        return folder

    yield make
    for _ in made:
        subprocess.run(["umount", folder], check=True)


async def urls(path: Path) -> list[str]:
    async with open_store(path, read_only=True) as store:
        return [feed.url for feed in await store.feeds.feeds()]


@needs_mounts
async def test_a_data_folder_that_cannot_be_written_is_named(
    tmp_path: Path, server: FeedServer, disk: Callable[[str], Path]
) -> None:
    folder = await asyncio.to_thread(disk, "size=8m")
    async with open_store(folder / "tidings.db") as store:
        await store.feeds.add_feed(server.url("/kept"), now=NOW)
    await asyncio.to_thread(subprocess.run, ["mount", "-o", "remount,ro", str(folder)], check=True)
    async with run(write_config(tmp_path, server, data=folder)) as bot:
        code, words = await bot.ended()
    assert (code, "Traceback" in words) == (1, False)
    assert "cannot be used" in words
    assert str(folder) in words


@needs_mounts
async def test_a_disk_that_is_full_at_the_start_is_named(
    tmp_path: Path, server: FeedServer, disk: Callable[[str], Path]
) -> None:
    folder = await asyncio.to_thread(disk, "size=64k")
    async with run(write_config(tmp_path, server, data=folder)) as bot:
        code, words = await bot.ended()
    assert (code, "Traceback" in words) == (1, False)
    assert "no room left" in words or "cannot be used" in words


@needs_mounts
async def test_a_disk_that_fills_up_is_told_once_and_all_goes_on_when_there_is_room(
    tmp_path: Path, server: FeedServer, disk: Callable[[str], Path]
) -> None:
    folder = await asyncio.to_thread(disk, "size=3m")
    config = write_config(tmp_path, server, data=folder)
    async with run(config) as bot:
        await bot.until(FERRY)
        ballast = folder / "ballast"
        with pytest.raises(OSError, match="No space"):
            await asyncio.to_thread(ballast.write_bytes, b"\0" * 4_000_000)
        titles = [f"Ferry {number} of Varnholm leaves for island {number}" for number in range(400)]
        server.set("/rss", rss(*titles))
        await bot.logged("database refuses")
        await asyncio.to_thread(ballast.unlink)
        await bot.logged("database works again")
        assert await bot.stop(signal.SIGTERM) == 0
        words = bot.words()
    assert words.count("database refuses") == 1
    assert "Traceback" not in words
    assert await urls(folder / "tidings.db") == [server.url("/rss")]


async def test_a_damaged_database_is_named_and_left_as_it_is(tmp_path: Path, server: FeedServer) -> None:
    path = tmp_path / "tidings.db"
    async with open_store(path) as store:
        await store.feeds.add_feed(server.url("/kept"), now=NOW)
    torn = bytearray(await asyncio.to_thread(path.read_bytes))
    torn[4096:] = b"\x5a" * (len(torn) - 4096)
    await asyncio.to_thread(path.write_bytes, torn)
    async with run(write_config(tmp_path, server)) as bot:
        code, words = await bot.ended()
    assert (code, "Traceback" in words) == (1, False)
    assert "tidings restore" in words
    assert await asyncio.to_thread(path.read_bytes) == torn


def refusing(folder: Path, server: FeedServer, standin: StandIn, token: str) -> AbstractAsyncContextManager[Running]:
    """Give a bot that speaks to the stand-in with this token."""
    account = f'[discord]\ntoken = "{token}"\napi_base = "{standin.api_base}"\ngateway_url = "{standin.gateway_url}"'
    return run(write_config(folder, server, account))


async def test_a_wrong_token_is_named(tmp_path: Path, server: FeedServer) -> None:
    async with StandIn(World(lambda: NOW)) as standin, refusing(tmp_path, server, standin, "not-the-token") as bot:
        code, words = await bot.ended()
    assert (code, "Traceback" in words) == (2, False)
    assert "Discord refuses the token" in words
    assert await urls(tmp_path / "tidings.db") == [server.url("/rss")]


async def test_intents_that_are_missing_are_named(tmp_path: Path, server: FeedServer) -> None:
    async with StandIn(World(lambda: NOW)) as standin, refusing(tmp_path, server, standin, standin.token) as bot:
        await bot.logged("commands synced")
        await standin.gateway.connected(sessions=1)
        await standin.gateway.drop(4014)
        code, words = await bot.ended()
    assert (code, "Traceback" in words) == (2, False)
    assert "Discord refuses the intents" in words


async def test_a_proxy_that_cannot_be_reached_is_named_and_tried_again(tmp_path: Path, server: FeedServer) -> None:
    nobody = 'token = "some-token"\napi_base = "http://127.0.0.1:9/api/v10"'
    config = write_config(tmp_path, server, f"[discord]\n{nobody}")
    async with run(config) as bot:
        await bot.logged("gateway unreachable")
        async with asyncio.timeout(PATIENCE_S):
            await server.arrived.wait()  # feeds are read all the same
        assert await bot.stop(signal.SIGTERM) == 0
        assert "Traceback" not in bot.words()
