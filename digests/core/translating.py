"""A card in another language: which sentences are translated, which translations may be printed, and the card of them.

A sentence whose translation has a fault stays in its own language. Headline, links and quotations are the sources'.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from digests.core.digest import Card, Sentence
from digests.core.gates import Evidence, Phrased
from digests.core.gates.languages import KNOWN
from digests.core.gates.translated import judge_translation, quotations_of
from digests.core.phrasing import MAX_EVIDENCE, Material, Phrasing, Question, Role, Task, is_taken_back
from digests.core.sketches import Lexicon


def is_translatable(card: Card, into: str) -> bool:
    """Tell whether a card is in another language than `into`, and the gates know both; codes of ISO 639-1.

    A region after a code counts for nothing. What was taken back or translated is not translated.
    """
    spoken, target = _plain(card.language or ""), _plain(into)
    return spoken != target and {spoken, target} <= KNOWN and not is_taken_back(card) and not card.translated_by


def translation_question(card: Card, into: str, *, today: date) -> Question | None:
    """Give the question for a card's sentences; None where it is not to be translated."""
    if not is_translatable(card, into):
        return None
    spoken = _plain(card.language or "")
    published = {source.n: source.published for source in card.sources}
    told = _translated_of(card)
    return Question(
        material=Material(
            evidence=tuple(_evidence(one, published[one.cites[0]], card, spoken) for one in told),
            roles=(Role.LEAD,) * len(told),
            language=spoken,
        ),
        today=today,
        task=Task.TRANSLATE,
        into=_plain(into),
    )


def accepted_translation(phrasing: Phrasing, question: Question, lexicon: Lexicon) -> Phrasing | None:
    """Give the translations without a fault, each of one sentence and the first of it; None where there is none."""
    kept: dict[int, Phrased] = {}
    for said in phrasing.lead:
        evidence = question.material.evidence
        if len(said.cites) != 1 or not 1 <= said.cites[0] <= len(evidence) or said.cites[0] in kept:
            continue
        original = evidence[said.cites[0] - 1].text
        spoken, into = question.material.language or "", question.into or ""
        if judge_translation(original, spoken, said.text, into, lexicon) is None:
            kept[said.cites[0]] = said
    return Phrasing(lead=tuple(kept.values())) if kept else None


def translated(card: Card, phrasing: Phrasing, *, into: str, model: str) -> Card:
    """Give the card with its translated sentences in their places, signed by the model."""
    said = {one.cites[0]: one.text for one in phrasing.lead}
    texts = {
        original.text: with_original(said[number], original.text)
        for number, original in enumerate(_translated_of(card), start=1)
        if number in said
    }
    if not texts:
        return card
    return replace(
        card,
        sentences=_in_place(card.sentences, texts),
        new=_in_place(card.new, texts),
        points=_in_place(card.points, texts),
        contested=_in_place(card.contested, texts),
        translated_by=model,
        translated_into=into,
    )


def with_original(text: str, original: str) -> str:
    """Give a translation with the words somebody was quoted with beside it, where they were translated."""
    for words, own in zip(quotations_of(text), quotations_of(original), strict=True):
        if words != own:
            end = text.index(words) + len(words)
            end += 1 if text[end : end + 1] in _CLOSERS else 0
            text = f"{text[:end]} («{own}»){text[end:]}"
    return text


_CLOSERS = frozenset('"“”»«」』›')


def _plain(language: str) -> str:
    return language.partition("-")[0]


def _translated_of(card: Card) -> Sequence[Sentence]:
    return card.told[:MAX_EVIDENCE]


def _in_place(sentences: tuple[Sentence, ...], texts: Mapping[str, str]) -> tuple[Sentence, ...]:
    return tuple(_said(one, texts[one.text]) if one.text in texts else one for one in sentences)


def _said(sentence: Sentence, text: str) -> Sentence:
    return replace(sentence, text=text, changed=tuple(change for change in sentence.changed if change.now in text))


def _evidence(sentence: Sentence, published: datetime, card: Card, spoken: str) -> Evidence:
    entry_id = next(source.entry_id for source in card.sources if source.n == sentence.cites[0])
    return Evidence(text=sentence.text, title="", outlet="", published=published, language=spoken, entry_id=entry_id)
