"""10,000 editions due at eight: prepared in the ten minutes before, sent as fast as Discord allows and no faster.

The store, the core, discord.py and HTTP are real. Time for the rates is stepped, so nobody waits; preparing is measured
in real time.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from datetime import timedelta
from pathlib import Path

import discord

from bot.publishers.discord import DiscordPublisher
from bot.replies import preload
from digests.language.lexicon import lexicon
from storage import Store, open_store
from tests.discord.outgoing import send_all, towns, turns, world_at
from tests.soak.town import SLOT, with_guilds, with_news
from tests.verbs import AHEAD, preparer_over

GUILDS, CHANNELS = 2_000, 5
SAMPLE = 60
"""Guilds of the run in which no two editions ask the same."""

MOST_RATIO, MOST_REQUESTS = 1.1, 2.0
"""What issue 10 asks for: of the least time the limits allow, and requests an edition."""


async def prepare(store: Store) -> tuple[int, float, float]:
    """Prepare all that is due, as the ticks would; give how many digests, the seconds, and those of CPU."""
    publisher = DiscordPublisher(discord.Client(intents=discord.Intents.none()))
    preparer = preparer_over(store, {"discord": publisher}, idf_of=lexicon().idf_of)
    began, cpu, made = time.perf_counter(), time.process_time(), 0
    while new := await preparer.prepare(SLOT - AHEAD + timedelta(seconds=int(time.perf_counter() - began))):
        made += len(new)
        print(f"  prepared {made} in {time.perf_counter() - began:.0f} s", flush=True)
    return made, time.perf_counter() - began, time.process_time() - cpu


async def measure(guilds: int = GUILDS) -> bool:
    """Print how the slot went, and say whether it went as it should."""
    await asyncio.to_thread(preload)
    world = world_at(SLOT)
    places = towns(world, guilds, CHANNELS)
    editions = guilds * CHANNELS
    with tempfile.TemporaryDirectory() as folder:
        async with open_store(Path(folder) / "filtered.db") as store:
            feeds = await with_news(store)
            sample = {guild.id: [one.id for one in channels] for guild, channels in [*places.items()][:SAMPLE]}
            await with_guilds(store, feeds, sample, filtered=True)
            made, seconds, cpu = await prepare(store)
            print(
                f"no two ask the same: {made} digests, {cpu / made * 1000:.0f} ms of CPU each, {seconds:.0f} s in all"
            )
        async with open_store(Path(folder) / "store.db") as store:
            feeds = await with_news(store)
            await with_guilds(store, feeds, {guild.id: [one.id for one in own] for guild, own in places.items()})
            print(f"{editions} editions of {guilds} guilds stored", flush=True)
            made, seconds, cpu = await prepare(store)
            print(f"{made} digests prepared in {seconds:.0f} s, {cpu / made * 1000:.0f} ms of CPU each; ahead: {AHEAD}")
            in_time = made == editions and seconds <= AHEAD.total_seconds()
            began = time.perf_counter()
            sent = await send_all(store, world, SLOT)
    in_turn = turns(sent, places)
    last_first = len(in_turn) - in_turn[::-1].index(0)
    print(
        f"{len(sent.order)} messages in {sent.seconds:.1f} s of the limit's time, {sent.ratio:.3f} of the least; "
        f"{sent.requests / editions:.3f} requests an edition, {sent.violations} violations; "
        f"each of {guilds} guilds had its first after {last_first} messages ({time.perf_counter() - began:.0f} s real)"
    )
    return (
        in_time
        and len({*sent.order}) == len(sent.order) == editions
        and sent.ratio <= MOST_RATIO
        and sent.requests <= MOST_REQUESTS * editions
        and sent.violations == 0
    )


def main() -> bool:
    """Measure."""
    return asyncio.run(measure())


if __name__ == "__main__":
    raise SystemExit(not main())
