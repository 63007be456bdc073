"""A story while it is live, and the index that finds the few stories an entry may belong to. It decides nothing."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from heapq import nlargest

from digests.core.models import Entry, StoryId
from digests.core.numbering import conflict, numbered
from digests.core.similarity import Centroid, Sketch

UNDATED = datetime.min.replace(tzinfo=UTC)
"""The `published` of an entry whose time nobody knows: no window applies to it."""

# A word that this many live stories share finds nothing any more; the other words of the entry do.
_CROWDED = 500
_COMPARED = 16  # candidates compared in full, best first by shared telling words; 64 gave the same B³-F1, 8 lost .01


class LiveStory:
    """The words, the span of time and the numbered slots of one story, summed over its entries."""

    __slots__ = ("arrived", "centroid", "first", "id", "keys", "last", "size", "slots")

    def __init__(self, story_id: StoryId) -> None:
        self.id = story_id
        self.size = 0
        self.centroid = Centroid()
        self.keys: set[str] = set()
        self.slots: Mapping[str, frozenset[int]] = {}
        self.first = self.last = UNDATED
        self.arrived = UNDATED

    def add(self, entry: Entry, words: Sketch) -> None:
        """Take an entry in."""
        self.size += 1
        self.centroid.add(words)
        self.keys.update(words.keys)
        self._widen(numbered(entry.title), entry.published, entry.published)
        self.arrived = max(self.arrived, entry.first_seen)

    def absorb(self, other: LiveStory) -> None:
        """Take a whole story in."""
        self.size += other.size
        self.centroid.absorb(other.centroid)
        self.keys |= other.keys
        self._widen(other.slots, other.first, other.last)
        self.arrived = max(self.arrived, other.arrived)

    def distance(self, first: datetime, last: datetime) -> timedelta:
        """Give how long before or after this story a span of time lies; zero where they meet or one is unknown."""
        if UNDATED in (first, last, self.first):
            return timedelta()
        return max(self.first - last, first - self.last, timedelta())

    def contradicts(self, slots: Mapping[str, frozenset[int]]) -> bool:
        """Tell whether the slots named are others than this story's."""
        return conflict(self.slots, slots)

    def _widen(self, slots: Mapping[str, frozenset[int]], first: datetime, last: datetime) -> None:
        kinds = self.slots.keys() | slots.keys()
        nothing: frozenset[int] = frozenset()
        self.slots = {kind: self.slots.get(kind, nothing) | slots.get(kind, nothing) for kind in kinds}
        if first != UNDATED:
            self.first = first if self.first == UNDATED else min(self.first, first)
            self.last = max(self.last, last)


class Shelf:
    """Live stories by their telling words, in order of last arrival.

    Finding costs the words looked up times the stories that share each, both bounded, however many stories live.
    """

    def __init__(self) -> None:
        self._stories: OrderedDict[StoryId, LiveStory] = OrderedDict()
        self._by_word: defaultdict[str, set[StoryId]] = defaultdict(set)

    def __len__(self) -> int:
        return len(self._stories)

    def __iter__(self) -> Iterator[LiveStory]:
        return iter(self._stories.values())

    def get(self, story_id: StoryId) -> LiveStory | None:
        """Give a live story, or None where it is unknown or aged out."""
        return self._stories.get(story_id)

    def put(self, story: LiveStory, words: Iterable[str]) -> None:
        """Keep a story, new or grown, findable by these words."""
        self._stories[story.id] = story
        self._stories.move_to_end(story.id)
        for word in words:
            self._by_word[word].add(story.id)

    def remove(self, story: LiveStory) -> None:
        """Forget a story."""
        del self._stories[story.id]
        for word in story.keys:
            holders = self._by_word[word]
            holders.discard(story.id)
            if not holders:
                del self._by_word[word]

    def remove_older(self, than: datetime) -> None:
        """Forget the stories that got no entry since then."""
        while self._stories and (oldest := next(iter(self._stories.values()))).arrived < than:
            self.remove(oldest)

    def nearest(self, words: Iterable[str], weights: Mapping[str, float]) -> list[LiveStory]:
        """Give the stories that share most of these words by weight, at most sixteen, best first."""
        shared: defaultdict[StoryId, float] = defaultdict(float)
        for word in words:
            holders = self._by_word.get(word, ())
            if len(holders) <= _CROWDED:
                for story_id in holders:
                    shared[story_id] += weights[word]
        best = nlargest(_COMPARED, shared.items(), key=lambda item: (item[1], -item[0]))
        return [self._stories[story_id] for story_id, _ in best]
