"""Numbers in words beyond twelve, written as digits in their place: "ninety firefighters", "dreihundert", "сорока".

Up to twelve, and in front of million and billion, `core.numbers` reads the words itself.
"""

from __future__ import annotations

from functools import lru_cache

import regex

_WORDS = {
    "en": "one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13"
    " fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50"
    " sixty=60 seventy=70 eighty=80 ninety=90 hundred=100 thousand=1000 dozen=12",
    "de": "ein=1 zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12 dreizehn=13 vierzehn=14"
    " fünfzehn=15 sechzehn=16 siebzehn=17 achtzehn=18 neunzehn=19 zwanzig=20 dreißig=30 vierzig=40 fünfzig=50"
    " sechzig=60 siebzig=70 achtzig=80 neunzig=90 hundert=100 tausend=1000 dutzend=12 und=0",
    "es": "uno=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 trece=13 catorce=14 quince=15"
    " dieciséis=16 diecisiete=17 dieciocho=18 diecinueve=19 veinte=20 veintiún=21 veintiuno=21 veintidós=22"
    " veintitrés=23 veinticuatro=24 veinticinco=25 veintiséis=26 veintisiete=27 veintiocho=28 veintinueve=29"
    " treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90 cien=100 ciento=100"
    " doscientos=200 doscientas=200 trescientos=300 trescientas=300 cuatrocientos=400 quinientos=500 mil=1000"
    " docena=12 y=0",
    "fr": "un=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 treize=13 quatorze=14 quinze=15 seize=16"
    " vingt=20 trente=30 quarante=40 cinquante=50 soixante=60 septante=70 nonante=90 cent=100 cents=100 mille=1000"
    " quatre-vingt=80 quatre-vingts=80 douzaine=12 et=0",
    "pt": "um=1 dois=2 duas=2 três=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10 treze=13 catorze=14 quatorze=14"
    " quinze=15 dezesseis=16 dezasseis=16 dezessete=17 dezassete=17 dezoito=18 dezenove=19 dezanove=19 vinte=20"
    " trinta=30 quarenta=40 cinquenta=50 sessenta=60 setenta=70 oitenta=80 noventa=90 cem=100 cento=100 duzentos=200"
    " duzentas=200 trezentos=300 trezentas=300 quatrocentos=400 quinhentos=500 mil=1000 dúzia=12 e=0",
    "uk": "одна=1 два=2 дві=2 три=3 чотири=4 п'ять=5 шість=6 сім=7 вісім=8 дев'ять=9 тринадцять=13 тринадцятеро=13"
    " чотирнадцять=14 чотирнадцятеро=14 п'ятнадцять=15 п'ятнадцятеро=15 шістнадцять=16 шістнадцятеро=16 сімнадцять=17"
    " сімнадцятеро=17 вісімнадцять=18 дев'ятнадцять=19 двадцять=20 двадцяти=20 двадцятеро=20 тридцять=30 тридцяти=30"
    " сорок=40 сорока=40 п'ятдесят=50 п'ятдесяти=50 шістдесят=60 сімдесят=70 вісімдесят=80 дев'яносто=90 сто=100"
    " двісті=200 триста=300 чотириста=400 п'ятсот=500 тисяча=1000 тисячу=1000",
}
_TABLES = {
    language: {word: int(value) for word, value in (pair.split("=") for pair in words.split())}
    for language, words in _WORDS.items()
}
_HUNDRED, _THOUSAND = 100, 1000
_READ_ELSEWHERE = 12
_JOINER = {"en": r"(?:[ -]|\sand\s)", "de": r"\s?"}


def in_digits(text: str, language: str) -> str:
    """Give the text with such words as digits, every other character where it was; digits stand at the end of them."""
    table = _TABLES.get(language)
    return _run(language).sub(lambda match: _digits(match, table), text) if table else text


@lru_cache(maxsize=16)
def _run(language: str) -> regex.Pattern[str]:
    words = "|".join(sorted(_TABLES[language], key=len, reverse=True))
    joiner = _JOINER.get(language, r"[ -]")
    return regex.compile(
        rf"(?<![\p{{L}}\p{{N}}]|\d\s)(?:{words})(?:{joiner}(?:{words}))*+(?![\p{{L}}])", regex.IGNORECASE
    )


def _digits(match: regex.Match[str], table: dict[str, int]) -> str:
    run = match[0].casefold().replace("’", "'").replace(" and ", " ")
    total = part = 0
    values = [table[word] for word in _cut(run, table)]
    for value in values:
        if value == _THOUSAND:
            total, part = total + max(1, part) * _THOUSAND, 0
        elif value == _HUNDRED and 0 < part < _HUNDRED:
            part *= _HUNDRED
        else:
            part += value
    total += part
    if len(values) == 1 and (total <= _READ_ELSEWHERE and "d" not in run[:1]) or not values or not values[0]:
        return match[0]
    return str(total).rjust(len(match[0])) if len(str(total)) <= len(match[0]) else match[0]


def _cut(run: str, table: dict[str, int]) -> list[str]:
    found, at = [], 0
    words = sorted(table, key=len, reverse=True)
    while at < len(run):
        word = next((word for word in words if run.startswith(word, at)), "")
        if word:
            found.append(word)
        at += max(1, len(word))
    return found
