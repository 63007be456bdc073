"""Bundles by the keys they are found by: the few that could tell the same event as another. It decides nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from heapq import nlargest
from typing import Generic, TypeVar

from digests.core.bundles import Bundle

Name = TypeVar("Name", bound=Hashable)

# A key that more bundles share finds nothing any more; the other keys of the entry do. 60 to 500 gave the same B³-F1.
_CROWDED = 100
_COMPARED = 16  # best first by shared keys; 16, 64 and 200 gave the same B³-F1 within .002
_ASKED = 24  # keys of a large bundle; 24 to 100 gave the same


class Shelf(Generic[Name]):
    """Bundles under names, found by their keys.

    Finding costs the keys asked for times the bundles that share each, both bounded, however many there are.
    """

    def __init__(self) -> None:
        self._bundles: dict[Name, Bundle] = {}
        self._by_key: defaultdict[str, dict[Name, None]] = defaultdict(dict)  # in order, unlike a set

    def __len__(self) -> int:
        return len(self._bundles)

    def __contains__(self, name: Name) -> bool:
        return name in self._bundles

    def __getitem__(self, name: Name) -> Bundle:
        return self._bundles[name]

    def put(self, name: Name, bundle: Bundle, keys: Iterable[str]) -> None:
        """Keep a bundle, findable by these keys besides those it had."""
        self._bundles[name] = bundle
        for key in keys:
            self._by_key[key][name] = None

    def remove(self, name: Name) -> Bundle:
        """Take a bundle out."""
        bundle = self._bundles.pop(name)
        for key in bundle.keys:
            holders = self._by_key[key]
            holders.pop(name, None)
            if not holders:
                del self._by_key[key]
        return bundle

    def nearest(self, bundle: Bundle, *, besides: Name | None = None) -> Iterator[tuple[Name, Bundle]]:
        """Yield at most sixteen bundles that share most keys by weight, best first; of those level the first put."""
        weights = {key: bundle.weight(key) for key in bundle.keys}
        asked = nlargest(_ASKED, weights, key=lambda key: (weights[key], key)) if len(weights) > _ASKED else weights
        shared: defaultdict[Name, float] = defaultdict(float)
        for key in asked:
            holders = self._by_key.get(key, {})
            if len(holders) <= _CROWDED:
                weight = weights[key]
                for name in holders:
                    shared[name] += weight
        if besides is not None:
            shared.pop(besides, None)
        for name in nlargest(_COMPARED, shared, key=shared.__getitem__):
            yield name, self._bundles[name]
