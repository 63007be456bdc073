"""A thread about a story in a text channel: opened once when somebody asks, told what is new from then on."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.playground.standin.faults import Drop
from bot.playground.standin.objects import Channel, Message
from bot.playground.standin.people import Person
from bot.playground.standin.permissions import Permission
from tests.discord.conftest import Town
from tests.discord.test_threads import FERRY_NEWS, shown, threads_of
from tests.discord.test_walk import FERRY, HERON, rss, set_up


async def told(town: Town, **options: str) -> Message:
    await set_up(town, **options)
    await town.march()
    await town.march(timedelta(hours=11))
    return town.member.sees()[0]


async def discuss(who: Person, posted: Message) -> str:
    card = await (await who.choose(posted, "Open a story", ["0"])).finished()
    more = await (await who.press(card.messages[0], "More")).finished()
    return (await (await who.press(more.messages[0], "Discuss")).finished()).text


def thread_of(town: Town) -> Channel:
    (thread,) = threads_of(town, town.news)
    return thread


async def test_a_storys_thread_opens_on_demand_and_its_news_come_there(town: Town) -> None:
    posted = await told(town)
    assert "opens in this channel in a moment" in await discuss(town.member, posted)
    assert "opens in this channel in a moment" in await discuss(town.moderator, posted)
    await town.march()
    thread = thread_of(town)
    assert thread.name == FERRY[1]
    (first,) = shown(thread)
    assert FERRY[2] in first.text
    assert f"<#{thread.id}>" in await discuss(town.member, posted)
    town.server.set("/rss", rss(FERRY, HERON, FERRY_NEWS))
    await town.march(timedelta(hours=20))
    await town.march(timedelta(hours=4))
    first_now, news = shown(thread)
    assert first_now is first
    assert "captain" in news.text
    assert "captain" in first.text
    assert first.edited
    assert threads_of(town, town.news) == [thread]
    link = f"https://kestrel.example/{FERRY_NEWS[0]}"
    await town.ask(town.moderator, "digest retract", link=link)
    await town.march()
    assert all("~~" in message.text for message in shown(thread))
    assert [one.text for one in town.member.sees() if "Withdrawn" in one.text] == [f"**Withdrawn:** {FERRY_NEWS[1]}"]


@pytest.mark.parametrize("path", ["/threads$", "/messages$"])
@pytest.mark.parametrize("drop", [Drop.BEFORE, Drop.AFTER])
async def test_one_thread_with_one_message_whatever_becomes_of_the_connection(
    town: Town, path: str, drop: Drop
) -> None:
    posted = await told(town)
    await discuss(town.member, posted)
    town.standin.faults.add(drop, method="POST", path=path)
    await town.march()
    await town.march(timedelta(minutes=20))
    (first,) = shown(thread_of(town))
    assert FERRY[2] in first.text


async def test_a_thread_that_was_deleted_has_a_successor(town: Town) -> None:
    posted = await told(town)
    await discuss(town.member, posted)
    await town.march()
    town.world.delete_channel(thread_of(town))
    town.server.set("/rss", rss(FERRY, FERRY_NEWS))
    await town.march(timedelta(hours=20))
    await town.march(timedelta(hours=4))
    (first,) = shown(thread_of(town))
    assert "captain" in first.text


async def test_in_a_digests_own_thread_the_story_is_talked_about_there(town: Town) -> None:
    await told(town, layout="thread")
    thread = thread_of(town)
    member = town.standin.person(town.member.user, town.guild, thread)
    more = await (await member.press(shown(thread)[0], "More")).finished()
    reply = await (await member.press(more.messages[0], "Discuss")).finished()
    assert f"talked about in <#{thread.id}>" in reply.text


async def test_who_may_not_open_threads_is_told_so_by_the_permissions_name(town: Town) -> None:
    posted = await told(town)
    everyone = town.guild.roles[town.guild.id]
    town.world.deny(town.news, everyone, int(Permission.CREATE_PUBLIC_THREADS))
    town.world.allow(town.news, town.world.bot, int(Permission.CREATE_PUBLIC_THREADS))
    assert "the permission Create Public Threads" in await discuss(town.member, posted)
    town.world.allow(town.news, everyone, int(Permission.CREATE_PUBLIC_THREADS))
    town.world.deny(town.news, town.world.bot, int(Permission.CREATE_PUBLIC_THREADS))
    assert "I lack Create Public Threads" in await discuss(town.member, posted)
    await town.march()
    assert threads_of(town, town.news) == []
