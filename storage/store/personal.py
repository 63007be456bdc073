"""What is stored of members alone: what they follow, mute and save, how they want to be reached; and its end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlite_utils import Database as Sql

from digests.core.models import StoryId
from digests.core.ties import Preferences, Tie, TieKind
from storage import rows
from storage.database import Database


@dataclass(frozen=True, slots=True)
class SqlitePersonal:
    """`PersonalStore` on SQLite; the contract stands in `digests.ports`."""

    database: Database

    async def put_tie(self, tie: Tie, *, most: int) -> bool:
        """Tie a member to a story or an outlet; False where it stood already or they have `most` of its kind."""
        return await self.database.write(lambda sql: _put(sql, tie, most))

    async def remove_tie(self, tie: Tie) -> bool:
        """End a tie; False where there was none."""
        return await self.database.write(lambda sql: bool(sql.execute(REMOVE, _key(sql, tie)).rowcount))

    async def ties_of(self, guild_id: int, member_id: int) -> Sequence[Tie]:
        """Give a member's ties in a guild, newest first, each story under its home."""
        whose = {"guild_id": guild_id, "member_id": member_id}
        return await self.database.read(lambda sql: tuple(_tie(row) for row in sql.query(OF_MEMBER, whose)))

    async def preferences(self, member_id: int) -> Preferences:
        """Give what a member chose."""
        return await self.database.read(lambda sql: _preferences(sql, member_id))

    async def put_preferences(self, preferences: Preferences) -> None:
        """Store what a member chose."""
        values = {
            "member_id": preferences.member_id,
            "timezone": preferences.timezone,
            "dm_at": rows.clock(preferences.dm_at),
            "language": preferences.language,
            "quiet_from": rows.clock(preferences.quiet_from),
            "quiet_to": rows.clock(preferences.quiet_to),
        }
        await self.database.write(lambda sql: sql.execute(PUT_PREFERENCES, values))

    async def all_of(self, member_id: int) -> Mapping[str, Sequence[Mapping[str, object]]]:
        """Give every row about a member, by table."""
        whose = {"member_id": member_id}
        return await self.database.read(
            lambda sql: {table: tuple(dict(row) for row in sql.query(ask, whose)) for table, ask in ABOUT.items()}
        )

    async def erase(self, member_id: int) -> int:
        """Delete every row about a member, in one transaction; give how many there were."""
        whose = {"member_id": member_id}
        return await self.database.write(lambda sql: sum(sql.execute(delete, whose).rowcount for delete in ERASE))


REPORTED_BY = "json_extract(fields, '$.member') = CAST(:member_id AS TEXT)"
"""A notice of a report names in its fields who made it."""

ABOUT = {
    "subscription": "SELECT * FROM subscription WHERE member_id = :member_id",
    "tie": "SELECT * FROM tie WHERE member_id = :member_id",
    "member": "SELECT * FROM member WHERE id = :member_id",
    "deed": "SELECT * FROM deed WHERE member_id = :member_id",
    "notice": f"SELECT * FROM notice WHERE {REPORTED_BY}",  # noqa: S608 - a constant of ours
}
"""How each table is asked about a member."""

ERASE = (
    "DELETE FROM subscription WHERE member_id = :member_id",
    "DELETE FROM tie WHERE member_id = :member_id",
    "DELETE FROM member WHERE id = :member_id",
    "DELETE FROM deed WHERE member_id = :member_id",
    f"DELETE FROM notice WHERE {REPORTED_BY}",  # noqa: S608 - a constant of ours
)
"""How each forgets them."""

PUT_PREFERENCES = """
    INSERT INTO member (id, timezone, dm_at, language, quiet_from, quiet_to)
    VALUES (:member_id, :timezone, :dm_at, :language, :quiet_from, :quiet_to)
    ON CONFLICT DO UPDATE
    SET timezone = excluded.timezone,
        dm_at = excluded.dm_at,
        language = excluded.language,
        quiet_from = excluded.quiet_from,
        quiet_to = excluded.quiet_to
"""

OF_MEMBER = """
    SELECT tie.guild_id, tie.member_id, tie.kind, tie.outlet, tie.title, tie.link, tie.created,
        COALESCE(story.merged_into, tie.story_id) AS story_id
    FROM tie
    LEFT JOIN story ON story.id = tie.story_id
    WHERE tie.member_id = :member_id
        AND tie.guild_id = :guild_id
    ORDER BY tie.created DESC, tie.story_id DESC, tie.outlet
"""

COUNT = """
    SELECT COUNT(*)
    FROM tie
    WHERE member_id = :member_id
        AND guild_id = :guild_id
        AND kind = :kind
"""

PUT = """
    INSERT INTO tie (guild_id, member_id, kind, story_id, outlet, title, link, created)
    VALUES (:guild_id, :member_id, :kind, :story_id, :outlet, :title, :link, :created)
    ON CONFLICT DO NOTHING
"""

# A story tied under an alias is found under its home, and the other way round.
REMOVE = """
    DELETE FROM tie
    WHERE member_id = :member_id
        AND guild_id = :guild_id
        AND kind = :kind
        AND outlet = :outlet
        AND (story_id = :home OR story_id IN (SELECT id FROM story WHERE merged_into = :home))
"""


def _put(sql: Sql, tie: Tie, most: int) -> bool:
    key = _key(sql, tie)
    (held,) = sql.execute(COUNT, key).fetchone()
    if held >= most:
        return False
    values = {
        **key,
        "story_id": key["home"],
        "title": tie.title,
        "link": tie.link,
        "created": rows.seconds(tie.created),
    }
    return bool(sql.execute(PUT, values).rowcount)


def _key(sql: Sql, tie: Tie) -> dict[str, object]:
    found = sql.execute("SELECT merged_into FROM story WHERE id = :story_id", {"story_id": tie.story_id}).fetchone()
    home = found[0] if found and found[0] is not None else tie.story_id
    whose = {"member_id": tie.member_id, "guild_id": tie.guild_id, "kind": tie.kind.value, "outlet": tie.outlet}
    return {**whose, "home": home}


def _tie(row: rows.Row) -> Tie:
    return Tie(
        guild_id=row["guild_id"],
        member_id=row["member_id"],
        kind=TieKind(row["kind"]),
        story_id=StoryId(row["story_id"]),
        outlet=row["outlet"],
        title=row["title"],
        link=row["link"],
        created=rows.moment(row["created"]),
    )


def _preferences(sql: Sql, member_id: int) -> Preferences:
    found = sql.query("SELECT * FROM member WHERE id = :member_id", {"member_id": member_id})
    for row in found:
        return Preferences(
            member_id=member_id,
            timezone=row["timezone"],
            dm_at=rows.local_time(row["dm_at"]),
            language=row["language"],
            quiet_from=rows.local_time(row["quiet_from"]),
            quiet_to=rows.local_time(row["quiet_to"]),
        )
    return Preferences(member_id=member_id)
