"""The Discord client: what we ask of the gateway, which commands there are, and who answers them.

No privileged intent, no message or member cache: digests need no gateway, commands need only guilds.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from bot.belonging import Shard, come_back, compare, leave
from bot.cogs.alerts import AlertCog
from bot.cogs.editions import EditionCog
from bot.cogs.explaining import WhyCog
from bot.cogs.feeds import FeedCog
from bot.cogs.guide import GuideCog
from bot.cogs.linking import link_menu
from bot.cogs.members import MemberCog
from bot.cogs.personal import PersonalCog
from bot.cogs.server import HealthCog, ServerCog
from bot.cogs.topics import TopicCog
from bot.desk import Desk
from bot.mentions import CommandMentions
from bot.setup_view import FORM, FirstButton, SetupButton, SetupMenu
from bot.slash import Slash
from bot.story_buttons import ReportMenu, StoryButton, TieMenu
from bot.story_words import ASK
from bot.topic_menu import TopicMenu
from bot.traffic import Traffic
from bot.views import FeedMenu, HeldButton, QuietButton, StoryMenu, SubscribeButton
from config.settings import Discord as DiscordSettings

log = logging.getLogger(__name__)

COGS: tuple[Callable[[Desk], commands.Cog], ...] = (
    TopicCog,
    FeedCog,
    EditionCog,
    AlertCog,
    MemberCog,
    PersonalCog,
    ServerCog,
    HealthCog,
    WhyCog,
    GuideCog,
)
"""All families of commands."""

CLICKABLE = (
    *(StoryMenu, QuietButton, SubscribeButton, HeldButton, FeedMenu, StoryButton, ReportMenu, TieMenu),
    *(SetupMenu, SetupButton, FirstButton, TopicMenu),
)
"""What can be clicked, taken up again after a restart by its custom id."""

LONGEST_WAIT_S = 30.0
"""Longest sleep of discord.py for a rate limit, its least value; longer ones become a later try in our outbox."""


def make_client(settings: DiscordSettings) -> TidingsClient:
    """Give the client as configured; one that holds several shards where the admin asks for them."""
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # nothing speaks here
    Route.BASE = settings.api_base.rstrip("/")
    if settings.gateway_url:
        DiscordWebSocket.DEFAULT_GATEWAY = URL(settings.gateway_url)
    options: dict[str, Any] = {
        "command_prefix": commands.when_mentioned,
        "help_command": None,
        "intents": discord.Intents(guilds=True),
        "allowed_mentions": discord.AllowedMentions.none(),
        "max_messages": None,
        "chunk_guilds_at_startup": False,
        "member_cache_flags": discord.MemberCacheFlags.none(),
        "max_ratelimit_timeout": LONGEST_WAIT_S,
        "http_trace": Traffic().trace(),
        "tree_cls": Tree,
    }
    if settings.application_id:
        options["application_id"] = settings.application_id
    if settings.shard_count is None:
        return TidingsClient(settings.guild_ids, **options)
    options |= {"shard_count": settings.shard_count, "shard_ids": list(settings.shard_ids) or None}
    return ShardedTidingsClient(settings.guild_ids, **options)


class TidingsClient(commands.Bot):
    """A client of one application; `desk` answers its commands, which are synced at once in the guilds named.

    `connected` is set once the gateway took us for the first time.
    """

    desk: Desk

    def __init__(self, guild_ids: Sequence[int], **options: Any) -> None:
        super().__init__(**options)
        self._slash = Slash()
        self._guild_ids = guild_ids
        self.connected = asyncio.Event()

    async def setup_hook(self) -> None:
        """Add the commands and what can be clicked, and tell Discord of the commands if they changed."""
        self.add_dynamic_items(*CLICKABLE)
        for cog in COGS:
            await self.add_cog(cog(self.desk), override=True)
        self.tree.add_command(link_menu(self.desk), override=True)
        await self.tree.set_translator(self._slash)
        await self._sync()

    def dispatch(self, event_name: str, /, *args: Any, **kwargs: Any) -> None:
        """Tell of an event unless we are closed: discord.py's "ready" comes late, and finds no loop then."""
        if not self.is_closed():
            super().dispatch(event_name, *args, **kwargs)

    async def on_connect(self) -> None:
        """Note that the gateway has taken us, and which guilds are gone or back; Discord has named all by now."""
        self.connected.set()
        await self._compare(0)

    async def on_ready(self) -> None:
        """Note who came back in the first seconds: discord.py takes them for guilds that were there before."""
        await self._compare(0)

    async def _compare(self, shard_id: int) -> None:
        services, present = self.desk.services, {guild.id for guild in self.guilds}
        shard = Shard(shard_id, self.shard_count or 1)
        await compare(services.store.guilds, present, shard=shard, now=services.now())

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Let the guild rest."""
        await leave(self.desk.services.store.guilds, guild.id, now=self.desk.services.now())

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Let a guild that rested go on."""
        await come_back(self.desk.services.store.guilds, guild.id)

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Take a form that was sent: discord.py forgets forms at a restart, and keeps those that nobody sends."""
        data: Any = interaction.data
        if interaction.type is not discord.InteractionType.modal_submit:
            return
        if data["custom_id"] == FORM:
            await self.desk.setup.finish(interaction)
        elif data["custom_id"].startswith(ASK):
            await self.desk.answer_question(interaction)

    async def _sync(self) -> None:
        """Register commands where what Discord was last told differs: creations are limited to 200 a day."""
        notes = self.desk.services.store.notes
        payload = [await one.get_translated_payload(self.tree, self._slash) for one in self.tree.get_commands()]
        current = blake2b(json.dumps(payload, sort_keys=True).encode(), digest_size=16).hexdigest()
        places: list[discord.Object | None] = [discord.Object(guild_id) for guild_id in self._guild_ids]
        for place in places or [None]:
            name = f"slash commands of {self.application_id} in {place.id if place else 'all guilds'}"
            known = json.loads(await notes.recall(name) or "{}")
            if known.get("hash") == current:
                self._mention(known["ids"])
                continue
            if place:
                self.tree.copy_global_to(guild=place)
            try:
                synced = await self.tree.sync(guild=place)
            except discord.Forbidden:
                log.warning("commands not synced, the bot is not in that server place=%s", place and place.id)
                continue
            ids = {command.name: command.id for command in synced}
            await notes.remember(name, json.dumps({"hash": current, "ids": ids}))
            self._mention(ids)
            log.info("commands synced place=%s", place.id if place else "all guilds")

    def _mention(self, ids: Mapping[str, int]) -> None:
        """Have answers name commands by Discord's numbers."""
        own = (one for one in self.tree.walk_commands() if isinstance(one, app_commands.Command))
        names = [command.qualified_name for command in own]
        self.desk.mentioned = CommandMentions(names, ids)


class ShardedTidingsClient(TidingsClient, commands.AutoShardedBot):
    """The same over several connections, each of which names its own guilds."""

    async def on_connect(self) -> None:
        """Note that the gateway has taken us; `on_shard_connect` says whose guilds were named."""
        self.connected.set()

    async def on_shard_connect(self, shard_id: int) -> None:
        """Note which guilds of a shard are gone, or back."""
        await self._compare(shard_id)

    async def on_ready(self) -> None:
        """Wait for `on_shard_ready`, as for `on_shard_connect`."""

    async def on_shard_ready(self, shard_id: int) -> None:
        """Note who came back to a shard in the first seconds."""
        await self._compare(shard_id)


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
