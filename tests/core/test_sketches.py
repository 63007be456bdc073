"""What entries are about, and how bundles of them compare. All people, places and outlets are invented."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.core.bundles import Bundle
from digests.core.models import EntryId
from digests.core.numbering import conflict, numbered
from digests.core.rarity import Rarity
from digests.core.shared_terms import number_weight, shared_terms, sounds_of
from digests.core.sketches import gist, sketch
from tests.builders import entry, lexicon

LEXICON = lexicon(dict.fromkeys(["the", "of", "in", "a", "to", "and", "is"], 1.0), {"Norvane": "NV"})
WORDS = ("ferry", "harbour", "pilot", "strike", "glacier", "bank", "rate", "cut", "fire", "port")
TITLES = st.lists(st.sampled_from(WORDS), min_size=1)


def bundle(words: list[str], number: int = 1) -> Bundle:
    """Give a bundle of one entry with these words for a title."""
    told = entry(number, title=" ".join(words), text="")
    return Bundle(told, sketch(told, LEXICON))


def test_common_words_say_nothing() -> None:
    found = sketch(entry(title="the of in", text=""), LEXICON)
    assert (found.words, found.keys) == ({}, {})


def test_a_word_of_the_title_weighs_more_than_one_of_the_lead() -> None:
    found = sketch(entry(title="glacier", text="ferry"), LEXICON)
    assert found.words["glacier"] > found.words["ferri"]
    assert list(found.keys) == ["glacier", "ferri"]


def test_the_dateline_is_no_part_of_a_sketch() -> None:
    assert "nordwir" not in sketch(entry(title="Ferry", text="PORT LYN (Nordwire) - A strike."), LEXICON).words


def test_what_an_embedder_reads_is_the_title_and_the_lead() -> None:
    assert gist(entry(title="Ferry strike", text="")) == "Ferry strike"
    assert gist(entry(title="Ferry strike", text="PORT LYN (Nordwire) - Pilots walk out.")).endswith(
        "strike. Pilots walk out."
    )


def test_numbers_days_countries_and_names_are_shared_by_languages() -> None:
    text = "On 4 March Ilse Dornak of Norvane paid 4.3 million crowns."
    found = shared_terms(text, ["NV"], language="en", idf=lambda _: 6.0, romanised=str)
    assert {"#4300000", "=4-3", "@NV", "~drnk"} <= found.keys()


@pytest.mark.parametrize(
    "spellings", [("Zelinsky", "Selinskyj", "Zelinskyy"), ("Krakov", "Cracow"), ("Müller", "Muller")]
)
def test_spellings_of_a_name_sound_alike(spellings: tuple[str, ...]) -> None:
    romanised = [name.replace("ü", "u") for name in spellings]
    assert all(sounds_of(one) == sounds_of(other) for one, other in pairwise(romanised))


def test_a_number_of_more_digits_tells_more() -> None:
    weights = [number_weight(number) for number in ("10", "12", "1300", "123", "41300000")]
    assert weights == sorted(weights)


@given(st.lists(TITLES, min_size=1, max_size=6))
def test_a_cosine_is_between_nothing_and_the_same(titles: list[list[str]]) -> None:
    first, *others = [bundle(words) for words in titles]
    for other in others:
        first.absorb(other)
    assert -1e-9 <= first.cosine(bundle(["ferry", "strike"])) <= 1 + 1e-9


@given(st.lists(TITLES, min_size=1, max_size=4), st.lists(TITLES, min_size=1, max_size=4))
def test_a_merged_bundle_is_the_bundle_of_all_its_entries(one: list[list[str]], other: list[list[str]]) -> None:
    def sum_of(titles: list[list[str]]) -> Bundle:
        total, *rest = [bundle(words) for words in titles]
        for each in rest:
            total.absorb(each)
        return total

    first, second, whole = sum_of(one), sum_of(other), sum_of([*one, *other])
    assert first.cosine(second) == pytest.approx(second.cosine(first))
    first.absorb(second)
    probe = bundle(["ferry", "strike", "glacier"])
    assert first.cosine(probe) == pytest.approx(whole.cosine(probe))
    assert (first.size, first.keys.keys()) == (whole.size, whole.keys.keys())


def test_a_weighed_bundle_grows_alone() -> None:
    alone = bundle(["ferry"])
    alone.weighed(lambda _: 0.5).absorb(bundle(["glacier"]))
    assert (alone.size, list(alone.keys)) == (1, ["ferri"])


def test_what_many_strands_bear_weighs_less_down_to_a_floor() -> None:
    rarity = Rarity()
    for number in range(200):
        rarity.add(EntryId(number), ["town"] + ["mayor"] * (number < 20) + [f"only {number}"])
    assert rarity.of("only 3") == rarity.of("unknown") == 1.0
    assert 1.0 > rarity.of("mayor") > rarity.of("town") > 0.2
    rarity.remove(EntryId(number) for number in range(200))
    assert rarity.of("town") == 1.0


def test_a_term_that_weighs_less_makes_others_weigh_more() -> None:
    one, other = bundle(["ferry", "strike", "pilot"]), bundle(["ferry", "glacier", "bank"])
    shared = {"ferri": 0.4}
    plain, weighed = (
        one.cosine(other),
        one.weighed(lambda term: shared.get(term, 1.0)).cosine(other.weighed(lambda term: shared.get(term, 1.0))),
    )
    assert weighed < plain


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
        ("Lyn Line files for Chapter 11", "Lyn Line files for Chapter 15"),
    ],
)
def test_counts_and_same_slots_do_not(one: str, other: str) -> None:
    assert not conflict(numbered(one), numbered(other))
