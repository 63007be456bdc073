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
from functools import partial

from digests.core.compose import compose
from digests.core.digest import Digest
from digests.core.editions import Edition, EditionId, Layout, Pool, QuietDay
from digests.core.personal import composed_with_ties
from digests.core.pictures import with_pictures
from digests.core.ringing import MOST_NAMED, topics_of
from digests.core.ties import Ties
from digests.core.timetable import Agenda, agenda
from digests.ports import DigestStore, EditionStore, EntryStore, Idf, MemberStore, PersonalStore, Publisher, TopicStore

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
    personal: PersonalStore
    publishers: Mapping[str, Publisher]
    idf_of: Callable[[str], Idf]
    ahead: timedelta

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
        return digest if await self.save(digest, edition, replace=replace) else None

    async def preview(self, edition: Edition, *, now: datetime) -> Digest:
        """Compose the digest this edition would tell if asked now, storing nothing."""
        return await self._compose(edition, now, now=now, asked=True)

    async def tell(self, edition: Edition, *, now: datetime) -> Digest | None:
        """Compose and store a digest out of turn; None where there is nothing to tell, or this second has one."""
        digest = await self._compose(edition, now, now=now, asked=True)
        return digest if digest.cards and await self.save(digest, edition) else None

    async def save(self, digest: Digest, edition: Edition, *, replace: bool = False) -> bool:
        """Store a composed digest with its delivery; False where another was first."""
        parts = await asyncio.to_thread(self._split, digest, edition)
        if not await self.digests.save_digest(digest, edition, due=digest.slot, parts=parts, replace=replace):
            return False
        log.info("digest prepared edition=%d digest=%s cards=%d", edition.id, digest.id, len(digest.cards))
        return True

    async def _compose(self, edition: Edition, slot: datetime, *, now: datetime, asked: bool = False) -> Digest:
        pool = await self.entries.candidates(edition.id, since=now - EVIDENCE_WINDOW)
        return await self.compose(edition, pool.opened() if asked else pool, slot, now=now)

    async def compose(self, edition: Edition, pool: Pool, slot: datetime, *, now: datetime) -> Digest:
        """Give what an edition tells at a slot out of a pool, as its guild wants it, storing nothing."""
        settings = await self.members.settings(edition.guild_id)
        pool = pool.without(settings.blocked)
        stories = {one.entry.story_id for one in pool.candidates if one.entry.story_id is not None}
        lately = await self.digests.told_since(edition.destination, now - MEMORY, for_edition=edition.id)
        told = await self.digests.told(edition.destination, stories, for_edition=edition.id)
        topics = [topic for topic in await self.topics.topics() if topic.id in edition.topics]
        feeds = {feed.id: feed for topic in topics for feed in await self.topics.feeds_of(topic.id)}
        compose_of = partial(
            compose,
            replaced(edition, name=", ".join(topic.name for topic in topics)) if edition.member_id else edition,
            topics,
            told={**lately, **told},
            slot=slot,
            now=now,
            feeds_ok=sum(not feed.error_count for feed in feeds.values()),
            feeds_total=len(feeds),
            idf_of=self.idf_of,
        )
        ties = await self._ties_of(edition)
        digest = await asyncio.to_thread(composed_with_ties, compose_of, pool, ties, most=edition.max_stories)
        named = await self.members.listed(edition.guild_id, topics_of(digest)) if edition.ping else ()
        return with_pictures(replaced(digest, names=min(len(named), MOST_NAMED)), settings.images)

    async def _ties_of(self, edition: Edition) -> Ties:
        """Give what a personal edition's member tied themselves to; what a channel shares bows to nobody's."""
        if edition.member_id is None:
            return Ties()
        return Ties.of(await self.personal.ties_of(edition.guild_id, edition.member_id))

    def _split(self, digest: Digest, edition: Edition) -> Sequence[int]:
        """Give the parts its platform takes; one whose publisher is missing now waits whole for it."""
        publisher = self.publishers.get(edition.destination.platform)
        return publisher.split(digest) if publisher else (len(digest.cards),)
