"""A simulated installation over a month: memory, what waits, and how each statement of the store is planned.

`python -m tests.soak.month GUILDS FEEDS DAYS`. Verbs, core and store are real, network and Discord are not: each feed
gives one invented report a day, of what two others report too; each guild has a topic of six feeds and a digest a day,
one delivery in fifty fails at first. Entries are kept for a week, so that what stays flat can be seen within a month.
"""

from __future__ import annotations

import asyncio
import os
import random
import sys
import tempfile
import time as clocks
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from bot.footprint import give_back, share_arenas
from digests.core.digest import Digest, Operation, Receipt
from digests.core.editions import Destination
from digests.core.errors import DeliveryError
from digests.core.identity import Document, identify
from digests.core.models import Fetched, Validators
from digests.core.polling import Pace
from digests.language.detect import LiteDetector
from digests.language.lexicon import lexicon
from digests.pipeline.join import Joiner
from digests.pipeline.poll import Poller
from digests.sources.document import parse_feed
from storage import Store, open_store
from tests.benchmarks.gauges import resident_mb
from tests.benchmarks.year import Words
from tests.builders import edition, topic
from tests.storage.queries import plans_of, scanned, statements
from tests.storage.test_query_plans import TEMPORARY, WHOLE
from tests.verbs import deliverer_over, preparer_over

GUILDS, FEEDS, DAYS = 250, 1_000, 30
"""A twentieth of issue 10's 5,000 guilds and 20,000 feeds: what grows with them is seen, and it takes minutes."""

BEGIN = datetime(2031, 1, 1, tzinfo=UTC)
KEPT = timedelta(days=7)
SHOWN = 5
"""Items of a feed's document."""

A_TOPIC, REPORTS = 6, 3
FLAT = 1.1
"""How much larger the process may be in the end than when the first week was over."""

SPELT = 6
"""Syllables of a name: of 60,000 names in three days no two are the same, as they would be of four."""

SYLLABLES = ["ka", "lo", "mi", "ren", "tas", "vol", "dur", "pel", "os", "win", "har", "gul", "fen", "bri", "sot", "nal"]
VERBS = ["opens", "closes", "sells", "buys", "repairs", "leaves", "finds", "loses", "paints", "counts", "moves"]


@dataclass
class Wire:
    """Answers for every feed as it stands on the day."""

    today: int = 0

    async def fetch(self, url: str, _validators: Validators = Validators()) -> Fetched:  # noqa: B008 - a frozen value
        """Give a feed's document."""
        items = "".join(_item(url, day) for day in range(self.today, max(-1, self.today - SHOWN), -1))
        head = f"<rss version='2.0'><channel><title>{url}</title>"
        return Fetched(url=url, body=f"{head}{items}</channel></rss>".encode())

    async def parse(self, fetched: Fetched, identity: str | None = None) -> Document:
        """Read a document."""
        return await asyncio.to_thread(lambda: identify(parse_feed(fetched), identity))


def _item(url: str, day: int) -> str:
    """Write a feed's report of a day: what happened as its two neighbours tell it, and a sentence of its own."""
    group = int("".join(filter(str.isdigit, url))) // REPORTS
    event, own = random.Random(f"{group} {day}"), random.Random(f"{url} {day}")
    town, firm, street = ("".join(event.choices(SYLLABLES, k=SPELT)).title() for _ in range(3))
    at = (BEGIN + timedelta(days=day)).strftime("%a, %d %b %Y 05:00:00 GMT")
    title = f"{firm} {event.choice(VERBS)} {event.randint(3, 900)} {' '.join(_words().drawn(event, 3))} in {town}"
    told, added = (" ".join(_words().drawn(dice, 15)) for dice in (event, own))
    link = f"{url}/{day}"
    head = f"<item><guid>{link}</guid><link>{link}</link><title>{title}</title>"
    text = f"{title}. The {told} at {street}. The {added}."
    return f"{head}<description>{escape(text)}</description><pubDate>{at}</pubDate></item>"


@cache
def _words() -> Words:
    return Words.of("en")


@dataclass
class Channels:
    """Takes everything; every fiftieth try fails first."""

    tries: int = 0

    async def publish(self, operation: Operation, _digest: Digest) -> Receipt:
        """Take a part."""
        self.tries += 1
        if self.tries % 50 == 0:
            raise DeliveryError("busy")
        return Receipt(message_id=operation.nonce)

    def split(self, digest: Digest) -> tuple[int, ...]:
        """Take every digest whole."""
        return (len(digest.cards),)


