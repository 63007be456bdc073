"""The one quotation of a card: words somebody said, with the name the text gives them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from digests.core.evidence import MAX_TEXT, Evidence, word_count
from digests.core.models import Entry
from digests.core.quotations import Quotation, quotations
from digests.core.text import tokens

WORDS = (6, 35)
"""Words of a quotation: fewer are a phrase, more a speech (editorial notes §2.2)."""

_ENTRIES = 6  # read for it, as many as a sources line shows


class Quoted(NamedTuple):
    """A quotation and the entry it stands in."""

    text: str
    speaker: str
    entry: Entry


def quote_of(entries: Sequence[Entry], printed: Iterable[Evidence], *, language: str | None) -> Quoted | None:
    """Give the quotation that has most in common with what is printed and is not printed itself; None without one."""
    said = [evidence.text for evidence in printed]
    told = {token for text in said for token in tokens(text, language)}
    found = [
        (len(told.intersection(tokens(words, language))), -place, Quoted(words, one.speaker, entry))
        for place, entry in enumerate(entries[:_ENTRIES])
        for one in quotations(entry.text[:MAX_TEXT], entry.language or language)
        if _is_fit(words := entry.text[one.start : one.end], one) and not any(words in text for text in said)
    ]
    return max(found, key=lambda each: each[:2], default=(0, 0, None))[2]


def _is_fit(words: str, quotation: Quotation) -> bool:
    return bool(quotation.speaker) and "\n" not in words and WORDS[0] <= word_count(words) <= WORDS[1]
