"""The config file's topics and editions as the engine's values. Chooses nothing but what the file leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, time, timedelta
from typing import Any

from config.problems import Finding
from config.settings import EditionEntry, Settings, TopicEntry
from digests.core.editions import CatchUp, Destination, Edition, EditionId, QuietDay, Style, Topic, TopicId
from digests.core.errors import UseError
from digests.core.query import parse
from digests.usecases.installation import INSTALLATION, OrderedEdition, OrderedTopic

EVERY_HOUR = tuple(time(hour) for hour in range(24))


def orders(
    settings: Settings, *, stored: Iterable[str], now: datetime
) -> tuple[list[OrderedTopic], list[OrderedEdition]]:
    """Give what the file orders. Without any edition, all topics are told in the terminal, every hour there is news.

    `stored` are names of the installation's topics that are not the file's.
    """
    topics = [_topic(entry) for entry in settings.topics]
    editions = [_edition(entry, settings, now) for entry in settings.editions]
    own = [ordered.topic.name for ordered in topics if ordered.topic.guild_id == INSTALLATION]
    told = (*own, *stored)
    if told and not editions:
        editions = [_hourly(told, settings, now)]
    return topics, editions


def unreadable_queries(tree: Mapping[str, Any]) -> Iterator[Finding]:
    """Give the keywords of the file's topics that cannot be read, see `core.query`."""
    topics = tree.get("topics")
    for index, entry in enumerate(topics if isinstance(topics, list) else ()):
        for key in ("keywords", "exclude"):
            text = entry.get(key) if isinstance(entry, dict) else None
            try:
                parse(text if isinstance(text, str) else "")
            except UseError as error:
                fields = {name: str(value) for name, value in error.fields.items()}
                yield Finding(code=error.code.removeprefix("problem-"), path=("topics", index, key), fields=fields)


def _topic(entry: TopicEntry) -> OrderedTopic:
    topic = Topic(
        id=TopicId(0),
        guild_id=entry.guild or INSTALLATION,
        name=entry.name,
        keywords=entry.keywords,
        exclude=entry.exclude,
        language=entry.language,
        from_file=True,
    )
    return OrderedTopic(topic=topic, feeds=entry.feeds, backfill=entry.backfill, read_pages=entry.read_pages)


def _edition(entry: EditionEntry, settings: Settings, now: datetime) -> OrderedEdition:
    defaults = settings.digest
    edition = Edition(
        id=EditionId(0),
        guild_id=entry.guild or INSTALLATION,
        name=entry.title,
        topics=(),
        destination=_destination(entry, settings),
        at=entry.at,
        timezone=entry.timezone,
        days=entry.days,
        style=Style(entry.style or defaults.style),
        language=entry.language or defaults.language,
        max_stories=entry.max_stories or defaults.max_stories,
        quiet_day=QuietDay(entry.quiet_day),
        catch_up=CatchUp(defaults.catch_up),
        from_file=True,
        created=now,
    )
    return OrderedEdition(edition=edition, topics=entry.topics)


def _destination(entry: EditionEntry, settings: Settings) -> Destination:
    if entry.folder is not None:
        return Destination(platform="file", address=str(entry.folder))
    if entry.channel is not None and settings.discord.token is not None:
        return Destination(platform="discord", address=str(entry.channel))
    return Destination(platform="terminal", address="")


def _hourly(topics: tuple[str, ...], settings: Settings, now: datetime) -> OrderedEdition:
    """Give the edition of a file without any: made an hour ago, so that its first digest comes at once."""
    defaults = settings.digest
    edition = Edition(
        id=EditionId(0),
        guild_id=INSTALLATION,
        name="Tidings",
        topics=(),
        destination=Destination(platform="terminal", address=""),
        at=EVERY_HOUR,
        timezone="UTC",
        style=Style(defaults.style),
        language=defaults.language,
        max_stories=defaults.max_stories,
        quiet_day=QuietDay.SKIP,
        catch_up=CatchUp(defaults.catch_up),
        from_file=True,
        created=now - timedelta(hours=1),
    )
    return OrderedEdition(edition=edition, topics=topics)
