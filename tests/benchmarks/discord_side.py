"""How soon the bot is connected, and how soon it acknowledges a command while it polls: `tidings run` by itself.

The stand-in and the people live in this process, the feeds in another, the bot in a third.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, closing
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from bot.playground.standin.people import Person
from bot.playground.standin.server import StandIn
from bot.playground.standin.world import Channel, Guild, World
from bot.schedule import utc_now
from digests.core.editions import Destination
from storage import open_store
from tests.benchmarks.wire_server import address
from tests.builders import edition, topic

KNOWN = 5000
POLLED = 2000
DIGESTS = 200
A_GUILD = 100
"""Feeds of a server, half of what one may have; each server has as many digests as make `DIGESTS` in all."""

COMING = timedelta(minutes=9)
"""When the digests are due: within what they are prepared ahead, and beyond the measurement."""

PAUSE_S = 0.05
"""Between two commands."""

LONGEST_S = 600.0

PEER = """
import asyncio, sys, discord, yarl
discord.http.Route.BASE = sys.argv[1]
discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(sys.argv[2])
discord.Client(intents=discord.Intents(guilds=True)).run(sys.argv[3], log_handler=None)
"""


class Connected(NamedTuple):
    """A client that runs, and how many seconds passed until it was connected."""

    pid: int
    seconds: float


async def fill(path: Path, guilds: Sequence[Guild], feeds: Sequence[str]) -> None:
    """Give each guild a topic that holds its share of these feeds, all due."""
    async with open_store(path) as store:
        now = utc_now()
        for number, url in enumerate(feeds):
            held = await store.topics.put_topic(topic(guild_id=guilds[number // A_GUILD].id))
            feed = await store.feeds.add_feed(url, now=now)
            await store.topics.attach(held.id, feed.id, now=now, backfill=10)


def towns(world: World, feeds: int) -> dict[Guild, Channel]:
    """Give as many servers as hold these feeds, each with a channel."""
    owner = world.add_user("Olin")
    guilds = [world.add_guild(f"Aldmouth {number}", owner=owner) for number in range(feeds // A_GUILD)]
    return {guild: world.add_channel(guild, "news") for guild in guilds}


@asynccontextmanager
async def bot(folder: Path, standin: StandIn) -> AsyncIterator[Connected]:
    """Run the bot until the end."""
    settings = {
        "TIDINGS_DISCORD__TOKEN": standin.token,
        "TIDINGS_DISCORD__API_BASE": standin.api_base,
        "TIDINGS_DISCORD__GATEWAY_URL": standin.gateway_url,
        "TIDINGS_STORAGE__PATH": str(folder / "tidings.db"),
        "TIDINGS_POLLING__ALLOW_PRIVATE_HOSTS": "127.0.0.0/8",
        "TIDINGS_LOGGING__LEVEL": "error",
        "TIDINGS_WEB__PORT": "0",
    }
    async with process([sys.executable, "-m", "bot", "run"], standin, settings) as running:
        yield running


@asynccontextmanager
async def process(command: list[str], standin: StandIn, settings: dict[str, str]) -> AsyncIterator[Connected]:
    """Run a client until the end."""
    began = time.perf_counter()
    running = await asyncio.create_subprocess_exec(*command, env={**os.environ, **settings})
    try:
        await standin.gateway.connected(timeout_s=60)
        yield Connected(running.pid, time.perf_counter() - began)
    finally:
        running.terminate()
        await running.wait()


async def start_up(folder: Path) -> tuple[float, float]:
    """Give the seconds to a connection with these feeds known, and those of a bare discord.py client."""
    world = World(utc_now)
    guilds = towns(world, KNOWN)
    await fill(folder / "tidings.db", [*guilds], [f"http://127.0.0.1:9/{number}" for number in range(KNOWN)])
    async with StandIn(world) as standin, bot(folder, standin) as ours:
        pass
    async with StandIn(world) as standin:
        peer = [sys.executable, "-c", PEER, standin.api_base, standin.gateway_url, standin.token]
        async with process(peer, standin, {}) as bare:
            pass
    return ours.seconds, bare.seconds


async def acknowledgements(folder: Path, port: int) -> list[float]:
    """Give the seconds to each acknowledgement while all feeds are polled and all digests made, shortest first."""
    world = World(utc_now)
    channels = towns(world, POLLED)
    path = folder / "tidings.db"
    await fill(path, [*channels], [address(number, port) for number in range(POLLED)])
    await order(path, channels, digests=DIGESTS)
    guild, channel = next(iter(channels.items()))
    asked: list[float] = []
    async with StandIn(world) as standin, bot(folder, standin), asyncio.timeout(LONGEST_S):
        who = standin.person(next(iter(world.users.values())), guild, channel)
        who.user = world.users[guild.owner_id]
        while await asyncio.to_thread(made, path) < DIGESTS:
            asked += [await ask(who, number) for number in range(20)]
    return sorted(asked)


async def order(path: Path, channels: Mapping[Guild, Channel], *, digests: int) -> None:
    """Have so many digests told soon, as many in each server."""
    now = utc_now()
    due = (now + COMING).time().replace(second=0, microsecond=0)
    async with open_store(path) as store:
        for guild, channel in channels.items():
            (held,) = await store.topics.topics(guild.id)
            for number in range(digests // len(channels)):
                place = Destination(platform="discord", address=str(channel.id + number))
                named = {"guild_id": guild.id, "topics": (held.id,), "destination": place}
                await store.editions.put_edition(
                    edition(f"Digest {number}", at=(due,), timezone="UTC", created=now, **named)
                )


def made(path: Path) -> int:
    """Count the digests."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as store:
        (count,) = store.execute("SELECT COUNT(*) FROM digest").fetchone()
    return int(count)


async def ask(who: Person, number: int) -> float:
    """Send one command, or one half-typed option, and give when it was acknowledged."""
    await asyncio.sleep(PAUSE_S)
    match number % 5:
        case 0:
            reply = await who.command("topics")
        case 1:
            reply = await who.command("digest list")
        case 2:
            reply = await who.command("topic create", name=f"Topic {number}")
        case 3:
            reply = await who.command("latest")
        case _:
            began = time.perf_counter()
            await who.complete("topic show", "topic", "every")
            return time.perf_counter() - began
    return reply.acknowledged_after


async def measure() -> None:
    """Print both figures."""
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        ours, bare = await start_up(Path(one))
        print(f"connected with {KNOWN} feeds known: {ours:.2f} s; a bare client: {bare:.2f} s ({ours / bare:.1f} x)")
        wire = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.benchmarks.wire_server",
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        assert wire.stdout is not None
        port = int(await wire.stdout.readline())
        try:
            asked = await acknowledgements(Path(two), port)
        finally:
            wire.terminate()
            await wire.wait()
        p50, p99 = asked[len(asked) // 2], asked[int(len(asked) * 0.99)]
        print(
            f"acknowledged while {POLLED} feeds are polled and {DIGESTS} digests made: "
            f"p50 {p50 * 1000:.0f} ms, p99 {p99 * 1000:.0f} ms, "
            f"longest {asked[-1] * 1000:.0f} ms, of {len(asked)}"
        )


def main() -> None:
    """Measure."""
    asyncio.run(measure())


if __name__ == "__main__":
    main()
