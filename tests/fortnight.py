"""A fortnight of invented news with its labels, and what a channel would be told of it, twice a day.

The entries are those of the demo's wire and of tests/data/fortnight, labelled by hand: `story`, `kind` (report,
reprint, update, contest, opinion, stale, excerpt, archive, live), `agency`, and `near`, a story that looks alike and is
another.
They were written without looking at the engine, and the engine was not written looking at them.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from itertools import combinations
from math import log2
from pathlib import Path
from statistics import fmean

from bot.playground import wire_files, wire_kinds
from digests.core.digest import Card, Digest, Operation, Receipt
from digests.core.editions import Destination, Edition, EditionId, QuietDay, Topic, TopicId
from digests.core.models import Entry, EntryData, EntryId, Fetched, NewEntry
from digests.core.voices import voices
from digests.language.detect import LiteDetector
from digests.language.lexicon import lexicon
from digests.pipeline.join import Joiner
from digests.ports import Embedder
from digests.sources.document import parse_feed
from storage import Store
from tests.builders import feed_update
from tests.verbs import deliverer_over, preparer_over

FOLDER = Path(__file__).parent / "data" / "fortnight"
BEGIN = datetime(2031, 2, 24, tzinfo=UTC)
DAYS = 14
SLOTS = (time(8), time(18))
NEWS_KINDS = frozenset({"update", "contest"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """An entry, the feed it comes by, and what is known about it."""

    feed: str
    data: EntryData
    story: str
    kind: str
    agency: str = ""
    near: str = ""

    @property
    def published(self) -> datetime:
        """When it came out; all have a date."""
        assert self.data.published
        return self.data.published


def fortnight() -> list[Labelled]:
    """Give all entries in the order they came out."""
    return sorted([*_of_the_demo(), *_of_the_files()], key=lambda one: (one.published, one.data.guid))


def _of_the_demo() -> Iterator[Labelled]:
    kinds = wire_kinds()
    for path in wire_files():
        for data in parse_feed(Fetched(url=f"https://wire.example/{path.name}", body=path.read_bytes())).entries:
            story, kind = kinds[path.name, data.guid]
            is_wire = path.name == "merrow-wire.xml" or kind == "reprint"
            yield Labelled(feed=path.name, data=data, story=story, kind=kind, agency="Merrow Wire" if is_wire else "")


def _of_the_files() -> Iterator[Labelled]:
    for path in sorted(FOLDER.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            data = EntryData(
                guid=row["id"],
                link=f"https://{row['outlet']}/{row['id']}",
                title=row["title"],
                html=f"<p>{row['text']}</p>",
                author=row["author"],
                outlet=row["outlet"],
                language=row["language"],
                published=datetime.fromisoformat(row["published"]),
            )
            yield Labelled(
                feed=row["feed"],
                data=data,
                story=row["story"],
                kind=row["kind"],
                agency=row["agency"],
                near=row["near"],
            )


def editor_list() -> dict[datetime, tuple[str, ...]]:
    """Give, by slot, the stories an editor would tell, the first first; slots with fewer than three are left out."""
    rows = json.loads((FOLDER / "editor.json").read_text(encoding="utf-8"))
    return {datetime.fromisoformat(slot): tuple(order) for slot, order in rows.items()}


def ndcg(order: Sequence[str], wanted: Sequence[str], *, at: int = 10) -> float:
    """Give the normalised discounted cumulative gain of an order (Järvelin and Kekäläinen 2002), from 0 to 1.

    The last story wanted gains 1, each before it one more; a story counts where it stands first.
    """
    gain = {story: len(wanted) - place for place, story in enumerate(wanted)}
    found = sum(gain.get(story, 0) / log2(place + 2) for place, story in enumerate(list(dict.fromkeys(order))[:at]))
    return found / sum(value / log2(place + 2) for place, value in enumerate(list(gain.values())[:at]))


@dataclass
class Channel:
    """A channel that is told all, and keeps what it was told."""

    told: list[Digest] = field(default_factory=list)

    async def publish(self, operation: Operation, digest: Digest) -> Receipt:
        """Take what is sent."""
        self.told.append(digest)
        return Receipt(message_id=operation.nonce)

    def split(self, digest: Digest) -> tuple[int, ...]:
        """Take every digest whole."""
        return (len(digest.cards),)


@dataclass
class Lived:
    """The digests of the fortnight, the label of every stored entry, and where each entry went in the end."""

    digests: list[Digest]
    labels: dict[EntryId, Labelled]
    seen: dict[EntryId, datetime]
    entries: Sequence[Entry] = ()


async def live(
    store: Store, entries: Sequence[Labelled], *, embedder: Embedder | None = None, max_stories: int = 40
) -> Lived:
    """Let the fortnight happen, hour by hour, with two digests a day to one channel."""
    channel = Channel()
    languages = lexicon()
    joiner = Joiner(store=store.entries, lexicon=languages, detector=LiteDetector(), embedder=embedder)
    publishers = {"memory": channel}
    preparer = preparer_over(store, publishers, idf_of=languages.idf_of)
    deliverer = deliverer_over(store, publishers)
    topic = await store.topics.put_topic(Topic(id=TopicId(0), guild_id=1, name="Everything"))
    feeds = {}
    for name in dict.fromkeys(one.feed for one in entries):
        feed = await store.feeds.add_feed(f"https://wire.example/{name}", now=BEGIN)
        await store.topics.attach(topic.id, feed.id, now=BEGIN, backfill=0)
        await store.feeds.apply_updates([feed_update(feed.id, at=BEGIN)])
        feeds[name] = feed
    await store.editions.put_edition(
        Edition(
            id=EditionId(0),
            guild_id=1,
            name="Daily",
            topics=(topic.id,),
            destination=Destination(platform="memory", address="1"),
            at=SLOTS,
            timezone="UTC",
            quiet_day=QuietDay.SKIP,
            max_stories=max_stories,
            created=BEGIN,
        )
    )
    lived = Lived(channel.told, {}, {})
    waiting = list(reversed(entries))
    for step in range(DAYS * 24 * 2 + 1):
        now = BEGIN + step * timedelta(minutes=30)
        while waiting and waiting[-1].published <= now:
            one, key = waiting.pop(), len(waiting)
            new = NewEntry(data=one.data, published=one.published, keys=(2 * key, 2 * key + 1))
            (entry_id,) = await store.feeds.apply_updates([feed_update(feeds[one.feed].id, new, at=now)])
            lived.labels[entry_id], lived.seen[entry_id] = one, now
        await joiner.join(now)
        await preparer.prepare(now)
        await deliverer.deliver(now)
    lived.entries = await store.entries.joined_since(BEGIN)
    return lived


def voice_pairs(lived: Lived) -> tuple[set[tuple[EntryId, EntryId]], set[tuple[EntryId, EntryId]]]:
    """Give the pairs of entries of one labelled story that the engine takes for one voice, and those that are.

    Two are one voice where both print one agency's report; a paper that writes twice is not asked about.
    """
    stories: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in lived.entries:
        stories[lived.labels[entry.id].story].append(entry)
    found, wanted = set(), set()
    for entries in stories.values():
        voice_of = voices(entries)
        for one, other in combinations(sorted(entries, key=lambda entry: entry.id), 2):
            agency = lived.labels[one.id].agency
            if agency and agency == lived.labels[other.id].agency:
                wanted.add((one.id, other.id))
            if voice_of[one.id] == voice_of[other.id] and one.outlet != other.outlet:
                found.add((one.id, other.id))
            elif (one.id, other.id) in wanted and one.outlet == other.outlet:
                wanted.discard((one.id, other.id))
    return found, wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What went wrong in a fortnight, in words, and how many true updates were told of how many."""

    twice: Sequence[str]
    repeats: Sequence[str]
    updates: int
    missed: Sequence[str]


