"""`/topic …` for moderators: what a guild wants to read about."""

from __future__ import annotations

from collections.abc import Iterator

import discord
from discord import app_commands
from discord.ext import commands

from bot import options
from bot.answers import Answer
from bot.deeds import CHANGES
from bot.desk import Desk
from bot.formats.markdown import escape
from bot.replies import Replies
from digests.core.editions import Topic
from digests.core.errors import UseError
from digests.core.urls import mask
from digests.usecases.topics import TopicChanges


@app_commands.guild_only()
@app_commands.default_permissions(manage_guild=True)
class TopicCog(commands.GroupCog, group_name="topic", group_description="What this server wants to read about"):
    """The `/topic` commands."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command(
        extras=CHANGES, description="Make a topic: a name, and which entries of its feeds belong to it"
    )
    @app_commands.describe(
        name="Its name, as members will see it",
        description="A line about it",
        keywords="Only entries with one of these words; left out: all entries of its feeds",
        exclude="No entries with one of these words",
        language="Only entries in this language",
        role="The role that is pinged; left out: one is made when somebody subscribes",
        like="A link to a report you have: entries like its story belong to the topic too",
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
        like: str | None = None,
    ) -> None:
        """Make a topic."""

        async def work(replies: Replies) -> Answer:
            services, guild_id = self._desk.services, interaction.guild_id or 0
            reports = await services.topics.reports_like(guild_id, like, now=services.now()) if like else ()
            topic = await services.topics.create(
                guild_id,
                name,
                description=description,
                keywords=keywords,
                exclude=exclude,
                language=options.language(language) if language else None,
                role_id=role.id if role else None,
                like=reports,
            )
            return replies.say("topic-created", topic=escape(topic.name))

        await self._desk.answer(interaction, work)

    @app_commands.command(extras=CHANGES, description="Change a topic: only what you give becomes otherwise")
    @app_commands.describe(
        topic="The topic",
        name="What it is called then",
        description="A line about it; -: none",
        keywords="Only entries with one of these words; -: all entries of its feeds",
        exclude="No entries with one of these words; -: nothing is left out",
        language="Only entries in this language",
        role="The role that is pinged",
        like="A link to a report you have: entries like its story belong to the topic too",
    )
    @app_commands.autocomplete(topic=options.topic_names, language=options.languages)
    async def edit(
        self,
        interaction: discord.Interaction,
        topic: str,
        name: str | None = None,
        description: str | None = None,
        keywords: str | None = None,
        exclude: str | None = None,
        language: str | None = None,
        role: discord.Role | None = None,
        like: str | None = None,
    ) -> None:
        """Change a topic."""

        async def work(replies: Replies) -> Answer:
            services, guild_id = self._desk.services, interaction.guild_id or 0
            found = await services.topics.find(guild_id, topic)
            changes = TopicChanges(
                name=name,
                description=description,
                keywords=keywords,
                exclude=exclude,
                language=options.language(language) if language else None,
                role_id=role.id if role else None,
                like=await services.topics.reports_like(guild_id, like, now=services.now()) if like else (),
            )
            changed = await services.topics.change(found, changes)
            return "\n".join([replies.say("topic-changed", topic=escape(changed.name)), *_told(changed, replies)])

        await self._desk.answer(interaction, work)

    @app_commands.command(extras=CHANGES, description="Remove a topic, with the feeds that only it held")
    @app_commands.describe(topic="The topic")
    @app_commands.autocomplete(topic=options.topic_names)
    async def delete(self, interaction: discord.Interaction, topic: str) -> None:
        """Remove a topic."""
        guild = interaction.guild
        assert guild is not None

        async def work(replies: Replies) -> Answer:
            services = self._desk.services
            found = await services.topics.find(guild.id, topic)
            if edition := await services.editions.only_about(found):
                raise UseError("topic-is-all", name=found.name, edition=edition.name)
            await services.topics.remove(found)
            said = replies.say("topic-removed", topic=escape(found.name))
            if not (found.role_made and found.role_id) or await self._desk.roles.remove(guild, found.role_id):
                return said
            return f"{said}\n{replies.say('topic-role-stays', role=f'<@&{found.role_id}>')}"

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
                replies.say("topic-shown", topic=escape(found.name), feeds=len(feeds)),
                *_told(found, replies),
                *(f"- {escape(feed.title or mask(feed.url))} <{mask(feed.url)}>" for feed in feeds),
            ]
            return "\n".join(lines)

        await self._desk.answer(interaction, work)


def _told(topic: Topic, replies: Replies) -> Iterator[str]:
    """Give what a topic is about, a line each."""
    if topic.description:
        yield escape(topic.description)
    if topic.keywords:
        yield replies.say("topic-keywords", words=escape(topic.keywords))
    if topic.example_title:
        yield replies.say("topic-like", title=escape(topic.example_title))
    if topic.exclude:
        yield replies.say("topic-exclude", words=escape(topic.exclude))
    if topic.language:
        yield replies.say("topic-language", language=topic.language)
    if topic.role_id:
        yield replies.say("topic-role", role=f"<@&{topic.role_id}>")
