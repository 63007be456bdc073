"""Topics and the feeds attached to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database as Sql

from digests.core.editions import Topic, TopicId
from digests.core.errors import UseError
from digests.core.models import Feed, FeedId
from storage import rows
from storage.database import Database
from storage.store import direct
from storage.store.choices import settle
from storage.store.updates import set_start


@dataclass(frozen=True, slots=True)
class SqliteTopics:
    """`TopicStore` on SQLite; the contract stands in `digests.ports`."""

    database: Database

    async def put_topic(self, topic: Topic) -> Topic:
        """Store a topic by (guild, name)."""
        return await self.database.write(lambda sql: rows.topic(next(sql.query(PUT, rows.topic_row(topic)))))

    async def change_topic(self, topic: Topic) -> Topic:
        """Change a topic by its id, its name too."""
        columns = rows.topic_row(topic) | {"id": topic.id}
        return await self.database.write(lambda sql: _change(sql, columns))

    async def topics(self, guild_id: int | None = None) -> Sequence[Topic]:
        """Give topics by name, then guild."""
        query = TOPICS if guild_id is None else TOPICS_OF
        return await self.database.read(lambda sql: tuple(map(rows.topic, sql.query(query, {"guild_id": guild_id}))))

    async def remove_topic(self, topic_id: TopicId) -> None:
        """Remove a topic and the feeds that only it held."""
        await self.database.write(lambda sql: remove(sql, topic_id))

    async def attach(self, topic_id: TopicId, feed_id: FeedId, *, now: datetime, backfill: int) -> bool:
        """Attach a feed; what counts as new is fixed now, or by the feed's first document if that is to come."""
        return await self.database.write(lambda sql: _attach(sql, topic_id, feed_id, now, backfill))

    async def detach(self, topic_id: TopicId, feed_id: FeedId) -> None:
        """Detach a feed, and remove it where no topic holds it any more."""
        await self.database.write(lambda sql: _detach(sql, topic_id, feed_id))

    async def feeds_of(self, topic_id: TopicId) -> Sequence[Feed]:
        """Give the feeds of a topic by address, as its guild named and paused them."""
        return await self.database.read(lambda sql: tuple(map(_as_chosen, sql.query(FEEDS_OF, {"topic_id": topic_id}))))


PUT = """
    INSERT INTO topic (
        guild_id, name, description, keywords, exclude, language, role_id, role_made, from_file, example, example_title
    )
    VALUES (
        :guild_id, :name, :description, :keywords, :exclude, :language, :role_id, :role_made, :from_file, :example,
        :example_title
    )
    ON CONFLICT (guild_id, name) DO UPDATE
    SET description = excluded.description,
        keywords = excluded.keywords,
        exclude = excluded.exclude,
        language = excluded.language,
        role_id = excluded.role_id,
        role_made = excluded.role_made,
        from_file = excluded.from_file,
        example = excluded.example,
        example_title = excluded.example_title
    RETURNING *
"""

CHANGE = """
    UPDATE topic
    SET name = :name,
        description = :description,
        keywords = :keywords,
        exclude = :exclude,
        language = :language,
        role_id = :role_id,
        role_made = :role_made,
        example = :example,
        example_title = :example_title
    WHERE id = :id
    RETURNING *
"""

TOPICS = """
    SELECT *
    FROM topic
    ORDER BY name, guild_id
"""

TOPICS_OF = """
    SELECT *
    FROM topic
    WHERE guild_id = :guild_id
    ORDER BY name
"""

HELD = """
    SELECT feed_id
    FROM topic_feed
    WHERE topic_id = :topic_id
"""

REMOVE = """
    DELETE FROM topic
    WHERE id = :topic_id
"""

REMOVE_IF_UNHELD = """
    DELETE FROM feed
    WHERE id = :feed_id
        AND NOT EXISTS (SELECT 1 FROM topic_feed WHERE topic_feed.feed_id = feed.id)
"""

ATTACH = """
    INSERT INTO topic_feed (topic_id, feed_id, attached_at, backfill)
    VALUES (:topic_id, :feed_id, :now, :backfill)
    ON CONFLICT DO NOTHING
"""

HAS_DOCUMENT = """
    SELECT 1
    FROM feed
    WHERE id = :feed_id
        AND last_success IS NOT NULL
"""

DETACH = """
    DELETE FROM topic_feed
    WHERE topic_id = :topic_id
        AND feed_id = :feed_id
"""

FEEDS_OF = """
    SELECT feed.*, feed_choice.name AS chosen_name, feed_choice.paused AS chosen_rest
    FROM topic_feed
    JOIN topic ON topic.id = topic_feed.topic_id
    JOIN feed ON feed.id = topic_feed.feed_id
    LEFT JOIN feed_choice ON feed_choice.feed_id = feed.id
        AND feed_choice.guild_id = topic.guild_id
    WHERE topic_feed.topic_id = :topic_id
    ORDER BY feed.url, feed.id
"""


def _change(sql: Sql, columns: dict[str, object]) -> Topic:
    for row in sql.query(CHANGE, columns):
        return rows.topic(row)
    raise UseError("topic-gone")


def _as_chosen(row: dict[str, Any]) -> Feed:
    title, paused = row["chosen_name"] or row["title"], row["chosen_rest"] or 0
    return rows.feed({**row, "title": title, "paused": paused})


def remove(sql: Sql, topic_id: TopicId) -> None:
    """Remove a topic and the feeds that only it held."""
    held = [{"feed_id": row["feed_id"]} for row in sql.query(HELD, {"topic_id": topic_id})]
    readers = list(sql.query(direct.READERS, {"topic_id": topic_id}))
    sql.execute(REMOVE, {"topic_id": topic_id})
    for reader in readers:
        direct.settle(sql, **reader)
    sql.conn.executemany(REMOVE_IF_UNHELD, held)
    for row in held:
        settle(sql, row["feed_id"])


def _attach(sql: Sql, topic_id: TopicId, feed_id: FeedId, now: datetime, backfill: int) -> bool:
    ids = {"topic_id": topic_id, "feed_id": feed_id}
    if not sql.execute(ATTACH, {**ids, "now": rows.seconds(now), "backfill": backfill}).rowcount:
        return False
    if sql.execute(HAS_DOCUMENT, {"feed_id": feed_id}).fetchone():
        set_start(sql, feed_id)
    settle(sql, feed_id)
    return True


def _detach(sql: Sql, topic_id: TopicId, feed_id: FeedId) -> None:
    if sql.execute(DETACH, {"topic_id": topic_id, "feed_id": feed_id}).rowcount:
        sql.execute(REMOVE_IF_UNHELD, {"feed_id": feed_id})
        settle(sql, feed_id)
