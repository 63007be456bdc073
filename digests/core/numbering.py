"""Numbered slots in titles: day 2, matchday 30, Q3. Two entries that name different slots of a kind tell two stories.

Counts of other things ("12 hurt", then "15 hurt") are no slots: they change while a story goes on. Nor are seasons,
episodes and chapters: reports of one trailer named seasons 2, 4 and 18, of one bankruptcy chapters 11 and 15.
"""

from __future__ import annotations

from collections.abc import Mapping

import regex

_KINDS = {
    "day": "day jour día dia tag giorno dag dzień день gün 天 日",
    "week": "week semaine semana woche settimana vecka uke uge tydzień неделя тиждень hafta 周",
    "game": "game match partido jogo spiel partita матч гра test 场 場",
    "round": "round matchday journée jornada rodada spieltag giornata runde kolejka тур раунд 轮 輪",
    "stage": "stage étape etapa etappe tappa heat leg етап этап",
    "part": "part partie parte teil część часть частина",
    "quarter": "quarter q",
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_WORDS = "|".join(sorted(map(regex.escape, _KIND_OF), key=len, reverse=True))
_SLOT = regex.compile(rf"(?<![\p{{L}}\p{{N}}])(?P<kind>{_WORDS})\.?[ -]?#?(?P<number>\d{{1,3}})(?![.,-]?\d|%)")
_ORDINAL = regex.compile(
    rf"(?<!\p{{N}})(?P<number>\d{{1,3}})(?:st|nd|rd|th|\.|ª|º|er|e|-й|-я)[ -](?P<kind>{_WORDS})(?!\p{{L}})"
)
_WORDED = regex.compile(r"\b(?P<number>first|second|third|fourth)[ -](?P<kind>quarter|day|round)\b")
_WORDED_NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_READ = 300  # characters; what is longer is no title
# At the very start of a title, whatever the word: "Lecture 9: …"
_SERIES = regex.compile(r"(?P<kind>\p{L}{2,20}) #?(?P<number>\d{1,3})(?:\s*:| [–—-] )")
_CHINESE = regex.compile(r"第(?P<number>\d{1,3})(?P<kind>[天轮輪场場])")


def numbered(title: str) -> Mapping[str, frozenset[int]]:
    """Give the slots a title names: kind → numbers."""
    found: dict[str, frozenset[int]] = {}
    lowered = title[:_READ].lower()
    matches = [match for form in (_SLOT, _ORDINAL, _WORDED, _CHINESE) for match in form.finditer(lowered)]
    if series := _SERIES.match(lowered):
        matches.append(series)
    for match in matches:
        kind = _KIND_OF.get(match["kind"], match["kind"])
        found[kind] = found.get(kind, frozenset()) | {_WORDED_NUMBERS.get(match["number"]) or int(match["number"])}
    return found


def conflict(one: Mapping[str, frozenset[int]], other: Mapping[str, frozenset[int]]) -> bool:
    """Tell whether both name slots of one kind and none is the same."""
    return any(kind in other and numbers.isdisjoint(other[kind]) for kind, numbers in one.items())
