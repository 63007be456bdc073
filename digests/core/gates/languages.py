"""Which language a sentence is read in: that of its evidence, if the sentence is written in it and its words are known."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import regex

from digests.core.gates.function_words import FUNCTION_WORDS, UNSPACED_LANGUAGES
from digests.core.gates.mark_words import MARK_WORDS

KNOWN = frozenset(MARK_WORDS)
"""Languages in which the gates know how things are denied, alleged, planned, compared."""

_WORD = regex.compile(r"[\p{L}\p{M}’']+")
_HAN = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")
_KANA = regex.compile(r"[\p{Hiragana}\p{Katakana}]")
_CYRILLIC = regex.compile(r"\p{Cyrillic}")
_LATIN = regex.compile(r"\p{Latin}")
_TIMES = 2  # function words of another language to those of the evidence's, from which it is written in the other
_FEWEST = 3


def language_of(text: str, stated: Iterable[str | None]) -> str | None:
    """Give the language to read a sentence in, one `stated` for what it cites; None where it is in no such language."""
    codes = [code.split("-")[0] for code in stated if code]
    wanted = [code for code in dict.fromkeys(codes) if code in KNOWN]
    if codes and not wanted:
        return None
    written = _written(text)
    if not wanted:
        return written or ("en" if _LATIN.search(text) or not regex.search(r"\p{L}", text) else None)
    if written in wanted:
        return written
    return wanted[0] if written is None and _has_script(text, wanted[0]) else None


@lru_cache(maxsize=1024)
def _written(text: str) -> str | None:
    """Give the language whose function words a text has clearly most of; None where that is not clear."""
    if _KANA.search(text) and len(_HAN.findall(text)) > len(_LATIN.findall(text)):
        return "ja"
    words = [match[0].casefold() for match in _WORD.finditer(text)]
    counts = sorted(
        ((sum(word in functions for word in words), code) for code, functions in FUNCTION_WORDS.items()), reverse=True
    )
    (most, code), (next_most, _) = counts[:2]
    return code if most >= _FEWEST and most >= _TIMES * next_most else None


def _has_script(text: str, language: str) -> bool:
    letters = regex.findall(r"\p{L}", text)
    if not letters:
        return True
    script = _HAN if language in UNSPACED_LANGUAGES else _CYRILLIC if language == "uk" else _LATIN
    return len(script.findall(text)) * 2 >= len(letters)
