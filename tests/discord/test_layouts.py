"""Digests as embeds and as words alone, and sent on from announcement channels."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.playground.standin.objects import ChannelType, Message
from tests.discord.conftest import Town
from tests.discord.test_walk import FERRY, set_up

CROSSPOSTED = 1 << 0
SUPPRESS_EMBEDS = 1 << 2


async def posted(town: Town, **options: str) -> Message:
    await set_up(town, **options)
    await town.march()
    await town.march(timedelta(hours=11))
    return town.member.sees()[-1]


async def test_a_digest_of_embeds_has_a_box_a_story_and_the_menu(town: Town) -> None:
    message = await posted(town, layout="embeds")
    head, story = message.json()["embeds"]
    assert "Aldmark" in head["description"]
    assert FERRY[1] in story["description"]
    opened = await (await town.member.choose(message, "Open a story", ["0"])).finished()
    assert FERRY[1] in opened.text


async def test_a_digest_of_words_alone_unfurls_no_link_and_has_the_menu(town: Town) -> None:
    message = await posted(town, layout="text")
    assert FERRY[1] in message.json()["content"]
    assert message.flags & SUPPRESS_EMBEDS
    opened = await (await town.member.choose(message, "Open a story", ["0"])).finished()
    assert FERRY[1] in opened.text


@pytest.mark.parametrize("layout", ["embeds", "text"])
async def test_a_story_is_withdrawn_in_place_in_every_layout(town: Town, layout: str) -> None:
    message = await posted(town, layout=layout)
    await town.ask(town.moderator, "digest retract", link=f"https://kestrel.example/{FERRY[0]}")
    await town.march()
    drawn = message.json()
    assert "~~" in drawn["content"] + "".join(embed["description"] for embed in drawn["embeds"])


async def test_a_preview_is_drawn_as_it_is_posted(town: Town) -> None:
    await set_up(town, layout="embeds")
    await town.march()
    (edition,) = await town.app.store.editions.editions(town.guild.id)
    preview = await town.ask(town.moderator, "digest preview", edition=edition.name)
    assert preview.messages[0].json()["embeds"]


async def test_a_digest_is_sent_on_from_an_announcement_channel_once(town: Town) -> None:
    town.news.type = ChannelType.ANNOUNCEMENT
    town.world.change_channel(town.news)
    message = await posted(town, crosspost="on")
    await town.march()
    assert message.flags & CROSSPOSTED
    calls = [one.status for one in town.standin.exchanges if one.route.endswith("/crosspost")]
    assert calls == [200]


async def test_only_announcements_are_sent_on(town: Town) -> None:
    await town.ask(town.moderator, "topic create", name="Aldmark")
    reply = await town.ask(
        town.moderator, "digest schedule", channel=town.news, at="18:00", timezone="UTC", crosspost="on"
    )
    assert "announcement channel" in reply.text
    assert await town.app.store.editions.editions(town.guild.id) == ()
