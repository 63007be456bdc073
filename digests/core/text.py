"""Plain text, its sentences with their places, and a lead without what agencies and feeds wrap around it. No I/O.

The one door to the words of an entry: markup and tokens live beside it and are passed on from here.
"""

from __future__ import annotations

from typing import NamedTuple

import regex
import sentencex

from digests.core.datelines import dateline
from digests.core.markup import clean_line, plain_text
from digests.core.sentences import mend
from digests.core.tokens import search_tokens, stem, tokens

__all__ = ["Span", "clean_lead", "clean_line", "plain_text", "search_tokens", "sentences", "stem", "tokens"]

# The library is quadratic in marks without words (1.7 s for 100,000 characters of "<?", 0.02 s for 10,000).
_AT_ONCE = 10_000
# Danish and Catalan cost it 0.2 ms a mark; others, where timed, 0.1 µs. News has a mark in 85 to 100 characters (six
# languages measured); a piece with four times as many is hardly news, and English rules serve.
_MOST_MARKS = 400
_MARK = regex.compile(r"[.!?…]")
_SURROGATE = regex.compile(r"\p{Cs}")

# What feeds append to an excerpt. Each is looked for in the last stretch only, and takes the rest of its paragraph.
_TAIL = 400
_APPENDED = regex.compile(
    r"(?:(?:^|(?<=[.!?…\]\n\"'”’)]))[^\S\n]*+)"
    r"(?:The post \S[^\n]{0,300}? (?:appeared first on|first appeared on) [^\n]*"
    r"|(?:Continue reading|Read more|Read the full (?:story|article)|Keep reading|View Entire Post|Click here to read"
    r"|Leer más|Seguir leyendo|Sigue leyendo|Lire la suite|Lire plus|Weiterlesen|Mehr lesen|Leggi tutto|Lees meer"
    r"|Leia mais|Continue lendo|Читать далее|Читати далі|Czytaj więcej|Läs mer|続きを読む|阅读全文|閱讀全文|더 보기)"
    r"[^\n]{0,160}"
    r"|Want all of The [^\n]{1,40}\? Subscribe\.?|Subscribe (?:now|here|to [^\n.]{1,60})\.?"
    r"|This (?:article|story|post) (?:was )?(?:originally|first) (?:appeared|published) (?:on|in|by) [^\n]{1,160})\s*$",
    regex.IGNORECASE,
)
_ELLIPSIS = regex.compile(
    r"\s*(?:\[(?:…|\.\.\.)\]|\[\+\d+ chars\]|(?:…|\.\.\.)\s*(?:»|›|→|more)?)\s*$", regex.IGNORECASE
)


class Span(NamedTuple):
    """Where a sentence stands: `text[start:end]`."""

    start: int
    end: int


def sentences(text: str, language: str | None) -> tuple[Span, ...]:
    """Give the sentences in order, none blank, no white space around them, none across a newline.

    `language` is ISO 639-1; without it, or with one unknown to the library, English rules serve.
    """
    found: list[Span] = []
    start = 0
    for paragraph in text.split("\n"):
        if paragraph and not paragraph.isspace():
            found += _spans(paragraph, start, language or "en")
        start += len(paragraph) + 1
    return tuple(found)


def clean_lead(text: str) -> str:
    """Give the text without its dateline ("PORT LYN (Agency) - ") and what feeds append ("Continue reading …")."""
    line = dateline(text)
    text = text[line.end :] if line else text
    head, tail = text[:-_TAIL], text[-_TAIL:]
    while (shorter := _ELLIPSIS.sub("", _APPENDED.sub("", tail))) != tail:
        tail = shorter
    return (head + tail).strip()


def _spans(paragraph: str, offset: int, language: str) -> list[Span]:
    readable = _SURROGATE.sub("?", paragraph)  # the library is Rust and takes no lone surrogates
    spans = []
    start = 0
    for end in mend(readable, _ends(readable, language), language):
        if span := _trim(paragraph, start, end):
            spans.append(Span(offset + span.start, offset + span.end))
        start = end
    return spans


def _ends(paragraph: str, language: str) -> list[int]:
    """Find the ends the library knows, the last of them the paragraph's."""
    found: list[int] = []
    at = 0
    while at < len(paragraph):
        piece = paragraph[at : at + _AT_ONCE]
        rules = "en" if len(_MARK.findall(piece)) > _MOST_MARKS else language
        ends = [at + boundary["end_index"] for boundary in sentencex.get_sentence_boundaries(rules, piece)]
        if at + len(piece) < len(paragraph) and len(ends) > 1:
            ends.pop()  # it was cut short here: read it again as the first of the next piece
        found += ends
        at = found[-1]
    return found


def _trim(text: str, start: int, end: int) -> Span | None:
    sentence = text[start:end]
    start += len(sentence) - len(sentence.lstrip())
    end -= len(sentence) - len(sentence.rstrip())
    return Span(start, end) if start < end else None
