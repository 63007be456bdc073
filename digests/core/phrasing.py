"""What a language model is given of one story, and what it may answer with. Nothing is checked here, see `rewording`.

The model sees what the card prints already and nothing else, so it can cite no source that the card does not list.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import blake2b

from digests.core.digest import EXTRACT, Card, Sentence
from digests.core.gates import Evidence, Phrased
from digests.core.spending import Tokens
from digests.core.withdrawing import CORRECTED, WITHDRAWN

MAX_EVIDENCE = 12
"""Sentences a model is given: what 2,100 tokens of a story hold beside the rules (editorial notes §4.2)."""

MOST_ASKED = 200
"""Characters of a question: two sentences; one story's evidence answers no longer one."""

_KEY_BYTES = 20


class Task(StrEnum):
    """What a model is asked to do with evidence; all but the first answer as the lead alone."""

    PHRASE = "phrase"  # a card's roles, in its own words
    SIMPLER = "simpler"
    ANSWER = "answer"  # what a member asks
    TRANSLATE = "translate"  # each sentence by itself, which it cites


class Role(StrEnum):
    """Where a sentence stands on its card."""

    LEAD = "lead"
    NEW = "new"
    POINTS = "points"


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """The evidence of one card in the order of its numbers, and the role of each."""

    evidence: tuple[Evidence, ...]
    roles: tuple[Role, ...]
    language: str | None

    def numbers(self, role: Role) -> frozenset[int]:
        """Give the numbers of the evidence that has a role."""
        return frozenset(number for number, held in enumerate(self.roles, start=1) if held is role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One story to be told, on a day; `asked` is what a member wants to know of it, `into` the language to give it in.

    What a member asks is data as feeds' text is: it steers nothing.
    """

    material: Material
    today: date
    task: Task = Task.PHRASE
    asked: str = ""
    into: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrasing:
    """A story in a model's words: sentences by the role they are for, any of them empty."""

    lead: tuple[Phrased, ...] = ()
    new: tuple[Phrased, ...] = ()
    points: tuple[Phrased, ...] = ()

    def of(self, role: Role) -> tuple[Phrased, ...]:
        """Give the sentences for a role."""
        return {Role.LEAD: self.lead, Role.NEW: self.new, Role.POINTS: self.points}[role]


class Silence(StrEnum):
    """Why a model gave nothing that can be used."""

    OFF = "off"  # it refused our key: not asked again before a restart
    RESTING = "resting"  # it failed too often
    UNREACHABLE = "unreachable"
    SLOW = "slow"
    UNKNOWN = "unknown"  # no such model there, or nothing at that address
    REFUSED = "refused"  # by another status
    GARBAGE = "garbage"  # no answer in the form asked for; the same question would give it again


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What a model said, unchecked, and the tokens that took; None where the endpoint does not count them."""

    phrasing: Phrasing
    tokens: Tokens | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unanswered:
    """Why there is nothing to use, and the tokens that took; None where nobody knows."""

    why: Silence
    tokens: Tokens | None


def material_of(card: Card) -> Material | None:
    """Give what a model may phrase of a card: its lead, what is new, its points; None where nothing is to be phrased.

    Both sides of a contest and a quotation stay as the sources have them. A card in a model's words is no evidence, and
    what moderators took back stays as they left it.
    """
    if card.written_by != EXTRACT or card.translated_by or is_taken_back(card):
        return None
    taken = [(role, sentence) for role in Role for sentence in sentences_of(card, role)][:MAX_EVIDENCE]
    return Material(
        evidence=tuple(_evidence(card, sentence) for _, sentence in taken),
        roles=tuple(role for role, _ in taken),
        language=card.language,
    )


def is_taken_back(card: Card) -> bool:
    """Tell whether moderators withdrew or corrected a story: what was told of it is not told again in other words."""
    return WITHDRAWN in card.status or CORRECTED in card.status


def sentences_of(card: Card, role: Role) -> tuple[Sentence, ...]:
    """Give a card's sentences of a role."""
    return {Role.LEAD: card.sentences, Role.NEW: card.new, Role.POINTS: card.points}[role]


def key_of(question: Question, fingerprint: str) -> str:
    """Give the name under which an answer is kept: the same for the same evidence, asked in the same way on any day.

    `fingerprint` stands for the model, its instructions and the form of its answer.
    """
    material, way = question.material, [question.task, question.asked, question.into]
    told = json.dumps([fingerprint, *way, material.language, *_identity(material)], ensure_ascii=False)
    return blake2b(told.encode(), digest_size=_KEY_BYTES).hexdigest()


def _identity(material: Material) -> Iterator[list[str | int]]:
    for each, role in zip(material.evidence, material.roles, strict=True):
        yield [role.value, each.text, each.title, each.outlet, each.entry_id, int(each.published.timestamp())]


def _evidence(card: Card, sentence: Sentence) -> Evidence:
    source = next(source for source in card.sources if source.n == sentence.cites[0])
    return Evidence(
        text=sentence.text,
        title=source.title,
        outlet=source.name,
        published=source.published,
        language=card.language,
        entry_id=source.entry_id,
    )
