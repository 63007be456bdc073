"""Where sources disagree: one denies or corrects what another says. Both sides are printed as they stand, side by side.

Decides by forms of denial, never who is right. Two numbers that differ are no contest by themselves: most often the
later is the newer (`core.changes` tells those).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import NamedTuple

import regex

from digests.core.evidence import Evidence
from digests.core.models import EntryId
from digests.core.worth import Weighed

LIKE = 0.1
"""Cosine from which a claim may be what is denied, by words that not all of the story's sentences say."""
BEFORE = 0.1
"""What the sentence just before a denial has ahead of others: "The company denies it" means that one."""

# Heads of words, but those marked "$". Offers are rejected too, and a dispute may be a strike: these need what follows.
_FORMS = (
    "denies denied denial$ denying disputes disputed contradict refute rebut$ rebuts rebutted debunk "
    "widerspr bestreit bestritt dementier zurückgewiesen niega$ niegan$ negó$ negaron$ desmient desmint "
    "dément$ démenti contest$ conteste$ contestent$ réfut nega$ negam$ negou$ desment smentisc smentit "
    "запереч спростов опроверг отрица"
)
_PHRASES = (
    r"reject(?:s|ed)? (?:the|that|all|this) (?:finding|claim|accusation|allegation|charge|report|account|figure)",
    "weist die vorwürfe", r"rechaz(?:a|ó)(?: [^ .]+){0,3} que", r"rejette(?:nt)? les accusations",
    "no basis in fact", "is false", "was false", "not true", "untrue", "doubts the", "does not agree", "challenged the",
    "ist falsch", "stimmt nicht", "es falso", "est faux", "не відповідає дійсності", "не соответствует",
)  # fmt: skip
_UNSPACED = "否认|否認|否定し|驳斥|駁斥|반박|부인"
_DENIAL = regex.compile(
    r"(?<![\p{L}\p{M}])(?:"
    + "|".join(form.removesuffix("$") + (r"(?!\p{L})" if form.endswith("$") else "") for form in _FORMS.split())
    + "|"
    + "|".join(_PHRASES)
    + rf")|{_UNSPACED}",
    regex.IGNORECASE,
)


_LEANING = regex.compile(
    r"\b(?:den(?:ies|ied)|disput(?:es|ed)|contradict(?:s|ed)|reject(?:s|ed)) (?:it\b|this\b|them\b|that(?=\s*[:.,;]))"
    r"|\blo (?:niega|negó|desmiente|desmintió)\b|\b(?:bestreitet|bestritt|dementiert) (?:das|dies)\b"
    r"|\ble (?:dément|conteste)\b|\bo (?:nega|negou|desmente)\b|\bзапереч\w+ (?:це|цього)\b",
    regex.IGNORECASE,
)
"""Denials of what the sentence before says, and of nothing else."""


class Contest(NamedTuple):
    """What is claimed, and who denies it."""

    claim: Evidence
    denial: Evidence


def contest(sentences: Sequence[Weighed], voice_of: Mapping[EntryId, str]) -> Contest | None:
    """Give the contest that is told most plainly: the denial most like a claim of another voice; None where none is."""
    denials = [each for each in sentences if is_denial(each.evidence.text)]
    if not denials:
        return None
    said = Counter(word for each in sentences for word in each.words)
    rarity = {word: log(len(sentences) / count) for word, count in said.items()}
    pairs = (
        (_alike(claim, denial, rarity) + BEFORE * leads_up, -index, claim.evidence, denial.evidence)
        for denial in denials
        for index, claim in enumerate(sentences)
        if claim not in denials and ((leads_up := _leads_up(claim, denial)) or _may_answer(denial, claim, voice_of))
    )
    best = max(pairs, key=lambda pair: pair[:2], default=None)
    return Contest(best[2], best[3]) if best and best[0] >= LIKE else None


def is_denial(text: str) -> bool:
    """Tell whether a sentence says that something was denied or is wrong."""
    return _DENIAL.search(text) is not None


def _alike(one: Weighed, other: Weighed, rarity: Mapping[str, float]) -> float:
    """Give the cosine of two sentences' words, each weighing as little as it is common in the story."""
    if not one.norm or not other.norm:
        return 0.0
    shared = one.words.keys() & other.words.keys()
    return sum(one.words[word] * other.words[word] * rarity[word] for word in shared) / (one.norm * other.norm)


def _may_answer(denial: Weighed, claim: Weighed, voice_of: Mapping[EntryId, str]) -> bool:
    """Tell whether a denial can be of what another voice says."""
    if _LEANING.search(denial.evidence.text):
        return False
    return not _voices(claim, voice_of) & _voices(denial, voice_of)


def _leads_up(claim: Weighed, denial: Weighed) -> bool:
    one, other = claim.evidence, denial.evidence
    return one.entry_id == other.entry_id and one.position == other.position - 1 and not other.in_title


def _voices(sentence: Weighed, voice_of: Mapping[EntryId, str]) -> set[str]:
    return set(_named(sentence.evidence.cites, voice_of))


def _named(cites: Iterable[EntryId], voice_of: Mapping[EntryId, str]) -> Iterable[str]:
    return (voice_of[entry_id] for entry_id in cites)
