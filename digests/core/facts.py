"""The facts a text states, by form: numbers with unit, names, dates, as normalised texts that can be compared.

"number:41000000 €", "name:ilse dorn", "word:police", "date:3-4", "year:2031", "turn:denial". Nothing here knows what is
true or what is new (`core.novelty` does); forms of seven languages are known, any other gives its digits and capitals.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from digests.core.calendar_words import MONTHS
from digests.core.numbers import numbers
from digests.core.turns import turns

TITLE_CASE = 0.7
"""Share of capitalised words (of four letters and more) from which a line's capitals name nobody. German prose, which
capitalises nouns, stays near 0.5; headlines in title case come to 0.9 and more."""

LONGEST_NAME = 6
"""Words; longer runs of capitals are shouting."""

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DATE = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.|º|er)?\s(?:de\s|of\s)?(?P<month>{_MONTH})\b"
    rf"|\b(?P<us_month>{_MONTH})\.?\s(?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![.,]\d)"
    r"|\b\d{4}-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)\b|(?P<cjk_month>\d{1,2})月(?P<cjk_day>\d{1,2})[日号號]",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_CLOCK = re.compile(
    r"\b\d{1,2}:\d\d(?::\d\d)?\b|\b\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\b\.?"
    r"|\b\d{1,2}[.h]\d\d(?=:\s|\s?(?:uhr|h|horas|heures)\b)"  # 11.25 Uhr, and 11.10: as live blogs have it
    r"|(?<=\bum )\d{1,2}\.\d\d\b|(?<=\blas )\d{1,2}\.\d\d\b|(?<=\bо )\d{1,2}\.\d\d\b",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_HALF_DAY = re.compile(r"[\d.:]+\s?(?P<half>[ap])\.?m\b", re.IGNORECASE)
_NOON = 12
_YEAR = re.compile(r"(?<![a-zà-ÿа-яґєії\d.,$€£¥-])(?P<year>(?:19|20)\d\d)(?:s\b|年|(?![\w%]|[.,]\d))", re.IGNORECASE)

_QUOTED = re.compile(r"[「《『](?P<name>[^」》』]{2,40})[」》』]")

_WORD = re.compile(r"[^\W\d_][\w]*(?:[’'-]\w+)*")
_OPENING = re.compile(r"(?:[.!?…:;]\s|[\"“„«(—–]\s?)\s*$")
_LONG = 4  # letters of a word that title case capitalises, and how many of them make a line worth judging
_POSSESSIVE = re.compile(r"['’]s?$")
_LINKS = frozenset({
    "of", "de", "da", "do", "di", "la", "le", "van", "von", "der", "den", "del", "al", "bin", "ibn",
})  # fmt: skip
NAMELESS = frozenset({*MONTHS,
    "the", "a", "an", "i", "he", "she", "it", "we", "they", "you", "in", "on", "at", "to", "by", "for", "from",
    "with", "and", "but", "or", "if", "as", "this", "that", "these", "those", "there", "when", "after", "before",
    "while", "since", "then", "what", "who", "how", "why", "where", "not", "no", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday", "montag", "dienstag", "mittwoch", "donnerstag", "freitag",
    "samstag", "sonntag", "mr", "mrs", "ms", "dr", "sir", "der",
    "die", "das", "ein", "eine", "le", "la", "les", "un", "une", "el", "los", "una", "os", "um", "uma",
})  # fmt: skip
"""Words whose capital names nobody: openers, weekdays and months (they are dates), forms of address."""
_NOUNS_CAPITALISED = frozenset({"de", "lb"})


@lru_cache(maxsize=2_000)  # editions that share feeds ask for the same entries one after another
def facts(text: str, language: str | None) -> frozenset[str]:
    """Give the facts of a text; lines are read apart, so put a title on a line of its own.

    A capitalised word that opens a sentence, and any in a line in title case, may be a name or not: it is a "word:".
    """
    text = unicodedata.normalize("NFKC", text)
    found = {f"name:{match['name'].casefold()}" for match in _QUOTED.finditer(text)}
    for line in text.split("\n"):
        found.update(_names(line, language))
    if _DIGIT.search(text):
        found.update(dates_named(text))
    found.update(number.fact for number in numbers(undated(text), language))
    found.update(f"turn:{turn}" for turn in turns(text))
    return frozenset(found)


def undated(text: str) -> str:
    """Give the text with its dates, years and times of day blanked, every other character where it was."""
    if not _DIGIT.search(text):
        return text
    for form in (_DATE, _CLOCK, _YEAR):
        text = form.sub(lambda match: " " * len(match[0]), text)
    return text


def times_of_day(text: str) -> frozenset[str]:
    """Give the times of day a text names, as "9:05" on a clock of 24 hours; without "p.m." as they are written."""
    found = set()
    for match in _CLOCK.finditer(text):
        hour, minute = (int(part) for part in [*_DIGITS.findall(match[0]), "0"][:2])
        half = _HALF_DAY.match(text, match.start())
        if half and hour <= _NOON:
            hour = hour % _NOON + (_NOON if half["half"].casefold() == "p" else 0)
        found.add(f"{hour}:{minute:02}")
    return frozenset(found)


def dates_named(text: str) -> Iterator[str]:
    """Yield the days of a text as "date:4-3" and its years as "year:2031"."""
    for match in _DATE.finditer(text):
        day, month = (
            next(v for k, v in match.groupdict().items() if v and k.endswith(end)) for end in ("day", "month")
        )
        number = int(month) if month.isdecimal() else MONTHS.get(month.casefold())
        if number:  # "aprıl" matches, as `re` folds a Turkish ı into i, and names no month
            yield f"date:{int(day)}-{number}"
    for match in _YEAR.finditer(text):
        yield f"year:{match['year']}"


def _names(line: str, language: str | None) -> Iterator[str]:
    words = list(_WORD.finditer(line))
    if language not in _NOUNS_CAPITALISED and _is_title_case([match[0] for match in words]):
        yield from (f"word:{_plain(match[0])}" for match in words if _is_capital(match[0]))
        return
    run: list[re.Match[str]] = []
    for match in words:
        joins = bool(run) and line[run[-1].end() : match.start()] in {" ", "-"}
        if _is_capital(match[0]) or (joins and match[0] in _LINKS):
            if not joins:
                yield from _name(run, line, language)
                run = []
            run.append(match)
        else:
            yield from _name(run, line, language)
            run = []
    yield from _name(run, line, language)


def _name(run: list[re.Match[str]], line: str, language: str | None) -> Iterator[str]:
    """Give one run of capitals as a name, or as words where its capitals may mean something else."""
    words = [match[0] for match in run]
    while words and words[-1] in _LINKS:
        words.pop()
    if not words:
        return
    begin = run[0].start()
    opens = begin == 0 or _OPENING.search(line[max(0, begin - 3) : begin]) is not None
    nouns_are_capitals = language in _NOUNS_CAPITALISED
    if opens and nouns_are_capitals:
        yield f"word:{_plain(words.pop(0))}"
    is_doubtful = opens or (nouns_are_capitals and not words[0].isupper())
    if len(words) > LONGEST_NAME or (len(words) == 1 and is_doubtful):
        yield from (f"word:{_plain(word)}" for word in words)
    elif words:
        yield "name:" + " ".join(_plain(word) for word in words)


def _is_capital(word: str) -> bool:
    return word[0].isupper() and len(word) > 1 and _plain(word) not in NAMELESS


def _is_title_case(words: list[str]) -> bool:
    long = [word for word in words if len(word) >= _LONG]
    return len(long) >= _LONG and sum(word[0].isupper() for word in long) >= TITLE_CASE * len(long)


def _plain(word: str) -> str:
    return _POSSESSIVE.sub("", word).casefold()
