"""The search rows: what is looked for, and how many of those found are weighed against each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

BOUND = {"looked_at": 20_000, "weighed": 500}
"""Entries that hold the words: the newest of all feeds are looked at, the newest of those wanted are weighed.

Words that more than those hold tell no entry from another, so the newest come first: weighing 300,000 takes a second.
"""

# `rank` is what FTS5 calls its bm25.
SEARCH = """
    WITH held AS MATERIALIZED (
        SELECT rowid AS entry_id
        FROM entry_search
        WHERE entry_search MATCH :match
        ORDER BY rowid DESC
        LIMIT :looked_at
    ),
    reach AS MATERIALIZED (
        SELECT COUNT(*) < :looked_at AS are_all, MIN(entry_id) AS oldest
        FROM held
    )
    SELECT entry.*, COALESCE(story.merged_into, entry.story_id) AS home
    FROM (
        SELECT entry_search.rowid AS entry_id,
            CASE WHEN (SELECT are_all FROM reach) THEN entry_search.rank END AS weight
        FROM entry_search
        WHERE entry_search MATCH :match
            AND entry_search.rowid >= (SELECT oldest FROM reach)
            AND (
                SELECT feed_id
                FROM entry INDEXED BY entry_feed
                WHERE id = entry_search.rowid
            ) IN (SELECT value FROM json_each(:feeds))
            AND (
                :told_in IS NULL
                OR EXISTS (
                    SELECT 1
                    FROM entry
                    JOIN ledger ON ledger.guild_id = :told_in
                        AND ledger.story_id IN (
                            SELECT entry.story_id
                            UNION ALL
                            SELECT id FROM story AS alias WHERE alias.merged_into = entry.story_id
                        )
                    WHERE entry.id = entry_search.rowid
                )
            )
        ORDER BY entry_search.rowid DESC
        LIMIT :weighed
    ) AS found
    JOIN entry ON entry.id = found.entry_id
    LEFT JOIN story ON story.id = entry.story_id
    ORDER BY found.weight, entry.id DESC
    LIMIT :limit
"""


def matching(readings: Iterable[Sequence[str]]) -> str:
    """Give FTS5's query for texts that hold all tokens of a reading; empty where no reading has any."""
    return " OR ".join(f"({' AND '.join(map(_quoted, tokens))})" for tokens in readings if tokens)


def _quoted(token: str) -> str:
    """Make a token a string of FTS5's query language: nothing has a meaning in it but the quote, and NUL ends it."""
    return '"' + token.replace("\0", " ").replace('"', '""') + '"'
