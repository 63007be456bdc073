"""A server's first digest in one go: topics picked from a list, their feeds, and an edition that tells them."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from digests.core.editions import Topic
from digests.core.errors import UseError
from digests.core.models import FetchFailed
from digests.core.names import same_name
from digests.core.urls import mask
from digests.usecases.editions import EditionChanges, EditionOrder, Editions, Standing
from digests.usecases.feeds import Feeds
from digests.usecases.finding import Found
from digests.usecases.topics import Topics

BACKFILL = 5
"""Entries of today that count as new of each feed: the first digest has something to tell, and is no flood."""

READ_AT_ONCE = 8
"""Feeds read side by side; they are of different hosts."""


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
    """What came of it. `feeds` were there or added; `left_out` says of each address why it was not."""

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
        gate = asyncio.Semaphore(READ_AT_ONCE)
        async with asyncio.TaskGroup() as group:
            reading = {url: group.create_task(self._read(url, gate)) for starter in wanted for url in starter.feeds}
        count, left_out = 0, {}
        for topic, starter in zip(made, wanted, strict=True):
            for url in starter.feeds:
                try:
                    await self._add(url, reading[url].result(), topic, now)
                    count += 1
                except UseError as error:
                    left_out[url] = error
        standing = await self._edition(guild_id, replace(order, topics=tuple(made)), now)
        return SetUp(standing=standing, topics=tuple(made), feeds=count, left_out=tuple(left_out.values()))

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

    async def _read(self, url: str, gate: asyncio.Semaphore) -> Found | FetchFailed:
        async with gate:
            return await self.feeds.finder.read(url)

    async def _add(self, url: str, found: Found | FetchFailed, topic: Topic, now: datetime) -> None:
        if isinstance(found, FetchFailed):
            raise UseError(f"failure-{found.reason}", source=mask(url), detail=found.detail or "-")
        try:
            await self.feeds.add(found, topic, now=now, backfill=BACKFILL)
        except UseError as error:
            if error.code != "feed-held":
                raise

    async def _edition(self, guild_id: int, order: EditionOrder, now: datetime) -> Standing:
        """Order the edition; one for the same place and times is there already where this is done again."""
        for standing in await self.editions.held(guild_id, now=now):
            held = standing.edition
            if (held.destination, held.at, held.timezone) == (order.destination, order.at, order.timezone):
                return await self.editions.change(held, EditionChanges(), order.topics, now=now)
        return await self.editions.schedule(guild_id, order, now=now)
