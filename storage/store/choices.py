"""What guilds chose for feeds they share with others: a name, a rest, reading of pages; and a feed's own encoding.

Names and rests are each guild's own. Pages are read, and the feed is polled, where any guild that holds it wants it.
"""

from __future__ import annotations

from datetime import datetime

from sqlite_utils import Database as Sql

from digests.core.members import FeedChoice
from digests.core.models import FeedId
from storage import rows

CHOICE = """
    SELECT *
    FROM feed_choice
    WHERE feed_id = :feed_id
        AND guild_id = :guild_id
"""

PUT = """
    INSERT INTO feed_choice (feed_id, guild_id, name, read_pages, paused)
    VALUES (:feed_id, :guild_id, :name, :read_pages, :paused)
    ON CONFLICT DO UPDATE
    SET name = excluded.name,
        read_pages = excluded.read_pages,
        paused = excluded.paused
"""

# What came in while a guild rested from the feed is no news to it afterwards.
SKIP_WHAT_CAME = """
    UPDATE topic_feed
    SET after_entry = MAX(COALESCE(after_entry, 0), COALESCE((SELECT MAX(id) FROM entry WHERE feed_id = :feed_id), 0))
    WHERE feed_id = :feed_id
        AND topic_id IN (SELECT id FROM topic WHERE guild_id = :guild_id)
"""

FORGET_UNHELD = """
    DELETE FROM feed_choice
    WHERE feed_id = :feed_id
        AND guild_id NOT IN (
            SELECT topic.guild_id
            FROM topic_feed
            JOIN topic ON topic.id = topic_feed.topic_id
            WHERE topic_feed.feed_id = :feed_id
        )
"""

SETTLE = """
    UPDATE feed
    SET read_pages = as_page OR EXISTS (SELECT 1 FROM feed_choice WHERE feed_id = feed.id AND read_pages),
        paused = EXISTS (SELECT 1 FROM feed_choice WHERE feed_id = feed.id AND paused)
            AND NOT EXISTS (
                SELECT 1
                FROM topic_feed
                JOIN topic ON topic.id = topic_feed.topic_id
                LEFT JOIN feed_choice ON feed_choice.feed_id = feed.id
                    AND feed_choice.guild_id = topic.guild_id
                WHERE topic_feed.feed_id = feed.id
                    AND COALESCE(feed_choice.paused, 0) = 0
            )
    WHERE id = :feed_id
"""

# Read anew at once and whole, by the new rule; what it holds is known by its keys.
SET_ENCODING = """
    UPDATE feed
    SET encoding = :encoding,
        etag = NULL,
        last_modified = NULL,
        body_hash = NULL,
        next_poll = MIN(next_poll, :now)
    WHERE id = :feed_id
        AND encoding IS NOT :encoding
"""


def choice(sql: Sql, feed_id: FeedId, guild_id: int) -> FeedChoice:
    """Give what a guild chose for a feed, the defaults where it chose nothing."""
    ids = {"feed_id": feed_id, "guild_id": guild_id}
    found = next(sql.query(CHOICE, ids), None)
    if found is None:
        return FeedChoice(feed_id=feed_id, guild_id=guild_id)
    read_pages, paused = bool(found["read_pages"]), bool(found["paused"])
    return FeedChoice(feed_id=feed_id, guild_id=guild_id, name=found["name"], read_pages=read_pages, paused=paused)


def put_choice(sql: Sql, chosen: FeedChoice) -> None:
    """Store what a guild chose, with all that follows for the feed."""
    ids = {"feed_id": chosen.feed_id, "guild_id": chosen.guild_id}
    was_paused = choice(sql, chosen.feed_id, chosen.guild_id).paused
    marks = {"name": chosen.name, "read_pages": int(chosen.read_pages), "paused": int(chosen.paused)}
    sql.execute(PUT, {**ids, **marks})
    if was_paused and not chosen.paused:
        sql.execute(SKIP_WHAT_CAME, ids)
    sql.execute(SETTLE, {"feed_id": chosen.feed_id})


def settle(sql: Sql, feed_id: FeedId) -> None:
    """Follow a change of who holds the feed."""
    sql.execute(FORGET_UNHELD, {"feed_id": feed_id})
    sql.execute(SETTLE, {"feed_id": feed_id})


def set_encoding(sql: Sql, feed_id: FeedId, encoding: str | None, now: datetime) -> None:
    """Store by which encoding a feed is read, None for its own word."""
    sql.execute(SET_ENCODING, {"feed_id": feed_id, "encoding": encoding, "now": rows.seconds(now)})
