"""Editions: the standing orders of guilds. Computes no slot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database as Sql

from digests.core.editions import Due, Edition, EditionId
from storage import rows
from storage.database import Database
from storage.store.outbox import unsent, withdraw_edition


@dataclass(frozen=True, slots=True)
class SqliteEditions:
    """`EditionStore` on SQLite; the contract stands in `digests.ports`."""

    database: Database

    async def put_edition(self, edition: Edition) -> Edition:
        """Store an edition by (guild, name) with its topics in their order."""
        return await self.database.write(lambda sql: put(sql, edition))

    async def change_edition(self, edition: Edition) -> Edition:
        """Change an edition by its id; the ledger goes along to another destination."""
        return await self.database.write(lambda sql: _change(sql, edition))

    async def editions(self, guild_id: int | None = None) -> Sequence[Edition]:
        """Give editions by name, then guild; personal ones only where all are asked for."""
        if guild_id is None:
            return await self.database.read(lambda sql: tuple(_found(sql, EDITIONS)))
        return await self.database.read(lambda sql: tuple(_found(sql, EDITIONS_OF, guild_id=guild_id)))

    async def edition(self, edition_id: EditionId) -> Edition | None:
        """Give one edition."""
        return await self.database.read(lambda sql: next(_found(sql, EDITION, edition_id=edition_id), None))

    async def due_editions(self, now: datetime, *, limit: int) -> Sequence[Due]:
        """Give editions to look at, longest due first."""
        wanted = {"now": rows.seconds(now), "limit": limit}
        return await self.database.read(
            lambda sql: tuple(Due(rows.edition(row), row["next_look"]) for row in sql.query(DUE, wanted))
        )

    async def look_again(self, looks: Sequence[tuple[Due, datetime | None]]) -> None:
        """Store when editions are looked at again."""
        values = [
            {"edition_id": due.edition.id, "stamp": due.stamp, "at": rows.optional_seconds(at)} for due, at in looks
        ]
        await self.database.write(lambda sql: sql.conn.executemany(LOOK_AGAIN, values))

    async def alerting(self) -> Sequence[Edition]:
        """Give editions that tell what is urgent."""
        return await self.database.read(lambda sql: tuple(_found(sql, ALERTING)))

    async def remove_edition(self, edition_id: EditionId) -> None:
        """Remove an edition; a digest on its way is cut off, a delivered one stays in the archive."""
        await self.database.write(lambda sql: remove(sql, edition_id))

    async def pass_slot(self, edition_id: EditionId, slot: datetime) -> None:
        """Record that a slot was dealt with; an older one than the last changes nothing."""
        await self.database.write(lambda sql: pass_slot(sql, edition_id, slot))

    async def pause_edition(self, edition_id: EditionId, *, reason: str) -> bool:
        """Stop an edition; the reason of the first stop stays."""
        wanted = {"edition_id": edition_id, "reason": reason}
        return await self.database.write(lambda sql: bool(sql.execute(PAUSE, wanted).rowcount))


PUT = """
    INSERT INTO edition (
        guild_id, name, platform, address, at, timezone, days, style, language, max_stories,
        quiet_day, catch_up, layout, crosspost, ping, alert, member_id, paused, pause_reason, from_file,
        created, last_slot
    )
    VALUES (
        :guild_id, :name, :platform, :address, :at, :timezone, :days, :style, :language, :max_stories,
        :quiet_day, :catch_up, :layout, :crosspost, :ping, :alert, :member_id, :paused, :pause_reason, :from_file,
        :created, :last_slot
    )
    ON CONFLICT (guild_id, name) DO UPDATE
    SET platform = excluded.platform,
        address = excluded.address,
        at = excluded.at,
        timezone = excluded.timezone,
        days = excluded.days,
        style = excluded.style,
        language = excluded.language,
        max_stories = excluded.max_stories,
        quiet_day = excluded.quiet_day,
        catch_up = excluded.catch_up,
        layout = excluded.layout,
        crosspost = excluded.crosspost,
        ping = excluded.ping,
        alert = excluded.alert,
        paused = excluded.paused,
        pause_reason = excluded.pause_reason,
        from_file = excluded.from_file,
        next_look = MIN(COALESCE(next_look, 0), 0) - 1
    RETURNING id
"""

CHANGE = """
    UPDATE edition
    SET name = :name,
        platform = :platform,
        address = :address,
        at = :at,
        timezone = :timezone,
        days = :days,
        style = :style,
        language = :language,
        max_stories = :max_stories,
        quiet_day = :quiet_day,
        catch_up = :catch_up,
        layout = :layout,
        crosspost = :crosspost,
        ping = :ping,
        alert = :alert,
        paused = :paused,
        pause_reason = :pause_reason,
        next_look = MIN(COALESCE(next_look, 0), 0) - 1
    WHERE id = :id
    RETURNING id
