"""join(now): entries without a story → plain text, language, story, search words; once, off the event loop.

The index of living stories is a cache: it is rebuilt from stored entries at the first run and after any failure, so
the verb may be stopped anywhere. One `Joiner` per process; its runs must not overlap.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from digests.core.bundles import Vector
from digests.core.models import Entry, Placement, StoryId
from digests.core.sketches import Lexicon, gist
from digests.core.stories import WINDOW, StoryIndex
from digests.core.text import plain_text, search_tokens
from digests.ports import Embedder, EntryStore, LanguageDetector

log = logging.getLogger(__name__)

BATCH = 200
"""Entries to a transaction; at the measured rate a batch takes about a tenth of a second, in a thread."""

REGROUP_EVERY = timedelta(minutes=5)
"""How often the entries of grown stories are grouped anew: before every digest, which is prepared ten minutes ahead,
and not for each entry, since the pass looks at all entries of those stories."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinReport:
    """What one run did: entries placed, and stories that began with one of them."""

    placed: int
    begun: int


@dataclass(slots=True, kw_only=True)
class Joiner:
    """The parts joining needs, and the index of living stories."""

    store: EntryStore
    lexicon: Lexicon
    detector: LanguageDetector
    embedder: Embedder | None = None
    _index: StoryIndex | None = None
    _next_pass: datetime | None = None

    async def join(self, now: datetime) -> JoinReport:
        """Place all entries that have no story yet."""
        index = self._index or await self._rebuild(now)
        self._index = None  # an interrupted run leaves no half-updated index behind
        index.forget(before=now - WINDOW)
        placed = begun = 0
        while entries := await self.store.unjoined(BATCH):
            placements = await asyncio.to_thread(self._place, index, entries)
            await self.store.place(placements)
            placed += len(placements)
            begun += sum(int(one.story_id) == int(one.entry_id) for one in placements)
        if placed and (self._next_pass is None or now >= self._next_pass):
            await self.store.regroup(await asyncio.to_thread(index.second_pass))
            self._next_pass = now + REGROUP_EVERY
        self._index = index
        if placed:
            log.info("joined entries=%d", placed)
        return JoinReport(placed=placed, begun=begun)

    async def _rebuild(self, now: datetime) -> StoryIndex:
        entries = await self.store.joined_since(now - WINDOW)
        return await asyncio.to_thread(self._load, entries)

    def _load(self, entries: Sequence[Entry]) -> StoryIndex:
        index = StoryIndex(self.lexicon)
        index.load(entries, self._meanings(entries))
        return index

    def _place(self, index: StoryIndex, entries: Sequence[Entry]) -> list[Placement]:
        ready = [readable(entry, self.detector) for entry in entries]
        meanings: Sequence[Vector | None] = self._meanings(ready) or [None] * len(ready)
        return [_placement(entry, index.place(entry, meaning)) for entry, meaning in zip(ready, meanings, strict=True)]

    def _meanings(self, entries: Sequence[Entry]) -> Sequence[Vector]:
        return self.embedder.embed([gist(entry) for entry in entries]) if self.embedder else ()


def readable(entry: Entry, detector: LanguageDetector) -> Entry:
    """Give an entry with its markup read, in the language it is found to be in."""
    text = entry.text or plain_text(entry.html)
    return replace(entry, text=text, language=detector.detect(f"{entry.title}\n{text}") or entry.language)


def _placement(entry: Entry, story_id: StoryId) -> Placement:
    return Placement(
        entry_id=entry.id,
        story_id=story_id,
        text=entry.text,
        language=entry.language,
        search_tokens=search_tokens(f"{entry.title}\n{entry.text}", entry.language),
    )
