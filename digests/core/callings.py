"""Names as a text writes them, with their places: runs of capitals without titles, dates and openers of sentences.

It tells how a name stands (after "of", after "the", with "'s") and not whether it is a person's. Scripts without
capitals have none here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import regex

from digests.core.calendar_words import CAPITAL_WEEKDAYS, MONTHS
from digests.core.facts import NAMELESS
from digests.core.sayings import GERMAN_ROLE, ROLES, Saying

_WORD = (
    r"(?:(?:\p{Lu}\.)+|(?:al-|el-|[dDlLO]['’])?\p{Lu}(?:[\p{L}\p{M}\p{N}]|-(?=\p{L})|['’ʼ](?=\p{Ll})(?!s(?!\p{L})))*+)"
)
_LINK = (
    r"(?:de(?:\s(?:la|los|las))?|del|della|di|da|dos|das|do|du|van(?:\sder|\sden|\sde)?|von(?:\sder|\sdem)?"
    r"|bin|ibn|zu|y|e)"
)
_RUN = regex.compile(rf"(?<![\p{{L}}\p{{M}}\p{{N}}'’-]){_WORD}(?:[ \u00a0](?:{_LINK}[ \u00a0])?{_WORD}){{0,6}}+")
_WORDS = regex.compile(r"[^\s\u00a0]+")
_POSSESSIVE = regex.compile(r"['’]s?(?!\p{L})")
_OPENERS_WORDS = (
    "yesterday today tomorrow earlier later meanwhile however also speaking asked according still instead gestern "
    "heute morgen später zudem laut auch ayer hoy según hier selon ieri oggi secondo ontem segundo por para con "
    "avec pour aunque pero mais tras après"
)
_OPENERS = frozenset(_OPENERS_WORDS.split())
_CALENDAR = frozenset({*MONTHS, *CAPITAL_WEEKDAYS})
_BEFORE = 24  # characters: a preposition and an article


@dataclass(frozen=True, slots=True, kw_only=True)
class Calling:
    """`text` is the name as written at `start` to `end`, without a title before it.

    `is_governed`: a preposition stands before it. `is_titled`: a title did.
    """

    start: int
    end: int
    text: str
    is_governed: bool
    has_article: bool
    is_possessive: bool
    is_titled: bool

    @property
    def last(self) -> str:
        """The word people are called by when they are named again."""
        return self.text.rsplit(" ", 1)[-1]

    @property
    def is_full(self) -> bool:
        """Whether it has more than one word."""
        return " " in self.text


def callings(text: str, language: str, saying: Saying) -> tuple[Calling, ...]:
    """Give all names of a text in order."""
    pieces = (words for match in _RUN.finditer(text) for words in _pieces(match))
    return tuple(calling for words in pieces if (calling := _calling(text, words, language, saying)))


def between(names: Sequence[Calling], start: int, end: int) -> Sequence[Calling]:
    """Give the names that stand whole between two places."""
    first = bisect_left(names, start, key=lambda name: name.start)
    last = bisect_left(names, end, key=lambda name: name.start)
    if last > first and names[last - 1].end > end:
        last -= 1
    return names[first:last]


def full_names(names: Sequence[Calling]) -> Mapping[str, tuple[Calling, ...]]:
    """Give names of several words by their last one, each once, in order."""
    found: dict[str, dict[str, Calling]] = {}
    for name in names:
        if name.is_full:
            found.setdefault(name.last, {}).setdefault(name.text, name)
    return {last: tuple(same.values()) for last, same in found.items()}


def _pieces(match: regex.Match[str]) -> Iterator[list[tuple[int, int]]]:
    """Part a run at words that name nobody, "Dorn Wednesday"; an article does so only before all ("Marine Le Dorn")."""
    piece: list[tuple[int, int]] = []
    for word in _WORDS.finditer(match[0]):
        plain = word[0].casefold()
        is_first_name = plain in MONTHS and word.start() == 0  # April Dorn, Jan Rehl
        if plain in _OPENERS or (plain in NAMELESS and not is_first_name and (not piece or plain in _CALENDAR)):
            yield piece
            piece = []
        else:
            piece.append((match.start() + word.start(), match.start() + word.end()))
    yield piece


def _calling(text: str, words: list[tuple[int, int]], language: str, saying: Saying) -> Calling | None:
    while words and not text[words[0][0]].isupper() and "-" not in text[words[0][0] : words[0][1]]:
        words = words[1:]  # a link left over where its first word was parted off
    while words and text[words[-1][0] : words[-1][1]].islower():
        words = words[:-1]
    if not words:
        return None
    before = text[max(0, words[0][0] - _BEFORE) : words[0][0]]
    has_article = saying.article.search(before) is not None
    roles = [i for i, word in enumerate(words) if _is_role(text[word[0] : word[1]], language)]
    named = words[roles[-1] + 1 :] if roles else words
    if not named:
        if has_article or len(roles) == len(words):
            return None
        named = words
    if language == "de" and len(named) == 1 and has_article and not roles:
        return None  # a noun
    start, end = named[0][0], named[-1][1]
    return Calling(
        start=start,
        end=end,
        text=" ".join(text[word[0] : word[1]] for word in named),
        is_governed=saying.governing.search(before) is not None,
        has_article=has_article and not roles,
        is_possessive=_POSSESSIVE.match(text, end) is not None,
        is_titled=bool(roles),
    )


def _is_role(word: str, language: str) -> bool:
    if language == "de" and GERMAN_ROLE.search(word):
        return True
    return word.rstrip(".").casefold() in ROLES