"""

IS_ELSEWHERE = """
    SELECT 1
    FROM edition
    WHERE id = :id
        AND (platform, address) <> (:platform, :address)
"""

# Whoever reads there now knows what the edition told where it came from; what others told there stays too.
TAKE_LEDGER_ALONG = """
    INSERT INTO ledger (guild_id, platform, address, story_id, digest_id, edition_id, state, at, facts, part)
    SELECT guild_id, :platform, :address, story_id, digest_id, edition_id, state, at, facts, part
    FROM ledger
    WHERE edition_id = :id
        AND state = 'told'
        AND (platform, address) <> (:platform, :address)
"""

REDIRECT = tuple(
    f"""
    UPDATE {table}
    SET platform = :platform,
        address = :address
    WHERE digest_id = :digest_id
    """  # noqa: S608 - two names of ours
    for table in ("outbox", "ledger")
)

CLEAR_TOPICS = """
    DELETE FROM edition_topic
    WHERE edition_id = :edition_id
"""

ADD_TOPIC = """
    INSERT INTO edition_topic (edition_id, topic_id, position)
    VALUES (:edition_id, :topic_id, :position)
"""

WITH_TOPICS = """
    SELECT edition.*,
        (
            SELECT json_group_array(topic_id)
            FROM (
                SELECT topic_id
                FROM edition_topic
                WHERE edition_topic.edition_id = edition.id
                ORDER BY position
            )
        ) AS topics
    FROM edition"""

EDITIONS = f"""{WITH_TOPICS}
    ORDER BY name, guild_id
"""

EDITIONS_OF = f"""{WITH_TOPICS}
    WHERE guild_id = :guild_id
        AND member_id IS NULL
    ORDER BY name
"""

EDITION = f"""{WITH_TOPICS}
    WHERE id = :edition_id
"""

DUE = f"""{WITH_TOPICS}
    WHERE next_look <= :now
        AND paused = 0
        AND guild_id NOT IN (SELECT id FROM guild WHERE left_at IS NOT NULL)
    ORDER BY next_look
    LIMIT :limit
"""  # noqa: S608  only the constant above is put in

# Not where it was changed meanwhile: that look did not see the change.
LOOK_AGAIN = """
    UPDATE edition
    SET next_look = :at
    WHERE id = :edition_id
        AND next_look = :stamp
"""

ALERTING = f"""{WITH_TOPICS}
    WHERE alert IS NOT NULL
        AND paused = 0
        AND guild_id NOT IN (SELECT id FROM guild WHERE left_at IS NOT NULL)
    ORDER BY name, guild_id
"""  # noqa: S608  only the constant above is put in

REMOVE = """
    DELETE FROM edition
    WHERE id = :edition_id
"""

PAUSE = """
    UPDATE edition
    SET paused = 1,
        pause_reason = :reason
    WHERE id = :edition_id
        AND paused = 0
"""

MOVE_ON = """
    UPDATE edition
    SET last_slot = MAX(COALESCE(last_slot, :slot), :slot)
    WHERE id = :edition_id
"""


def pass_slot(sql: Sql, edition_id: EditionId, slot: datetime) -> bool:
    """Move the edition's newest slot on; give False where there is no such edition."""
    return bool(sql.execute(MOVE_ON, {"edition_id": edition_id, "slot": rows.seconds(slot)}).rowcount)


def put(sql: Sql, edition: Edition) -> Edition:
    """Store an edition with its topics in their order."""
    (stored,) = sql.query(PUT, rows.edition_row(edition))
    return _with_topics(sql, stored["id"], edition)


def _change(sql: Sql, edition: Edition) -> Edition:
    columns = rows.edition_row(edition) | {"id": edition.id}
    if list(sql.query(IS_ELSEWHERE, columns)):
        sql.execute(TAKE_LEDGER_ALONG, columns)
        for digest_id in unsent(sql, edition.id):
            for statement in REDIRECT:
                sql.execute(statement, columns | {"digest_id": digest_id})
    sql.execute(CHANGE, columns)
    return _with_topics(sql, edition.id, edition)


def _with_topics(sql: Sql, edition_id: int, edition: Edition) -> Edition:
    topics = [
        {"edition_id": edition_id, "topic_id": topic_id, "position": position}
        for position, topic_id in enumerate(dict.fromkeys(edition.topics))
    ]
    sql.execute(CLEAR_TOPICS, {"edition_id": edition_id})
    sql.conn.executemany(ADD_TOPIC, topics)
    return next(_found(sql, EDITION, edition_id=edition_id))


def _found(sql: Sql, query: str, **values: object) -> Iterator[Edition]:
    return map(rows.edition, sql.query(query, values))


def remove(sql: Sql, edition_id: EditionId) -> None:
    """Remove an edition; what of it is on its way is cut off."""
    withdraw_edition(sql, edition_id)
    sql.execute(REMOVE, {"edition_id": edition_id})
