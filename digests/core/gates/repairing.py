"""What is printed in the place of sentences with a fault. Never is more than the sentence lost."""

from __future__ import annotations

from collections.abc import Sequence

from digests.core.gates.judging import judge
from digests.core.gates.orders import gives_orders
from digests.core.gates.surface import has_address, has_markup
from digests.core.gates.values import Dropped, Evidence, Fault, Kept, Phrased, Replaced


def repair(sentences: Sequence[Phrased], evidence: Sequence[Evidence]) -> tuple[Kept | Replaced | Dropped, ...]:
    """Give what becomes of each sentence, in order: kept, replaced by the first evidence it cites, or dropped.

    Evidence is printed in a sentence's place once, and only where no sentence that is kept cites it. Where nothing is
    left the caller prints its extractive card.
    """
    faults = [judge(sentence, evidence) for sentence in sentences]
    told = {number for sentence, fault in zip(sentences, faults, strict=True) if fault is None for number in sentence.cites}
    outcomes: list[Kept | Replaced | Dropped] = []
    for sentence, fault in zip(sentences, faults, strict=True):
        if fault is None:
            outcomes.append(Kept(sentence=sentence))
            continue
        outcome = _instead(sentence, fault, evidence, told)
        if isinstance(outcome, Replaced):
            told.add(outcome.number)
        outcomes.append(outcome)
    return tuple(outcomes)


def _instead(sentence: Phrased, fault: Fault, evidence: Sequence[Evidence], told: set[int]) -> Replaced | Dropped:
    number = next((number for number in sentence.cites if 1 <= number <= len(evidence)), None)
    if number is None or number in told or not _is_fit(evidence[number - 1].text):
        return Dropped(sentence=sentence, fault=fault)
    return Replaced(sentence=sentence, fault=fault, number=number)


def _is_fit(text: str) -> bool:
    return not (has_address(text) or has_markup(text) or gives_orders(text))
