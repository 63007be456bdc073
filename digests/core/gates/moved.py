"""Whether a number still counts what it counted: its noun and its subject stand with it in one cited sentence."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from digests.core.gates.amounts import Amount, amounts
from digests.core.gates.reading import Reading, Word

_AROUND = 3  # words on a side of a number that say what it counts
_CLAUSE = regex.compile(r"[;:()—–。]|,\s|、|\s(?:and|und|y|et|e|і|та|while|während|mientras|tandis|enquanto)\s")


def has_moved_number(sentence: Reading, cited: Sequence[Reading]) -> bool:
    """Tell whether the words around a number belong to another number of the evidence."""
    own = amounts(sentence).all
    if not own:
        return False
    return any(
        _is_nearer_another(amount, sentence, cited) or _is_of_another_sentence(amount, sentence, cited) for amount in own
    )


def _is_nearer_another(amount: Amount, sentence: Reading, cited: Sequence[Reading]) -> bool:
    """Tell whether all the words that say what is counted stand nearest to other numbers in the evidence."""
    votes = [vote for word in _counted(amount, sentence) for vote in [_vote(word.stem, amount, cited)] if vote is not None]
    return bool(votes) and not any(votes)


def _vote(stem: str, amount: Amount, cited: Sequence[Reading]) -> bool | None:
    """Say whether a word stands nearest to this number wherever it stands with numbers; None where it nowhere does."""
    nearest: list[bool] = []
    for each in cited:
        theirs = amounts(each).all
        for word in each.content:
            if word.stem == stem and theirs:
                closest = min(_distance(one, word) for one in theirs)
                nearest.append(any(one.measure == amount.measure for one in theirs if _distance(one, word) <= closest + 12))
    return any(nearest) if nearest else None


def _is_of_another_sentence(amount: Amount, sentence: Reading, cited: Sequence[Reading]) -> bool:
    """Tell whether the clause around a number says what another cited sentence says, one without this number."""
    clause = {word.stem for word in _clause(amount, sentence)}
    with_it = without = 0
    for each in cited:
        shared = len(clause & each.stems)
        if any(one.measure == amount.measure for one in amounts(each).all):
            with_it = max(with_it, shared)
        else:
            without = max(without, shared)
    return without > with_it and bool(clause)


def _counted(amount: Amount, sentence: Reading) -> Sequence[Word]:
    following = [word for word in sentence.content if word.start >= amount.end]
    others = [one.start for one in amounts(sentence).all if one.start >= amount.end]
    limit = min(others, default=len(sentence.text))
    return [word for word in following if word.end <= limit][:_AROUND]


def _clause(amount: Amount, sentence: Reading) -> Sequence[Word]:
    others = [one for one in amounts(sentence).all if one is not amount]
    begin = max((one.end for one in others if one.end <= amount.start), default=0)
    end = min((one.start for one in others if one.start >= amount.end), default=len(sentence.text))
    if begin and (pauses := list(_CLAUSE.finditer(sentence.text, begin, amount.start))):
        begin = pauses[0].end()
    if end < len(sentence.text) and (pauses := list(_CLAUSE.finditer(sentence.text, amount.end, end))):
        end = pauses[-1].start()
    return [word for word in sentence.content if begin <= word.start < end]


def _distance(amount: Amount, word: Word) -> int:
    """Give the characters between a number and a word; what a number counts follows it more often than it leads."""
    return word.start - amount.end if word.start >= amount.end else (amount.start - word.end) * 2
