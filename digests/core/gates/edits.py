"""Where a sentence is a source's sentence but for a few words: which words of it stand in the place of which.

A near copy that has "against" for "for" or "denied" for "said" says something else, whatever else is cited; in a freer
sentence the same words prove nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

import regex

from digests.core.gates.mark_words import Mark
from digests.core.gates.reading import Marked, Reading

NEAR = 0.7
"""Share of a sentence's words, all counted, that stand in the same order in the one it nearly copies."""
_LEFT_OUT = 3  # words, and twice as many where others stand in their place
_IDLE = regex.compile(
    r"(?:to be|be|(?:will|would) not|wird|werden|tomorrow|next|morgen|deni\p{L}+|deny\p{L}*|reject\p{L}*|dismiss\p{L}*"
    r"|turn\p{L}* down)\b",
    regex.IGNORECASE,
)
_FEWEST = 4  # words of a sentence whose order tells anything


class Exchange(NamedTuple):
    """The characters `begin` to `end` of the sentence stand for `their_begin` to `their_end`; either may be nothing.

    `is_clause`: so many words are left out or put in that what they deny or doubt goes with them.
    """

    begin: int
    end: int
    their_begin: int
    their_end: int
    is_clause: bool


def exchanges(sentence: Reading, cited: Sequence[Reading]) -> tuple[Reading, tuple[Exchange, ...]] | None:
    """Give the cited sentence that a sentence nearly copies and what is exchanged in it; None where it copies none.

    Time is the product of two sentences' words, some 60 each, for each cited sentence.
    """
    found = [(share, each, made) for each in cited for share, made in [_compared(sentence, each)] if share >= NEAR]
    if not found:
        return None
    _, nearest, made = max(found, key=lambda one: (one[0], one[1].text))
    return nearest, made


def marks_within(reading: Reading, kinds: Sequence[Mark], begin: int, end: int) -> tuple[Marked, ...]:
    """Give the marks that reach into a part of a text.

    Those that may mark nothing are left out ("to be", German "werden"), and those that are told by their opposites.
    """
    return tuple(
        mark
        for kind in kinds
        for mark in reading.of(kind)
        if begin < mark.end and mark.start < end and not _IDLE.match(reading.text, mark.start)
    )


@lru_cache(maxsize=512)
def _compared(sentence: Reading, other: Reading) -> tuple[float, tuple[Exchange, ...]]:
    own, theirs = ([word.plain for word in reading.words] for reading in (sentence, other))
    if len(own) < _FEWEST or len(set(own) & set(theirs)) < NEAR * len(set(own)):
        return 0.0, ()
    matcher = SequenceMatcher(None, own, theirs, autojunk=False)
    share = sum(block.size for block in matcher.get_matching_blocks()) / len(own)
    made = [
        Exchange(
            *_span(sentence, i, j),
            *_span(other, k, m),
            is_clause=max(j - i, m - k) > (2 * _LEFT_OUT if tag == "replace" else _LEFT_OUT),
        )
        for tag, i, j, k, m in matcher.get_opcodes()
        if tag != "equal"
    ]
    return share, tuple(made)


def _span(reading: Reading, begin: int, end: int) -> tuple[int, int]:
    if begin == end:
        return 0, 0
    return reading.words[begin].start, reading.words[end - 1].end
