"""The outbox: operations from enqueued to done, and what that makes of the digest and its ledger rows.

The states of a digest: pending → sending (a part is out) → sent; or failed, or superseded. A row is reserved until its
part is out (told), or released where it never will be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from sqlite_utils import Database as Sql

from digests.core.digest import Digest, Operation, OperationId, OperationKind, Receipt
from digests.core.editions import Edition, EditionId, Layout
from storage import rows
from storage.store import following, places

# A leased operation counts as begun: it is under way, or its process died and nobody knows. So does an uncertain one.
NEVER_BEGUN = """state = 'pending'
        AND NOT EXISTS (
            SELECT 1
            FROM outbox
            WHERE outbox.digest_id = digest.id
                AND (outbox.lease_owner IS NOT NULL OR outbox.uncertain)
        )"""

UNSENT = f"""
    SELECT id, slot
    FROM digest
    WHERE edition_id = :edition_id
        AND {NEVER_BEGUN}
    ORDER BY slot
"""  # noqa: S608  only the constant above is put in

UNSENT_SLOTS = f"""
    SELECT edition_id, slot
    FROM digest
    WHERE edition_id IN (SELECT value FROM json_each(:editions))
        AND {NEVER_BEGUN}
"""  # noqa: S608  only the constant above is put in

ENQUEUE = """
    INSERT INTO outbox (
        digest_id, guild_id, edition_id, kind, platform, address, part, nonce, due, next_try, first_card, card_count
    )
    VALUES (
        :digest_id, :guild_id, :edition_id, :kind, :platform, :address, :part, :nonce, :due, :due, :first_card,
        :card_count
    )
"""

LAST_SENT = """
    SELECT MAX(done_at) AS at
    FROM outbox
    WHERE edition_id = :edition_id
        AND done_at IS NOT NULL
"""

# In a guild the most read is first; of all guilds first the first, then the second: 25 editions of one do not keep the
# only one of another waiting. Parts of a digest have one place. Once for each operation, when it is due: what is
# prepared anew before keeps nobody from a better place.
LINE_UP = """
    UPDATE outbox
    SET turn = line.turn,
        readers = line.readers
    FROM (
        SELECT id,
            readers,
            DENSE_RANK() OVER (PARTITION BY guild_id ORDER BY readers DESC, edition_id, digest_id) AS turn
        FROM (
            SELECT waiting.id, waiting.guild_id, waiting.edition_id, waiting.digest_id,
                CASE waiting.platform
                    WHEN 'discord-dm' THEN 1
                    ELSE (
                        SELECT COUNT(DISTINCT subscription.member_id)
                        FROM edition_topic
                        JOIN subscription ON subscription.topic_id = edition_topic.topic_id
                        WHERE edition_topic.edition_id = waiting.edition_id
                    )
                END AS readers
            FROM outbox AS waiting
            WHERE waiting.next_try <= :now
                AND waiting.state = 'pending'
                AND waiting.turn IS NULL
        )
    ) AS line
    WHERE outbox.id = line.id
"""

CLAIM = """
    UPDATE outbox
    SET lease_owner = :owner,
        lease_until = :lease_until,
        attempts = attempts + 1
    WHERE id IN (
        SELECT operation.id
        FROM outbox AS operation
        WHERE operation.next_try <= :now
            AND operation.lease_until <= :now
            AND operation.state = 'pending'
            AND operation.guild_id NOT IN (SELECT id FROM guild WHERE left_at IS NOT NULL)
            AND NOT EXISTS (
                SELECT 1
                FROM outbox AS earlier
                WHERE earlier.digest_id = operation.digest_id
                    AND earlier.part < operation.part
                    AND earlier.state = 'pending'
            )
        ORDER BY operation.next_try, operation.turn, operation.readers DESC
        LIMIT :limit
    )
    RETURNING *
"""

NEXT_DUE = """
    SELECT MIN(MAX(operation.next_try, operation.lease_until)) AS due
    FROM outbox AS operation
    WHERE operation.state = 'pending'
        AND NOT EXISTS (
            SELECT 1
            FROM outbox AS earlier
            WHERE earlier.digest_id = operation.digest_id
                AND earlier.part < operation.part
                AND earlier.state = 'pending'
        )
