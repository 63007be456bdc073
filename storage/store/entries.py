"""Entries, their stories and the search rows over them. Decides no story: join did."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database as Sql

from digests.core.editions import Candidate, EditionId, Pool, TopicId
from digests.core.models import Entry, FeedId, Placement, StoryId
from digests.core.regrouping import Regrouping
from storage import rows
from storage.database import Database
from storage.store import forgetting, outbox, regrouping, search
from storage.store.pages import LIMITS, WAITS_FOR_PAGE


@dataclass(frozen=True, slots=True)
class SqliteEntries:
    """`EntryStore` on SQLite; the contract stands in `digests.ports`."""

    database: Database

    async def unjoined(self, limit: int) -> Sequence[Entry]:
        """Give entries without a story, oldest first."""
        return await self.database.read(lambda sql: _entries(sql, UNJOINED, limit=limit, **LIMITS))

    async def joined_since(self, since: datetime) -> Sequence[Entry]:
        """Give entries with a story first seen since then, oldest first."""
        return await self.database.read(lambda sql: _entries(sql, JOINED, since=rows.seconds(since)))

    async def place(self, placements: Sequence[Placement]) -> None:
        """Store where entries went, and their search rows; the raw HTML has done its duty and goes."""
        await self.database.write(lambda sql: _place(sql, placements))

    async def regroup(self, changed: Regrouping) -> None:
        """Store what a second pass changed: parts, which inherit the ledger, then entries, then aliases."""
        await self.database.write(lambda sql: regrouping.store(sql, changed))

    async def of_story(self, story_id: StoryId) -> Sequence[Entry]:
        """Give the entries of a story, by any number it had."""
        return await self.database.read(lambda sql: _entries(sql, OF_STORY, story_id=story_id))

    async def candidates(self, edition_id: EditionId, *, since: datetime) -> Pool:
        """Give what an edition may tell, oldest first, one for each topic an entry came in by."""
        return await self.database.read(lambda sql: _candidates(sql, edition_id, since))

    async def search(
        self, readings: Iterable[Sequence[str]], *, feeds: Iterable[FeedId], limit: int, told_in: int | None = None
    ) -> Sequence[Entry]:
        """Give entries that hold all tokens of a reading, best first; none for no tokens."""
        match = search.matching(readings)
        wanted = {"match": match, "feeds": rows.numbers(feeds), "limit": limit, "told_in": told_in, **search.BOUND}
        return await self.database.read(lambda sql: _entries(sql, search.SEARCH, **wanted)) if match else ()

    async def held_by(self, topics: Iterable[TopicId], *, guild_id: int, since: datetime) -> Sequence[Candidate]:
        """Give what these topics hold, oldest first."""
        wanted = {"topics": rows.numbers(topics), "guild_id": guild_id, "since": rows.seconds(since)}
        return await self.database.read(lambda sql: tuple(_candidate(row) for row in sql.query(HELD_BY, wanted)))

    async def prune_entries(self, *, before: datetime, seen_before: datetime) -> int:
        """Forget old entries and notices, stories left empty that were not told, and keys long out of their feed."""
        return await forgetting.prune(self.database, before=before, seen_before=seen_before)


# `home` is the story an entry belongs to, an alias followed: `merged_into` always names one that is none.
UNJOINED = f"""
    SELECT entry.*, COALESCE(story.merged_into, entry.story_id) AS home
    FROM entry
    JOIN feed ON feed.id = entry.feed_id
    LEFT JOIN story ON story.id = entry.story_id
    WHERE entry.story_id IS NULL
        AND NOT ({WAITS_FOR_PAGE})
    ORDER BY entry.id
    LIMIT :limit
"""  # noqa: S608  only a constant is put in

JOINED = """
    SELECT entry.*, COALESCE(story.merged_into, entry.story_id) AS home
    FROM entry
    JOIN story ON story.id = entry.story_id
    WHERE entry.first_seen >= :since
    ORDER BY entry.first_seen, entry.id
"""

OF_STORY = """
    SELECT entry.*, story.id AS home
    FROM story
    JOIN entry ON entry.story_id = story.id
    WHERE story.id = COALESCE((SELECT merged_into FROM story AS asked WHERE asked.id = :story_id), :story_id)
    ORDER BY entry.published, entry.id
"""

OPEN = """
    SELECT id, first_seen
    FROM entry
    WHERE id IN (SELECT value FROM json_each(:ids))
        AND story_id IS NULL
"""

BEGIN_STORY = """
    INSERT INTO story (id, first_seen, last_seen)
    VALUES (:story_id, :first_seen, :first_seen)
    ON CONFLICT DO UPDATE
    SET last_seen = MAX(last_seen, excluded.last_seen)
