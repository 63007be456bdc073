"""What people ask of feeds: is this one, add these."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from datetime import datetime

from digests.core.editions import Topic
from digests.core.errors import ParseError, UseError
from digests.core.models import Fetched, FetchFailed, NotModified, ParsedFeed
from digests.core.updates import unreadable
from digests.core.urls import clean_feed_url, has_secret
from digests.ports import FeedStore, Fetcher, Parser, TopicStore


async def read_feed(source: str | Fetched, *, fetcher: Fetcher, parser: Parser) -> ParsedFeed | FetchFailed:
    """Read a feed once, from its address or from a body held already; nothing is stored."""
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
class Added:
    """What became of one address of a list. `refusal` None: the topic holds it now; `is_new`: it did not before."""

    address: str
    is_new: bool = False
    refusal: UseError | None = None


async def add_feeds(
    addresses: Iterable[str],
    topic: Topic,
    *,
    backfill: int,
    feeds: FeedStore,
    topics: TopicStore,
    now: datetime,
) -> AsyncIterator[Added]:
    """Attach addresses to a topic, one by one and each told at once; nothing is fetched. May be run again."""
    for address in addresses:
        try:
            url = clean_feed_url(address)
        except UseError as error:
            yield Added(address=address, refusal=error)
            continue
        feed = await feeds.add_feed(url, now=now, guild_id=owner_of(url, topic.guild_id))
        yield Added(address=url, is_new=await topics.attach(topic.id, feed.id, now=now, backfill=backfill))
