"""Numbers in a text, by value and unit and with their place: 41 million €, 2,75 %, "eleven"; in seven languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple


class Number(NamedTuple):
    """`text[start:end]` is the number with its scale and unit; `unit` is a sign, "time" for a duration, or empty."""

    value: str
    unit: str
    start: int
    end: int

    @property
    def fact(self) -> str:
        """What stands in the ledger for it."""
        return f"number:{self.value} {self.unit}".rstrip()


_NUMBER = re.compile(
    r"(?P<money>[$€£¥₴₹₽₩₺])?\s?(?<![a-zà-ÿа-яґєії\d.,/-])"
    r"(?P<digits>\d{1,3}(?:[,.' \u00a0\u202f]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?)"
    r"(?:(?P<short>[km])\b|\s?(?P<scale>thousand|millionen|million|billion|trillion|bn\b|mln|mio|mrd|milliarden|milliarde"
    r"|millones|milhões|milliards|milliard|тис|млн|мільйон|млрд|мільярд|[万億亿])s?\.?|(?![a-zß-ÿ]))"
    r"(?:\s?(?P<unit>%|[$€£¥₴₹₽₩₺]|percent\b|per cent\b|prozent\b|por ciento\b|por cento\b|pour cent\b|відсотк"
    r"|dollars?\b|euros?\b|pounds?\b|yuan\b|yen\b)"
    r"|[\s-](?P<time>second|minute|hour|day|week|month|year|stunde|tag|woche|monat|jahr|heure|jour|semaine|mois|ans\b"
    r"|hora|día|semana|mes|año|годин|д[еєн]н|тижн|місяц|рок))?",
    re.IGNORECASE,
)
_SCALES = {
    "k": 10**3, "thousand": 10**3, "тис": 10**3, "万": 10**4, "億": 10**8, "亿": 10**8, "billion": 10**9, "bn": 10**9,
    "mrd": 10**9, "milliarde": 10**9, "milliarden": 10**9, "milliard": 10**9, "milliards": 10**9, "млрд": 10**9,
    "мільярд": 10**9, "trillion": 10**12,
}  # fmt: skip
_UNITS = {
    "dollar": "$",
    "dollars": "$",
    "euro": "€",
    "euros": "€",
    "pound": "£",
    "pounds": "£",
    "yuan": "¥",
    "yen": "¥",
}
_MILLION = 10**6
_POINT = frozenset({None, "en", "he", "hi", "ja", "ko", "th", "zh"})
_LONGEST_NUMBER = 15  # digits; beyond that it is a telephone or an order number

_SPELLED = {
    language: {word: number for number, words in enumerate(names.split(), start=2) for word in words.split("/")}
    for language, names in {
        "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
        "en": "two three four five six seven eight nine ten eleven twelve",
        "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce",
        "fr": "deux trois quatre cinq six sept huit neuf dix onze douze",
        "it": "due tre quattro cinque sei sette otto nove dieci undici dodici",
        "pt": "dois/duas três quatro cinco seis sete oito nove dez onze doze",
        "uk": "два/дві/двоє три/троє чотири/четверо п'ять/п’ять/п'ятеро шість/шестеро сім/семеро вісім/восьмеро"
        " дев'ять/дев’ять/дев'ятеро десять/десятеро одинадцять дванадцять",
    }.items()
}
_SPELLED_NUMBERS = {
    language: re.compile(rf"(?<![\w'’])(?:{'|'.join(words)})(?![\w'’])", re.IGNORECASE)
    for language, words in _SPELLED.items()
}


def numbers(text: str, language: str | None, *, with_one: bool = False) -> Iterator[Number]:
    """Give the numbers of a text, in digits or as a word up to twelve, in order; no dates should be left in it.

    One is left out, "one of them" is rarely what a story is about; in digits it is given `with_one`.
    """
    words = _SPELLED.get(language or "en", {})
    spelled = {match.end(): match for match in _SPELLED_NUMBERS[language or "en"].finditer(text)} if words else {}
    for match in spelled.values():
        digits = str(words.get(match[0].lower(), "")).rjust(len(match[0]))
        text = f"{text[: match.start()]}{digits}{text[match.end() :]}"
    for match in _NUMBER.finditer(text):
        if len(match["digits"]) > _LONGEST_NUMBER:
            continue
        scale = match["short"] or match["scale"] or ""
        value = _value(match["digits"], language) * (_SCALES.get(scale.casefold(), _MILLION) if scale else 1)
        sign = (match["money"] or match["unit"] or "").casefold()
        unit = "time" if match["time"] else _UNITS.get(sign, sign if len(sign) <= 1 else "%")
        if value != 1 or with_one:
            word = spelled.get(match.end("digits"))
            start = word.start() if word else match.start("digits")
            yield Number(value=f"{value.normalize():f}", unit=unit, start=start, end=match.end())


def _value(digits: str, language: str | None) -> Decimal:
    """Give the number. A mark before exactly three digits parts thousands, unless it is the language's decimal mark."""
    point, comma = (".", ",") if language in _POINT else (",", ".")
    digits = re.sub(rf"[' ]|[{comma}](?=\d{{3}}(?!\d))", "", digits)
    if digits.count(point) > 1:
        digits = digits.replace(point, "")
    digits = digits.replace(",", ".")
    return Decimal(digits.replace(".", "") if digits.count(".") > 1 else digits)
