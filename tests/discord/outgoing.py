"""Many digests sent at once, to a stand-in that holds strictly to Discord's rates; no waiting, and no gateway."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

import discord
from discord.http import Route

from bot.playground.standin.server import StandIn
from bot.playground.standin.world import Channel, Guild, World
from bot.publishers.discord import DiscordPublisher
from bot.replies import preload
from bot.traffic import Traffic
from storage import Store
from tests.discord.conftest import Clock
from tests.stepped import SteppedClock
from tests.verbs import deliverer_over

PER_SECOND = 50
"""Discord's docs, global rate limit."""

OVERLAPPING = 4
"""Deliveries that the ticks of the bot let overlap (`bot.app`)."""


def towns(world: World, guilds: int, channels: int) -> Mapping[Guild, Sequence[Channel]]:
    """Give so many guilds with so many channels each."""
    owner = world.add_user("Olin")
    made = [world.add_guild(f"Aldmouth {number}", owner=owner) for number in range(guilds)]
    return {guild: [world.add_channel(guild, f"news-{number}") for number in range(channels)] for guild in made}


@dataclass(frozen=True, slots=True)
class Sent:
    """What it took to send everything, in the time of the rates, and the channels in the order messages came."""

    seconds: float
    requests: int
    violations: int
    order: Sequence[int]

    @property
    def ratio(self) -> float:
        """The time it took, to the least that the limit allows for so many requests."""
        return self.seconds / (self.requests / PER_SECOND)


@asynccontextmanager
async def logged_in(standin: StandIn, traffic: Traffic) -> AsyncIterator[discord.Client]:
    """Give a client that may ask, and holds no gateway."""
    Route.BASE = standin.api_base
    client = discord.Client(intents=discord.Intents.none(), max_messages=None, http_trace=traffic.trace())
    async with client:
        await client.login(standin.token)
        yield client


async def send_all(store: Store, world: World, slot: datetime) -> Sent:
    """Deliver all that is due at a slot, as the ticks would."""
    await asyncio.to_thread(preload)
    clock = SteppedClock()
    async with (
        StandIn(world, strict_rates=True, clock=clock.arrive) as standin,
        clock.passing(),
        logged_in(standin, Traffic(clock=clock, sleep=clock.sleep)) as client,
    ):
        began, asked = clock.now, len(standin.exchanges)
        deliverer = deliverer_over(store, {"discord": DiscordPublisher(client)})

        async def tick() -> None:
            while (await deliverer.deliver(slot + timedelta(seconds=int(clock.now - began)))).late:
                pass

        async with asyncio.TaskGroup() as group:
            for _ in range(OVERLAPPING):
                group.create_task(tick())
        sent = standin.exchanges[asked:]
        posted = [int(one.path.split("/")[2]) for one in sent if one.method == "POST" and one.status < 300]
        assert standin.errors == []
        return Sent(clock.now - began, len(sent), standin.violations, posted)


def turns(sent: Sent, towns: Mapping[Guild, Sequence[Channel]]) -> list[int]:
    """Give, in the order messages came, the how-manieth of its guild each was, from 0."""
    guild_of = {channel.id: guild.id for guild, channels in towns.items() for channel in channels}
    seen: Counter[int] = Counter()
    made = []
    for channel in sent.order:
        made.append(seen[guild_of[channel]])
        seen[guild_of[channel]] += 1
    return made


def world_at(slot: datetime) -> World:
    """Give a world at a moment."""
    return World(Clock(slot))
