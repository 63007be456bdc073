"""The demo's time: whoever moves the clock finds everything done that was due on the way."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import pytest

from bot.commands.moments import Moments
from tests.discord.conftest import Town
from tests.discord.test_walk import FERRY, HERON, rss, set_up


@pytest.fixture
async def moments(town: Town) -> Moments:
    def move(at: datetime) -> None:
        town.clock.at = at

    made = Moments(town.clock, move)
    made.begin(town.app)
    return made


async def test_the_next_slot_is_told_at_its_time(town: Town, moments: Moments) -> None:
    assert not await moments.next_slot()
    await set_up(town)
    assert await moments.next_slot()
    assert (town.clock.at.hour, town.clock.at.minute) == (18, 0)
    (posted,) = town.member.sees()
    assert FERRY[1] in posted.text


async def test_every_slot_on_the_way_is_told_not_only_the_last(town: Town, moments: Moments) -> None:
    await set_up(town)
    begun = town.clock.at
    await moments.pass_time(timedelta(days=2))
    assert town.clock.at == begun + timedelta(days=2)
    first, second = town.member.sees()
    assert FERRY[1] in first.text
    assert "Nothing new since" in second.text


async def test_a_feed_that_breaks_is_told_of_when_a_day_has_passed(town: Town, moments: Moments) -> None:
    await set_up(town)
    await moments.carry_out()
    notices = town.world.add_channel(town.guild, "notices")
    await town.ask(town.moderator, "server settings", notices=notices)
    town.server.set("/rss", b"", status=500)
    await moments.pass_time(timedelta(days=1))
    (notice,) = notices.messages
    assert "cannot be read since" in notice.text


async def test_a_published_entry_is_read_although_its_feed_is_not_due(town: Town, moments: Moments) -> None:
    await set_up(town)
    await moments.carry_out()
    town.server.set("/rss", rss(FERRY, HERON))
    await moments.publish(town.clock.at + timedelta(minutes=1), town.server.url("/rss"))
    assert HERON[1] in (await town.ask(town.member, "latest")).text


async def test_who_asks_before_there_is_a_bot_waits_for_it(town: Town) -> None:
    moments = Moments(town.clock, lambda _at: None)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.01):
            await moments.next_slot()
    moments.begin(town.app)
    assert not await moments.next_slot()
