"""The outbox: operations from enqueued to done, and what that makes of the digest and its ledger rows.

The states of a digest: pending → sending (a part is out) → sent; or failed, or superseded. A row is reserved until its
part is out (told), or released where it never will be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlite_utils import Database as Sql

from digests.core.digest import Digest, OperationId, OperationKind, Receipt
from digests.core.editions import Edition, EditionId, Layout
from storage import rows
from storage.store import following

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

ALL_UNSENT_SLOTS = f"""
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


def unsent_slots(sql: Sql, editions: Iterable[EditionId] | None) -> dict[EditionId, frozenset[datetime]]:
    """Give the slots of digests never begun, by edition; of all without any named."""
    slots: defaultdict[EditionId, set[datetime]] = defaultdict(set)
    asked = (ALL_UNSENT_SLOTS, {}) if editions is None else (UNSENT_SLOTS, {"editions": rows.numbers(editions)})
    for row in sql.query(*asked):
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
