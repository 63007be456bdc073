"""The numbers of a text with unit, hedge and range, and whether those of a sentence stand in what it cites."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import regex

from digests.core.facts import undated
from digests.core.gates.function_words import UNSPACED_LANGUAGES
from digests.core.gates.mark_words import Mark
from digests.core.gates.reading import Reading
from digests.core.gates.spelled_numbers import in_digits
from digests.core.gates.units import unit_after
from digests.core.numbers import numbers

_HEDGES = (Mark.AT_LEAST, Mark.AT_MOST, Mark.ABOUT)
_GAP = 8  # characters between a hedge and its number: an article, a sign of money
_HYPHEN = regex.compile(r"(?<=\d)-(?=\d)")
_RANGE_BEFORE = regex.compile(r"\d\s?(?:–|—|〜|~|から|to|bis|a|à|до)\s?$")
_RANGE_AFTER = regex.compile(r"\s?(?:–|—|〜|~|から|(?:to|bis|a|à|до)\s)\s?\d")
_NUMBERED = regex.compile(r"[\p{L}\p{M}]*+\d[\p{L}\p{M}\d]*+")
_DURATIONS = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})


class Amount(NamedTuple):
    """`unit` in one word for all languages; `hedges` is what "at least", "about" or a range make of it."""

    value: str
    unit: str
    hedges: frozenset[str]
    start: int
    end: int

    @property
    def measure(self) -> tuple[str, str]:
        """What must be the same in the evidence."""
        return self.value, self.unit


class Amounts(NamedTuple):
    """The numbers of a text, and what else in it has a digit: A320, COVID-19."""

    all: tuple[Amount, ...]
    labels: frozenset[str]


@lru_cache(maxsize=2048)
def amounts(reading: Reading) -> Amounts:
    """Give the numbers of a text without its dates and times, in order."""
    text = _HYPHEN.sub("–", in_digits(undated(reading.text), reading.language))
    found, rest = [], list(text)
    for number in numbers(text, reading.language, with_one=True):
        unit = unit_after(text, number.end) if number.unit in {"", "time"} else number.unit
        unit = unit or (unit_after(text, number.start + _digits_length(text, number.start)) if number.unit else "")
        hedges = _hedges(reading, text, number.start, number.end, unit)
        found.append(Amount(number.value, unit, hedges, number.start, number.end))
        rest[number.start : number.end] = " " * (number.end - number.start)
    return Amounts(tuple(found), frozenset(_NUMBERED.findall("".join(rest).casefold())))


def has_foreign_number(sentence: Reading, cited: Sequence[Reading]) -> bool:
    """Tell whether a number of the sentence, with its unit and hedges, stands in nothing it cites."""
    own = amounts(sentence)
    theirs = [amounts(each) for each in cited]
    known = {amount.measure: set[frozenset[str]]() for each in theirs for amount in each.all}
    for each in theirs:
        for amount in each.all:
            known[amount.measure].add(amount.hedges)
    if any(amount.hedges not in known.get(amount.measure, ()) for amount in own.all):
        return True
    if not own.labels <= {label for each in theirs for label in each.labels}:
        return True
    vague = {sentence.text[mark.start : mark.end].casefold() for mark in sentence.of(Mark.VAGUE)}
    return not vague <= {each.text[mark.start : mark.end].casefold() for each in cited for mark in each.of(Mark.VAGUE)}


def _digits_length(text: str, start: int) -> int:
    match = regex.compile(r"[\d.,' \u00a0]*\d|\p{L}+").match(text, start)
    return len(match[0]) if match else 0


def _hedges(reading: Reading, text: str, start: int, end: int, unit: str) -> frozenset[str]:
    found: set[str] = set()
    for kind in _HEDGES:
        for mark in reading.of(kind):
            before = 0 <= start - mark.end <= _GAP and not regex.search(r"[,;:.!?]|\p{L}{3}", text[mark.end : start])
            after = reading.language in UNSPACED_LANGUAGES and 0 <= mark.start - end <= _GAP // 2
            is_while = unit in _DURATIONS and reading.text[mark.start : mark.end].casefold() in {"over", "über"}
            if (before or after) and not is_while:
                found.add("about" if kind is Mark.ABOUT else kind)
    if _RANGE_BEFORE.search(text, max(0, start - 8), start) or _RANGE_AFTER.match(text, end):
        found.add("range")
    return frozenset(found)
