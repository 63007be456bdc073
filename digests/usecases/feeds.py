"""What people ask of feeds: is this one, add these, which are there, which are ill."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from digests.core.editions import Topic
from digests.core.errors import ParseError, UseError
from digests.core.identity import Document
from digests.core.models import Feed, Fetched, FetchFailed, FetchOutcome, NotModified
from digests.core.names import meant
from digests.core.updates import unreadable
from digests.core.urls import canonical, has_secret, mask
from digests.ports import FeedStore, Fetcher, Parser, TopicStore
from digests.usecases.finding import Finder, Found
from digests.usecases.topics import refuse_if_from_file


async def read_feed(source: str | FetchOutcome, *, fetcher: Fetcher, parser: Parser) -> Document | FetchFailed:
    """Read a feed once, from its address or from what fetching it gave; nothing is stored."""
    outcome = await fetcher.fetch(source) if isinstance(source, str) else source
    match outcome:
        case FetchFailed():
            return outcome
        case NotModified():
            raise AssertionError("an unconditional request was answered with 304")
        case Fetched():
            try:
                return await parser.parse(outcome)
            except ParseError as error:
                return unreadable(error)


def owner_of(url: str, guild_id: int) -> int | None:
    """Give the guild a feed is private to: the asking one where the address carries a secret, else none."""
    return guild_id if has_secret(url) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feeds:
    """The feeds of guilds; `per_guild` limits how many one may hold."""

    feeds: FeedStore
    topics: TopicStore
    finder: Finder
    per_guild: int

    async def look_for(self, typed: str, topic: Topic) -> Sequence[Found]:
        """Give the feeds that what was typed stands for and that the topic may get, best first.

        Raises:
            UseError: as `Finder.find`; or the topic holds it under any spelling, is the file's, or the guild has its
                fill.
        """
        refuse_if_from_file(topic)
        held = await self.make_room(topic)
        _refuse_if_held(typed, topic, held)
        found = await self.finder.find(typed)
        if len(found) == 1:
            _refuse_if_held(found[0].url, topic, held)
        return found

    async def add(self, found: Found, topic: Topic, *, now: datetime, backfill: int = 0, private: bool = False) -> Feed:
        """Attach a feed that was read to a topic; polling it is due at once.

        Raises:
            UseError: the topic holds it under any spelling, is the file's, or the guild has its fill.
        """
        refuse_if_from_file(topic)
        _refuse_if_held(found.url, topic, await self.make_room(topic))
        owner = topic.guild_id if private else owner_of(found.url, topic.guild_id)
        feed = await self.feeds.add_feed(found.url, now=now, guild_id=owner, as_page=found.as_page)
        if not await self.topics.attach(topic.id, feed.id, now=now, backfill=backfill):
            raise UseError("feed-held", url=mask(feed.url), topic=topic.name)
        return feed

    async def make_room(self, topic: Topic) -> Mapping[Topic, Sequence[Feed]]:
        """Give what the topic's guild holds, if it may hold one more.

        Raises:
            UseError: it has its fill.
        """
        held = await self.of_guild(topic.guild_id)
        if len({feed.id for feeds in held.values() for feed in feeds}) >= self.per_guild:
            raise UseError("feeds-too-many", limit=self.per_guild)
        return held

    async def find(self, guild_id: int, typed: str) -> Feed:
        """Give the feed of a guild meant by its number, its title or its address.

        Raises:
            UseError: there is none; the nearest title is suggested.
        """
        held = {feed.id: feed for feeds in (await self.of_guild(guild_id)).values() for feed in feeds}
        if not held:
            raise UseError("no-feeds")
        for feed in held.values():
            if typed.strip() in {str(feed.id), feed.url, mask(feed.url)}:
                return feed
        titles = {feed.title or mask(feed.url): feed for feed in held.values()}
        return titles[meant(typed, titles, code="unknown-feed")]

    async def remove(self, feed: Feed, guild_id: int, *, only: Topic | None = None) -> Sequence[Topic]:
        """Take a feed from one topic, or from all of a guild; give those that held it. A feed nobody holds is deleted.

        Raises:
            UseError: no topic asked for holds it, or the file owns one that does.
        """
        held = await self.of_guild(guild_id)
        wanted = [only] if only else list(held)
        holding = [topic for topic in wanted if feed.id in {one.id for one in held.get(topic, ())}]
        if not holding:
            raise UseError("feed-not-held", feed=feed.title or mask(feed.url))
        for topic in holding:
            refuse_if_from_file(topic)
        for topic in holding:
            await self.topics.detach(topic.id, feed.id)
        return holding

    async def decide_held(self, feed: Feed, guild_id: int, *, release: bool) -> int:
        """Let what the burst guard holds of a feed count as news here, or never; give how many entries.

        Raises:
            UseError: nothing of it is held, or it was decided already.
        """
        count = await self.feeds.decide_held(feed.id, guild_id, release=release)
        if not count:
            raise UseError("nothing-held", feed=feed.title or mask(feed.url))
        return count

    async def of_guild(self, guild_id: int) -> Mapping[Topic, Sequence[Feed]]:
        """Give the feeds of a guild's topics, topics by name and feeds by address."""
        return {topic: await self.topics.feeds_of(topic.id) for topic in await self.topics.topics(guild_id)}

    async def ill(self, guild_id: int) -> Sequence[Feed]:
        """Give the feeds of a guild whose last poll failed, each once."""
        held = await self.of_guild(guild_id)
        failing = {feed.id: feed for feeds in held.values() for feed in feeds if feed.error_count or feed.gone}
        return tuple(failing.values())


def _refuse_if_held(url: str, topic: Topic, held: Mapping[Topic, Sequence[Feed]]) -> None:
    key = canonical(url.strip())
    for feed in held.get(topic, ()):
        if canonical(feed.url) == key:
            raise UseError("feed-held", url=mask(feed.url), topic=topic.name)
