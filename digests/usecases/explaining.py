"""Why a report was told in a server, or was not: from its link to reasons a reader can check."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from digests.core.digest import Digest
from digests.core.editions import Edition, Pool, Topic, TopicId
from digests.core.errors import UseError
from digests.core.explaining import Tie, tie
from digests.core.models import Entry
from digests.core.query import Found
from digests.core.sketches import Lexicon
from digests.core.topics import judged
from digests.pipeline.prepare import EVIDENCE_WINDOW, Preparer
from digests.ports import DigestStore, EditionStore, EntryStore, TopicStore
from digests.usecases.topics import with_link

REACH = timedelta(days=14)
"""How far back a link is looked for."""

_COMPARED = 40  # entries of a story; more only repeat


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why one edition did not tell it: the `code` of a sentence, and the words of its topic it is about."""

    edition: Edition
    code: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """What is known of a report: the others of its story (by date) and its tie to them, who told it, who did not."""

    entry: Entry
    others: tuple[Entry, ...]
    tie: Tie | None
    told: tuple[Digest, ...]
    reasons: tuple[Reason, ...]
    brought_by: tuple[str, ...] = ()  # words of topics that it holds


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
        entry = await asyncio.to_thread(with_link, link, [one.entry for one in held])
        if entry is None:
            raise UseError("why-unknown", link=link)
        story = {one.entry.id: one.entry for one in held if one.entry.story_id == entry.story_id}
        others = tuple(sorted((one for one in story.values() if one.id != entry.id), key=lambda one: one.published))
        sent = await self.digests.sent_digests(guild_id, since=now - REACH)
        told = tuple(digest for digest in sent if digest.member_id is None and _tells(digest, entry))
        editions = await self.editions.editions(guild_id)
        within = {one.topic_id for one in held if one.entry.id == entry.id}
        silent = [
            edition for edition in editions if edition.at and edition.name not in {digest.edition for digest in told}
        ]
        reasons = [await self._reason(edition, entry, topics, within, now) for edition in silent]
        brought = [judged(topics[topic_id], entry) for topic_id in within]
        compared = others[:_COMPARED]
        bound = await asyncio.to_thread(tie, entry, compared, self.lexicon) if compared else None
        return Why(entry=entry, others=others, tie=bound, told=told, reasons=tuple(reasons), brought_by=_words(brought))

    async def _reason(
        self, edition: Edition, entry: Entry, topics: Mapping[TopicId, Topic], within: set[TopicId], now: datetime
    ) -> Reason:
        brought = [topics[topic_id] for topic_id in edition.topics if topic_id in within and topic_id in topics]
        if not brought:
            return Reason(edition=edition, code="why-not-its-topics")
        found = [judged(topic, entry) for topic in brought]
        if not any(one.is_meant for one in found):
            return _filtered(edition, found)
        pool = await self.entries.candidates(edition.id, since=now - EVIDENCE_WINDOW)
        held = [one.is_new for one in pool.candidates if one.entry.id == entry.id]
        if not held:
            return Reason(edition=edition, code="why-too-old")
        if any(held) and _tells(await self.preparer.preview(edition, now=now), entry):
            return Reason(edition=edition, code="why-next")
        return Reason(edition=edition, code=await self._reason_not_told(edition, entry, pool, is_new=any(held)))

    async def _reason_not_told(self, edition: Edition, entry: Entry, pool: Pool, *, is_new: bool) -> str:
        stories = [entry.story_id] if entry.story_id is not None else []
        if await self.digests.told(edition.destination, stories, for_edition=None):
            return "why-nothing-new"
        if pool.told_until is None and not is_new:
            return "why-there-before"
        return "why-ranked-below"


def _filtered(edition: Edition, found: Sequence[Found]) -> Reason:
    """Give what a topic's words say against an entry: what it holds and must not, else what it lacks."""
    barred = tuple(dict.fromkeys(word for one in found for word in one.barred))
    if barred:
        return Reason(edition=edition, code="why-barred", words=barred)
    return Reason(edition=edition, code="why-lacks", words=tuple(dict.fromkeys(w for one in found for w in one.lacks)))


def _words(found: Sequence[Found]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for one in found for word in one.by))


def _tells(digest: Digest, entry: Entry) -> bool:
    return any(source.entry_id == entry.id for card in digest.cards for source in card.sources)
