"""Sentences that tell a time by the day they were written on: "on Wednesday", "yesterday", "last month".

Nothing is converted: a reader is told the day of the report instead, which is what such words count from.
"""

from __future__ import annotations

from datetime import datetime

import regex

_WORDS = (
    "today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday "
    "this_week last_week next_week this_month last_month next_month this_year last_year next_year this_morning "
    "heute gestern morgen montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag vergangene_woche "
    "nächste_woche dieser_woche vergangenen_monat nächsten_monat "
    "hoy ayer mañana anoche lunes martes miércoles jueves viernes sábado domingo esta_semana la_semana_pasada "
    "el_mes_pasado el_próximo "
    "aujourd'hui hier demain lundi mardi mercredi jeudi vendredi samedi dimanche cette_semaine la_semaine_dernière "
    "le_mois_dernier "
    "hoje ontem amanhã segunda-feira terça-feira quarta-feira quinta-feira sexta-feira na_semana_passada "
    "oggi ieri domani lunedì martedì mercoledì giovedì venerdì sabato domenica la_settimana_scorsa "
    "сьогодні вчора завтра понеділ вівтор середу четвер п'ятниц п’ятниц субот неділ минулого_тижня минулого_місяця "
    "сегодня вчера понедельник вторник среду пятниц воскресен на_прошлой_неделе в_прошлом_месяце"
)
_UNSPACED = (
    "今天|昨天|明天|今日|昨日|明日|上周|本周|下周|上个月|今年|去年|先週|今週|来週|先月|来月"
    "|星期[一二三四五六日天]|周[一二三四五六日]|[月火水木金土日]曜"
)
_RELATIVE = regex.compile(
    r"(?<![\p{L}\p{M}])(?:" + "|".join(word.replace("_", " ") for word in _WORDS.split()) + rf")|{_UNSPACED}",
    regex.IGNORECASE,
)


def day_of_words(text: str, published: datetime, *, slot: datetime) -> datetime | None:
    """Give when a sentence was published, where its words count from that day and it is not the digest's own."""
    is_same_day = published.date() == slot.date()
    return None if is_same_day or not _RELATIVE.search(text) else published