def judge(lived: Lived) -> Verdict:
    """Give the stories told twice in one digest, those told again without news, and the updates not told."""
    twice, repeats = [], []
    told_at: defaultdict[str, list[datetime]] = defaultdict(list)
    cards_at: dict[datetime, dict[str, list[Card]]] = {}
    for digest in sorted(lived.digests, key=lambda one: one.window_end):
        cards: defaultdict[str, list[Card]] = defaultdict(list)
        for card in digest.cards:
            cards[_label(card, lived)].append(card)
        for story, of_story in cards.items():
            if len(of_story) > 1:
                twice.append(f"{digest.window_end:%d %H} {story}: {' | '.join(card.title for card in of_story)}")
            if told_at[story] and not _news_since(story, told_at[story][-1], digest.window_end, lived):
                repeats.append(
                    f"{digest.window_end:%d %H} {story}: {of_story[0].title} +{[s.text for s in of_story[0].new]}"
                )
            told_at[story].append(digest.window_end)
        cards_at[digest.window_end] = cards
    missed, updates = [], 0
    ends = sorted(cards_at)
    for entry_id, one in lived.labels.items():
        seen = lived.seen[entry_id]
        if one.kind not in NEWS_KINDS or not any(at < seen for at in told_at[one.story]):
            continue
        after = [end for end in ends if end >= seen][:2]
        if not after:
            continue
        updates += 1
        cited = {
            source.entry_id for end in after for card in cards_at[end].get(one.story, ()) for source in card.sources
        }
        if entry_id not in cited:
            missed.append(f"{one.published:%d %H} {one.story}: {one.data.title}")
    return Verdict(twice=twice, repeats=repeats, updates=updates, missed=missed)


def orders(lived: Lived) -> dict[str, float]:
    """Give the mean nDCG@10 of the digests against the editor's list: as ranked, by size, by recency."""
    published = {entry.id: entry.published for entry in lived.entries}
    wanted = editor_list()
    keys: dict[str, Callable[[Card], float]] = {
        "as ranked": lambda card: card.place,
        "by size": lambda card: -len(card.sources),
        "by recency": lambda card: -max(published[source.entry_id].timestamp() for source in card.sources),
    }
    digests = [digest for digest in lived.digests if digest.slot in wanted]
    return {
        name: fmean(
            ndcg([_label(card, lived) for card in sorted(digest.cards, key=key)], wanted[digest.slot])
            for digest in digests
        )
        for name, key in keys.items()
    }


def _label(card: Card, lived: Lived) -> str:
    """Give the story that a reader takes the card for: that of the entries its sentences cite."""
    cited = Counter(n for sentence in (*card.sentences, *card.new) for n in sentence.cites)
    stories: Counter[str] = Counter()
    for source in card.sources:
        stories[lived.labels[source.entry_id].story] += cited[source.n]
    return min(stories, key=lambda story: (-stories[story], story))


def _news_since(story: str, since: datetime, until: datetime, lived: Lived) -> bool:
    """Tell whether anything but what was known came meanwhile."""
    return any(
        one.story == story and since < lived.seen[entry_id] <= until and one.kind in {*NEWS_KINDS, "report", "live"}
        for entry_id, one in lived.labels.items()
    )
