"""What members are tied to, what a guild set, and the notices its moderators are to get."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlite_utils import Database as Sql

from digests.core.editions import Edition, TopicId
from digests.core.errors import UseError
from digests.core.members import Deed, Deliver, GuildSettings, Images, Notice, NoticeId, Subscription
from digests.core.ties import Preferences
from storage import rows
from storage.database import Database
from storage.store import direct, notices


@dataclass(frozen=True, slots=True)
class SqliteMembers:
    """`MemberStore` on SQLite; the contract stands in `digests.ports`."""

    database: Database

    async def put_subscription(self, subscription: Subscription, *, personal: Edition | None = None) -> bool:
        """Store a member's tie to a topic, or change how it reaches them, and their personal edition with it."""
        return await self.database.write(lambda sql: _subscribe(sql, subscription, personal))

    async def remove_subscription(self, topic_id: TopicId, member_id: int) -> bool:
        """End a member's tie to a topic; with the last by direct message their personal edition."""
        return await self.database.write(lambda sql: _unsubscribe(sql, topic_id, member_id))

    async def remove_member(self, guild_id: int, member_id: int) -> None:
        """End all of a member's subscriptions in a guild, and their personal edition."""
        await self.database.write(lambda sql: _leave(sql, guild_id, member_id))

    async def listed(self, guild_id: int, topics: Iterable[str]) -> Sequence[Preferences]:
        """Give who is pinged by name for topics, in the order they subscribed, with what they prefer."""
        wanted = {"guild_id": guild_id, "topics": json.dumps(list(topics))}
        return await self.database.read(lambda sql: tuple(map(rows.preferences, sql.query(LISTED, wanted))))

    async def subscriptions_of(self, guild_id: int, member_id: int) -> Sequence[Subscription]:
        """Give a member's ties in a guild, by topic."""
        whose = {"guild_id": guild_id, "member_id": member_id}
        return await self.database.read(lambda sql: tuple(_subscription(row) for row in sql.query(TIES, whose)))

    async def settings(self, guild_id: int) -> GuildSettings:
        """Give what a guild set."""
        return await self.database.read(lambda sql: _settings(sql, guild_id))

    async def put_settings(self, settings: GuildSettings) -> None:
        """Store what a guild set."""
        values = {
            "guild_id": settings.guild_id,
            "notices": settings.notices,
            "language": settings.language,
            "timezone": settings.timezone,
            "quiet_from": rows.clock(settings.quiet_from),
            "quiet_to": rows.clock(settings.quiet_to),
            "blocked": json.dumps(settings.blocked, ensure_ascii=False),
            "trusted": json.dumps(settings.trusted, ensure_ascii=False),
            "images": int(settings.images),
            "is_archive_public": int(settings.is_archive_public),
        }
        await self.database.write(lambda sql: sql.execute(PUT_SETTINGS, values))

    async def put_deed(self, deed: Deed) -> None:
        """Store what a moderator changed."""
        await self.database.write(lambda sql: _put_deed(sql, deed))

    async def deeds_of(self, guild_id: int, *, limit: int) -> Sequence[Deed]:
        """Give what a guild's moderators changed, newest first."""
        whose = {"guild_id": guild_id, "limit": limit}
        return await self.database.read(lambda sql: tuple(_deed(row) for row in sql.query(DEEDS, whose)))

    async def put_notice(self, notice: Notice) -> None:
        """Store a notice."""
        await self.database.write(lambda sql: notices.put(sql, notice))

    async def complain(self, notice: Notice, about: str, member_id: int) -> bool:
        """Store a member's complaint with the notice of all who say the same."""
        return await self.database.write(lambda sql: notices.complain(sql, notice, about, member_id))

    async def unsent_notices(self, limit: int) -> Sequence[Notice]:
        """Give notices that can be posted now, oldest first."""
        return await self.database.read(lambda sql: notices.unsent(sql, limit))

    async def notice_sent(self, notice_id: NoticeId, *, message_id: str | None = None, by: int = 0) -> None:
        """Record that a notice needs no more posting, unless somebody joined it meanwhile."""
        await self.database.write(lambda sql: notices.sent(sql, notice_id, message_id, by))


HELD = """
    SELECT deliver, listed
    FROM subscription
    WHERE topic_id = :topic_id
        AND member_id = :member_id
"""

SUBSCRIBE = """
    INSERT INTO subscription (guild_id, topic_id, member_id, deliver, listed, created)
    SELECT :guild_id, id, :member_id, :deliver, :listed, :created
    FROM topic
    WHERE id = :topic_id
    ON CONFLICT DO UPDATE
    SET deliver = excluded.deliver,
        listed = excluded.listed
"""

UNSUBSCRIBE = """
    DELETE FROM subscription
    WHERE topic_id = :topic_id
        AND member_id = :member_id
    RETURNING guild_id, member_id
"""

LEAVE = """
    DELETE FROM subscription
    WHERE member_id = :member_id
        AND guild_id = :guild_id
"""

