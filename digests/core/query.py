"""The small language of keywords: `+must -not "exact phrase" prefix* (a or b)`, read into values that match texts.

Knows words and nothing of topics. A text of 200 kB is read in milliseconds: each word is looked for by its beginning,
and only what begins alike is stemmed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

import regex

from digests.core.errors import UseError
from digests.core.text import stem

DEEPEST = 3
"""Brackets within brackets; nobody reads more."""

_LEX = regex.compile(
    r'(?P<space>[\s,;，、]+)|"(?P<phrase>[^"]*)"(?P<any>\*?)|(?P<mark>[()]|[+-](?=[^\s,;，、]))|(?P<lone>[+-])|(?P<word>[^\s,;，、"()]+)'
)
_QUOTES = str.maketrans("“”„«»「」", '"' * 7)
_OR = frozenset({"or", "OR"})
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_LATIN_MARKS = regex.compile(r"(?<=\p{Latin})\p{Mn}+")
_LETTERS = regex.compile(r"[\p{L}\p{M}]{3,}")
_SHORTEST_HEAD = 3  # letters that a word and its stem share; below, too much begins so


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase: whole words, but for a prefix and for scripts that part no words. A single word is stemmed."""

    text: str
    is_phrase: bool = False
    is_prefix: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What must be there, what must not, and what one of which must be; all empty: everything."""

    must: tuple[Part, ...] = ()
    never: tuple[Part, ...] = ()
    some: tuple[Part, ...] = ()


Part: TypeAlias = "Term | Query"


@dataclass(frozen=True, slots=True)
class Found:
    """Whether a text is meant: `by` which words, else which it `lacks`, or which it holds that must not be there."""

    is_meant: bool
    by: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()


class Words:
    """A text as queries see it: folded, once as written and once without the marks of Latin letters."""

    def __init__(self, text: str, language: str | None) -> None:
        self.written = _fold(text)
        self.plain = _unmarked(self.written)
        self.language = language

    def holds(self, term: Term) -> bool:
        """Tell whether a term occurs."""
        text = self.plain if _unmarked(term.text) == term.text else self.written
        if term.is_phrase or term.is_prefix or _UNSPACED.search(term.text) or not _LETTERS.fullmatch(term.text):
            return _exact(term).search(text) is not None
        wanted, head = _stemmed(term.text, self.language)
        return any(stem(match[0], self.language) == wanted for match in head.finditer(text))


def parse(text: str) -> Query:
    """Read a query. Words are parted by spaces or commas; one of those without a sign must occur, whatever the others.

    Raises:
        UseError: a quotation or bracket is left open, is empty or too deep, or a sign stands before nothing.
    """
    pieces = list(_pieces(text))
    query, rest = _query(pieces, 0, depth=0)
    if rest < len(pieces):
        raise UseError("problem-query-bracket-closed")
    return query


@lru_cache(maxsize=1024)
def read(text: str) -> Query:
    """Read a query whatever it is: what cannot be parsed is taken as plain words, as it was before there were signs."""
    try:
        return parse(text)
    except UseError:
        words = (word.strip('"()+-*') for word in regex.split(r"[\s,;，、]+", text.translate(_QUOTES)))
        return Query(some=tuple(Term(_fold(word)) for word in words if word))


def match(query: Query, words: Words) -> Found:
    """Tell whether a text is meant by a query, and why."""
    by: list[str] = []
    for part in query.never:
        if held := _held(part, words):
            return Found(is_meant=False, barred=held)
    for part in query.must:
        held = _held(part, words)
        if not held:
            return Found(is_meant=False, lacks=(_shown(part),))
        by += held
    some = [word for part in query.some for word in _held(part, words)]
    if query.some and not some:
        return Found(is_meant=False, lacks=tuple(map(_shown, query.some)))
    return Found(is_meant=True, by=tuple(dict.fromkeys([*by, *some])))


def _held(part: Part, words: Words) -> tuple[str, ...]:
    if isinstance(part, Term):
        return (_shown(part),) if words.holds(part) else ()
    found = match(part, words)
    return found.by or ("…",) if found.is_meant else ()


def _shown(part: Part) -> str:
    if isinstance(part, Term):
        return f'"{part.text}"' if part.is_phrase else f"{part.text}*" if part.is_prefix else part.text
    shown = [
        *(f"+{_shown(one)}" for one in part.must),
        *map(_shown, part.some),
        *(f"-{_shown(one)}" for one in part.never),
    ]
    return f"({' '.join(shown)})"


def _pieces(text: str) -> Iterator[Term | str]:
    """Give terms and signs; a sign or star within a word is a part of it ("c++", "well-known")."""
    at, text = 0, text.translate(_QUOTES)
    while at < len(text):
        found = _LEX.match(text, at)
        if found is None:
            raise UseError("problem-query-quote-open")
        at = found.end()
        if found["phrase"] is not None:
            phrase = " ".join(_fold(found["phrase"]).split())
            if not phrase:
                raise UseError("problem-query-quote-empty")
            yield Term(phrase, is_phrase=True, is_prefix=bool(found["any"]))
        elif found["word"]:
            if found["word"] not in _OR and (word := _fold(found["word"]).rstrip("*")):
                yield Term(word, is_prefix=found["word"].endswith("*"))
        elif found["mark"]:
            yield found["mark"]
        elif found["lone"]:
            raise UseError("problem-query-sign-alone", sign=found["lone"])


def _query(pieces: Sequence[Term | str], at: int, *, depth: int) -> tuple[Query, int]:
    """Read up to the bracket that closes, or the end; give where reading goes on."""
    parts: dict[str, list[Part]] = {"+": [], "-": [], "": []}
    sign = ""
    while at < len(pieces) and pieces[at] != ")":
        piece = pieces[at]
        at += 1
        if piece in {"+", "-"}:
            if sign:
                raise UseError("problem-query-sign-alone", sign=sign)
            sign = str(piece)
            continue
        part: Part
        if piece == "(":
            if depth == DEEPEST:
                raise UseError("problem-query-too-deep", limit=DEEPEST)
            part, at = _query(pieces, at, depth=depth + 1)
            if at == len(pieces):
                raise UseError("problem-query-bracket-open")
            at += 1
            if part == Query():
                raise UseError("problem-query-bracket-empty")
        else:
            assert isinstance(piece, Term)
            part = piece
        parts[sign].append(part)
        sign = ""
    if sign:
        raise UseError("problem-query-sign-alone", sign=sign)
    return Query(must=tuple(parts["+"]), never=tuple(parts["-"]), some=tuple(parts[""])), at


@lru_cache(maxsize=4096)
def _exact(term: Term) -> regex.Pattern[str]:
    pattern = r"\s+".join(regex.escape(word) for word in term.text.split(" "))
    if not _UNSPACED.search(term.text):
        pattern = rf"(?<!\w){pattern}" if term.is_prefix else rf"(?<!\w){pattern}(?!\w)"
    return regex.compile(pattern)


@lru_cache(maxsize=4096)
def _stemmed(word: str, language: str | None) -> tuple[str, regex.Pattern[str]]:
    """Give a word's stem, and what finds all that may have the same."""
    wanted = stem(word, language)
    alike = next(
        (at for at, both in enumerate(zip(word, wanted, strict=False)) if both[0] != both[1]),
        min(len(word), len(wanted)),
    )
    head = word[:alike]
    if len(head) < _SHORTEST_HEAD:
        head = word
    return wanted, regex.compile(rf"(?<!\w){regex.escape(head)}\p{{L}}*+(?!\w)")


def _unmarked(text: str) -> str:
    return unicodedata.normalize("NFC", _LATIN_MARKS.sub("", unicodedata.normalize("NFD", text)))


def _fold(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()
