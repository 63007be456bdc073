"""The values of what members and moderators ask for: ties to topics, a guild's settings, notices. Aware UTC."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from enum import IntEnum, StrEnum
from typing import NewType

from digests.core.editions import TopicId
from digests.core.models import FeedId

NoticeId = NewType("NoticeId", int)

DIRECT = "discord-dm"
"""The platform of direct messages. An address is a member's number, so that all guilds' make one audience."""


class Deliver(StrEnum):
    """How a subscription reaches its member."""

    PING = "ping"
    DM = "dm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """A member's tie to a topic. `listed`: a ping names the member, who could not be given the topic's role."""

    guild_id: int
    topic_id: TopicId
    member_id: int
    deliver: Deliver = Deliver.PING
    listed: bool = False
    created: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedChoice:
    """What a guild chose for a feed. `name` "": the feed's own title; `paused`: it takes nothing from it meanwhile."""

    feed_id: FeedId
    guild_id: int
    name: str = ""
    read_pages: bool = False
    paused: bool = False


class Images(IntEnum):
    """Which opened stories show a picture; `NO_GRAPHIC`: none of death or harm. The numbers are the store's."""

    NONE = 0
    ALL = 1
    NO_GRAPHIC = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class GuildSettings:
    """What a guild's moderators set.

    `notices`: the channel that is told what needs a moderator. `language`: of digests ordered without one. `blocked`:
    domains of outlets that no digest of the guild uses, `trusted`: of those whose word alone is enough for an alert,
    both sorted. Between `quiet_from` and `quiet_to`, local times in `timezone`, nobody is pinged. A public archive is
    read by everybody, a private one by those who were given its address.
    """

    guild_id: int
    notices: int | None = None
    language: str | None = None
    timezone: str | None = None
    quiet_from: time | None = None
    quiet_to: time | None = None
    blocked: tuple[str, ...] = ()
    trusted: tuple[str, ...] = ()
    images: Images = Images.ALL
    is_archive_public: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something moderators must know; `code` and `fields` become a sentence where it is posted.

    A complaint comes `by` members, the first one first; when more join, `message_id`, which holds it, is edited.
    """

    id: NoticeId = NoticeId(0)
    guild_id: int
    code: str
    fields: Mapping[str, str] = field(default_factory=dict)
    by: tuple[int, ...] = ()
    message_id: str | None = None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What a moderator changed, for the others to see: `code` says what was done, `what` to which thing, by name."""

    guild_id: int
    member_id: int
    code: str
    what: str
    at: datetime
