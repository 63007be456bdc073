"""What members do: see topics, subscribe, read the latest. Every answer is for their eyes only."""

from __future__ import annotations

from typing import Literal

import discord
from discord import app_commands
from discord.ext import commands

from bot import options
from bot.answers import Answer
from bot.desk import Desk
from bot.drawn import shown_only
from bot.formats.components import link
from bot.formats.markdown import escape
from bot.replies import Replies
from bot.subscribing import subscribe, unsubscribe
from bot.views import topics_view
from digests.core.editions import Style
from digests.core.errors import UseError
from digests.core.members import Deliver
from digests.core.ties import Ties
from digests.usecases.members import LatestOrder
from digests.usecases.searching import Hit

MOST_FOUND = 10
"""Stories a search shows: what fits a message with long addresses."""


class MemberCog(commands.Cog):
    """The commands of members."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command(description="See the topics of this server and subscribe to them")
    @app_commands.guild_only()
    async def topics(self, interaction: discord.Interaction) -> None:
        """List topics with buttons."""

        async def work(replies: Replies) -> Answer:
            guild_id = interaction.guild_id or 0
            topics = await self._desk.services.topics.held(guild_id)
            if not topics:
                raise UseError("no-topics")
            held = {tie.topic_id for tie in await self._desk.services.members.subscribed(guild_id, interaction.user.id)}
            lines = [f"- **{escape(topic.name)}** {escape(topic.description)}".rstrip() for topic in topics]
            if stopped := await self._desk.services.direct.stopped(interaction.user.id):
                lines.append(replies.say(stopped))
            names = [(topic.id, topic.name, topic.id in held) for topic in topics]
            return topics_view("\n".join([replies.say("topics-heading"), *lines]), names, replies)

        await self._desk.answer(interaction, work)

    @app_commands.command(description="Be pinged when a digest tells of a topic, or get your own by direct message")
    @app_commands.guild_only()
    @app_commands.describe(topic="The topic", deliver="How it reaches you")
    @app_commands.autocomplete(topic=options.topic_names)
    async def subscribe(
        self, interaction: discord.Interaction, topic: str, deliver: Literal["ping", "dm"] = "ping"
    ) -> None:
        """Subscribe to a topic."""

        async def work(replies: Replies) -> Answer:
            found = await self._desk.services.topics.find(interaction.guild_id or 0, topic)
            services, roles = self._desk.services, self._desk.roles
            return await subscribe(interaction, services, roles, found, replies, Deliver(deliver))

        await self._desk.answer(interaction, work)

    @app_commands.command(description="End a subscription")
    @app_commands.guild_only()
    @app_commands.describe(topic="The topic")
    @app_commands.autocomplete(topic=options.topic_names)
    async def unsubscribe(self, interaction: discord.Interaction, topic: str) -> None:
        """Unsubscribe from a topic."""

        async def work(replies: Replies) -> Answer:
            found = await self._desk.services.topics.find(interaction.guild_id or 0, topic)
            return await unsubscribe(interaction, self._desk.services, self._desk.roles, found, replies)

        await self._desk.answer(interaction, work)

    @app_commands.command(description="Search what the feeds of this server brought")
    @app_commands.guild_only()
    @app_commands.describe(query="Words that must all occur", topic="Only this topic; left out: all")
    @app_commands.autocomplete(topic=options.topic_names)
    async def search(self, interaction: discord.Interaction, query: str, topic: str | None = None) -> None:
        """List stories by words."""

        async def work(replies: Replies) -> Answer:
            services, guild_id = self._desk.services, interaction.guild_id or 0
            topics = [await services.topics.find(guild_id, topic)] if topic else await services.topics.held(guild_id)
            language = replies.locale.split("-")[0]
            found = await services.searching.search(query, topics, language=language, most=MOST_FOUND)
            if not found:
                return replies.say("search-nothing", query=escape(query))
            return "\n".join([replies.say("search-heading", query=escape(query)), *(_hit(hit) for hit in found)])

        await self._desk.answer(interaction, work, is_costly=True)

    @app_commands.command(description="Read the latest stories now, in an answer only you see")
    @app_commands.guild_only()
    @app_commands.describe(topic="Only this topic; left out: all", style="How much is told of each story")
    @app_commands.autocomplete(topic=options.topic_names)
    async def latest(
        self,
        interaction: discord.Interaction,
        topic: str | None = None,
        style: Literal["brief", "standard", "deep"] = "brief",
    ) -> None:
        """Show the latest stories."""

        async def work(replies: Replies) -> Answer:
            services, guild_id = self._desk.services, interaction.guild_id or 0
            topics = [await services.topics.find(guild_id, topic)] if topic else await services.topics.held(guild_id)
            if not topics:
                raise UseError("no-topics")
            chosen = await services.personal.preferences(interaction.user.id)
            digest = await services.members.latest(
                LatestOrder(
                    topics=topics,
                    guild_id=guild_id,
                    style=Style(style),
                    language=chosen.language or replies.locale.split("-")[0],
                    max_stories=services.max_stories,
                    ties=Ties.of(await services.personal.ties(guild_id, interaction.user.id)),
                ),
                now=services.now(),
            )
            return shown_only(digest) if digest.cards else replies.say("latest-nothing")

        await self._desk.answer(interaction, work, is_costly=True)


def _hit(hit: Hit) -> str:
    entry = hit.entry
    more = f" +{hit.entries - 1}" if hit.entries > 1 else ""
    at = f"<t:{int(entry.published.timestamp())}:R>"
    return f"- {link(entry.title or entry.link, entry.link)} · {escape(entry.outlet)}{more} · {at}"
