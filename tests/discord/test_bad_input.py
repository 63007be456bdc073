"""What a wrong command gets: a sentence for who typed it that says what is wrong and what to do, and nothing stored."""

from __future__ import annotations

from typing import Any

import pytest

from bot.playground.standin.people import NotOffered
from bot.playground.standin.permissions import Permission
from bot.playground.standin.world import Channel
from tests.discord.conftest import Town
from tests.discord.test_walk import FERRY, rss


@pytest.fixture
async def town(town: Town) -> Town:
    town.server.set("/rss", rss(FERRY))
    await town.ask(town.moderator, "topic create", name="Aldmark")
    return town


async def schedule(town: Town, **changes: Any) -> str:
    order = {"channel": town.news, "at": "18:00", "timezone": "UTC", **changes}
    text = (await town.ask(town.moderator, "digest schedule", **order)).text
    if changes:
        assert "No digest is ordered here yet" in (await town.ask(town.moderator, "digest list")).text
    return text


@pytest.mark.parametrize(
    ("denied", "named"),
    [
        (Permission.VIEW_CHANNEL, "View Channel, Send Messages, Read Message History"),
        (Permission.SEND_MESSAGES, "I lack Send Messages."),
        (Permission.READ_MESSAGE_HISTORY, "I lack Read Message History."),
        (Permission.SEND_MESSAGES | Permission.READ_MESSAGE_HISTORY, "I lack Send Messages, Read Message History."),
    ],
)
async def test_a_channel_the_bot_cannot_write_to_names_each_missing_permission(
    town: Town, denied: Permission, named: str
) -> None:
    closed = town.world.add_channel(town.guild, "closed")
    town.world.deny(closed, town.world.bot, int(denied))
    await known(town, closed, denied)
    text = await schedule(town, channel=closed)
    assert f"<#{closed.id}>" in text
    assert named in text


async def known(town: Town, channel: Channel, denied: Permission) -> None:
    """Wait until the gateway told the bot of a channel's permissions: an answer of it comes after what it heard."""
    await town.ask(town.moderator, "health")
    assert town.app.discord is not None
    guild = town.app.discord.client.get_guild(town.guild.id)
    assert guild is not None
    found = guild.get_channel(channel.id)
    assert found is not None
    assert not found.permissions_for(guild.me).value & int(denied)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"timezone": "Kyiv"}, "Did you mean Europe/Kyiv?"),
        ({"timezone": "Europe/Kiyv"}, "Did you mean Europe/Kyiv?"),
        ({"at": "25:00"}, "'25:00' is no time of day; write it as \"08:00\", from 00:00 to 23:59."),
        ({"at": ""}, "Name at least one."),
        ({"days": "someday"}, "'someday' is no day"),
        ({"topics": "Aldmrk"}, "There is no topic Aldmrk here. Did you mean Aldmark?"),
        ({"language": "english!"}, "'english!' is no language code"),
    ],
)
async def test_a_wrong_option_is_answered_with_what_was_meant(
    town: Town, changes: dict[str, str], sentence: str
) -> None:
    assert sentence in await schedule(town, **changes)


async def test_a_topic_that_does_not_exist_is_answered_with_the_nearest(town: Town) -> None:
    reply = await town.ask(town.member, "subscribe", topic="aldmrak")
    assert reply.text == "There is no topic aldmrak here. Did you mean Aldmark?"
    reply = await town.ask(town.moderator, "feed add", url=town.server.url("/rss"), topic="Zoo")
    (topics,) = (one["id"] for one in town.world.commands[None] if one["name"] == "topics")
    assert reply.text == f"There is no topic Zoo here. See </topics:{topics}> for those there are."


async def test_a_second_topic_of_the_same_name_is_refused(town: Town) -> None:
    reply = await town.ask(town.moderator, "topic create", name="ALDMARK")
    assert "There is a topic ALDMARK already" in reply.text


async def test_the_same_feed_under_another_spelling_is_refused(town: Town) -> None:
    url = town.server.url("/rss")
    await town.ask(town.moderator, "feed add", url=url, topic="Aldmark")
    reply = await town.ask(town.moderator, "feed add", url=f"{url}?utm_source=chat#top", topic="Aldmark")
    assert reply.text == f"Aldmark has this feed already, as {url}."


