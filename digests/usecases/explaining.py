"""Why a report was told in a server, or was not: from its link to reasons a reader can check."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from digests.core.digest import Digest
from digests.core.editions import Candidate, Edition, Pool, Topic, TopicId
from digests.core.errors import UseError
from digests.core.explaining import Tie, tie
from digests.core.models import Entry
from digests.core.sketches import Lexicon
from digests.core.topics import matches
from digests.core.urls import canonical
from digests.pipeline.prepare import EVIDENCE_WINDOW, Preparer
from digests.ports import DigestStore, EditionStore, EntryStore, TopicStore

REACH = timedelta(days=14)
"""How far back a link is looked for."""

_COMPARED = 40  # entries of a story; more only repeat


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why one edition did not tell it: the `code` of a sentence."""

    edition: Edition
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """What is known of a report: the others of its story (by date) and its tie to them, who told it, who did not."""

    entry: Entry
    others: tuple[Entry, ...]
    tie: Tie | None
    told: tuple[Digest, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explaining:
    """The parts that reasons are found with."""

    entries: EntryStore
    topics: TopicStore
    editions: EditionStore
    digests: DigestStore
    preparer: Preparer
    lexicon: Lexicon

    async def why(self, guild_id: int, link: str, *, now: datetime) -> Why:
        """Say why a report was told in a guild, or was not; only feeds of its own topics are looked at.

        Raises:
            UseError: no feed of the guild gave this link lately.
        """
        topics = {topic.id: topic for topic in await self.topics.topics(guild_id)}
        held = await self.entries.held_by(topics, guild_id=guild_id, since=now - REACH)
        entry = await asyncio.to_thread(_with_link, link, held)
        if entry is None:
            raise UseError("why-unknown", link=link)
        story = {one.entry.id: one.entry for one in held if one.entry.story_id == entry.story_id}
        others = tuple(sorted((one for one in story.values() if one.id != entry.id), key=lambda one: one.published))
        sent = await self.digests.sent_digests(guild_id, since=now - REACH)
        told = tuple(digest for digest in sent if _tells(digest, entry))
        editions = await self.editions.editions(guild_id)
        within = {one.topic_id for one in held if one.entry.id == entry.id}
        silent = [edition for edition in editions if edition.name not in {digest.edition for digest in told}]
        reasons = [
            Reason(edition=edition, code=await self._reason(edition, entry, topics, within, now)) for edition in silent
        ]
        compared = others[:_COMPARED]
        bound = await asyncio.to_thread(tie, entry, compared, self.lexicon) if compared else None
        return Why(entry=entry, others=others, tie=bound, told=told, reasons=tuple(reasons))

    async def _reason(
        self, edition: Edition, entry: Entry, topics: Mapping[TopicId, Topic], within: set[TopicId], now: datetime
    ) -> str:
        brought = [topics[topic_id] for topic_id in edition.topics if topic_id in within and topic_id in topics]
        if not brought:
            return "why-not-its-topics"
        if not any(matches(topic, entry) for topic in brought):
            return "why-filtered"
        pool = await self.entries.candidates(edition.id, since=now - EVIDENCE_WINDOW)
        held = [one.is_new for one in pool.candidates if one.entry.id == entry.id]
        if not held:
            return "why-too-old"
        if any(held) and _tells(await self.preparer.preview(edition, now=now), entry):
            return "why-next"
        return await self._reason_not_told(edition, entry, pool, is_new=any(held))

    async def _reason_not_told(self, edition: Edition, entry: Entry, pool: Pool, *, is_new: bool) -> str:
        stories = [entry.story_id] if entry.story_id is not None else []
        if await self.digests.told(edition.destination, stories, for_edition=None):
            return "why-nothing-new"
        if pool.told_until is None and not is_new:
            return "why-there-before"
        return "why-ranked-below"


def _with_link(link: str, held: Sequence[Candidate]) -> Entry | None:
    wanted = canonical(link)
    return next((one.entry for one in held if one.entry.link and canonical(one.entry.link) == wanted), None)


def _tells(digest: Digest, entry: Entry) -> bool:
    return any(source.entry_id == entry.id for card in digest.cards for source in card.sources)
