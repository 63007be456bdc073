"""`/alerts` for moderators: urgent stories of a topic, told at once."""

from __future__ import annotations

from typing import Literal

import discord
from discord import app_commands
from discord.ext import commands

from bot import options
from bot.answers import Answer
from bot.deeds import CHANGES
from bot.desk import Desk
from bot.formats.markdown import escape
from bot.permissions import refuse_if_closed, refuse_if_unpingable
from bot.replies import Replies
from digests.core.alerting import VOICES
from digests.core.editions import Destination

MOST = 10
USUAL = 3
"""Alerts in 24 hours: more than three a day of one topic are a feed, not alerts."""


class AlertCog(commands.Cog):
    """The `/alerts` command."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command(extras=CHANGES, description="Have urgent stories of a topic told at once, or no longer")
    @app_commands.guild_only()
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.describe(
        topic="The topic",
        on="on: alerts come; off: they end",
        channel="Where; left out: where its digests go, else here",
        max_per_day="Most alerts in 24 hours; left out: 3",
    )
    @app_commands.autocomplete(topic=options.topic_names)
    async def alerts(
        self,
        interaction: discord.Interaction,
        topic: str,
        on: Literal["on", "off"],
        channel: options.Place | None = None,
        max_per_day: app_commands.Range[int, 1, MOST] = USUAL,
    ) -> None:
        """Order alerts, or end them."""
        guild = interaction.guild
        assert guild is not None

        async def work(replies: Replies) -> Answer:
            services = self._desk.services
            found = await services.topics.find(guild.id, topic)
            if on == "off":
                ended = await services.editions.end_alerts(found)
                return replies.say("alerts-off" if ended else "alerts-none", topic=escape(found.name))
            told = await services.editions.place_of(found)
            usual = int(told.address) if told and told.platform == "discord" else 0
            place = channel or guild.get_channel_or_thread(usual)
            if place is None or place.type is discord.ChannelType.forum:
                place = guild.get_channel_or_thread(interaction.channel_id or 0)
            assert place is not None
            refuse_if_closed(guild, place, replies)
            refuse_if_unpingable(guild, place, [found])
            destination = Destination(platform="discord", address=str(place.id))
            await services.editions.order_alerts(found, destination, max_per_day, now=services.now())
            return replies.say(
                "alerts-on", topic=escape(found.name), channel=place.mention, count=max_per_day, voices=VOICES
            )

        await self._desk.answer(interaction, work)
