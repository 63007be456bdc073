"""The outbox: operations from enqueued to done, and what that makes of the digest and its ledger rows.

The states of a digest: pending → sending (a part is out) → sent; or failed, or superseded. A row is reserved until its
part is out (told), or released where it never will be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlite_utils import Database as Sql

from digests.core.digest import Digest, Operation, OperationId, OperationKind, Receipt
from digests.core.editions import Destination, Edition, EditionId
from storage import rows

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
    WHERE edition_id IS NOT NULL
        AND {NEVER_BEGUN}
"""  # noqa: S608  only the constant above is put in

ENQUEUE = """
    INSERT INTO outbox (
        digest_id, guild_id, edition_id, kind, platform, address, part, nonce, due, next_try, first_card, card_count
    )
    VALUES (
        :digest_id, :guild_id, :edition_id, 'send', :platform, :address, :part, :nonce, :due, :due, :first_card,
        :card_count
    )
"""

# What is done to a sent message. Numbered behind all parts, so it waits for what is still to be sent, and keeps
# its order.
ENQUEUE_LATER = """
    INSERT INTO outbox (
        digest_id, guild_id, edition_id, kind, platform, address, part, nonce, due, next_try,
        first_card, card_count, edits
    )
    SELECT digest_id, guild_id, edition_id, :kind, platform, address,
        (SELECT MAX(part) + 1 FROM outbox AS other WHERE other.digest_id = outbox.digest_id),
        :nonce, :now, :now, first_card, card_count, message_id
    FROM outbox
    WHERE id = :operation_id
"""

SENT_PARTS = """
    SELECT id, part, platform, address
    FROM outbox
    WHERE digest_id = :digest_id
        AND kind = 'send'
        AND state = 'done'
    ORDER BY part
"""

REVISE = """
    UPDATE digest
    SET json = :json
    WHERE id = :digest_id
"""

IS_CROSSPOSTED = """
    SELECT 1
    FROM digest
    WHERE id = :digest_id
        AND json_extract(json, '$.crosspost')
"""

NOWHERE = "0"
"""The receipt of a message that arrived and was deleted since."""

LAST_SENT = """
    SELECT MAX(done_at) AS at
    FROM outbox
    WHERE edition_id = :edition_id
        AND done_at IS NOT NULL
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
            AND NOT EXISTS (
                SELECT 1
                FROM outbox AS earlier
                WHERE earlier.digest_id = operation.digest_id
                    AND earlier.part < operation.part
                    AND earlier.state = 'pending'
            )
        ORDER BY operation.next_try
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
        done_at = :now,
        lease_owner = NULL,
        lease_until = 0
    WHERE id = :operation_id
    RETURNING digest_id, part, kind, platform, address
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


def unsent_slots(sql: Sql) -> dict[EditionId, frozenset[datetime]]:
    """Give the slots of digests never begun, by edition."""
    slots: defaultdict[EditionId, set[datetime]] = defaultdict(set)
    for row in sql.query(UNSENT_SLOTS):
        slots[EditionId(row["edition_id"])].add(rows.moment(row["slot"]))
    return {edition_id: frozenset(held) for edition_id, held in slots.items()}


def enqueue(sql: Sql, digest_id: str, edition: Edition, due: datetime, parts: Sequence[int]) -> None:
    """Add the operations that send a digest to its edition's destination; `parts` counts the cards of each."""
    sends = [
        {
            "digest_id": digest_id,
            "guild_id": edition.guild_id,
            "edition_id": edition.id,
            "platform": edition.destination.platform,
            "address": edition.destination.address,
            "part": part,
            "nonce": rows.nonce(digest_id, edition.destination, part),
            "due": rows.seconds(due),
            "first_card": sum(parts[: part - 1]),
            "card_count": count,
        }
        for part, count in enumerate(parts, start=1)
    ]
    sql.conn.executemany(ENQUEUE, sends)


