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
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from digests.core.compose import Choose, choose, compose
from digests.core.digest import Digest
from digests.core.editions import Due, Edition, EditionId, Layout, Pool, QuietDay
from digests.core.errors import StoreError
from digests.core.personal import composed_with_ties
from digests.core.pictures import with_pictures
from digests.core.ringing import MOST_NAMED, topics_of
from digests.core.ties import Ties
from digests.core.timetable import Agenda, agenda, due_with_words, next_look
from digests.ports import DigestStore, EditionStore, EntryStore, Idf, MemberStore, PersonalStore, Publisher, TopicStore

if TYPE_CHECKING:
    from digests.pipeline.wording import Wording

log = logging.getLogger(__name__)

EVIDENCE_WINDOW = timedelta(days=7)
"""How far back a digest looks for entries of its stories; a story ages out sooner (core.stories)."""


MEMORY = timedelta(days=14)
"""How long an audience is taken to remember what it was told of other stories."""

BATCH = 50

CALL_S = 20.0
"""How long a call takes up more work: the time it was called at would grow stale."""

AFTER_A_FAULT = timedelta(minutes=1)
"""When an edition that could not be prepared is tried again: soon enough for its slot, and not at every tick."""

ANSWERS = 64
"""Questions whose answers are kept during a call: the selections of feeds that many guilds have alike are few."""


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
    remembered: Choose | None = None  # what answers in the place of `core.compose.choose`
    wording: Wording | None = None

    async def prepare(self, now: datetime) -> tuple[str, ...]:
        """Prepare what is due within `ahead`; give the new digests' ids.

        Cost: what is due, not what there is. Where much is due, the rest waits for the next call and its `now`.
        """
        clock = asyncio.get_running_loop().time
        until = clock() + CALL_S
        sharing = self.sharing()
        prepared: list[Digest | None] = []
        while clock() < until and (due := await self.editions.due_editions(now, limit=BATCH)):
            unsent = await self.digests.unsent_slots([one.edition.id for one in due])
            looks: list[tuple[Due, datetime | None]] = []
            for one, todo in await asyncio.to_thread(self._agendas, due, unsent, now):
                try:
                    prepared.append(await sharing.deal_with(one.edition, todo, now))
                except StoreError:
                    raise
                except Exception:
                    log.exception("preparing broke edition=%d, the others go on", one.edition.id)
                    looks.append((one, now + AFTER_A_FAULT))
                    continue
                looks.append((one, next_look(one.edition, todo, now=now, ahead=self.ahead)))
            await self.editions.look_again(looks)
        return tuple(digest.id for digest in prepared if digest is not None)

    def sharing(self) -> Preparer:
        """Give one that composes what many editions ask alike only once. For one call: its memory does not age."""
        return replaced(self, remembered=lru_cache(maxsize=ANSWERS)(partial(choose, idf_of=self.idf_of)))

    def _agendas(
        self, due: Iterable[Due], unsent: Mapping[EditionId, frozenset[datetime]], now: datetime
    ) -> list[tuple[Due, Agenda]]:
        """Read zones from files, so call it in a thread."""
        return [
            (one, agenda(one.edition, now=now, ahead=self.ahead, unsent=unsent.get(one.edition.id, frozenset())))
            for one in due
        ]

    async def deal_with(self, edition: Edition, todo: Agenda, now: datetime) -> Digest | None:
        """Prepare what an agenda asks for, pass what it passes."""
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
        if self.wording is None or digest.member_id is not None or not await self.wording.is_wanting(digest):
            return digest.slot
        return due_with_words(digest.slot, now=now)

    async def _compose(self, edition: Edition, slot: datetime, *, now: datetime, asked: bool = False) -> Digest:
        pool = await self.entries.candidates(edition.id, since=now - EVIDENCE_WINDOW)
        return await self.compose(edition, pool.opened() if asked else pool, slot, now=now)

    async def compose(self, edition: Edition, pool: Pool, slot: datetime, *, now: datetime) -> Digest:
        """Give what an edition tells at a slot out of a pool, as its guild wants it, storing nothing.

        A model is never asked here: cards are in its words only where those are kept.
        """
        settings = await self.members.settings(edition.guild_id)
        pool = pool.without(settings.blocked)
        stories = {one.entry.story_id for one in pool.candidates if one.entry.story_id is not None}
        lately = await self.digests.told_since(edition.destination, now - MEMORY, for_edition=edition.id)
        told = await self.digests.told(edition.destination, stories, for_edition=edition.id)
        topics = [topic for topic in await self.topics.topics(edition.guild_id) if topic.id in edition.topics]
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
            choose=self.remembered or partial(choose, idf_of=self.idf_of),
        )
        ties = await self._ties_of(edition)
        digest = await asyncio.to_thread(composed_with_ties, compose_of, pool, ties, most=edition.max_stories)
        named = await self.members.listed(edition.guild_id, topics_of(digest)) if edition.ping else ()
        digest = with_pictures(replaced(digest, names=min(len(named), MOST_NAMED)), settings.images)
        return await self.wording.worded(digest) if self.wording else digest

    async def _ties_of(self, edition: Edition) -> Ties:
        """Give what a personal edition's member tied themselves to; what a channel shares bows to nobody's."""
        if edition.member_id is None:
            return Ties()
        return Ties.of(await self.personal.ties_of(edition.guild_id, edition.member_id))

    def _split(self, digest: Digest, edition: Edition) -> Sequence[int]:
        """Give the parts its platform takes; one whose publisher is missing now waits whole for it."""
        publisher = self.publishers.get(edition.destination.platform)
        return publisher.split(digest) if publisher else (len(digest.cards),)