"""

PLACE = """
    UPDATE entry
    SET story_id = :story_id,
        text = :text,
        language = :language,
        html = ''
    WHERE id = :entry_id
"""

INDEX = """
    INSERT INTO entry_search (rowid, tokens)
    VALUES (:entry_id, :search_tokens)
"""

NUMBER = """
    INSERT INTO placement (entry_id)
    VALUES (:entry_id)
"""

# What the edition's digests have been through: of a digest that failed, was superseded or never begun, nothing.
HORIZON = """
    SELECT COALESCE(MAX(digest.through), 0) AS through, MAX(digest.slot) AS told_until
    FROM digest
    WHERE digest.edition_id = :edition_id
        AND digest.state IN ('pending', 'sending', 'sent')
        AND digest.id NOT IN (SELECT value FROM json_each(:unsent))
"""

# Knowledge is not shared between guilds: a private feed tells only its own.
CANDIDATES = """
    SELECT entry.*, COALESCE(story.merged_into, entry.story_id) AS home,
        edition_topic.topic_id,
        COALESCE(entry.id > topic_feed.after_entry, 0) AND placement.id > :through
            AND (entry.held = 0 OR COALESCE(held_entry.released, 0)) AS is_new
    FROM edition
    JOIN edition_topic ON edition_topic.edition_id = edition.id
    JOIN topic_feed ON topic_feed.topic_id = edition_topic.topic_id
    JOIN feed ON feed.id = topic_feed.feed_id
        AND (feed.guild_id IS NULL OR feed.guild_id = edition.guild_id)
        AND NOT EXISTS (
            SELECT 1
            FROM feed_choice
            WHERE feed_choice.feed_id = feed.id
                AND feed_choice.guild_id = edition.guild_id
                AND feed_choice.paused
        )
    JOIN entry ON entry.feed_id = feed.id
        AND entry.first_seen >= :since
    JOIN story ON story.id = entry.story_id
    JOIN placement ON placement.entry_id = entry.id
    LEFT JOIN held_entry ON held_entry.entry_id = entry.id
        AND held_entry.topic_id = edition_topic.topic_id
    WHERE edition.id = :edition_id
    ORDER BY entry.id, edition_topic.position
"""

HELD_BY = """
    SELECT entry.*, COALESCE(story.merged_into, entry.story_id) AS home, topic_feed.topic_id, 1 AS is_new
    FROM topic_feed
    JOIN feed ON feed.id = topic_feed.feed_id
        AND (feed.guild_id IS NULL OR feed.guild_id = :guild_id)
        AND NOT EXISTS (
            SELECT 1
            FROM feed_choice
            WHERE feed_choice.feed_id = feed.id
                AND feed_choice.guild_id = :guild_id
                AND feed_choice.paused
        )
    JOIN entry ON entry.feed_id = feed.id
        AND entry.first_seen >= :since
    JOIN story ON story.id = entry.story_id
    WHERE topic_feed.topic_id IN (SELECT value FROM json_each(:topics))
    ORDER BY entry.id, topic_feed.topic_id
"""


def _entries(sql: Sql, query: str, **values: object) -> tuple[Entry, ...]:
    return tuple(rows.entry(row) for row in sql.query(query, values))


def _place(sql: Sql, placements: Sequence[Placement]) -> None:
    wanted = rows.numbers(placement.entry_id for placement in placements)
    first_seen = dict(sql.conn.execute(OPEN, {"ids": wanted}))
    placed = [
        {
            "entry_id": placement.entry_id,
            "story_id": placement.story_id,
            "text": placement.text,
            "language": placement.language,
            "search_tokens": placement.search_tokens,
            "first_seen": first_seen[placement.entry_id],
        }
        for placement in placements
        if placement.entry_id in first_seen
    ]
    for statement in (BEGIN_STORY, PLACE, NUMBER, INDEX):
        sql.conn.executemany(statement, placed)


def _candidates(sql: Sql, edition_id: EditionId, since: datetime) -> Pool:
    unsent = json.dumps(list(outbox.unsent(sql, edition_id)))
    horizon = next(sql.query(HORIZON, {"edition_id": edition_id, "unsent": unsent}))
    wanted = {"edition_id": edition_id, "since": rows.seconds(since), "through": horizon["through"]}
    return Pool(
        candidates=tuple(_candidate(row) for row in sql.query(CANDIDATES, wanted)),
        through=sql.execute("SELECT COALESCE(MAX(id), 0) FROM placement").fetchone()[0],
        told_until=rows.optional_moment(horizon["told_until"]),
    )


def _candidate(row: rows.Row) -> Candidate:
    return Candidate(entry=rows.entry(row), topic_id=TopicId(row["topic_id"]), is_new=bool(row["is_new"]))
