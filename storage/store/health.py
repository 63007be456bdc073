"""Which feeds fell ill or recovered since their guilds were told, and the notices that say so.

Once for an illness, however often it fails; a feed that recovers before the grace is over is never spoken of.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlite_utils import Database as Sql

from digests.core.urls import mask
from storage import rows

ILL = """
    SELECT id, url, title, failing_since, last_failure, last_detail
    FROM feed
    WHERE failing_since IS NOT NULL
        AND reported = 0
        AND (failing_since <= :before OR gone)
"""

WELL = """
    SELECT id, url, title, failing_since, last_failure, last_detail
    FROM feed
    WHERE reported = 1
        AND failing_since IS NULL
"""

HOLDERS = """
    SELECT DISTINCT topic.guild_id, COALESCE(feed_choice.name, '')
    FROM topic_feed
    JOIN topic ON topic.id = topic_feed.topic_id
    LEFT JOIN feed_choice ON feed_choice.feed_id = topic_feed.feed_id
        AND feed_choice.guild_id = topic.guild_id
    WHERE topic_feed.feed_id = :feed_id
        AND topic.guild_id <> 0
        AND COALESCE(feed_choice.paused, 0) = 0
"""

PUT = """
    INSERT INTO notice (guild_id, code, fields, at)
    VALUES (:guild_id, :code, :fields, :at)
"""

SET_REPORTED = """
    UPDATE feed
    SET reported = :reported
    WHERE id = :feed_id
"""


def report_health(sql: Sql, now: datetime, grace: timedelta) -> int:
    """Put a notice to each guild that holds a feed whose health changed; give how many."""
    before = {"before": rows.seconds(now - grace)}
    ill = [(row, "notice-feed-ill", 1) for row in sql.query(ILL, before)]
    well = [(row, "notice-feed-well", 0) for row in sql.query(WELL)]
    count = 0
    for row, code, reported in (*ill, *well):
        for guild_id, name in sql.execute(HOLDERS, {"feed_id": row["id"]}).fetchall():
            fields = json.dumps(_fields(row, name), ensure_ascii=False)
            sql.execute(PUT, {"guild_id": guild_id, "code": code, "fields": fields, "at": rows.seconds(now)})
            count += 1
        sql.execute(SET_REPORTED, {"feed_id": row["id"], "reported": reported})
    return count


def _fields(row: Mapping[str, Any], name: str) -> dict[str, str]:
    """Give what the notice says: the feed's name there, and of an ill one since when and why."""
    fields = {"feed": name or row["title"] or mask(row["url"])}
    if row["failing_since"] is not None:
        fields |= {"since": str(row["failing_since"]), "failure": row["last_failure"], "detail": row["last_detail"]}
    return fields