"""

DONE = """
    UPDATE outbox
    SET state = 'done',
        message_id = :message_id,
        thread = COALESCE(:thread, thread),
        done_at = :now,
        lease_owner = NULL,
        lease_until = 0
    WHERE id = :operation_id
    RETURNING *
"""

RETRY = """
    UPDATE outbox
    SET last_error = :reason,
        next_try = :retry_at,
        uncertain = uncertain OR :uncertain,
        lease_owner = NULL,
        lease_until = 0
    WHERE id = :operation_id
"""

FAILED = """
    UPDATE outbox
    SET state = 'failed',
        last_error = :reason,
        lease_owner = NULL,
        lease_until = 0
    WHERE id = :operation_id
    RETURNING digest_id, kind, part
"""

CALL_OFF = """
    UPDATE outbox
    SET state = 'superseded',
        lease_owner = NULL,
        lease_until = 0
    WHERE digest_id = :digest_id
        AND state = 'pending'
"""

PARTS_LEFT = """
    SELECT 1
    FROM outbox
    WHERE digest_id = :digest_id
        AND state = 'pending'
"""

SET_DIGEST = """
    UPDATE digest
    SET state = :state
    WHERE id = :digest_id
"""

TELL_PART = """
    UPDATE ledger
    SET state = 'told'
    WHERE digest_id = :digest_id
        AND part = :part
        AND state = 'reserved'
"""

RELEASE_PART = """
    UPDATE ledger
    SET state = 'released'
    WHERE digest_id = :digest_id
        AND part = :part
"""

ANY_SENT = """
    SELECT 1
    FROM outbox
    WHERE digest_id = :digest_id
        AND kind IN ('send', 'forum-post')
        AND state = 'done'
"""

SETTLE_LEDGER = """
    UPDATE ledger
    SET state = :state
    WHERE digest_id = :digest_id
        AND state = 'reserved'
"""

FORGET_LEDGER = """
    DELETE FROM ledger
    WHERE digest_id = :digest_id
"""

FORGET_DIGEST = """
    DELETE FROM digest
    WHERE id = :digest_id
"""

ON_THEIR_WAY = """
    SELECT id
    FROM digest
    WHERE edition_id = :edition_id
        AND state IN ('pending', 'sending')
"""


def unsent(sql: Sql, edition_id: EditionId) -> dict[str, datetime]:
    """Give the edition's digests that were never begun, with their slots, oldest first."""
    return {row["id"]: rows.moment(row["slot"]) for row in sql.query(UNSENT, {"edition_id": edition_id})}


def unsent_slots(sql: Sql, editions: Iterable[EditionId]) -> dict[EditionId, frozenset[datetime]]:
    """Give the slots of digests never begun, by edition."""
    slots: defaultdict[EditionId, set[datetime]] = defaultdict(set)
    for row in sql.query(UNSENT_SLOTS, {"editions": rows.numbers(editions)}):
        slots[EditionId(row["edition_id"])].add(rows.moment(row["slot"]))
    return {edition_id: frozenset(held) for edition_id, held in slots.items()}


def enqueue(sql: Sql, digest: Digest, edition: Edition, due: datetime, parts: Sequence[int]) -> None:
    """Add the operations that send a digest to its edition's destination; `parts` counts the cards of each."""
    kind = OperationKind.FORUM_POST if digest.layout is Layout.FORUM else OperationKind.SEND
    sends = [
        {
            "digest_id": digest.id,
            "kind": kind.value,
            "guild_id": edition.guild_id,
            "edition_id": edition.id,
            "platform": edition.destination.platform,
            "address": edition.destination.address,
            "part": part,
            "nonce": rows.nonce(digest.id, edition.destination, part),
            "due": rows.seconds(due),
            "first_card": sum(parts[: part - 1]),
            "card_count": count,
        }
        for part, count in enumerate(parts, start=1)
    ]
    sql.conn.executemany(ENQUEUE, sends)


def last_sent(sql: Sql, edition_id: EditionId) -> datetime | None:
    """Give when something of an edition was last sent."""
    return rows.optional_moment(next(sql.query(LAST_SENT, {"edition_id": edition_id}))["at"])


