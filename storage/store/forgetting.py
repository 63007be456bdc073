"""What the store forgets of entries, a slice a transaction: nobody waits for the file until a year of them is gone.

Each slice leaves the store whole, so a run that is killed goes on at its next.
"""

from __future__ import annotations

from datetime import datetime
from functools import partial

from sqlite_utils import Database as Sql

from storage import rows
from storage.database import Database

SLICE = 1_000
"""Entries forgotten in one transaction: some 70 ms of the writer with their words and stories."""

FEEDS = 500
"""Feeds whose keys are looked through in one transaction: 100,000 keys where each brought two a day for 100 days."""


async def prune(database: Database, *, before: datetime, seen_before: datetime) -> int:
    """Forget as `EntryStore.prune_entries` promises; give how many entries."""
    entries, old = 0, {"before": rows.seconds(before)}
    while count := await database.write(partial(_forget_entries, old)):
        entries += count
    await database.write(partial(_forget, FORGET_NOTICES, old))
    for after in range(0, await database.read(_last_feed), FEEDS):
        unseen = {"seen_before": rows.seconds(seen_before), "after": after, "last": after + FEEDS}
        await database.write(partial(_forget, FORGET_KEYS, unseen))
    return entries


# The index gives the oldest first without sorting.
FORGET_ENTRIES = """
    DELETE FROM entry
    WHERE id IN (SELECT id FROM entry WHERE first_seen < :before ORDER BY first_seen LIMIT :most)
"""

# Twice: a story with aliases can go only after them.
FORGET_STORIES = """
    DELETE FROM story
    WHERE id IN (
            SELECT story_id FROM thinned
            UNION
            SELECT story.id FROM thinned JOIN story ON story.merged_into = thinned.story_id
            UNION
            SELECT story.merged_into FROM thinned JOIN story ON story.id = thinned.story_id
        )
        AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.story_id = story.id)
        AND NOT EXISTS (SELECT 1 FROM ledger WHERE ledger.story_id = story.id)
        AND NOT EXISTS (SELECT 1 FROM story AS alias WHERE alias.merged_into = story.id)
"""

CLEAR_THINNED = """
    DELETE FROM thinned
"""

# Those nobody has a channel for are not kept for ever either.
FORGET_NOTICES = """
    DELETE FROM notice
    WHERE at < :before
"""

LAST_FEED = """
    SELECT COALESCE(MAX(id), 0)
    FROM feed
"""

# A key that stands in the feed's last parsed document stays, however long the feed has been answering 304.
FORGET_KEYS = """
    DELETE FROM seen
    WHERE feed_id > :after
        AND feed_id <= :last
        AND last_seen < :seen_before
        AND last_seen < (SELECT last_document FROM feed WHERE feed.id = seen.feed_id)
"""


def _forget_entries(old: dict[str, int], sql: Sql) -> int:
    forgotten = sql.conn.execute(FORGET_ENTRIES, old | {"most": SLICE}).rowcount
    for _ in range(2):
        sql.conn.execute(FORGET_STORIES)
    sql.conn.execute(CLEAR_THINNED)
    return forgotten


def _forget(query: str, which: dict[str, int], sql: Sql) -> None:
    sql.conn.execute(query, which)


def _last_feed(sql: Sql) -> int:
    return int(sql.conn.execute(LAST_FEED).fetchone()[0])
