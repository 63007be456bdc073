"""What follows a delivery: sending on, a thread with its cards, edits; and the post each story has in a forum.

Operations that follow are numbered behind all parts of their digest, so they wait for what is still to be sent.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlite_utils import Database as Sql

from digests.core.digest import Digest, Operation, OperationKind, Receipt
from digests.core.editions import Destination, Layout
from digests.core.members import DIRECT
from storage import rows

NOWHERE = "0"
"""The receipt of a message that arrived and was deleted since."""

ENQUEUE_LATER = """
    INSERT INTO outbox (
        digest_id, guild_id, edition_id, kind, platform, address, part, nonce, due, next_try,
        first_card, card_count, edits, thread
    )
    VALUES (
        :digest_id, :guild_id, :edition_id, :kind, :platform, :address, :part, :nonce, :now, :now,
        :first_card, :card_count, :edits, :thread
    )
"""

NEXT_PART = """
    SELECT MAX(part) + 1
    FROM outbox
    WHERE digest_id = :digest_id
"""

SENT_PARTS = """
    SELECT outbox.*,
        EXISTS (
            SELECT 1
            FROM story_post
            WHERE story_post.platform = outbox.platform
                AND story_post.address = outbox.address
                AND story_post.thread = outbox.thread
                AND story_post.digest_id = outbox.digest_id
        ) AS shown_first
    FROM outbox
    WHERE digest_id = :digest_id
        AND kind IN ('send', 'card', 'forum-post')
        AND state = 'done'
    ORDER BY part
"""

REVISE = """
    UPDATE digest
    SET json = :json
    WHERE id = :digest_id
"""

SHAPE = """
    SELECT json_extract(json, '$.crosspost') AS crosspost,
        json_extract(json, '$.layout') AS layout,
        (
            SELECT COALESCE(SUM(json_array_length(section.value, '$.cards')), 0)
            FROM json_each(digest.json, '$.sections') AS section
        ) AS cards
    FROM digest
    WHERE id = :digest_id
"""

STORY_OF_PART = """
    SELECT COALESCE(story.merged_into, ledger.story_id) AS home
    FROM ledger
    LEFT JOIN story ON story.id = ledger.story_id
    WHERE ledger.digest_id = :digest_id
        AND ledger.part = :part
"""

POST = """
    SELECT story_post.thread
    FROM (SELECT :home AS id UNION ALL SELECT id FROM story WHERE merged_into = :home) AS kin
    CROSS JOIN story_post ON story_post.story_id = kin.id
        AND story_post.platform = :platform
        AND story_post.address = :address
"""

HAS_POST = """
    INSERT INTO story_post (platform, address, story_id, thread, digest_id)
    VALUES (:platform, :address, :home, :thread, :digest_id)
    ON CONFLICT DO UPDATE
    SET thread = excluded.thread,
        digest_id = excluded.digest_id
"""


LAST_PLACE = """
    SELECT thread
    FROM outbox
    WHERE platform = 'discord-dm'
        AND address = :address
        AND thread IS NOT NULL
    ORDER BY id DESC
    LIMIT 1
"""


def with_place(sql: Sql, operation: Operation) -> Operation:
    """Give an operation with where it happens, if it happened before.

    For a forum that is the post its story has, for direct messages the channel that the member got some in.
    """
    if operation.destination.platform == DIRECT and operation.thread is None:
        found = sql.execute(LAST_PLACE, {"address": operation.destination.address}).fetchone()
        return replace(operation, thread=found[0]) if found else operation
    if operation.kind is not OperationKind.FORUM_POST:
        return operation
    place = {"platform": operation.destination.platform, "address": operation.destination.address}
    for story in list(sql.query(STORY_OF_PART, {"digest_id": operation.digest_id, "part": operation.part})):
        for post in sql.query(POST, {**place, **story}):
            return replace(operation, thread=post["thread"])
    return operation


def follow(sql: Sql, row: rows.Row, receipt: Receipt, now: datetime) -> None:
    """Enqueue what follows an operation that was done: `row` is of the outbox."""
    if receipt.message_id == NOWHERE:
        return
    (shape,) = sql.query(SHAPE, {"digest_id": row["digest_id"]})
    match OperationKind(row["kind"]):
        case OperationKind.SEND:
            if shape["crosspost"]:
                _later(sql, row, OperationKind.CROSSPOST, now, edits=receipt.message_id)
            if shape["layout"] == Layout.THREAD and row["part"] == 1 and shape["cards"]:
                _later(sql, row, OperationKind.OPEN_THREAD, now, edits=receipt.message_id)
        case OperationKind.OPEN_THREAD:
            for number in range(shape["cards"]):
                shown = {"first_card": number, "card_count": 1, "thread": receipt.thread}
                _later(sql, row, OperationKind.CARD, now, **shown)
        case OperationKind.FORUM_POST:
            for story in list(sql.query(STORY_OF_PART, {"digest_id": row["digest_id"], "part": row["part"]})):
                sql.execute(HAS_POST, {**row, **story})
            if receipt.message_id != receipt.thread:
                _later(sql, row, OperationKind.EDIT_CARD, now, edits=receipt.thread)


def revise(sql: Sql, digest: Digest, now: datetime) -> int:
    """Store a changed digest, and have each message that shows it edited; give how many there are."""
    sql.execute(REVISE, {"digest_id": digest.id, "json": rows.digest_json(digest)})
    count = 0
    for row in list(sql.query(SENT_PARTS, {"digest_id": digest.id})):
        kind = OperationKind.EDIT if row["kind"] == OperationKind.SEND else OperationKind.EDIT_CARD
        messages = {row["message_id"]}
        if row["kind"] == OperationKind.FORUM_POST:  # a post's first message may show a later digest's card by now
            messages = messages - {row["thread"]} | ({row["thread"]} if row["shown_first"] else set())
        for message in sorted(messages):
            _later(sql, row, kind, now, edits=message)
            count += 1
    return count


def _later(sql: Sql, row: rows.Row, kind: OperationKind, now: datetime, **changed: object) -> None:
    (part,) = sql.execute(NEXT_PART, {"digest_id": row["digest_id"]}).fetchone()
    destination = Destination(platform=row["platform"], address=row["address"])
    later = {"kind": kind.value, "part": part, "nonce": rows.nonce(row["digest_id"], destination, part)}
    sql.execute(ENQUEUE_LATER, {**row, **changed, **later, "now": rows.seconds(now)})
