"""Which numbers of a story have changed: what the same thing was before, and where that stood.

Errs towards silence: the same unit and the same counted word, or words around them, must agree.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from digests.core.editions import Told
from digests.core.facts import undated
from digests.core.models import Entry, EntryId
from digests.core.numbers import Number, numbers
from digests.core.text import tokens

_AROUND = 60  # characters on either side: about nine words
_SHORTEST = 4  # letters of a word that says what is counted
# Words around two numbers that count the same thing: with the word after them the same, or with a unit alone.
_IN_COMMON, _IN_COMMON_BY_UNIT = 3, 4
_TIMES = 20  # a number this many times another counts something else
_READ = 3_000  # characters of a text
_DURATION = "time"
# What comes on top of a number is no new state of it.
_ONE_MORE = re.compile(
    r"\b(?:another|further|other|some|weitere[nr]?|andere[nr]?|otr[ao]s|d['’]autres|outr[ao]s|altr[ie]|ще|інш(?:і|их)|еще"
    r"|ещё)\s(?:some\s)?$",
    re.IGNORECASE,
)
_ONE_MORE_WITHIN = 16  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A number as it is printed `now`, and as it `was` in an entry told before."""

    was: str
    now: str
    entry_id: EntryId


@dataclass(frozen=True, slots=True)
class _Measure:
    number: Number
    shown: str
    counted: str
    around: frozenset[str]


def changed_numbers(text: str, *, language: str | None, before: Sequence[Entry], told: Told) -> tuple[Change, ...]:
    """Give the numbers of a new sentence that stood differently in entries `before`, the newest of them first asked.

    Only numbers that were `told` count, and none that the sentence itself still names.
    """
    now = _measures(text, language)
    named = {measure.number.value for measure in now}
    older = [
        (measure, entry.id)
        for entry in sorted(before, key=lambda entry: entry.published, reverse=True)
        for measure in _measures(f"{entry.title}\n{entry.text[:_READ]}", entry.language)
        if measure.number.fact in told.facts and measure.number.value not in named
    ]
    changes = []
    for measure in now:
        if measure.number.fact in told.facts:
            continue
        same = next(((was, entry_id) for was, entry_id in older if _count_the_same(measure, was)), None)
        if same:
            changes.append(Change(was=same[0].shown, now=measure.shown, entry_id=same[1]))
    return tuple(changes)


def _measures(text: str, language: str | None) -> list[_Measure]:
    found = []
    for number in numbers(undated(text), language):
        if number.unit == _DURATION or _ONE_MORE.search(text[max(0, number.start - _ONE_MORE_WITHIN) : number.start]):
            continue
        after = tokens(text[number.end : number.end + _AROUND], language)
        around = [*tokens(text[max(0, number.start - _AROUND) : number.start], language), *after]
        found.append(
            _Measure(
                number,
                " ".join(text[number.start : number.end].split()),
                after[0] if after and len(after[0]) >= _SHORTEST else "",
                frozenset(word for word in around if len(word) >= _SHORTEST and not word[0].isdigit()),
            )
        )
    return found


def _count_the_same(one: _Measure, other: _Measure) -> bool:
    if one.number.unit != other.number.unit:
        return False
    small, large = sorted((float(one.number.value), float(other.number.value)))
    if small == large or large > _TIMES * small:
        return False
    in_common = len(one.around & other.around)
    if one.counted and one.counted == other.counted:
        return in_common >= _IN_COMMON
    return bool(one.number.unit) and in_common >= _IN_COMMON_BY_UNIT