LISTED = """
    SELECT subscription.member_id AS id, member.timezone, member.dm_at, member.language, member.quiet_from,
        member.quiet_to
    FROM json_each(:topics) AS named
    CROSS JOIN topic ON topic.guild_id = :guild_id
        AND topic.name = named.value
    CROSS JOIN subscription ON subscription.topic_id = topic.id
        AND subscription.deliver = 'ping'
        AND subscription.listed
    LEFT JOIN member ON member.id = subscription.member_id
    GROUP BY subscription.member_id
    ORDER BY MIN(subscription.created), subscription.member_id
"""

TIES = """
    SELECT *
    FROM subscription
    WHERE member_id = :member_id
        AND guild_id = :guild_id
    ORDER BY topic_id
"""

PUT_SETTINGS = """
    INSERT INTO guild (
        id, notices, language, timezone, quiet_from, quiet_to, blocked, trusted, images, is_archive_public
    )
    VALUES (
        :guild_id, :notices, :language, :timezone, :quiet_from, :quiet_to, :blocked, :trusted, :images,
        :is_archive_public
    )
    ON CONFLICT DO UPDATE
    SET notices = excluded.notices,
        language = excluded.language,
        timezone = excluded.timezone,
        quiet_from = excluded.quiet_from,
        quiet_to = excluded.quiet_to,
        blocked = excluded.blocked,
        trusted = excluded.trusted,
        images = excluded.images,
        is_archive_public = excluded.is_archive_public
"""

MOST_DEEDS = 500
"""Kept of a guild: more than anybody scrolls back, and a bound."""

DO = """
    INSERT INTO deed (guild_id, member_id, code, what, at)
    VALUES (:guild_id, :member_id, :code, :what, :at)
"""

FORGET_DEEDS = """
    DELETE FROM deed
    WHERE guild_id = :guild_id
        AND id <= (SELECT id FROM deed WHERE guild_id = :guild_id ORDER BY id DESC LIMIT 1 OFFSET :most)
"""

DEEDS = """
    SELECT *
    FROM deed
    WHERE guild_id = :guild_id
    ORDER BY id DESC
    LIMIT :limit
"""


def _subscribe(sql: Sql, subscription: Subscription, personal: Edition | None) -> bool:
    tie = {"topic_id": subscription.topic_id, "member_id": subscription.member_id}
    held = sql.execute(HELD, tie).fetchone()
    values = {
        **tie,
        "guild_id": subscription.guild_id,
        "deliver": subscription.deliver.value,
        "listed": int(subscription.listed),
        "created": rows.seconds(subscription.created),
    }
    if not sql.execute(SUBSCRIBE, values).rowcount:
        raise UseError("topic-gone")
    if personal is None:
        direct.settle(sql, subscription.guild_id, subscription.member_id)
    else:
        direct.put(sql, personal, subscription.created)
    return bool(held != (values["deliver"], values["listed"]))


def _unsubscribe(sql: Sql, topic_id: TopicId, member_id: int) -> bool:
    ended = list(sql.query(UNSUBSCRIBE, {"topic_id": topic_id, "member_id": member_id}))
    for reader in ended:
        direct.settle(sql, **reader)
    return bool(ended)


def _leave(sql: Sql, guild_id: int, member_id: int) -> None:
    sql.execute(LEAVE, {"guild_id": guild_id, "member_id": member_id})
    direct.settle(sql, guild_id, member_id)


def _subscription(row: rows.Row) -> Subscription:
    return Subscription(
        guild_id=row["guild_id"],
        topic_id=TopicId(row["topic_id"]),
        member_id=row["member_id"],
        deliver=Deliver(row["deliver"]),
        listed=bool(row["listed"]),
        created=rows.moment(row["created"]),
    )


def _settings(sql: Sql, guild_id: int) -> GuildSettings:
    found = sql.query("SELECT * FROM guild WHERE id = :guild_id", {"guild_id": guild_id})
    return next(map(_guild, found), GuildSettings(guild_id=guild_id))


def _guild(row: rows.Row) -> GuildSettings:
    return GuildSettings(
        guild_id=row["id"],
        notices=row["notices"],
        language=row["language"],
        timezone=row["timezone"],
        quiet_from=rows.local_time(row["quiet_from"]),
        quiet_to=rows.local_time(row["quiet_to"]),
        blocked=tuple(json.loads(row["blocked"])),
        trusted=tuple(json.loads(row["trusted"])),
        images=Images(row["images"]),
        is_archive_public=bool(row["is_archive_public"]),
    )


def _put_deed(sql: Sql, deed: Deed) -> None:
    values = {"guild_id": deed.guild_id, "member_id": deed.member_id, "code": deed.code, "what": deed.what}
    sql.execute(DO, {**values, "at": rows.seconds(deed.at)})
    sql.execute(FORGET_DEEDS, {"guild_id": deed.guild_id, "most": MOST_DEEDS})


def _deed(row: rows.Row) -> Deed:
    return Deed(
        guild_id=row["guild_id"],
        member_id=row["member_id"],
        code=row["code"],
        what=row["what"],
        at=rows.moment(row["at"]),
    )
