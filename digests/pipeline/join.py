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

from digests.core.models import Entry, Placement
from digests.core.stories import WINDOW, StoryIndex
from digests.core.text import plain_text, search_tokens
from digests.ports import EntryStore, LanguageDetector, WordStats

log = logging.getLogger(__name__)

BATCH = 200
"""Entries to a transaction; at the measured rate a batch takes about a tenth of a second, in a thread."""

MERGE_EVERY = timedelta(minutes=5)
"""How often stories that began apart are compared with each other: before every digest, which is prepared ten minutes
ahead, and not for each entry, since the pass looks at all living stories."""


@dataclass(slots=True, kw_only=True)
class Joiner:
    """The parts joining needs, and the index of living stories."""

    store: EntryStore
    words: WordStats
    detector: LanguageDetector
    _index: StoryIndex | None = None
    _next_merge: datetime | None = None

    async def join(self, now: datetime) -> int:
        """Place all entries that have no story yet; give how many."""
        index = self._index or await self._rebuild(now)
        self._index = None  # an interrupted run leaves no half-updated index behind
        index.forget(before=now - WINDOW)
        placed = 0
        while entries := await self.store.unjoined(BATCH):
            placements = await asyncio.to_thread(self._place, index, entries)
            await self.store.place(placements)
            placed += len(placements)
        if placed and (self._next_merge is None or now >= self._next_merge):
            await self.store.merge_stories(await asyncio.to_thread(index.second_pass))
            self._next_merge = now + MERGE_EVERY
        self._index = index
        if placed:
            log.info("joined entries=%d", placed)
        return placed

    async def _rebuild(self, now: datetime) -> StoryIndex:
        entries = await self.store.joined_since(now - WINDOW)
        index = StoryIndex(self.words.idf)
        await asyncio.to_thread(index.load, entries)
        return index

    def _place(self, index: StoryIndex, entries: Sequence[Entry]) -> list[Placement]:
        return [place_entry(index, entry, self.detector) for entry in entries]


def place_entry(index: StoryIndex, entry: Entry, detector: LanguageDetector) -> Placement:
    """Read one entry's markup and find its story."""
    text = entry.text or plain_text(entry.html)
    language = detector.detect(f"{entry.title}\n{text}") or entry.language
    ready = replace(entry, text=text, language=language)
    return Placement(
        entry_id=entry.id,
        story_id=index.place(ready),
        text=text,
        language=language,
        search_tokens=search_tokens(f"{entry.title}\n{text}", language),
    )
