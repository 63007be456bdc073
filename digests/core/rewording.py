"""A card in a model's words: what of its phrasing may be printed, and where. The worst one leaves the card as it was.

Every sentence passes the gates by itself or gives way to its evidence; what is new is told whatever the model left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import chain

from digests.core.cards import LEAD_WORDS, MAX_CITES, MAX_POINTS, POINTS_WORDS
from digests.core.digest import Card, Sentence
from digests.core.evidence import word_count
from digests.core.gates import Dropped, Kept, Phrased, Replaced
from digests.core.gates.repairing import repair
from digests.core.moments import day_of_words
from digests.core.phrasing import Material, Phrasing, Role, material_of, sentences_of


def accepted(phrasing: Phrasing, material: Material) -> Phrasing | None:
    """Give what may be printed of a phrasing; None where no sentence of the model is left.

    A sentence with a fault gives way to the evidence it names, or to nothing. Accepting twice changes nothing.
    """
    said = [(role, sentence) for role in Role for sentence in _to_the_point(phrasing, role, material)]
    outcomes = repair([sentence for _, sentence in said], material.evidence)
    if not any(isinstance(outcome, Kept) for outcome in outcomes):
        return None
    kept: dict[Role, list[Phrased]] = {role: [] for role in Role}
    for (role, _), outcome in zip(said, outcomes, strict=True):
        match outcome:
            case Kept(sentence=sentence):
                kept[role].append(sentence)
            case Replaced(number=number):
                kept[role] += _as_it_stands(material, [number])
            case Dropped():
                pass
    return Phrasing(lead=tuple(kept[Role.LEAD]), new=tuple(kept[Role.NEW]), points=tuple(kept[Role.POINTS]))


def reworded(card: Card, phrasing: Phrasing, *, model: str, slot: datetime) -> Card:
    """Give the card with what may be printed of a phrasing, signed by the model where a word of it is the model's.

    Its own lead stays where the model wrote none; its own points, but for what is told already, where it wrote none.
    """
    material = material_of(card)
    printed = accepted(phrasing, material) if material else None
    if material is None or printed is None:
        return card
    own = {role: sentences_of(card, role) for role in Role}
    given = tuple(chain.from_iterable(own.values()))[: len(material.evidence)]
    lead = _within(printed.lead, _room(own[Role.LEAD]))
    new = _within(printed.new, _room(own[Role.NEW]))
    new += _as_it_stands(material, sorted(material.numbers(Role.NEW) - _cited(new)))
    told = _cited(lead or _as_it_stands(material, material.numbers(Role.LEAD))) | _cited(new)
    points = [each for each in _within(printed.points, POINTS_WORDS) if not told.issuperset(each.cites)][:MAX_POINTS]
    points = points or _as_it_stands(material, sorted(material.numbers(Role.POINTS) - told))

    def drawn(sentences: Iterable[Phrased]) -> tuple[Sentence, ...]:
        return tuple(_sentence(each, given, card, slot) for each in sentences)

    unseen = own[Role.NEW][len(material.numbers(Role.NEW)) :]
    changed = replace(card, sentences=drawn(lead) or own[Role.LEAD], new=(*drawn(new), *unseen), points=drawn(points))
    copied = {sentence.text for sentence in chain.from_iterable(own.values())}
    is_own = all(sentence.text in copied for role in Role for sentence in sentences_of(changed, role))
    return card if is_own else replace(changed, written_by=model)


def _to_the_point(phrasing: Phrasing, role: Role, material: Material) -> Sequence[Phrased]:
    """Give what a model said for a role; as new only what stands on something new."""
    if role is not Role.NEW:
        return phrasing.of(role)
    new = material.numbers(Role.NEW)
    return [sentence for sentence in phrasing.new if new.intersection(sentence.cites)]


def _as_it_stands(material: Material, numbers: Iterable[int]) -> list[Phrased]:
    return [Phrased(text=material.evidence[number - 1].text, cites=(number,)) for number in numbers]


def _room(sentences: Sequence[Sentence]) -> int:
    return max(LEAD_WORDS[1], sum(word_count(sentence.text) for sentence in sentences))


def _within(sentences: Sequence[Phrased], most_words: int) -> list[Phrased]:
    """Give the first sentences, in so many words together."""
    taken: list[Phrased] = []
    left = most_words
    for each in sentences:
        left -= word_count(each.text)
        if left < 0:
            break
        taken.append(each)
    return taken


def _cited(sentences: Iterable[Phrased]) -> set[int]:
    return set(chain.from_iterable(sentence.cites for sentence in sentences))


def _sentence(phrased: Phrased, given: Sequence[Sentence], card: Card, slot: datetime) -> Sentence:
    """Give a sentence under the card's own source numbers, with what readers need beside its numbers and days."""
    stands_on = [given[number - 1] for number in dict.fromkeys(phrased.cites)]
    cites = sorted({cite for sentence in stands_on for cite in sentence.cites})[:MAX_CITES]
    published = {source.n: source.published for source in card.sources}
    days = (day_of_words(phrased.text, published[sentence.cites[0]], slot=slot) for sentence in stands_on)
    changed = (change for sentence in stands_on for change in sentence.changed if change.now in phrased.text)
    return Sentence(
        text=phrased.text,
        cites=tuple(cites),
        changed=tuple(dict.fromkeys(changed)),
        dated=next((day for day in days if day), None),
    )
