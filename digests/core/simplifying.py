"""A story in simpler words: what of a model's may be printed, and whether it is simpler than the card at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from digests.core.gates import Dropped, Kept, Phrased, Replaced
from digests.core.gates.repairing import repair
from digests.core.phrasing import Material, Phrasing
from digests.core.readability import difficulty, is_simpler


@dataclass(frozen=True, slots=True, kw_only=True)
class Simpler:
    """Sentences easier to read than the card's, and how hard both are by `readability.difficulty`, rounded."""

    sentences: tuple[Phrased, ...]
    now: int
    was: int


def simplified(phrasing: Phrasing, material: Material, than: Sequence[str]) -> Phrasing | None:
    """Give what may be printed, with its evidence in the place of what may not; None where that is not simpler."""
    kept: list[Phrased] = []
    for outcome in repair(phrasing.lead, material.evidence):
        match outcome:
            case Kept(sentence=sentence):
                kept.append(sentence)
            case Replaced(number=number):
                kept.append(Phrased(text=material.evidence[number - 1].text, cites=(number,)))
            case Dropped():
                pass
    printed = Phrasing(lead=tuple(kept))
    return printed if measured(printed, than, material.language) else None


def measured(phrasing: Phrasing, than: Sequence[str], language: str | None) -> Simpler | None:
    """Give sentences with how hard they are to read, and how hard the others are; None where not easier than these."""
    texts = [sentence.text for sentence in phrasing.lead]
    if not texts or not is_simpler(texts, than, language):
        return None
    return Simpler(
        sentences=phrasing.lead, now=round(difficulty(texts, language)), was=round(difficulty(than, language))
    )
