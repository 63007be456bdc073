"""Entries into events, all at once: whatever is most alike is merged first, until nothing is alike enough.

The outcome depends on what the entries say and when they were published, not on the order in which they came.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush
from typing import TypeAlias

from digests.core.bundles import Bundle
from digests.core.likeness import join
from digests.core.shelf import Shelf

_Pair: TypeAlias = tuple[float, int, int, int]
"""Likeness (negated), entries in both, and their places."""


def merge_alike(bundles: Sequence[Bundle], *, strictness: float = 1.0) -> list[list[int]]:
    """Give the groups of bundles that tell one event, as places in the sequence; the bundles are used up.

    Average linkage over sums (Voorhees 1986). Each merge looks at sixteen others: n bundles take about n·log n.
    """
    shelf: Shelf[int] = Shelf()
    for place, bundle in enumerate(bundles):
        shelf.put(place, bundle, bundle.keys)
    members = [[place] for place in range(len(bundles))]
    heap = [pair for place in range(len(bundles)) for pair in _alike(place, shelf, strictness)]
    heapify(heap)
    while heap:
        _, size, one, other = heappop(heap)
        if one not in shelf or other not in shelf or shelf[one].size + shelf[other].size != size:
            continue  # one of them has grown or gone since
        elder, younger = (one, other) if shelf[one].size >= shelf[other].size else (other, one)
        absorbed = shelf.remove(younger)
        shelf[elder].absorb(absorbed)
        shelf.put(elder, shelf[elder], absorbed.keys)
        members[elder] += members[younger]
        members[younger] = []
        for pair in _alike(elder, shelf, strictness):
            heappush(heap, pair)
    return [sorted(group) for group in members if group]


def _alike(place: int, shelf: Shelf[int], strictness: float) -> Iterator[_Pair]:
    bundle = shelf[place]
    for other, candidate in shelf.nearest(bundle, besides=place):
        if (alike := join(bundle, candidate, strictness=strictness)) is not None:
            yield -alike, bundle.size + candidate.size, min(place, other), max(place, other)
