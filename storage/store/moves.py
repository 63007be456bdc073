"""Feeds that moved for good: the new address is taken over once it was seen often enough, two feeds may become one.

Decides only how often is enough; that a redirect is permanent, and that its end is a feed, the poll has found out.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database as Sql

from digests.core.models import FeedId
from digests.core.urls import canonical, has_secret, hosting
from storage import rows
from storage.store.choices import settle

SIGHTINGS = 3
"""Polls in a row that must end at the same new address: a permanent redirect is often a slip of a day (DESIGN §5)."""

MOVED = """
    SELECT id, guild_id, moved_to
    FROM feed
    WHERE id IN (SELECT value FROM json_each(:ids))
        AND moved_count >= :sightings
        AND moved_to IS NOT NULL
"""

AT_ADDRESS = """
    SELECT id
    FROM feed
    WHERE canonical_url = :canonical_url
        AND COALESCE(guild_id, 0) = COALESCE(:guild_id, 0)
        AND id <> :feed_id
"""

ADD_HOST = """
    INSERT INTO host (name)
    VALUES (:host)
    ON CONFLICT DO NOTHING
"""

MOVE = """
    UPDATE feed
    SET url = :url,
        canonical_url = :canonical_url,
        host = :host,
        moved_to = NULL,
        moved_count = 0
    WHERE id = :feed_id
"""

# What one of two feeds at the same address holds, the other takes over: topics, entries, and every key ever seen, so
# that nothing comes again. A topic that holds both keeps what counts as new by the one that stays.
MERGE = (
    "UPDATE OR IGNORE topic_feed SET feed_id = :target WHERE feed_id = :feed_id",
    "UPDATE OR IGNORE feed_choice SET feed_id = :target WHERE feed_id = :feed_id",
    "UPDATE entry SET feed_id = :target WHERE feed_id = :feed_id",
    """
    INSERT INTO seen (feed_id, key, first_seen, last_seen)
    SELECT :target, key, first_seen, last_seen
    FROM seen
    WHERE feed_id = :feed_id
    ON CONFLICT DO UPDATE
    SET last_seen = MAX(last_seen, excluded.last_seen)
    """,
    "DELETE FROM feed WHERE id = :feed_id",
)


def settle_moves(sql: Sql, feed_ids: Iterable[FeedId]) -> None:
    """Take over the new addresses of feeds that were redirected often enough.

    A shared feed is not led to an address that carries a secret: it would be shared with all who hold the feed.
    """
    wanted = {"ids": rows.numbers(feed_ids), "sightings": SIGHTINGS}
    for row in list(sql.query(MOVED, wanted)):
        url = row["moved_to"]
        if row["guild_id"] is None and has_secret(url):
            continue
        feed = {"feed_id": row["id"], "url": url, "canonical_url": canonical(url), "host": hosting(url)}
        target = sql.execute(AT_ADDRESS, {**feed, "guild_id": row["guild_id"]}).fetchone()
        if target is None:
            sql.execute(ADD_HOST, feed)
            sql.execute(MOVE, feed)
        else:
            for statement in MERGE:
                sql.execute(statement, {"feed_id": row["id"], "target": target[0]})
            settle(sql, target[0])
