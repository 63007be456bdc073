"""How grave an event is for people, as reports name it: lives first, then freedom, office and law.

A story's gravity is what at least two outlets say, so that none can talk itself up the page by strong words.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import log10

from digests.core.facts import undated
from digests.core.models import Entry
from digests.core.numbers import numbers
from digests.core.turns import turns

READ = 120
"""Characters of a text beside its title: what a report says first is what it is about."""

DEATH = 0.6
"""Of 1; the rest comes with the logarithm of how many, full at a thousand."""

_KINDS = {
    "rescue": 0.4, "verdict": 0.3, "arrest": 0.3, "charge": 0.3, "resignation": 0.4, "approval": 0.3, "agreement": 0.3,
    "acquittal": 0.3, "end": 0.1, "denial": 0.1, "fine": 0.1, "delay": 0.1,
}  # fmt: skip
_AROUND = 25  # characters between a number and the word that says they died
_MANY = 3  # powers of ten


def gravity(entries: Iterable[Entry]) -> float:
    """Give the gravity of a story, from 0 to 1: the second highest of what its outlets say, 0 where there is one."""
    by_outlet: dict[str, float] = {}
    for entry in entries:
        by_outlet[entry.outlet] = max(by_outlet.get(entry.outlet, 0.0), _of(entry))
    return sorted(by_outlet.values())[-2] if len(by_outlet) > 1 else 0.0


def _of(entry: Entry) -> float:
    text = undated(f"{entry.title}\n{entry.text[:READ]}")
    named = turns(text)
    if "death" not in named:
        return max((_KINDS.get(turn, 0.0) for turn in named), default=0.0)
    dead = [
        float(number.value)
        for number in numbers(text, entry.language)
        if not number.unit and "death" in turns(text[max(0, number.start - _AROUND) : number.end + _AROUND])
    ]
    return DEATH + (1 - DEATH) * min(1.0, log10(max(dead, default=1.0)) / _MANY)
