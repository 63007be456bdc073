"""Entries that came in a burst of old ones: told of to each guild once a burst, decided by each guild for itself.

They are joined to stories like all others; only whether they count as news waits for a moderator.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlite_utils import Database as Sql

from digests.core.models import FeedId, FeedUpdate
from digests.core.urls import mask
from storage import rows

HOLDERS = """
    SELECT DISTINCT topic.guild_id, feed.url, COALESCE(NULLIF(feed_choice.name, ''), feed.title) AS title
    FROM topic_feed
    JOIN topic ON topic.id = topic_feed.topic_id
    JOIN feed ON feed.id = topic_feed.feed_id
    LEFT JOIN feed_choice ON feed_choice.feed_id = topic_feed.feed_id
        AND feed_choice.guild_id = topic.guild_id
    WHERE topic_feed.feed_id = :feed_id
        AND topic.guild_id <> 0
"""

PUT = """
    INSERT INTO notice (guild_id, code, fields, at)
    VALUES (:guild_id, 'notice-feed-burst', :fields, :at)
"""

DECIDE = """
    INSERT INTO held_entry (topic_id, entry_id, released)
    SELECT topic.id, entry.id, :released
    FROM entry
    JOIN topic_feed ON topic_feed.feed_id = entry.feed_id
    JOIN topic ON topic.id = topic_feed.topic_id
        AND topic.guild_id = :guild_id
    WHERE entry.feed_id = :feed_id
        AND entry.held = 1
    ON CONFLICT DO NOTHING
    RETURNING entry_id
"""

# A digest may have gone by meanwhile: what is released comes after it. Guilds that did not release it see no change.
RENUMBER = (
    "DELETE FROM placement WHERE entry_id IN (SELECT value FROM json_each(:entries))",
    """
    INSERT INTO placement (entry_id)
    SELECT id
    FROM entry
    WHERE id IN (SELECT value FROM json_each(:entries))
        AND story_id IS NOT NULL
    """,
)


def tell_of_held(sql: Sql, updates: Sequence[FeedUpdate]) -> None:
    """Put a notice of each burst to the guilds that hold its feed."""
    for update in updates:
        count = sum(entry.is_held for entry in update.entries)
        for row in list(sql.query(HOLDERS, {"feed_id": update.feed_id})):
            name = row["title"] or mask(row["url"])
            fields = {"feed": name, "number": str(update.feed_id), "entries": str(count)}
            stored = json.dumps(fields, ensure_ascii=False)
            sql.execute(PUT, {"guild_id": row["guild_id"], "fields": stored, "at": rows.seconds(update.at)})


def decide_held(sql: Sql, feed_id: FeedId, guild_id: int, *, release: bool) -> int:
    """Settle for a guild what of a feed is held and undecided; give how many entries."""
    wanted = {"feed_id": feed_id, "guild_id": guild_id, "released": int(release)}
    entries = {row["entry_id"] for row in sql.query(DECIDE, wanted)}
    if release:
        for statement in RENUMBER:
            sql.execute(statement, {"entries": rows.numbers(sorted(entries))})
    return len(entries)
