"""Personal editions, in step with their members' ties in the transaction that changes these.

One stands exactly while its member subscribes to a topic of its guild by direct message, and tells of these topics. A
digest that was prepared and never begun is forgotten when they change: it is prepared again as they are now.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlite_utils import Database as Sql

from digests.core.editions import Edition, EditionId
from storage import rows
from storage.store import editions, outbox

READERS = """
    SELECT guild_id, member_id
    FROM subscription
    WHERE topic_id = :topic_id
        AND deliver = 'dm'
"""

OF_MEMBER = """
    SELECT edition.*,
        (
            SELECT json_group_array(topic_id)
            FROM (
                SELECT topic_id
                FROM subscription
                WHERE subscription.member_id = edition.member_id
                    AND subscription.guild_id = edition.guild_id
                    AND deliver = 'dm'
                ORDER BY created, topic_id
            )
        ) AS topics
    FROM edition
    WHERE member_id = :member_id
        AND (:guild_id IS NULL OR guild_id = :guild_id)
    ORDER BY guild_id
"""

REOPEN = """
    UPDATE edition
    SET last_slot = :before,
        next_look = MIN(COALESCE(next_look, 0), 0) - 1
    WHERE id = :edition_id
"""


def of_member(sql: Sql, member_id: int, guild_id: int | None = None) -> tuple[Edition, ...]:
    """Give a member's personal editions with the topics their ties say, by guild."""
    return tuple(map(rows.edition, sql.query(OF_MEMBER, {"member_id": member_id, "guild_id": guild_id})))


def put(sql: Sql, edition: Edition, now: datetime) -> None:
    """Store a personal edition with the topics its member's ties say.

    At new times, or where it was stopped, it goes on with the first slot after `now`.
    """
    assert edition.member_id is not None
    before = of_member(sql, edition.member_id, edition.guild_id)
    stored = editions.put(sql, edition)
    settle(sql, edition.guild_id, edition.member_id)
    if any(one.paused or (one.at, one.timezone) != (edition.at, edition.timezone) for one in before):
        editions.pass_slot(sql, stored.id, now)


def settle(sql: Sql, guild_id: int, member_id: int) -> None:
    """Have a member's personal edition tell of what their ties say now; without any it ends."""
    for edition in of_member(sql, member_id, guild_id):
        if edition.topics:
            editions.put(sql, edition)
            _reopen(sql, edition.id)
        else:
            editions.remove(sql, edition.id)


def _reopen(sql: Sql, edition_id: EditionId) -> None:
    """Forget what was prepared and never begun; its slots are open again."""
    never_begun = outbox.unsent(sql, edition_id)
    for digest_id in never_begun:
        outbox.forget(sql, digest_id)
    if never_begun:
        before = min(never_begun.values()) - timedelta(seconds=1)
        sql.execute(REOPEN, {"edition_id": edition_id, "before": rows.seconds(before)})
