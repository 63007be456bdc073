"""Killed with -9 between a send and its record, and at ten other moments: each part stands in the channel once."""

from __future__ import annotations

import asyncio
import json
import random
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.playground.server import WireServer
from bot.playground.standin.components import walk
from bot.playground.standin.faults import Drop
from bot.playground.standin.server import StandIn
from bot.playground.standin.world import Channel, World
from tests.discord.conftest import Clock, judge
from tests.integration.marcher import END, clock

AFTER_SENDING: list[list[Any]] = [["send-after", 1], ["send-after", 1], ["send-after", 2]]
NONCES_FORGOTTEN = timedelta(minutes=10)
"""Twice as long as a nonce is known: what a process finds after this, it finds by looking."""


async def march(folder: Path, standin: StandIn, channel: Channel, feeds: Sequence[str], die_at: list[Any]) -> int:
    """Run one process to its end; give its exit code."""
    orders = {
        "api_base": standin.api_base,
        "gateway_url": standin.gateway_url,
        "token": standin.token,
        "guild": channel.guild_id,
        "channel": channel.id,
        "feeds": feeds,
        "die_at": die_at,
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.discord.marcher", str(folder), json.dumps(orders), stderr=asyncio.subprocess.PIPE
    )
    _, said = await process.communicate()
    assert process.returncode in {0, -9}, said.decode()
    return process.returncode


async def channel_after(folder: Path, deaths: Sequence[list[Any]]) -> Channel:
    """March with these deaths and then to the end; give the channel as it stands."""
    world_clock = Clock(END)
    world = World(world_clock)
    guild = world.add_guild("Aldmouth", owner=world.add_user("Olin"))
    channel = world.add_channel(guild, "news")
    async with WireServer(lambda: clock(folder)) as wire, StandIn(world) as standin:
        for die_at in deaths:
            standin.faults.add(Drop.AFTER, method="POST", path=r"/messages$")
            assert await march(folder, standin, channel, wire.addresses(), die_at) == -9
            world_clock.at += NONCES_FORGOTTEN
        assert await march(folder, standin, channel, wire.addresses(), ["never", 0]) == 0
        assert standin.errors == []
        judge(standin)
    return channel


def marks(channel: Channel) -> list[str]:
    """Give what tells the parts of digests apart."""
    return [
        component["custom_id"]
        for message in channel.messages
        for component in walk(message.payload["components"])
        if "custom_id" in component
    ]


@pytest.mark.timeout(180)
async def test_a_dozen_deaths_and_dropped_connections_leave_each_part_once(tmp_path: Path) -> None:
    dice = random.Random(3)
    others = [[f"write-{when}", dice.randint(1, 9)] for when in ("before", "after") * 5]
    deaths = [*AFTER_SENDING, *others]
    for name in ("calm", "troubled"):
        (tmp_path / name).mkdir()
    calm = await channel_after(tmp_path / "calm", [])
    troubled = await channel_after(tmp_path / "troubled", deaths)
    assert max(Counter(marks(troubled)).values()) == 1
    assert marks(troubled) == marks(calm)
    assert [message.text for message in troubled.messages] == [message.text for message in calm.messages]
    assert len(calm.messages) > 3
    assert "withdrawn by a moderator" in calm.messages[0].text
