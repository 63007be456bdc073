"""Asking a language model: each question once, within the caps; what passed is kept, what failed is not asked again.

What an answer must hold is for who asks: `accept` gives what of it may be used.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias, assert_never
from weakref import WeakValueDictionary

from digests.core.phrasing import Answered, Phrasing, Question, Silence, Unanswered, key_of
from digests.core.spending import Caps
from digests.ports import PhrasingStore, Summariser

log = logging.getLogger(__name__)

MOST_REFUSED = 10_000
"""Questions remembered as not to be asked again: some 1 MB."""

Accept: TypeAlias = Callable[[Phrasing], "Phrasing | None"]
"""What of an answer may be used, None where nothing may. Called in a thread."""


class NoWords(StrEnum):
    """Why there is no answer."""

    UNFIT = "unfit"  # it said nothing that may be used, and would say it again
    CAPPED = "capped"  # a daily cap is reached
    SILENT = "silent"  # the model is not reached now


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A model, what it said so far, and what it may cost."""

    summariser: Summariser
    store: PhrasingStore
    caps: Caps
    _refused: dict[str, None] = field(default_factory=dict)
    _asking: WeakValueDictionary[str, asyncio.Lock] = field(default_factory=WeakValueDictionary)
    _capped: dict[int, date] = field(default_factory=dict)

    @property
    def model(self) -> str:
        """The model's name, as its words are signed with."""
        return self.summariser.name

    @property
    def is_possible(self) -> bool:
        """Tell whether a question has a chance now."""
        return self.summariser.is_asked

    def key(self, question: Question) -> str:
        """Give the name under which an answer is kept."""
        return key_of(question, self.summariser.fingerprint)

    async def kept(self, questions: Iterable[Question]) -> Mapping[str, Phrasing]:
        """Give the answers that are kept, by key."""
        keys = [self.key(question) for question in questions]
        return await self.store.phrasings(keys) if keys else {}

    async def missing(self, questions: Iterable[Question]) -> Sequence[Question]:
        """Give the questions, each once, that are not answered and may still be."""
        wanted = {self.key(question): question for question in questions}
        kept = await self.store.phrasings(wanted)
        return [question for key, question in wanted.items() if key not in kept and key not in self._refused]

    async def ask(self, question: Question, accept: Accept, *, guild_id: int, now: datetime) -> Phrasing | NoWords:
        """Give what is kept, else what a model says of which something may be used; a guild's caps count it.

        Of several who ask the same at once, the first asks and the others wait.
        """
        key = self.key(question)
        async with self._asking.setdefault(key, asyncio.Lock()):
            if kept := (await self.store.phrasings([key])).get(key):
                return kept
            if key in self._refused:
                return NoWords.UNFIT
            if not self.summariser.is_asked:
                return NoWords.SILENT
            taken = self.summariser.estimate(question)
            if not await self.store.take_tokens(guild_id, taken, caps=self.caps, now=now):
                self._tell_cap(guild_id, now)
                return NoWords.CAPPED
            outcome = await self.summariser.phrase(question)
            if outcome.tokens is not None:
                await self.store.correct_tokens(guild_id, taken=taken, spent=outcome.tokens, now=now)
            return await self._taken(outcome, key, accept, now)

    async def _taken(
        self, outcome: Answered | Unanswered, key: str, accept: Accept, now: datetime
    ) -> Phrasing | NoWords:
        match outcome:
            case Answered(phrasing=phrasing):
                usable = await asyncio.to_thread(accept, phrasing)
            case Unanswered(why=Silence.GARBAGE):
                usable = None
            case Unanswered():
                return NoWords.SILENT
            case _:
                assert_never(outcome)
        if usable is None:
            return self._refuse(key)
        await self.store.keep_phrasing(key, usable, now=now)
        return usable

    def _refuse(self, key: str) -> NoWords:
        self._refused[key] = None
        if len(self._refused) > MOST_REFUSED:
            del self._refused[next(iter(self._refused))]
        return NoWords.UNFIT

    def _tell_cap(self, guild_id: int, now: datetime) -> None:
        if self._capped.get(guild_id) != now.date():
            self._capped[guild_id] = now.date()
            log.warning("model not asked guild=%d: a daily cap of [summary] is reached, cards are extracts", guild_id)
