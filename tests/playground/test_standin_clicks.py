"""Buttons, menus, forms and message menus on the stand-in, as the real discord.py answers them."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator

import discord
import pytest

from bot.playground.standin.people import NotOffered
from tests.playground.gateway_town import Bot, Town, discord_town, running
from tests.playground.interaction_bot import COMMANDS, TOWNS, Count, Menu, Page


@pytest.fixture
async def town(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> AsyncIterator[Town]:
    caplog.set_level(logging.CRITICAL, logger="discord")
    async with discord_town(monkeypatch) as opened:
        yield opened


@pytest.fixture
async def bot(town: Town) -> AsyncIterator[Bot]:
    async with running(Bot(*COMMANDS, clickable=[Count, Menu]), town) as ready:
        yield ready


@pytest.mark.usefixtures("bot")
async def test_a_button_changes_its_page_for_everybody(town: Town) -> None:
    (shown,) = (await town.member.command("page")).messages
    assert shown.text == "# Ferry\nRead 0 times."
    for person, button in ((town.owner, "Read"), (town.member, "count:1")):
        reply = await person.press(shown, button)
        assert (reply.kind, reply.messages) == ("update", [])
    assert shown.text == "# Ferry\nRead 2 times."
    assert shown.edited is not None


async def test_buttons_and_menus_outlive_the_process(town: Town) -> None:
    async with running(Bot(*COMMANDS), town):
        (shown,) = (await town.member.command("page")).messages
    async with running(Bot(clickable=[Count, Menu]), town):
        await town.owner.press(shown, "Read")
        assert shown.text == "# Ferry\nRead 1 times."
        reply = await (await town.owner.choose(shown, "Choose towns", ["Orrin", "Aldmouth"])).finished()
        assert (reply.kind, reply.text) == ("deferred_update", "Orrin and Aldmouth")
        assert town.member.sees() == [shown]


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("values", [[], ["Elsewhere"], TOWNS, ["Orrin", "Orrin"]])
async def test_a_menu_gives_only_what_it_offers_and_as_many_as_it_allows(town: Town, values: list[str]) -> None:
    (shown,) = (await town.member.command("page")).messages
    with pytest.raises(NotOffered):
        await town.member.choose(shown, "menu:town", values)


@pytest.mark.usefixtures("bot")
async def test_what_cannot_be_seen_or_pressed_is_not_pressed(town: Town) -> None:
    (shown,) = (await town.member.command("page")).messages
    for button in ("Read on", "Write", "menu:town"):
        with pytest.raises(NotOffered):
            await town.member.press(shown, button)
    shown.payload["components"][0]["components"][1]["components"][0]["disabled"] = True
    with pytest.raises(NotOffered, match="cannot be pressed"):
        await town.member.press(shown, "Read")
    shown.ephemeral_for = town.owner.user.id
    with pytest.raises(NotOffered, match="is not there"):
        await town.member.choose(shown, "menu:town", ["Orrin"])


@pytest.mark.usefixtures("bot")
async def test_a_button_works_in_direct_messages(town: Town, bot: Bot) -> None:
    channel = town.world.dm_of(town.member.user)
    at_home = town.standin.person(town.member.user, town.guild, channel)
    assert (await at_home.command("whoami")).text == "Jon none False False en-US None"
    with pytest.raises(NotOffered, match="there is no command topic"):
        await at_home.command("topic create", name="Ferry")
    sent = await (await bot.create_dm(discord.Object(town.member.user.id))).send(view=Page(7))
    (shown,) = [one for one in channel.messages if one.id == sent.id]
    await town.member.press(shown, "Read")
    assert shown.text == "# Ferry\nRead 8 times."


@pytest.mark.usefixtures("bot")
async def test_a_form_is_opened_filled_and_answered(town: Town) -> None:
    opened = await town.member.command("form")
    assert opened.kind == "modal"
    assert opened.modal is not None
    assert opened.modal["title"] == "A new topic"
    reply = await town.member.submit(opened, name="Ferry")
    assert (reply.text, reply.is_ephemeral) == ("Ferry: none", True)
    again = await town.member.command("form")
    assert (await town.member.submit(again, name="Ferry", note="")).text == "Ferry: "


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("fields", [{}, {"name": "F"}, {"name": "F" * 21}, {"name": "Ferry", "colour": "red"}])
async def test_a_form_is_not_sent_as_long_as_it_is_wrong(town: Town, fields: dict[str, str]) -> None:
    opened = await town.member.command("form")
    with pytest.raises(NotOffered):
        await town.member.submit(opened, **fields)


@pytest.mark.usefixtures("bot")
async def test_a_command_of_a_messages_menu_is_given_the_message(town: Town) -> None:
    message = town.says(town.owner.user, "the ferry")
    assert (await town.member.use("Why this?", message)).text == "Because of the ferry"
    with pytest.raises(NotOffered):
        await town.member.use("whoami", message)
