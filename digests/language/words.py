"""How common words are, from wordfreq's small lists: about forty languages, held in memory only while in use.

It gives weights and knows no entry. Lists are read from files of the library, so call it off the event loop.
"""

from __future__ import annotations

import gzip
import re
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.metadata import distribution
from math import log10
from pathlib import Path

import msgpack
import regex

from digests.core.tokens import is_unspaced, stem, tokens

# `-log10` of the frequency: 1.3 for "the", 6 for the rarest word a small list counts (once in a million).
_NEVER_COUNTED = 8.0
_LANGUAGES_HELD = 4  # a megabyte each, and half a second to read; a guild reads in one to three languages
_ALIASES = {"bs": "sh", "hr": "sh", "nn": "nb", "no": "nb", "sr": "sh", "tl": "fil"}

_SMALL_LIST = re.compile(r"small_(\w+)\.msgpack\.gz")
_DIGIT = regex.compile(r"\d")
# Without a list the length of a word must do: frequent words are short in every language (Zipf 1935). Two letters
# weigh 2 like "of", seven 5.75; the listed words of seven letters weigh 5.3–5.5 on average in en, de and ru.
_LEAST, _PER_LETTER, _MOST = 0.5, 0.75, 6.5
_UNKNOWN_PAIR = 5.0  # two characters of an unspaced script say about as much as a word of six letters


class WordfreqStats:
    """The word statistics of `digests.ports.WordStats`, with the few languages last asked for kept in memory."""

    def __init__(self, languages_held: int = _LANGUAGES_HELD) -> None:
        self._held: Callable[[str], Weights] = lru_cache(maxsize=languages_held)(_load)

    def idf(self, language: str) -> Weights:
        """Give the weights of a language (ISO 639-1): of words and, summed over their words, of stems.

        The first call for a language takes up to a second; an unknown language gets weights by word length.
        """
        language = _ALIASES.get(language, language)
        return self._held(language) if language in _listed() else _UNCOUNTED


class Counted:
    """How often words are written, as two arrays: a dict of 60,000 words would take twelve times the memory.

    Words are told apart by `hash` alone, 64 bits that mean something only in this process.
    """

    __slots__ = ("_hashes", "_shares")

    def __init__(self, counts: Iterable[tuple[str, float]]) -> None:
        shares: defaultdict[int, float] = defaultdict(float)
        for word, share in counts:
            shares[hash(word)] += share
        self._hashes = array("q", sorted(shares))
        self._shares = array("d", (shares[one] for one in self._hashes))

    def __bool__(self) -> bool:
        return bool(self._hashes)

    def get(self, word: str) -> float:
        """Give the share of a word in all text, 0 for one never counted; time grows with the logarithm of the words."""
        wanted = hash(word)
        place = bisect_left(self._hashes, wanted)
        return self._shares[place] if place < len(self._hashes) and self._hashes[place] == wanted else 0.0


class Weights:
    """Weighs words, stems, pairs of characters and numbers of one language by how rarely they are written."""

    __slots__ = ("_frequency",)

    def __init__(self, counts: Iterable[tuple[str, float]]) -> None:
        self._frequency = Counted(counts)

    def __call__(self, word: str) -> float:
        """Give `-log10` of the share of the word in all text, at most 8."""
        if not self._frequency:
            return by_length(word)
        if frequency := self._frequency.get(word):
            return min(_NEVER_COUNTED, -log10(frequency))
        if _DIGIT.search(word):
            return self._number(word)
        if is_unspaced(word):
            return min(_NEVER_COUNTED, sum(map(self._character, word)))
        return _NEVER_COUNTED

    def _number(self, word: str) -> float:
        # The lists count numbers by their form, every digit written 0.
        form = self._frequency.get(_DIGIT.sub("0", word))
        digits = len(_DIGIT.findall(word))
        return min(_NEVER_COUNTED, digits - log10(form)) if form else min(_MOST, 3.0 + digits / 2)

    def _character(self, character: str) -> float:
        frequency = self._frequency.get(character)
        return -log10(frequency) if frequency else _UNKNOWN_PAIR / 2


def by_length(word: str) -> float:
    """Give the weight of a word in a language nobody counted."""
    return _UNKNOWN_PAIR if is_unspaced(word) else min(_MOST, _LEAST + _PER_LETTER * len(word))


_UNCOUNTED = Weights(())


@cache
def _listed() -> Mapping[str, Path]:
    """Give the file of each language. The library itself stays unloaded: a third of a second, and ten megabytes."""
    files = distribution("wordfreq").files or ()
    return {match[1]: Path(str(file.locate())) for file in files if (match := _SMALL_LIST.fullmatch(file.name))}


def _load(language: str) -> Weights:
    counts = ((form, share) for word, share in _counts(_listed()[language]) for form in _forms(word, language))
    return Weights(counts)


def _counts(path: Path) -> Iterator[tuple[str, float]]:
    """Yield words and their shares of all text from a file of wordfreq's (cBpack), a hundredth of a bel at a time.

    By its own reader a list would be in memory whole, and leave holes there when it is let go.
    """
    with gzip.open(path) as file:
        unpacker = msgpack.Unpacker(file)
        buckets = unpacker.read_array_header() - 1
        unpacker.skip()  # the header: the name of the format
        for centibels in range(buckets):
            for word in unpacker.unpack():
                yield word, 10 ** (-centibels / 100)


def _forms(word: str, language: str) -> set[str]:
    """Give what a listed word is looked up by: itself and its stem, or its characters and their pairs."""
    if is_unspaced(word):
        return {*word, *tokens(word, language)}
    return {word, stem(word, language, is_kept=False)}
