"""Whether a translation names whom its sentence names, and nobody else, whatever the script.

In one script a name stays as it is written, but for endings. Between scripts it is compared by its sounds. Countries
and known places may have each language's own name; what cannot be compared counts as somebody else.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import regex

from digests.core.facts import NAMELESS, facts
from digests.core.gates.exonym_words import PLACES
from digests.core.gates.function_words import ELISION, FUNCTION_WORDS, UNSPACED_LANGUAGES
from digests.core.gates.name_words import DEMONYM_ENDINGS, GERMAN_NOUN, OPENERS, SAME_NAMES
from digests.core.gates.reading import Reading, read
from digests.core.gates.spelled_numbers import NUMBER_WORDS
from digests.core.gates.units import UNIT_WORDS
from digests.core.sayings import GERMAN_ROLE, ROLES
from digests.core.sketches import Lexicon
from digests.core.tokens import tokens

RARE, UNLISTED = 4.6, 7.5
"""On the scale of word statistics: words as "court" and "bay", and most first names, are below the first; what no list
of 25 million words has is above the second. Names of the shaping half stand above 5."""

LIKE, SHORT_LIKE = 0.7, 0.85
"""How much of two names' sounds, from 0 to 1, is the same where they are one in two scripts, long and short: all but a
few of the shaping half stand above, and no exchanged name of it but one."""

_LEAST_HEAD = 4  # letters that two forms of a name share before their endings
_FEWEST_SOUNDS = 3
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:['’.-][\p{L}\p{M}\p{N}]+)*")
_PIECES = regex.compile(r"[-'’.]")
_ELIDED = regex.compile(r"(?<!\p{L})\p{L}{1,2}['’](?=\p{L})")
_POSSESSIVE = regex.compile(r"['’]s?$")
_KANA = regex.compile(r"[\p{Katakana}ー]{2,}")
_KANA_NAME = regex.compile(
    r"\p{Katakana}[\p{Katakana}ー]*(?:[・＝][\p{Katakana}ー]+)+|\p{Katakana}[\p{Katakana}ー]+(?=氏|さん|容疑者|被告|選手)"
)
_HAN_NAME = regex.compile(r"[\p{Han}々]{2,6}?(?=氏|さん|容疑者|被告|選手)")
_LATIN = regex.compile(r"\p{Latin}[\p{Latin}\p{N}]+(?:['’.-][\p{Latin}\p{N}]+)*")
_KANA_SOUNDS = str.maketrans({"ッ": "", "ー": "", "ヴ": "ブ"})
_AS_PLACES = frozenset({"US", "GB"})  # are called otherwise than in any list of countries
_GERMAN_ENDINGS = ("n", "en", "ern", "s", "es", "e", "er", "innen", "in")
_CASES = {"ії": ("ія",), "ію": ("ія",), "ією": ("ія",), "и": ("а",), "і": ("а", "я"), "у": ("а", ""), "ю": ("я", "ь"),
          "ою": ("а",), "ею": ("я",), "ом": ("",), "ем": ("ь",), "а": ("",), "ї": ("я",)}  # fmt: skip
_ANY_VOWEL = regex.compile(r"[aeiou]+")
_LOST = regex.compile(r"(?<=[aeiou])r(?![aeiou])|[hy]")  # what Japanese does not write: the r of Marsh
_COMBINING = regex.compile(r"\p{Mn}")
_SAME_SOUNDS = str.maketrans({"c": "k", "q": "k", "z": "s", "w": "v", "f": "v", "b": "v", "l": "r", "x": "ks",
                              **dict.fromkeys("'- ", "")})  # fmt: skip
_VOWELS = str.maketrans(dict.fromkeys("aeiouyjh", ""))
_TWICE = regex.compile(r"(.)\1+")
_SOFT = (("ph", "f"), ("ck", "k"), ("sch", "s"), ("tch", "k"), ("shi", "s"), ("chi", "t"), ("tsu", "t"))
_NOUN = regex.compile(GERMAN_NOUN, regex.IGNORECASE)


class _Words(NamedTuple):
    """The words of a text in the forms names are looked up by: `folded`, without accents; `sounds` of each."""

    folded: frozenset[str]
    romanised: frozenset[str]
    places: frozenset[int]
    countries: frozenset[str]
    same: frozenset[int]


def has_other_names(original: Reading, translation: Reading, lexicon: Lexicon) -> bool:
    """Tell whether a name of either text is none of the other."""
    own, theirs = _words(original, lexicon), _words(translation, lexicon)
    if own.countries != theirs.countries:
        return True
    shared = own.places & theirs.places
    return _has_more(original, translation.language, theirs, shared, lexicon) or _has_more(
        translation, original.language, own, shared, lexicon
    )


def _has_more(reading: Reading, language: str, others: _Words, shared: frozenset[int], lexicon: Lexicon) -> bool:
    """Tell whether a text has a name that the other, in `language`, has not; `shared` are the places both have."""
    is_one_script = _script(reading.language) == _script(language)
    without = read(_blanked(reading.text, shared), reading.language)
    return any(
        not _is_there(name, others, lexicon, is_one_script=is_one_script)
        for name in _names(without, lexicon)
        if not _is_country(name, reading.language, lexicon)
    )


def _blanked(text: str, places: frozenset[int]) -> str:
    """Give a text without the names of some places; what stands there instead names nobody."""
    forms = _place_forms()
    for place in places:
        text = forms[place].sub(lambda match: " " * len(match[0]), text)
    return text


def _names(reading: Reading, lexicon: Lexicon) -> Iterator[str]:
    """Yield the words of a text that name somebody or some place, lower case."""
    language = reading.language
    if language in UNSPACED_LANGUAGES:
        yield from _unspaced_names(reading.text)
        return
    idf = lexicon.idf_of(language)
    text = _ELIDED.sub(" ", reading.text) if language in ELISION else reading.text
    for fact in facts(text, language):
        kind, _, value = fact.partition(":")
        if kind not in {"name", "word"}:
            continue
        for part in value.split():
            word = _POSSESSIVE.sub("", part)
            least = UNLISTED if kind == "word" or language == "de" else RARE
            is_rare = not _is_plain_word(word, language) and idf(word) >= least
            if is_rare and not (language == "de" and _is_built(word, idf)):
                yield word


def _unspaced_names(text: str) -> Iterator[str]:
    for match in _KANA_NAME.finditer(text):
        yield from (piece for piece in regex.split("[・＝]", match[0]) if len(piece) > 1)
    yield from (match[0] for match in _HAN_NAME.finditer(text))
    yield from (match[0].casefold() for match in _LATIN.finditer(text) if match[0].casefold() not in UNIT_WORDS)


def _is_plain_word(word: str, language: str) -> bool:
    tables = (NAMELESS, FUNCTION_WORDS[language], OPENERS[language], NUMBER_WORDS[language], UNIT_WORDS, ROLES)
    if any(word in table for table in tables):
        return True
    return language == "de" and (GERMAN_ROLE.search(word) is not None or _NOUN.search(word) is not None)


def _is_built(word: str, idf: Callable[[str], float]) -> bool:
    """Tell whether a German word is made of words in the list, as its nouns are: Besatzungs-mitglieder, Hydrolog-in."""
    if "-" in word:
        return all(idf(piece) < UNLISTED or not piece for piece in word.split("-"))
    if any(word.endswith(ending) and idf(word.removesuffix(ending)) < UNLISTED for ending in _GERMAN_ENDINGS):
        return True
    if word.endswith("in") and min(idf(word[:-2]), idf(f"{word[:-2]}e")) < UNLISTED:
        return True
    cuts = range(_LEAST_HEAD, len(word) - _LEAST_HEAD + 1)
    return any(
        idf(word[at:]) < UNLISTED
        and min(idf(word[:at]), idf(word[: at - 1]) if word[at - 1] in "sn" else UNLISTED) < UNLISTED
        for at in cuts
    )


def _is_there(name: str, words: _Words, lexicon: Lexicon, *, is_one_script: bool) -> bool:
    folded = _folded(name)
    if folded in words.folded:
        return True
    pieces = [piece for piece in _PIECES.split(name) if piece]
    if len(pieces) > 1:
        return any(_is_there(piece, words, lexicon, is_one_script=is_one_script) for piece in pieces)
    if SAME_NAMES.get(name) in words.same or any(_is_inflected(folded, other) for other in words.folded):
        return True
    if is_one_script:
        return False
    romanised = _romanised(name, lexicon)
    return any(sounds_alike(romanised, other) for other in words.romanised)


def _is_inflected(one: str, other: str) -> bool:
    common = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return common >= _LEAST_HEAD and one[common:] in DEMONYM_ENDINGS and other[common:] in DEMONYM_ENDINGS


def sounds_alike(one: str, other: str) -> bool:
    """Tell whether two names in Latin letters may be one: their consonants are much the same ones in a row.

    Of names of few consonants the places of their vowels count too, and more must be the same.
    """
    return _is_like(one, other) or _is_like(_LOST.sub("", one), _LOST.sub("", other))


def _is_like(one: str, other: str) -> bool:
    first, second, least = _consonants(one), _consonants(other), LIKE
    if min(len(first), len(second)) < _FEWEST_SOUNDS:
        first, second = (_ANY_VOWEL.sub("a", _sounds(name)) for name in (one, other))
        least = SHORT_LIKE
    return 2 * _common_in_order(first, second) >= least * (len(first) + len(second)) > 0


@lru_cache(maxsize=2048)
def _sounds(name: str) -> str:
    for letters, sound in _SOFT:
        name = name.replace(letters, sound)
    return _TWICE.sub(r"\1", name.translate(_SAME_SOUNDS))


def _consonants(name: str) -> str:
    return _TWICE.sub(r"\1", _sounds(name).translate(_VOWELS))


def _common_in_order(one: str, other: str) -> int:
    """Give the length of the longest sequence both have; time is the product of their lengths, a name's."""
    row = [0] * (len(other) + 1)
    for sign in one:
        before = row
        row = [0]
        for at, theirs in enumerate(other, start=1):
            row.append(before[at - 1] + 1 if sign == theirs else max(before[at], row[-1]))
    return row[-1]


