"""The numbers of a text with unit, hedge and range, and whether those of a sentence stand in what it cites."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

import regex

from digests.core.facts import undated
from digests.core.gates.function_words import UNSPACED_LANGUAGES
from digests.core.gates.mark_words import Mark
from digests.core.gates.reading import Reading
from digests.core.gates.spelled_numbers import in_digits
from digests.core.gates.units import unit_after
from digests.core.numbers import Number, numbers

_HEDGES = (Mark.AT_LEAST, Mark.AT_MOST, Mark.ABOUT)
_GAP = 8  # characters between a hedge and its number: an article, a sign of money
_GLUED = regex.compile(r"(?<=\d)-(?=\p{L})|(?<=\d[ ](?:m|b|tr)illion)-(?=\p{L})")
_AGE = regex.compile(r"[\s-]?years?[\s-]old\b", regex.IGNORECASE)  # the 28-year-old is "Obrecht, 28,"
_HYPHEN = regex.compile(r"(?<=\d)-(?=\d)")
_RANGE = regex.compile(
    r"(?<![\d.,])(?P<low>\d{1,6})(?:\s?[–—〜~]\s?|から|\s(?:to|bis|a|à|до)\s)\s*(?P<high>\d{1,6})(?![\d.,]\d|\d)"
)
_BETWEEN = regex.compile(
    r"\b(?:between|zwischen|entre|між)\s(?P<low>\d[\d.,]*)(?:\s\p{L}+)?\s(?:and|und|y|et|e|і|та)\s(?P<high>\d[\d.,]*)",
    regex.IGNORECASE,
)
_WITHIN = regex.compile(
    r"\b(?:within|innerhalb(?: von)?|binnen|en moins de|em menos de|en menos de|протягом)\s$", regex.IGNORECASE
)
_BOTH = regex.compile(r"\b(?:both|beide[nrs]?|ambos|ambas|les deux|обидв\p{L}+|обоє)\b|両", regex.IGNORECASE)
_BOTH_OF_THEM = regex.compile(
    r"(?<=\bthe\s)two\s(?:of|are|were|have|had|will|would|could|may|said|say|also|then|now)\b", regex.IGNORECASE
)
_ESTIMATED = regex.compile(
    r"\b(?:estimat|valued at|put at|reckon|schätz|geschätzt|estim|calcul|оцін)", regex.IGNORECASE
)
_NUMBERED = regex.compile(r"[\p{L}\p{M}]*+\d[\p{L}\p{M}\d]*+")
_DIGITS = regex.compile(r"[\d.,' \u00a0]*\d|\p{L}+")
_WORD_BETWEEN = regex.compile(r"[,;:.!?]|\p{L}{3}")
_MILLION = 10**6
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
    text = _GLUED.sub(" ", _HYPHEN.sub("–", in_digits(undated(reading.text), reading.language)))
    found, rest = [], list(text)
    for number in numbers(text, reading.language, with_one=True):
        unit = unit_after(text, number.end) if number.unit in {"", "time"} else number.unit
        unit = unit or (unit_after(text, number.start + _digits_length(text, number.start)) if number.unit else "")
        unit = "" if _AGE.match(text, number.end) or _AGE.search(text, number.start, number.end + 8) else unit
        hedges = _hedges(reading, text, number.start, number.end, unit)
        start = number.start
        while start and text[start - 1] == " " != reading.text[start - 1]:
            start -= 1  # it was a word longer than its digits
        value = _scaled(number, text, reading.language)
        found.append(Amount(value, unit, hedges, start, number.end))
        rest[number.start : number.end] = " " * (number.end - number.start)
    return Amounts(tuple(found), frozenset(_NUMBERED.findall("".join(rest).casefold())))


def has_foreign_number(sentence: Reading, cited: Sequence[Reading], titles: Sequence[Reading]) -> bool:
    """Tell whether a number of the sentence, with its unit and hedges, stands in nothing it cites.

    Headlines leave "at least" out: a title speaks for a number only where the sentences cited do not have it.
    """
    own = amounts(sentence)
    theirs = [amounts(each) for each in (*cited, *titles)]
    known: dict[tuple[str, str], set[frozenset[str]]] = {}
    for texts in (cited, titles):
        in_texts = [(amount, each) for each in texts for amount in amounts(each).all if amount.measure not in known]
        for amount, each in in_texts:
            known.setdefault(amount.measure, set()).update(_same_hedges(amount, each))
    if any(_BOTH.search(each.text) for each in (*cited, *titles)):
        known.setdefault(("2", ""), set()).add(frozenset())
    counted = [amount for amount in own.all if not _BOTH_OF_THEM.match(sentence.text, amount.start)]
    if any(not _is_known(amount, own.all, known) for amount in counted):
        return True
    if not own.labels <= {label for each in theirs for label in each.labels}:
        return True
    vague = {sentence.text[mark.start : mark.end].casefold() for mark in sentence.of(Mark.VAGUE)}
    return not vague <= {
        each.text[mark.start : mark.end].casefold() for each in (*cited, *titles) for mark in each.of(Mark.VAGUE)
    }


def _is_known(amount: Amount, own: Sequence[Amount], known: dict[tuple[str, str], set[frozenset[str]]]) -> bool:
    """Tell whether a number is the evidence's; one without a unit may be an age, or have another's in the sentence."""
    units = {amount.unit} | ({"year", *(one.unit for one in own)} if not amount.unit else set())
    return any(amount.hedges in known.get((amount.value, unit), ()) for unit in units)


def _same_hedges(amount: Amount, reading: Reading) -> Iterator[frozenset[str]]:
    """Yield the hedges a sentence may have for a number: "within two days" is under two, "valued at" an estimate."""
    yield amount.hedges
    if _WITHIN.search(reading.text, 0, amount.start):
        yield amount.hedges | {Mark.AT_MOST}
    if _ESTIMATED.search(reading.text):
        yield amount.hedges | {"about"}


def _scaled(number: Number, text: str, language: str) -> str:
    """Give the value of a number; the first of "320 to 350 million" counts millions as well."""
    for match in _ranges(text):
        if match.start("low") == number.start and match.end("low") == number.end and match["high"].isdecimal():
            high = next(numbers(text[match.start("high") :], language), None)
            if high is not None and Decimal(high.value) >= _MILLION > int(match["high"]):
                return f"{Decimal(number.value) * Decimal(high.value) / int(match['high']):.0f}"
    return number.value


@lru_cache(maxsize=256)
def _ranges(text: str) -> tuple[regex.Match[str], ...]:
    """Give the ranges of a text: "3–4 days", "5 to 10"; where the second is less, it is a score or a vote."""
    found = (match for match in _RANGE.finditer(text) if int(match["low"]) < int(match["high"]))
    return (*found, *_BETWEEN.finditer(text))


def _digits_length(text: str, start: int) -> int:
    match = _DIGITS.match(text, start)
    return len(match[0]) if match else 0


def _hedges(reading: Reading, text: str, start: int, end: int, unit: str) -> frozenset[str]:
    found: set[str] = set()
    for kind in _HEDGES:
        for mark in reading.of(kind):
            before = 0 <= start - mark.end <= _GAP and not _WORD_BETWEEN.search(text, mark.end, start)
            after = reading.language in UNSPACED_LANGUAGES and 0 <= mark.start - end <= _GAP // 2
            is_while = unit in _DURATIONS and reading.text[mark.start : mark.end].casefold() in {"over", "über"}
            if (before or after) and not is_while:
                found.add("about" if kind is Mark.ABOUT else kind)
    if any(match.start() < end and start < match.end() for match in _ranges(text)):
        found.add("range")
    return frozenset(found)
