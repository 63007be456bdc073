"""Entries taken together: the sum of what they say, kept so that two bundles compare at the cost of the smaller."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from math import sqrt
from typing import Protocol

from digests.core.models import Entry
from digests.core.numbering import conflict, numbered
from digests.core.sketches import Sketch

UNDATED = datetime.min.replace(tzinfo=UTC)
"""The `published` of an entry whose time nobody knows: no window applies to it."""


SHARED = 0.2
"""Share of names, numbers and days in the likeness of reports in one language. .2 instead of none is worth .02 on the
fortnight (tests/fortnight.py) and nothing on the development files, .35 loses .01 to .02 on them."""


class Vector(Protocol):
    """What a text means, as an `Embedder` gives it: vectors that can be added, and multiplied with `@`."""

    def __add__(self, other: Vector, /) -> Vector:
        """Give the sum."""
        ...

    def __matmul__(self, other: Vector, /) -> float:
        """Give the product of all components, summed."""
        ...


class Bundle:
    """One entry or many as one: words by language, shared terms, meaning, numbered slots and span of time.

    A bundle of one entry keeps the entry's own sketch; `weighed` gives the one that may grow.
    """

    __slots__ = (
        "_meaning",
        "_meaning_square",
        "_seconds",
        "_square",
        "first",
        "keys",
        "last",
        "parts",
        "size",
        "slots",
    )

    def __init__(self, entry: Entry, sketch: Sketch, meaning: Vector | None = None) -> None:
        self.size = 1
        self.parts = {sketch.language: (sketch.words, sketch.shared)}
        self.keys = sketch.keys
        self.slots = numbered(entry.title)
        self.first = self.last = entry.published
        self._seconds = 0.0 if entry.published == UNDATED else entry.published.timestamp()
        self._square = (1 - SHARED) * bool(sketch.words) + SHARED * bool(sketch.shared)
        self._meaning = meaning
        self._meaning_square = 0.0 if meaning is None else float(meaning @ meaning)

    def weighed(self, rarity: Callable[[str], float]) -> Bundle:
        """Give a bundle of the same single entry, its terms weighing as much less as they are less rare (0 to 1)."""
        twin = object.__new__(Bundle)
        for name in Bundle.__slots__:
            setattr(twin, name, getattr(self, name))
        twin.parts = {
            language: (_scaled(words, rarity), _scaled(shared, rarity))
            for language, (words, shared) in self.parts.items()
        }
        return twin

    def absorb(self, other: Bundle) -> None:
        """Take another bundle in."""
        self._square += 2 * self._dot(other) + other._square
        if self.size == 1:  # what it shares with the bundle it was weighed from
            self.keys = dict(self.keys)
        for language, (words, shared) in other.parts.items():
            mine = self.parts.setdefault(language, ({}, {}))
            _add(mine[0], words)
            _add(mine[1], shared)
        self.keys |= other.keys
        self.slots = {
            kind: self.slots.get(kind, frozenset()) | other.slots.get(kind, frozenset())
            for kind in self.slots.keys() | other.slots.keys()
        }
        if UNDATED in (self.first, other.first):
            self.first = self.last = self.first if other.first == UNDATED else other.first
        else:
            self.first, self.last = min(self.first, other.first), max(self.last, other.last)
        self._seconds += other._seconds
        if self._meaning is not None and other._meaning is not None:
            self._meaning = self._meaning + other._meaning
            self._meaning_square = float(self._meaning @ self._meaning)
        self.size += other.size

    def cosine(self, other: Bundle) -> float:
        """Give how alike the words are, or across languages the shared terms: 0 nothing in common, 1 the same."""
        squares = self._square * other._square
        return self._dot(other) / sqrt(squares) if squares else 0.0

    @property
    def has_meaning(self) -> bool:
        """Whether what it means is known."""
        return self._meaning is not None

    def meaning_cosine(self, other: Bundle) -> float | None:
        """Give how alike the meanings are, from -1 to 1; None where one is not known."""
        if self._meaning is None or other._meaning is None:
            return None
        squares = self._meaning_square * other._meaning_square
        return float(self._meaning @ other._meaning) / sqrt(squares) if squares else 0.0

    def gap(self, other: Bundle) -> timedelta:
        """Give the time between the spans of two bundles; zero where they meet or one is unknown."""
        if UNDATED in (self.first, other.first):
            return timedelta()
        return max(self.first - other.last, other.first - self.last, timedelta())

    def age_apart(self, other: Bundle) -> timedelta:
        """Give the time between the mean dates of two bundles; zero where one is unknown."""
        if UNDATED in (self.first, other.first):
            return timedelta()
        return timedelta(seconds=abs(self._seconds / self.size - other._seconds / other.size))

    def keys_in_common(self, other: Bundle) -> int:
        """Give how many keys both are found by."""
        return len(self.keys.keys() & other.keys.keys())

    def contradicts(self, other: Bundle) -> bool:
        """Tell whether they name different numbered slots of one kind (day 2, day 21)."""
        return conflict(self.slots, other.slots)

    def weight(self, key: str) -> float:
        """Give how much a key weighs here."""
        return max(max(words.get(key, 0.0), shared.get(key, 0.0)) for words, shared in self.parts.values())

    def _dot(self, other: Bundle) -> float:
        total = 0.0
        for language, (words, shared) in self.parts.items():
            for others, (other_words, other_shared) in other.parts.items():
                by_words, by_shared = _dot(words, other_words), _dot(shared, other_shared)
                if language == others:
                    total += (1 - SHARED) * by_words + SHARED * by_shared
                else:  # near languages share words (Malay and Indonesian, a headline taken for another language)
                    total += max(by_words, by_shared)
        return total


def _dot(one: dict[str, float], other: dict[str, float]) -> float:
    if len(one) > len(other):
        one, other = other, one
    total = 0.0
    for term, weight in one.items():
        if term in other:
            total += weight * other[term]
    return total


def _scaled(terms: dict[str, float], rarity: Callable[[str], float]) -> dict[str, float]:
    scaled = {term: weight * rarity(term) for term, weight in terms.items()}
    length = sqrt(sum(weight * weight for weight in scaled.values()))
    return {term: weight / length for term, weight in scaled.items()} if length else scaled


def _add(total: dict[str, float], terms: dict[str, float]) -> None:
    for term, weight in terms.items():
        total[term] = total.get(term, 0.0) + weight
