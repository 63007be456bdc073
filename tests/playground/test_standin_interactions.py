"""Interactions of the stand-in with an unmodified discord.py: what Discord refuses, and what people can do."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field

import discord
import pytest
from discord import app_commands, ui
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from bot.playground.standin import interactions, people
from bot.playground.standin.people import NoAnswer, NotOffered, Person
from bot.playground.standin.server import StandIn
from bot.playground.standin.world import World
from tests.builders import NOW


class Form(ui.Modal, title="Say it"):
    words: ui.TextInput[Form] = ui.TextInput(label="Words", custom_id="words")

    async def on_submit(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_message(f"You said {self.words.value}")


@dataclass
class Stage:
    standin: StandIn
    person: Person
    refusals: list[tuple[int, int]] = field(default_factory=list)


def commands_of(client: discord.Client, stage: Stage) -> app_commands.CommandTree:
    """Give commands that do what Discord allows, and what it does not."""
    tree = app_commands.CommandTree(client)

    async def refused(call) -> None:
        with suppress(discord.InteractionResponded):
            try:
                await call
            except discord.HTTPException as error:
                stage.refusals.append((error.status, error.code))

    @tree.command(description="Answers, and answers again")
    async def twice(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("one", ephemeral=True)
        interaction.response._response_type = None
        await refused(interaction.response.send_message("two"))

    @tree.command(description="Answers too late")
    async def late(interaction: discord.Interaction) -> None:
        await asyncio.sleep(3 * people.ACK_S)
        await refused(interaction.response.send_message("late"))

    @tree.command(description="Thinks, then speaks twice")
    async def think(interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        await interaction.followup.send("first")
        await interaction.followup.send("second", ephemeral=True)

    @tree.command(description="Opens a form")
    async def form(interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(Form())

    @tree.command(description="Offers too much")
    async def offer(interaction: discord.Interaction, word: app_commands.Range[str, 1, 5], count: int = 1) -> None:
        await interaction.response.send_message(f"{word} {count}")

    @offer.autocomplete("word")
    async def words(_interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        number = 26 if current == "many" else 25
        return [app_commands.Choice(name=f"{current}{one}", value=str(one)) for one in range(number)]

    @tree.command(description="For moderators")
    @app_commands.default_permissions(manage_guild=True)
    async def rule(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("ruled")

    return tree


@pytest.fixture
async def stage(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    world = World(lambda: NOW)
    guild = world.add_guild("Aldmouth", owner=world.add_user("Olin"))
    member = world.add_user("Jon")
    world.add_member(guild, member)
    news = world.add_channel(guild, "news")
    async with StandIn(world) as standin:
        monkeypatch.setattr(Route, "BASE", standin.api_base)
        monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", URL(standin.gateway_url))
        client = discord.Client(intents=discord.Intents(guilds=True), guild_ready_timeout=0.05)
        stage = Stage(standin, standin.person(member, guild, news))
        async with client:
            await client.login(standin.token)
            await commands_of(client, stage).sync()
            running = asyncio.create_task(client.connect())
            await standin.gateway.connected()
            yield stage
        running.cancel()
        await asyncio.wait({running})
        assert standin.errors == []


async def until(holds) -> None:
    async with asyncio.timeout(5):
        while not holds():
            await asyncio.sleep(0.01)


async def test_a_second_acknowledgement_is_refused(stage: Stage) -> None:
    reply = await stage.person.command("twice")
    await until(lambda: stage.refusals)
    assert stage.refusals == [(400, 40060)]
    assert (reply.kind, reply.text, reply.is_ephemeral) == ("message", "one", True)


async def test_a_late_acknowledgement_is_refused_and_nothing_shown(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (interactions, people):
        monkeypatch.setattr(module, "ACK_S", 0.05)
    with pytest.raises(NoAnswer):
        await stage.person.command("late")
    await until(lambda: stage.refusals)
    assert stage.refusals == [(404, 10062)]
    assert stage.person.sees() == []


async def test_the_first_follow_up_fills_the_deferred_answer_and_keeps_its_secrecy(stage: Stage) -> None:
    reply = await (await stage.person.command("think")).finished(messages=2)
    assert reply.kind == "deferred"
    assert [message.text for message in reply.messages] == ["first", "second"]
    assert {message.ephemeral_for for message in reply.messages} == {stage.person.user.id}
    assert reply.messages[0].edited is None


async def test_a_form_is_filled_and_sent(stage: Stage) -> None:
    opened = await stage.person.command("form")
    assert opened.modal is not None
    with pytest.raises(NotOffered):
        await stage.person.submit(opened, numbers="1")
    assert (await stage.person.submit(opened, words="hello")).text == "You said hello"


async def test_no_more_than_25_choices_are_taken(stage: Stage) -> None:
    assert len(await stage.person.complete("offer", "word", "few")) == 25
    with pytest.raises(NoAnswer):
        await stage.person.complete("offer", "word", "many")


@pytest.mark.parametrize(
    "options", [{}, {"word": "too long"}, {"word": 5}, {"word": "a", "count": "b"}, {"word": "a", "other": 1}]
)
async def test_a_client_does_not_send_what_is_not_offered(stage: Stage, options: dict[str, object]) -> None:
    with pytest.raises(NotOffered):
        await stage.person.command("offer", **options)
    assert (await stage.person.command("offer", word="a", count=2)).text == "a 2"


async def test_who_lacks_the_right_is_not_offered_the_command(stage: Stage) -> None:
    with pytest.raises(NotOffered, match="may not use"):
        await stage.person.command("rule")
    stage.person.user = stage.standin.world.users[stage.person.guild.owner_id]
    assert (await stage.person.command("rule")).text == "ruled"


@pytest.mark.parametrize("intents", [1 << 1, 1 << 15])
async def test_privileged_intents_must_be_switched_on(stage: Stage, intents: int) -> None:
    eager = discord.Client(intents=discord.Intents(intents))
    async with eager:
        await eager.login(stage.standin.token)
        with pytest.raises(discord.PrivilegedIntentsRequired):
            await eager.connect()