def revise(sql: Sql, digest: Digest, now: datetime) -> int:
    """Store a changed digest, and have each part of it that was sent edited."""
    sql.execute(REVISE, {"digest_id": digest.id, "json": rows.digest_json(digest)})
    sent = list(sql.query(SENT_PARTS, {"digest_id": digest.id}))
    for row in sent:
        at = rows.seconds(now)
        nonce = rows.nonce(
            f"{digest.id} {row['part']} {at}", Destination(platform=row["platform"], address=row["address"]), 0
        )
        later = {"operation_id": row["id"], "kind": OperationKind.EDIT.value, "nonce": nonce, "now": at}
        sql.execute(ENQUEUE_LATER, later)
    return len(sent)


def last_sent(sql: Sql, edition_id: EditionId) -> datetime | None:
    """Give when something of an edition was last sent."""
    return rows.optional_moment(next(sql.query(LAST_SENT, {"edition_id": edition_id}))["at"])


def claim(sql: Sql, now: datetime, owner: str, limit: int, lease: timedelta) -> tuple[Operation, ...]:
    """Lease operations; the try counts from here, since a process that dies may have sent."""
    claimed = sql.query(
        CLAIM,
        {"now": rows.seconds(now), "owner": owner, "limit": limit, "lease_until": rows.seconds(now + lease)},
    )
    # RETURNING promises no order.
    return tuple(sorted((rows.operation(row) for row in claimed), key=lambda operation: (operation.due, operation.id)))


def next_due(sql: Sql) -> datetime | None:
    """Give when the next operation can be claimed."""
    return rows.optional_moment(next(sql.query(NEXT_DUE))["due"])


def done(sql: Sql, operation_id: OperationId, receipt: Receipt, now: datetime) -> None:
    """Settle an operation: its stories are told; with the last part its digest is sent."""
    operation = {"operation_id": operation_id, "message_id": receipt.message_id, "now": rows.seconds(now)}
    for row in list(sql.query(DONE, operation)):
        if row["kind"] == OperationKind.SEND and receipt.message_id != NOWHERE:
            _crosspost(sql, operation_id, row, now)
        digest_id = {"digest_id": row["digest_id"]}
        state = "sending" if sql.execute(PARTS_LEFT, digest_id).fetchone() else "sent"
        sql.execute(SET_DIGEST, {**digest_id, "state": state})
        sql.execute(TELL_PART, {**digest_id, "part": row["part"]})


def _crosspost(sql: Sql, operation_id: OperationId, row: rows.Row, now: datetime) -> None:
    """Have a message that was just sent sent on to the channels that follow its own, where its digest asks for it."""
    if not sql.execute(IS_CROSSPOSTED, {"digest_id": row["digest_id"]}).fetchone():
        return
    destination = Destination(platform=row["platform"], address=row["address"])
    nonce = rows.nonce(f"{row['digest_id']} crosspost", destination, row["part"])
    later = {"operation_id": operation_id, "kind": OperationKind.CROSSPOST.value, "nonce": nonce}
    sql.execute(ENQUEUE_LATER, {**later, "now": rows.seconds(now)})


def failed(sql: Sql, operation_id: OperationId, reason: str, retry_at: datetime | None, *, uncertain: bool) -> None:
    """Put an operation off, or give it up; with a send all later parts, which make no sense without it."""
    if retry_at is not None:
        put_off = {"reason": reason, "retry_at": rows.seconds(retry_at), "uncertain": uncertain}
        sql.execute(RETRY, {"operation_id": operation_id, **put_off})
        return
    for row in list(sql.query(FAILED, {"operation_id": operation_id, "reason": reason})):
        if row["kind"] == OperationKind.CROSSPOST and not sql.execute(PARTS_LEFT, row).fetchone():
            sql.execute(SET_DIGEST, {"digest_id": row["digest_id"], "state": "sent"})
        if row["kind"] == OperationKind.SEND:
            sql.execute(CALL_OFF, {"digest_id": row["digest_id"]})
            _settle(sql, row["digest_id"], digest="failed" if row["part"] == 1 else "sent", ledger="released")


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
