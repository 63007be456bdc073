"""What members keep for themselves: `/saved`, `/preferences`, `/privacy`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import time
from typing import Literal

import discord
from discord import app_commands
from discord.ext import commands

from bot import options
from bot.answers import Answer, Sheet
from bot.desk import Desk
from bot.formats.components import link
from bot.replies import Replies
from bot.story_buttons import ties_view
from bot.subscribing import take_roles
from digests.core.ties import Preferences, Tie, TieKind
from digests.usecases.topics import NOTHING

HEADINGS = {TieKind.SAVE: "saved-heading", TieKind.FOLLOW: "saved-followed", TieKind.MUTE: "saved-muted"}


class PersonalCog(commands.Cog):
    """The commands about a member alone."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command(description="What you saved, follow and muted, and how to end that")
    @app_commands.guild_only()
    async def saved(self, interaction: discord.Interaction) -> None:
        """List a member's ties."""

        async def work(replies: Replies) -> Answer:
            ties = await self._desk.services.personal.ties(interaction.guild_id or 0, interaction.user.id)
            if not ties:
                return replies.say("saved-nothing")
            return ties_view("\n".join(_listed(ties, replies)), ties, replies)

        await self._desk.answer(interaction, work)

    @app_commands.command(description="Your time zone, hours and language; without options: as they are")
    @app_commands.describe(
        timezone="Your time zone, as Europe/Kyiv; -: none",
        dm_at="When direct messages come, as 08:00; -: no choice",
        language="Language of what is made for you alone; -: that of your Discord",
        quiet_from="From when nothing may ping you, as 22:00; -: no quiet hours",
        quiet_to="Until when, as 07:00",
    )
    @app_commands.autocomplete(timezone=options.zones, language=options.languages)
    async def preferences(
        self,
        interaction: discord.Interaction,
        timezone: str | None = None,
        dm_at: str | None = None,
        language: str | None = None,
        quiet_from: str | None = None,
        quiet_to: str | None = None,
    ) -> None:
        """Show or change a member's preferences."""

        async def work(replies: Replies) -> Answer:
            personal = self._desk.services.personal
            before = await personal.preferences(interaction.user.id)
            after = replace(
                before,
                timezone=await _changed_zone(timezone, before.timezone),
                dm_at=options.changed_time(dm_at, before.dm_at),
                language=before.language if language is None else _changed_language(language),
                quiet_from=options.changed_time(quiet_from, before.quiet_from),
                quiet_to=None if quiet_from == NOTHING else options.changed_time(quiet_to, before.quiet_to),
            )
            stopped = await self._desk.services.direct.stopped(interaction.user.id)
            if after != before:
                spoken = replies.locale.split("-", maxsplit=1)[0]
                await personal.prefer(after, language=spoken, now=self._desk.services.now())
            lines = [*_told(after, replies)]
            if stopped:
                lines.append(replies.say(stopped if after == before else "direct-resumed"))
            return "\n".join(lines)

        await self._desk.answer(interaction, work)

    @app_commands.command(description="Get all that is stored about you, or have it deleted")
    @app_commands.describe(action="export: a file with all of it; delete: it is gone at once, everywhere")
    async def privacy(self, interaction: discord.Interaction, action: Literal["export", "delete"]) -> None:
        """Export or delete what is stored about a member."""

        async def work(replies: Replies) -> Answer:
            member_id = interaction.user.id
            stored = await self._desk.services.personal.export(member_id)
            if action == "export":
                text = json.dumps(stored, ensure_ascii=False, indent=2).encode()
                rows = sum(len(table) for table in stored.values())
                return Sheet(replies.say("privacy-export", rows=rows), "tidings-about-me.json", text)
            out_of_reach = await take_roles(interaction, self._desk.services, self._desk.roles)
            rows = await self._desk.services.personal.erase(member_id)
            said = replies.say("privacy-deleted", rows=rows)
            return f"{said}\n{replies.say('privacy-roles', roles=', '.join(out_of_reach))}" if out_of_reach else said

        await self._desk.answer(interaction, work)


def _listed(ties: Sequence[Tie], replies: Replies) -> Iterator[str]:
    for kind, heading in HEADINGS.items():
        of_kind = [tie for tie in ties if tie.kind is kind]
        if of_kind:
            yield replies.say(heading)
            yield from (f"- {link(tie.title, tie.link)} · <t:{int(tie.created.timestamp())}:D>" for tie in of_kind)


def _told(chosen: Preferences, replies: Replies) -> Iterator[str]:
    yield replies.say("preferences-timezone", timezone=chosen.timezone or "–")
    yield replies.say("preferences-dm-at", at=_clock(chosen.dm_at))
    yield replies.say("preferences-language", language=chosen.language or "–")
    if chosen.quiet_from and chosen.quiet_to:
        yield replies.say("preferences-quiet", start=_clock(chosen.quiet_from), end=_clock(chosen.quiet_to))
        yield replies.say("preferences-quiet-roles")
    else:
        yield replies.say("preferences-no-quiet")


def _clock(at: time | None) -> str:
    return f"{at:%H:%M}" if at else "–"


async def _changed_zone(typed: str | None, before: str | None) -> str | None:
    if typed is None:
        return before
    return None if typed.strip() == NOTHING else await options.zone(typed)


def _changed_language(typed: str) -> str | None:
    return None if typed.strip() == NOTHING else options.language(typed)
