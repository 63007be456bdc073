"""phrase(now): stored digests that wait for their slot → cards in a model's words, put in place of the extracts.

Nothing waits for it: a digest is stored complete, and goes out when it is due whatever has come by then.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from digests.core.compose import digest_id
from digests.core.digest import EXTRACT, Digest
from digests.core.editions import Edition, EditionId
from digests.core.timetable import PATIENCE, due_with_words
from digests.pipeline.prepare import Preparer
from digests.pipeline.wording import Wording

log = logging.getLogger(__name__)


STORING_S = 5.0
"""Seconds kept for storing the answers that came, before the delivery looks: twice a tick of this verb."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phraser:
    """The parts phrasing needs. One digest is phrased once at a time, and once for each time it was composed."""

    preparer: Preparer
    wording: Wording
    _under_way: set[str] = field(default_factory=set)
    _settled: dict[str, datetime] = field(default_factory=dict)

    async def phrase(self, now: datetime) -> None:
        """Phrase what is to be sent; ends at the latest when the last of it must go out. Calls may overlap."""
        unsent = await self.preparer.digests.unsent_slots()
        found = [await self.preparer.editions.edition(edition_id) for edition_id in unsent]
        editions = [edition for edition in found if edition is not None]
        waiting = list(_waiting(editions, unsent, now))
        for gone in self._settled.keys() - {named for _, _, named in waiting}:
            del self._settled[gone]
        async with asyncio.TaskGroup() as group:
            for edition, slot, named in waiting:
                if named not in self._under_way:
                    group.create_task(self._phrase_digest(edition, named, due_with_words(slot, now=now), now))

    async def _phrase_digest(self, edition: Edition, named: str, due: datetime, now: datetime) -> None:
        self._under_way.add(named)
        try:
            digest = await self.preparer.digests.digest(named)
            if digest is None or self._settled.get(named) == digest.window_end:
                return
            await self._ask(digest, edition, within_s=(due - now).total_seconds() - STORING_S, now=now)
            self._settled[named] = digest.window_end
            worded = await self.wording.worded(digest)
            if await self.preparer.rephrase(worded, edition):
                signed = sum(card.written_by != EXTRACT or bool(card.translated_by) for card in worded.cards)
                log.info("digest phrased edition=%d digest=%s cards=%d", edition.id, named, signed)
        finally:
            self._under_way.discard(named)

    async def _ask(self, digest: Digest, edition: Edition, *, within_s: float, now: datetime) -> None:
        try:
            async with asyncio.timeout(within_s):
                await self.wording.ask(digest, guild_id=edition.guild_id, now=now)
        except TimeoutError:
            log.warning("model too slow digest=%s: cards without its words are extracts", digest.id)


def _waiting(
    editions: Iterable[Edition], unsent: Mapping[EditionId, frozenset[datetime]], now: datetime
) -> Iterator[tuple[Edition, datetime, str]]:
    """Give the digests that can still be changed in time; alerts wait for no words, one member's is not paid for."""
    for edition in editions:
        if edition.alert is None and edition.member_id is None:
            for slot in unsent.get(edition.id, ()):
                if now < slot + PATIENCE:
                    yield edition, slot, digest_id(edition.id, slot)
