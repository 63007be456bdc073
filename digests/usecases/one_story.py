"""What a member asks of one story where a language model is configured: simpler words, an answer, a translation.

Each is asked for once for everybody, counted in the guild's caps, and printed only as far as the gates let it. A
question is not stored: an answer is kept under a hash.
"""

from __future__ import annotations

import asyncio
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from digests.core.answering import answered, material_about, under_numbers
from digests.core.digest import Card, Sentence
from digests.core.errors import UseError
from digests.core.phrasing import MOST_ASKED, Material, Phrasing, Question, Task, is_taken_back, material_of
from digests.core.simplifying import measured, simplified
from digests.core.sketches import Lexicon
from digests.core.translating import accepted_translation, is_translatable, translated, translation_question
from digests.pipeline.asking import Accept, Asking, NoWords
from digests.ports import EntryStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Reworded:
    """Sentences under the numbers of a card's sources, and how hard they and the card are to read."""

    sentences: tuple[Sentence, ...]
    now: int = 0
    was: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OneStory:
    """The parts that answers are made with."""

    asking: Asking
    entries: EntryStore
    lexicon: Lexicon

    @property
    def model(self) -> str:
        """The model's name."""
        return self.asking.model

    async def simpler(self, card: Card, *, guild_id: int, now: datetime) -> Reworded:
        """Give the story in simpler words.

        Raises:
            UseError: it was taken back, the model cannot be asked, or what it says is not simpler than the card.
        """
        told = [sentence.text for sentence in card.told]
        material = material_of(card) or await self._material(card, "\n".join(told))
        if card.translated_by:  # how hard texts of two languages are does not compare
            told = [evidence.text for evidence in material.evidence]
        question = Question(material=material, today=now.date(), task=Task.SIMPLER)
        accept = partial(simplified, material=material, than=told)
        said = await self._ask(question, accept, guild_id=guild_id, now=now)
        found = await asyncio.to_thread(measured, said, told, material.language) if said else None
        if found is None:
            raise UseError("simpler-not")
        return Reworded(sentences=under_numbers(found.sentences, material, card), now=found.now, was=found.was)

    async def answer(self, card: Card, asked: str, *, guild_id: int, now: datetime) -> tuple[Sentence, ...]:
        """Give what the story's sources say to a question; nothing where no source says it.

        Raises:
            UseError: nothing is asked, the story was taken back, or the model cannot be asked.
        """
        plain = " ".join(unicodedata.normalize("NFKC", asked).split())[:MOST_ASKED]
        if not plain:
            raise UseError("question-empty")
        material = await self._material(card, f"{plain}\n{card.title}")
        question = Question(material=material, today=now.date(), task=Task.ANSWER, asked=plain)
        said = await self._ask(question, partial(answered, material=material), guild_id=guild_id, now=now)
        if said is None:  # an answer may be empty; this is none
            raise UseError("asking-silent")
        return under_numbers(said.lead, material, card)

    def is_foreign(self, card: Card, language: str) -> bool:
        """Tell whether a card could be translated into a language."""
        return is_translatable(card, language)

    async def translated(self, card: Card, language: str, *, guild_id: int, now: datetime) -> Card:
        """Give the card in a language, as far as its translations hold.

        Raises:
            UseError: it is in that language, no sentence could be translated, or the model cannot be asked.
        """
        question = translation_question(card, language, today=now.date())
        if question is None:
            raise UseError("translate-needless")
        accept = partial(accepted_translation, question=question, lexicon=self.lexicon)
        said = await self._ask(question, accept, guild_id=guild_id, now=now)
        if said is None:
            raise UseError("translate-not")
        return translated(card, said, into=question.into or language, model=self.model)

    async def _material(self, card: Card, words: str) -> Material:
        """Give the evidence of a story's own entries that is nearest to words."""
        if is_taken_back(card):
            raise UseError("asking-taken-back")
        entries = await self.entries.of_story(card.story_id)
        material = await asyncio.to_thread(material_about, card, entries, words)
        if material is None:
            raise UseError("asking-too-old")
        return material

    async def _ask(self, question: Question, accept: Accept, *, guild_id: int, now: datetime) -> Phrasing | None:
        """Give what may be used of the model's words, None where nothing may.

        Kept words pass the gates again, since these may be stricter by now.
        """
        match await self.asking.ask(question, accept, guild_id=guild_id, now=now):
            case Phrasing() as said:
                return await asyncio.to_thread(accept, said)
            case NoWords.UNFIT:
                return None
            case NoWords.CAPPED:
                raise UseError("asking-capped")
            case NoWords.SILENT:
                raise UseError("asking-silent")