async def settle(store: Store, guilds: int, feeds: int) -> None:
    """Bring in the feeds and the guilds that read them."""
    held = [await store.feeds.add_feed(f"https://paper{number}.example/rss", now=BEGIN) for number in range(feeds)]
    for guild in range(1, guilds + 1):
        own = await store.topics.put_topic(replace(topic(), guild_id=guild))
        for place in range(A_TOPIC):
            await store.topics.attach(own.id, held[(guild * A_TOPIC + place) % feeds].id, now=BEGIN, backfill=0)
        where = Destination(platform="memory", address=str(guild))
        named = {"guild_id": guild, "topics": (own.id,), "destination": where, "created": BEGIN}
        await store.editions.put_edition(edition(at=(time(8),), timezone="UTC", **named))


async def live(store: Store, days: int) -> list[tuple[float, dict[str, int]]]:
    """Live so many days; give the memory in MB and what waits, at the end of each."""
    wire, channels, languages = Wire(), Channels(), lexicon()
    pace = Pace(interval=timedelta(hours=12), shortest=timedelta(hours=6), longest=timedelta(days=1))
    poller = Poller(fetcher=wire, parser=wire, store=store.feeds, pace=pace, owner="month", concurrency=32)
    joiner = Joiner(store=store.entries, lexicon=languages, detector=LiteDetector())
    publishers = {"memory": channels}
    preparer = preparer_over(store, publishers, idf_of=languages.idf_of)
    deliverer = deliverer_over(store, publishers)
    seen = []
    print("day | MB | seconds | waits: operations, entries, notices | rows: entry, story, seen", flush=True)
    for wire.today in range(days):
        began, morning = clocks.perf_counter(), BEGIN + timedelta(days=wire.today, hours=6)
        await poller.poll(morning)
        await joiner.join(morning)
        slot = morning.replace(hour=8)
        while await preparer.prepare(slot - timedelta(minutes=9)):
            pass
        for tries in range(4):
            while (await deliverer.deliver(slot + tries * timedelta(minutes=11))).late:
                pass
        await store.feeds.report_health(now=slot, grace=timedelta(hours=6))
        await store.entries.prune_entries(before=slot - KEPT, seen_before=slot - KEPT)
        await give_back(slot)
        counts = await store.database.read(_counts)
        seen.append((resident_mb([os.getpid()]), counts))
        row = " ".join(str(count) for count in counts.values())
        print(f"{wire.today + 1} | {seen[-1][0]:.0f} | {clocks.perf_counter() - began:.0f} | {row}", flush=True)
    return seen


COUNTED = {
    "operations": "outbox WHERE state = 'pending'",
    "unjoined": "entry WHERE story_id IS NULL",
    "notices": "notice WHERE sent = 0",
    "entries": "entry",
    "stories": "story",
    "seen": "seen",
}


def _counts(sql) -> dict[str, int]:  # type: ignore[no-untyped-def]
    return {name: sql.execute(f"SELECT COUNT(*) FROM {rows}").fetchone()[0] for name, rows in COUNTED.items()}


async def measure(guilds: int = GUILDS, feeds: int = FEEDS, days: int = DAYS) -> bool:
    """Print how the month went and how statements are planned; say whether both are flat."""
    await asyncio.to_thread(_words)
    with tempfile.TemporaryDirectory() as folder:
        async with open_store(Path(folder) / "month.db") as store:
            await settle(store, guilds, feeds)
            seen = await live(store, days)
    week, (memory, waits) = seen[min(KEPT.days, days - 1)], seen[-1]
    plans = await plans_of(dict(statements()))
    whole = {name for name, plan in plans.items() if scanned(plan) - TEMPORARY}
    print(
        f"{guilds} guilds, {feeds} feeds, {days} days: {memory:.0f} MB, {memory / week[0]:.2f} of what it was after a "
        f"week; {waits['operations']} operations, {waits['unjoined']} entries and {waits['notices']} notices wait"
    )
    print(f"{len(plans)} statements, {len(whole)} read a table whole, {len(whole - set(WHOLE))} of them unforeseen")
    is_flat = memory <= FLAT * week[0] and not any(waits[name] for name in ("operations", "unjoined"))
    return is_flat and whole <= set(WHOLE)


def main() -> bool:
    """Measure what the command line asks for, with memory as `tidings run` has it."""
    share_arenas()
    return asyncio.run(measure(*map(int, sys.argv[1:])))


if __name__ == "__main__":
    raise SystemExit(not main())
