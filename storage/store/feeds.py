"""Feeds: added, listed, claimed when due. What a poll changes is stored by `updates`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database as Sql

from digests.core.members import FeedChoice
from digests.core.models import Correction, EntryId, Feed, FeedId, FeedUpdate, Printed
from digests.core.urls import canonical, hosting
from storage import rows
from storage.database import Database
from storage.store import choices, corrections
from storage.store.health import report_health
from storage.store.held import decide_held
from storage.store.updates import apply_updates, held_keys


@dataclass(frozen=True, slots=True)
class SqliteFeeds:
    """`FeedStore` on SQLite; the contract stands in `digests.ports`."""

    database: Database

    async def add_feed(self, url: str, *, now: datetime, guild_id: int | None = None, as_page: bool = False) -> Feed:
        """Give the feed of this address; one that a guild owns and the shared one are two."""
        return await self.database.write(lambda sql: _add(sql, url, now, guild_id, as_page=as_page))

    async def feed(self, feed_id: FeedId) -> Feed | None:
        """Give one feed."""
        return await self.database.read(lambda sql: _feed(sql, feed_id))

    async def feeds(self) -> Sequence[Feed]:
        """Give all feeds by address."""
        return await self.database.read(_feeds)

    async def claim_due_feeds(self, *, now: datetime, owner: str, limit: int, lease: timedelta) -> Sequence[Feed]:
        """Lease due feeds of free hosts, longest due first."""
        return await self.database.write(lambda sql: _claim(sql, now, owner, limit, lease))

    async def next_feed_due(self) -> datetime | None:
        """Give when the next feed can be claimed."""
        return await self.database.read(_next_due)

    async def is_any_unpolled(self, since: datetime) -> bool:
        """Say whether a feed due by then still waits; one whose host rests does not count, it may rest for hours."""
        due = {"since": rows.seconds(since)}
        return await self.database.read(lambda sql: sql.execute(UNPOLLED, due).fetchone() is not None)

    async def report_health(self, *, now: datetime, grace: timedelta) -> int:
        """Put notices of feeds that fell ill or recovered."""
        return await self.database.write(lambda sql: report_health(sql, now, grace))

    async def decide_held(self, feed_id: FeedId, guild_id: int, *, release: bool) -> int:
        """Settle for a guild what the burst guard holds of a feed."""
        return await self.database.write(lambda sql: decide_held(sql, feed_id, guild_id, release=release))

    async def known_keys(self, feed_id: FeedId, keys: Iterable[int]) -> frozenset[int]:
        """Give those of the keys that the feed's seen-index holds."""
        asked = list(keys)
        return await self.database.read(lambda sql: frozenset(held_keys(sql, feed_id, asked)))

    async def titles_held(self, feed_id: FeedId, titles: Iterable[str]) -> frozenset[str]:
        """Give those of the titles that entries of this feed have."""
        wanted = {"feed_id": feed_id, "titles": json.dumps([rows.whole(title) for title in titles])}
        return await self.database.read(
            lambda sql: frozenset(title for (title,) in sql.conn.execute(TITLES_HELD, wanted))
        )

    async def recent(self, feed_id: FeedId, *, since: datetime) -> Sequence[Printed]:
        """Give a feed's entries first seen since then."""
        return await self.database.read(lambda sql: corrections.recent(sql, feed_id, since))

    async def corrections(self, limit: int) -> Sequence[Correction]:
        """Give corrections nobody has followed yet, oldest first."""
        return await self.database.read(lambda sql: corrections.pending(sql, limit))

    async def correction_done(self, entry_id: EntryId) -> None:
        """Forget a correction that was followed."""
        await self.database.write(lambda sql: corrections.done(sql, entry_id))

    async def release_feeds(self, feed_ids: Iterable[FeedId]) -> None:
        """End leases without a poll."""
        ids = rows.numbers(feed_ids)
        await self.database.write(lambda sql: sql.execute(RELEASE, {"ids": ids}))

    async def choice(self, feed_id: FeedId, guild_id: int) -> FeedChoice:
        """Give what a guild chose for a feed."""
        return await self.database.read(lambda sql: choices.choice(sql, feed_id, guild_id))

    async def put_choice(self, choice: FeedChoice) -> None:
        """Store what a guild chose for a feed."""
        await self.database.write(lambda sql: choices.put_choice(sql, choice))

    async def set_encoding(self, feed_id: FeedId, encoding: str | None, *, now: datetime) -> None:
        """Store by which encoding a feed is read."""
        await self.database.write(lambda sql: choices.set_encoding(sql, feed_id, encoding, now))

    async def holders(self, feed_id: FeedId) -> frozenset[int]:
        """Give the guilds whose topics hold a feed."""
        return await self.database.read(
            lambda sql: frozenset(guild for (guild,) in sql.conn.execute(HOLDERS, {"feed_id": feed_id}))
        )

    async def apply_updates(self, updates: Sequence[FeedUpdate]) -> Sequence[EntryId]:
        """Store what polls found in one transaction."""
        return await self.database.write(lambda sql: apply_updates(sql, updates))


