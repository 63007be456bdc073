"""The line of operations: which are carried out next, and by whom. What comes of it is `outbox`'s matter."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlite_utils import Database as Sql

from digests.core.digest import Operation
from storage import rows
from storage.store import places

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