def _words(reading: Reading, lexicon: Lexicon) -> _Words:
    text, is_spaced = reading.text, reading.language not in UNSPACED_LANGUAGES
    found = [
        match[0].casefold() for form in ((_WORD,) if is_spaced else (_KANA, _LATIN)) for match in form.finditer(text)
    ]
    plain = {_POSSESSIVE.sub("", part) for word in found for part in (word, *_PIECES.split(word)) if part}
    padded = f" {' '.join(found)} "
    return _Words(
        folded=frozenset(map(_folded, plain)),
        romanised=frozenset(_romanised(word, lexicon) for word in plain),
        places=_places(text),
        countries=_countries(text, reading.language, lexicon) - _AS_PLACES,
        same=frozenset(number for name, number in SAME_NAMES.items() if f" {name} " in padded),
    )


def _countries(text: str, language: str, lexicon: Lexicon) -> frozenset[str]:
    """Give the countries that words with a capital name: grano is no Granada."""
    if language not in UNSPACED_LANGUAGES:
        words = [match[0] for match in _WORD.finditer(text) if not match[0][0].islower() or "'" in match[0]]
        cases = [base for word in words for base in _uninflected(word)] if language == "uk" else []
        text = " ".join([*words, *cases])
    return frozenset(lexicon.countries(text, tokens(text, language), language))


