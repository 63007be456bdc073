"""Which sentences tell a story: those worth most together, in as many words as there are, none said twice.

Chooses among evidence and changes none of it; what a sentence is worth is told by `core.worth`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import fmean, pstdev

from digests.core.evidence import Evidence, evidence_of
from digests.core.models import Entry, EntryId
from digests.core.sketches import Idf
from digests.core.worth import Weighed, cosine, weigh

BAR = 0.6
"""Standard deviations below the mean of a story's sentences at which one is worth no words: room that only such could
fill stays empty. .2 to .6 are level on the round-ups, where less room is left, and .6 is best on single articles."""

REPETITION = 0.1
"""What two sentences take from each other's worth, times their cosine, for each word of the shorter (after MMR,
Carbonell and Goldstein 1998). 0 and .2 lose up to .5 ROUGE-2."""

REPEATED = 0.6
"""Cosine above which a sentence says what another said: no reader wants both, whatever room is left."""

_LEAST = 0.1  # what the least of a story's sentences is worth where all are worth telling
_SWAPS = 20  # exchanges tried at most; more than 8 were never seen


def summarise(entries: Sequence[Entry], *, idf: Idf, language: str | None, max_words: int) -> tuple[Evidence, ...]:
    """Give the sentences that tell the story in at most `max_words`, in reading order; all verbatim.

    Empty only where no entry has text or a title. One sentence is given even where none is short enough.
    """
    evidence = evidence_of(entries, language=language)
    weighed = weigh(evidence, entries, idf=idf, language=language)
    return tuple(each.evidence for each in choose(weighed, max_words=max_words))


def choose(weighed: Sequence[Weighed], *, max_words: int, enough: int | None = None) -> tuple[Weighed, ...]:
    """Give the sentences worth printing, at most `max_words`; where none is that short, the shortest of the leads.

    With `enough`, so many words are told whatever they are worth, and nothing is added once they are.
    """
    if not weighed:
        return ()
    lowest = _bar(weighed) if enough is None else None
    chosen = _Choice(weighed, room=max_words, enough=max_words if enough is None else enough, bar=lowest).best()
    if not chosen:
        return (min(weighed, key=lambda each: (each.evidence.position > 0, each.length)),)
    return _in_reading_order([weighed[index] for index in chosen])


def choose_more(
    weighed: Sequence[Weighed], *, besides: Sequence[Weighed], max_words: int, most: int
) -> tuple[Weighed, ...]:
    """Give up to `most` sentences that add to those printed already; none where all is said."""
    if not weighed:
        return ()
    choice = _Choice(weighed, room=max_words, enough=max_words, bar=_bar(weighed), most=most, besides=besides)
    return _in_reading_order([weighed[index] for index in choice.best()])


def _bar(weighed: Sequence[Weighed]) -> float:
    worths = [each.worth for each in weighed]
    return fmean(worths) - BAR * pstdev(worths)


class _Choice:
    """A set of sentences under choice. Its value is the worth of its words above the bar, less what is said twice."""

    def __init__(
        self,
        weighed: Sequence[Weighed],
        *,
        room: int,
        enough: int,
        bar: float | None,
        most: int | None = None,
        besides: Sequence[Weighed] = (),
    ) -> None:
        self._weighed = weighed
        self._room = room
        self._enough = enough
        self._most = len(weighed) if most is None else most
        lowest = min(each.worth for each in weighed) - _LEAST
        least = lowest if bar is None or len(weighed) == 1 else bar
        self._gains = [each.length * (each.worth - least) for each in weighed]
        self._said = [max((cosine(each, other) for other in besides), default=0.0) for each in weighed]
        self._near: dict[int, list[float]] = {}

    def best(self) -> list[int]:
        """Give a set that no single addition, removal or exchange makes better."""
        chosen: list[int] = []
        while len(chosen) < self._most and self._words(chosen) < self._enough and (added := self._addition(chosen)):
            chosen = added
        for _ in range(_SWAPS):
            better = self._exchange(chosen)
            if better is None:
                break
            chosen = better
        return chosen

    def _addition(self, chosen: list[int]) -> list[int] | None:
        """Give the set with the sentence that gains most for each of its words; None where none gains."""
        room = self._room - self._words(chosen)
        gains = [
            (self._gain(index, chosen) / max(1, self._weighed[index].length), -index)
            for index in self._open(chosen, room)
        ]
        gain, index = max(gains, default=(0.0, 0))
        return [*chosen, -index] if gain > 0 else None

    def _exchange(self, chosen: list[int]) -> list[int] | None:
        """Give the best set that has one sentence of `chosen` less, and perhaps another instead; None if none gains."""
        best, value = None, 1e-9
        for index in chosen:
            rest = [other for other in chosen if other != index]
            lost = self._gain(index, rest)
            if -lost > value:
                best, value = rest, -lost
            room = self._room - self._words(rest)
            for other in self._open(chosen, room, besides=index):
                gained = self._gain(other, rest) - lost
                if gained > value:
                    best, value = [*rest, other], gained
        return best

    def _open(self, chosen: Sequence[int], room: int, *, besides: int | None = None) -> Iterable[int]:
        """Give the sentences that fit and that none of the chosen says already, but the one that is let go."""
        rows = [self._row(index) for index in chosen if index != besides]
        return (
            index
            for index, each in enumerate(self._weighed)
            if each.length <= room
            and index not in chosen
            and self._said[index] < REPEATED
            and all(row[index] < REPEATED for row in rows)
        )

    def _gain(self, index: int, chosen: Sequence[int]) -> float:
        length = self._weighed[index].length
        said = sum(self._row(other)[index] * min(length, self._weighed[other].length) for other in chosen)
        return self._gains[index] - REPETITION * (said + self._said[index] * length)

    def _row(self, index: int) -> list[float]:
        """Give how near all sentences are to a chosen one."""
        if index not in self._near:
            self._near[index] = [cosine(self._weighed[index], other) for other in self._weighed]
        return self._near[index]

    def _words(self, chosen: Iterable[int]) -> int:
        return sum(self._weighed[index].length for index in chosen)


def _in_reading_order(chosen: Sequence[Weighed]) -> tuple[Weighed, ...]:
    """Give the sentences of the entry with the best one first, each entry's own in the order they stand there."""
    best: dict[EntryId, float] = {}
    for each in chosen:
        best[each.evidence.entry_id] = max(each.worth, best.get(each.evidence.entry_id, each.worth))
    return tuple(
        sorted(chosen, key=lambda each: (-best[each.evidence.entry_id], each.evidence.entry_id, each.evidence.start))
    )
