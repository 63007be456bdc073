"""Whether every name of a sentence stands in what it cites, however it is written there.

Acronyms, titles before names, possessives, spelling variants, endings of declension, and the names of countries and
their people are taken as one. The parts of a full name must stand together in the evidence as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise

import regex

from digests.core.facts import NAMELESS, facts
from digests.core.gates.function_words import ELISION, FUNCTION_WORDS, UNSPACED_LANGUAGES
from digests.core.gates.name_words import DEMONYM_ENDINGS, GERMAN_NOUN, OPENERS, SAME_NAMES
from digests.core.gates.reading import Reading
from digests.core.gates.spelled_numbers import NUMBER_WORDS
from digests.core.gates.units import UNIT_WORDS
from digests.core.sayings import GERMAN_ROLE, ROLES
from digests.core.shared_terms import sounds_of
from digests.core.tokens import stem

_WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}]*+(?:['’.-][\p{L}\p{N}]++)*+")
_DOTTED = regex.compile(r"(?:\p{L}\.)+\p{L}")
_HYPHENS = regex.compile(r"[-'’]")
_ELIDED = regex.compile(r"(?<!\p{L})\p{L}{1,2}['’](?=\p{L})")
_ACRONYM = regex.compile(r"(?<!\p{L})\p{Lu}{2,6}(?!\p{L})")
_POSSESSIVE = regex.compile(r"['’]s?$")
_ACRONYM_LENGTHS = range(2, 7)
_LETTERS_OF_STEM, _LETTERS_OF_HEAD = 4, 5
_APART = 3  # words between two parts of one name: initials, a middle name
_CYRILLIC = regex.compile(r"\p{Cyrillic}")
_UKRAINIAN_VOWELS = str.maketrans({"і": "о", "є": "о", "е": "о", "ї": "о"})
_ENDING = 3  # letters of declension
_UNSPACED_NAME = regex.compile(
    r"(?P<kana>\p{Katakana}[\p{Katakana}ー・＝]{2,})|(?P<latin>[A-Za-z][A-Za-z0-9]+)"
    r"|(?P<han>[\p{Han}々]{1,6}?)(?:氏|さん|首相|大統領|知事|市長|社長|監督|大臣|外相|長官|報道官|会長|議員|教授|容疑者|被告|選手|町長|村長"
    r"|所長|局長|船長|市|町|村|県|州|区|港|駅|島|川|山|湖|社|銀行|大学|党|新聞)"
)
_COMMON_ENDINGS = {
    "en": ("ing", "ly", "ed", "ment", "ness", "tion", "tions"),
    "uk": ("ість", "ння", "ття", "ція", "ство", "ики", "ники", "ачі", "івці", "анти", "исти", "тори"),
}
"""How words end that name nobody and open sentences."""
_PARTICIPLE = regex.compile(r"(?:\p{L}{2,6})?(?:ge|be|ent|emp|er|ver|zer)\p{L}{2,}(?:t|en)$")  # opens a German sentence
_NOUN = regex.compile(GERMAN_NOUN, regex.IGNORECASE)


class _Words:
    """The words of cited texts in the forms names are looked up by."""

    def __init__(self, texts: Iterable[str], language: str) -> None:
        self.texts = tuple(texts)
        self.sequences = [[_plain(match[0]) for match in _WORD.finditer(text)] for text in self.texts]
        self.all = {part for words in self.sequences for word in words for part in (word, *_HYPHENS.split(word))}
        capital = {
            _plain(match[0]) for text in self.texts for match in _WORD.finditer(text) if not match[0][0].islower()
        }
        self.capital = capital or self.all
        self.acronyms = {match[0].casefold() for text in self.texts for match in _ACRONYM.finditer(text)}
        self.heads = {word[:_LETTERS_OF_HEAD] for word in self.all} | {stem(word, language) for word in self.all}

    @cached_property
    def sounds(self) -> set[str]:
        """Names by their consonants."""
        return {sounds_of(word) for word in self.capital if word.isascii()}

    @cached_property
    def same(self) -> set[int]:
        """Countries and unions that are named, by number."""
        return _same(" ".join(words) for words in self.sequences)

    @cached_property
    def initials(self) -> set[str]:
        """What any words in a row would be as an acronym."""
        return {initials for words in self.sequences for initials in _initials(words)}


def has_foreign_name(sentence: Reading, cited: Sequence[Reading], also: Sequence[str]) -> bool:
    """Tell whether a name of the sentence stands in none of the texts cited, their titles and outlets (`also`)."""
    words = _cited_words(tuple(each.text for each in cited) + tuple(also), sentence.language)
    if sentence.language in UNSPACED_LANGUAGES:
        return any(_is_foreign_unspaced(match, words) for match in _UNSPACED_NAME.finditer(sentence.text))
    text = _ELIDED.sub(" ", sentence.text) if sentence.language in ELISION else sentence.text
    for fact in facts(text, sentence.language):
        kind, _, name = fact.partition(":")
        if kind == "name" and _is_foreign_name(name.split(), sentence, words):
            return True
        if kind == "word" and _is_foreign_word(name, sentence, words):
            return True
    return False


@lru_cache(maxsize=512)
def _cited_words(texts: tuple[str, ...], language: str) -> _Words:
    return _Words(texts, language)


def _is_foreign_name(name: Sequence[str], sentence: Reading, words: _Words) -> bool:
    language = sentence.language
    parts = [part for part in name if not (_is_role(part, language) or _is_plain_word(part, language))]
    if language == "de" and len(parts) > 1:  # a noun may lead to a name: "Nachbarin Edda Quast"
        parts = [part for part in parts if part in words.all or not _is_supported(part, sentence, words)]
    if "".join(part[:1] for part in parts if part not in FUNCTION_WORDS[language]) in words.acronyms and len(parts) > 1:
        return False  # United Nations, where the evidence has UN
    if any(not _is_known(part, sentence, words) for part in parts):
        return True
    return any(
        f"{one} {other}" in sentence.text.casefold() and not _stand_together(one, other, words)
        for one, other in pairwise(parts)
        if one in words.all and other in words.all and not (language == "de" and _NOUN.search(one))
    )


def _is_foreign_word(word: str, sentence: Reading, words: _Words) -> bool:
    """Judge a capital that may name somebody or only open a sentence, or be a noun as all German ones are."""
    language = sentence.language
    if _is_plain_word(word, language) or _is_role(word, language):
        return False
    return not (_is_known(word, sentence, words) or _is_supported(word, sentence, words))


def _is_supported(word: str, sentence: Reading, words: _Words) -> bool:
    """Tell whether a word may be a common noun: the evidence has its stem, or its form says so."""
    language = sentence.language
    if len(word) >= _LETTERS_OF_STEM and (
        stem(word, language) in words.heads or word[:_LETTERS_OF_HEAD] in words.heads
    ):
        return True
    if language == "de":
        return (
            _NOUN.search(word) is not None
            or (_PARTICIPLE.match(word) is not None and sentence.text.casefold().startswith(f"{word} "))
            or any(part.endswith(word) for part in words.all)
            or any(part in word or word in part for part in words.all if min(len(part), len(word)) > _LETTERS_OF_STEM)
            or (
                regex.search(
                    rf"(?<!\p{{L}})(?:[Ee]ine?[nmr]?|[Kk]eine?|\p{{Ll}}\p{{L}}*e[nrsm]?)\s(?i:{regex.escape(word)})(?!\p{{L}})",
                    sentence.text,
                )
                is not None
                and not word.endswith("land")
            )
        )
    return word.endswith(_COMMON_ENDINGS.get(language, ()))


def _is_known(part: str, sentence: Reading, words: _Words) -> bool:
    part = _plain(part)
    if part in words.all or part in NAMELESS or all(piece in words.all for piece in part.split("-")):
        return True
    if SAME_NAMES.get(part) in words.same or (part in _SAME_PARTS and _same([sentence.text]) & words.same):
        return True
    if part in words.initials or part.replace(".", "") in words.all or part.rstrip("s") in words.all:
        return True
    if f"{part}s" in words.all and sentence.language in {"de", "en"}:
        return True
    return any(_is_variant(part, other) for other in words.capital) or (
        part.isascii() and len(sounds_of(part)) >= _LETTERS_OF_STEM and sounds_of(part) in words.sounds
    )


def _is_variant(one: str, other: str) -> bool:
    """Tell whether two words are a name and its declension, its people, or its adjective."""
    if _CYRILLIC.match(one):
        one, other = one.translate(_UKRAINIAN_VOWELS), other.translate(_UKRAINIAN_VOWELS)
        common = _common(one, other)
        return common >= max(2, max(len(one), len(other)) - _ENDING) or (
            common >= _LETTERS_OF_STEM and one[common:] in DEMONYM_ENDINGS and other[common:] in DEMONYM_ENDINGS
        )
    common = _common(one, other)
    return common >= _LETTERS_OF_STEM and one[common:] in DEMONYM_ENDINGS and other[common:] in DEMONYM_ENDINGS


def _common(one: str, other: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _stand_together(one: str, other: str, words: _Words) -> bool:
    return any(
        other in sequence[at + 1 : at + 2 + _APART]
        for sequence in words.sequences
        for at, word in enumerate(sequence)
        if word == one
    )


def _is_foreign_unspaced(match: regex.Match[str], words: _Words) -> bool:
    name = match["kana"] or match["latin"] or match["han"]
    return not any(name.casefold() in text.casefold() for text in words.texts)


def _initials(words: Sequence[str]) -> Iterable[str]:
    letters = "".join(word[0] for word in words)
    for length in _ACRONYM_LENGTHS:
        for at in range(len(letters) - length + 1):
            yield letters[at : at + length]
    content = "".join(word[0] for word in words if word not in {"of", "the", "and", "for", "de", "la", "des", "für"})
    for length in _ACRONYM_LENGTHS:
        for at in range(len(content) - length + 1):
            yield content[at : at + length]


def _same(texts: Iterable[str]) -> set[int]:
    found = set()
    for text in texts:
        padded = f" {' '.join(_plain(match[0]) for match in _WORD.finditer(text))} "
        found |= {number for name, number in SAME_NAMES.items() if f" {name} " in padded}
    return found


_SAME_DOTTED = regex.compile(r"(?:\p{L}\.)+\p{L}")
_SAME_PARTS = {part for name in SAME_NAMES if " " in name for part in name.split()}


def _is_plain_word(word: str, language: str) -> bool:
    tables = (NAMELESS, FUNCTION_WORDS[language], OPENERS[language], NUMBER_WORDS[language], UNIT_WORDS)
    return any(all(piece in table for piece in word.split("-")) for table in tables)


def _is_role(word: str, language: str) -> bool:
    return word in ROLES or (language == "de" and GERMAN_ROLE.search(word) is not None)


def _plain(word: str) -> str:
    plain = _POSSESSIVE.sub("", word).casefold().rstrip(".")
    return plain.replace(".", "") if _DOTTED.fullmatch(plain) else plain
