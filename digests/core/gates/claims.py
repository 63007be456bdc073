"""Whether a sentence claims a cause, a superlative or a comparison that no evidence claims."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from digests.core.gates.likeness import overlap
from digests.core.gates.mark_words import Mark
from digests.core.gates.reading import Marked, Reading
from digests.core.gates.spelled_numbers import NUMBER_WORDS

_NEXT = regex.compile(r"\P{L}{0,3}(?P<word>\d|\p{L}+)")
_ANY = regex.compile(
    r"\s(?:\p{L}+\s){0,2}(?:any|all|every|ever|jede\p{L}*|alle|cualquier|tout|qualquer|будь-як\p{L}+)\b", regex.I
)
_FOR = regex.compile(r"\b(?:por|pour|for|over|wegen|from)\s[^,.;]{0,20}$", regex.IGNORECASE)
_WHOLE = 0.8  # as in core.gates.speakers: the share of a sentence that one other has
_SUBJECT = 2  # words that carry facts, from which a sentence starts: an adjective and its noun


def claims_more(sentence: Reading, cited: Sequence[Reading], kind: Mark) -> bool:
    """Tell whether a sentence has such a mark and nothing cited has one.

    "More than 300" compares nothing. "Shut because of a strike" is no more than "a strike shut": what is named as the
    cause is who acts in the evidence, or what it names by a shorter word: "por". "Higher than any" is the highest.
    """
    own = [mark for mark in sentence.of(kind) if not (kind is Mark.COMPARISON and _counts(sentence, mark))]
    if not own or any(each.of(kind) for each in cited):
        return False
    if kind is Mark.COMPARISON and any(each.of(Mark.SUPERLATIVE) for each in cited):
        return not all(_ANY.match(sentence.text, mark.end) for mark in own)
    return not (kind is Mark.CAUSE and all(_acts(sentence, mark, cited) for mark in own))


def _counts(sentence: Reading, mark: Marked) -> bool:
    """Tell whether a number follows a mark."""
    following = _NEXT.match(sentence.text, mark.end)
    words = NUMBER_WORDS.get(sentence.language, frozenset())
    return following is not None and (following["word"].isdigit() or following["word"].casefold() in words)


def _acts(sentence: Reading, mark: Marked, cited: Sequence[Reading]) -> bool:
    """Tell whether what is named as a cause opens a cited sentence that says all the rest."""
    return any(
        overlap(sentence, each) >= _WHOLE
        and any(
            word.stem == mark.about and (word in each.content[:_SUBJECT] or _FOR.search(each.text, 0, word.start))
            for word in each.content
        )
        for each in cited
    )
