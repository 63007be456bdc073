"""Where sentences end, rule by rule. All people, places and outlets are invented."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.core.text import sentences
from tests.benchmarks.sentences import exact, joints, library, ours
from tests.data_path import shared

PIECES = """
Mr. 1. 2. a. b.) ... .. . " “ ” ( ) Lyn ferry p.m. Monday U.S. The De am 3. Juni Б. Лин said. left! ? • \u202a
"""
PROSE = st.lists(st.sampled_from([*PIECES.split(), "\n", "\ud800"]), max_size=40)
LANGUAGES = st.sampled_from(["en", "de", "da", "uk", "es", "ja", "xx", None])


def parts(text: str, language: str | None = "en") -> list[str]:
    return [text[start:end] for start, end in sentences(text, language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The board thanked Ms. Tolland and Lt. Gov. Ann Oster."),
        ("en", "The ferry leaves at 5 p.m. Sunday from Port Lyn."),
        ("en", "It is due at 9:09 a.m. ET on the north pier."),
        ("en", "The bill of Ann Oster, D-N.Y., and Per Lund, R-S.C., was read."),
        ("en", '"The ferry is back!" she told the harbour.'),
        ("en", '"The ferry is back!" Ann Oster said.'),
        ("en", "“Is it?” Tolland asked."),
        ("en", "Well, what I mean . . . I saw the ferry."),
        ("en", "The pier of Port Lyn (It was built in 1900.) is closed."),
        ("en", "Write to ann.oster@example.org or see https://example.org/a.b/c."),
        ("de", "Der Verein spielt in der 2. Bundesliga."),
        ("de", "Die Stadt entstand im 1.-3. Jahrhundert."),
        ("pl", "Bilet kosztuje ok. 50 koron i 3 tys. groszy."),
        ("uk", "Книгу написав професор Дж. Линден."),
        ("uk", "Її переклав О. Портовий."),
        ("es", "La lista: 1.Pan, 2.Sal, 3.Agua."),
        ("es", "Tiene el documento N°. 1026."),
        ("ar", "قال د. سالم إنه وصل."),
        ("nl", "...en toen voer de pont weg."),
        ("fr", "Le fonds F.D.E.S. finance le port."),
    ],
)
def test_a_sentence_that_goes_on_is_not_parted(language: str, text: str) -> None:
    assert parts(text, language) == [text]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["1. The ferry", "2. The pier", "3. The pilot"]),
        ("en", ["1. The ferry left.", "2. The pier slept."]),
        ("en", ["a. The ferry", "b. The pier", "c. The pilot"]),
        ("en", ["⁃9. The ferry", "⁃10. The pier"]),
        ("de", ["1. Die Fähre legt ab.", "2. Der Hafen schläft."]),
        ("de", ["1. FC Lyn steigt in die 2. Liga ab.", "Dann feiert er."]),
        ("uk", ["Паром відплив із порту.", "2. Пірс закрито."]),
        ("en", ["How many left?", "28.", "The harbour counted twice."]),
        ("en", ["The ferry left on Dec. 28.", "It came back."]),
        ("en", ["It left for the U.S.", "The pier is empty."]),
        ("da", ["Spørg Lund & Co.", "De ved det."]),
        ("en", ["The pier is closed.", '"We wait," she said.']),
        ("en", ["It was kept in all the compounds.", ". . . The practice stayed."]),
        ("en", ['"The ferry is back."', "She went home."]),
    ],
)
def test_sentences_are_parted_where_they_end(language: str, expected: list[str]) -> None:
    assert parts(" ".join(expected), language) == expected


def test_a_quotation_mark_that_opens_stays_with_what_it_opens() -> None:
    assert parts('Nobody spoke, says Ann Oster. "We will ask again soon."') == [
        "Nobody spoke, says Ann Oster.",
        '"We will ask again soon."',
    ]


@given(PROSE, LANGUAGES, st.sampled_from([" ", ""]))
def test_spans_are_ordered_disjoint_and_cover_all_that_is_not_blank(
    words: list[str], language: str | None, gap: str
) -> None:
    text = gap.join(words)
    spans = sentences(text, language)
    assert spans == sentences(text, language)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)
    assert all("\n" not in text[start:end] for start, end in spans)
    assert "".join("".join(text[start:end] for start, end in spans).split()) == "".join(text.split())


@pytest.mark.parametrize("language", ["en", "da", "de", "uk"])
@pytest.mark.parametrize(
    "mark", ["A. ", "1. ", ". ", '." "A', "a. . . . ", "• ", "!? ", "Aa ", "U.S. The ", ".\t", "“A"]
)
def test_hostile_text_is_covered_to_its_end(mark: str, language: str) -> None:
    text = (mark * (200_000 // len(mark))).strip()
    spans = sentences(text, language)
    assert spans[0].start == 0
    assert spans[-1].end == len(text)


def test_no_language_is_split_worse_than_by_the_library_alone() -> None:
    shared("text/sentence_splits.json")
    (alone, total), (mended, _) = exact(library), exact(ours)
    assert all(mended[language] >= alone[language] for language in total)
    assert mended["english"] >= 48  # of 48, the library alone 43
    assert mended.total() >= 314  # of 326, the library alone 294; 7 of the 12 others have sentences across newlines


def test_ends_between_lines_of_news_are_found_no_worse_than_by_the_library_alone() -> None:
    shared("text/languages")
    for (language, alone), (_, mended) in zip(joints(library), joints(ours), strict=True):
        assert mended.found >= alone.found, language
        assert mended.extra <= alone.extra, language
