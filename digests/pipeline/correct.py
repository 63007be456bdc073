"""correct(now): titles that publishers corrected → the digests that printed them → edits. Nothing is posted anew.

A correction is forgotten once its edits are stored; stopped between, it is followed again, which changes nothing.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime

from digests.core.corrections import WINDOW
from digests.core.revising import correct
from digests.ports import DigestStore, FeedStore

log = logging.getLogger(__name__)

BATCH = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrector:
    """The parts correcting needs."""

    feeds: FeedStore
    digests: DigestStore

    async def correct(self, now: datetime) -> int:
        """Follow all corrections; give how many digests were changed."""
        changed = 0
        while corrections := await self.feeds.corrections(BATCH):
            for correction in corrections:
                for digest in await self.digests.citing(correction.entry_id, since=now - 2 * WINDOW):
                    if (revised := correct(digest, correction)) is not None:
                        await self.digests.revise_digest(revised, now=now)
                        log.info("title corrected digest=%s entry=%d", digest.id, correction.entry_id)
                        changed += 1
                await self.feeds.correction_done(correction.entry_id)
        return changed
