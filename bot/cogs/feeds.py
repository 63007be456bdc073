"""`/feed …` for moderators: which feeds a topic is made of."""

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
from bot.lists import begin_import, export
from bot.replies import Replies
from bot.views import FeedOrder, feeds_view
from digests.core.models import Feed
from digests.core.pushing import is_pushed
from digests.core.urls import mask
from digests.usecases.feed_choices import FeedEdit, edit_feed

MAX_BACKFILL = 10
MAX_NAME = 80  # characters; a notice names the feed in one line
SHOWN_ENTRIES = 3


@app_commands.guild_only()
@app_commands.default_permissions(manage_guild=True)
class FeedCog(commands.GroupCog, group_name="feed", group_description="The feeds that topics are made of"):
    """The `/feed` commands."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command(extras=CHANGES, description="Add a feed to a topic; it is read at once to see that it is one")
    @app_commands.describe(
        url="A feed or a site: its address, or r/name, @channel, @user@host, google news and words",
        topic="The topic it belongs to",
        backfill="How many of its entries of today count as new; left out: none",
        private="on: no other server's digest uses this address",
    )
    @app_commands.autocomplete(topic=options.topic_names)
    async def add(
        self,
        interaction: discord.Interaction,
        url: str,
        topic: str,
        backfill: app_commands.Range[int, 0, MAX_BACKFILL] = 0,
        private: Literal["on", "off"] = "off",
    ) -> None:
        """Add a feed."""

        async def work(replies: Replies) -> Answer:
            services = self._desk.services
            meant = await services.topics.find(interaction.guild_id or 0, topic)
            found = await services.feeds.look_for(url, meant)
            order = FeedOrder(topic_id=meant.id, backfill=backfill, private=private == "on")
            if len(found) > 1:
                text = replies.say("feed-choose", count=len(found), topic=escape(meant.name))
                return feeds_view(text, found, order, replies)
            return await self._desk.add_feed(found[0], meant, order, replies)

        await self._desk.answer(interaction, work)

    @app_commands.command(name="list", description="List the feeds of this server, or of one topic, and how they are")
    @app_commands.describe(topic="Only this topic's")
    @app_commands.autocomplete(topic=options.topic_names)
    async def list_(self, interaction: discord.Interaction, topic: str | None = None) -> None:
        """List feeds."""

        async def work(replies: Replies) -> Answer:
            guild_id = interaction.guild_id or 0
            only = await self._desk.services.topics.find(guild_id, topic) if topic else None
            lines = []
            for held, feeds in (await self._desk.services.feeds.of_guild(guild_id)).items():
                if only is None or held.id == only.id:
                    lines.append(f"**{escape(held.name)}**")
                    lines += [feed_line(feed, replies) for feed in feeds] or [replies.say("topic-without-feeds")]
            return "\n".join(lines) or replies.say("no-topics")

        await self._desk.answer(interaction, work)

    @app_commands.command(extras=CHANGES, description="Take a feed from a topic, or from all topics of this server")
    @app_commands.describe(feed="The feed, by its title or address", topic="Only from this topic; left out: from all")
    @app_commands.autocomplete(feed=options.feed_names, topic=options.topic_names)
    async def remove(self, interaction: discord.Interaction, feed: str, topic: str | None = None) -> None:
        """Remove a feed."""

        async def work(replies: Replies) -> Answer:
            services, guild_id = self._desk.services, interaction.guild_id or 0
            found = await services.feeds.find(guild_id, feed)
            only = await services.topics.find(guild_id, topic) if topic else None
            left = await services.feeds.remove(found, guild_id, only=only)
            names = ", ".join(escape(one.name) for one in left)
            return replies.say("feed-removed", feed=escape(found.title or mask(found.url)), topics=names)

        await self._desk.answer(interaction, work)

    @app_commands.command(
        extras=CHANGES, description="Change how this server uses a feed: its name, its pages, its encoding, a pause"
    )
    @app_commands.describe(
        feed="The feed, by its title or address",
        name="What it is called here; - is its own title",
        read_pages="on: the page behind an entry is read where the feed has only a teaser",
        encoding="What its letters are in, where they come out wrong; auto is its own word",
        pause="on: nothing is taken from it; off: it goes on, with what comes from now",
    )
    @app_commands.autocomplete(feed=options.feed_names, encoding=options.encodings)
    async def edit(
        self,
        interaction: discord.Interaction,
        feed: str,
        name: app_commands.Range[str, 1, MAX_NAME] | None = None,
        read_pages: Literal["on", "off"] | None = None,
        encoding: str | None = None,
        pause: Literal["on", "off"] | None = None,
    ) -> None:
        """Edit a feed."""

        async def work(replies: Replies) -> Answer:
            services, guild_id = self._desk.services, interaction.guild_id or 0
            found = await services.feeds.find(guild_id, feed)
            asked = FeedEdit(
                name=name,
                read_pages=None if read_pages is None else read_pages == "on",
                encoding=None if encoding is None else options.encoding(encoding),
                pause=None if pause is None else pause == "on",
            )
            chosen = await edit_feed(found, guild_id, asked, feeds=services.feeds.feeds, now=services.now())
            shown = chosen.name or (found.title if name is None else "") or mask(found.url)
            pages = "on" if chosen.read_pages else "off"
            said = [replies.say("feed-edited", feed=escape(shown), pages=pages)]
            if asked.encoding is not None:
                said.append(replies.say("feed-edited-encoding", encoding=asked.encoding))
            if chosen.paused:
                said.append(replies.say("feed-edited-pause"))
            return " ".join(said)

        await self._desk.answer(interaction, work)

    @app_commands.command(
        extras=CHANGES, name="import", description="Add the feeds of a list: OPML, or one address a line"
    )
    @app_commands.describe(file="The list", topic="The topic that gets them; left out: a topic for each folder")
    @app_commands.autocomplete(topic=options.topic_names)
    async def import_(
        self, interaction: discord.Interaction, file: discord.Attachment, topic: str | None = None
    ) -> None:
        """Import a list of feeds."""
        await self._desk.answer(
            interaction, lambda replies: begin_import(self._desk, interaction, file, topic, replies)
        )

    @app_commands.command(description="Get this server's feeds as OPML")
    async def export(self, interaction: discord.Interaction) -> None:
        """Export the feeds."""
        await self._desk.answer(interaction, lambda replies: export(self._desk, interaction.guild_id or 0, replies))

    @app_commands.command(
        extras=CHANGES, description="Let what the burst guard holds of a feed count as news after all"
    )
    @app_commands.describe(feed="The feed, by its title or address")
    @app_commands.autocomplete(feed=options.feed_names)
    async def release(self, interaction: discord.Interaction, feed: str) -> None:
        """Release held entries."""
        await self._desk.decide_held(interaction, feed, release=True)

    @app_commands.command(extras=CHANGES, description="Never tell what the burst guard holds of a feed")
    @app_commands.describe(feed="The feed, by its title or address")
    @app_commands.autocomplete(feed=options.feed_names)
    async def discard(self, interaction: discord.Interaction, feed: str) -> None:
        """Discard held entries."""
        await self._desk.decide_held(interaction, feed, release=False)

    @app_commands.command(description="Read a feed once and show what is in it; nothing is stored")
    @app_commands.describe(url="A feed or a site, as for /feed add")
    async def test(self, interaction: discord.Interaction, url: str) -> None:
        """Try a feed."""

        async def work(replies: Replies) -> Answer:
            lines = []
            for found in await self._desk.services.feeds.finder.find(url):
                document = found.document
                title = escape(document.title or mask(found.url))
                lines.append(replies.say("feed-tested", feed=title, entries=len(document.entries)))
                lines.append(f"`{mask(found.url)}`")
                lines += [f"- {escape(entry.data.title)}" for entry in document.entries[:SHOWN_ENTRIES]]
            return "\n".join(lines)

        await self._desk.answer(interaction, work, is_costly=True)


def feed_line(feed: Feed, replies: Replies) -> str:
    """Give a feed and how it is, in one line; an ill one says why and what to do."""
    name = escape(feed.title or mask(feed.url))
    if feed.paused:
        return f"- {replies.say('feed-rests', feed=name)}"
    if feed.gone:
        return f"- {replies.say('failure-gone', source=name, detail='410')}"
    if feed.last_failure is not None and feed.error_count:
        return f"- {replies.say(f'failure-{feed.last_failure}', source=name, detail=escape(feed.last_detail) or '-')}"
    if feed.last_success is None:
        return f"- {replies.say('feed-waits', feed=name)}"
    line = replies.say("feed-fine", feed=name, at=f"<t:{int(feed.last_success.timestamp())}:R>")
    return f"- {replies.say('feed-pushed', line=line) if is_pushed(feed.pushes, feed.last_success) else line}"
