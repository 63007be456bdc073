"""watch(now): editions that should have told something and did not → told once, and once when they tell again.

A silence counts only once it was seen for an hour: a start after days, or an edition let go on, tells late by itself.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from digests.core.editions import Edition, EditionId
from digests.core.silence import SLACK, Pulse, silent_since
from digests.ports import EditionStore, WatchStore

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Watcher:
    """The parts watching needs; it remembers since when it sees an edition silent."""

    editions: EditionStore
    store: WatchStore
    _seen: dict[EditionId, datetime] = field(default_factory=dict, init=False)

    async def watch(self, now: datetime) -> None:
        """Report what fell silent and what tells again; whom a digest goes to alone asks for it by themselves.

        Every edition is looked at, up to a millisecond each in a thread (measured).
        """
        editions = [one for one in await self.editions.editions() if one.member_id is None]
        pulses = await self.store.pulses()
        silent = await asyncio.to_thread(silences, editions, pulses, now)
        seen = {edition.id: self._seen.get(edition.id, now) for edition in silent}
        self._seen.clear()
        self._seen.update(seen)
        lasting = {edition: since for edition, since in silent.items() if now - seen[edition.id] >= SLACK}
        well = [edition for edition in editions if edition not in silent and not edition.paused]
        change = await self.store.report_silence(lasting, well=well, now=now)
        for edition, since in lasting.items():
            if edition.id in change.fell:
                log.warning("digests stopped edition=%d name=%s since=%s", edition.id, edition.name, since.isoformat())
        for edition_id in sorted(change.back):
            log.info("digests come again edition=%d", edition_id)


def silences(
    editions: Sequence[Edition], pulses: Mapping[EditionId, Pulse], now: datetime
) -> Mapping[Edition, datetime]:
    """Give the editions that are silent, with since when; a millisecond each at most (hourly slots of 16 days)."""
    found = {edition: silent_since(edition, pulses.get(edition.id, Pulse()), now=now) for edition in editions}
    return {edition: since for edition, since in found.items() if since is not None}
