"""How many words in a row are an entry's own: what may be quoted without marks is short."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from digests.core.quote_marks import quoted_spans

MOST_COPIED = 25
"""Words of one entry in a row, outside quotations (editorial notes, No. 50 and G12)."""

_WORD = regex.compile(r"(?P<unspaced>[\p{Han}\p{Hiragana}\p{Katakana}ー])|[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.,-]*+", regex.V1)
_UNSPACED_WEIGHT = 0.5  # two signs make a word, as `core.evidence.word_count` has it


def is_long_copy(text: str, cited: Sequence[str]) -> bool:
    """Tell whether more than `MOST_COPIED` words in a row stand so in one of the cited texts."""
    return any(_longest(piece, other) > MOST_COPIED for piece in _own_pieces(text) for other in map(_words, cited))


def _longest(piece: Sequence[str], other: Sequence[str]) -> float:
    """Give the length of the longest run both have; time is the product of their lengths, 60 words each at most."""
    best = 0.0
    row = [0.0] * (len(other) + 1)
    for word in piece:
        weight = _UNSPACED_WEIGHT if len(word) == 1 and not word.isascii() else 1.0
        row = [0.0, *(before + weight if word == theirs else 0.0 for before, theirs in zip(row, other, strict=False))]
        best = max(best, *row)
    return best


def _own_pieces(text: str) -> Sequence[Sequence[str]]:
    pieces, at = [], 0
    for span in quoted_spans(text).spans:
        pieces.append(text[at : max(at, span.start)])
        at = max(at, span.end)
    return [words for piece in (*pieces, text[at:]) if len(words := _words(piece)) > MOST_COPIED]


def _words(text: str) -> list[str]:
    return [match[0].casefold().rstrip(".,") for match in _WORD.finditer(text)][:_MOST_READ]


_MOST_READ = 400
