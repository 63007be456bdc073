"""One digest from feeds given on the spot: read, grouped, composed; nothing is stored, nobody was told before."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from itertools import count

from digests.core.compose import choose, compose
from digests.core.dates import believable
from digests.core.digest import Digest
from digests.core.editions import Candidate, Destination, Edition, EditionId, Pool, Style, Topic, TopicId
from digests.core.identity import Document
from digests.core.models import (
    Entry,
    EntryData,
    EntryId,
    FeedId,
    Fetched,
    FetchFailed,
)
from digests.core.sketches import Lexicon, gist
from digests.core.stories import cluster
from digests.core.text import plain_text
from digests.core.urls import canonical
from digests.ports import Embedder, Fetcher, LanguageDetector, Parser
from digests.usecases.feeds import read_feed

TOPIC = TopicId(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A source that gave no entries, and why."""

    source: str
    failure: FetchFailed


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is asked for. `since`: entries published before then are left out. `topic`: a keyword query."""

    since: datetime
    max_stories: int
    topic: str = ""
    style: Style = Style.STANDARD
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Once:
    """The digest, and the sources that are not in it."""

    digest: Digest
    unread: tuple[Unread, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """The parts a digest on the spot needs."""

    fetcher: Fetcher
    parser: Parser
    detector: LanguageDetector
    lexicon: Lexicon
    embedder: Embedder | None = None

    async def digest_once(
        self,
        sources: Sequence[str | Fetched],
        order: Order,
        *,
        now: datetime,
        unread: Sequence[Unread] = (),
        progress: Callable[[int, int], None] = lambda _done, _total: None,
    ) -> Once:
        """Read all sources (an address, or a body read already) and compose; a bad source is told, never fatal.

        `unread` are sources that the caller could not even open; they count among the feeds.
        `progress` is told how many sources were read, and of how many.
        """
        done = count(1)
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(self._read(source)) for source in sources]
            for task in tasks:
                task.add_done_callback(lambda _task: progress(next(done), len(tasks)))
        read = [task.result() for task in tasks]
        documents = [document for document in read if isinstance(document, Document)]
        missing = (*unread, *(one for one in read if isinstance(one, Unread)))
        total = len(documents) + len(missing)
        return Once(digest=await asyncio.to_thread(self._compose, documents, order, now, total), unread=missing)

    async def _read(self, source: str | Fetched) -> Document | Unread:
        read = await read_feed(source, fetcher=self.fetcher, parser=self.parser)
        if isinstance(read, FetchFailed):
            return Unread(source=source if isinstance(source, str) else source.url, failure=read)
        return read

    def _compose(self, documents: Sequence[Document], order: Order, now: datetime, total: int) -> Digest:
        entries = tuple(self._entries(documents, order.since, now))
        meanings = self.embedder.embed([gist(entry) for entry in entries]) if self.embedder else ()
        stories = cluster(entries, self.lexicon, meanings=meanings)
        placed = [replace(entry, story_id=story) for entry, story in zip(entries, stories, strict=True)]
        edition = Edition(
            id=EditionId(0),
            guild_id=0,
            name="Tidings",
            topics=(TOPIC,),
            destination=Destination(platform="none", address=""),
            at=(),
            timezone="UTC",
            style=order.style,
            language=order.language,
            max_stories=order.max_stories,
            created=order.since,
        )
        return compose(
            edition,
            [Topic(id=TOPIC, guild_id=0, name=order.topic or "News", keywords=order.topic)],
            Pool(candidates=tuple(Candidate(entry=entry, topic_id=TOPIC, is_new=True) for entry in placed), through=0),
            {},
            slot=now,
            now=now,
            feeds_ok=len(documents),
            feeds_total=total,
            choose=partial(choose, idf_of=self.lexicon.idf_of),
        )

    def _entries(self, documents: Iterable[Document], since: datetime, now: datetime) -> Iterable[Entry]:
        number = 0
        taken: set[str] = set()
        for feed, document in enumerate(documents, start=1):
            for keyed in document.entries:
                data = keyed.data
                published = believable(data.published, now)
                key = canonical(data.link) if data.link else f"{feed} {data.guid} {data.title}"
                if published < since or key in taken:
                    continue
                taken.add(key)
                number += 1
                yield self._entry(number, feed, data, published, document)

    def _entry(self, number: int, feed: int, data: EntryData, published: datetime, document: Document) -> Entry:
        text = plain_text(data.html)
        return Entry(
            id=EntryId(number),
            feed_id=FeedId(feed),
            link=data.link,
            title=data.title,
            text=text,
            published=published,
            first_seen=published,
            outlet=data.outlet or document.title,
            author=data.author,
            language=self.detector.detect(f"{data.title}\n{text}") or data.language or document.language,
            image_url=data.image_url,
            image_alt=data.image_alt,
        )
