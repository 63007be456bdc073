"""`/digest …` for moderators: what is told where and when, and a look at it before."""

from __future__ import annotations

from typing import Literal

import discord
from discord import app_commands
from discord.ext import commands

from bot import options
from bot.answers import Answer
from bot.deeds import CHANGES
from bot.desk import Desk
from bot.drawn import shown_only
from bot.formats.markdown import escape
from bot.permissions import Place, refuse_if_closed, refuse_if_no_announcements, refuse_if_unpingable
from bot.replies import Replies
from bot.topic_menu import topic_menu
from digests.core.editions import Destination, Layout, QuietDay, Style
from digests.usecases.editions import EditionChanges, EditionOrder, Standing

MAX_STORIES = 25

MAX_CORRECTION = 300
"""Characters of a correction: two sentences, which leave a card its room."""


@app_commands.guild_only()
@app_commands.default_permissions(manage_guild=True)
class EditionCog(commands.GroupCog, group_name="digest", group_description="What is told where, and when"):
    """The `/digest` commands."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command(extras=CHANGES, description="Order a digest of topics for a channel, at fixed times")
    @app_commands.describe(
        channel="Where it is posted",
        at="Local times, as 08:00 or 08:00,18:00",
        timezone="The zone of these times, as Europe/Kyiv",
        topics="Topics, parted by commas; left out: all of this server, with a menu to pick some",
        days="daily, weekdays, weekends, or days as mon,thu",
        style="How much is told of each story",
        max_stories="Most stories in one digest",
        language="Language of the words around the stories",
        ping="on: the roles of the topics told of are pinged",
        quiet_day="What a day without news gets",
        layout="overview: with menu and lines; thread: headlines, cards in a thread; embeds; text: words alone",
        crosspost="on: sent on to the channels that follow this announcement channel",
    )
    @app_commands.autocomplete(timezone=options.zones, topics=options.topic_names, language=options.languages)
    async def schedule(
        self,
        interaction: discord.Interaction,
        channel: options.DigestPlace,
        at: str,
        timezone: str,
        topics: str = "",
        days: str = "daily",
        style: Literal["brief", "standard", "deep"] | None = None,
        max_stories: app_commands.Range[int, 1, MAX_STORIES] | None = None,
        language: str | None = None,
        ping: Literal["on", "off"] = "off",
        quiet_day: Literal["say", "skip"] = "say",
        layout: Literal["overview", "thread", "embeds", "text"] = "overview",
        crosspost: Literal["on", "off"] = "off",
    ) -> None:
        """Store an order."""
        guild = interaction.guild
        assert guild is not None

        async def work(replies: Replies) -> Answer:
            services = self._desk.services
            wanted = await services.topics.find_all(guild.id, topics) or await services.topics.held(guild.id)
            settings = await services.store.members.settings(guild.id)
            order = EditionOrder(
                destination=Destination(platform="discord", address=str(channel.id)),
                topics=tuple(wanted),
                at=options.times(at),
                timezone=await options.zone(timezone),
                days=options.days(days),
                style=Style(style) if style else None,
                max_stories=max_stories,
                language=options.language(language) if language else settings.language,
                ping=ping == "on",
                quiet_day=QuietDay(quiet_day),
                layout=layout_of(channel, layout),
                crosspost=crosspost == "on",
            )
            refuse_if_closed(guild, channel, replies, layout=order.layout)
            if order.crosspost:
                refuse_if_no_announcements(channel)
            if order.ping:
                refuse_if_unpingable(guild, channel, order.topics)
            standing = await services.editions.schedule(guild.id, order, now=services.now())
            ordered = standing.edition
            assert standing.next_slot is not None
            said = replies.say(
                "edition-scheduled",
                edition=escape(ordered.name),
                channel=channel.mention,
                at=f"<t:{int(standing.next_slot.timestamp())}:f>",
            )
            if topics or len(wanted) < 2:  # noqa: PLR2004 - one is no choice
                return said
            said = f"{said}\n{replies.say('edition-topics-all', count=len(wanted))}"
            return topic_menu(self._desk.mentioned(said), ordered.id, wanted, ordered.topics, replies)

        await self._desk.answer(interaction, work)

    @app_commands.command(extras=CHANGES, description="Change a digest: only what you give becomes otherwise")
    @app_commands.describe(
        edition="The digest",
        channel="Where it is posted; what it told goes along",
        at="Local times, as 08:00 or 08:00,18:00",
        timezone="The zone of these times, as Europe/Kyiv",
        topics="Topics, parted by commas: all it then has",
        days="daily, weekdays, weekends, or days as mon,thu",
        style="How much is told of each story",
        max_stories="Most stories in one digest",
        language="Language of the words around the stories",
        ping="on: the roles of the topics told of are pinged",
        quiet_day="What a day without news gets",
        layout="overview: with menu and lines; thread: headlines, cards in a thread; embeds; text: words alone",
        crosspost="on: sent on to the channels that follow this announcement channel",
    )
    @app_commands.autocomplete(
        edition=options.edition_names,
        timezone=options.zones,
        topics=options.topic_names,
        language=options.languages,
    )
    async def edit(
        self,
        interaction: discord.Interaction,
        edition: str,
        channel: options.DigestPlace | None = None,
        at: str | None = None,
        timezone: str | None = None,
        topics: str = "",
        days: str | None = None,
        style: Literal["brief", "standard", "deep"] | None = None,
        max_stories: app_commands.Range[int, 1, MAX_STORIES] | None = None,
        language: str | None = None,
        ping: Literal["on", "off"] | None = None,
        quiet_day: Literal["say", "skip"] | None = None,
        layout: Literal["overview", "thread", "embeds", "text"] | None = None,
        crosspost: Literal["on", "off"] | None = None,
    ) -> None:
        """Change an order."""
        guild = interaction.guild
        assert guild is not None

        async def work(replies: Replies) -> Answer:
            services = self._desk.services
            found = await services.editions.find(guild.id, edition)
            held = await services.topics.held(guild.id)
            told = await services.topics.find_all(guild.id, topics) or [one for one in held if one.id in found.topics]
            place = channel or guild.get_channel_or_thread(int(found.destination.address))
            kept = layout or (found.layout if found.layout is not Layout.FORUM else "overview")
            new_layout = layout_of(place, kept) if place else None
            changes = EditionChanges(
                destination=Destination(platform="discord", address=str(channel.id)) if channel else None,
                at=options.times(at) if at else None,
                timezone=await options.zone(timezone) if timezone else None,
                days=options.days(days) if days else None,
                style=Style(style) if style else None,
                max_stories=max_stories,
                language=options.language(language) if language else None,
                ping=ping and ping == "on",
                quiet_day=QuietDay(quiet_day) if quiet_day else None,
                layout=new_layout,
                crosspost=crosspost and crosspost == "on",
            )
            if crosspost == "on":
                refuse_if_no_announcements(place)
            if place and (channel or layout):
                refuse_if_closed(guild, place, replies, layout=new_layout or found.layout)
            standing = await services.editions.change(found, changes, told, now=services.now())
            return f"{replies.say('edition-changed', edition=escape(found.name))}\n{edition_line(standing, replies)}"

        await self._desk.answer(interaction, work)

    @app_commands.command(extras=CHANGES, description="End a digest for good; what it posted stays")
    @app_commands.describe(edition="The digest")
    @app_commands.autocomplete(edition=options.edition_names)
    async def remove(self, interaction: discord.Interaction, edition: str) -> None:
        """End an order."""

        async def work(replies: Replies) -> Answer:
            found = await self._desk.services.editions.find(interaction.guild_id or 0, edition)
            await self._desk.services.editions.remove(found)
            return replies.say("edition-removed", edition=escape(found.name))

        await self._desk.answer(interaction, work)

    @app_commands.command(name="list", description="List the digests ordered here, and when each comes next")
    async def list_(self, interaction: discord.Interaction) -> None:
        """List editions."""

        async def work(replies: Replies) -> Answer:
            services = self._desk.services
            held = await services.editions.held(interaction.guild_id or 0, now=services.now())
            return "\n".join(edition_line(standing, replies) for standing in held) or replies.say("no-editions")

        await self._desk.answer(interaction, work)

    @app_commands.command(description="See what a digest would tell now; only you see it, nobody counts as told")
    @app_commands.describe(edition="The digest")
    @app_commands.autocomplete(edition=options.edition_names)
    async def preview(self, interaction: discord.Interaction, edition: str) -> None:
        """Show a digest without telling it."""

        async def work(_replies: Replies) -> Answer:
            services = self._desk.services
            found = await services.editions.find(interaction.guild_id or 0, edition)
            return shown_only(await services.editions.preview(found, now=services.now()))

        await self._desk.answer(interaction, work, is_costly=True)

    @app_commands.command(
        extras=CHANGES, description="Post a digest now, out of turn; what it tells is not told again later"
    )
    @app_commands.describe(edition="The digest")
    @app_commands.autocomplete(edition=options.edition_names)
    async def now(self, interaction: discord.Interaction, edition: str) -> None:
        """Tell at once."""

        async def work(replies: Replies) -> Answer:
            services = self._desk.services
            found = await services.editions.find(interaction.guild_id or 0, edition)
            digest = await services.editions.tell_now(found, now=services.now())
            return replies.say("edition-told", stories=len(digest.cards), channel=f"<#{found.destination.address}>")

        await self._desk.answer(interaction, work, is_costly=True)

    @app_commands.command(extras=CHANGES, description="Stop a digest until it is resumed")
    @app_commands.describe(edition="The digest")
    @app_commands.autocomplete(edition=options.edition_names)
    async def pause(self, interaction: discord.Interaction, edition: str) -> None:
        """Pause an edition."""

        async def work(replies: Replies) -> Answer:
            found = await self._desk.services.editions.find(interaction.guild_id or 0, edition)
            await self._desk.services.editions.pause(found)
            return replies.say("edition-is-paused", edition=escape(found.name))

        await self._desk.answer(interaction, work)

    @app_commands.command(extras=CHANGES, description="Let a paused digest go on")
    @app_commands.describe(edition="The digest")
    @app_commands.autocomplete(edition=options.edition_names)
    async def resume(self, interaction: discord.Interaction, edition: str) -> None:
        """Resume an edition."""

        async def work(replies: Replies) -> Answer:
            found = await self._desk.services.editions.find(interaction.guild_id or 0, edition)
            await self._desk.services.editions.resume(found)
            return replies.say("edition-resumed", edition=escape(found.name))

        await self._desk.answer(interaction, work)

    @app_commands.command(
        extras=CHANGES, description="Mark a posted story as withdrawn or corrected wherever it was told, and say so"
    )
    @app_commands.describe(
        link="The address of one of its sources", correction="What is right; left out: the story is withdrawn"
    )
    async def retract(
        self,
        interaction: discord.Interaction,
        link: str,
        correction: app_commands.Range[str, 1, MAX_CORRECTION] | None = None,
    ) -> None:
        """Take a story back, or put it right."""

        async def work(replies: Replies) -> Answer:
            services = self._desk.services
            said = " ".join((correction or "").split())
            count = await services.editions.retract(
                interaction.guild_id or 0, link, correction=said, now=services.now()
            )
            return replies.say("edition-corrected" if said else "edition-retracted", digests=count)

        await self._desk.answer(interaction, work)


def layout_of(place: Place, asked: str) -> Layout:
    """Give the layout of digests for a place: a forum takes posts alone."""
    return Layout.FORUM if place.type is discord.ChannelType.forum else Layout(asked)


def edition_line(standing: Standing, replies: Replies) -> str:
    """Give an edition in one line: where, when next, and why not if it is paused."""
    edition = standing.edition
    where = f"<#{edition.destination.address}>" if edition.destination.platform == "discord" else "–"
    name = escape(edition.name)
    if edition.alert and not edition.paused:
        return f"- {replies.say('alerts-stand', edition=name, channel=where, count=edition.alert)}"
    if standing.next_slot is None:
        reason = edition.pause_reason or "edition-paused-by-hand"
        why = replies.say(reason, edition=name, channel=where) if edition.pause_reason else replies.say(reason)
        return f"- {replies.say('edition-stands-still', edition=name, channel=where)} {why}"
    at = f"<t:{int(standing.next_slot.timestamp())}:R>"
    return f"- {replies.say('edition-comes', edition=name, channel=where, at=at)}"
