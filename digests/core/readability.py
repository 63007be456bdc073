"""How hard sentences are to read, by a number: how long they are, and how many of their words are.

LIX (Björnsson, "Läsbarhet", 1968) needs no word list; its author compared languages by it ("Readability of Newspapers
in 11 Languages", 1983). Japanese parts no words: there the share of Chinese characters stands for long words; with the
length of sentences it weighs most in Tateisi, Ono, Yamada, "A computer readability formula of Japanese texts" (COLING
1988).
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from digests.core.text import sentences

LONG = 6
"""Letters that a long word has more of (Björnsson)."""

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*")
_UNSPACED = frozenset({"ja"})
_SIGN = regex.compile(r"[\p{L}\p{N}]")
_HAN = regex.compile(r"\p{Han}")


def difficulty(texts: Sequence[str], language: str | None) -> float:
    """Give the number: below 30 very easy, above 60 very hard for spaced languages; 0 for no words.

    Numbers of two languages do not compare.
    """
    whole = [text[span.start : span.end] for text in texts for span in sentences(text, language)]
    unit, long = (_SIGN, _HAN) if language in _UNSPACED else (_WORD, None)
    words = [match[0] for text in whole for match in unit.finditer(text)]
    if not words:
        return 0.0
    many = sum(bool(long.match(word)) if long else len(word) > LONG for word in words)
    return len(words) / len(whole) + 100 * many / len(words)


def is_simpler(texts: Sequence[str], than: Sequence[str], language: str | None) -> bool:
    """Tell whether texts are easier to read than others, by as much as a reader is told: a whole number."""
    return round(difficulty(texts, language)) < round(difficulty(than, language))
