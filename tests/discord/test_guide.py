from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import discord

from tests.discord.conftest import Town
from tests.discord.test_walk import FERRY, set_up


async def test_help_shows_a_member_what_members_can_ask(town: Town) -> None:
    reply = await town.ask(town.member, "help")
    assert "/latest" in reply.text
    assert "/feed add" not in reply.text


async def test_help_shows_a_moderator_the_rest_too(town: Town) -> None:
    reply = await town.ask(town.moderator, "help")
    assert "/latest" in reply.text
    assert "/feed add" in reply.text


async def test_an_invitation_asks_for_what_is_used_and_no_more(town: Town) -> None:
    reply = await town.ask(town.member, "invite")
    link = reply.text[reply.text.index("https://") :].split(">")[0]
    query = parse_qs(urlsplit(link).query)
    asked = discord.Permissions(int(query["permissions"][0]))
    assert asked.manage_roles
    assert asked.send_messages
    assert not asked.administrator
    assert "applications.commands" in query["scope"][0]


async def test_a_search_finds_a_story_by_another_form_of_its_words(town: Town) -> None:
    await set_up(town)
    await town.march()
    found = await town.ask(town.member, "search", query="ferries ran aground")
    assert FERRY[1] in found.text
    assert "kestrel.example/ferry" in found.text
    assert "Nothing that came" in (await town.ask(town.member, "search", query="ferry unicorn")).text
    assert "no word" in (await town.ask(town.member, "search", query="?!…")).text
