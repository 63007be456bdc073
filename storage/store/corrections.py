"""Titles that publishers corrected: which digests printed the old one is looked up here, what becomes of it is not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlite_utils import Database as Sql

from digests.core.digest import Digest
from digests.core.models import Correction, EntryId, FeedId, FeedUpdate, Printed
from storage import rows

RECENT = """
    SELECT id, guid, link, title
    FROM entry
    WHERE feed_id = :feed_id
        AND first_seen >= :since
"""

# An entry corrected twice before anybody looked was printed under its first title.
NOTE = """
    INSERT INTO correction (entry_id, was, at)
    SELECT id, title, :at
    FROM entry
    WHERE id = :entry_id
        AND title <> :title
    ON CONFLICT DO NOTHING
"""

CORRECT = """
    UPDATE entry
    SET title = :title
    WHERE id = :entry_id
"""

PENDING = """
    SELECT correction.entry_id, correction.was, entry.title
    FROM correction
    JOIN entry ON entry.id = correction.entry_id
    ORDER BY correction.at, correction.entry_id
    LIMIT :limit
"""

DONE = """
    DELETE FROM correction
    WHERE entry_id = :entry_id
"""

# The ledger knows under which story an entry was told; a story's family is its home with all aliases of it.
CITING = """
    WITH home AS (
        SELECT COALESCE(story.merged_into, story.id) AS id
        FROM entry
        JOIN story ON story.id = entry.story_id
        WHERE entry.id = :entry_id
    )
    SELECT DISTINCT digest.id, digest.json
    FROM home
    JOIN story ON story.id = home.id
        OR story.merged_into = home.id
    JOIN ledger ON ledger.story_id = story.id
        AND ledger.state = 'told'
    JOIN digest ON digest.id = ledger.digest_id
    WHERE digest.slot >= :since
        AND digest.state IN ('sending', 'sent')
    ORDER BY digest.id
"""


def recent(sql: Sql, feed_id: FeedId, since: datetime) -> tuple[Printed, ...]:
    """Give a feed's entries that are young enough to be corrected."""
    found = sql.query(RECENT, {"feed_id": feed_id, "since": rows.seconds(since)})
    return tuple(
        Printed(entry_id=EntryId(row["id"]), guid=row["guid"], link=row["link"], title=row["title"]) for row in found
    )


def note_corrections(sql: Sql, updates: Sequence[FeedUpdate]) -> None:
    """Store the titles that updates correct."""
    for update in updates:
        for one in update.corrections:
            corrected = {"entry_id": one.entry_id, "title": rows.whole(one.title), "at": rows.seconds(update.at)}
            sql.execute(NOTE, corrected)
            sql.execute(CORRECT, corrected)


def pending(sql: Sql, limit: int) -> tuple[Correction, ...]:
    """Give corrections nobody has followed yet, oldest first."""
    found = sql.query(PENDING, {"limit": limit})
    return tuple(Correction(entry_id=EntryId(row["entry_id"]), was=row["was"], title=row["title"]) for row in found)


def done(sql: Sql, entry_id: EntryId) -> None:
    """Forget a correction that was followed."""
    sql.execute(DONE, {"entry_id": entry_id})


def citing(sql: Sql, entry_id: EntryId, since: datetime) -> tuple[Digest, ...]:
    """Give the digests sent since then that told the entry's story."""
    wanted = {"entry_id": entry_id, "since": rows.seconds(since)}
    return tuple(rows.digest(row["json"]) for row in sql.query(CITING, wanted))
