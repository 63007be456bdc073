"""Whether a translation has the numbers and days of its sentence: the same ones, as often, as each language has them.

1.234,5 is 1,234.5 and 120 million is 1億2000万; "at least" stays with its number.
"""

from __future__ import annotations

from collections import Counter

import regex

from digests.core.gates.amounts import amounts
from digests.core.gates.days import days
from digests.core.gates.mark_words import Mark
from digests.core.gates.reading import Reading, read

_HAN_DIGITS = {sign: number for number, sign in enumerate("〇一二三四五六七八九")}
_TENS = {"十": 10, "百": 100, "千": 1000}
_HAN_NUMBER = regex.compile(
    r"[〇一二三四五六七八九十百千]+(?=人|名|隻|件|年|か?月|日|時|分|割|つ|台|機|頭|社|校|[かカヶ]所|回|倍|週|万|億|本|匹|軒|棟|枚|歳|位|票|点|度)"
)
_LARGE = regex.compile(r"(?:(?P<billions>[\d,]+)億)(?P<millions>[\d,]+)万(?P<rest>\d[\d,]*)?")
_LOOSE_THOUSANDS = regex.compile(r"(?<=\d)[\u00a0\u202f ](?=\d{3}(?!\d))")
_CASES = {
    "uk": "двох=2 двом=2 двома=2 трьох=3 трьом=3 трьома=3 чотирьох=4 чотирьом=4 п'яти=5 п'ятьох=5 шести=6 шістьох=6"
    " семи=7 сімох=7 восьми=8 вісьмох=8 дев'яти=9 дев'ятьох=9 десяти=10 десятьох=10 одинадцяти=11 дванадцяти=12",
}
_DECLINED = {
    language: {word: number for word, _, number in (pair.partition("=") for pair in words.split())}
    for language, words in _CASES.items()
}
_WORD = regex.compile(r"\p{L}+(?:['’]\p{L}+)*")
_TODAY = {
    "de": (r"(?<!\p{L})(?:am|jeden|den) morgen", "früh"),
    "es": (r"(?<!\p{L})esta (?:mañana|tarde|noche)|(?<=(?:por|de) la )mañana", "hoy"),
    "fr": (r"(?<!\p{L})(?:ce matin|ce soir|cet après-midi|cette nuit)(?!\p{L})", "aujourd'hui"),
    "pt": (r"(?<!\p{L})(?:esta|nesta) (?:manhã|tarde|noite)", "hoje"),
    "uk": (r"(?<!\p{L})(?:цього ранку|цього вечора|цієї ночі)", "сьогодні"),
    "ja": (r"今朝|今夜|今晩", "今日"),
}
"""Parts of a day that say which one: "this morning"; and mornings that are no tomorrow."""

_POUNDS = regex.compile(
    r"(?<=[\d\p{L}万億]\s?)(?:pounds?|pfund|libras?|livres?|фунт\p{L}*)(?!\p{L})|ポンド", regex.IGNORECASE
)
_OF_MONEY = regex.compile(
    r"(?<=(?:million\p{L}*|milli\p{L}*|mill\p{L}+|milh\p{L}+)\s)(?:de\s|d['’])(?=(?:euro|d[oóò]l|livre|libra))",
    regex.IGNORECASE,
)
_NO_MARKS: frozenset[Mark] = frozenset()
_AMBIGUOUS = {"uk": frozenset({Mark.AT_MOST})}  # "до" is "to" and "up to"

_DAYS_JA = regex.compile(r"(?<!月\d{0,2})(?<=\d)日(?=以内|以上|後|前|連続)")
_MONTH_JA = regex.compile(r"\d{1,2}月(?!\s?\d)")  # a month without a day is no number, `days` has it
_HAN = regex.compile(r"\p{Han}")
_ONE = ("1", "")  # "one of them" is a pronoun, and "1人" is not


def has_other_numbers(original: Reading, translation: Reading) -> bool:
    """Tell whether the numbers with their units and hedges are not the same, or one stands there more often."""
    unread = _AMBIGUOUS.get(original.language, _NO_MARKS) | _AMBIGUOUS.get(translation.language, _NO_MARKS)
    return _measures(original, unread) != _measures(translation, unread)


def has_other_days(original: Reading, translation: Reading) -> bool:
    """Tell whether the days, months, years and times are not the same ones."""
    own, theirs = (days(_with_today(reading)) for reading in (original, translation))
    return any(
        getattr(own, part) != getattr(theirs, part) for part in ("day_months", "weekdays", "years", "shifts", "times")
    ) or bool(own.months ^ theirs.months and not own.day_months)


def _measures(reading: Reading, unread: frozenset[Mark]) -> Counter[tuple[str, str, frozenset[str]]]:
    found = amounts(_in_digits(reading))
    measures = [(amount.value, _unit(amount.unit), amount.hedges - {"range"} - unread) for amount in found.all]
    return Counter(
        [*(each for each in measures if each[:2] != _ONE), *(("", label, frozenset[str]()) for label in found.labels)]
    )


def _unit(unit: str) -> str:
    """Give the unit as languages share it: counters of Japanese are none, nor is the year of an age."""
    return "" if unit == "year" or _HAN.fullmatch(unit) else unit


def _in_digits(reading: Reading) -> Reading:
    text = _LOOSE_THOUSANDS.sub("." if reading.language in {"de", "es", "fr", "pt", "uk"} else ",", reading.text)
    text = _POUNDS.sub("£", _OF_MONEY.sub("", text))
    if reading.language == "ja":
        text = _DAYS_JA.sub("日間", _MONTH_JA.sub("月", text))
        text = _LARGE.sub(lambda match: str(_large(match)), _HAN_NUMBER.sub(lambda match: str(_number(match[0])), text))
    if declined := _DECLINED.get(reading.language):
        text = _WORD.sub(lambda match: declined.get(match[0].casefold().replace("’", "'"), match[0]), text)
    return read(text, reading.language)


def _large(match: regex.Match[str]) -> int:
    parts = [int((match[name] or "0").replace(",", "")) for name in ("billions", "millions", "rest")]
    return parts[0] * 10**8 + parts[1] * 10**4 + parts[2]


def _number(signs: str) -> int:
    """Give a number in Chinese signs below ten thousand: 二十三 is 23, 二〇三一 is 2031."""
    if not any(sign in _TENS for sign in signs):
        return int("".join(str(_HAN_DIGITS[sign]) for sign in signs))
    total = digit = 0
    for sign in signs:
        if sign in _TENS:
            total, digit = total + max(1, digit) * _TENS[sign], 0
        else:
            digit = _HAN_DIGITS[sign]
    return total + digit


def _with_today(reading: Reading) -> Reading:
    form, today = _TODAY.get(reading.language, (r"(?!)", ""))
    return read(regex.sub(form, today, reading.text, flags=regex.IGNORECASE), reading.language)
