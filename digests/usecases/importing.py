"""Lists of feeds from elsewhere: every line is looked up, added where it is a feed, and told, whatever becomes of it.

May be run again: what is held is told as held. Nothing is added twice, also not under two spellings of one list.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice

from digests.core.editions import Topic, TopicId
from digests.core.errors import UseError
from digests.core.models import Failure, FeedId
from digests.core.urls import canonical, clean_feed_url, mask
from digests.ports import FeedStore, TopicStore
from digests.usecases.feeds import owner_of
from digests.usecases.finding import Finder, Found

AT_ONCE = 20
"""Addresses looked up at once: the fetcher's own concurrency by default."""

PASSING = frozenset(
    f"failure-{reason}"
    for reason in (Failure.TIMEOUT, Failure.CONNECTION, Failure.SERVER, Failure.RATE_LIMITED, Failure.BLOCKED)
)
"""Why a feed may be added although it could not be read: it was somebody's feed, and may be well tomorrow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One feed of a list: the address as it is written there, and the topic it goes to."""

    address: str
    topic: Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of a line. `title` is the feed's, where it was read.

    `is_added` with a `refusal`: it could not be read just now; neither: the topic held it already.
    """

    address: str
    title: str = ""
    is_added: bool = False
    refusal: UseError | None = None


@dataclass(slots=True, kw_only=True)
class _Held:
    """What the guild holds, as the list is gone through: keys by topic, feeds in all."""

    keys: dict[TopicId, set[str]]
    feeds: set[FeedId]


@dataclass(frozen=True, slots=True, kw_only=True)
class Importer:
    """Adds lists of one guild; it may hold `most` feeds."""

    finder: Finder
    feeds: FeedStore
    topics: TopicStore
    most: int

    async def add(self, lines: Sequence[Line], *, now: datetime, backfill: int = 0) -> AsyncIterator[Imported]:
        """Give each line's fate in the list's order, as soon as those before it are known."""
        held = await self._held(lines)
        waiting = iter(lines)
        while group := list(islice(waiting, AT_ONCE)):
            looked = [asyncio.ensure_future(self._look_up(line, held)) for line in group]
            try:
                for line, looking in zip(group, looked, strict=True):
                    yield await self._settle(line, await looking, held, now, backfill)
            finally:
                for looking in looked:
                    looking.cancel()

    async def _held(self, lines: Sequence[Line]) -> _Held:
        held = _Held(keys={line.topic.id: set() for line in lines}, feeds=set())
        for topic in await self.topics.topics(lines[0].topic.guild_id if lines else 0):
            feeds = await self.topics.feeds_of(topic.id)
            held.feeds |= {feed.id for feed in feeds}
            held.keys[topic.id] = {canonical(feed.url) for feed in feeds}
        return held

    async def _look_up(self, line: Line, held: _Held) -> Found | UseError | None:
        """Give the feed, why there is none, or None where the topic holds it."""
        try:
            if canonical(clean_feed_url(line.address)) in held.keys[line.topic.id]:
                return None
            return (await self.finder.find(line.address))[0]
        except UseError as error:
            return error

    async def _settle(
        self, line: Line, looked: Found | UseError | None, held: _Held, now: datetime, backfill: int
    ) -> Imported:
        made = Imported(address=mask(line.address))
        match looked:
            case None:
                return made
            case UseError() if looked.code not in PASSING:
                return replace(made, refusal=looked)
            case UseError():
                url, made = clean_feed_url(line.address), replace(made, refusal=looked)
            case Found():
                url, made = looked.url, replace(made, title=looked.document.title)
        keys = held.keys[line.topic.id]
        if canonical(url) in keys:
            return replace(made, refusal=None)
        if len(held.feeds) >= self.most:
            return replace(made, refusal=UseError("feeds-too-many", limit=self.most))
        feed = await self.feeds.add_feed(
            url,
            now=now,
            guild_id=owner_of(url, line.topic.guild_id),
            as_page=isinstance(looked, Found) and looked.as_page,
        )
        await self.topics.attach(line.topic.id, feed.id, now=now, backfill=backfill)
        keys.add(canonical(url))
        held.feeds.add(feed.id)
        return replace(made, is_added=True)
