"""Likeness of entries and stories. All people, places and outlets are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.core.numbering import conflict, numbered
from digests.core.similarity import Centroid, Idf, sketch
from tests.builders import entry

COMMON = frozenset(["the", "of", "in", "a", "to", "and", "is"])
WORDS = ("ferry", "harbour", "pilot", "strike", "glacier", "bank", "rate", "cut", "fire", "port")
TITLES = st.lists(st.sampled_from(WORDS), min_size=1)


def idf_of(language: str) -> Idf:
    return lambda word: 1.0 if word in COMMON else 6.0


def test_common_words_say_nothing() -> None:
    assert sketch(entry(title="the of in", text=""), idf_of).terms == {}


def test_a_word_of_the_title_weighs_more_than_one_of_the_lead() -> None:
    words = sketch(entry(title="glacier", text="ferry"), idf_of)
    assert words.terms["glacier"] > words.terms["ferri"]
    assert words.keys == ("glacier", "ferri")


def test_the_dateline_is_no_part_of_a_sketch() -> None:
    assert "nordwir" not in sketch(entry(title="Ferry", text="PORT LYN (Nordwire) - A strike."), idf_of).terms


@given(st.lists(TITLES, min_size=1, max_size=6))
def test_a_cosine_is_between_nothing_and_the_same(titles: list[list[str]]) -> None:
    story = Centroid()
    for words in titles:
        story.add(sketch(entry(title=" ".join(words), text=""), idf_of))
        assert -1e-9 <= story.cosine(sketch(entry(title="ferry strike", text=""), idf_of)) <= 1 + 1e-9


@given(st.lists(TITLES, min_size=1, max_size=4), st.lists(TITLES, min_size=1, max_size=4))
def test_a_merged_story_is_the_story_of_all_its_entries(one: list[list[str]], other: list[list[str]]) -> None:
    first, second, whole = Centroid(), Centroid(), Centroid()
    for story, titles in ((first, one), (second, other)):
        for words in titles:
            story.add(sketch(entry(title=" ".join(words), text=""), idf_of))
            whole.add(sketch(entry(title=" ".join(words), text=""), idf_of))
    likeness = first.cosine_with(second)
    assert likeness == pytest.approx(second.cosine_with(first))
    first.absorb(second)
    probe = sketch(entry(title="ferry strike glacier", text=""), idf_of)
    assert first.cosine(probe) == pytest.approx(whole.cosine(probe))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ferry strike, day 2", "Ferry strike, day 21"),
        ("Oresia Q3 output", "Oresia Q4 output"),
        ("Oresia third quarter", "Oresia Q4 output"),
        ("Aldmouth 3rd test", "Aldmouth test 4"),
        ("Spieltag 30: Lyn", "31. Spieltag: Lyn"),
        ("Lecture 9: tides", "Lecture 10: tides"),
        ("罢工第2天", "罢工第21天"),
    ],
)
def test_other_slots_of_one_kind_conflict(one: str, other: str) -> None:
    assert conflict(numbered(one), numbered(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12 hurt in ferry fire", "15 hurt in ferry fire"),
        ("Strike day 2", "Strike day 2: talks"),
        ("Strike day 2", "Game 3 tonight"),
        ("Lyn win match 2-1", "Lyn win match 3-1"),
        ("Part 1.5 %", "Part 2"),
    ],
)
def test_counts_and_same_slots_do_not(one: str, other: str) -> None:
    assert not conflict(numbered(one), numbered(other))
