"""Somebody wants a thread about a told story: where it is, or the operation that will open it."""

from __future__ import annotations

from datetime import datetime

from sqlite_utils import Database as Sql

from digests.core.digest import OperationKind
from storage.store import following, story_posts

# The newest message of a digest that shows a card, and is not a thread of its story.
SHOWN_BY = """
    SELECT *
    FROM outbox
    WHERE digest_id = :digest_id
        AND kind IN ('send', 'card', 'forum-post')
        AND first_card <= :number
        AND (card_count IS NULL OR first_card + card_count > :number)
    ORDER BY part DESC
    LIMIT 1
"""

UNDER_WAY = """
    SELECT 1
    FROM outbox
    WHERE digest_id = :digest_id
        AND kind = 'story-thread'
        AND first_card = :number
        AND state = 'pending'
"""


def discuss(sql: Sql, digest_id: str, number: int, now: datetime) -> str | None:
    """Give the thread in which a card's story stands at the digest's place; where there is none, have one opened."""
    card = {"digest_id": digest_id, "number": number}
    for row in list(sql.query(SHOWN_BY, card)):
        thread: str | None = row["thread"]
        if thread := thread or story_posts.thread_at(sql, row, story_posts.story_of(sql, digest_id, number)):
            return thread
        if not sql.execute(UNDER_WAY, card).fetchone():
            opened = {"first_card": number, "card_count": 1, "edits": None}
            following.later(sql, row, OperationKind.STORY_THREAD, now, **opened)
    return None
