"""A server that takes the bot out rests, and goes on where it stopped when it takes it back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from bot.playground.standin.faults import broken
from tests.discord.conftest import Town, connected, settings_for
from tests.discord.test_walk import FERRY, HERON, rss, set_up

DAY = timedelta(days=1)
OUTAGE = 3
"""Answers of 503."""
A_WHILE = timedelta(minutes=11)
"""Longer than the longest wait between tries."""


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not holds():
            await asyncio.sleep(0.01)


async def resting(town: Town, wanted: bool) -> None:
    async with asyncio.timeout(10):
        while (town.guild.id in await town.app.store.guilds.resting()) is not wanted:
            await asyncio.sleep(0.01)


def invite_again(town: Town) -> None:
    role = next(role for role in town.guild.roles.values() if role.name == town.world.bot.name)
    town.world.add_member(town.guild, town.world.bot, [role])
    town.world.emit("GUILD_CREATE", town.world.guild_json(town.guild), town.guild.id)


def sends(town: Town) -> list[int]:
    return [one.status for one in town.standin.exchanges if one.method == "POST" and one.path.endswith("/messages")]


async def test_a_left_server_costs_no_refusals_and_goes_on_when_it_is_back(town: Town) -> None:
    await set_up(town)
    await town.march()
    await town.march(timedelta(hours=10, minutes=55))
    town.world.remove_member(town.guild, town.world.bot)
    await resting(town, True)
    for _ in range(3):
        await town.march(DAY)
    assert sends(town) == []
    town.server.set("/rss", rss(FERRY, HERON))
    invite_again(town)
    await resting(town, False)
    await town.march(timedelta(hours=1))
    (posted,) = town.member.sees()
    assert FERRY[1] in posted.text
    assert HERON[1] in posted.text


async def test_after_a_month_everything_of_a_left_server_is_forgotten(town: Town) -> None:
    await set_up(town)
    await town.march()
    await town.march(timedelta(hours=11))
    town.world.remove_member(town.guild, town.world.bot)
    await resting(town, True)
    await town.app.forget(town.clock.at + timedelta(days=29))
    assert len(await town.app.store.editions.editions(town.guild.id)) == 1
    await town.app.forget(town.clock.at + timedelta(days=31))
    assert await town.app.store.editions.editions() == ()
    assert await town.app.store.topics.topics() == ()
    assert await town.app.store.feeds.feeds() == ()
    assert await town.app.store.guilds.resting() == frozenset()


async def test_an_outage_of_a_server_is_no_leave(town: Town) -> None:
    await set_up(town)
    await town.march()
    assert town.app.discord is not None
    client = town.app.discord.client
    town.guild.unavailable = True
    town.world.emit("GUILD_DELETE", {"id": str(town.guild.id), "unavailable": True}, town.guild.id)
    await until(lambda: client.guilds[0].unavailable)
    await town.march(timedelta(hours=11))
    assert FERRY[1] in town.member.sees()[0].text
    assert await town.app.store.guilds.resting() == frozenset()


async def test_an_outage_in_the_middle_of_a_delivery_leaves_its_digest_once(town: Town) -> None:
    await set_up(town)
    await town.march()
    town.guild.unavailable = True
    town.world.emit("GUILD_DELETE", {"id": str(town.guild.id), "unavailable": True}, town.guild.id)
    for _ in range(OUTAGE):
        town.standin.faults.add(broken(503), method="POST", path=r"/messages$")
    await town.march(timedelta(hours=11))
    for _ in range(OUTAGE - 1):
        await town.march(A_WHILE)
    assert sends(town) == [503] * OUTAGE
    town.guild.unavailable = False
    town.world.emit("GUILD_CREATE", town.world.guild_json(town.guild), town.guild.id)
    for _ in range(2):
        await town.march(A_WHILE)
    (told,) = town.member.sees()
    assert FERRY[1] in told.text


async def test_a_ready_that_comes_after_the_end_finds_nobody(town: Town) -> None:
    assert town.app.discord is not None
    client = town.app.discord.client
    await client.close()
    client.dispatch("ready")


async def test_a_server_left_while_the_bot_was_down_is_noted_at_the_next_start(town: Town, tmp_path: Path) -> None:
    await set_up(town)
    await town.march()
    await town.stop()
    other = town.world.add_guild("Skerrow", owner=next(iter(town.world.users.values())))
    del town.guild.members[town.world.bot.id]
    async with connected(town.standin, settings_for(tmp_path, town.standin), town.clock) as app:
        town.app = app
        await resting(town, True)
        assert other.id not in await app.store.guilds.resting()
