"""The thread each story has at a place: its post in a forum, or the one somebody opened in a text channel."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sqlite_utils import Database as Sql

from digests.core.digest import Operation, OperationKind
from storage import rows

# The stories of a digest's cards in their order, each at its home.
STORIES = """
    SELECT COALESCE(story.merged_into, json_extract(card.value, '$.story_id')) AS home
    FROM digest
    CROSS JOIN json_each(digest.json, '$.sections') AS section
    CROSS JOIN json_each(section.value, '$.cards') AS card
    LEFT JOIN story ON story.id = json_extract(card.value, '$.story_id')
    WHERE digest.id = :digest_id
    ORDER BY section.key, card.key
"""

POST = """
    SELECT story_post.thread
    FROM (SELECT :home AS id UNION ALL SELECT id FROM story WHERE merged_into = :home) AS kin
    CROSS JOIN story_post ON story_post.story_id = kin.id
        AND story_post.platform = :platform
        AND story_post.address = :address
"""

ANY_POST = """
    SELECT 1
    FROM story_post
    WHERE platform = :platform
        AND address = :address
    LIMIT 1
"""

# A thread has one first message, whichever of the stories that became one it was opened for.
KEEP = """
    INSERT INTO story_post (platform, address, story_id, thread, digest_id, message)
    SELECT :platform, :address, :home, :thread, :digest_id,
        COALESCE(
            (
                SELECT message
                FROM story_post
                WHERE thread = :thread
                    AND platform = :platform
                    AND address = :address
                LIMIT 1
            ),
            :message_id
        )
    WHERE TRUE
    ON CONFLICT DO UPDATE
    SET message = excluded.message,
        thread = excluded.thread,
        digest_id = excluded.digest_id
    RETURNING message
"""

SHOW = """
    UPDATE story_post
    SET digest_id = :digest_id
    WHERE thread = :thread
        AND platform = :platform
        AND address = :address
"""


def with_thread(sql: Sql, operation: Operation) -> Operation:
    """Give an operation on a story's thread with the one it has at the place by now, if it has one."""
    if operation.kind not in {OperationKind.FORUM_POST, OperationKind.STORY_THREAD}:
        return operation
    destination = operation.destination
    place = {"platform": destination.platform, "address": destination.address}
    home = _stories(sql, operation.digest_id)[operation.first_card]
    return replace(operation, thread=thread_at(sql, place, home) or operation.thread)


def thread_at(sql: Sql, place: rows.Row, home: int) -> str | None:
    """Give the thread a story has at a place (`platform`, `address`), under whatever alias it was opened."""
    return next((post["thread"] for post in sql.query(POST, {**_where(place), "home": home})), None)


def story_of(sql: Sql, digest_id: str, number: int) -> int:
    """Give the home of the story that a card tells."""
    return _stories(sql, digest_id)[number]


def threads_of(sql: Sql, row: rows.Row) -> Iterator[tuple[int, str]]:
    """Give the cards of a part, by number, whose story has a thread where the part was sent, and the thread."""
    if not sql.execute(ANY_POST, _where(row)).fetchone():
        return
    homes = _stories(sql, row["digest_id"])
    last = len(homes) if row["card_count"] is None else row["first_card"] + row["card_count"]
    for number in range(row["first_card"], last):
        if thread := thread_at(sql, row, homes[number]):
            yield number, thread


def keep(sql: Sql, row: rows.Row) -> str:
    """Keep which thread a story has, out of the operation that was done there; give its first message."""
    home = story_of(sql, row["digest_id"], row["first_card"])
    (kept,) = sql.query(KEEP, {**row, "home": home})
    sql.execute(SHOW, dict(row))
    first: str = kept["message"]
    return first


def _stories(sql: Sql, digest_id: str) -> list[int]:
    return [row["home"] for row in sql.query(STORIES, {"digest_id": digest_id})]


def _where(row: rows.Row) -> dict[str, object]:
    return {"platform": row["platform"], "address": row["address"]}
