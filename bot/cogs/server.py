"""What moderators set for the whole server, and how everything is: `/server settings`, `/health`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

import discord
from discord import app_commands
from discord.ext import commands

from bot import options
from bot.answers import Answer
from bot.cogs.editions import edition_line
from bot.cogs.feeds import feed_line
from bot.deeds import CHANGES, deed_lines
from bot.desk import Desk
from bot.formats.markdown import escape
from bot.permissions import refuse_if_closed
from bot.replies import Replies
from bot.server_files import export_server, import_server
from digests.core.errors import UseError
from digests.core.members import GuildSettings, Images
from digests.usecases.topics import NOTHING

DEEDS = 30
"""Lines of the log: what fits a message and is looked through."""


@app_commands.guild_only()
@app_commands.default_permissions(manage_guild=True)
class ServerCog(commands.GroupCog, group_name="server", group_description="Settings of this server"):
    """The `/server` commands."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command(extras=CHANGES, description="Show or change the settings of this server")
    @app_commands.describe(
        notices="The channel that is told what needs a moderator",
        language="Language of digests ordered without one",
        blocked_outlets="Domains that no digest uses, parted by commas; -: none",
        trusted_outlets="Domains whose word alone is enough for an alert, parted by commas; -: none",
        images="Whether opened stories show a picture",
        timezone="The zone of the quiet hours, as Europe/Kyiv",
        quiet_from="From this local time nobody is pinged, as 22:00; -: no quiet hours",
        quiet_to="Until this local time, as 07:00",
        archive="Who reads the archive on the web: who has its address, or everybody; renew: a new address",
    )
    @app_commands.autocomplete(language=options.languages, timezone=options.zones)
    async def settings(
        self,
        interaction: discord.Interaction,
        notices: options.Place | None = None,
        language: str | None = None,
        blocked_outlets: str | None = None,
        trusted_outlets: str | None = None,
        images: Literal["all", "none", "no graphic news"] | None = None,
        timezone: str | None = None,
        quiet_from: str | None = None,
        quiet_to: str | None = None,
        archive: Literal["private", "public", "renew"] | None = None,
    ) -> None:
        """Show or change settings."""
        guild = interaction.guild
        assert guild is not None

        async def work(replies: Replies) -> Answer:
            members = self._desk.services.store.members
            before = await members.settings(guild.id)
            if notices is not None:
                refuse_if_closed(guild, notices, replies)
            settings = replace(
                before,
                notices=notices.id if notices is not None else before.notices,
                language=options.language(language) if language else before.language,
                blocked=before.blocked if blocked_outlets is None else options.domains(blocked_outlets),
                trusted=before.trusted if trusted_outlets is None else options.domains(trusted_outlets),
                images=options.IMAGES[images] if images else before.images,
                timezone=await options.zone(timezone) if timezone else before.timezone,
                quiet_from=options.changed_time(quiet_from, before.quiet_from),
                quiet_to=None if quiet_from == NOTHING else options.changed_time(quiet_to, before.quiet_to),
                is_archive_public=archive == "public" if archive else before.is_archive_public,
            )
            if (settings.quiet_from is None) is not (settings.quiet_to is None):
                raise UseError("quiet-hours-open")
            if settings != before:
                await members.put_settings(settings)
            lines = [*_lines(settings, replies), *await self._archive(settings, replies, renew=archive == "renew")]
            return "\n".join(lines)

        await self._desk.answer(interaction, work)

    async def _archive(self, settings: GuildSettings, replies: Replies, *, renew: bool) -> list[str]:
        """Give where the archive is; it is told to moderators alone."""
        services, is_public = self._desk.services, settings.is_archive_public
        if not services.has_web:
            return [replies.say("settings-archive-nowhere")] if is_public or renew else []
        address = await services.archive.address(settings.guild_id, is_public=is_public, renew=renew)
        return [replies.say("settings-archive-public" if is_public else "settings-archive-private", address=address)]

    @app_commands.command(description="Get this server's settings, topics, feeds and digests as one file")
    async def export(self, interaction: discord.Interaction) -> None:
        """Give the server as a file."""
        guild = interaction.guild
        assert guild is not None
        await self._desk.answer(interaction, lambda replies: export_server(self._desk, guild, replies))

    @app_commands.command(
        extras=CHANGES, name="import", description="Set this server up as such a file says; what is here stays"
    )
    @app_commands.describe(file="The file that /server export gave")
    async def import_(self, interaction: discord.Interaction, file: discord.Attachment) -> None:
        """Set the server up by a file."""

        async def work(replies: Replies) -> Answer:
            return await import_server(self._desk, interaction, file, replies)

        await self._desk.answer(interaction, work)

    @app_commands.command(description="See who changed what here lately")
    async def log(self, interaction: discord.Interaction) -> None:
        """List what moderators changed."""

        async def work(replies: Replies) -> Answer:
            deeds = await self._desk.services.store.members.deeds_of(interaction.guild_id or 0, limit=DEEDS)
            if not deeds:
                return replies.say("log-nothing")
            return "\n".join([replies.say("log-heading"), *deed_lines(deeds)])

        await self._desk.answer(interaction, work)


class HealthCog(commands.Cog):
    """The `/health` command."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command(description="See how feeds and digests are, and what needs a moderator")
    @app_commands.guild_only()
    @app_commands.default_permissions(manage_guild=True)
    async def health(self, interaction: discord.Interaction) -> None:
        """Tell how everything is."""

        async def work(replies: Replies) -> Answer:
            services, guild_id = self._desk.services, interaction.guild_id or 0
            held = await services.feeds.of_guild(guild_id)
            total = len({feed.id for feeds in held.values() for feed in feeds})
            ill = await services.feeds.ill(guild_id)
            editions = await services.editions.held(guild_id, now=services.now())
            lines = [
                replies.say("health-feeds", ok=total - len(ill), total=total),
                *(feed_line(feed, replies) for feed in ill),
                replies.say("health-editions", count=len(editions)),
                *(edition_line(standing, replies) for standing in editions),
            ]
            return "\n".join(lines)

        await self._desk.answer(interaction, work)


def _lines(settings: GuildSettings, replies: Replies) -> Iterator[str]:
    if settings.notices is None:
        yield replies.say("settings-no-notices")
    else:
        yield replies.say("settings-notices", channel=f"<#{settings.notices}>")
    if settings.language:
        yield replies.say("settings-language", language=settings.language)
    if settings.blocked:
        yield replies.say("settings-blocked", outlets=escape(", ".join(settings.blocked)))
    if settings.trusted:
        yield replies.say("settings-trusted", outlets=escape(", ".join(settings.trusted)))
    if settings.images is Images.NONE:
        yield replies.say("settings-no-images")
    if settings.images is Images.NO_GRAPHIC:
        yield replies.say("settings-no-graphic")
    if settings.timezone:
        yield replies.say("settings-zone", zone=settings.timezone)
    if settings.quiet_from and settings.quiet_to:
        start, end = f"{settings.quiet_from:%H:%M}", f"{settings.quiet_to:%H:%M}"
        yield replies.say("settings-quiet", start=start, end=end, zone=settings.timezone or "UTC")
