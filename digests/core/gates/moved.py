"""Whether a number still counts what it counted: its noun and its subject stand with it in one cited sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from digests.core.calendar_words import MONTH_NAMES, WEEKDAY_NAMES, numbered
from digests.core.gates.amounts import Amount, amounts
from digests.core.gates.reading import Reading, Word

_AROUND, _LEADING = 3, 1  # words after a number, and before it, that say what it counts
_AS_NEAR = 12  # characters: two words
_ENOUGH = 2  # words that belong to another number; of a sentence that has this one too, one is enough
_STOP = regex.compile(r"[;:.!?()—。](?!\d)")
_ALL_OF_THEM = regex.compile(r"\b(?:the|all|all the|alle|die|los|las|les|os|as|усі|всі)\s$", regex.IGNORECASE)
"""What stands before a number that counts people or things named before: "the four had left"."""
CALENDAR = frozenset(
    word for names in (MONTH_NAMES, WEEKDAY_NAMES) for words in names.values() for word in numbered(words)
)
_CLAUSE = regex.compile(r"[;:()—–。]|,\s|、|\s(?:and|und|y|et|e|і|та|while|während|mientras|tandis|enquanto)\s")


def has_moved_number(sentence: Reading, cited: Sequence[Reading], titles: Sequence[Reading]) -> bool:
    """Tell whether the words around a number belong to another number of the cited sentences; titles only vouch."""
    own = amounts(sentence).all
    if not own:
        return False
    vouched = {one.measure for each in cited for one in amounts(each).all}
    return any(
        _is_nearer_another(amount, sentence, cited) or _is_of_another_sentence(amount, sentence, cited, titles)
        for amount in own
        if amount.measure in vouched and not _is_all_of_them(amount, sentence)
    )


def _is_all_of_them(amount: Amount, sentence: Reading) -> bool:
    """Tell whether a number in words only counts those who are spoken of."""
    is_spelled = not sentence.text[amount.start : amount.end].strip()[:1].isdigit()
    return is_spelled and _ALL_OF_THEM.search(sentence.text, 0, amount.start) is not None


def _is_nearer_another(amount: Amount, sentence: Reading, cited: Sequence[Reading]) -> bool:
    """Tell whether all the words that say what is counted stand nearest to other numbers in the evidence."""
    having = [each for each in cited if any(one.measure == amount.measure for one in amounts(each).all)]
    against = 0
    for word in _counted(amount, sentence):
        leads = word.end <= amount.start
        votes = [vote for each in cited for vote in _votes(word.stem, amount, each, leads=leads)]
        if any(votes):
            return False
        in_one = any(list(_votes(word.stem, amount, each, leads=leads)) for each in having)
        against += (_ENOUGH if in_one else 1) if votes and not leads else 0
    return against >= _ENOUGH


def _votes(stem: str, amount: Amount, evidence: Reading, *, leads: bool) -> Iterator[bool]:
    """Say of each place where a word stands with numbers whether this number is among the nearest.

    A word that leads to the number leads to all that follow it: "the rate from 3 to 2.75 percent".
    """
    for word in evidence.content:
        if word.stem == stem:
            theirs = [(_distance(one, word), one) for one in amounts(evidence).all if _is_beside(one, word, evidence)]
            closest = min((distance for distance, _ in theirs), default=0) + _AS_NEAR
            if theirs:
                yield any(one.measure == amount.measure for distance, one in theirs if leads or distance <= closest)


def _is_beside(amount: Amount, word: Word, evidence: Reading) -> bool:
    """Tell whether nothing parts a word from a number: no comma, no "and"."""
    begin, end = sorted((amount.end, word.start)) if word.start >= amount.end else sorted((word.end, amount.start))
    return _CLAUSE.search(evidence.text, begin, end) is None


def _is_of_another_sentence(
    amount: Amount, sentence: Reading, cited: Sequence[Reading], titles: Sequence[Reading]
) -> bool:
    """Tell whether the clause around a number says what another cited sentence says, one without this number."""
    clause = {word.stem for word in _clause(amount, sentence)}
    with_it = without = 0
    for each in (*cited, *titles):
        shared = len(clause & each.stems)
        if any(one.measure == amount.measure for one in amounts(each).all):
            with_it = max(with_it, shared)
        elif each not in titles:
            without = max(without, shared)
    return without > with_it and without >= _ENOUGH


def _counted(amount: Amount, sentence: Reading) -> Sequence[Word]:
    clause = [word for word in _clause(amount, sentence) if word.plain not in CALENDAR]
    leading = [word for word in clause if word.end <= amount.start][-_LEADING:]
    return [*leading, *[word for word in clause if word.start >= amount.end][:_AROUND]]


def _clause(amount: Amount, sentence: Reading) -> Sequence[Word]:
    others = [one for one in amounts(sentence).all if one is not amount]
    begin = max((one.end for one in others if one.end <= amount.start), default=0)
    end = min((one.start for one in others if one.start >= amount.end), default=len(sentence.text))
    if stops := list(_STOP.finditer(sentence.text, begin, amount.start)):
        begin = stops[-1].end()
    elif begin and (pauses := list(_CLAUSE.finditer(sentence.text, begin, amount.start))):
        begin = pauses[0].end()
    if stop := _STOP.search(sentence.text, amount.end, end):
        end = stop.start()
    elif pauses := list(_CLAUSE.finditer(sentence.text, amount.end, end)):
        end = pauses[0 if end == len(sentence.text) else -1].start()
    return [
        word for word in sentence.content if begin <= word.start < end and not amount.start <= word.start < amount.end
    ]


def _distance(amount: Amount, word: Word) -> int:
    """Give the characters between a number and a word; what a number counts follows it more often than it leads."""
    return word.start - amount.end if word.start >= amount.end else (amount.start - word.end) * 2
