"""Which entries tell of one event, decided as they arrive: compared with whole stories, never with single entries.

Nothing is stored here and no clock is read; what is known of live stories can be rebuilt from their entries.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from digests.core.live import UNDATED, LiveStory, Shelf
from digests.core.merging import merge_alike
from digests.core.models import Entry, StoryId
from digests.core.numbering import numbered
from digests.core.similarity import IdfOf, Sketch, sketch
from digests.core.voices import voices

__all__ = ["UNDATED", "WINDOW", "StoryIndex", "cluster", "voices"]

WINDOW = timedelta(hours=72)
"""How long a story waits for its next entry; news events are mostly told within three days."""

# Measured on shared/data/clusters (tests/benchmarks/grouping.py): B³-F1 after the second pass is
# .80–.84 on headlines and .79–.80 on full texts for joining at .15–.30 and merging at .18–.25. Within that, joining is
# set high: a wrong join is for good, a story begun apart is merged later.
_JOIN = 0.25
_MERGE = 0.22
# One name in common makes no event of two entries: on 116 real feeds this parted the reports of three countries that
# had met in "TikTok" (the second pass still joins two of them).
_SHARED = 2
_LARGEST = 400  # the largest of the labelled events has 322 entries in 17 hours; a story beyond is a sink


class StoryIndex:
    """The live stories, grown entry by entry. Rebuild it with `load` from what is stored, then `place` what is new.

    A placement looks up at most twelve words, each in at most 500 stories, and compares sixteen, however many live.
    Entries bring their plain text in `text`; stories age out when `forget` says so. Not for two threads at once.
    """

    def __init__(self, idf_of: IdfOf, *, window: timedelta = WINDOW) -> None:
        self._idf_of = idf_of
        self._window = window
        self._shelf = Shelf()

    def __len__(self) -> int:
        return len(self._shelf)

    def place(self, entry: Entry) -> StoryId:
        """Give the story the entry belongs to: a live one, or a new one with the entry's own number."""
        words = sketch(entry, self._idf_of)
        story = self._find(entry, words) or LiveStory(StoryId(entry.id))
        self._grow(story, entry, words)
        return story.id

    def load(self, entries: Iterable[Entry]) -> None:
        """Take in entries whose stories are known already, oldest first, deciding nothing.

        Raises:
            ValueError: an entry has no story.
        """
        for entry in entries:
            if entry.story_id is None:
                raise ValueError(f"entry {entry.id} has no story to load")
            story = self._shelf.get(entry.story_id) or LiveStory(entry.story_id)
            self._grow(story, entry, sketch(entry, self._idf_of))

    def forget(self, *, before: datetime) -> None:
        """Let the stories go that saw no entry since then (by `first_seen`): nothing joins them any more."""
        self._shelf.remove_older(before)

    def second_pass(self) -> dict[StoryId, StoryId]:
        """Merge live stories that are alike by now; give absorbed story → the story it went into."""
        stories = list(self._shelf)
        merged = merge_alike(stories, likeness=_MERGE, window=self._window, largest=_LARGEST)
        self._shelf = Shelf()
        for story in sorted(stories, key=lambda story: story.arrived):
            if story.id not in merged:
                self._shelf.put(story, story.keys)
        return dict(merged)

    def _find(self, entry: Entry, words: Sketch) -> LiveStory | None:
        slots = numbered(entry.title)
        best, likeness = None, _JOIN
        for story in self._shelf.nearest(words.keys, words.terms):
            if story.size >= _LARGEST or story.distance(entry.published, entry.published) > self._window:
                continue
            if story.contradicts(slots) or (story.size == 1 and not _share_enough(story, words)):
                continue
            cosine = story.centroid.cosine(words)
            if cosine >= likeness:
                best, likeness = story, cosine
        return best

    def _grow(self, story: LiveStory, entry: Entry, words: Sketch) -> None:
        story.add(entry, words)
        self._shelf.put(story, words.keys)


def _share_enough(story: LiveStory, words: Sketch) -> bool:
    return story.centroid.shared(words.keys) >= min(_SHARED, len(words.keys))


def cluster(entries: Sequence[Entry], idf_of: IdfOf, *, second_pass: bool = True) -> tuple[StoryId, ...]:
    """Give the story of each entry of a whole list, in its order, which is taken for the order of arrival.

    Nothing ages out; `published` bounds stories by `WINDOW` unless it is `UNDATED`.
    """
    index = StoryIndex(idf_of)
    placed = [index.place(entry) for entry in entries]
    merged = index.second_pass() if second_pass else {}
    return tuple(merged.get(story_id, story_id) for story_id in placed)
