"""How rare a term is among what is told these days: the town that everything in a local paper happens in tells little.

This is the inverse document frequency (Spärck Jones 1972) of the window. Documents are reports of one kind (`strands`):
entries would make the names of a large story common, stories would make a common name rare as soon as it had drawn
everything into one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import log

from digests.core.models import EntryId

# Worth .04 on the fortnight (tests/fortnight.py) and .01 on the development articles; headlines of two days lose .01.
_LEAST = 0.3  # .15 and .5 gave the same
_FEWEST = 100  # fewer strands prove nothing


class Rarity:
    """Counts in how many strands each term stands. A strand goes by its first entry."""

    def __init__(self) -> None:
        self._strands: dict[EntryId, tuple[str, ...]] = {}
        self._bearers: Counter[str] = Counter()

    def add(self, first: EntryId, terms: Iterable[str]) -> None:
        """Count a strand that was not counted."""
        self._strands[first] = tuple(terms)
        self._bearers.update(self._strands[first])

    def remove(self, entries: Iterable[EntryId]) -> None:
        """Count the strands that go by these entries no more."""
        for entry_id in entries:
            for term in self._strands.pop(entry_id, ()):
                self._bearers[term] -= 1
                if not self._bearers[term]:
                    del self._bearers[term]

    def of(self, term: str) -> float:
        """Give from 1, where one strand bears it or none, down to .3, where nearly all do."""
        bearers = self._bearers[term]
        if bearers <= 1:
            return 1.0
        return max(_LEAST, 1 - log(bearers) / log(max(_FEWEST, len(self._strands))))
