"""Stories as they form, and voices in them. All people, places and outlets are invented."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.core.models import Entry, EntryId
from digests.core.similarity import Idf
from digests.core.stories import UNDATED, WINDOW, StoryIndex, cluster, voices
from tests.builders import NOW, entry, hours

RATES = {"the": 1.3, "in": 1.7, "after": 3.0, "live": 3.5, "updates": 4.1, "updat": 4.1, "port": 4.2, "fire": 4.0}
FOUND = "The missing crane operator was found alive in a lift shaft, cold but unhurt, her crew said. " * 3
WORDS = ("fire", "port", "varnholm", "oresia", "rate", "glacier", "the", "in")
REPORT = (
    "Inspectors closed nine of the fourteen berths of Varnholm after a fire in warehouse seven on Monday night. "
    "Eleven people were treated for smoke, the harbour master Ilse Dorn said, and one crane operator is missing. "
    "The cargo side stays shut until a store of fertiliser has been cleared, which may take until Thursday."
)


def idf_of(language: str) -> Idf:
    return lambda word: RATES.get(word, 5.5)


def told(number: int, title: str, **changes: Any) -> Entry:
    return replace(entry(number, title=title, text="", story_id=None), **changes)


def test_entries_of_one_event_share_the_number_of_the_first() -> None:
    index = StoryIndex(idf_of)
    assert index.place(told(7, "Varnholm port fire shuts nine berths")) == 7
    assert index.place(told(8, "Fire in Varnholm: port shuts berths")) == 7
    assert index.place(told(9, "Oresia cuts its key rate")) == 9
    assert len(index) == 2


def test_an_entry_out_of_the_window_begins_a_story_of_its_own() -> None:
    index = StoryIndex(idf_of)
    index.place(told(1, "Varnholm port fire shuts berths"))
    later = NOW + WINDOW + hours(1)
    assert index.place(told(2, "Varnholm port fire shuts berths", published=later)) == 2
    assert index.place(told(3, "Varnholm port fire shuts berths", published=UNDATED)) in {1, 2}


def test_a_story_without_new_entries_ages_out() -> None:
    index = StoryIndex(idf_of)
    index.place(told(1, "Varnholm port fire shuts berths"))
    index.place(told(2, "Oresia cuts its key rate", first_seen=NOW + hours(2)))
    index.forget(before=NOW + hours(1))
    assert len(index) == 1
    assert index.place(told(3, "Varnholm port fire shuts berths")) == 3
    assert index.place(told(4, "Oresia cuts its key rate")) == 2


def test_one_name_in_common_makes_no_event_of_two_entries() -> None:
    index = StoryIndex(idf_of)
    index.place(told(1, "Varnholm mourns poet"))
    assert index.place(told(2, "Varnholm budget passed")) == 2


def test_numbered_days_are_different_stories() -> None:
    titles = ["Varnholm tribunal hearing, day 2", "Varnholm tribunal hearing, day 21"]
    assert cluster([told(number, title) for number, title in enumerate(titles, 1)], idf_of) == (1, 2)


def test_a_title_that_says_nothing_joins_nothing() -> None:
    assert len(set(cluster([told(number, "Live updates") for number in range(1, 51)], idf_of))) == 50


def test_a_story_does_not_grow_beyond_its_cap() -> None:
    found = cluster([told(number, "Varnholm port fire shuts berths") for number in range(1, 502)], idf_of)
    assert len(set(found)) == 2


@pytest.mark.parametrize(
    "odd",
    ["", " ", "\u200b\u202e\x07", "ꙮ", "𓀀𓀁 𓀂", "!!!", "X", "FIRE", "a" * 200_000, "fire " * 40_000, "\ud800"],
)
def test_odd_entries_get_a_story_and_never_an_error(odd: str) -> None:
    index = StoryIndex(idf_of)
    index.place(told(1, "Varnholm port fire shuts berths"))
    assert index.place(told(2, odd, text=odd, language=None)) in {1, 2}
    voices([told(3, odd, text=odd, author=odd)])


def test_an_index_rebuilt_from_stored_entries_decides_the_same() -> None:
    index, rebuilt = StoryIndex(idf_of), StoryIndex(idf_of)
    for number, title in enumerate(["Varnholm port fire", "Oresia key rate cut", "Port fire in Varnholm"], 1):
        rebuilt.load([told(number, title, story_id=index.place(told(number, title)))])
    probe = told(9, "Varnholm fire: port closed")
    assert rebuilt.place(probe) == index.place(probe)
    assert len(rebuilt) == len(index)


def test_an_entry_without_a_story_cannot_be_loaded() -> None:
    with pytest.raises(ValueError, match="entry 1 has no story"):
        StoryIndex(idf_of).load([told(1, "Varnholm port fire")])


def test_the_second_pass_joins_stories_that_turned_out_alike() -> None:
    titles = [
        "Varnholm warehouse blaze",
        "Nine berths closed at harbour",
        "Varnholm warehouse blaze: nine berths closed at harbour",
        "Blaze shuts nine harbour berths at Varnholm warehouse",
    ]
    entries = [told(number, title) for number, title in enumerate(titles, 1)]
    assert len(set(cluster(entries, idf_of, second_pass=False))) == 2
    assert cluster(entries, idf_of) == (1, 1, 1, 1)


def test_the_second_pass_keeps_numbered_days_and_far_days_apart() -> None:
    days = [told(1, "Varnholm tribunal hearing day 2"), told(2, "Varnholm tribunal hearing day 3")]
    far = [told(3, "Oresia glacier survey"), told(4, "Oresia glacier survey", published=NOW + WINDOW + hours(1))]
    assert cluster([*days, *far], idf_of) == (1, 2, 3, 4)


@given(st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join), st.integers(0, 200))
def test_every_entry_gets_the_story_of_an_entry_not_later_than_itself(title: str, shift: int) -> None:
    entries = [
        told(number, f"{title} {extra}", published=NOW + hours(shift * number))
        for number, extra in enumerate(["fire in varnholm port", "glacier", "port", title], 1)
    ]
    found = cluster(entries, idf_of)
    assert all(story <= entry.id for story, entry in zip(found, entries, strict=True))
    assert all(found[story - 1] == story for story in found)


def test_reprints_of_one_text_are_the_voice_of_who_was_first() -> None:
    reprint = REPORT.replace("Monday night", "Monday evening").replace("Eleven", "At least eleven")
    spoken = voices([
        told(1, "Late print", text=reprint, outlet="kestrel.example", published=NOW + hours(2)),
        told(2, "First print", text=REPORT, outlet="harbour-post.example"),
        told(3, "Own report", text=FOUND, outlet="lyn.example"),
    ])  # fmt: skip
    assert spoken == {1: "harbour-post.example", 2: "harbour-post.example", 3: "lyn.example"}


def test_one_agency_credit_is_one_voice_in_dateline_or_byline() -> None:
    spoken = voices([
        told(1, "a", text="VARNHOLM (Nordwire) - Berths reopen.", outlet="harbour-post.example"),
        told(2, "b", text="Another text.", author="Nordwire", outlet="kestrel.example"),
        told(3, "c", text="Third text.", author="By Osk Fennimar, UPI", outlet="lyn.example"),
        told(4, "d", text="ABILON (UPI) -- Fourth text.", outlet="post.example"),
        told(5, "e", text="Fifth text.", author="Mira Tolland", outlet="fifth.example"),
    ])  # fmt: skip
    assert spoken == {1: "Nordwire", 2: "Nordwire", 3: "UPI", 4: "UPI", 5: "fifth.example"}


def test_an_entry_without_an_outlet_is_a_voice_of_its_own() -> None:
    assert len(set(voices([told(1, "a", outlet=""), told(2, "b", outlet="")]).values())) == 2


def test_short_texts_are_not_taken_for_reprints() -> None:
    spoken = voices(
        [
            told(1, "a", text="Berths reopen.", outlet="x.example"),
            told(2, "b", text="Berths reopen.", outlet="y.example"),
        ]
    )
    assert len(set(spoken.values())) == 2
    assert spoken[EntryId(1)] == "x.example"
