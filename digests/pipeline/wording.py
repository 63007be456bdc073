"""Cards in a model's words, and in their edition's language: those kept already, and asking for the rest of a digest.

What is kept has passed the gates, and passes them again when it is used. A question that fails costs its own story its
words, nothing else.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from digests.core.digest import Card, Digest
from digests.core.phrasing import Phrasing, Question, material_of
from digests.core.rewording import accepted, reworded
from digests.core.sketches import Lexicon
from digests.core.translating import accepted_translation, translated, translation_question
from digests.pipeline.asking import Accept, Asking


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How cards get a model's words; `asking` puts the questions. With a lexicon cards are translated too."""

    asking: Asking
    translating: Lexicon | None = None

    async def worded(self, digest: Digest) -> Digest:
        """Give the digest with every card in a model's words of which they are kept; asks for nothing."""
        return await self._translated(await self._phrased(digest))

    async def is_wanting(self, digest: Digest) -> bool:
        """Tell whether asking could bring words that are not kept."""
        if not self.asking.is_possible:
            return False
        wanted = [*_questions(digest), *self._translations(await self._phrased(digest))]
        return bool(await self.asking.missing(wanted))

    async def ask(self, digest: Digest, *, guild_id: int, now: datetime) -> None:
        """Ask for what is missing of a digest, then for its translation; keep what comes. A guild's caps count it."""
        await self._ask(_questions(digest), self._accept_words, guild_id, now)
        await self._ask(self._translations(await self._phrased(digest)), self._accept_translation, guild_id, now)

    async def _ask(
        self, questions: Iterable[Question], accept: Callable[[Question], Accept], guild_id: int, now: datetime
    ) -> None:
        async with asyncio.TaskGroup() as group:
            for question in await self.asking.missing(questions):
                group.create_task(self.asking.ask(question, accept(question), guild_id=guild_id, now=now))

    def _accept_words(self, question: Question) -> Accept:
        return partial(accepted, material=question.material)

    def _accept_translation(self, question: Question) -> Accept:
        assert self.translating is not None
        return partial(accepted_translation, question=question, lexicon=self.translating)

    async def _phrased(self, digest: Digest) -> Digest:
        kept = await self.asking.kept(_questions(digest))
        return await asyncio.to_thread(digest.with_cards, partial(self._reworded, kept, digest)) if kept else digest

    async def _translated(self, digest: Digest) -> Digest:
        kept = await self.asking.kept(self._translations(digest))
        return await asyncio.to_thread(digest.with_cards, partial(self._in_language, kept, digest)) if kept else digest

    def _reworded(self, kept: Mapping[str, Phrasing], digest: Digest, card: Card) -> Card:
        question = _question(card, digest)
        phrasing = kept.get(self.asking.key(question)) if question else None
        return reworded(card, phrasing, model=self.asking.model, slot=digest.slot) if phrasing else card

    def _in_language(self, kept: Mapping[str, Phrasing], digest: Digest, card: Card) -> Card:
        question = _translation(card, digest)
        said = kept.get(self.asking.key(question)) if question else None
        if question is None or said is None:
            return card
        usable = self._accept_translation(question)(said)
        return translated(card, usable, into=digest.language, model=self.asking.model) if usable else card

    def _translations(self, digest: Digest) -> list[Question]:
        if self.translating is None:
            return []
        return [question for card in digest.cards if (question := _translation(card, digest))]


def _questions(digest: Digest) -> list[Question]:
    return [question for card in digest.cards if (question := _question(card, digest))]


def _question(card: Card, digest: Digest) -> Question | None:
    material = material_of(card)
    return Question(material=material, today=digest.window_end.date()) if material else None


def _translation(card: Card, digest: Digest) -> Question | None:
    return translation_question(card, digest.language, today=digest.window_end.date())
