"""prepare(now): editions due soon → what the audience may see and was not told → a digest, stored before it is sent.

Composing runs off the loop. (edition, slot) is unique in the store, so preparing twice is harmless.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import replace as replaced
from datetime import datetime, timedelta

from digests.core.compose import compose
from digests.core.digest import Digest
from digests.core.editions import Edition, EditionId, Layout, Pool, QuietDay
from digests.core.pictures import with_pictures
from digests.core.quiet import is_quiet
from digests.core.timetable import Agenda, agenda, due_with_words
from digests.pipeline.wording import Wording
from digests.ports import DigestStore, EditionStore, EntryStore, Idf, MemberStore, Publisher, TopicStore

log = logging.getLogger(__name__)

EVIDENCE_WINDOW = timedelta(days=7)
"""How far back a digest looks for entries of its stories; a story ages out sooner (core.stories)."""


MEMORY = timedelta(days=14)
"""How long an audience is taken to remember what it was told of other stories."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparer:
    """The parts preparing needs; `publishers` by platform."""

    entries: EntryStore
    topics: TopicStore
    editions: EditionStore
    digests: DigestStore
    members: MemberStore
    publishers: Mapping[str, Publisher]
    idf_of: Callable[[str], Idf]
    ahead: timedelta
    wording: Wording | None = None

    async def prepare(self, now: datetime) -> tuple[str, ...]:
        """Prepare what is due within `ahead`; give the new digests' ids.

        Every edition is looked at, one query and some 10 µs each in a thread (measured).
        """
        editions = await self.editions.editions()
        unsent = await self.digests.unsent_slots()
        due = await asyncio.to_thread(self._due, editions, unsent, now)
        prepared = [await self._prepare_edition(edition, todo, now) for edition, todo in due]
        return tuple(digest.id for digest in prepared if digest is not None)

    def _due(
        self, editions: Iterable[Edition], unsent: Mapping[EditionId, frozenset[datetime]], now: datetime
    ) -> list[tuple[Edition, Agenda]]:
        agendas = (
            (edition, agenda(edition, now=now, ahead=self.ahead, unsent=unsent.get(edition.id, frozenset())))
            for edition in editions
        )
        return [(edition, todo) for edition, todo in agendas if todo != Agenda()]

    async def _prepare_edition(self, edition: Edition, todo: Agenda, now: datetime) -> Digest | None:
        for slot in todo.passed:
            await self.editions.pass_slot(edition.id, slot)
            log.info("slot passed edition=%d slot=%s", edition.id, slot.isoformat())
        if todo.slot is None:
            return None
        return await self.prepare_slot(edition, todo.slot, now=now, replace=todo.refresh)

    async def prepare_slot(
        self, edition: Edition, slot: datetime, *, now: datetime, replace: bool = False
    ) -> Digest | None:
        """Compose and store the digest of one slot; None where a quiet day is kept quiet or another was first.

        A forum has no place for a digest without stories.
        """
        digest = await self._compose(edition, slot, now=now)
        if not digest.cards and (edition.quiet_day is QuietDay.SKIP or edition.layout is Layout.FORUM):
            await self.editions.pass_slot(edition.id, slot)
            return None
        due = await self._due_of(digest, now)
        return digest if await self.save(digest, edition, due=due, replace=replace) else None

    async def preview(self, edition: Edition, *, now: datetime) -> Digest:
        """Compose the digest this edition would tell if asked now, storing nothing."""
        return await self._compose(edition, now, now=now, asked=True)

    async def tell(self, edition: Edition, *, now: datetime) -> Digest | None:
        """Compose and store a digest out of turn; None where there is nothing to tell, or this second has one."""
        digest = await self._compose(edition, now, now=now, asked=True)
        if not digest.cards:
            return None
        return digest if await self.save(digest, edition, due=await self._due_of(digest, now)) else None

    async def save(
        self, digest: Digest, edition: Edition, *, due: datetime | None = None, replace: bool = False
    ) -> bool:
        """Store a composed digest with its delivery, due at its slot if not said; False where another was first."""
        parts = await asyncio.to_thread(self._split, digest, edition)
        if not await self.digests.save_digest(digest, edition, due=due or digest.slot, parts=parts, replace=replace):
            return False
        log.info("digest prepared edition=%d digest=%s cards=%d", edition.id, digest.id, len(digest.cards))
        return True

    async def rephrase(self, digest: Digest, edition: Edition) -> bool:
        """Store a digest in other words, due at its slot; False where it was begun, or composed anew since."""
        parts = await asyncio.to_thread(self._split, digest, edition)
        return await self.digests.rephrase_digest(digest, edition, due=digest.slot, parts=parts)

    async def _due_of(self, digest: Digest, now: datetime) -> datetime:
        """Give when a digest goes out: one whose cards a model could still phrase may wait for them a little."""
        is_wanting = self.wording is not None and await self.wording.is_wanting(digest)
        return due_with_words(digest.slot, now=now) if is_wanting else digest.slot

    async def _compose(self, edition: Edition, slot: datetime, *, now: datetime, asked: bool = False) -> Digest:
        pool = await self.entries.candidates(edition.id, since=now - EVIDENCE_WINDOW)
        return await self.compose(edition, pool.opened() if asked else pool, slot, now=now)

    async def compose(self, edition: Edition, pool: Pool, slot: datetime, *, now: datetime) -> Digest:
        """Give what an edition tells at a slot out of a pool, as its guild wants it, storing nothing.

        A model is never asked here: cards are in its words only where those are kept.
        """
        settings = await self.members.settings(edition.guild_id)
        pool = pool.without(settings.blocked)
        hushed = await asyncio.to_thread(is_quiet, slot, settings.quiet_from, settings.quiet_to, settings.timezone)
        stories = {one.entry.story_id for one in pool.candidates if one.entry.story_id is not None}
        lately = await self.digests.told_since(edition.destination, now - MEMORY, for_edition=edition.id)
        told = await self.digests.told(edition.destination, stories, for_edition=edition.id)
        topics = [topic for topic in await self.topics.topics() if topic.id in edition.topics]
        feeds = {feed.id: feed for topic in topics for feed in await self.topics.feeds_of(topic.id)}
        digest = await asyncio.to_thread(
            compose,
            replaced(edition, ping=edition.ping and not hushed),
            topics,
            pool,
            {**lately, **told},
            slot=slot,
            now=now,
            feeds_ok=sum(not feed.error_count for feed in feeds.values()),
            feeds_total=len(feeds),
            idf_of=self.idf_of,
        )
        digest = with_pictures(digest, settings.images)
        return await self.wording.worded(digest) if self.wording else digest

    def _split(self, digest: Digest, edition: Edition) -> Sequence[int]:
        """Give the parts its platform takes; one whose publisher is missing now waits whole for it."""
        publisher = self.publishers.get(edition.destination.platform)
        return publisher.split(digest) if publisher else (len(digest.cards),)
