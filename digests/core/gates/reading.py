"""One text as the gates read it: its words and marks with their places. It judges nothing."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

import regex

from digests.core.gates.function_words import ELISION, FUNCTION_WORDS, UNSPACED_LANGUAGES
from digests.core.gates.mark_words import MARK_WORDS, Mark
from digests.core.tokens import stem

HEAD = 5
"""Letters that tell a word whatever its ending: rescuers and rescue, explosion and exploded."""

_WORD = regex.compile(r"(?:\p{Lu}\.){2,}|[\p{Han}々]+|[\p{Katakana}ー]+"
r"|[\p{L}\p{M}\p{N}&&[^\p{Han}\p{Hiragana}\p{Katakana}]]++"
                      r"(?:[’'ʼ-][\p{L}\p{N}]++)*+", regex.V1)  # fmt: skip
_HAN_OR_KATAKANA = regex.compile(r"[\p{Han}々\p{Katakana}ー]")
_COUNTRY = frozenset({"US", "U.S.", "WHO"})  # no pronouns
_POSSESSIVE = regex.compile(r"['’]s?$")
_CLAUSE_END = regex.compile(r"[,:.](?!\d)|[;!?()—–、。\n\"“”«»„]|\s-\s")
_NEAR_BEFORE, _NEAR_AFTER = 36, 30
"""Characters between a mark and a word it may be about: an auxiliary, an adverb and an object."""


@dataclass(frozen=True, slots=True)
class Word:
    """`stem` compares; a pair of characters where words are not spaced. `is_content`: it carries a fact."""

    start: int
    end: int
    plain: str
    stem: str
    is_content: bool


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark at `start` to `end`, and the stem of the word it is about; "" where none stands in its clause."""

    start: int
    end: int
    about: str


@dataclass(frozen=True)
class Reading:
    """A text of one language; computed parts are kept, since evidence is read once and asked often."""

    text: str
    language: str

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Every word in order."""
        return tuple(_words(self.text, self.language))

    @cached_property
    def content(self) -> tuple[Word, ...]:
        """The words that carry facts, numbers not among them."""
        return tuple(word for word in self.words if word.is_content)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all words."""
        return frozenset(word.stem for word in self.words)

    @cached_property
    def heads(self) -> frozenset[str]:
        """The first letters of all words that are longer."""
        return frozenset(word.plain[:HEAD] for word in self.words if len(word.plain) >= HEAD)

    @cached_property
    def _found(self) -> dict[Mark, tuple[Marked, ...]]:
        return {}

    def of(self, kind: Mark) -> tuple[Marked, ...]:
        """Give the marks of one kind in order; looked for when first asked."""
        if kind not in self._found:
            form = _forms(self.language).get(kind)
            self._found[kind] = tuple(self._marked(form)) if form else ()
        return self._found[kind]

    def is_near(self, kind: Mark, start: int, end: int) -> bool:
        """Tell whether a mark stands so near to a place that it may be about what stands there."""
        return any(
            (mark.end <= start <= mark.end + _NEAR_BEFORE and not _CLAUSE_END.search(self.text, mark.end, start))
            or (end <= mark.start <= end + _NEAR_AFTER and not _CLAUSE_END.search(self.text, end, mark.start))
            for mark in self.of(kind)
        )

    def unmarked(self, kind: Mark) -> frozenset[str]:
        """Give the stems that stand somewhere without a mark of this kind near them."""
        if not self.of(kind):
            return frozenset(word.stem for word in self.content)
        return frozenset(word.stem for word in self.content if not self.is_near(kind, word.start, word.end))

    def marked(self, kind: Mark) -> frozenset[str]:
        """Give the stems that stand somewhere with a mark of this kind near them, or that one is about."""
        near = (
            {word.stem for word in self.content if self.is_near(kind, word.start, word.end)} if self.of(kind) else set()
        )
        return frozenset(near | {mark.about for mark in self.of(kind)})

    def beside(self, kind: Mark) -> frozenset[str]:
        """Give the stems right before and after the marks of a kind: what is lost, refused, halted."""
        before = {
            next((word.stem for word in reversed(self.content) if word.end <= mark.start), "") for mark in self.of(kind)
        }
        return frozenset(before | {mark.about for mark in self.of(kind)})

    def clause(self, at: int) -> frozenset[str]:
        """Give the stems of the words that carry facts in the clause around a place."""
        begin = max((stop.end() for stop in _CLAUSE_END.finditer(self.text, 0, at)), default=0)
        stop = _CLAUSE_END.search(self.text, at)
        end = stop.start() if stop else len(self.text)
        return frozenset(word.stem for word in self.content if begin <= word.start < end)

    def _marked(self, form: regex.Pattern[str]) -> Iterator[Marked]:
        for match in form.finditer(self.text):
            yield Marked(match.start(), match.end(), self._about(match.start(), match.end()))

    def _about(self, start: int, end: int) -> str:
        if self.language in UNSPACED_LANGUAGES:
            return next((word.stem for word in reversed(self.content) if word.end <= start), "")
        clause = _CLAUSE_END.search(self.text, end)
        limit = clause.start() if clause else len(self.text)
        following = (word.stem for word in self.content if end <= word.start < limit and not word.plain.endswith("ly"))
        if found := next(following, ""):
            return found
        return next((word.stem for word in reversed(self.content) if word.end <= start), "")


@lru_cache(maxsize=2048)  # a card's evidence is asked once a sentence; a digest of 25 cards has some 600 texts
def read(text: str, language: str) -> Reading:
    """Give a text read, compatible forms of characters made one."""
    return Reading(unicodedata.normalize("NFKC", text), language)


@lru_cache(maxsize=16)
def _forms(language: str) -> dict[Mark, regex.Pattern[str]]:
    is_spaced = language not in UNSPACED_LANGUAGES
    return {kind: _form(words, is_spaced=is_spaced) for kind, words in MARK_WORDS.get(language, {}).items()}


def _form(words: str, *, is_spaced: bool) -> regex.Pattern[str]:
    forms = "|".join(
        word.replace("_", " ").replace("*", r"\p{L}*+") for word in sorted(words.split(), key=len, reverse=True)
    )
    return regex.compile(rf"(?<![\p{{L}}\p{{M}}])(?:{forms})(?![\p{{L}}\p{{M}}])" if is_spaced else forms, regex.I)


def _words(text: str, language: str) -> Iterator[Word]:
    functions = FUNCTION_WORDS.get(language, frozenset())
    elided = ELISION.get(language, ())
    for match in _WORD.finditer(text):
        if _HAN_OR_KATAKANA.match(match[0]):
            yield from _pairs(match[0], match.start())
            continue
        start, word = match.start(), match[0]
        head, mark, tail = word.partition("’" if "’" in word else "'")
        if mark and tail and head.casefold() in elided:
            yield Word(start, start + len(head), head.casefold(), head.casefold(), is_content=False)
            start, word = start + len(head) + 1, tail
        plain = _POSSESSIVE.sub("", word).casefold().replace(".", "")
        is_content = len(plain) > 1 and (plain not in functions or word in _COUNTRY) and not plain[0].isdigit()
        yield Word(start, match.end(), plain, stem(plain, language), is_content)


def _pairs(run: str, start: int) -> Iterator[Word]:
    for at in range(max(1, len(run) - 1)):
        pair = run[at : at + 2]
        yield Word(start + at, start + at + len(pair), pair, pair, is_content=True)
