"""Which sentences tell a story: the central ones, said first and said once.

Chooses among evidence and changes none of it. The first, plain engine: position, centrality, and MMR against
repetition; `select` can be replaced as long as it takes evidence and gives some of it back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from digests.core.evidence import Evidence, evidence_of, word_count
from digests.core.models import Entry, EntryId
from digests.core.sketches import Idf
from digests.core.text import tokens

POSITION_WEIGHT, POSITION_HALF = 1.0, 3.0
"""The first sentence counts as much as the most central one, the fourth half of that. Wide optimum on the development
summaries: from 1 to 2, and 1 to 8, ROUGE-1 stays within 0.5 where there are several reports, and only a single
report loses with a flatter slope."""

RELEVANCE = 0.7
"""MMR's balance of worth against repetition; 0.7 and 0.85 differ by 0.3 ROUGE-1 at most on the same files."""

REPEATED = 0.6
"""Cosine above which a sentence says what another said: no reader wants both, whatever room is left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weighed:
    """A sentence with its words, each weighing what it tells; `norm` is the length of that vector."""

    evidence: Evidence
    words: Mapping[str, float]
    norm: float
    length: int


def summarise(entries: Sequence[Entry], *, idf: Idf, language: str | None, max_words: int) -> tuple[Evidence, ...]:
    """Give the sentences that tell the story in at most `max_words`, in reading order; all verbatim.

    Empty only where no entry has text or a title. One sentence is given even where none is short enough.
    """
    return select(evidence_of(entries, language=language), idf=idf, language=language, max_words=max_words)


def select(
    evidence: Sequence[Evidence], *, idf: Idf, language: str | None, max_words: int, enough: int | None = None
) -> tuple[Evidence, ...]:
    """Give the evidence worth printing, at most `max_words`; where none is that short, the shortest of the leads.

    With `enough`, nothing is added once so many words are told.
    """
    weighed = [_weigh(each, idf=idf, language=language) for each in evidence]
    if not weighed:
        return ()
    relevance = _relevance(weighed)
    chosen: list[int] = []
    room = max_words
    nearest = [0.0] * len(weighed)
    least = 0 if enough is None else max_words - enough
    while room > least and (best := _next(weighed, relevance, nearest, chosen, room=room)) is not None:
        chosen.append(best)
        room -= weighed[best].length
        nearest = [max(near, _cosine(each, weighed[best])) for near, each in zip(nearest, weighed, strict=True)]
    if not chosen:
        return (min(weighed, key=lambda each: (each.evidence.position > 0, each.length)).evidence,)
    return _in_reading_order([weighed[index].evidence for index in chosen])


def _weigh(evidence: Evidence, *, idf: Idf, language: str | None) -> _Weighed:
    counts = Counter(tokens(evidence.text, language))
    words = {word: idf(word) for word in counts}
    norm = sqrt(sum(weight * weight for weight in words.values()))
    return _Weighed(evidence=evidence, words=words, norm=norm, length=word_count(evidence.text))


def _relevance(weighed: Sequence[_Weighed]) -> list[float]:
    """Give each sentence's worth from 0 to 2: how near the story's middle it is, and how early it stands."""
    middle = _middle(weighed)
    near = [
        sum(weight * middle.get(word, 0.0) for word, weight in each.words.items()) / each.norm if each.norm else 0.0
        for each in weighed
    ]
    top = max(near) or 1.0
    return [
        value / top + POSITION_WEIGHT / (1 + each.evidence.position / POSITION_HALF)
        for value, each in zip(near, weighed, strict=True)
    ]


def _middle(weighed: Sequence[_Weighed]) -> dict[str, float]:
    """Give the story's words, by how many entries say them: an entry counts once, however often it repeats."""
    said: dict[str, set[EntryId]] = {}
    weight: dict[str, float] = {}
    for each in weighed:
        for word, value in each.words.items():
            said.setdefault(word, set()).update(each.evidence.cites)
            weight[word] = value
    return {word: len(entries) * weight[word] for word, entries in said.items()}


def _next(
    weighed: Sequence[_Weighed],
    relevance: Sequence[float],
    nearest: Sequence[float],
    chosen: Sequence[int],
    *,
    room: int,
) -> int | None:
    """Give the sentence to take next (Carbonell and Goldstein 1998, MMR), or None where none fits or none is new."""
    open_ = [
        index
        for index, each in enumerate(weighed)
        if index not in chosen and each.length <= room and nearest[index] < REPEATED
    ]
    if not open_:
        return None
    return max(open_, key=lambda index: (RELEVANCE * relevance[index] - (1 - RELEVANCE) * nearest[index], -index))


def _cosine(one: _Weighed, other: _Weighed) -> float:
    if not one.norm or not other.norm:
        return 0.0
    common = one.words.keys() & other.words.keys()
    return sum(one.words[word] * other.words[word] for word in common) / (one.norm * other.norm)


def _in_reading_order(chosen: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Give the sentences of the entry that was best first, each entry's own in the order they stand there."""
    turn: dict[EntryId, int] = {}
    for evidence in chosen:
        turn.setdefault(evidence.entry_id, len(turn))
    return tuple(sorted(chosen, key=lambda evidence: (turn[evidence.entry_id], evidence.start)))
