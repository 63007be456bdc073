from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import discord

from bot.replies import FALLBACK, locales
from bot.slash import description, key_of
from tests.bot.test_replies import written
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


async def test_a_command_in_an_answer_can_be_clicked(town: Town) -> None:
    reply = await town.ask(town.moderator, "help")
    numbers = {one["name"]: one["id"] for one in town.world.commands[None]}
    assert f"</feed add:{numbers['feed']}>" in reply.text
    assert f"</latest:{numbers['latest']}>" in reply.text
    assert "`/" not in reply.text


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


async def test_every_command_is_described_in_every_language_within_discords_limit(town: Town) -> None:
    assert town.app.discord is not None
    commands = list(town.app.discord.client.tree.walk_commands())
    menu = "slash-digest-this-link"
    keys = {menu, *(key_of(command) for command in commands)}
    for locale in set(locales()) - {FALLBACK}:
        told = {key_of(command): description(command, locale) for command in commands}
        assert all(text and len(text) <= 100 for text in told.values()), (locale, told)
        assert {key for key in written(locale) if key.startswith("slash-")} == keys
    assert description(commands[0], "es-419") == description(commands[0], "es-ES")
    assert description(commands[0], "en-GB") is None


async def test_discord_is_told_the_descriptions_of_all_languages(town: Town) -> None:
    told = next(one for one in town.world.commands[None] if one["name"] == "latest")
    assert told["description_localizations"]["de"].startswith("Die neuesten Geschichten")
    assert set(told["description_localizations"]) >= {"de", "es-ES", "es-419", "fr", "pt-BR", "uk", "ja"}
