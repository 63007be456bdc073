"""The Discord client: what we ask of the gateway, which commands there are, and who answers them.

No privileged intent, no message or member cache: digests need no gateway, commands need only guilds.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from hashlib import blake2b
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from bot.cogs.editions import EditionCog
from bot.cogs.feeds import FeedCog
from bot.cogs.members import MemberCog
from bot.cogs.server import HealthCog, ServerCog
from bot.cogs.topics import TopicCog
from bot.desk import Desk
from bot.traffic import Traffic
from bot.views import CLICKABLE
from config.settings import Discord as DiscordSettings

log = logging.getLogger(__name__)

COGS: tuple[Callable[[Desk], commands.Cog], ...] = (TopicCog, FeedCog, EditionCog, MemberCog, ServerCog, HealthCog)
"""All families of commands."""

LONGEST_WAIT_S = 30.0
"""Longest sleep of discord.py for a rate limit, its least value; longer ones become a later try in our outbox."""


class TidingsClient(commands.Bot):
    """A client of one application; `desk` answers its commands."""

    desk: Desk

    def __init__(self, settings: DiscordSettings) -> None:
        Route.BASE = settings.api_base.rstrip("/")
        if settings.gateway_url:
            DiscordWebSocket.DEFAULT_GATEWAY = URL(settings.gateway_url)
        known: dict[str, Any] = {"application_id": settings.application_id} if settings.application_id else {}
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_ratelimit_timeout=LONGEST_WAIT_S,
            http_trace=Traffic().trace(),
            tree_cls=Tree,
            **known,
        )
        self._guild_ids = settings.guild_ids

    async def setup_hook(self) -> None:
        """Add the commands and what can be clicked, and tell Discord of the commands if they changed."""
        self.add_dynamic_items(*CLICKABLE)
        for cog in COGS:
            await self.add_cog(cog(self.desk), override=True)
        await self._sync()

    async def _sync(self) -> None:
        """Register commands where what Discord was last told differs: creations are limited to 200 a day."""
        notes = self.desk.services.store.notes
        payload = [command.to_dict(self.tree) for command in self.tree.get_commands()]
        current = blake2b(json.dumps(payload, sort_keys=True).encode(), digest_size=16).hexdigest()
        places: list[discord.Object | None] = [discord.Object(guild_id) for guild_id in self._guild_ids]
        for place in places or [None]:
            name = f"commands of {self.application_id} in {place.id if place else 'all guilds'}"
            if await notes.recall(name) == current:
                continue
            if place:
                self.tree.copy_global_to(guild=place)
            await self.tree.sync(guild=place)
            await notes.remember(name, current)
            log.info("commands synced place=%s", place.id if place else "all guilds")


class Tree(app_commands.CommandTree[TidingsClient]):
    """Commands whose failures outside the desk (an option discord.py refuses) are answered too."""

    async def on_error(
        self, interaction: discord.Interaction[TidingsClient], error: app_commands.AppCommandError, /
    ) -> None:
        """Answer what went wrong before a command's own code ran."""
        log.error("command failed interaction=%d", interaction.id, exc_info=error)

        async def work(replies: Any) -> str:
            return str(replies.say("answer-failed", number=str(interaction.id)))

        await interaction.client.desk.answer(interaction, work)
