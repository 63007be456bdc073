"""How alike an entry and a story are: words weighed by how telling they are in their language, compared as vectors.

No decision is taken here; what likeness is enough stands in core.stories.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import nlargest
from math import sqrt
from typing import TypeAlias

from digests.core.models import Entry
from digests.core.text import clean_lead, tokens

Idf: TypeAlias = Callable[[str], float]
IdfOf: TypeAlias = Callable[[str], Idf]
"""Language (ISO 639-1) to the weights of its words, as `digests.ports.WordStats.idf` gives them."""

UNKNOWN_LANGUAGE = "und"

# Chosen on shared/data/clusters: B³-F1 is .81–.85 on headlines and .78–.81 on full texts for a word capped at 5–8,
# a common weight of 1–2.5, a lead of 300–1200 characters weighing .35–1, pairs of words weighing 0–.5.
_COMMON = 2.0  # a word that makes 1 % of all text or more tells nothing
_RAREST = 6.0  # one never counted is as often a typing error as a name
_TITLE_CHARS = 300  # titles of real feeds end below; what is longer is a text in the wrong place
_LEAD_CHARS = 600
_LEAD = 0.5
_PAIR = 0.3
# Below this the words say too little to find a story by ("Live updates"); one word nobody counted says 4.
_LEAST_EVIDENCE = 3.0
_KEYS = 12  # more than a headline has telling words
_KEYS_OF_A_STORY = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """What an entry is about: the weight of each term (length of the vector 1), and its most telling words.

    `keys` are empty where all words together say too little for the entry to be found or to find anything.
    """

    terms: Mapping[str, float]
    keys: tuple[str, ...]


def sketch(entry: Entry, idf_of: IdfOf) -> Sketch:
    """Give the sketch of an entry's title and the begin of its text, without dateline and boilerplate."""
    idf = idf_of(entry.language or UNKNOWN_LANGUAGE)
    lead = clean_lead(entry.text)[:_LEAD_CHARS]
    terms: dict[str, float] = {}
    for text, share in ((entry.title[:_TITLE_CHARS], 1.0), (lead, _LEAD)):
        for term, weight in _weighed(tokens(text, entry.language), idf):
            if weight * share > terms.get(term, 0.0):
                terms[term] = weight * share
    length = sqrt(sum(weight * weight for weight in terms.values()))
    scale = 1 / length if length else 0.0
    unit = {term: weight * scale for term, weight in terms.items()}
    return Sketch(terms=unit, keys=most_telling(unit, _KEYS) if length >= _LEAST_EVIDENCE else ())


def most_telling(terms: Mapping[str, float], count: int = _KEYS_OF_A_STORY) -> tuple[str, ...]:
    """Give the heaviest single words, ties in alphabetical order."""
    words = (term for term in terms if " " not in term)
    return tuple(nlargest(count, words, key=lambda term: (terms[term], term)))


class Centroid:
    """The sum of the sketches of a story, kept so that the cosine with it costs one pass over the smaller side."""

    __slots__ = ("_square", "terms")

    def __init__(self) -> None:
        self.terms: dict[str, float] = {}
        self._square = 0.0

    def cosine(self, other: Sketch) -> float:
        """Give the cosine of an entry with this story: 0 nothing in common, 1 the same."""
        mine = self.terms
        dot = sum(weight * mine.get(term, 0.0) for term, weight in other.terms.items())
        return dot / sqrt(self._square) if self._square else 0.0

    def shared(self, words: Iterable[str]) -> int:
        """Give how many of these words the story has."""
        return sum(word in self.terms for word in words)

    def cosine_with(self, other: Centroid) -> float:
        """Give the cosine of two stories."""
        squares = self._square * other._square
        return self._dot(other) / sqrt(squares) if squares else 0.0

    def add(self, other: Sketch) -> None:
        """Take one more entry in."""
        dot = sum(weight * self.terms.get(term, 0.0) for term, weight in other.terms.items())
        self._square += 2 * dot + (1.0 if other.terms else 0.0)
        for term, weight in other.terms.items():
            self.terms[term] = self.terms.get(term, 0.0) + weight

    def absorb(self, other: Centroid) -> None:
        """Take a whole story in."""
        self._square += 2 * self._dot(other) + other._square
        for term, weight in other.terms.items():
            self.terms[term] = self.terms.get(term, 0.0) + weight

    def _dot(self, other: Centroid) -> float:
        small, large = sorted((self.terms, other.terms), key=len)
        return sum(weight * large.get(term, 0.0) for term, weight in small.items())


def _weighed(words: list[str], idf: Idf) -> Iterator[tuple[str, float]]:
    """Yield each word and each pair of neighbours with its weight, where it has any."""
    before, before_weight = "", 0.0
    for word in words:
        weight = min(_RAREST, idf(word)) - _COMMON
        if weight > 0:
            yield word, weight
        pair_weight = _PAIR * (max(0.0, weight) + before_weight) / 2
        if before and pair_weight > 0:
            yield f"{before} {word}", pair_weight
        before, before_weight = word, max(0.0, weight)
