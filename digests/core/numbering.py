"""Numbered slots in titles: day 2, matchday 30, Q3. Two entries that name different slots of a kind tell two stories.

Counts of other things ("12 hurt", then "15 hurt") are no slots: they change while a story goes on.
"""

from __future__ import annotations

from collections.abc import Mapping

import regex

_KINDS = {
    "day": "day jour día dia tag giorno dag dzień день gün",
    "week": "week semaine semana woche settimana vecka uke uge tydzień неделя тиждень hafta",
    "game": "game match partido jogo spiel partita матч гра",
    "round": "round matchday journée jornada rodada spieltag giornata runde kolejka тур раунд",
    "stage": "stage étape etapa etappe tappa heat leg етап этап",
    "part": "part partie parte teil część часть частина volume vol chapter chapitre capítulo kapitel",
    "episode": "episode épisode episodio episódio folge avsnitt odcinek серия серія эпизод епізод",
    "season": "season saison temporada staffel stagione säsong sezon сезон",
    "phase": "phase fase фаза",
    "edition": "edition issue number no nr № ausgabe numéro número numero выпуск випуск",
    "quarter": "quarter q",
    "week_zh": "周",
    "day_zh": "天",
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_WORDS = "|".join(sorted(map(regex.escape, _KIND_OF), key=len, reverse=True))
_SLOT = regex.compile(rf"(?<![\p{{L}}\p{{N}}])(?P<kind>{_WORDS})\.?[ -]?#?(?P<number>\d{{1,3}})(?![\p{{N}}.,]\d|\d|%)")
_ORDINAL = regex.compile(
    rf"(?<!\p{{N}})(?P<number>\d{{1,3}})(?:st|nd|rd|th|\.|ª|º|er|e|-й|-я)[ -](?P<kind>{_WORDS})(?!\p{{L}})"
)
_CHINESE = regex.compile(r"第(?P<number>\d{1,3})(?P<kind>[天轮輪集期季届屆场場回话話日])")


def numbered(title: str) -> Mapping[str, frozenset[int]]:
    """Give the slots a title names: kind → numbers."""
    found: dict[str, frozenset[int]] = {}
    lowered = title.lower()
    for form in (_SLOT, _ORDINAL, _CHINESE):
        for match in form.finditer(lowered):
            kind = _KIND_OF.get(match["kind"], match["kind"])
            found[kind] = found.get(kind, frozenset()) | {int(match["number"])}
    return found


def conflict(one: Mapping[str, frozenset[int]], other: Mapping[str, frozenset[int]]) -> bool:
    """Tell whether both name slots of one kind and none is the same."""
    return any(kind in other and numbers.isdisjoint(other[kind]) for kind, numbers in one.items())
