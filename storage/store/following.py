"""What follows a delivery: sending on, a thread with its cards, news in the threads of stories, edits.

Operations that follow are numbered behind all parts of their digest, so they wait for what is still to be sent.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlite_utils import Database as Sql

from digests.core.digest import Digest, OperationKind, Receipt
from digests.core.editions import Destination, Layout
from storage import rows
from storage.store import story_posts

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
    SELECT DISTINCT outbox.*,
        story_post.message AS first_message,
        story_post.digest_id = outbox.digest_id AS shows_this
    FROM outbox
    LEFT JOIN story_post ON story_post.thread = outbox.thread
        AND story_post.platform = outbox.platform
        AND story_post.address = outbox.address
    WHERE outbox.digest_id = :digest_id
        AND outbox.kind IN ('send', 'card', 'forum-post', 'story-thread')
        AND outbox.state = 'done'
    ORDER BY outbox.part
"""

REVISE = """
    UPDATE digest
    SET json = :json,
        revised = MAX(:now, COALESCE(revised, 0) + 1)
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


def follow(sql: Sql, row: rows.Row, receipt: Receipt, now: datetime) -> None:
    """Enqueue what follows an operation that was done: `row` is of the outbox."""
    if receipt.message_id == NOWHERE:
        return
    (shape,) = sql.query(SHAPE, {"digest_id": row["digest_id"]})
    match OperationKind(row["kind"]):
        case OperationKind.SEND:
            if shape["crosspost"]:
                later(sql, row, OperationKind.CROSSPOST, now, edits=receipt.message_id)
            if shape["layout"] == Layout.THREAD and row["part"] == 1 and shape["cards"]:
                later(sql, row, OperationKind.OPEN_THREAD, now, edits=receipt.message_id)
            for number, thread in story_posts.threads_of(sql, row):
                later(sql, row, OperationKind.STORY_THREAD, now, **_card(number), thread=thread)
        case OperationKind.RETRACTION if shape["crosspost"] and not row["thread"]:
            later(sql, row, OperationKind.CROSSPOST, now, edits=receipt.message_id)
        case OperationKind.OPEN_THREAD:
            for number in range(shape["cards"]):
                later(sql, row, OperationKind.CARD, now, **_card(number), thread=receipt.thread)
        case OperationKind.FORUM_POST | OperationKind.STORY_THREAD:
            first = story_posts.keep(sql, row)
            if first != receipt.message_id:
                later(sql, row, OperationKind.EDIT_CARD, now, edits=first)


def revise(sql: Sql, digest: Digest, now: datetime, retold: Collection[int]) -> int:
    """Store a changed digest, and have each message that shows it edited; give how many there are.

    Where a card that is `retold` was told, a message says what became of it.
    """
    sql.execute(REVISE, {"digest_id": digest.id, "json": rows.digest_json(digest), "now": rows.seconds(now)})
    count = 0
    sent = list(sql.query(SENT_PARTS, {"digest_id": digest.id}))
    for row in sent:
        kind = OperationKind.EDIT if row["kind"] == OperationKind.SEND else OperationKind.EDIT_CARD
        messages = {row["message_id"]}
        if first := row["first_message"]:  # it may show a later digest's card by now
            messages = messages - {first} | ({first} if row["shows_this"] else set())
        for message in sorted(messages):
            later(sql, row, kind, now, edits=message)
            count += 1
    told = [row for row in sent if row["kind"] != OperationKind.STORY_THREAD]
    for number in sorted(retold):
        for row in [one for one in told if _shows(one, number, len(digest.cards))][-1:]:
            if row["message_id"] != NOWHERE:
                later(sql, row, OperationKind.RETRACTION, now, **_card(number), edits=row["message_id"])
    return count


def _shows(row: rows.Row, number: int, cards: int) -> bool:
    """Tell whether a part shows a card; without a count it shows all."""
    first: int = row["first_card"]
    return first <= number < first + (row["card_count"] or cards)


def _card(number: int) -> dict[str, object]:
    return {"first_card": number, "card_count": 1}


def later(sql: Sql, row: rows.Row, kind: OperationKind, now: datetime, **changed: object) -> None:
    """Enqueue another operation of a digest behind all others: like `row` of the outbox, but for what is changed."""
    (part,) = sql.execute(NEXT_PART, {"digest_id": row["digest_id"]}).fetchone()
    destination = Destination(platform=row["platform"], address=row["address"])
    later = {"kind": kind.value, "part": part, "nonce": rows.nonce(row["digest_id"], destination, part)}
    sql.execute(ENQUEUE_LATER, {**row, **changed, **later, "now": rows.seconds(now)})
