"""`/topic …` for moderators: what a guild wants to read about."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot import options
from bot.desk import Answer, Desk
from bot.replies import Replies
from digests.core.urls import mask


@app_commands.guild_only()
@app_commands.default_permissions(manage_guild=True)
class TopicCog(commands.GroupCog, group_name="topic", group_description="What this server wants to read about"):
    """The `/topic` commands."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command(description="Make a topic: a name, and which entries of its feeds belong to it")
    @app_commands.describe(
        name="Its name, as members will see it",
        description="A line about it",
        keywords="Only entries with one of these words; left out: all entries of its feeds",
        exclude="No entries with one of these words",
        language="Only entries in this language",
        role="The role that is pinged; left out: one is made when somebody subscribes",
    )
    @app_commands.autocomplete(language=options.languages)
    async def create(
        self,
        interaction: discord.Interaction,
        name: str,
        description: str = "",
        keywords: str = "",
        exclude: str = "",
        language: str | None = None,
        role: discord.Role | None = None,
    ) -> None:
        """Make a topic."""

        async def work(replies: Replies) -> Answer:
            topic = await self._desk.services.topics.create(
                interaction.guild_id or 0,
                name,
                description=description,
                keywords=keywords,
                exclude=exclude,
                language=options.language(language) if language else None,
                role_id=role.id if role else None,
            )
            return replies.say("topic-created", topic=topic.name)

        await self._desk.answer(interaction, work)

    @app_commands.command(description="Show a topic: its feeds, its words, its role")
    @app_commands.describe(topic="The topic")
    @app_commands.autocomplete(topic=options.topic_names)
    async def show(self, interaction: discord.Interaction, topic: str) -> None:
        """Show a topic."""

        async def work(replies: Replies) -> Answer:
            found = await self._desk.services.topics.find(interaction.guild_id or 0, topic)
            feeds = await self._desk.services.topics.feeds_of(found)
            lines = [
                replies.say("topic-shown", topic=found.name, feeds=len(feeds)),
                found.description,
                replies.say("topic-keywords", words=found.keywords) if found.keywords else "",
                replies.say("topic-exclude", words=found.exclude) if found.exclude else "",
                replies.say("topic-language", language=found.language) if found.language else "",
                replies.say("topic-role", role=f"<@&{found.role_id}>") if found.role_id else "",
                *(f"- {feed.title or mask(feed.url)} <{mask(feed.url)}>" for feed in feeds),
            ]
            return "\n".join(line for line in lines if line)

        await self._desk.answer(interaction, work)
