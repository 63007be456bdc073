"""The archive as moderators set it: private until they say otherwise, at an address only they are told."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

from aiohttp import ClientSession

from bot.playground.standin.people import Reply
from bot.web.pages import Pages
from bot.web.server import listening, make_app
from tests.discord.conftest import Town
from tests.discord.test_server_files import export, take
from tests.discord.test_walk import FERRY, rss
from tests.web.conftest import Press

BASE = "https://news.example"


def address_in(reply: Reply) -> str:
    found = re.search(rf"{BASE}/(\w+)/", reply.text)
    assert found, reply.text
    return found[1]


@asynccontextmanager
async def read(town: Town) -> AsyncIterator[Press]:
    """Serve the town's archive where readers are told it is."""
    assert town.app.discord is not None
    desk = town.app.discord.client.desk
    archive = replace(town.app.services.archive, base=BASE)
    desk.services = replace(town.app.services, archive=archive, has_web=True)
    pages = Pages(archive=archive, language="en", is_indexed=False)
    press = Press(store=town.app.store, pages=pages)
    app = await asyncio.to_thread(make_app, pages, {})
    async with listening(app, "127.0.0.1", 0) as press.port, ClientSession() as press.session:
        yield press


async def told(town: Town) -> None:
    town.server.set("/rss", rss(FERRY))
    await town.ask(town.moderator, "topic create", name="Ferries")
    await town.ask(town.moderator, "feed add", url=town.server.url("/rss"), topic="Ferries", backfill=5)
    await town.ask(town.moderator, "digest schedule", channel=town.news, at="08:00", timezone="UTC")
    await town.march()
    await town.march(timedelta(days=1))


async def test_a_server_opens_its_archive_closes_it_and_moves_it(town: Town) -> None:
    await told(town)
    async with read(town) as press:
        key = address_in(await town.ask(town.moderator, "server settings"))
        assert FERRY[1] in await press.text("", key=key)
        assert (await press.get("", key=str(town.guild.id))).status == 404

        opened = await town.ask(town.moderator, "server settings", archive="public")
        assert "public" in opened.text
        assert address_in(opened) == str(town.guild.id)
        assert FERRY[1] in await press.text("", key=str(town.guild.id))

        moved = address_in(await town.ask(town.moderator, "server settings", archive="renew"))
        assert moved not in {key, str(town.guild.id)}
        for old in (key, str(town.guild.id)):
            assert (await press.get("", key=old)).status == 404
        assert FERRY[1] in await press.text("", key=moved)
        assert address_in(await town.ask(town.moderator, "server settings")) == moved


async def test_a_server_file_says_whether_the_archive_is_public(town: Town) -> None:
    await town.ask(town.moderator, "server settings", archive="public")
    public = await export(town)
    assert 'archive = "public"' in public
    await town.ask(town.moderator, "server settings", archive="private")
    assert "archive" not in await export(town)
    await take(town, public, messages=1)
    assert await export(town) == public


async def test_without_a_public_address_a_moderator_is_told_who_can_give_it_one(town: Town) -> None:
    assert "archive" not in (await town.ask(town.moderator, "server settings")).text.lower()
    assert "web.public_url" in (await town.ask(town.moderator, "server settings", archive="public")).text
