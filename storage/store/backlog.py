"""How much waits, and how hooks stand: numbers for whoever watches. What waits is counted by its verb's own index."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database as Sql

from storage import rows
from storage.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlog:
    """Feeds whose poll is due, entries without a story, operations that are to go out by now; hooks by their state."""

    feeds: int
    entries: int
    operations: int
    hooks: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class SqliteBacklog:
    """What is due and not done, on SQLite; only the shell asks."""

    database: Database

    async def backlog(self, now: datetime) -> Backlog:
        """Give what waits at this moment."""
        return await self.database.read(lambda sql: _backlog(sql, now))


HOOK_STATES = ("wanted", "asked", "verified", "denied", "leaving")

FEEDS_DUE = """
    SELECT COUNT(*)
    FROM feed
    WHERE paused = 0
        AND gone = 0
        AND next_poll <= :now
"""

UNJOINED = """
    SELECT COUNT(*)
    FROM entry
    WHERE story_id IS NULL
"""

PENDING = """
    SELECT COUNT(*)
    FROM outbox
    WHERE state = 'pending'
        AND next_try <= :now
"""

HOOKS = """
    SELECT CASE
            WHEN hook.feed_id IS NULL THEN 'leaving'
            WHEN hook.denied THEN 'denied'
            WHEN feed.pushed_until > :now THEN 'verified'
            WHEN hook.tries THEN 'asked'
            ELSE 'wanted'
        END AS state,
        COUNT(*)
    FROM hook
    LEFT JOIN feed ON feed.id = hook.feed_id
    GROUP BY state
"""


def _backlog(sql: Sql, now: datetime) -> Backlog:
    at = {"now": rows.seconds(now)}
    feeds, entries, operations = (
        int(sql.execute(query, values).fetchone()[0])
        for query, values in ((FEEDS_DUE, at), (UNJOINED, {}), (PENDING, at))
    )
    hooks = dict(sql.conn.execute(HOOKS, at))
    return Backlog(feeds=feeds, entries=entries, operations=operations, hooks=hooks)
