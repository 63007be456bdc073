"""How soon the bot is connected, and how soon it acknowledges a command while it polls: `tidings run` by itself.

The stand-in and the people live in this process, the feeds in another, the bot in a third.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from bot.playground.standin.people import Person
from bot.playground.standin.server import StandIn
from bot.playground.standin.world import Channel, Guild, World
from bot.schedule import utc_now
from storage import open_store
from tests.benchmarks.wire_server import address
from tests.builders import topic

KNOWN = 1000
POLLED = 500
COMMANDS = 300
PAUSE_S = 0.05
"""Between two commands: 300 of them span the first poll of 500 feeds."""

PEER = """
import asyncio, sys, discord, yarl
discord.http.Route.BASE = sys.argv[1]
discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(sys.argv[2])
discord.Client(intents=discord.Intents(guilds=True)).run(sys.argv[3], log_handler=None)
"""


async def fill(path: Path, guild: Guild, feeds: Sequence[str]) -> None:
    """Give the guild a topic that holds these feeds, all due."""
    async with open_store(path) as store:
        held = await store.topics.put_topic(topic("Everything", guild_id=guild.id))
        now = utc_now()
        for url in feeds:
            feed = await store.feeds.add_feed(url, now=now)
            await store.topics.attach(held.id, feed.id, now=now, backfill=0)


def town(world: World) -> tuple[Guild, Channel]:
    """Give a server with one channel."""
    guild = world.add_guild("Aldmouth", owner=world.add_user("Olin"))
    return guild, world.add_channel(guild, "news")


@asynccontextmanager
async def bot(folder: Path, standin: StandIn) -> AsyncIterator[float]:
    """Run the bot; give how many seconds passed until it was connected."""
    settings = {
        "TIDINGS_DISCORD__TOKEN": standin.token,
        "TIDINGS_DISCORD__API_BASE": standin.api_base,
        "TIDINGS_DISCORD__GATEWAY_URL": standin.gateway_url,
        "TIDINGS_STORAGE__PATH": str(folder / "tidings.db"),
        "TIDINGS_POLLING__ALLOW_PRIVATE_HOSTS": "127.0.0.0/8",
        "TIDINGS_LOGGING__LEVEL": "error",
    }
    async with process([sys.executable, "-m", "bot", "run"], standin, settings) as seconds:
        yield seconds


@asynccontextmanager
async def process(command: list[str], standin: StandIn, settings: dict[str, str]) -> AsyncIterator[float]:
    """Run a client until the end; give how many seconds passed until it was connected."""
    began = time.perf_counter()
    running = await asyncio.create_subprocess_exec(*command, env={**os.environ, **settings})
    try:
        await standin.gateway.connected(timeout_s=60)
        yield time.perf_counter() - began
    finally:
        running.terminate()
        await running.wait()


async def start_up(folder: Path) -> tuple[float, float]:
    """Give the seconds to a connection with 1,000 feeds known, and those of a bare discord.py client."""
    world = World(utc_now)
    guild, _ = town(world)
    await fill(folder / "tidings.db", guild, [f"http://127.0.0.1:9/{number}" for number in range(KNOWN)])
    async with StandIn(world) as standin, bot(folder, standin) as ours:
        pass
    async with StandIn(world) as standin:
        peer = [sys.executable, "-c", PEER, standin.api_base, standin.gateway_url, standin.token]
        async with process(peer, standin, {}) as bare:
            pass
    return ours, bare


async def acknowledgements(folder: Path, port: int) -> list[float]:
    """Give the seconds to each acknowledgement while 500 feeds are polled for the first time, shortest first."""
    world = World(utc_now)
    guild, channel = town(world)
    await fill(folder / "tidings.db", guild, [address(number, port) for number in range(POLLED)])
    async with StandIn(world) as standin, bot(folder, standin):
        who = standin.person(next(iter(world.users.values())), guild, channel)
        who.user = world.users[guild.owner_id]
        asked = [await ask(who, number) for number in range(COMMANDS)]
    return sorted(asked)


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
            f"acknowledged while {POLLED} feeds are polled: p50 {p50 * 1000:.0f} ms, p99 {p99 * 1000:.0f} ms, "
            f"longest {asked[-1] * 1000:.0f} ms, of {len(asked)}"
        )


def main() -> None:
    """Measure."""
    asyncio.run(measure())


if __name__ == "__main__":
    main()
