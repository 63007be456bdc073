"""What a language model said that may be printed, under the hash of its question, and its tokens by day and guild."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database as Sql

from digests.core.phrasing import Phrasing
from digests.core.spending import Caps, Tokens
from storage import rows
from storage.database import Database

KEPT = """
    SELECT key, json
    FROM phrasing
    WHERE key IN (SELECT value FROM json_each(:keys))
"""

KEEP = """
    INSERT INTO phrasing (key, json, kept)
    VALUES (:key, :json, :now)
    ON CONFLICT DO UPDATE
    SET json = excluded.json,
        kept = excluded.kept
"""

FORGET_OLD = """
    DELETE FROM phrasing
    WHERE kept < :before
"""

FORGET_MOST = """
    DELETE FROM phrasing
    WHERE key IN (SELECT key FROM phrasing ORDER BY kept DESC LIMIT -1 OFFSET :most)
"""

FORGET_SPENDING = """
    DELETE FROM spending
    WHERE day < :before
"""

SPENT = """
    SELECT guild_id, read, written
    FROM spending
    WHERE day = :day
"""

SPEND = """
    INSERT INTO spending (day, guild_id, read, written)
    VALUES (:day, :guild_id, :read, :written)
    ON CONFLICT DO UPDATE
    SET read = MAX(0, read + excluded.read),
        written = MAX(0, written + excluded.written)
"""


@dataclass(frozen=True, slots=True)
class SqlitePhrasings:
    """`PhrasingStore` on SQLite; the contract stands in `digests.ports`."""

    database: Database

    async def phrasings(self, keys: Iterable[str]) -> Mapping[str, Phrasing]:
        """Give what is kept under these keys."""
        wanted = {"keys": json.dumps(list(keys))}
        return await self.database.read(
            lambda sql: {row["key"]: rows.phrasing(row["json"]) for row in sql.query(KEPT, wanted)}
        )

    async def keep_phrasing(self, key: str, phrasing: Phrasing, *, now: datetime) -> None:
        """Keep a phrasing."""
        named = {"key": key, "now": rows.seconds(now)}
        await self.database.write(lambda sql: sql.execute(KEEP, named | {"json": rows.phrasing_json(phrasing)}))

    async def prune_phrasings(self, *, before: datetime, most: int) -> int:
        """Let go of the old and of too many."""
        limits = {"before": rows.seconds(before), "most": most}
        return await self.database.write(
            lambda sql: sum(sql.execute(query, limits).rowcount for query in (FORGET_OLD, FORGET_MOST, FORGET_SPENDING))
        )

    async def take_tokens(self, guild_id: int, tokens: Tokens, *, caps: Caps, now: datetime) -> bool:
        """Look at the day and count, in one transaction."""
        return await self.database.write(lambda sql: _take(sql, guild_id, tokens, caps, now))

    async def correct_tokens(self, guild_id: int, *, taken: Tokens, spent: Tokens, now: datetime) -> None:
        """Count the difference."""
        difference = {"read": spent.read - taken.read, "written": spent.written - taken.written}
        row = {"day": rows.seconds(_day(now)), "guild_id": guild_id, **difference}
        await self.database.write(lambda sql: sql.execute(SPEND, row))

    async def spent(self, now: datetime) -> Mapping[int, Tokens]:
        """Give the day's tokens."""
        return await self.database.read(lambda sql: _spent(sql, now))


def _take(sql: Sql, guild_id: int, tokens: Tokens, caps: Caps, now: datetime) -> bool:
    spent = _spent(sql, now)
    if not caps.allow(sum(spent.values(), tokens), spent.get(guild_id, Tokens()) + tokens):
        return False
    row = {"day": rows.seconds(_day(now)), "guild_id": guild_id, "read": tokens.read, "written": tokens.written}
    sql.execute(SPEND, row)
    return True


def _spent(sql: Sql, now: datetime) -> dict[int, Tokens]:
    found = sql.query(SPENT, {"day": rows.seconds(_day(now))})
    return {row["guild_id"]: Tokens(read=row["read"], written=row["written"]) for row in found}


def _day(now: datetime) -> datetime:
    return now.replace(hour=0, minute=0, second=0, microsecond=0)
