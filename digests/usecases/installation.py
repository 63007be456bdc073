"""What the config file orders: its topics and editions become rows, and rows it no longer names go away.

Run at every start; running it twice changes nothing. A topic or edition made by command is never touched.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from digests.core.editions import Edition, Topic, TopicId
from digests.ports import EditionStore, FeedStore, TopicStore
from digests.usecases.feeds import owner_of

INSTALLATION = 0
"""The guild of topics that belong to no Discord server (Discord's own ids are never 0)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderedTopic:
    """A topic of the file; `topic.id` is not yet known, `backfill` counts entries a feed.

    Of topics that share a feed, the last one of the file says whether its pages are read.
    """

    topic: Topic
    feeds: tuple[str, ...]
    backfill: int
    read_pages: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderedEdition:
    """An edition of the file; its topics are named (the file's or stored ones), its ids are not yet known."""

    edition: Edition
    topics: tuple[str, ...]


async def follow_file(
    topics: Sequence[OrderedTopic],
    editions: Sequence[OrderedEdition],
    *,
    feed_store: FeedStore,
    topic_store: TopicStore,
    edition_store: EditionStore,
    now: datetime,
) -> None:
    """Make the stored topics and editions of the file those given. Each step is whole by itself."""
    followed = {await _follow_topic(ordered, feed_store, topic_store, now) for ordered in topics}
    ids = {(topic.guild_id, topic.name): topic.id for topic in await topic_store.topics()}
    kept = set()
    for ordered in editions:
        guild = ordered.edition.guild_id
        held = tuple(ids[guild, name] for name in ordered.topics)
        kept.add((await edition_store.put_edition(replace(ordered.edition, topics=held))).id)
    for edition in await edition_store.editions():
        if edition.from_file and edition.id not in kept:
            await edition_store.remove_edition(edition.id)
    for topic in await topic_store.topics():
        if topic.from_file and topic.id not in followed:
            await topic_store.remove_topic(topic.id)


async def _follow_topic(
    ordered: OrderedTopic, feed_store: FeedStore, topic_store: TopicStore, now: datetime
) -> TopicId:
    topic = await topic_store.put_topic(ordered.topic)
    guild = topic.guild_id
    wanted = [await feed_store.add_feed(url, now=now, guild_id=owner_of(url, guild)) for url in ordered.feeds]
    for feed in wanted:
        await topic_store.attach(topic.id, feed.id, now=now, backfill=ordered.backfill)
        chosen = await feed_store.choice(feed.id, guild)
        if chosen.read_pages != ordered.read_pages:
            await feed_store.put_choice(replace(chosen, read_pages=ordered.read_pages))
    for feed in await topic_store.feeds_of(topic.id):
        if feed.id not in {one.id for one in wanted}:
            await topic_store.detach(topic.id, feed.id)
    return topic.id
