"""Cards in a model's words: those kept already, and asking for the rest, each question once and within the caps.

What is kept has passed the gates, and passes them again when it is used; what failed them is not kept, and not asked
for again while the program runs. A question that fails costs its own story its words, nothing else.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import assert_never
from weakref import WeakValueDictionary

from digests.core.digest import Card, Digest
from digests.core.phrasing import (
    Answered,
    Material,
    Phrasing,
    Question,
    Silence,
    Unanswered,
    key_of,
    material_of,
)
from digests.core.rewording import accepted, reworded
from digests.core.spending import Caps
from digests.ports import PhrasingStore, Summariser

log = logging.getLogger(__name__)

MOST_REFUSED = 10_000
"""Questions remembered as not to be asked again: some 1 MB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A model, what it said so far, and what it may cost."""

    summariser: Summariser
    store: PhrasingStore
    caps: Caps
    _refused: dict[str, None] = field(default_factory=dict)
    _asking: WeakValueDictionary[str, asyncio.Lock] = field(default_factory=WeakValueDictionary)
    _capped: dict[int, date] = field(default_factory=dict)

    async def worded(self, digest: Digest) -> Digest:
        """Give the digest with every card in a model's words of which they are kept; asks for nothing."""
        kept = await self._kept(digest)
        return await asyncio.to_thread(digest.with_cards, partial(self._reworded, kept, digest)) if kept else digest

    async def is_wanting(self, digest: Digest) -> bool:
        """Tell whether asking could bring cards that are not kept."""
        return self.summariser.is_asked and bool(await self._missing(digest))

    async def ask(self, digest: Digest, *, guild_id: int, now: datetime) -> None:
        """Ask for what is missing of a digest, and keep what comes; a guild's caps count it."""
        async with asyncio.TaskGroup() as group:
            for key, material in (await self._missing(digest)).items():
                group.create_task(self._ask_once(key, material, guild_id, now))

    def _reworded(self, kept: Mapping[str, Phrasing], digest: Digest, card: Card) -> Card:
        material = material_of(card)
        phrasing = kept.get(self._key(material)) if material else None
        return reworded(card, phrasing, model=self.summariser.name, slot=digest.slot) if phrasing else card

    async def _kept(self, digest: Digest) -> Mapping[str, Phrasing]:
        return await self.store.phrasings(self._wanted(digest))

    async def _missing(self, digest: Digest) -> dict[str, Material]:
        wanted = self._wanted(digest)
        kept = await self.store.phrasings(wanted)
        return {key: one for key, one in wanted.items() if key not in kept and key not in self._refused}

    def _wanted(self, digest: Digest) -> dict[str, Material]:
        materials = (material_of(card) for card in digest.cards)
        return {self._key(material): material for material in materials if material}

    def _key(self, material: Material) -> str:
        return key_of(material, self.summariser.fingerprint)

    async def _ask_once(self, key: str, material: Material, guild_id: int, now: datetime) -> None:
        """Ask, unless somebody else did while we waited for the turn."""
        async with self._asking.setdefault(key, asyncio.Lock()):
            if key in self._refused or await self.store.phrasings([key]) or not self.summariser.is_asked:
                return
            taken = self.summariser.estimate(material)
            if not await self.store.take_tokens(guild_id, taken, caps=self.caps, now=now):
                self._tell_cap(guild_id, now)
                return
            outcome = await self.summariser.phrase(Question(material=material, today=now.date()))
            if outcome.tokens is not None:
                await self.store.correct_tokens(guild_id, taken=taken, spent=outcome.tokens, now=now)
            match outcome:
                case Answered(phrasing=phrasing):
                    await self._keep(key, material, phrasing, now)
                case Unanswered(why=Silence.GARBAGE):
                    self._refuse(key)
                case Unanswered():
                    pass
                case _:
                    assert_never(outcome)

    async def _keep(self, key: str, material: Material, phrasing: Phrasing, now: datetime) -> None:
        printed = await asyncio.to_thread(accepted, phrasing, material)
        if printed is None:
            self._refuse(key)
        else:
            await self.store.keep_phrasing(key, printed, now=now)

    def _refuse(self, key: str) -> None:
        self._refused[key] = None
        if len(self._refused) > MOST_REFUSED:
            del self._refused[next(iter(self._refused))]

    def _tell_cap(self, guild_id: int, now: datetime) -> None:
        if self._capped.get(guild_id) != now.date():
            self._capped[guild_id] = now.date()
            log.warning("model not asked guild=%d: a daily cap of [summary] is reached, cards are extracts", guild_id)
