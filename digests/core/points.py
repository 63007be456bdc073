"""The sentences that carry what is new since an audience was told, the richest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from digests.core.changes import Change, changed_numbers
from digests.core.editions import Told
from digests.core.evidence import Evidence
from digests.core.models import Entry, EntryId
from digests.core.novelty import facts

MAX_NEW = 3
"""New points of a card (editorial notes §2.2)."""


def new_points(pool: Sequence[Evidence], missing: Iterable[str], *, language: str | None) -> list[Evidence]:
    """Give up to `MAX_NEW` sentences that carry the `missing` facts, those with most of them first."""
    left = set(missing)
    carried = [_carried(evidence.text, left, language) for evidence in pool]
    points: list[Evidence] = []
    while left and len(points) < MAX_NEW:
        best = max(range(len(pool)), key=lambda index: (len(carried[index] & left), -index), default=None)
        if best is None or not carried[best] & left:
            break
        left -= carried[best]
        points.append(pool[best])
    return points


def changes_of(
    evidence: Evidence,
    entries: Iterable[Entry],
    news: Mapping[EntryId, frozenset[str]],
    *,
    told: Told,
    language: str | None,
) -> tuple[Change, ...]:
    """Give what the numbers of a new sentence were in the entries told before."""
    before = [entry for entry in entries if entry.id not in news and entry.language in {language, None}]
    return changed_numbers(evidence.text, language=language, before=before, told=told)


def _carried(text: str, wanted: Iterable[str], language: str | None) -> set[str]:
    """Give the wanted facts a sentence states; a name may open it, where its capital alone would prove nothing."""
    stated = facts(text, language)
    folded = text.casefold()
    return {fact for fact in wanted if fact in stated or (fact.startswith("name:") and fact[5:] in folded)}
