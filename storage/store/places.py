"""Where a claimed operation happens, if it happened before: a story's thread, a member's direct messages."""

from __future__ import annotations

from dataclasses import replace

from sqlite_utils import Database as Sql

from digests.core.digest import Operation
from digests.core.members import DIRECT
from storage.store import story_posts

LAST_CHANNEL = """
    SELECT thread
    FROM outbox
    WHERE platform = 'discord-dm'
        AND address = :address
        AND thread IS NOT NULL
    ORDER BY id DESC
    LIMIT 1
"""


def with_place(sql: Sql, operation: Operation) -> Operation:
    """Give an operation with the thread or the channel of direct messages that is there already."""
    if operation.destination.platform != DIRECT:
        return story_posts.with_thread(sql, operation)
    if operation.thread is not None:
        return operation
    found = sql.execute(LAST_CHANNEL, {"address": operation.destination.address}).fetchone()
    return replace(operation, thread=found[0]) if found else operation
