"""What each sentence of a story is worth to a reader who sees only a few: a sum of a few terms with names.

Weighs and chooses nothing (`core.summary` does). All terms are read off the story itself, in any language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import log1p, sqrt

from digests.core.evidence import Evidence, has_quotation, word_count
from digests.core.models import Entry, EntryId
from digests.core.quotations import is_said_by_nobody
from digests.core.sketches import Idf
from digests.core.text import tokens

# Learnt by ridge regression of each sentence's ROUGE-1 and ROUGE-2 precision on two thirds of the round-ups and on the
# several-article summaries (shared/data/summaries), and rounded. Twenty terms, or boosted trees, gave no more.
POSITION, POSITION_HALF = 0.14, 3.0
"""The first sentence of a report gets it whole, the fourth half of it."""
OFTEN_SAID = 0.27
"""For the mean logarithm of how often the story says each telling word (Nenkova and Vanderwende 2005, SumBasic)."""
LIKE_LEADS, LIKE_TITLES = 0.19, 0.28
"""For the cosine with the first sentences of all reports, and with their titles."""
AGREED = 0.29
"""For the share of the other reports that say its words too."""
QUOTED, BY_NOBODY = -0.04, -0.15
"""A quotation has a place of its own on a card, and as a summary it tells less; one by "he" or "she" hardly stands."""
OF_THE_MEDIAL_REPORT = 2.0
"""For how much of a report's opening the other reports say: the report that agrees most tells the story best. The
medial report alone scores as high as the best mixture on the round-ups; 1 to 4 differ by .3."""

FRESH, FRESH_HALF_LIFE = 0.4, timedelta(hours=12)
"""For the newest report, and half of it for one half a day older: beside it the other terms part sentences by .5 or so.
The development files have no dates. In the demo .8 told of a protest after the final, and not who won it."""

TELLING = 2.5
"""Inverse document frequency below which a word says little: "would", "people"."""
UNKNOWN = 0.3
"""Where a term cannot be told (one report, no title): what others have in the middle; the same for all sentences."""

_OPENING = 600  # characters of a report's opening, about 80 words: as much as the round-ups' reports have


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A sentence with its worth, its length in words, and its words as a vector of length `norm`."""

    evidence: Evidence
    worth: float
    length: int
    words: Mapping[str, float]
    norm: float


def weigh(
    evidence: Sequence[Evidence], entries: Sequence[Entry], *, idf: Idf, language: str | None
) -> tuple[Weighed, ...]:
    """Give the sentences with their worth, in the order given. `entries` are those that the story is told from."""
    told_by = {each.entry_id for each in evidence}
    reports = [entry for entry in entries if entry.id in told_by]
    split = [tokens(each.text, language) for each in evidence]
    vectors = [{word: idf(word) for word in words} for words in split]
    norms = [_norm(vector) for vector in vectors]
    telling = [[word for word in words if idf(word) >= TELLING] for words in split]
    often = Counter(word for words in telling for word in words)
    said_by = _said_by(evidence, telling)
    leads = _leads(evidence)
    titles = {word: idf(word) for entry in reports for word in tokens(entry.title, language) if idf(word) >= TELLING}
    agreement = _agreement(reports, language)
    freshness = _freshness(entries)
    weighed = []
    for index, each in enumerate(evidence):
        vector, norm, words = vectors[index], norms[index], telling[index]
        others = [_cosine(vector, norm, vectors[lead], norms[lead]) for lead in leads if lead != index]
        worth = (
            POSITION / (1 + each.position / POSITION_HALF)
            + OFTEN_SAID * _mean([log1p(often[word]) for word in words], default=0.0)
            + LIKE_LEADS * _mean(others)
            + LIKE_TITLES * (_cosine(vector, norm, titles, _norm(titles)) if titles else UNKNOWN)
            + AGREED * _shared(words, said_by, reports=len(reports))
            + (has_quotation(each.text) and QUOTED + BY_NOBODY * is_said_by_nobody(each.text))
            + OF_THE_MEDIAL_REPORT * agreement.get(each.entry_id, 0.0)
            + FRESH * max(freshness[entry_id] for entry_id in each.cites)
        )
        weighed.append(
            Weighed(evidence=each, worth=worth, length=word_count(each.text), words=vector, norm=norm),
        )
    return tuple(weighed)


def cosine(one: Weighed, other: Weighed) -> float:
    """Give how much two sentences say the same, from 0 to 1."""
    return _cosine(one.words, one.norm, other.words, other.norm)


def _said_by(evidence: Sequence[Evidence], telling: Sequence[Sequence[str]]) -> dict[str, set[EntryId]]:
    said: dict[str, set[EntryId]] = {}
    for each, words in zip(evidence, telling, strict=True):
        for word in words:
            said.setdefault(word, set()).update(each.cites)
    return said


def _leads(evidence: Sequence[Evidence]) -> list[int]:
    first: dict[EntryId, int] = {}
    for index, each in enumerate(evidence):
        first.setdefault(each.entry_id, index)
    return list(first.values())


def _shared(words: Sequence[str], said_by: Mapping[str, set[EntryId]], *, reports: int) -> float:
    if reports < 2:  # noqa: PLR2004 - one report has no others
        return UNKNOWN
    return _mean([(len(said_by[word]) - 1) / (reports - 1) for word in words], default=0.0)


def _agreement(reports: Sequence[Entry], language: str | None) -> dict[EntryId, float]:
    """Give, by report, the mean F1 of its opening's words against the others' openings and titles."""
    if len(reports) < 2:  # noqa: PLR2004 - one report has no others
        return {}
    openings = [Counter(tokens(entry.text[:_OPENING], language)) for entry in reports]
    titled = [
        opening + Counter(tokens(entry.title, language)) for opening, entry in zip(openings, reports, strict=True)
    ]
    sizes = [opening.total() for opening in openings]
    return {
        entry.id: _mean(
            [
                2 * (openings[own] & titled[other]).total() / max(1, sizes[own] + titled[other].total())
                for other in range(len(reports))
                if other != own and sizes[other]
            ],
            default=0.0,
        )
        for own, entry in enumerate(reports)
    }


def _freshness(entries: Sequence[Entry]) -> dict[EntryId, float]:
    newest = max((entry.published for entry in entries), default=None)
    return {entry.id: 0.5 ** ((newest - entry.published) / FRESH_HALF_LIFE) for entry in entries if newest}


def _cosine(one: Mapping[str, float], norm: float, other: Mapping[str, float], other_norm: float) -> float:
    if not norm or not other_norm:
        return 0.0
    common = one.keys() & other.keys()
    return sum(one[word] * other[word] for word in common) / (norm * other_norm)


def _norm(vector: Mapping[str, float]) -> float:
    return sqrt(sum(weight * weight for weight in vector.values()))


def _mean(values: Sequence[float], *, default: float = UNKNOWN) -> float:
    return sum(values) / len(values) if values else default
