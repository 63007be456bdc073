"""The figures of the gates, on material no rule was shaped on, and on the half that shaped them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from time import process_time

from digests.core.gates.judging import judge
from tests.core.gates.faithful import Faithful, Half, by_hand, by_rule
from tests.core.gates.material import Pack, invented, third_party
from tests.core.gates.mutants import Mutant, mutants, mutants_by_hand

REACH = {
    "name": 0.99, "number": 0.99, "unit": 0.99, "date": 0.99, "quote": 0.99, "polarity": 0.95, "speaker": 0.95,
    "modality": 0.95, "moved": 0.9,
}  # fmt: skip
"""Share of each kind of mutant that must be stopped (issue 12)."""
WRONGLY = 0.03
"""Share of faithful sentences that may be stopped."""
SEEN, READ = 240, 480
"""Third-party packs whose faithful sentences were looked at when the rules were mended, and all that are read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """How many of each kind were stopped, of how many, and the processor time of one sentence in milliseconds."""

    stopped: Counter[str]
    total: Counter[str]
    milliseconds: float

    def of(self, kind: str) -> float:
        """Give the share of a kind that was stopped."""
        return self.stopped[kind] / self.total[kind]

    @property
    def overall(self) -> float:
        """Give the share of all that was stopped."""
        return self.stopped.total() / max(1, self.total.total())


def of_mutants(items: Iterable[Mutant]) -> Shares:
    """Judge mutants, by kind."""
    return _shares([(item.kind, item) for item in items])


def of_faithful(items: Iterable[Faithful]) -> Shares:
    """Judge faithful sentences, those by hand apart from those by rule."""
    return _shares([("by hand" if item.way.startswith("by hand") else "by rule", item) for item in items])


def untrue(half: Half, *, with_third_party: bool) -> list[Mutant]:
    """Give the mutants of a half."""
    return [
        *mutants(_packs(half, with_third_party=with_third_party)),
        *mutants_by_hand(item for each in _hands(half) for item in by_hand(each)),
    ]


def true(half: Half, *, with_third_party: bool) -> list[Faithful]:
    """Give the faithful sentences of a half."""
    packs = _packs(half, with_third_party=with_third_party)
    if half == "unseen":  # those made of invented news were looked at
        packs = [pack for pack in packs if pack.is_third_party][SEEN:]
    return [*(item for each in _hands(half) for item in by_hand(each)), *by_rule(packs)]


def _hands(half: Half) -> tuple[Half, ...]:
    """Give what was written by hand for a half: all that was looked at shaped the rules."""
    return ("shaping", "second", "mended") if half == "shaping" else ("unseen",)


def _packs(half: Half, *, with_third_party: bool) -> Sequence[Pack]:
    found = [pack for pack in invented() if pack.is_shaping is (half == "shaping")]
    if with_third_party:
        found += [pack for pack in third_party() if pack.is_shaping is (half == "shaping")][:READ]
    return found


def _shares(items: Sequence[tuple[str, Mutant | Faithful]]) -> Shares:
    stopped, total = Counter[str](), Counter[str]()
    begin = process_time()
    for kind, item in items:
        total[kind] += 1
        stopped[kind] += judge(item.sentence, item.evidence) is not None
    return Shares(stopped=stopped, total=total, milliseconds=1000 * (process_time() - begin) / max(1, len(items)))
