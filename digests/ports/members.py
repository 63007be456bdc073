"""What the flow needs kept of members, and of what a guild's moderators set and must know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from digests.core.editions import Edition, TopicId
from digests.core.members import Deed, GuildSettings, Notice, NoticeId, Subscription
from digests.core.ties import Preferences, Tie


class MemberStore(Protocol):
    """What members are tied to, and what a guild's moderators set for all of them."""

    async def put_subscription(self, subscription: Subscription, *, personal: Edition | None = None) -> bool:
        """Store a member's tie to a topic; give False where the same one stood already.

        One by direct message comes with the member's `personal` edition, stored by (guild, member) whatever it was; it
        tells of the topics of all such ties in the guild, and ends with the last of them.

        Raises:
            UseError: the topic is there no more.
        """
        ...

    async def remove_subscription(self, topic_id: TopicId, member_id: int) -> bool:
        """End a member's tie to a topic; give False where there was none."""
        ...

    async def remove_member(self, guild_id: int, member_id: int) -> None:
        """End all of a member's subscriptions in a guild they left."""
        ...

    async def listed(self, guild_id: int, topics: Iterable[str]) -> Sequence[Preferences]:
        """Give what each member prefers whom pings for these topics (by name) name, the longest subscribed first."""
        ...

    async def subscriptions_of(self, guild_id: int, member_id: int) -> Sequence[Subscription]:
        """Give a member's ties in a guild, by topic."""
        ...

    async def settings(self, guild_id: int) -> GuildSettings:
        """Give what a guild set, the defaults where it set nothing."""
        ...

    async def put_settings(self, settings: GuildSettings) -> None:
        """Store what a guild set."""
        ...

    async def put_deed(self, deed: Deed) -> None:
        """Store what a moderator changed; the guild's oldest ones beyond a number are let go."""
        ...

    async def deeds_of(self, guild_id: int, *, limit: int) -> Sequence[Deed]:
        """Give what a guild's moderators changed, newest first."""
        ...

    async def put_notice(self, notice: Notice) -> None:
        """Store a notice to a guild's moderators, to be posted."""
        ...

    async def complain(self, notice: Notice, about: str, member_id: int) -> bool:
        """Store a member's complaint; give False where they said so before.

        The first about the same thing in a guild makes the notice, others join it and have it told anew.
        """
        ...

    async def unsent_notices(self, limit: int) -> Sequence[Notice]:
        """Give notices not posted yet whose guild has a channel for them, oldest first."""
        ...

    async def notice_sent(self, notice_id: NoticeId, *, message_id: str | None = None, by: int = 0) -> None:
        """Record that a notice was posted, or can never be; not where more complained than it was told `by`."""
        ...


class PersonalStore(Protocol):
    """What is kept of members alone."""

    async def put_tie(self, tie: Tie, *, most: int) -> bool:
        """Tie a member to a story or an outlet; False where it stood already or they have `most` of its kind."""
        ...

    async def remove_tie(self, tie: Tie) -> bool:
        """End a tie, whichever alias of its story it was made under; False where there was none."""
        ...

    async def ties_of(self, guild_id: int, member_id: int) -> Sequence[Tie]:
        """Give a member's ties in a guild, newest first, each story under its home."""
        ...

    async def preferences(self, member_id: int) -> Preferences:
        """Give what a member chose, nothing where they chose nothing."""
        ...

    async def editions_of(self, member_id: int) -> Sequence[Edition]:
        """Give a member's personal editions, one a guild at most."""
        ...

    async def put_preferences(self, preferences: Preferences, editions: Sequence[Edition], *, now: datetime) -> None:
        """Store what a member chose, and their personal editions as they are then.

        One whose times changed goes on with the first slot after `now`, and so does one that was stopped.
        """
        ...

    async def all_of(self, member_id: int) -> Mapping[str, Sequence[Mapping[str, object]]]:
        """Give every row about a member, by table."""
        ...

    async def erase(self, member_id: int) -> int:
        """Delete every row about a member, in all guilds; give how many there were."""
        ...
