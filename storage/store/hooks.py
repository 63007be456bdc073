"""Hooks: what is agreed with hubs, and the feeds they call. How a hub does stands with its feed (`updates`)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database as Sql

from digests.core.hubs import Hook, HookId
from digests.core.polling import Pace
from digests.core.pushing import LEAVING_TRIES, called_poll, next_try
from storage import rows
from storage.database import Database

MOST_AT_ONCE = 500
"""Hooks made in one transaction, as many as take some ms; the next call goes on."""


@dataclass(frozen=True, slots=True)
class SqliteHooks:
    """`HookStore` on SQLite; the contract stands in `digests.ports`."""

    database: Database

    async def follow_offers(self, base: str | None, *, now: datetime, new_key: Callable[[], str]) -> None:
        """Make hooks for what feeds offer, and have those leave whose reason is gone."""
        await self.database.write(lambda sql: _follow_offers(sql, base, now, new_key))

    async def claim_hooks(self, *, now: datetime, limit: int) -> Sequence[Hook]:
        """Give hooks whose hub is to be asked, a try counted for each."""
        return await self.database.write(lambda sql: _claim(sql, now, limit))

    async def hook(self, key: str) -> Hook | None:
        """Give the hook of a callback."""
        return await self.database.read(
            lambda sql: next((rows.hook(row) for row in sql.query(BY_KEY, {"key": key})), None)
        )

    async def verified(self, hook_id: HookId, *, until: datetime, renew_at: datetime) -> None:
        """Store that a hub pushes until then."""
        await self.database.write(lambda sql: _verified(sql, hook_id, until, renew_at))

    async def denied(self, hook_id: HookId, *, again_at: datetime) -> None:
        """Store that a hub does not push."""
        await self.database.write(lambda sql: _denied(sql, hook_id, again_at))

    async def let_go(self, hook_id: HookId) -> None:
        """Forget a hook."""
        await self.database.write(lambda sql: sql.execute(FORGET, {"id": hook_id}))

    async def pushed(self, hook_id: HookId, *, now: datetime) -> None:
        """Store a push, and call its feed."""
        await self.database.write(lambda sql: sql.execute(PUSHED, {"id": hook_id, "now": rows.seconds(now)}))

    async def look_at_called(self, *, now: datetime, pace: Pace) -> int:
        """Make feeds that were called due."""
        return await self.database.write(lambda sql: _look_at_called(sql, now, pace))


LOST = """
    SELECT hook.feed_id
    FROM hook
    JOIN feed ON feed.id = hook.feed_id
    WHERE hook.base IS NOT :base
        OR hook.hub IS NOT feed.hub
        OR hook.topic_url IS NOT feed.topic_url
        OR feed.guild_id IS NOT NULL
        OR feed.paused
        OR feed.gone
"""

PART = """
    UPDATE hook
    SET feed_id = NULL
    WHERE feed_id IN (SELECT value FROM json_each(:ids))
"""

# Nobody tells of them any more: polls are as usual again, at once.
UNHOOK = """
    UPDATE feed
    SET pushed_until = NULL,
        push_told = 0,
        push_missed = NULL,
        called = MAX(called, pushed_until IS NOT NULL)
    WHERE id IN (SELECT value FROM json_each(:ids))
"""

LEAVE = """
    UPDATE hook
    SET leaving = 1,
        tries = 0,
        next_try = :now
    WHERE feed_id IS NULL
        AND leaving = 0
"""

OFFERED = """
    SELECT id, hub, topic_url
    FROM feed
    WHERE hub IS NOT NULL
        AND guild_id IS NULL
        AND paused = 0
        AND gone = 0
        AND NOT EXISTS (SELECT 1 FROM hook WHERE hook.feed_id = feed.id)
    LIMIT :limit
"""

ADD = """
    INSERT INTO hook (feed_id, hub, topic_url, base, key, secret, next_try)
    VALUES (?, ?, ?, ?, ?, ?, ?)
