"""A store with many guilds: the fortnight's feeds shared by all, each guild with topics and editions of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from digests.core.editions import Destination, Edition
from digests.core.members import Deliver, Subscription
from digests.core.models import Feed, NewEntry
from digests.language.detect import LiteDetector
from digests.language.lexicon import lexicon
from digests.pipeline.join import Joiner
from storage import Store
from tests.builders import edition, feed_update, topic
from tests.fortnight import BEGIN, fortnight

SLOT = BEGIN + timedelta(days=8, hours=8)
"""The morning of the ninth day: a week of evidence lies before it."""

A_TOPIC = 6
"""Feeds of a topic."""

KINDS = 12
"""So many selections of feeds are common among the guilds, as the starter topics make them."""


async def with_news(store: Store, *, until: datetime = SLOT) -> Sequence[Feed]:
    """Fill a store with the fortnight's entries up to then, in their stories; give the feeds."""
    entries = [one for one in fortnight() if one.published <= until]
    feeds = {}
    for name in dict.fromkeys(one.feed for one in entries):
        feeds[name] = await store.feeds.add_feed(f"https://wire.example/{name}", now=BEGIN)
        await store.feeds.apply_updates([feed_update(feeds[name].id, at=BEGIN)])
    joiner = Joiner(store=store.entries, lexicon=lexicon(), detector=LiteDetector())
    for key, one in enumerate(entries):
        new = NewEntry(data=one.data, published=one.published, keys=(2 * key, 2 * key + 1))
        await store.feeds.apply_updates([feed_update(feeds[one.feed].id, new, at=one.published)])
    await joiner.join(until)
    return list(feeds.values())


async def with_guilds(
    store: Store,
    feeds: Sequence[Feed],
    places: Mapping[int, Sequence[int]],
    *,
    filtered: bool = False,
) -> Sequence[Edition]:
    """Give each guild an edition due at `SLOT` for each of its channels, with a topic of its own.

    Of the first edition of the n-th guild, n members are subscribers, ten at most. `filtered`: no two topics ask the
    same.
    """
    made: list[Edition] = []
    for number, (guild, channels) in enumerate(places.items()):
        for place, channel in enumerate(channels):
            own = await store.topics.put_topic(
                replace(topic(f"News {place}", exclude=f"word{guild}x{place}" * filtered), guild_id=guild)
            )
            for feed in _selection(feeds, number * len(channels) + place):
                await store.topics.attach(own.id, feed.id, now=BEGIN, backfill=10)
            order = edition(
                f"Morning {place}",
                guild_id=guild,
                topics=(own.id,),
                destination=Destination(platform="discord", address=str(channel)),
                at=(time(SLOT.hour),),
                timezone="UTC",
                created=SLOT - timedelta(hours=23),
            )
            made.append(await store.editions.put_edition(order))
            for member in range(min(number, 10) if place == 0 else 0):
                await store.members.put_subscription(
                    Subscription(
                        guild_id=guild, topic_id=own.id, member_id=member + 1, deliver=Deliver.PING, created=BEGIN
                    )
                )
    return made


def _selection(feeds: Sequence[Feed], number: int) -> Iterator[Feed]:
    kind = number % KINDS
    for step in range(A_TOPIC):
        yield feeds[(kind + 2 * step) % len(feeds)]
