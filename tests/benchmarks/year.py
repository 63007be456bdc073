"""A year of 10,000 entries a day: the file, a search, a digest. `python -m tests.benchmarks.year [DAYS]`; half an hour.

The store and its statements are real; texts are words drawn as often as they are written, in three languages, and
stories are given, three reports each by three feeds. After 180 days, when seen keys are let go of, a day more makes the
file no larger but for digests told, so 200 days tell of a year.
"""

from __future__ import annotations

import asyncio
import random
import sys
import tempfile
import time as clocks
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from itertools import accumulate
from pathlib import Path

from wordfreq import top_n_list, word_frequency

from config.settings import Storage
from digests.core.digest import Receipt
from digests.core.editions import Destination, Edition
from digests.core.models import Entry, FeedId, NewEntry, Placement, StoryId
from digests.core.tokens import search_tokens
from digests.language.lexicon import lexicon
from digests.pipeline.deliver import LEASE
from digests.pipeline.prepare import Preparer
from digests.usecases.searching import Searching
from storage import Store, open_store
from tests.builders import edition, feed_update, new_entry, topic
from tests.verbs import preparer_over

DAYS, FEEDS, A_DAY = 200, 500, 20
GUILDS, A_TOPIC, REPORTS = 50, 50, 3
APART = 3
"""Feeds from one of a topic to its next: reports of a story are as far apart, so that a topic has most of them."""

QUERIES = 200
LANGUAGES = ("en", "de", "fr")
VOCABULARY = 20_000
MEDIAN_WORDS, SPREAD = 60, 0.9
"""Words of an entry, lognormal: its mean of 90 is that of the captured feeds' entries."""

BEGIN = datetime(2031, 1, 1, tzinfo=UTC)
WANTED_GB, WANTED_SEARCH_S, WANTED_DIGEST_S = 3, 0.1, 1.0


@dataclass(frozen=True, slots=True)
class Words:
    """Draws words of a language as often as they are written."""

    words: Sequence[str]
    weights: Sequence[float]

    @classmethod
    def of(cls, language: str) -> Words:
        """Give those of a language."""
        words = top_n_list(language, VOCABULARY)
        return cls(words, list(accumulate(word_frequency(word, language) for word in words)))

    def drawn(self, dice: random.Random, count: int) -> list[str]:
        """Draw so many."""
        return dice.choices(self.words, cum_weights=self.weights, k=count)

    def text(self, dice: random.Random) -> str:
        """Write an entry's text, in sentences of fifteen words."""
        words = self.drawn(dice, int(dice.lognormvariate(0, SPREAD) * MEDIAN_WORDS) + 5)
        sentences = (" ".join(words[start : start + 15]).capitalize() for start in range(0, len(words), 15))
        return ". ".join(sentences) + "."


@dataclass
class Year:
    """What writes the days."""

    store: Store
    feeds: Sequence[FeedId]
    vocabulary: Sequence[Words]
    dice: random.Random
    number: int = 0

    async def day(self, morning: datetime) -> None:
        """Bring in what all feeds have on a day, give it stories, let go of what is old."""
        for start in range(0, len(self.feeds), 100):
            updates = [
                feed_update(feed_id, *self._entries(feed_id, morning), at=morning)
                for feed_id in self.feeds[start : start + 100]
            ]
            await self.store.feeds.apply_updates(updates)
        while entries := await self.store.entries.unjoined(600):
            await self.store.entries.place([*await asyncio.to_thread(lambda found: [*_placed(found)], entries)])
        kept = Storage()
        await self.store.entries.prune_entries(
            before=morning - timedelta(days=kept.retention_days), seen_before=morning - timedelta(days=kept.seen_days)
        )
        await self.store.database.give_back()

    def _entries(self, feed_id: FeedId, morning: datetime) -> Iterator[NewEntry]:
        words = self.vocabulary[feed_id % len(self.vocabulary)]
        for place in range(A_DAY):
            self.number += 1
            at = morning - timedelta(hours=24) + timedelta(hours=24) * place / A_DAY
            title = " ".join(words.drawn(self.dice, 9)).capitalize()
            data = {"title": title, "html": f"<p>{words.text(self.dice)}</p>", "outlet": f"paper{feed_id}.example"}
            yield new_entry(self.number, published=at, data=data)


def _placed(entries: Sequence[Entry]) -> Iterator[Placement]:
    first: dict[tuple[int, int, datetime], int] = {}
    for entry in entries:
        text = entry.html[3:-4]
        row, way = divmod(entry.feed_id, REPORTS * APART)
        yield Placement(
            entry_id=entry.id,
            story_id=StoryId(first.setdefault((row, way % APART, entry.published), entry.id)),
            text=text,
            language=LANGUAGES[entry.feed_id % len(LANGUAGES)],
            search_tokens=search_tokens(f"{entry.title}\n{text}", LANGUAGES[entry.feed_id % len(LANGUAGES)]),
        )


