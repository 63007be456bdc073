"""A march of `tests.discord.marcher` with deaths on its way, and what stands in the stand-in's channels after it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from datetime import timedelta
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from bot.playground.server import WireServer
from bot.playground.standin.components import walk
from bot.playground.standin.faults import Fault
from bot.playground.standin.objects import Channel, ChannelType, Message
from bot.playground.standin.rest_messages import CROSSPOSTED
from bot.playground.standin.server import StandIn
from bot.playground.standin.world import World
from tests.discord.conftest import Clock, judge
from tests.discord.marcher import KINDS, SLOT_HOUR
from tests.integration.marcher import END, clock
from tests.mortal import NEVER

TYPES = {"announcements": ChannelType.ANNOUNCEMENT, "stories": ChannelType.FORUM}

NONCES_FORGOTTEN = timedelta(minutes=10)
"""Twice as long as a nonce is known: what a process finds after this, it finds by looking."""

Death = tuple[str, int]


class Standing(NamedTuple):
    """A message: where it stands, whether it was sent on, what tells it apart, its words."""

    place: str
    sent_on: bool
    marks: tuple[str, ...]
    text: str


Stands = dict[str, list[Standing]]
"""By channel, what stands in it and in its threads, in an order that does not depend on time."""


async def stands_after(
    run: Callable[[Any], Awaitable[int]],
    folder: Path,
    deaths: Iterable[Death],
    *,
    fault: Fault | None = None,
    evenings: int = 3,
    judged: bool = True,
) -> tuple[Stands, int]:
    """March through evenings with these deaths, at last to the end; give what stands, and how many deaths there were.

    Before each, `fault` is ordered for the next message. A march that comes to its end before its death is the last.
    `judged`: every request and answer is held against Discord's own document.
    """
    await asyncio.to_thread(folder.mkdir)
    world_clock = Clock(END)
    world = World(world_clock)
    guild = world.add_guild("Aldmouth", owner=world.add_user("Olin"))
    channels = {name: world.add_channel(guild, name, type=TYPES.get(name, ChannelType.TEXT)) for name in KINDS}
    channels["stories"].available_tags = [
        {"id": str(world.snowflake()), "name": "Aldmark", "moderated": False, "emoji_id": None, "emoji_name": None}
    ]
    died = 0
    async with WireServer(lambda: clock(folder).replace(hour=SLOT_HOUR)) as wire, StandIn(world) as standin:
        orders = {
            "folder": str(folder),
            "printed": str(folder / "moments"),
            "feeds": wire.addresses(),
            "guild": guild.id,
            "evenings": evenings,
            "channels": {name: channel.id for name, channel in channels.items()},
            "token": standin.token,
            "api_base": standin.api_base,
            "gateway_url": standin.gateway_url,
        }
        for die_at in chain(deaths, [NEVER]):
            if fault and die_at != NEVER:
                standin.faults.add(fault, method="POST", path=r"/messages$")
            if await run(orders | {"die_at": die_at}) == 0:
                break
            died += 1
            world_clock.at += NONCES_FORGOTTEN
        assert standin.errors == []
        if judged:
            judge(standin)
    return {name: _stands(world, channel) for name, channel in channels.items()}, died


def _stands(world: World, channel: Channel) -> list[Standing]:
    places = [channel, *(one for one in world.channels.values() if one.parent_id == channel.id)]
    return sorted(
        Standing(place.name, bool(message.flags & CROSSPOSTED), _marks(message), message.text)
        for place in places
        for message in place.messages
    )


def _marks(message: Message) -> tuple[str, ...]:
    return tuple(one["custom_id"] for one in walk(message.payload["components"]) if "custom_id" in one)
