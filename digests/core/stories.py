"""Which entries tell of one event: decided as they arrive, and once more for all of a story when it has grown.

Nothing is stored here and no clock is read; what is known of live stories can be rebuilt from their entries.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from digests.core.bundles import UNDATED, Bundle, Vector
from digests.core.likeness import WINDOW, enough, join, likeness
from digests.core.merging import merge_alike
from digests.core.models import Entry, EntryId, StoryId
from digests.core.rarity import Rarity
from digests.core.regrouping import Regrouping, renumber
from digests.core.shelf import Shelf
from digests.core.sketches import Lexicon, sketch
from digests.core.voices import voices

__all__ = ["UNDATED", "WINDOW", "Regrouping", "StoryIndex", "cluster", "voices"]

# A story this near to being one with another that grew is looked at with it. Any lower, and a second pass of one story
# would look at half the window: unrelated news in one language is .02 to .05 alike.
_NEAR = 0.5

# As many times as alike as one event must be; 1.5 to 2.5 give the same within .01.
_STRAND = 2.0


class StoryIndex:
    """The live stories, grown entry by entry. Rebuild it with `load` from what is stored, then `place` what is new.

    A placement asks for at most 24 keys, each borne by at most 500 stories, and compares sixteen, however many live.
    Entries bring their plain text in `text`, and their meaning where an `Embedder` is used. Stories age out when
    `forget` says so. Not for two threads at once.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._shelf: Shelf[StoryId] = Shelf()
        self._alone: dict[EntryId, Bundle] = {}
        self._story_of: dict[EntryId, StoryId] = {}
        self._members: dict[StoryId, list[EntryId]] = {}
        self._rarity = Rarity()
        self._arrived: OrderedDict[StoryId, datetime] = OrderedDict()
        self._grown: dict[StoryId, None] = {}

    def __len__(self) -> int:
        return len(self._members)

    def place(self, entry: Entry, meaning: Vector | None = None) -> StoryId:
        """Give the story the entry belongs to: a live one, or a new one with the entry's own number."""
        bundle = Bundle(entry, sketch(entry, self._lexicon), meaning)
        weighed = bundle.weighed(self._rarity.of)
        alike = ((join(weighed, story), -story_id) for story_id, story in self._shelf.nearest(weighed))
        found = max(((value, number) for value, number in alike if value is not None), default=None)
        story_id = StoryId(entry.id if found is None else -found[1])
        self._add(entry, bundle, story_id)
        self._grown[story_id] = None
        return story_id

    def load(self, entries: Iterable[Entry], meanings: Sequence[Vector] = ()) -> None:
        """Take in entries whose stories are known already, oldest first, deciding nothing.

        Raises:
            ValueError: an entry has no story.
        """
        entries = tuple(entries)
        known: Sequence[Vector | None] = meanings or [None] * len(entries)
        for entry, meaning in zip(entries, known, strict=True):
            if entry.story_id is None:
                raise ValueError(f"entry {entry.id} has no story to load")
            self._add(entry, Bundle(entry, sketch(entry, self._lexicon), meaning), entry.story_id)

    def forget(self, *, before: datetime) -> None:
        """Let the stories go that saw no entry since then (by `first_seen`): nothing joins them any more."""
        while self._arrived and (oldest := next(iter(self._arrived.items())))[1] < before:
            self._drop(oldest[0])

    def second_pass(self) -> Regrouping:
        """Group anew all entries of the stories that grew since the last pass, and of those near to them."""
        region = list(dict.fromkeys(self._region()))
        self._grown.clear()
        entries = [entry_id for story_id in region for entry_id in self._members[story_id]]
        entries.sort(key=lambda entry_id: (self._alone[entry_id].first, *self._alone[entry_id].keys))
        strands = self._merge([[entry_id] for entry_id in entries], strictness=_STRAND)
        self._count_strands(entries, strands)
        groups = self._merge(strands)
        changed = renumber(groups, self._story_of, self._members.__contains__)
        self._apply(changed)
        return changed

    def _count_strands(self, entries: Sequence[EntryId], strands: Sequence[Sequence[EntryId]]) -> None:
        """Count these entries anew for the rarity of terms: those of a strand as one."""
        self._rarity.remove(entries)
        for strand in strands:
            keys = dict.fromkeys(key for entry_id in strand for key in self._alone[entry_id].keys)
            self._rarity.add(strand[0], keys)

    def _merge(self, parts: Sequence[Sequence[EntryId]], *, strictness: float = 1.0) -> list[list[EntryId]]:
        """Give the parts that tell one event as one, each with all its entries."""
        groups = merge_alike([self._bundle(part) for part in parts], strictness=strictness)
        return [[entry_id for place in group for entry_id in parts[place]] for group in groups]

    def _bundle(self, entries: Sequence[EntryId]) -> Bundle:
        whole, *others = (self._alone[entry_id].weighed(self._rarity.of) for entry_id in entries)
        for other in others:
            whole.absorb(other)
        return whole

    def _region(self) -> Iterator[StoryId]:
        """Yield the stories to group anew, some more than once; none that stands alone with nothing near it."""
        for story_id in self._grown:
            if story_id not in self._members:
                continue  # aged out
            story = self._shelf[story_id]
            near = [
                other
                for other, bundle in self._shelf.nearest(story, besides=story_id)
                if likeness(story, bundle) >= _NEAR * enough(story, bundle)
            ]
            if near or story.size > 1:
                yield story_id
                yield from near

    def _apply(self, changed: Regrouping) -> None:
        touched = {self._story_of[entry_id] for entry_id in changed.moved} | set(changed.moved.values())
        arrived = max((self._arrived[story_id] for story_id in touched if story_id in self._arrived), default=UNDATED)
        self._story_of.update(changed.moved)
        members: dict[StoryId, list[EntryId]] = {story_id: [] for story_id in touched}
        for story_id in touched & self._members.keys():
            for entry_id in self._members[story_id]:
                members[self._story_of[entry_id]].append(entry_id)
            self._shelf.remove(story_id)
            del self._members[story_id]
        for story_id, entry_ids in members.items():
            for entry_id in entry_ids:
                self._put(entry_id, story_id)
            if entry_ids:
                self._note_arrival(story_id, arrived)
            else:
                self._arrived.pop(story_id, None)

    def _add(self, entry: Entry, bundle: Bundle, story_id: StoryId) -> None:
        self._alone[entry.id] = bundle
        self._rarity.add(entry.id, bundle.keys)
        self._story_of[entry.id] = story_id
        self._put(entry.id, story_id)
        self._note_arrival(story_id, entry.first_seen)

    def _put(self, entry_id: EntryId, story_id: StoryId) -> None:
        """Let an entry be part of a story, the first of it or one more."""
        bundle = self._alone[entry_id].weighed(self._rarity.of)
        if story_id in self._shelf:
            self._shelf[story_id].absorb(bundle)
            self._shelf.put(story_id, self._shelf[story_id], bundle.keys)
        else:
            self._shelf.put(story_id, bundle, bundle.keys)
        self._members.setdefault(story_id, []).append(entry_id)

    def _note_arrival(self, story_id: StoryId, at: datetime) -> None:
        self._arrived[story_id] = max(at, self._arrived.get(story_id, UNDATED))
        self._arrived.move_to_end(story_id)

    def _drop(self, story_id: StoryId) -> None:
        del self._arrived[story_id]
        self._shelf.remove(story_id)
        self._rarity.remove(self._members[story_id])
        for entry_id in self._members.pop(story_id):
            del self._alone[entry_id], self._story_of[entry_id]


def cluster(
    entries: Sequence[Entry],
    lexicon: Lexicon,
    *,
    meanings: Sequence[Vector] = (),
    second_pass: bool = True,
) -> tuple[StoryId, ...]:
    """Give the story of each entry of a whole list, in its order, which is taken for the order of arrival.

    Nothing ages out; `published` bounds stories by `WINDOW` unless it is `UNDATED`.
    """
    index = StoryIndex(lexicon)
    known: Sequence[Vector | None] = meanings or [None] * len(entries)
    placed = [index.place(entry, meaning) for entry, meaning in zip(entries, known, strict=True)]
    moved: Mapping[EntryId, StoryId] = index.second_pass().moved if second_pass else {}
    return tuple(moved.get(entry.id, story_id) for entry, story_id in zip(entries, placed, strict=True))