async def test_an_address_that_is_no_feed_is_told_what_it_is(town: Town) -> None:
    town.server.remove("/rss")
    town.server.set("/page", b"<!doctype html><html><body>Kestrel</body></html>", content_type="text/html")
    for name in ("feed add", "feed test"):
        more = {"topic": "Aldmark"} if name == "feed add" else {}
        reply = await town.ask(town.moderator, name, url=town.server.url("/page"), **more)
        assert "is a web page, and I found no feed of it" in reply.text
    reply = await town.ask(town.moderator, "feed test", url="ftp://kestrel.example/rss")
    assert "it must begin with http:// or https://" in reply.text
    reply = await town.ask(town.moderator, "feed test", url="http://10.0.0.1/rss")
    assert "inside a private network" in reply.text


async def test_a_member_without_the_right_is_not_offered_the_command(town: Town) -> None:
    with pytest.raises(NotOffered, match="Jon may not use topic"):
        await town.member.command("topic create", name="Mine")


async def test_a_role_that_cannot_be_pinged_is_explained(town: Town) -> None:
    high = town.world.add_role(town.guild, "Readers")
    await town.ask(town.moderator, "topic create", name="High", role=high)
    reply = await town.ask(
        town.moderator, "digest schedule", channel=town.news, at="18:00", timezone="UTC", topics="High", ping="on"
    )
    assert f"<@&{high.id}> cannot be pinged by me" in reply.text


async def test_notices_go_only_where_the_bot_may_write(town: Town) -> None:
    closed = town.world.add_channel(town.guild, "closed")
    town.world.deny(closed, town.world.bot, int(Permission.SEND_MESSAGES))
    await known(town, closed, Permission.SEND_MESSAGES)
    reply = await town.ask(town.moderator, "server settings", notices=closed)
    assert "I lack Send Messages" in reply.text
    assert "No channel is set" in (await town.ask(town.moderator, "server settings")).text


async def test_who_asks_too_often_is_told_when_to_ask_again(town: Town) -> None:
    await town.ask(town.moderator, "topic create", name="Aldmark")
    answers = [(await town.ask(town.member, "search", query="ferry")).text for _ in range(7)]
    assert "try again in 30 seconds" in answers[-1]
    assert not any("try again" in answer for answer in answers[:-1])
    assert "try again" not in (await town.ask(town.moderator, "search", query="ferry")).text


async def test_keywords_that_cannot_be_read_say_what_is_wrong(town: Town) -> None:
    for keywords, words in (('"key rate', "not closed"), ("(rate", "bracket is not closed"), ("+", "stands alone")):
        reply = await town.ask(town.moderator, "topic create", name="Rates", keywords=keywords)
        assert words in reply.text
    assert "Rates" not in (await town.ask(town.member, "topics")).text


async def test_a_topic_is_changed_and_removed(town: Town) -> None:
    await town.ask(town.moderator, "topic create", name="Rates", keywords="rate", description="All rates")
    await town.ask(town.moderator, "topic create", name="Ferries")
    reply = await town.ask(town.moderator, "topic edit", topic="Rates", name="Money", keywords="+rate -mortgage")
    assert "Money" in reply.text
    assert "mortgage" in reply.text
    assert "All rates" in reply.text
    emptied = await town.ask(town.moderator, "topic edit", topic="Money", description="-")
    assert "All rates" not in emptied.text
    assert "already" in (await town.ask(town.moderator, "topic edit", topic="Money", name="ferries")).text
    assert "is gone" in (await town.ask(town.moderator, "topic delete", topic="Money")).text
    await town.ask(town.moderator, "digest schedule", channel=town.news, at="18:00", timezone="UTC", topics="Ferries")
    assert "is all that" in (await town.ask(town.moderator, "topic delete", topic="Ferries")).text


async def test_a_topic_cannot_be_named_like_a_ping(town: Town) -> None:
    reply = await town.ask(town.moderator, "topic create", name="News @everyone")
    assert "cannot ping" in reply.text
    assert "@everyone" not in reply.text
    assert not any("everyone" in topic.name for topic in await town.app.store.topics.topics(town.guild.id))
