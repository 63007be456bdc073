"""Sentences that tell a time by the day they were written on: "on Wednesday", "yesterday", "last month".

Nothing is converted: a reader is told the day of the report instead, which is what such words count from.
"""

from __future__ import annotations

from datetime import datetime

import regex

from digests.core.calendar_words import WEEKDAY_NAMES, numbered
from digests.core.unspaced_attributions import UNSPACED

_PHRASES = (
    "today yesterday tomorrow tonight this_week last_week next_week this_month last_month next_month this_year "
    "last_year next_year this_morning heute gestern morgen vergangene_woche nächste_woche dieser_woche "
    "vergangenen_monat nächsten_monat hoy ayer mañana anoche esta_semana la_semana_pasada el_mes_pasado "
    "el_próximo aujourd'hui hier demain cette_semaine la_semaine_dernière le_mois_dernier hoje ontem amanhã "
    "na_semana_passada oggi ieri domani la_settimana_scorsa сьогодні вчора завтра минулого_тижня "
    "минулого_місяця сегодня вчера на_прошлой_неделе в_прошлом_месяце"
)
_UNSPACED = "今天|昨天|明天|今日|昨日|明日|上周|本周|下周|上个月|今年|去年|先週|今週|来週|先月|来月"
_WEEKDAYS = {form for language, words in WEEKDAY_NAMES.items() if language not in UNSPACED for form in numbered(words)}
_UNSPACED_WEEKDAYS = {form for language in UNSPACED for form in numbered(WEEKDAY_NAMES[language])}
_RELATIVE = regex.compile(
    r"(?<![\p{L}\p{M}])(?:"
    + "|".join(sorted({*_WEEKDAYS, *(phrase.replace("_", " ") for phrase in _PHRASES.split())}))
    + r")(?![\p{L}\p{M}])|"
    + "|".join((*sorted(_UNSPACED_WEEKDAYS), _UNSPACED)),
    regex.IGNORECASE,
)


def day_of_words(text: str, published: datetime, *, slot: datetime) -> datetime | None:
    """Give when a sentence was published, where its words count from that day and it is not the digest's own."""
    is_same_day = published.date() == slot.date()
    return None if is_same_day or not _RELATIVE.search(text) else published
