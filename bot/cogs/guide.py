"""`/setup`, `/help` and `/invite`: the way in, what there is to say to the bot, and the way to another server."""

from __future__ import annotations

from collections.abc import Iterable

import discord
from discord import app_commands
from discord.ext import commands

from bot.answers import Answer
from bot.desk import Desk
from bot.permissions import WANTED
from bot.replies import Replies
from bot.slash import description


class GuideCog(commands.Cog):
    """The `/setup`, `/help` and `/invite` commands."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command(description="What you can ask of this bot")
    async def help(self, interaction: discord.Interaction) -> None:
        """List the commands that who asks may use."""

        async def work(replies: Replies) -> Answer:
            tree = interaction.client.tree  # type: ignore[attr-defined]  # a Bot has one; discord.py types a Client
            known = [command for command in tree.walk_commands() if isinstance(command, app_commands.Command)]
            lines = [replies.say("help-intro"), "", *_listed(known, replies, for_moderators=False)]
            if interaction.permissions.manage_guild:
                lines += ["", replies.say("help-moderators"), *_listed(known, replies, for_moderators=True)]
            return "\n".join(lines)

        await self._desk.answer(interaction, work)

    @app_commands.command(description="Choose topics, a channel and a time: your first digest in two minutes")
    @app_commands.guild_only()
    @app_commands.default_permissions(manage_guild=True)
    async def setup(self, interaction: discord.Interaction) -> None:
        """Guide a moderator to the first digest."""
        await self._desk.setup.begin(interaction)

    @app_commands.command(description="Have this bot in another server")
    async def invite(self, interaction: discord.Interaction) -> None:
        """Give the link that asks for no right we do not use."""

        async def work(replies: Replies) -> Answer:
            link = discord.utils.oauth_url(interaction.application_id, permissions=WANTED)
            return replies.say("invite", link=f"<{link}>")

        await self._desk.answer(interaction, work)


def _listed(
    known: Iterable[app_commands.Command[commands.Cog, ..., None]], replies: Replies, *, for_moderators: bool
) -> list[str]:
    return sorted(
        f"- `/{command.qualified_name}` {description(command, replies.locale) or command.description}"
        for command in known
        if _is_for_moderators(command) is for_moderators
    )


def _is_for_moderators(command: app_commands.Command[commands.Cog, ..., None]) -> bool:
    owner = command.root_parent or command
    return owner.default_permissions is not None