"""

DUE = """
    SELECT hook.*, feed.pushed_until
    FROM hook
    LEFT JOIN feed ON feed.id = hook.feed_id
    WHERE hook.next_try <= :now
    ORDER BY hook.next_try
    LIMIT :limit
"""

TRY = """
    UPDATE hook
    SET tries = tries + 1,
        next_try = :next_try,
        denied = 0
    WHERE id = :id
    RETURNING *, :pushed_until AS pushed_until
"""

BY_KEY = """
    SELECT hook.*, feed.pushed_until
    FROM hook
    LEFT JOIN feed ON feed.id = hook.feed_id
    WHERE hook.key = :key
"""

SETTLE = """
    UPDATE hook
    SET tries = 0,
        next_try = :next_try,
        denied = :denied
    WHERE id = :id
        AND feed_id IS NOT NULL
    RETURNING feed_id
"""

HOOKED = """
    UPDATE feed
    SET pushed_until = :until
    WHERE id = :feed_id
"""

FORGET = """
    DELETE FROM hook
    WHERE id = :id
"""

PUSHED = """
    UPDATE feed
    SET last_push = :now,
        called = 1
    WHERE id = (SELECT feed_id FROM hook WHERE hook.id = :id)
"""

# One that is being polled waits for the end of that poll: it may have looked before the push.
CALLED = """
    SELECT id, next_poll, last_polled
    FROM feed
    WHERE called = 1
        AND lease_until <= :now
    LIMIT :limit
"""

LOOK = """
    UPDATE feed
    SET next_poll = ?,
        called = 0
    WHERE id = ?
"""


def _follow_offers(sql: Sql, base: str | None, now: datetime, new_key: Callable[[], str]) -> None:
    at = rows.seconds(now)
    lost = rows.numbers(feed_id for (feed_id,) in sql.conn.execute(LOST, {"base": base}))
    sql.execute(PART, {"ids": lost})
    sql.execute(UNHOOK, {"ids": lost})
    sql.execute(LEAVE, {"now": at})
    if base is not None:
        offered = sql.conn.execute(OFFERED, {"limit": MOST_AT_ONCE}).fetchall()
        sql.conn.executemany(ADD, [(*offer, base, new_key(), new_key(), at) for offer in offered])


def _claim(sql: Sql, now: datetime, limit: int) -> tuple[Hook, ...]:
    claimed: list[rows.Row] = []
    for row in list(sql.query(DUE, {"now": rows.seconds(now), "limit": limit})):
        if row["leaving"] and row["tries"] >= LEAVING_TRIES:
            sql.execute(FORGET, row)
            continue
        again = rows.seconds(next_try(row["tries"] + 1, now=now))
        claimed += sql.query(TRY, {"id": row["id"], "pushed_until": row["pushed_until"], "next_try": again})
    return tuple(rows.hook(row) for row in claimed)


def _verified(sql: Sql, hook_id: HookId, until: datetime, renew_at: datetime) -> None:
    for row in list(sql.query(SETTLE, {"id": hook_id, "next_try": rows.seconds(renew_at), "denied": 0})):
        sql.execute(HOOKED, {"feed_id": row["feed_id"], "until": rows.seconds(until)})


def _denied(sql: Sql, hook_id: HookId, again_at: datetime) -> None:
    for row in list(sql.query(SETTLE, {"id": hook_id, "next_try": rows.seconds(again_at), "denied": 1})):
        sql.execute(UNHOOK, {"ids": rows.numbers([row["feed_id"]])})


def _look_at_called(sql: Sql, now: datetime, pace: Pace) -> int:
    called = sql.conn.execute(CALLED, {"now": rows.seconds(now), "limit": MOST_AT_ONCE}).fetchall()
    due = [
        (called_poll(rows.moment(next_poll), rows.optional_moment(last_polled), now=now, pace=pace), feed_id)
        for feed_id, next_poll, last_polled in called
    ]
    sql.conn.executemany(LOOK, [(rows.seconds(at), feed_id) for at, feed_id in due])
    return len(due)
