"""A world small enough to be made a hundred times: two guilds, four feeds, a few stories, one member, real SQLite.

Nothing is fetched: entries are stored as polls would store them, joined to the story they are said to tell.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, time

from digests.core.alerting import VOICES
from digests.core.digest import Card, Digest, Operation, Receipt
from digests.core.editions import CatchUp, Destination, Edition, EditionId, Layout, QuietDay, Style, TopicId
from digests.core.members import DIRECT, Deliver, GuildSettings, Subscription
from digests.core.models import FeedId, StoryId
from digests.core.personal import personal_edition
from digests.core.ties import Preferences, Tie, TieKind
from digests.pipeline.alert import Alerter
from digests.pipeline.deliver import Deliverer
from digests.pipeline.prepare import Preparer
from storage import Store, open_store
from tests.builders import NOW, feed_update, lexicon, new_entry, placement, topic
from tests.verbs import deliverer_over, preparer_over

MEMBER = 4_400_000_000_000_000_001
GUILDS = (1, 2)
ROLE = 77
OUTLETS = ("kestrel", "harbour", "courier", "lantern")
THINGS = ("ferry Osprey", "museum Halden", "glacier Tallis", "bridge Merrow")
TEXTS = {
    "kestrel": "The {thing} was reached by {number} people on Monday, the Kestrel learnt from those who were there.",
    "harbour": "Officials of Harbour count {number} visitors at the {thing}; all of them went home before the evening.",
    "courier": "{number} is how many came, says the Courier: the {thing} has not seen so many guests in ten winters.",
    "lantern": "A crowd, {number} strong, gathered about the {thing} while the Lantern kept watch over their bicycles.",
}


@dataclass(frozen=True, slots=True)
class Sent:
    """What arrived, and when."""

    at: datetime
    where: Destination
    digest: Digest
    cards: tuple[Card, ...]


@dataclass
class World:
    """All verbs but the fetching over one store. `now` is moved by the test; `feeds` by outlet, `topics` by guild."""

    store: Store
    now: datetime = NOW
    sent: list[Sent] = field(default_factory=list)
    feeds: dict[str, FeedId] = field(default_factory=dict)
    topics: dict[int, TopicId] = field(default_factory=dict)
    stories: dict[int, StoryId] = field(default_factory=dict)
    count: int = 0

    async def publish(self, operation: Operation, digest: Digest) -> Receipt:
        self.sent.append(Sent(self.now, operation.destination, digest, operation.cards(digest)))
        return Receipt(message_id=operation.nonce, thread="1")

    def split(self, digest: Digest) -> tuple[int, ...]:
        return (len(digest.cards),)

    async def found(self, outlet: str, thing: int, number: int) -> None:
        """Have an outlet report of a story, with a number that is news where it was not told yet."""
        self.count += 1
        text = TEXTS[outlet].format(thing=THINGS[thing], number=number)
        data = {"title": f"{number} at the {THINGS[thing]}", "html": text, "outlet": f"{outlet}.example", "author": ""}
        data |= {"link": f"https://{outlet}.example/{self.count}", "guid": str(self.count)}
        entry = new_entry(self.count, published=self.now, data=data)
        (entry_id,) = await self.store.feeds.apply_updates([feed_update(self.feeds[outlet], entry, at=self.now)])
        story = self.stories.setdefault(thing, StoryId(entry_id))
        placed = placement(entry_id, story, text=text)
        await self.store.entries.place([placed])

    async def urgent(self, thing: int, number: int) -> None:
        """Have as many outlets report of a story at once as make an alert of it."""
        for outlet in OUTLETS[:VOICES]:
            await self.found(outlet, thing, number)

    async def mute(self, guild: int, thing: int) -> None:
        await self._tie(guild, TieKind.MUTE, story_id=self.stories.get(thing, StoryId(9_999)))

    async def mute_outlet(self, guild: int, outlet: str) -> None:
        await self._tie(guild, TieKind.MUTE, outlet=f"{outlet}.example")

    async def follow(self, guild: int, thing: int) -> None:
        await self._tie(guild, TieKind.FOLLOW, story_id=self.stories.get(thing, StoryId(9_999)))

    async def _tie(self, guild: int, kind: TieKind, **what: object) -> None:
        tie = Tie(guild_id=guild, member_id=MEMBER, kind=kind, title="", created=self.now, **what)  # type: ignore[arg-type]
        await self.store.personal.put_tie(tie, most=200)

    async def subscribe(self, guild: int, chosen: Preferences, deliver: Deliver = Deliver.DM) -> None:
        """Subscribe the member in a guild, by direct message or to be named."""
        tie = Subscription(
            guild_id=guild,
            topic_id=self.topics[guild],
            member_id=chosen.member_id,
            deliver=deliver,
            listed=deliver is Deliver.PING,
            created=self.now,
        )
        own = personal_edition(
            chosen,
            GuildSettings(guild_id=guild),
            style=Style.STANDARD,
            language="en",
            max_stories=7,
            catch_up=CatchUp.LATE,
            now=self.now,
        )
        await self.store.members.put_subscription(tie, personal=own if deliver is Deliver.DM else None)

    async def order(self, guild: int, **changes: object) -> Edition:
        """Order a digest for the guild's channel, every six hours unless said otherwise."""
        values: dict[str, object] = {
            "name": f"Daily {changes.get('alert')}",
            "topics": (self.topics[guild],),
            "destination": channel(guild),
            "at": tuple(time(hour) for hour in (0, 6, 12, 18)),
            "timezone": "UTC",
            "quiet_day": QuietDay.SKIP,
            "ping": True,
            "created": self.now,
        }
        edition = Edition(id=EditionId(0), guild_id=guild, **(values | changes))  # type: ignore[arg-type]
        return await self.store.editions.put_edition(edition)

    async def order_alerts(self, guild: int, most: int) -> Edition:
        return await self.order(guild, alert=most, at=(), layout=Layout.ALERT, max_stories=1)

    def verbs(self) -> tuple[Alerter, Preparer, Deliverer]:
        store = self.store
        publishers = {"discord": self, DIRECT: self}
        preparer = preparer_over(store, publishers, idf_of=lexicon().idf_of)
        alerter = Alerter(
            entries=store.entries,
            topics=store.topics,
            editions=store.editions,
            digests=store.digests,
            members=store.members,
            preparer=preparer,
        )
        deliverer = deliverer_over(store, publishers)
        return alerter, preparer, deliverer

    async def tick(self) -> None:
        """Carry out the moment, as the schedule would."""
        alerter, preparer, deliverer = self.verbs()
        await alerter.alert(self.now)
        await preparer.prepare(self.now)
        await deliverer.deliver(self.now)

    def told(self, where: Destination) -> list[Sent]:
        return [one for one in self.sent if one.where == where]

    def reverse(self) -> Mapping[StoryId, int]:
        return {story: thing for thing, story in self.stories.items()}


def channel(guild: int) -> Destination:
    return Destination(platform="discord", address=str(guild))


INBOX = Destination(platform=DIRECT, address=str(MEMBER))


@asynccontextmanager
async def small_world() -> AsyncIterator[World]:
    """Guild 1 reads the Kestrel, the Harbour and the Courier, guild 2 the Harbour, the Courier and the Lantern."""
    async with open_store(":memory:") as store:
        world = World(store)
        for outlet in OUTLETS:
            feed = await store.feeds.add_feed(f"https://{outlet}.example/feed.xml", now=NOW)
            world.feeds[outlet] = feed.id
        for guild in GUILDS:
            made = await store.topics.put_topic(topic("News", guild_id=guild, role_id=ROLE))
            world.topics[guild] = made.id
            for outlet in OUTLETS[guild - 1 : guild + 2]:
                await store.topics.attach(made.id, world.feeds[outlet], now=NOW, backfill=5)
        yield world
