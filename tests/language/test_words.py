"""Word statistics from the real lists."""

from __future__ import annotations

import pytest

from digests.core.tokens import tokens
from digests.language.words import WordfreqStats

STATS = WordfreqStats()


def test_common_words_weigh_little_and_unknown_ones_most() -> None:
    idf = STATS.idf("en")
    assert idf("the") < 1.5 < idf("people") < idf("harbour") < idf("varnholm") == 8.0


def test_a_stem_weighs_as_all_its_words_together() -> None:
    idf = STATS.idf("en")
    (stem,) = tokens("elections", "en")
    assert idf(stem) < min(idf("elections"), idf("electing"))


@pytest.mark.parametrize(
    ("language", "common", "rare"), [("zh", "我们", "渡轮"), ("ja", "した", "渡船"), ("ko", "있는", "빙하")]
)
def test_pairs_of_characters_are_weighed_without_a_tokenizer(language: str, common: str, rare: str) -> None:
    idf = STATS.idf(language)
    assert idf(common) < idf(rare) <= 8.0


def test_numbers_are_weighed_by_their_form() -> None:
    idf = STATS.idf("en")
    assert idf("5") < idf("57") < idf("57139") <= 8.0


def test_an_unknown_language_is_weighed_by_the_length_of_words() -> None:
    idf = STATS.idf("xx")
    assert idf("na") < idf("paromi") < idf("p" * 100) == 6.5
    assert idf("เรือ") == 5.0


@pytest.mark.parametrize("alias", ["sr", "hr", "no"])
def test_neighbouring_languages_share_a_list(alias: str) -> None:
    assert STATS.idf(alias)("i") < 3


def test_only_the_languages_last_asked_for_are_held() -> None:
    stats = WordfreqStats(languages_held=1)
    first = stats.idf("uk")
    assert stats.idf("uk") is first
    stats.idf("zh")
    assert stats.idf("uk") is not first
