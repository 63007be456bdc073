"""Names across languages."""

from __future__ import annotations

import pytest

from digests.core.text import tokens
from digests.language.names import CldrNames

NAMES = CldrNames()


@pytest.mark.parametrize(
    ("text", "language", "codes"),
    [
        ("Floods in Puerto Rico and the Dominican Republic", "en", {"PR", "DO"}),
        ("飓风横扫波多黎各和多米尼加共和国", "zh", {"PR", "DO"}),
        ("Überschwemmungen in der Dominikanischen Republik", "de", {"DO"}),
        ("Gempa bumi di Mexico", "ms", {"MX"}),
        ("プエルトリコで洪水", "ja", {"PR"}),
        ("Nothing to see here", "en", set()),
        ("Floods in Mexico", None, {"MX"}),
        ("Mexico", "xx", set()),
        ("", "zh", set()),
    ],
)
def test_countries_are_found_by_their_names_in_a_language(text: str, language: str | None, codes: set[str]) -> None:
    assert NAMES.countries(text, tokens(text, language), language) == codes


@pytest.mark.parametrize(
    ("name", "latin"), [("Зеленський", "Zelens'kiy"), ("Łódź", "Lodz"), ("Plain", "Plain"), ("", "")]
)
def test_names_are_written_in_latin_letters(name: str, latin: str) -> None:
    assert NAMES.romanised(name) == latin
