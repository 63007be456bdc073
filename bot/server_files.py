"""`/server export` and `/server import`: a whole server as one TOML file.

An import may be run again, and on another server: topics are found by name, channels by number or name, editions by
place and times. Everything is judged before anything is stored.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

import discord

from bot.answers import Answer, Begun, Sheet, explain
from bot.desk import Desk
from bot.formats.markdown import escape
from bot.lists import add_feeds, fetch_file
from bot.options import IMAGES, TELLABLE
from bot.permissions import Place as PlaceHere
from bot.permissions import refuse_if_closed
from bot.replies import Replies, describe
from bot.services import Services
from config.calendar import written_days
from config.problems import ConfigError, Problem
from config.server_file import (
    NAME,
    Place,
    ServerAlerts,
    ServerEdition,
    ServerFeed,
    ServerFile,
    ServerSettings,
    ServerTopic,
    read_server,
    write_server,
)
from digests.core.editions import Destination, Layout, QuietDay, Style, Topic
from digests.core.errors import UseError
from digests.core.members import FeedChoice, GuildSettings
from digests.core.names import clean_name, meant, same_name
from digests.core.urls import canonical, has_secret
from digests.usecases.editions import EditionOrder
from digests.usecases.importing import Line
from digests.usecases.topics import NOTHING, TopicChanges, readable

MOST_PROBLEMS = 10
"""Problems of a file that are told at once: what fits a message."""


async def export_server(desk: Desk, guild: discord.Guild, replies: Replies) -> Answer:
    """Give a server as a file."""
    services = desk.services
    topics = await services.topics.held(guild.id)
    names = {topic.id: topic.name for topic in topics}
    editions = [one.edition for one in await services.editions.held(guild.id, now=services.now())]
    own = [one for one in editions if not one.from_file and one.destination.platform == "discord"]
    server = ServerFile(
        version=1,
        settings=_settings(await services.store.members.settings(guild.id), guild),
        topics=tuple([await _topic(services, topic) for topic in topics if not topic.from_file]),
        editions=tuple(
            ServerEdition(
                **_place(guild, int(one.destination.address)),
                topics=tuple(names[topic_id] for topic_id in one.topics),
                at=one.at,
                timezone=one.timezone,
                days=written_days(one.days),
                style=one.style.value,
                layout=one.layout.value,
                max_stories=one.max_stories,
                language=one.language,
                quiet_day=one.quiet_day.value,
                ping=one.ping,
                crosspost=one.crosspost,
            )
            for one in own
            if one.at
        ),
        alerts=tuple(
            ServerAlerts(
                **_place(guild, int(one.destination.address)), topic=names[one.topics[0]], max_per_day=one.alert
            )
            for one in own
            if one.alert
        ),
    )
    text = replies.say("server-exported", topics=len(server.topics), editions=len(server.editions))
    return Sheet(text, NAME, write_server(server).encode())


async def import_server(
    desk: Desk, interaction: discord.Interaction, file: discord.Attachment, replies: Replies
) -> Answer:
    """Set a server up as a file says. Raises UseError: see `fetch_file`, `_judge` and the use cases."""
    guild, services = interaction.guild, desk.services
    assert guild is not None
    try:
        server = await asyncio.to_thread(_read, await fetch_file(file))
    except ConfigError as error:
        return "\n".join([replies.say("server-file-wrong"), *map(escape, describe(error, replies)[:MOST_PROBLEMS])])
    await _judge(server, services, guild.id)
    topics = {one.name: await _put_topic(services, guild.id, one) for one in server.topics}
    held = await services.topics.held(guild.id)
    before = await services.store.members.settings(guild.id)
    await services.store.members.put_settings(_applied(server.settings, before, guild))
    left_out = []
    orders: list[ServerEdition | ServerAlerts] = [*server.editions, *server.alerts]
    for order in orders:
        try:
            await _order(services, guild, order, held, replies)
        except UseError as error:
            left_out.append(f"- {explain(error, replies)}")
    said = [replies.say("server-imported", topics=len(server.topics), editions=len(server.editions))]
    said += [replies.say("server-left-out"), *left_out] if left_out else []
    lines = [Line(address=feed.url, topic=topics[one.name]) for one in server.topics for feed in one.feeds]
    if not lines:
        return "\n".join(said)
    names = ", ".join(sorted(topics))
    said.append(replies.say("import-begun", count=len(lines), topics=escape(names)))
    return Begun("\n".join(said), _add_feeds(desk, interaction, server, lines, names, replies))


async def _add_feeds(
    desk: Desk,
    interaction: discord.Interaction,
    server: ServerFile,
    lines: Sequence[Line],
    names: str,
    replies: Replies,
) -> None:
    await add_feeds(desk, interaction, lines, names, replies)
    guild_id, feeds = interaction.guild_id or 0, desk.services.feeds
    wanted = {canonical(feed.url): feed for one in server.topics for feed in one.feeds}
    added = {feed.id: feed for held in (await feeds.of_guild(guild_id)).values() for feed in held}
    for feed in added.values():
        if chosen := wanted.get(canonical(feed.url)):
            choice = FeedChoice(
                feed_id=feed.id,
                guild_id=guild_id,
                name=chosen.name,
                read_pages=chosen.read_pages,
                paused=chosen.paused,
            )
            await feeds.feeds.put_choice(choice)


def _read(content: bytes) -> ServerFile:
    try:
        return read_server(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ConfigError([Problem(code="not-utf8", line=line)], path=NAME) from error


async def _judge(server: ServerFile, services: Services, guild_id: int) -> None:
    """Make sure that a file can be carried out, before anything of it is.

    Raises:
        UseError: a name is unfit, keywords cannot be read, or a topic that is told of is nowhere.
    """
    known = [clean_name(topic.name) for topic in server.topics]
    known += [topic.name for topic in await services.topics.held(guild_id)]
    for topic in server.topics:
        for query in (topic.keywords, topic.exclude):
            readable(query)
    told = [name for order in server.editions for name in order.topics] + [order.topic for order in server.alerts]
    for name in told:
        meant(name, known, code="unknown-topic")


async def _put_topic(services: Services, guild_id: int, wanted: ServerTopic) -> Topic:
    held = await services.topics.held(guild_id)
    found = next((topic for topic in held if same_name(wanted.name, topic.name)), None)
    if found is None:
        return await services.topics.create(
            guild_id,
            wanted.name,
            description=wanted.description,
            keywords=wanted.keywords,
            exclude=wanted.exclude,
            language=wanted.language,
        )
    changes = TopicChanges(
        description=wanted.description or NOTHING,
        keywords=wanted.keywords or NOTHING,
        exclude=wanted.exclude or NOTHING,
        language=wanted.language,
    )
    return await services.topics.change(found, changes)


async def _order(
    services: Services,
    guild: discord.Guild,
    wanted: ServerEdition | ServerAlerts,
    held: Sequence[Topic],
    replies: Replies,
) -> None:
    place = _found(guild, wanted)
    if place is None:
        raise UseError("server-no-place", channel=wanted.channel_name or str(wanted.channel))
    layout = Layout(wanted.layout) if isinstance(wanted, ServerEdition) else Layout.ALERT
    refuse_if_closed(guild, place, replies, layout=layout)
    destination = Destination(platform="discord", address=str(place.id))
    now, by_name = services.now(), {topic.name: topic for topic in held}
    if isinstance(wanted, ServerAlerts):
        topic = by_name[meant(wanted.topic, by_name, code="unknown-topic")]
        await services.editions.order_alerts(topic, destination, wanted.max_per_day, now=now)
        return
    order = EditionOrder(
        destination=destination,
        topics=tuple(by_name[meant(name, by_name, code="unknown-topic")] for name in wanted.topics),
        at=wanted.at,
        timezone=wanted.timezone,
        days=wanted.days,
        style=Style(wanted.style),
        layout=layout,
        max_stories=wanted.max_stories,
        language=wanted.language,
        quiet_day=QuietDay(wanted.quiet_day),
        ping=wanted.ping,
        crosspost=wanted.crosspost,
    )
    await services.editions.ensure(guild.id, order, now=now)


async def _topic(services: Services, topic: Topic) -> ServerTopic:
    feeds = [feed for feed in await services.topics.feeds_of(topic) if not has_secret(feed.url)]
    choices = [await services.feeds.feeds.choice(feed.id, topic.guild_id) for feed in feeds]
    return ServerTopic(
        name=topic.name,
        description=topic.description,
        keywords=topic.keywords,
        exclude=topic.exclude,
        language=topic.language,
        feeds=tuple(
            ServerFeed(url=feed.url, name=choice.name, read_pages=choice.read_pages, paused=choice.paused)
            for feed, choice in zip(feeds, choices, strict=True)
        ),
    )


def _settings(settings: GuildSettings, guild: discord.Guild) -> ServerSettings:
    return ServerSettings(
        language=settings.language,
        timezone=settings.timezone,
        quiet_from=settings.quiet_from,
        quiet_to=settings.quiet_to,
        blocked_outlets=settings.blocked,
        trusted_outlets=settings.trusted,
        images=next(word for word, images in IMAGES.items() if images is settings.images),
        notices=Place(**_place(guild, settings.notices)) if settings.notices else None,
        archive="public" if settings.is_archive_public else "private",
    )


def _applied(wanted: ServerSettings, before: GuildSettings, guild: discord.Guild) -> GuildSettings:
    """Give the settings with all that a file says; what it leaves out stays."""
    notices = _found(guild, wanted.notices) if wanted.notices else None
    return GuildSettings(
        guild_id=guild.id,
        notices=notices.id if notices else before.notices,
        language=wanted.language or before.language,
        timezone=wanted.timezone or before.timezone,
        quiet_from=wanted.quiet_from or before.quiet_from,
        quiet_to=wanted.quiet_to or before.quiet_to,
        blocked=tuple(sorted(wanted.blocked_outlets)) or before.blocked,
        trusted=tuple(sorted(wanted.trusted_outlets)) or before.trusted,
        images=IMAGES[wanted.images] if "images" in wanted.model_fields_set else before.images,
        is_archive_public=(
            wanted.archive == "public" if "archive" in wanted.model_fields_set else before.is_archive_public
        ),
    )


def _place(guild: discord.Guild, channel_id: int) -> dict[str, Any]:
    channel = guild.get_channel_or_thread(channel_id)
    return {"channel": channel_id, "channel_name": channel.name if channel else ""}


def _found(guild: discord.Guild, place: Place) -> PlaceHere | None:
    """Give the channel a file means: by its number, else by its name."""
    named = [channel for channel in guild.channels if channel.name == place.channel_name and channel.type in TELLABLE]
    return guild.get_channel_or_thread(place.channel) or next(iter(named), None)
