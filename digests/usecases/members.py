"""What members ask for: a topic's digests as they come, and its latest now."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from digests.core.compose import choose, compose
from digests.core.digest import Digest
from digests.core.editions import Destination, Edition, EditionId, Pool, Style, Topic
from digests.core.errors import UseError
from digests.core.members import Deliver, Subscription
from digests.core.personal import composed_with_ties
from digests.core.ringing import MOST_NAMED
from digests.core.ties import Ties
from digests.ports import EntryStore, Idf, MemberStore, TopicStore

LATEST = timedelta(hours=24)
"""What "latest" means first; where a day holds nothing, a week is looked at."""

LATEST_AT_MOST = timedelta(days=7)

NO_TIES = Ties()


@dataclass(frozen=True, slots=True, kw_only=True)
class LatestOrder:
    """What a member asks to read now."""

    topics: Sequence[Topic]
    guild_id: int
    style: Style
    language: str
    max_stories: int
    ties: Ties = NO_TIES


@dataclass(frozen=True, slots=True, kw_only=True)
class Members:
    """What members are tied to; `per_member` limits a member's topics in one guild."""

    members: MemberStore
    topics: TopicStore
    entries: EntryStore
    idf_of: Callable[[str], Idf]
    per_member: int

    async def subscribe(
        self,
        topic: Topic,
        member_id: int,
        *,
        deliver: Deliver,
        now: datetime,
        is_listed: bool = False,
        personal: Edition | None = None,
    ) -> bool:
        """Tie a member to a topic; False where the same tie stood already. `is_listed`: a ping names them.

        By direct message, `personal` is the edition that tells them.

        Raises:
            UseError: the member has as many as one may, as many are named as a message names, or the topic is gone.
        """
        held = await self.members.subscriptions_of(topic.guild_id, member_id)
        if len(held) >= self.per_member and topic.id not in {tie.topic_id for tie in held}:
            raise UseError("subscriptions-too-many", limit=self.per_member)
        if is_listed:
            named = {one.member_id for one in await self.members.listed(topic.guild_id, [topic.name])}
            if len(named - {member_id}) >= MOST_NAMED:
                raise UseError("mention-list-full", topic=topic.name, limit=MOST_NAMED)
        tie = Subscription(
            guild_id=topic.guild_id,
            topic_id=topic.id,
            member_id=member_id,
            deliver=deliver,
            listed=is_listed,
            created=now,
        )
        return await self.members.put_subscription(tie, personal=personal)

    async def leave(self, guild_id: int, member_id: int) -> None:
        """End a member's subscriptions in a guild they left."""
        await self.members.remove_member(guild_id, member_id)

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

    async def latest(self, order: LatestOrder, *, now: datetime) -> Digest:
        """Give the newest stories of topics as somebody sees them who was told nothing; nothing is stored.

        Stories the member follows stand first, whatever their rank; what they muted is not there.
        """
        digest = await self._latest(order, LATEST, now)
        return digest if digest.cards else await self._latest(order, LATEST_AT_MOST, now)

    async def _latest(self, order: LatestOrder, span: timedelta, now: datetime) -> Digest:
        topics = order.topics
        found = await self.entries.held_by([topic.id for topic in topics], guild_id=order.guild_id, since=now - span)
        blocked = (await self.members.settings(order.guild_id)).blocked
        pool = Pool(candidates=tuple(found), through=0).without(blocked)
        feeds = {feed.id: feed for topic in topics for feed in await self.topics.feeds_of(topic.id)}
        edition = Edition(
            id=EditionId(0),
            guild_id=order.guild_id,
            name=", ".join(topic.name for topic in topics),
            topics=tuple(topic.id for topic in topics),
            destination=Destination(platform="none", address=""),
            at=(),
            timezone="UTC",
            style=order.style,
            language=order.language,
            max_stories=order.max_stories,
            created=now - span,
        )
        compose_of = partial(
            compose,
            edition,
            topics,
            told={},
            slot=now,
            now=now,
            feeds_ok=sum(not feed.error_count for feed in feeds.values()),
            feeds_total=len(feeds),
            choose=partial(choose, idf_of=self.idf_of),
        )
        return await asyncio.to_thread(composed_with_ties, compose_of, pool, order.ties, most=order.max_stories)