def claim(sql: Sql, now: datetime, owner: str, limit: int, lease: timedelta) -> tuple[Operation, ...]:
    """Lease operations; the try counts from here, since a process that dies may have sent."""
    sql.execute(LINE_UP, {"now": rows.seconds(now)})
    wanted = {"now": rows.seconds(now), "owner": owner, "limit": limit, "lease_until": rows.seconds(now + lease)}
    claimed = sorted(sql.query(CLAIM, wanted), key=_in_line)  # RETURNING promises no order
    return tuple(places.with_place(sql, rows.operation(row)) for row in claimed)


def _in_line(row: rows.Row) -> tuple[int, int, int, int]:
    return row["next_try"], row["turn"], -row["readers"], row["id"]


def next_due(sql: Sql) -> datetime | None:
    """Give when the next operation can be claimed."""
    return rows.optional_moment(next(sql.query(NEXT_DUE))["due"])


def done(sql: Sql, operation_id: OperationId, receipt: Receipt, now: datetime) -> None:
    """Settle an operation: its stories are told; with the last part its digest is sent."""
    proof = {"message_id": receipt.message_id, "thread": receipt.thread}
    for row in list(sql.query(DONE, {**proof, "operation_id": operation_id, "now": rows.seconds(now)})):
        following.follow(sql, row, receipt, now)
        digest_id = {"digest_id": row["digest_id"]}
        state = "sending" if sql.execute(PARTS_LEFT, digest_id).fetchone() else "sent"
        sql.execute(SET_DIGEST, {**digest_id, "state": state})
        sql.execute(TELL_PART, {**digest_id, "part": row["part"]})


def failed(sql: Sql, operation_id: OperationId, reason: str, retry_at: datetime | None, *, uncertain: bool) -> None:
    """Put an operation off, or give it up; with a send all later parts, which make no sense without it.

    Posts of a forum stand for themselves: where one is refused, the others go out.
    """
    if retry_at is not None:
        put_off = {"reason": reason, "retry_at": rows.seconds(retry_at), "uncertain": uncertain}
        sql.execute(RETRY, {"operation_id": operation_id, **put_off})
        return
    for row in list(sql.query(FAILED, {"operation_id": operation_id, "reason": reason})):
        if row["kind"] == OperationKind.SEND:
            sql.execute(CALL_OFF, {"digest_id": row["digest_id"]})
            _settle(sql, row["digest_id"], digest="failed" if row["part"] == 1 else "sent", ledger="released")
            continue
        if row["kind"] == OperationKind.FORUM_POST:
            sql.execute(RELEASE_PART, row)
        if not sql.execute(PARTS_LEFT, row).fetchone():
            state = "sent" if sql.execute(ANY_SENT, row).fetchone() else "failed"
            sql.execute(SET_DIGEST, {"digest_id": row["digest_id"], "state": state})


def supersede(sql: Sql, digest_id: str) -> None:
    """Call an unsent digest off: its stories are free for the next."""
    sql.execute(CALL_OFF, {"digest_id": digest_id})
    _settle(sql, digest_id, digest="superseded", ledger="released")


def forget(sql: Sql, digest_id: str) -> None:
    """Remove an unsent digest without a trace, with its operations."""
    sql.execute(FORGET_LEDGER, {"digest_id": digest_id})
    sql.execute(FORGET_DIGEST, {"digest_id": digest_id})


def withdraw_edition(sql: Sql, edition_id: EditionId) -> None:
    """End all deliveries of an edition. What a begun digest may have shown counts as told."""
    never_begun = unsent(sql, edition_id)
    for row in list(sql.query(ON_THEIR_WAY, {"edition_id": edition_id})):
        if row["id"] in never_begun:
            forget(sql, row["id"])
        else:
            sql.execute(CALL_OFF, {"digest_id": row["id"]})
            _settle(sql, row["id"], digest="sent", ledger="told")


def _settle(sql: Sql, digest_id: str, *, digest: str, ledger: str) -> None:
    sql.execute(SET_DIGEST, {"digest_id": digest_id, "state": digest})
    sql.execute(SETTLE_LEDGER, {"digest_id": digest_id, "state": ledger})
