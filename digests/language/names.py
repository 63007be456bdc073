"""Names across languages: countries by CLDR's names (through Babel), any other in Latin letters (through anyascii).

It knows names and weighs nothing. Lists are read from files of the libraries, so call it off the event loop.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from anyascii import anyascii
from babel import Locale, UnknownLocaleError

from digests.core.tokens import is_unspaced, tokens

_LANGUAGES_HELD = 8  # 60 kB each
_CODE = 2  # letters of a country; the other territories of CLDR are continents and regions
_SHORTEST_UNSPACED = 2  # signs: one alone is a syllable of many words


class _Names(NamedTuple):
    """The names of a language: token sequences by their first token, and those of unspaced scripts as they are."""

    spaced: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    unspaced: Mapping[str, str]


class CldrNames:
    """The names of `digests.ports.NamesAcross`, with those of the languages last asked for kept in memory."""

    def __init__(self, languages_held: int = _LANGUAGES_HELD) -> None:
        self._held: Callable[[str], _Names] = lru_cache(maxsize=languages_held)(_load)

    def countries(self, text: str, words: Sequence[str], language: str | None) -> frozenset[str]:
        """Give the ISO 3166 codes of the countries named in a text whose tokens are `words`."""
        names = self._held(language or "en")
        return frozenset([*_spaced(names, words), *(code for name, code in names.unspaced.items() if name in text)])

    def romanised(self, name: str) -> str:
        """Give a name in ASCII letters, by its look rather than by any language's rules."""
        return anyascii(name)


def _spaced(names: _Names, words: Sequence[str]) -> Iterator[str]:
    for place, word in enumerate(words):
        for name, code in names.spaced.get(word, ()):
            if tuple(words[place : place + len(name)]) == name:
                yield code


def _territories(language: str) -> Mapping[str, str]:
    try:
        return Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        return {}


def _load(language: str) -> _Names:
    spaced: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    unspaced: dict[str, str] = {}
    for code, name in _territories(language).items():
        if len(code) != _CODE:
            continue
        if is_unspaced(name):
            if len(name) >= _SHORTEST_UNSPACED:
                unspaced[name] = code
        elif words := tuple(tokens(name, language)):
            spaced[words[0]].append((words, code))
    return _Names(dict(spaced), unspaced)
