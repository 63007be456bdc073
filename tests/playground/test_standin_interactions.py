"""Commands on the stand-in as the real discord.py answers them, from a person's words to what people then see."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from typing import Any

import discord
import pytest
from discord import app_commands

from bot.playground.standin.people import Attachment, NoAnswer, NotOffered
from bot.playground.standin.permissions import Permission
from tests.playground.gateway_town import Bot, Town, discord_town, running
from tests.playground.interaction_bot import COMMANDS, Asked, topic, whoami


@pytest.fixture
async def town(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> AsyncIterator[Town]:
    caplog.set_level(logging.CRITICAL, logger="discord")
    async with discord_town(monkeypatch) as opened:
        yield opened


@pytest.fixture
async def bot(town: Town) -> AsyncIterator[Bot]:
    async with running(Bot(*COMMANDS), town) as ready:
        yield ready


@pytest.mark.usefixtures("bot")
async def test_a_subcommand_is_answered_to_who_asked_alone(town: Town) -> None:
    reply = await town.member.command("topic create", name="Ferry")
    assert (reply.kind, reply.is_ephemeral, reply.text) == ("message", True, "Ferry 5 1.0 False None None None None")
    assert 0 <= reply.acknowledged_after < 3
    assert town.member.sees() == reply.messages
    assert town.owner.sees() == []


@pytest.mark.usefixtures("bot")
async def test_options_of_every_kind_arrive_as_what_they_are(town: Town) -> None:
    reply = await town.member.command(
        "topic create",
        name="Ferry",
        cards=9,
        weight=0.5,
        quiet=True,
        where=town.news,
        who=town.owner.user,
        role=town.moderators,
        file=Attachment("feeds.opml", b"<opml/>"),
    )
    ids = f"{town.news.id} {town.owner.user.id} {town.moderators.id}"
    assert reply.text == f"Ferry 9 0.5 True {ids} feeds.opml"


@pytest.mark.usefixtures("bot")
async def test_a_command_in_a_group_of_a_group_completes_and_runs(town: Town) -> None:
    assert await town.member.complete("topic feed add", "town", "k") == [
        {"name": "Kestrel Bay (any)", "value": "Kestrel Bay"}
    ]
    offered = await town.member.complete("topic feed add", "town", "", kind="rss")
    assert [one["name"] for one in offered] == ["Aldmouth (rss)", "Kestrel Bay (rss)", "Orrin (rss)"]
    reply = await town.member.command("topic feed add", town="Orrin", kind="page")
    assert (reply.text, reply.is_ephemeral) == ("Orrin page", False)
    assert town.owner.sees() == reply.messages


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    ("name", "options", "told"),
    [
        ("topics", {}, "there is no command topics"),
        ("topic", {}, "topic is a group"),
        ("topic feed", {}, "topic feed is a group"),
        ("topic feed create", {}, "there is no command topic feed create"),
        ("topic create", {}, "must be given"),
        ("topic create", {"name": "Ferry", "colour": "red"}, "there is no option"),
        ("topic create", {"name": "F"}, "length is out of range"),
        ("topic create", {"name": "F" * 21}, "length is out of range"),
        ("topic create", {"name": 5}, "another type"),
        ("topic create", {"name": "Ferry", "cards": 10}, "out of range"),
        ("topic create", {"name": "Ferry", "cards": True}, "another type"),
        ("topic create", {"name": "Ferry", "where": "news"}, "cannot be picked"),
        ("topic feed add", {"town": "Orrin", "kind": "atom"}, "none of the choices"),
    ],
)
async def test_a_client_does_not_send_what_was_not_offered(
    town: Town, name: str, options: dict[str, Any], told: str
) -> None:
    with pytest.raises(NotOffered, match=told):
        await town.member.command(name, **options)


@pytest.mark.usefixtures("bot")
async def test_a_channel_of_another_kind_or_server_cannot_be_picked(town: Town) -> None:
    thread = town.world.add_thread(town.news, "Ferry", owner=town.owner.user)
    elsewhere = town.world.add_channel(town.world.add_guild("Kestrel Bay", owner=town.owner.user), "news")
    for where in (thread, elsewhere):
        with pytest.raises(NotOffered, match="cannot be picked"):
            await town.member.command("topic create", name="Ferry", where=where)


@pytest.mark.usefixtures("bot")
async def test_only_an_option_that_completes_is_completed(town: Town) -> None:
    for name, option in (("topic create", "name"), ("topic feed add", "kind"), ("topic feed add", "village")):
        with pytest.raises(NotOffered):
            await town.member.complete(name, option, "a")


@pytest.mark.usefixtures("bot")
async def test_the_bot_learns_who_asks_and_what_both_may_do(town: Town) -> None:
    town.moderator.user.locale = "de"
    guild = town.guild.id
    assert (await town.member.command("whoami")).text == f"Jon 0 False True en-US {guild}"
    assert (await town.moderator.command("whoami")).text == f"Mira 1 True True de {guild}"
    town.world.deny(town.news, town.world.bot, Permission.MANAGE_ROLES)
    assert (await town.owner.command("whoami")).text == f"Olin 0 True False en-US {guild}"


@pytest.mark.usefixtures("bot")
async def test_a_command_is_offered_only_to_who_has_the_right(town: Town) -> None:
    for person, offered in (
        (town.member, []),
        (town.moderator, ["moderate"]),
        (town.owner, ["moderate", "administer"]),
    ):
        for name in ("moderate", "administer"):
            if name in offered:
                assert (await person.command(name)).text == "Done"
            else:
                with pytest.raises(NotOffered, match="may not use"):
                    await person.command(name)


@pytest.mark.usefixtures("bot")
async def test_where_commands_are_forbidden_nobody_but_administrators_use_them(town: Town) -> None:
    everyone = town.guild.roles[town.guild.id]
    town.world.deny(town.news, everyone, Permission.USE_APPLICATION_COMMANDS)
    with pytest.raises(NotOffered, match="may not use"):
        await town.moderator.command("whoami")
    await town.owner.command("whoami")


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("alone", [True, False])
async def test_the_first_follow_up_after_a_deferral_fills_it_and_keeps_who_sees_it(town: Town, alone: bool) -> None:
    reply = await town.member.command("later", alone=alone)
    assert (reply.kind, reply.is_ephemeral) == ("deferred", alone)
    await reply.finished()
    assert reply.text == "Part 0"
    assert reply.messages == [reply.interaction.original]
    assert [bool(one.ephemeral_for) for one in reply.messages] == [alone]
    assert town.owner.sees() == ([] if alone else reply.messages)


@pytest.mark.usefixtures("bot")
async def test_later_follow_ups_are_messages_of_their_own(town: Town) -> None:
    reply = await (await town.member.command("later", alone=False, times=3)).finished(messages=3)
    assert [one.text for one in reply.messages] == ["Part 0", "Part 1", "Part 2"]
    assert [bool(one.ephemeral_for) for one in reply.messages] == [False, True, True]


async def test_an_answer_can_be_read_changed_and_deleted(town: Town) -> None:
    @app_commands.command(description="Changes its mind")
    async def waver(asked: Asked) -> None:
        await asked.response.send_message("One", ephemeral=True)
        await asked.edit_original_response(content="Two")
        more = await asked.followup.send("Three", ephemeral=True, wait=True)
        await more.edit(content=f"{(await asked.original_response()).content} and four")
        await asked.delete_original_response()
        with pytest.raises(discord.NotFound) as gone:
            await asked.edit_original_response(content="Five")
        await asked.followup.send(str(gone.value.code))

    async with running(Bot(waver), town):
        reply = await (await town.member.command("waver")).finished(messages=3)
        assert [(one.text, one.deleted) for one in reply.messages] == [
            ("Two", True),
            ("Two and four", False),
            ("10008", False),
        ]
        assert [one.text for one in town.owner.sees()] == ["10008"]


async def test_what_only_one_sees_is_neither_told_nor_found_in_history(town: Town) -> None:
    async with running(Bot(*COMMANDS, intents=discord.Intents(guilds=True, guild_messages=True)), town) as bot:
        await town.member.command("topic create", name="Ferry")
        await town.member.command("topic feed add", town="Orrin")
        await bot.until(lambda one: bool(one.heard))
        channel = bot.get_partial_messageable(town.news.id, guild_id=town.guild.id)
        assert [one.content async for one in channel.history()] == bot.contents() == ["Orrin None"]


async def test_a_late_acknowledgement_is_refused_with_10062(town: Town) -> None:
    was_asked, may_answer = asyncio.Event(), asyncio.Event()

    @app_commands.command(description="Answers too late")
    async def dawdle(asked: Asked) -> None:
        was_asked.set()
        await may_answer.wait()
        await asked.response.send_message("Sorry")

    async with running(Bot(dawdle), town) as bot:
        with pytest.raises(NoAnswer, match="did not respond"):
            await town.member.command("dawdle")
        assert was_asked.is_set()
        may_answer.set()
        await bot.until(lambda one: bool(one.failures))
        (failure,) = bot.failures
        assert isinstance(failure, app_commands.CommandInvokeError)
        assert isinstance(failure.original, discord.NotFound)
        assert failure.original.code == 10062
        assert town.member.sees() == []


async def test_of_two_processes_one_is_told_that_the_other_answered(town: Town) -> None:
    bots = Bot(*COMMANDS), Bot(*COMMANDS)
    async with running(bots[0], town) as first, running(bots[1], town) as second:
        reply = await town.member.command("whoami")
        async with asyncio.timeout(10):
            waits = [asyncio.create_task(one.until(lambda bot: bool(bot.failures))) for one in (first, second)]
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        (failure,) = [*first.failures, *second.failures]
        assert isinstance(failure, app_commands.CommandInvokeError)
        assert isinstance(failure.original, discord.HTTPException)
        assert (failure.original.status, failure.original.code) == (400, 40060)
        assert town.member.sees() == reply.messages
        for wait in waits:
            wait.cancel()


async def test_a_failed_answer_can_be_given_again(town: Town) -> None:
    @app_commands.command(description="Says too much at first")
    async def ramble(asked: Asked) -> None:
        with pytest.raises(discord.HTTPException) as refused:
            await asked.response.send_message("é" * 2001)
        await asked.response.send_message(str(refused.value.code))

    async with running(Bot(ramble), town):
        assert (await town.member.command("ramble")).text == "50035"


@pytest.mark.usefixtures("bot")
async def test_a_synced_command_keeps_its_id(town: Town) -> None:
    before = {one["name"]: one["id"] for one in town.world.commands[None]}
    async with running(Bot(topic, whoami), town):
        assert {one["name"]: one["id"] for one in town.world.commands[None]} == {
            name: before[name] for name in ("topic", "whoami")
        }
