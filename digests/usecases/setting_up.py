"""A server's first digest in one go: topics picked from a list, their feeds, and an edition that tells them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from digests.core.editions import Topic
from digests.core.errors import UseError
from digests.core.names import same_name
from digests.usecases.editions import EditionOrder, Editions, Standing
from digests.usecases.feeds import Feeds
from digests.usecases.importing import Importer, Line
from digests.usecases.topics import Topics

BACKFILL = 5
"""Entries of today that count as new of each feed: the first digest has something to tell, and is no flood."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StarterTopic:
    """A topic ready to be taken, with feeds that are known to be about it."""

    name: str
    description: str
    feeds: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StarterList:
    """The topics offered in one language; `timezone` is where most of its readers live."""

    language: str
    name: str
    timezone: str
    topics: tuple[StarterTopic, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUp:
    """What came of it. `feeds` were there or added; `left_out` says of each other why not."""

    standing: Standing
    topics: tuple[Topic, ...]
    feeds: int
    left_out: tuple[UseError, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingUp:
    """Carries it out; done again, it takes up what is there."""

    topics: Topics
    feeds: Feeds
    editions: Editions

    async def carry_out(
        self, guild_id: int, wanted: Sequence[StarterTopic], order: EditionOrder, *, now: datetime
    ) -> SetUp:
        """Make the topics with their feeds, and the edition of `order`, whose own topics are not looked at.

        Raises:
            UseError: the guild has as many topics or editions as it may, or the zone is unknown.
        """
        made = [await self._topic(guild_id, starter, order.language) for starter in wanted]
        lines = [
            Line(address=url, topic=topic) for topic, starter in zip(made, wanted, strict=True) for url in starter.feeds
        ]
        importer = Importer(
            finder=self.feeds.finder, feeds=self.feeds.feeds, topics=self.feeds.topics, most=self.feeds.per_guild
        )
        fates = [fate async for fate in importer.add(lines, now=now, backfill=BACKFILL)]
        standing = await self.editions.ensure(guild_id, replace(order, topics=tuple(made)), now=now)
        left_out = [fate.refusal for fate in fates if fate.refusal and not fate.is_added]
        count = len(fates) - len(left_out)
        return SetUp(standing=standing, topics=tuple(made), feeds=count, left_out=tuple(left_out))

    async def is_read(self, topics: Sequence[Topic]) -> bool:
        """Tell whether every feed of some topics was polled at least once."""
        held = [await self.topics.feeds_of(topic) for topic in topics]
        return all(feed.last_polled for feeds in held for feed in feeds)

    async def _topic(self, guild_id: int, starter: StarterTopic, language: str | None) -> Topic:
        held = await self.topics.held(guild_id)
        found = next((topic for topic in held if same_name(starter.name, topic.name)), None)
        return found or await self.topics.create(
            guild_id, starter.name, description=starter.description, language=language
        )
