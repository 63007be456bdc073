"""What members ask for: a topic's digests as they come, and its latest now."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from digests.core.compose import compose
from digests.core.digest import Digest
from digests.core.editions import Destination, Edition, EditionId, Pool, Style, Topic
from digests.core.errors import UseError
from digests.core.members import Deliver, Subscription
from digests.ports import EntryStore, Idf, MemberStore, TopicStore

LATEST = timedelta(hours=24)
"""What "latest" means first; where a day holds nothing, a week is looked at."""

LATEST_AT_MOST = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Members:
    """What members are tied to; `per_member` limits a member's topics in one guild."""

    members: MemberStore
    topics: TopicStore
    entries: EntryStore
    idf_of: Callable[[str], Idf]
    per_member: int

    async def subscribe(self, topic: Topic, member_id: int, *, deliver: Deliver, now: datetime) -> bool:
        """Tie a member to a topic; False where the same tie stood already.

        Raises:
            UseError: the member has as many as one may.
        """
        held = await self.members.subscriptions_of(topic.guild_id, member_id)
        if len(held) >= self.per_member and topic.id not in {tie.topic_id for tie in held}:
            raise UseError("subscriptions-too-many", limit=self.per_member)
        tie = Subscription(
            guild_id=topic.guild_id, topic_id=topic.id, member_id=member_id, deliver=deliver, created=now
        )
        return await self.members.put_subscription(tie)

    async def unsubscribe(self, topic: Topic, member_id: int) -> None:
        """End a member's tie.

        Raises:
            UseError: there is none.
        """
        if not await self.members.remove_subscription(topic.id, member_id):
            raise UseError("not-subscribed", topic=topic.name)

    async def subscribed(self, guild_id: int, member_id: int) -> Sequence[Subscription]:
        """Give a member's ties in a guild."""
        return await self.members.subscriptions_of(guild_id, member_id)

    async def latest(
        self, topics: Sequence[Topic], *, guild_id: int, style: Style, language: str, max_stories: int, now: datetime
    ) -> Digest:
        """Give the newest stories of topics as somebody sees them who was told nothing; nothing is stored."""
        digest = await self._latest(topics, LATEST, guild_id, style, language, max_stories, now)
        if digest.cards:
            return digest
        return await self._latest(topics, LATEST_AT_MOST, guild_id, style, language, max_stories, now)

    async def _latest(
        self,
        topics: Sequence[Topic],
        span: timedelta,
        guild_id: int,
        style: Style,
        language: str,
        max_stories: int,
        now: datetime,
    ) -> Digest:
        candidates = await self.entries.held_by([topic.id for topic in topics], guild_id=guild_id, since=now - span)
        blocked = (await self.members.settings(guild_id)).blocked
        feeds = {feed.id: feed for topic in topics for feed in await self.topics.feeds_of(topic.id)}
        edition = Edition(
            id=EditionId(0),
            guild_id=guild_id,
            name=", ".join(topic.name for topic in topics),
            topics=tuple(topic.id for topic in topics),
            destination=Destination(platform="none", address=""),
            at=(),
            timezone="UTC",
            style=style,
            language=language,
            max_stories=max_stories,
            created=now - span,
        )
        return await asyncio.to_thread(
            compose,
            edition,
            topics,
            Pool(candidates=tuple(candidates), through=0).without(blocked),
            {},
            slot=now,
            now=now,
            feeds_ok=sum(not feed.error_count for feed in feeds.values()),
            feeds_total=len(feeds),
            idf_of=self.idf_of,
        )
