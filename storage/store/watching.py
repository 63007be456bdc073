"""What editions last did, what waits too long, and which silences were reported: over all families. Judges nothing."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database as Sql

from digests.core.editions import Edition, EditionId
from digests.core.members import Notice
from digests.core.silence import Change, Pulse, Stuck
from storage import rows
from storage.database import Database
from storage.store import notices
from storage.store.notes import RECALL, REMEMBER

NOTE = "silent editions"

PULSES = """
    SELECT edition.id,
        (
            SELECT MAX(done_at)
            FROM outbox
            WHERE outbox.edition_id = edition.id
                AND done_at IS NOT NULL
        ) AS told,
        EXISTS (
            SELECT 1
            FROM digest
            WHERE digest.edition_id = edition.id
                AND digest.slot = edition.last_slot
                AND digest.state IN ('pending', 'sending', 'failed')
        ) AS owes
    FROM edition
"""

STUCK = """
    SELECT edition_id, COUNT(*) AS operations, MIN(due) AS since, COALESCE(MAX(last_error), '') AS error
    FROM outbox
    WHERE state = 'pending'
        AND due <= :due_before
    GROUP BY edition_id
    ORDER BY since
"""


@dataclass(frozen=True, slots=True)
class SqliteWatching:
    """`WatchStore` on SQLite; the contract stands in `digests.ports`."""

    database: Database

    async def pulses(self) -> Mapping[EditionId, Pulse]:
        """Give what each edition last did."""
        return await self.database.read(
            lambda sql: {
                EditionId(row["id"]): Pulse(told=rows.optional_moment(row["told"]), owes=bool(row["owes"]))
                for row in sql.query(PULSES)
            }
        )

    async def stuck(self, *, due_before: datetime) -> Sequence[Stuck]:
        """Give what waits to be sent since before then."""
        wanted = {"due_before": rows.seconds(due_before)}
        return await self.database.read(
            lambda sql: tuple(
                Stuck(
                    edition_id=EditionId(row["edition_id"]),
                    operations=row["operations"],
                    since=rows.moment(row["since"]),
                    error=row["error"],
                )
                for row in sql.query(STUCK, wanted)
            )
        )

    async def report_silence(
        self, silent: Mapping[Edition, datetime], *, well: Collection[Edition], now: datetime
    ) -> Change:
        """Put the notices, and note what was reported."""
        return await self.database.write(lambda sql: _report(sql, silent, well, now))


def _report(sql: Sql, silent: Mapping[Edition, datetime], well: Collection[Edition], now: datetime) -> Change:
    found = sql.execute(RECALL, {"name": NOTE}).fetchone()
    reported = frozenset(EditionId(one) for one in json.loads(found[0])) if found else frozenset()
    fell = [edition for edition in silent if edition.id not in reported]
    back = [edition for edition in well if edition.id in reported]
    if not fell and not back:
        return Change()
    for edition in fell:
        since = {"since": str(rows.seconds(silent[edition]))}
        _put(sql, edition, "notice-silence", now, since)
    for edition in back:
        _put(sql, edition, "notice-silence-over", now)
    change = Change(fell=frozenset(one.id for one in fell), back=frozenset(one.id for one in back))
    sql.execute(REMEMBER, {"name": NOTE, "value": json.dumps(sorted((reported | change.fell) - change.back))})
    return change


def _put(sql: Sql, edition: Edition, code: str, now: datetime, fields: Mapping[str, str] | None = None) -> None:
    """Put a notice to the edition's guild; the installation itself has none to read it."""
    if edition.guild_id:
        told = {"edition": edition.name, **(fields or {})}
        notices.put(sql, Notice(guild_id=edition.guild_id, code=code, fields=told, at=now))
