"""Old numbers for new groups."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digests.core.models import EntryId, StoryId
from digests.core.regrouping import renumber


def entries(*numbers: int) -> list[EntryId]:
    return [EntryId(number) for number in numbers]


def stories(**held: tuple[int, ...]) -> dict[EntryId, StoryId]:
    """Say `s5=(5, 6)` for story 5 with entries 5 and 6."""
    return {EntryId(number): StoryId(int(name[1:])) for name, numbers in held.items() for number in numbers}


def test_the_larger_part_keeps_the_number_and_the_smaller_takes_its_own() -> None:
    changed = renumber([entries(5), entries(6, 7)], stories(s5=(5, 6, 7)), {5}.__contains__)
    assert changed.moved == {}  # no number is free for the first entry: it stays
    changed = renumber([entries(5, 6), entries(7, 8, 9)], stories(s5=(5, 6, 7, 8, 9)), {5}.__contains__)
    assert (changed.moved, changed.parted) == ({6: 6, 5: 6}, {6: 5})


def test_the_story_with_most_entries_goes_on() -> None:
    changed = renumber([entries(1, 2, 3)], stories(s1=(1,), s2=(2, 3)), {1, 2}.__contains__)
    assert (changed.moved, changed.merged, changed.parted) == ({1: 2}, {1: 2}, {})


def test_a_number_borne_by_a_live_story_elsewhere_is_not_taken() -> None:
    changed = renumber([entries(1, 2), entries(7, 8)], stories(s1=(1, 2, 7, 8)), {1, 7}.__contains__)
    assert changed.parted == {8: 1}


NUMBERS = st.integers(1, 12)


@given(st.lists(NUMBERS, unique=True, min_size=1), st.data())
def test_each_group_is_one_story_and_no_entry_is_lost(numbers: list[int], data: st.DataObject) -> None:
    story_of = {EntryId(n): StoryId(data.draw(st.sampled_from([m for m in numbers if m <= n]))) for n in numbers}
    parts = {n: data.draw(st.integers(0, 4)) for n in numbers}
    groups = [entries(*(n for n in numbers if parts[n] == part)) for part in sorted(set(parts.values()))]
    live = set(story_of.values())
    changed = renumber(groups, story_of, live.__contains__)
    after = {**story_of, **changed.moved}
    for group in groups:
        assert len({after[entry_id] for entry_id in group}) == 1
    remaining = set(after.values())
    assert set(changed.merged) == live - remaining
    assert set(changed.merged.values()) <= remaining
    assert set(changed.parted) == remaining - live
    assert set(changed.parted.values()) <= remaining