async def settle(store: Store) -> tuple[list[FeedId], list[Edition]]:
    """Bring in feeds, and guilds with a topic of a tenth of them and a digest a day."""
    feeds = [(await store.feeds.add_feed(f"https://paper{one}.example/rss", now=BEGIN)).id for one in range(FEEDS)]
    editions = []
    for guild in range(1, GUILDS + 1):
        own = await store.topics.put_topic(replace(topic(), guild_id=guild))
        for place in range(A_TOPIC):
            await store.topics.attach(own.id, feeds[(guild * 7 + place * APART) % FEEDS], now=BEGIN, backfill=0)
        order = edition(
            guild_id=guild,
            topics=(own.id,),
            destination=Destination(platform="memory", address=str(guild)),
            at=(time(8),),
            timezone="UTC",
            created=BEGIN,
        )
        editions.append(await store.editions.put_edition(order))
    return feeds, editions


async def p95(calls: Sequence[Callable[[], Awaitable[object]]]) -> tuple[float, float]:
    """Give the median of these calls' seconds, and what 95 in a hundred of them take at most."""
    taken = []
    for call in calls:
        began = clocks.perf_counter()
        await call()
        taken.append(clocks.perf_counter() - began)
    return sorted(taken)[len(taken) // 2], sorted(taken)[int(len(taken) * 0.95)]


async def measure(days: int = DAYS) -> bool:
    """Print the figures, and say whether they are what is wanted."""
    vocabulary, dice = [Words.of(language) for language in LANGUAGES], random.Random(365)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "year.db"
        async with open_store(path) as store:
            feeds, editions = await settle(store)
            year = Year(store, feeds, vocabulary, dice)
            for day in range(1, days + 1):
                morning = BEGIN + timedelta(days=day, hours=7)
                began = clocks.perf_counter()
                await year.day(morning)
                if day % 10 == 0:
                    took = clocks.perf_counter() - began
                    print(f"day {day}: {path.stat().st_size / 1e9:.2f} GB, {took:.1f} s", flush=True)
        size = await asyncio.to_thread(_gigabytes, Path(folder))
        async with open_store(path) as store:
            searching = Searching(entries=store.entries, topics=store.topics)
            search = await p95([_search(searching, store, guild, vocabulary, dice) for guild in _guilds()])
            preparer = preparer_over(store, {}, idf_of=lexicon().idf_of)
            await _tell(morning, preparer, store, editions)
            await replace(year, store=store).day(morning := morning + timedelta(days=1))
            slot = morning + timedelta(hours=1)
            digest = await p95([_prepare(preparer, order, slot) for order in editions])
    print(
        f"{days} days of {FEEDS * A_DAY:,} entries: {size:.2f} GB; a search: median {search[0] * 1000:.0f} ms, "
        f"p95 {search[1] * 1000:.0f} ms; a digest: median {digest[0] * 1000:.0f} ms, p95 {digest[1] * 1000:.0f} ms"
    )
    return size < WANTED_GB and search[1] < WANTED_SEARCH_S and digest[1] < WANTED_DIGEST_S


async def _tell(slot: datetime, preparer: Preparer, store: Store, editions: Sequence[Edition]) -> None:
    """Tell each channel its digest of a slot, so that the next has a day's entries for new."""
    for order in editions:
        if await preparer.prepare_slot(order, slot, now=slot):
            for operation in await store.digests.claim_operations(now=slot, owner="year", limit=9, lease=LEASE):
                await store.digests.operation_done(operation.id, Receipt(message_id=operation.nonce), now=slot)


def _gigabytes(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.iterdir()) / 1e9


def _guilds() -> Iterator[int]:
    return (1 + number % GUILDS for number in range(QUERIES))


def _search(
    searching: Searching, store: Store, guild: int, vocabulary: Sequence[Words], dice: random.Random
) -> Callable[[], Awaitable[object]]:
    """Give a search for one to three words, drawn as often as they are written, the most frequent included."""
    query = " ".join(dice.choice(vocabulary).drawn(dice, dice.randint(1, 3)))

    async def call() -> object:
        return await searching.search(query, await store.topics.topics(guild), language="en", most=10)

    return call


def _prepare(preparer: Preparer, order: Edition, slot: datetime) -> Callable[[], Awaitable[object]]:
    async def call() -> object:
        return await preparer.prepare_slot(order, slot, now=slot - timedelta(minutes=9))

    return call


def main() -> bool:
    """Measure so many days as the command line says."""
    return asyncio.run(measure(*map(int, sys.argv[1:])))


if __name__ == "__main__":
    raise SystemExit(not main())
