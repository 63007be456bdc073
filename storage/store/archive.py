"""What archive pages show of stored digests. A digest is seen only in its own guild's archive, and once it was sent."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database as Sql

from digests.core.archive import SHARED, Ask, Contents, Copy, Hall, Listing, OneDigest, OneStory
from digests.core.digest import Digest
from digests.core.editions import EditionId, TopicId
from digests.core.models import StoryId
from storage import rows
from storage.database import Database
from storage.store.families import FAMILIES


@dataclass(frozen=True, slots=True)
class SqliteArchive:
    """`ArchiveStore` on SQLite; the contract stands in `digests.ports`."""

    database: Database

    async def key(self, guild_id: int, *, fresh: str, renew: bool = False) -> str:
        """Give a guild's key, made or made anew with `fresh`."""
        return await self.database.write(lambda sql: _key(sql, guild_id, fresh, renew=renew))

    async def hall(self, name: str) -> Hall | None:
        """Give the archive a name leads to."""
        return await self.database.read(lambda sql: _hall(sql, name))

    async def contents(self, name: str, ask: Ask, *, limit: int) -> Contents | None:
        """Give what stands on a page."""
        return await self.database.read(lambda sql: _contents(sql, name, ask, limit))

    async def digests(self, ids: Iterable[str]) -> Sequence[Digest]:
        """Give digests in the order of their ids here."""
        wanted = {"ids": json.dumps(list(ids))}
        return await self.database.read(lambda sql: tuple(rows.digest(row["json"]) for row in sql.query(TEXTS, wanted)))

    async def tellers(self, guild_id: int, stories: Iterable[StoryId]) -> Mapping[StoryId, tuple[str, StoryId]]:
        """Give the newest digest that told each story, and under which number."""
        wanted = {"guild_id": guild_id, "stories": rows.numbers(stories), "shared": PLATFORMS}
        return await self.database.read(
            lambda sql: {
                StoryId(row["asked"]): (row["digest_id"], StoryId(row["as_told"])) for row in sql.query(TELLERS, wanted)
            }
        )


PLATFORMS = json.dumps(SHARED)

# A digest is seen once something of it was sent, and only where many read it.
SEEN = """
    digest.state IN ('sending', 'sent')
        AND EXISTS (
            SELECT 1
            FROM outbox
            WHERE outbox.digest_id = digest.id
                AND outbox.platform IN (SELECT value FROM json_each(:shared))
        )
"""

PUT_KEY = """
    INSERT INTO archive (guild_id, key)
    VALUES (:guild_id, :fresh)
    ON CONFLICT (guild_id) DO UPDATE
    SET key = CASE WHEN :renew THEN excluded.key ELSE key END
    RETURNING key
"""

HALL = """
    SELECT :guild_id AS guild_id, COALESCE(guild.is_archive_public, 0) AS is_public, guild.language
    FROM (SELECT 1)
    LEFT JOIN guild ON guild.id = :guild_id
"""

GUILD_OF_KEY = """
    SELECT guild_id
    FROM archive
    WHERE key = :name
"""

ONE = f"""
    SELECT id, slot, revised
    FROM digest
    WHERE id = :digest_id
        AND guild_id = :guild_id
        AND {SEEN}
"""  # noqa: S608 - only a constant is put in

# The place of a digest in a list; one of another guild, or never sent, is no place.
FROM = """
    (
        :before IS NULL
        OR (digest.slot, digest.id) < (
            SELECT slot, id
            FROM digest AS last
            WHERE last.id = :before
                AND last.guild_id = :guild_id
        )
    )
"""

OF_GUILD = f"""
    SELECT id, slot, revised
    FROM digest
    WHERE guild_id = :guild_id
        AND {FROM}
        AND {SEEN}
    ORDER BY slot DESC, id DESC
    LIMIT :limit
"""  # noqa: S608

OF_EDITION = f"""
    SELECT id, slot, revised
    FROM digest
    WHERE edition_id = :edition_id
        AND {FROM}
        AND {SEEN}
    ORDER BY slot DESC, id DESC
    LIMIT :limit
"""  # noqa: S608

OF_TOPIC = f"""
    SELECT digest.id, digest.slot, digest.revised
    FROM digest_topic
    CROSS JOIN digest ON digest.id = digest_topic.digest_id
    WHERE digest_topic.topic_id = :topic_id
        AND {FROM}
        AND {SEEN}
    ORDER BY digest_topic.slot DESC, digest_topic.digest_id DESC
    LIMIT :limit
"""  # noqa: S608

TOPICS = """
    SELECT id, name
    FROM topic
    WHERE guild_id = :guild_id
    ORDER BY name
"""

