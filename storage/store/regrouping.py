"""What a second pass of join changed, in SQL: parts, which inherit the ledger, then entries, then aliases."""

from __future__ import annotations

from sqlite_utils import Database as Sql

from digests.core.regrouping import Regrouping

# A part may have been a story before, and an alias since: it stands again.
PART = """
    INSERT INTO story (id, first_seen, last_seen)
    SELECT :part, first_seen, last_seen
    FROM story
    WHERE id = :origin
    ON CONFLICT DO UPDATE
    SET merged_into = NULL
"""

# What was told of the whole was told of the part: of a digest under way, both become told or released together.
INHERIT = """
    INSERT INTO ledger (guild_id, platform, address, story_id, digest_id, edition_id, part, state, at, facts)
    SELECT guild_id, platform, address, :part, digest_id, edition_id, part, state, at, facts
    FROM ledger
    WHERE story_id IN (SELECT id FROM story WHERE id = :origin OR merged_into = :origin)
        AND NOT EXISTS (
            SELECT 1
            FROM ledger AS own
            WHERE own.story_id = :part
                AND own.digest_id = ledger.digest_id
        )
"""

# A part of a story that has gone with its entries, while the index still knew both, begins anew.
BEGIN_PART = """
    INSERT INTO story (id, first_seen, last_seen)
    SELECT :story_id, first_seen, first_seen
    FROM entry
    WHERE id = :entry_id
        AND story_id IS NOT NULL
    ON CONFLICT DO NOTHING
"""

MOVE = """
    UPDATE entry
    SET story_id = :story_id
    WHERE id = :entry_id
        AND story_id IS NOT NULL
"""

# The trigger on story leads aliases of the absorbed one home as well.
MERGE = """
    UPDATE story
    SET merged_into = (SELECT COALESCE(home.merged_into, home.id) FROM story AS home WHERE home.id = :survivor)
    WHERE id = :absorbed
        AND merged_into IS NULL
        AND id <> (SELECT COALESCE(home.merged_into, home.id) FROM story AS home WHERE home.id = :survivor)
"""


def store(sql: Sql, changed: Regrouping) -> None:
    """Store it; done again, it changes nothing."""
    parts = [{"part": part, "origin": origin} for part, origin in changed.parted.items()]
    moves = [{"entry_id": entry_id, "story_id": story_id} for entry_id, story_id in changed.moved.items()]
    merges = [{"absorbed": absorbed, "survivor": survivor} for absorbed, survivor in changed.merged.items()]
    for statement, values in ((PART, parts), (INHERIT, parts), (BEGIN_PART, moves), (MOVE, moves), (MERGE, merges)):
        sql.conn.executemany(statement, values)
