"""Notices to moderators, and the complaints that several members make one of."""

from __future__ import annotations

import json

from sqlite_utils import Database as Sql

from digests.core.members import Notice, NoticeId
from storage import rows

PUT = """
    INSERT INTO notice (guild_id, code, fields, about, at)
    VALUES (:guild_id, :code, :fields, :about, :at)
    ON CONFLICT DO NOTHING
"""

COMPLAIN = """
    INSERT INTO complaint (notice_id, member_id, at)
    SELECT id, :member_id, :at
    FROM notice
    WHERE guild_id = :guild_id
        AND about = :about
    ON CONFLICT DO NOTHING
"""

TELL_ANEW = """
    UPDATE notice
    SET sent = 0
    WHERE guild_id = :guild_id
        AND about = :about
"""

UNSENT = """
    SELECT notice.*,
        (
            SELECT json_group_array(member_id)
            FROM (SELECT member_id FROM complaint WHERE notice_id = notice.id ORDER BY at, member_id)
        ) AS complaining
    FROM notice
    JOIN guild ON guild.id = notice.guild_id
        AND guild.notices IS NOT NULL
        AND guild.left_at IS NULL
    WHERE notice.sent = 0
    ORDER BY notice.id
    LIMIT :limit
"""

SENT = """
    UPDATE notice
    SET sent = (SELECT COUNT(*) FROM complaint WHERE notice_id = :notice_id) <= :by,
        message_id = COALESCE(:message_id, message_id)
    WHERE id = :notice_id
"""


def put(sql: Sql, notice: Notice) -> None:
    """Store a notice."""
    sql.execute(PUT, _columns(notice, about=None))


def complain(sql: Sql, notice: Notice, about: str, member_id: int) -> bool:
    """Have a member join the notice about something, made if need be; False where they had before."""
    values = _columns(notice, about=about) | {"member_id": member_id}
    sql.execute(PUT, values)
    is_new = bool(sql.execute(COMPLAIN, values).rowcount)
    if is_new:
        sql.execute(TELL_ANEW, values)
    return is_new


def unsent(sql: Sql, limit: int) -> tuple[Notice, ...]:
    """Give notices that can be posted now, oldest first."""
    return tuple(_notice(row) for row in sql.query(UNSENT, {"limit": limit}))


def sent(sql: Sql, notice_id: NoticeId, message_id: str | None, by: int) -> None:
    """Record that a notice needs no more posting, unless somebody joined it meanwhile."""
    sql.execute(SENT, {"notice_id": notice_id, "message_id": message_id, "by": by})


def _notice(row: rows.Row) -> Notice:
    return Notice(
        id=NoticeId(row["id"]),
        guild_id=row["guild_id"],
        code=row["code"],
        fields=json.loads(row["fields"]),
        by=tuple(json.loads(row["complaining"])),
        message_id=row["message_id"],
        at=rows.moment(row["at"]),
    )


def _columns(notice: Notice, *, about: str | None) -> dict[str, object]:
    return {
        "guild_id": notice.guild_id,
        "code": notice.code,
        "fields": json.dumps(dict(notice.fields), ensure_ascii=False),
        "about": about,
        "at": rows.seconds(notice.at),
    }
