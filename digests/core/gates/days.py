"""The days, months, years and times a text names, and whether those of a sentence are the evidence's.

A weekday or "yesterday" counts from the day the entry was published, never from the day of the digest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

import regex

from digests.core.calendar_words import MONTH_NAMES, WEEKDAY_NAMES, numbered
from digests.core.facts import dates_named, times_of_day
from digests.core.gates.function_words import UNSPACED_LANGUAGES
from digests.core.gates.reading import Reading

_DAYS = {
    0: "today tonight this_(?:morning|evening|afternoon) heute hoy aujourd['’]hui hoje сьогодні 今日 本日 きょう",
    -1: "yesterday last_night gestern ayer anoche hier ontem вчора 昨日 きのう",
    1: "tomorrow morgen mañana demain amanhã завтра 明日 あす",
}
_PHRASES = (
    "(?:last|next|this|past|coming)_(?:week|weekend|month|year|spring|summer|autumn|winter)"
    " (?:vergangene|nächste|diese|letzte|kommende)[nrms]?_(?:woche|monat|jahr|wochenende) (?:la|esta|próxima)_semana(?:_pasada|_que_viene)?"
    " (?:el|este|próximo)_(?:mes|año)(?:_pasado|_que_viene)? la_semaine_(?:dernière|prochaine) cette_(?:semaine|année)"
    " (?:le_mois|l['’]an)_(?:dernier|prochain) (?:na|esta)_semana(?:_passada|_que_vem)? (?:no|este)_(?:mês|ano)(?:_passado)?"
    " (?:минулого|наступного|цього)_(?:тижня|місяця|року) 先週 今週 来週 先月 今月 来月 昨年 今年 来年 去年"
)
_PARTS = {
    "morning": "morning (?:\\p{L}+tag|am_)?(?:morgen|vormittag)s? (?:por|de)_la_mañana madrugada matin matinée manhã вранці ранку 朝 午前",
    "afternoon": "afternoon noon midday (?:\\p{L}+tag)?(?:nachmittag|mittag)s? la_tarde après-midi midi tarde опівдні 午後 昼",
    "evening": "evening (?:\\p{L}+tag)?abends? la_noche soir soirée noite ввечері увечері вечора 夕方 夕",
    "night": "night overnight midnight (?:\\p{L}+tag)?nachts? medianoche nuit minuit meia-noite вночі уночі опівночі ночі 夜 深夜 未明",
}  # fmt: skip
_CAPITALISED = frozenset({"en"})  # languages in which "may" and "march" without a capital are no months
_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """What a text says of time: `day_months` as "4-3", `weekdays` from 1, `shifts` in days from the day it is told."""

    day_months: frozenset[str]
    weekdays: frozenset[int]
    months: frozenset[int]
    years: frozenset[int]
    shifts: frozenset[int]
    phrases: frozenset[str]
    parts: frozenset[str]
    times: frozenset[str]

    def resolved(self, published: datetime) -> Iterator[date]:
        """Yield every day that may be meant in an entry published then."""
        today = published.date()
        for shift in self.shifts:
            yield today + timedelta(days=shift)
        for weekday in self.weekdays:
            back = (today.isoweekday() - weekday) % _WEEK
            yield from (today - timedelta(days=back), today - timedelta(days=back - _WEEK))
        for day_month in self.day_months:
            day, month = map(int, day_month.split("-"))
            years = self.years or {today.year - 1, today.year, today.year + 1}
            days = [found for year in years if (found := _date(year, month, day))]
            yield from sorted(days, key=lambda found: abs(found - today))[:1]


@lru_cache(maxsize=2048)
def days(reading: Reading) -> Days:
    """Read what a text says of time."""
    text, forms = reading.text, _forms(reading.language)
    named = dates_named(text)
    return Days(
        day_months=frozenset(name.removeprefix("date:") for name in named if name.startswith("date:")),
        years=frozenset(int(name.removeprefix("year:")) for name in named if name.startswith("year:")),
        weekdays=frozenset(forms.weekdays[match["name"].casefold()] for match in forms.weekday.finditer(text)),
        months=frozenset(
            forms.months[match["name"].casefold()]
            for match in forms.month.finditer(text)
            if reading.language not in _CAPITALISED or match["name"][0].isupper() and match.start()
        ),
        shifts=frozenset(shift for shift, form in forms.shifts.items() if form.search(text)),
        phrases=frozenset(match[0].casefold() for match in forms.phrase.finditer(text)),
        parts=frozenset(part for part, form in forms.parts.items() if form.search(text)),
        times=times_of_day(text),
    )


def has_foreign_day(sentence: Reading, cited: Sequence[tuple[Reading, datetime]]) -> bool:
    """Tell whether a day, month, year or time of the sentence is none of what it cites, told when that was published."""
    own = days(sentence)
    theirs = [(days(each), published) for each, published in cited]
    resolved = {day for each, published in theirs for day in each.resolved(published)}
    day_months = {name for each, _ in theirs for name in each.day_months} | {f"{day.day}-{day.month}" for day in resolved}
    weekdays = {day for each, _ in theirs for day in each.weekdays} | {day.isoweekday() for day in resolved}
    months = {month for each, _ in theirs for month in each.months} | {day.month for day in resolved}
    years = {year for each, _ in theirs for year in each.years} | {day.year for day in resolved}
    years |= {published.year for each, published in theirs if each.months}
    times = {time for each, _ in theirs for time in each.times}
    parts = {part for each, _ in theirs for part in each.parts}
    return not (
        own.day_months <= day_months
        and own.weekdays <= weekdays
        and own.months <= months
        and own.years <= years
        and own.shifts <= {shift for each, _ in theirs for shift in each.shifts}
        and own.phrases <= {phrase for each, _ in theirs for phrase in each.phrases}
        and (own.parts <= parts or times)
        and own.times <= times
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Forms:
    weekday: regex.Pattern[str]
    weekdays: dict[str, int]
    month: regex.Pattern[str]
    months: dict[str, int]
    shifts: dict[int, regex.Pattern[str]]
    phrase: regex.Pattern[str]
    parts: dict[str, regex.Pattern[str]]


@lru_cache(maxsize=16)
def _forms(language: str) -> _Forms:
    weekdays = numbered(WEEKDAY_NAMES.get(language, ""))
    months = numbered(MONTH_NAMES.get(language, ""))
    if language == "ja":
        months = {f"{number}月": number for number in range(12, 0, -1)}
    if language == "pt":  # "segunda" and "quarta" are ordinals too
        weekdays = {name: day for name, day in weekdays.items() if "-" in name or name in {"sábado", "domingo"}}
    is_spaced = language not in UNSPACED_LANGUAGES
    tail = r"(?:s|['’]s|morgen|vormittag|mittag|nachmittag|abend|nacht)?s?"
    return _Forms(
        weekday=_any(weekdays, is_spaced=is_spaced, tail=tail),
        weekdays=weekdays,
        month=_any(months, is_spaced=is_spaced),
        months=months,
        shifts={shift: _phrases(words, is_spaced=is_spaced) for shift, words in _DAYS.items()},
        phrase=_phrases(_PHRASES, is_spaced=is_spaced),
        parts={part: _phrases(words, is_spaced=is_spaced) for part, words in _PARTS.items()},
    )


def _any(names: dict[str, int], *, is_spaced: bool, tail: str = "") -> regex.Pattern[str]:
    forms = "|".join(sorted(map(regex.escape, names), key=len, reverse=True)) or r"(?!)"
    if not is_spaced:
        return regex.compile(rf"(?<!\d)(?P<name>{forms})(?!\d)")
    return regex.compile(rf"(?<![\p{{L}}\p{{M}}])(?P<name>{forms}){tail}(?![\p{{L}}\p{{M}}])", regex.IGNORECASE)


def _phrases(words: str, *, is_spaced: bool) -> regex.Pattern[str]:
    forms = "|".join(word.replace("_", " ") for word in words.split())
    return regex.compile(rf"(?<![\p{{L}}\p{{M}}])(?:{forms})(?![\p{{L}}\p{{M}}])" if is_spaced else forms, regex.I)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