def _uninflected(word: str) -> Iterator[str]:
    """Yield what a Ukrainian name may be in the nominative: Італії, Канади, Іраком."""
    for ending, bases in _CASES.items():
        if word.endswith(ending):
            yield from (word.removesuffix(ending) + base for base in bases)


def _is_country(name: str, language: str, lexicon: Lexicon) -> bool:
    """Tell whether a name is a country's: those are compared as such."""
    return bool(_countries(name.title(), language, lexicon))


@lru_cache(maxsize=1024)
def _places(text: str) -> frozenset[int]:
    """Give the known places that a text names, by number."""
    return frozenset(number for number, form in enumerate(_place_forms()) if form.search(text))


@lru_cache(maxsize=1)
def _place_forms() -> tuple[regex.Pattern[str], ...]:
    return tuple(_place_form(names) for names in PLACES)


def _place_form(names: Sequence[str]) -> regex.Pattern[str]:
    spaced = [name for name in names if not regex.match(r"[\p{Han}\p{Katakana}]", name)]
    unspaced = [name for name in names if name not in spaced]
    forms = "|".join(
        regex.escape(name).replace(r"\*", r"\p{L}*") + ("" if name.endswith("*") else "(?:['’]?s)?") for name in spaced
    )
    return regex.compile("|".join([rf"(?<!\p{{L}})(?:{forms})(?!\p{{L}})", *unspaced]), regex.IGNORECASE)


def _script(language: str) -> str:
    return language if language in {"ja", "uk"} else "latin"


def _folded(word: str) -> str:
    """Give a word without accents, but in scripts where these are letters."""
    return _COMBINING.sub("", unicodedata.normalize("NFKD", word)) if _LATIN.match(word) else word


@lru_cache(maxsize=2048)
def _romanised(word: str, lexicon: Lexicon) -> str:
    kana = word.translate(_KANA_SOUNDS) if _KANA.match(word) else word
    return lexicon.romanised(kana).casefold()