TITLES_HELD = """
    SELECT DISTINCT title
    FROM entry
    WHERE feed_id = :feed_id
        AND title IN (SELECT value FROM json_each(:titles))
"""

HOLDERS = """
    SELECT DISTINCT topic.guild_id
    FROM topic_feed
    JOIN topic ON topic.id = topic_feed.topic_id
    WHERE topic_feed.feed_id = :feed_id
"""

RELEASE = """
    UPDATE feed
    SET lease_owner = NULL,
        lease_until = 0
    WHERE id IN (SELECT value FROM json_each(:ids))
"""

ADD_HOST = """
    INSERT INTO host (name)
    VALUES (:host)
    ON CONFLICT DO NOTHING
"""

UNPOLLED = """
    SELECT 1
    FROM feed
    JOIN host ON host.name = feed.host
    WHERE feed.next_poll <= :since
        AND feed.paused = 0
        AND feed.gone = 0
        AND host.next_free_at <= :since
    LIMIT 1
"""

ADD = """
    INSERT INTO feed (url, canonical_url, host, guild_id, next_poll, as_page, read_pages)
    VALUES (:url, :canonical_url, :host, :guild_id, :now, :as_page, :as_page)
    ON CONFLICT DO NOTHING
"""

BY_ADDRESS = """
    SELECT *
    FROM feed
    WHERE canonical_url = :canonical_url
        AND COALESCE(guild_id, 0) = COALESCE(:guild_id, 0)
"""

CLAIM = """
    UPDATE feed
    SET lease_owner = :owner,
        lease_until = :lease_until
    WHERE id IN (
        SELECT feed.id
        FROM feed
        JOIN host ON host.name = feed.host
        WHERE feed.paused = 0
            AND feed.gone = 0
            AND feed.next_poll <= :now
            AND feed.lease_until <= :now
            AND host.next_free_at <= :now
        ORDER BY feed.next_poll
        LIMIT :limit
    )
    RETURNING *
"""

NEXT_DUE = """
    SELECT MIN(MAX(feed.next_poll, feed.lease_until, host.next_free_at)) AS due
    FROM feed
    JOIN host ON host.name = feed.host
    WHERE feed.paused = 0
        AND feed.gone = 0
"""


def _add(sql: Sql, url: str, now: datetime, guild_id: int | None, *, as_page: bool) -> Feed:
    host = hosting(url)  # politeness is owed to who runs the servers, so all blogs of a blog host are one
    address = {"canonical_url": canonical(url), "guild_id": guild_id}
    sql.execute(ADD_HOST, {"host": host})
    sql.execute(ADD, {**address, "url": url, "host": host, "now": rows.seconds(now), "as_page": int(as_page)})
    return rows.feed(next(sql.query(BY_ADDRESS, address)))


def _feed(sql: Sql, feed_id: FeedId) -> Feed | None:
    found = sql.query("SELECT * FROM feed WHERE id = :id", {"id": feed_id})
    return next((rows.feed(row) for row in found), None)


def _feeds(sql: Sql) -> tuple[Feed, ...]:
    return tuple(rows.feed(row) for row in sql.query("SELECT * FROM feed ORDER BY url, id"))


def _claim(sql: Sql, now: datetime, owner: str, limit: int, lease: timedelta) -> tuple[Feed, ...]:
    claimed = sql.query(
        CLAIM,
        {"now": rows.seconds(now), "owner": owner, "limit": limit, "lease_until": rows.seconds(now + lease)},
    )
    # RETURNING promises no order.
    return tuple(sorted((rows.feed(row) for row in claimed), key=lambda feed: (feed.next_poll, feed.id)))


def _next_due(sql: Sql) -> datetime | None:
    return rows.optional_moment(next(sql.query(NEXT_DUE))["due"])
