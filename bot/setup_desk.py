"""What `/setup` does at each step: menus, the form, the setting up itself, a look at the first digest.

Each step asks again whether who clicks is a moderator.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from typing import TYPE_CHECKING

import aiohttp
import discord

from bot import options
from bot.answers import Answer, Redrawn, explain
from bot.drawn import shown_only
from bot.formats.markdown import escape
from bot.permissions import refuse_if_closed
from bot.replies import Replies
from bot.setup_view import Chosen, chosen_in, done_view, filled, form, setup_view
from digests.core.editions import Destination, Edition, EditionId, Topic
from digests.core.errors import UseError
from digests.core.members import Deed
from digests.usecases.editions import EditionOrder
from digests.usecases.setting_up import StarterList

if TYPE_CHECKING:
    from bot.desk import Desk

log = logging.getLogger(__name__)

FORM_S = 2.5
"""A form must be the first answer, and Discord waits 3 seconds for that."""

NAMED = 5
"""Feeds left out that are named, the others are counted: what fits a glance."""


class SetupDesk:
    """The steps; `desk` answers."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def begin(self, interaction: discord.Interaction) -> None:
        """Show the menus, in the moderator's language and the channel they are in."""

        async def work(replies: Replies) -> Answer:
            services = self._desk.services
            settings = await services.store.members.settings(interaction.guild_id or 0)
            one = self._starters(settings.language or replies.locale)
            chosen = Chosen(
                channel=interaction.channel_id,
                notices=settings.notices,
                language=one.language,
                timezone=settings.timezone or one.timezone,
            )
            return setup_view(chosen, services.starters, replies)

        await self._desk.answer(interaction, work)

    async def redraw(self, interaction: discord.Interaction, chosen: Chosen) -> None:
        """Show the menus with what is chosen now."""

        async def work(replies: Replies) -> Answer:
            refuse_if_no_moderator(interaction)
            zone = self._starters(chosen.language).timezone
            return Redrawn(setup_view(replace(chosen, timezone=zone), self._desk.services.starters, replies))

        await self._desk.answer(interaction, work, in_place=True)

    async def open_form(self, interaction: discord.Interaction, zone: str) -> None:
        """Ask for time and zone; what is still missing from the menus is said first."""
        replies = Replies(str(interaction.locale))
        chosen = chosen_in(interaction.message)
        if not interaction.permissions.manage_guild or chosen.channel is None or not chosen.topics:

            async def work(_replies: Replies) -> Answer:
                refuse_if_no_moderator(interaction)
                raise UseError("setup-incomplete")

            await self._desk.answer(interaction, work)
            return
        try:
            async with asyncio.timeout(FORM_S):
                await interaction.response.send_modal(form(zone, replies))
        except (discord.HTTPException, aiohttp.ClientError, TimeoutError) as error:
            log.warning("form not shown interaction=%d error=%s: %s", interaction.id, type(error).__name__, error)

    async def finish(self, interaction: discord.Interaction) -> None:
        """Set the server up as the menus and the form say."""
        chosen, fields = chosen_in(interaction.message), filled(interaction)

        async def work(replies: Replies) -> Answer:
            refuse_if_no_moderator(interaction)
            guild, services = interaction.guild, self._desk.services
            assert guild is not None
            channel = guild.get_channel(chosen.channel or 0)
            if not isinstance(channel, discord.TextChannel):
                raise UseError("setup-incomplete")
            order = EditionOrder(
                destination=Destination(platform="discord", address=str(channel.id)),
                topics=(),
                at=options.times(fields["at"]),
                timezone=await options.zone(fields["timezone"]),
                language=chosen.language,
            )
            refuse_if_closed(guild, channel, replies)
            offered = self._starters(chosen.language).topics
            wanted = [offered[place] for place in chosen.topics]
            made = await services.setting_up.carry_out(guild.id, wanted, order, now=services.now())
            before = await services.store.members.settings(guild.id)
            settings = replace(
                before,
                notices=chosen.notices or before.notices,
                language=before.language or chosen.language,
                timezone=before.timezone or order.timezone,
            )
            await services.store.members.put_settings(settings)
            typed = ", ".join([*(topic.name for topic in made.topics), fields["at"], order.timezone])
            deed = Deed(guild_id=guild.id, member_id=interaction.user.id, code="setup", what=typed, at=services.now())
            await services.store.members.put_deed(deed)
            said = [replies.say("setup-done", topics=len(made.topics), feeds=made.feeds)]
            if made.standing.next_slot:
                at = f"<t:{int(made.standing.next_slot.timestamp())}:f>"
                name = escape(made.standing.edition.name)
                said.append(replies.say("edition-scheduled", edition=name, channel=channel.mention, at=at))
            if made.left_out:
                said.append(replies.say("setup-left-out", count=len(made.left_out)))
                said += [f"- {explain(error, replies)}" for error in made.left_out[:NAMED]]
            if settings.notices is None:
                said.append(replies.say("settings-no-notices"))
            return done_view(self._desk.mentioned("\n".join(said)), made.standing.edition.id, replies)

        await self._desk.answer(interaction, work)

    async def first_digest(self, interaction: discord.Interaction, edition_id: EditionId, *, is_posted: bool) -> None:
        """Show or post the first digest, once all its feeds were read."""

        async def work(replies: Replies) -> Answer:
            refuse_if_no_moderator(interaction)
            services = self._desk.services
            edition, topics = await self._edition(interaction.guild_id or 0, edition_id)
            if not await services.setting_up.is_read(topics):
                raise UseError("setup-still-reading")
            if not is_posted:
                return shown_only(await services.editions.preview(edition, now=services.now()))
            digest = await services.editions.tell_now(edition, now=services.now())
            channel = f"<#{edition.destination.address}>"
            return replies.say("edition-told", stories=len(digest.cards), channel=channel)

        await self._desk.answer(interaction, work, is_costly=True)

    async def _edition(self, guild_id: int, edition_id: EditionId) -> tuple[Edition, list[Topic]]:
        services = self._desk.services
        held = await services.editions.held(guild_id, now=services.now())
        edition = next((one.edition for one in held if one.edition.id == edition_id), None)
        if edition is None:
            raise UseError("edition-gone")
        return edition, [topic for topic in await services.topics.held(guild_id) if topic.id in edition.topics]

    def _starters(self, language: str) -> StarterList:
        """Give the list of a language, the nearest of its tag, else English."""
        held = {one.language: one for one in self._desk.services.starters}
        return held.get(language) or held.get(language.partition("-")[0]) or held.get("en") or next(iter(held.values()))


def refuse_if_no_moderator(interaction: discord.Interaction) -> None:
    """Make sure that who clicks may change things here.

    Raises:
        UseError: they may not.
    """
    if not interaction.permissions.manage_guild:
        raise UseError("only-moderators")
