"""What two reports of one event have in common whatever their languages: numbers, dates, countries, names.

"#41000000" a number, "=19-9" a day, "@MX" a country, "~slnsk" a name by its consonants. Weighed, not judged.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from digests.core.facts import facts

# Weights on the scale of words (`core.sketches`): 4 is a word nobody counted. Measured on the pairs in two languages of
# shared/data/clusters/articles_dev: these terms find 53 % of them at one wrong pair in a thousand; with numbers at .6
# to 1.5 of their weight 48–53 %.
_DAY = 1.2
_COUNTRY = 1.5
_COMMON_NAME = 3.0  # names are telling from here: "South", "City" and "Smith" are not
_RAREST = 6.0
_ONE_DIGIT, _TWO_DIGITS, _THREE_DIGITS, _MORE_DIGITS = 0.3, 1.0, 2.0, 0.7
_LARGE = 1_000  # from here on a number is written the same by all and seldom met by chance

# Sounds that alphabets and spellers write with different letters: Zelensky, Selenskyj, Зеленський are one name.
_SOUNDS = str.maketrans({"c": "k", "q": "k", "z": "s", "w": "v", "f": "v", **dict.fromkeys("aeiouyjh", "")})
_TWICE = re.compile(r"(.)\1+")
_NOT_LETTER = re.compile(r"[^a-z]+")
_SHORTEST, _LONGEST = 3, 5  # sounds: fewer are shared by chance; endings (declension) come after the fifth
_LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]{2,}")
_UNSPACED_LANGUAGES = frozenset({"ja", "ko", "lo", "th", "zh"})


def shared_terms(
    text: str,
    countries: Iterable[str],
    *,
    language: str | None,
    idf: Callable[[str], float],
    romanised: Callable[[str], str],
) -> dict[str, float]:
    """Give the weight of each shared term in a text; `idf` weighs the words of its language."""
    weights = {f"@{code}": _COUNTRY for code in countries}
    for fact in facts(text, language):
        kind, _, value = fact.partition(":")
        if kind == "number":
            number = value.partition(" ")[0]
            weights[f"#{number}"] = number_weight(number)
        elif kind == "date":
            weights[f"={value}"] = _DAY
        elif kind == "name":
            for word in value.split():
                _weigh_name(word, weights, idf=idf, romanised=romanised)
    for word in _latin_words(text, language):
        _weigh_name(word, weights, idf=idf, romanised=romanised)
    return weights


def number_weight(number: str) -> float:
    """Give how telling a number is, by the digits that say something: 7 is everywhere, 41,300,000 is not."""
    digits = len(number.replace(".", "").strip("0"))
    weight = {0: 0.0, 1: _ONE_DIGIT, 2: _TWO_DIGITS}.get(digits, _THREE_DIGITS + _MORE_DIGITS * (digits - 3))
    return weight + (_MORE_DIGITS if float(number) >= _LARGE else 0.0)


def sounds_of(name: str) -> str:
    """Give a name in Latin letters by its consonants, or as it is where these are too few to tell it by."""
    letters = _NOT_LETTER.sub("", name.casefold())
    sounds = _TWICE.sub(r"\1", letters.translate(_SOUNDS))
    return sounds[:_LONGEST] if len(sounds) >= _SHORTEST else letters


def _weigh_name(
    word: str, weights: dict[str, float], *, idf: Callable[[str], float], romanised: Callable[[str], str]
) -> None:
    weight = min(_RAREST, idf(word)) - _COMMON_NAME
    sounds = sounds_of(word if word.isascii() else romanised(word))
    if weight > 0 and len(sounds) >= _SHORTEST:
        weights[f"~{sounds}"] = max(weight, weights.get(f"~{sounds}", 0.0))


def _latin_words(text: str, language: str | None) -> Iterator[str]:
    """Yield the Latin words inside a text of another script: they are names and abbreviations there."""
    if language in _UNSPACED_LANGUAGES:
        yield from (match[0].casefold() for match in _LATIN_WORD.finditer(text))
