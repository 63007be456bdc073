"""Old numbers for new groups: which story goes on, which went into another, which is a part of one.

A story goes on as the group that holds most of it, so follows, buttons and what was told stay where most entries are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from digests.core.models import EntryId, StoryId


@dataclass(frozen=True, slots=True, kw_only=True)
class Regrouping:
    """What a second pass changed: entries `moved` to a story; stories `merged` into another and `parted` from one."""

    moved: Mapping[EntryId, StoryId] = field(default_factory=dict)
    merged: Mapping[StoryId, StoryId] = field(default_factory=dict)
    parted: Mapping[StoryId, StoryId] = field(default_factory=dict)


def renumber(
    groups: Sequence[Sequence[EntryId]],
    story_of: Mapping[EntryId, StoryId],
    is_taken: Callable[[StoryId], bool],
) -> Regrouping:
    """Give what becomes of the stories whose entries were grouped anew, all of each.

    A part that stands alone takes the number of its first entry that no story bears (`is_taken`); where each is borne,
    it stays in the story it came from.
    """
    held = [Counter(story_of[entry_id] for entry_id in group) for group in groups]
    number = _go_on(held)
    borne = set(number.values())
    parted: dict[StoryId, StoryId] = {}
    for place, group in enumerate(groups):
        if place in number:
            continue
        origin = _most(held[place])
        free = (StoryId(entry_id) for entry_id in sorted(group) if StoryId(entry_id) not in borne)
        own = next((story_id for story_id in free if story_id in held[place] or not is_taken(story_id)), None)
        number[place] = origin if own is None else own
        borne.add(number[place])
        if own is not None:
            parted[own] = origin
    moved = {
        entry_id: number[place]
        for place, group in enumerate(groups)
        for entry_id in group
        if story_of[entry_id] != number[place]
    }
    ended = {story_id for stories in held for story_id in stories} - borne
    into = {story_id: Counter(_homes(story_id, held, number)) for story_id in ended}
    merged = {story_id: _most(homes) for story_id, homes in into.items()}
    parted = {story_id: merged.get(origin, origin) for story_id, origin in parted.items() if story_id != origin}
    return Regrouping(moved=moved, merged=merged, parted=parted)


def _go_on(held: Sequence[Counter[StoryId]]) -> dict[int, StoryId]:
    """Give the group each story goes on as: that with most of its entries, of those level the elder story first."""
    claims = sorted(
        (-count, story_id, place) for place, stories in enumerate(held) for story_id, count in stories.items()
    )
    number: dict[int, StoryId] = {}
    taken: set[StoryId] = set()
    for _, story_id, place in claims:
        if place not in number and story_id not in taken:
            number[place] = story_id
            taken.add(story_id)
    return number


def _homes(story_id: StoryId, held: Sequence[Counter[StoryId]], number: Mapping[int, StoryId]) -> dict[StoryId, int]:
    return {number[place]: stories[story_id] for place, stories in enumerate(held) if story_id in stories}


def _most(counts: Counter[StoryId]) -> StoryId:
    return min(counts, key=lambda story_id: (-counts[story_id], story_id))