EDITIONS = """
    SELECT id, name
    FROM edition
    WHERE guild_id = :guild_id
        AND platform IN (SELECT value FROM json_each(:shared))
    ORDER BY name
"""

FAMILY = """
    SELECT id
    FROM story
    WHERE merged_into = :home
"""

OF_STORY = f"""
    SELECT DISTINCT digest.id, digest.slot, digest.revised
    FROM json_each(:family) AS kin
    CROSS JOIN ledger ON ledger.story_id = kin.value
        AND ledger.guild_id = :guild_id
    CROSS JOIN digest ON digest.id = ledger.digest_id
        AND digest.guild_id = :guild_id
    WHERE {SEEN}
    ORDER BY digest.slot DESC, digest.id DESC
    LIMIT :limit
"""  # noqa: S608

TELLERS = f"""
    WITH {FAMILIES}
    SELECT family.id AS asked, digest.id AS digest_id, ledger.story_id AS as_told, MAX(digest.slot)
    FROM family
    JOIN ledger ON ledger.story_id = family.member
        AND ledger.guild_id = :guild_id
    JOIN digest ON digest.id = ledger.digest_id
        AND digest.guild_id = :guild_id
    WHERE {SEEN}
    GROUP BY family.id
"""  # noqa: S608

TEXTS = """
    SELECT digest.json
    FROM json_each(:ids) AS wanted
    CROSS JOIN digest ON digest.id = wanted.value
    ORDER BY wanted.key
"""


def _key(sql: Sql, guild_id: int, fresh: str, *, renew: bool) -> str:
    (row,) = sql.query(PUT_KEY, {"guild_id": guild_id, "fresh": fresh, "renew": renew})
    return str(row["key"])


def _hall(sql: Sql, name: str) -> Hall | None:
    keyed = sql.execute(GUILD_OF_KEY, {"name": name}).fetchone()
    number = int(name) if name.isascii() and name.isdigit() and len(name) <= len(str(2**63)) else -1
    guild_id = keyed[0] if keyed else number if number < 2**63 else -1
    (row,) = sql.query(HALL, {"guild_id": guild_id})
    if not keyed and not row["is_public"]:
        return None
    return Hall(guild_id=guild_id, is_public=bool(row["is_public"]), language=row["language"])


def _contents(sql: Sql, name: str, ask: Ask, limit: int) -> Contents | None:
    hall = _hall(sql, name)
    if hall is None:
        return None
    values = {"guild_id": hall.guild_id, "shared": PLATFORMS}
    match ask:
        case OneDigest():
            copies = _copies(sql, ONE, values | {"digest_id": ask.digest_id})
            return Contents(hall=hall, copies=copies) if copies else None
        case OneStory():
            return _of_story(sql, hall, ask.story_id, values | {"limit": limit})
        case Listing():
            return _listed(sql, hall, ask, values | {"before": ask.before}, limit)


def _of_story(sql: Sql, hall: Hall, story_id: StoryId, values: dict[str, Any]) -> Contents | None:
    found = sql.execute("SELECT merged_into FROM story WHERE id = :story_id", {"story_id": story_id}).fetchone()
    home = StoryId(found[0]) if found and found[0] is not None else story_id
    family = frozenset({home, *(StoryId(row["id"]) for row in sql.query(FAMILY, {"home": home}))})
    copies = _copies(sql, OF_STORY, {**values, "family": rows.numbers(family)})
    return Contents(hall=hall, copies=copies, story=home, family=family) if copies else None


def _listed(sql: Sql, hall: Hall, ask: Listing, values: dict[str, Any], limit: int) -> Contents | None:
    topics = tuple((TopicId(row["id"]), str(row["name"])) for row in sql.query(TOPICS, values))
    editions = tuple((EditionId(row["id"]), str(row["name"])) for row in sql.query(EDITIONS, values))
    query, title = OF_GUILD, ""
    if ask.topic is not None:
        query, title = OF_TOPIC, dict(topics).get(ask.topic, "")
    elif ask.edition is not None:
        query, title = OF_EDITION, dict(editions).get(ask.edition, "")
    if query != OF_GUILD and not title:
        return None
    asked = {**values, "topic_id": ask.topic, "edition_id": ask.edition, "limit": limit + 1}
    copies = _copies(sql, query, asked)
    if ask.before is not None and not copies:
        return None
    shown = copies[:limit]
    return Contents(
        hall=hall,
        copies=shown,
        title=title,
        topics=topics,
        editions=editions,
        older=shown[-1].digest_id if len(copies) > limit else None,
    )


def _copies(sql: Sql, query: str, values: dict[str, Any]) -> tuple[Copy, ...]:
    return tuple(
        Copy(digest_id=row["id"], slot=rows.moment(row["slot"]), revised=rows.optional_moment(row["revised"]))
        for row in sql.query(query, values)
    )
