"""A whole server as one file: given, taken again here and elsewhere, refused with each mistake's line."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.playground.standin.objects import ChannelType
from bot.playground.standin.people import Attachment, NotOffered, Reply
from config.server_file import NAME, read_server, write_server
from tests.discord.conftest import Town
from tests.discord.test_lists import file_of
from tests.discord.test_walk import FERRY, HERON, rss


async def settle(town: Town) -> None:
    """Bring something of everything into the server."""
    forum = town.world.add_channel(town.guild, "stories", type=ChannelType.FORUM)
    notices = town.world.add_channel(town.guild, "moderators")
    town.server.set("/rss", rss(FERRY))
    town.server.set("/art?token=hidden", rss(HERON))
    await town.ask(town.moderator, "topic create", name="Ferries", keywords="ferry", exclude="rumour", language="en")
    await town.ask(town.moderator, "topic create", name="Art", description="Paintings, found and lost")
    await town.ask(town.moderator, "feed add", url=town.server.url("/rss"), topic="Ferries")
    await town.ask(town.moderator, "feed add", url=town.server.url("/art?token=hidden"), topic="Art")
    await town.ask(town.moderator, "feed edit", feed=town.server.url("/rss"), name="The Kestrel", read_pages="on")
    zone = {"timezone": "Europe/Kyiv"}
    await town.ask(town.moderator, "digest schedule", channel=town.news, at="08:00,18:00", days="mon,thu", **zone)
    await town.ask(town.moderator, "digest schedule", channel=forum, at="09:00", topics="Art", style="deep", **zone)
    await town.ask(town.moderator, "alerts", topic="Ferries", on="on", max_per_day=2)
    quiet = {"quiet_from": "22:00", "quiet_to": "07:00", "timezone": "Europe/Kyiv", "language": "uk"}
    await town.ask(town.moderator, "server settings", notices=notices, images="no graphic news", **quiet)
    await town.ask(town.moderator, "server settings", blocked_outlets="b.example", trusted_outlets="a.example")


async def export(town: Town) -> str:
    reply = await town.ask(town.moderator, "server export")
    return file_of(town, reply.messages[0])


async def take(town: Town, text: str, *, messages: int = 2) -> Reply:
    file = Attachment(NAME, text.encode("utf-8", "surrogateescape"))
    return await (await town.moderator.command("server import", file=file)).finished(messages=messages)


async def test_a_server_that_lost_everything_is_as_it_was_after_an_import(town: Town) -> None:
    await settle(town)
    before = await export(town)
    assert "hidden" not in before
    for standing in await town.app.store.editions.editions(town.guild.id):
        await town.ask(town.moderator, "digest remove", edition=standing.name)
    for name in ("Ferries", "Art"):
        await town.ask(town.moderator, "topic delete", topic=name)
    imported = await take(town, before)
    assert "2 topics, 2 digests" in imported.text
    assert await export(town) == before
    await take(town, before)
    assert await export(town) == before
    assert read_server(write_server(read_server(before))) == read_server(before)
    await town.march()
    await town.march(timedelta(days=1))


async def test_channels_of_another_server_are_found_by_name_or_named(town: Town) -> None:
    await settle(town)
    text = await export(town)
    moved = text.replace(f"channel = {town.news.id}", "channel = 1").replace('"stories"', '"gone"')
    (forum,) = [one for one in town.world.channels.values() if one.type is ChannelType.FORUM]
    imported = await take(town, moved.replace(f"channel = {forum.id}", "channel = 3"))
    assert "no channel gone here" in imported.text
    assert len(await town.app.store.editions.editions(town.guild.id)) == 3


async def test_a_file_with_mistakes_changes_nothing_and_names_each_with_its_line(town: Town) -> None:
    await settle(town)
    before = await export(town)
    wrong = (
        before.replace('"08:00"', '"25:00"').replace("Europe/Kyiv", "Europe/Kiyv").replace("version = 1", "version = 9")
    )
    reply = await take(town, wrong, messages=1)
    assert "nothing was changed" in reply.text
    for part in (f"{NAME}:", "25:00", "Did you mean Europe/Kyiv?".replace("?", ""), "version"):
        assert part in reply.text
    for text in (
        "no TOML at [all",
        before.replace("ferry", "((ferry"),
        before.replace('topic = "Ferries"', 'topic = "X"'),
    ):
        await take(town, text, messages=1)
    assert "is not UTF-8" in (await take(town, "\udcff", messages=1)).text
    assert await export(town) == before


async def test_only_moderators_are_offered_it(town: Town) -> None:
    with pytest.raises(NotOffered):
        await town.member.command("server export")
