"""Why a report was told, or was not: `/why`, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

import discord
from discord import app_commands
from discord.ext import commands

from bot.answers import Answer
from bot.desk import Desk
from bot.formats.markdown import escape
from bot.replies import Replies
from digests.usecases.explaining import Reason, Why

SHOWN = 6
"""Other reports of a story that are named, as many as a sources line shows."""


class WhyCog(commands.Cog):
    """The `/why` command."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command(description="Why a report was in a digest, or was not")
    @app_commands.guild_only()
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.describe(link="The address of the report")
    async def why(self, interaction: discord.Interaction, link: str) -> None:
        """Say what became of a report."""

        async def work(replies: Replies) -> Answer:
            services = self._desk.services
            found = await services.explaining.why(interaction.guild_id or 0, link, now=services.now())
            return "\n".join(_lines(found, replies))

        await self._desk.answer(interaction, work, is_costly=True)


def _lines(found: Why, replies: Replies) -> Iterator[str]:
    yield f"**{escape(found.entry.title)}**"
    for digest in found.told:
        yield replies.say("why-told", edition=escape(digest.edition), at=f"<t:{int(digest.slot.timestamp())}:f>")
    for reason in found.reasons:
        yield _reason(reason, replies)
    if not found.told and not found.reasons:
        yield replies.say("why-no-editions")
    if found.brought_by:
        yield replies.say("why-brought", words=escape(", ".join(found.brought_by)))
    if found.tie:
        words = ", ".join(found.tie.in_common)
        yield replies.say("why-one-story", others=len(found.others), words=escape(words) or "-")
        yield from (f"- {escape(other.outlet)}: {escape(other.title)}" for other in found.others[:SHOWN])
    else:
        yield replies.say("why-alone")


def _reason(reason: Reason, replies: Replies) -> str:
    edition, words = escape(reason.edition.name), escape(", ".join(reason.words))
    if reason.code == "why-barred":
        return replies.say("why-barred", edition=edition, words=words)
    if reason.code == "why-lacks":
        return replies.say("why-lacks", edition=edition, words=words)
    return replies.say(reason.code, edition=edition)
