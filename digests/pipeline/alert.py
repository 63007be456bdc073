"""alert(now): a story that cannot wait → a digest of it alone, at most so many a day, never in quiet hours.

It goes the way of all digests (ledger, outbox), so a crash neither loses nor repeats it, and the next digest of the
same place does not tell it as new.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from digests.core.alerting import urgent
from digests.core.digest import Digest
from digests.core.editions import Edition, EditionId
from digests.core.quiet import is_quiet
from digests.pipeline.prepare import Preparer
from digests.ports import DigestStore, EditionStore, EntryStore, MemberStore, TopicStore

log = logging.getLogger(__name__)

LOOK_BACK = timedelta(days=2)
"""Reports of a story older than this would make it no alert, see `core.alerting.FRESH`."""

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alerter:
    """The parts alerts need. `_looked_at` holds the newest placement each edition had nothing urgent in."""

    entries: EntryStore
    topics: TopicStore
    editions: EditionStore
    digests: DigestStore
    members: MemberStore
    preparer: Preparer
    _looked_at: dict[EditionId, int] = field(default_factory=dict)

    async def alert(self, now: datetime) -> tuple[str, ...]:
        """Prepare an alert for each edition that has one; give the digests' ids. Cost: a query for each of them."""
        now = now.replace(microsecond=0)
        standing = await self.editions.alerting()
        waiting = await self.digests.unsent_slots([edition.id for edition in standing])
        told = [await self._alert(edition, now) for edition in standing if edition.id not in waiting]
        return tuple(digest.id for digest in told if digest is not None)

    async def _alert(self, edition: Edition, now: datetime) -> Digest | None:
        settings = await self.members.settings(edition.guild_id)
        hours = settings.quiet_from, settings.quiet_to, settings.timezone
        if await asyncio.to_thread(is_quiet, now, *hours):
            return None
        if await self.digests.count_since(edition.id, now - A_DAY) >= (edition.alert or 0):
            return None
        pool = await self.entries.candidates(edition.id, since=now - LOOK_BACK)
        if self._looked_at.get(edition.id) == pool.through:
            return None
        pool = pool.without(settings.blocked)
        stories = {one.entry.story_id for one in pool.candidates if one.entry.story_id is not None}
        known = await self.digests.told(edition.destination, stories, for_edition=None)
        topics = [topic for topic in await self.topics.topics(edition.guild_id) if topic.id in edition.topics]
        found = await asyncio.to_thread(urgent, topics, pool, known, settings.trusted, now=now)
        if not found:
            self._looked_at[edition.id] = pool.through
            return None
        digest = await self.preparer.compose(edition, pool.about(lambda story: story in found), now, now=now)
        # what else is new stays new: the next alert is of another story, and only the ledger knows which were told
        digest = replace(digest, through=0)
        if not digest.cards or not await self.preparer.save(digest, edition):
            return None
        log.info("alert prepared edition=%d digest=%s", edition.id, digest.id)
        return digest
