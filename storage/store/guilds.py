"""Guilds that the bot was taken out of: their rows rest, come back with it, and are forgotten in the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database as Sql

from digests.core.editions import EditionId, TopicId
from storage import rows
from storage.database import Database
from storage.store.outbox import supersede, unsent
from storage.store.topics import remove


@dataclass(frozen=True, slots=True)
class SqliteGuilds:
    """`GuildStore` on SQLite; the contract stands in `digests.ports`."""

    database: Database

    async def served(self) -> frozenset[int]:
        """Give the guilds that ordered something."""
        return await self.database.read(lambda sql: frozenset(row["guild_id"] for row in sql.query(SERVED)))

    async def resting(self) -> frozenset[int]:
        """Give the guilds that were left."""
        return await self.database.read(lambda sql: frozenset(row["id"] for row in sql.query(RESTING)))

    async def leave(self, guild_id: int, *, now: datetime) -> bool:
        """Let a guild's editions rest; what was never begun of them is free to be told when it is back."""
        return await self.database.write(lambda sql: _leave(sql, guild_id, now))

    async def come_back(self, guild_id: int) -> bool:
        """Let a guild's editions go on."""
        return await self.database.write(lambda sql: _come_back(sql, guild_id))

    async def forget_left(self, *, before: datetime) -> int:
        """Delete all rows of guilds left before then, a transaction each."""
        left = await self.database.read(
            lambda sql: [row["id"] for row in sql.query(LEFT, {"before": rows.seconds(before)})]
        )
        for guild_id in left:
            await self.database.write(lambda sql, guild_id=guild_id: _forget(sql, guild_id))  # type: ignore[misc]
        return len(left)


SERVED = """
    SELECT DISTINCT guild_id
    FROM edition
"""

RESTING = """
    SELECT id
    FROM guild
    WHERE left_at IS NOT NULL
"""

LEFT = """
    SELECT id
    FROM guild
    WHERE left_at < :before
"""

LEAVE = """
    INSERT INTO guild (id, left_at)
    VALUES (:guild_id, :now)
    ON CONFLICT (id) DO UPDATE
    SET left_at = excluded.left_at
    WHERE left_at IS NULL
"""

COME_BACK = """
    UPDATE guild
    SET left_at = NULL
    WHERE id = :guild_id
        AND left_at IS NOT NULL
"""

EDITIONS_OF = """
    SELECT id
    FROM edition
    WHERE guild_id = :guild_id
"""

TOPICS_OF = """
    SELECT id
    FROM topic
    WHERE guild_id = :guild_id
"""

FORGET_POSTS = """
    DELETE FROM story_post
    WHERE (platform, address) IN (SELECT platform, address FROM edition WHERE guild_id = :guild_id)
"""

# Every table of which a guild owns rows says so by this column.
OWNED = """
    SELECT made.name
    FROM sqlite_schema AS made
    JOIN pragma_table_info(made.name) AS part ON part.name = 'guild_id'
    WHERE made.type = 'table'
    ORDER BY made.name
"""

FORGET = """
    DELETE FROM guild
    WHERE id = :guild_id
"""


def _leave(sql: Sql, guild_id: int, now: datetime) -> bool:
    if not sql.execute(LEAVE, {"guild_id": guild_id, "now": rows.seconds(now)}).rowcount:
        return False
    for edition_id in _ids(sql, EDITIONS_OF, guild_id):
        for digest_id in unsent(sql, EditionId(edition_id)):
            supersede(sql, digest_id)
    return True


def _come_back(sql: Sql, guild_id: int) -> bool:
    return bool(sql.execute(COME_BACK, {"guild_id": guild_id}).rowcount)


def _forget(sql: Sql, guild_id: int) -> None:
    whose = {"guild_id": guild_id}
    sql.execute(FORGET_POSTS, whose)
    for topic_id in list(_ids(sql, TOPICS_OF, guild_id)):
        remove(sql, TopicId(topic_id))
    for table in [row["name"] for row in sql.query(OWNED)]:
        sql.execute(f"DELETE FROM {table} WHERE guild_id = :guild_id", whose)  # noqa: S608 - a name of our schema
    sql.execute(FORGET, whose)


def _ids(sql: Sql, query: str, guild_id: int) -> Iterator[int]:
    return (row["id"] for row in sql.query(query, {"guild_id": guild_id}))
