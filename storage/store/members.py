"""What members are tied to, what a guild set, and the notices its moderators are to get."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database as Sql

from digests.core.editions import TopicId
from digests.core.members import Deed, Deliver, GuildSettings, Images, Notice, NoticeId, Subscription
from storage import rows
from storage.database import Database


@dataclass(frozen=True, slots=True)
class SqliteMembers:
    """`MemberStore` on SQLite; the contract stands in `digests.ports`."""

    database: Database

    async def put_subscription(self, subscription: Subscription) -> bool:
        """Store a member's tie to a topic, or change how it reaches them."""
        return await self.database.write(lambda sql: _subscribe(sql, subscription))

    async def remove_subscription(self, topic_id: TopicId, member_id: int) -> bool:
        """End a member's tie to a topic."""
        tie = {"topic_id": topic_id, "member_id": member_id}
        return await self.database.write(lambda sql: bool(sql.execute(UNSUBSCRIBE, tie).rowcount))

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
        values = {
            "guild_id": notice.guild_id,
            "code": notice.code,
            "fields": json.dumps(dict(notice.fields), ensure_ascii=False),
            "at": rows.seconds(notice.at),
        }
        await self.database.write(lambda sql: sql.execute(PUT_NOTICE, values))

    async def unsent_notices(self, limit: int) -> Sequence[Notice]:
        """Give notices that can be posted now, oldest first."""
        return await self.database.read(
            lambda sql: tuple(_notice(row) for row in sql.query(UNSENT_NOTICES, {"limit": limit}))
        )

    async def notice_sent(self, notice_id: NoticeId) -> None:
        """Record that a notice needs no more posting."""
        await self.database.write(lambda sql: sql.execute(NOTICE_SENT, {"notice_id": notice_id}))


HELD = """
    SELECT deliver
    FROM subscription
    WHERE topic_id = :topic_id
        AND member_id = :member_id
"""

SUBSCRIBE = """
    INSERT INTO subscription (guild_id, topic_id, member_id, deliver, created)
    VALUES (:guild_id, :topic_id, :member_id, :deliver, :created)
    ON CONFLICT DO UPDATE
    SET deliver = excluded.deliver
"""

UNSUBSCRIBE = """
    DELETE FROM subscription
    WHERE topic_id = :topic_id
        AND member_id = :member_id
"""

TIES = """
    SELECT *
    FROM subscription
    WHERE member_id = :member_id
        AND guild_id = :guild_id
    ORDER BY topic_id
"""

PUT_SETTINGS = """
    INSERT INTO guild (id, notices, language, timezone, quiet_from, quiet_to, blocked, trusted, images)
    VALUES (:guild_id, :notices, :language, :timezone, :quiet_from, :quiet_to, :blocked, :trusted, :images)
    ON CONFLICT DO UPDATE
    SET notices = excluded.notices,
        language = excluded.language,
        timezone = excluded.timezone,
        quiet_from = excluded.quiet_from,
        quiet_to = excluded.quiet_to,
        blocked = excluded.blocked,
        trusted = excluded.trusted,
        images = excluded.images
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

PUT_NOTICE = """
    INSERT INTO notice (guild_id, code, fields, at)
    VALUES (:guild_id, :code, :fields, :at)
"""

UNSENT_NOTICES = """
    SELECT notice.*
    FROM notice
    JOIN guild ON guild.id = notice.guild_id
        AND guild.notices IS NOT NULL
        AND guild.left_at IS NULL
    WHERE notice.sent = 0
    ORDER BY notice.id
    LIMIT :limit
"""

NOTICE_SENT = """
    UPDATE notice
    SET sent = 1
    WHERE id = :notice_id
"""


def _subscribe(sql: Sql, subscription: Subscription) -> bool:
    tie = {"topic_id": subscription.topic_id, "member_id": subscription.member_id}
    held = sql.execute(HELD, tie).fetchone()
    values = {
        **tie,
        "guild_id": subscription.guild_id,
        "deliver": subscription.deliver.value,
        "created": rows.seconds(subscription.created),
    }
    sql.execute(SUBSCRIBE, values)
    return bool(held != (subscription.deliver.value,))


def _subscription(row: rows.Row) -> Subscription:
    return Subscription(
        guild_id=row["guild_id"],
        topic_id=TopicId(row["topic_id"]),
        member_id=row["member_id"],
        deliver=Deliver(row["deliver"]),
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
    )


def _notice(row: rows.Row) -> Notice:
    return Notice(
        id=NoticeId(row["id"]),
        guild_id=row["guild_id"],
        code=row["code"],
        fields=json.loads(row["fields"]),
        at=rows.moment(row["at"]),
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
