"""Queries that must stay fast when the store has grown: SQLite's plan names their index and scans no table."""

from __future__ import annotations

import re

import pytest

from storage import open_store
from storage.store import (
    digests,
    discussing,
    editions,
    entries,
    feeds,
    following,
    outbox,
    phrasings,
    story_posts,
    topics,
    updates,
)

TEMPORARY = {"json_each", "asked", "family", "kin", "CONSTANT", "(subquery-3)"}
"""What holds only what was asked for."""

BY_INDEX = [
    (feeds.CLAIM, "feed_due"),
    (feeds.BY_ADDRESS, "feed_address"),
    (updates.HELD, "PRIMARY KEY"),
    (updates.POLLED, "PRIMARY KEY"),
    (updates.SET_START, "entry_of_feed"),
    (updates.COOL_HOST, "PRIMARY KEY"),
    (entries.UNJOINED, "entry_unjoined"),
    (entries.JOINED, "entry_first_seen"),
    (entries.OPEN, "PRIMARY KEY"),
    (entries.CANDIDATES, "entry_of_feed"),
    (entries.SEARCH, "PRIMARY KEY"),
    (entries.FORGET_ENTRIES, "entry_first_seen"),
    (topics.FEEDS_OF, "PRIMARY KEY"),
    (topics.REMOVE_IF_UNHELD, "topic_feed_of_feed"),
    (editions.MOVE_ON, "PRIMARY KEY"),
    (digests.TOLD, "ledger_of_audience"),
    (digests.TOLD, "story_aliases"),
    (digests.HELD, "sqlite_autoindex_digest_2"),
    (digests.COUNT_SINCE, "sqlite_autoindex_digest_2"),
    (story_posts.STORIES, "sqlite_autoindex_digest_1"),
    (story_posts.POST, "PRIMARY KEY"),
    (story_posts.POST, "story_aliases"),
    (story_posts.ANY_POST, "PRIMARY KEY"),
    (discussing.SHOWN_BY, "sqlite_autoindex_outbox_2"),
    (discussing.UNDER_WAY, "sqlite_autoindex_outbox_2"),
    (following.SENT_PARTS, "sqlite_autoindex_outbox_2"),
    (following.SENT_PARTS, "story_post_of_thread"),
    (following.SHAPE, "sqlite_autoindex_digest_1"),
    (phrasings.KEPT, "PRIMARY KEY"),
    (phrasings.FORGET_OLD, "phrasing_kept"),
    (phrasings.SPENT, "PRIMARY KEY"),
    (outbox.CLAIM, "outbox_due"),
    (outbox.UNSENT, "digest_pending"),
    (outbox.UNSENT_SLOTS, "digest_pending"),
    (outbox.SETTLE_LEDGER, "ledger_of_digest"),
    (outbox.CALL_OFF, "sqlite_autoindex_outbox_2"),
]


async def plan_of(query: str) -> list[str]:
    values = dict.fromkeys(re.findall(r":(\w+)", query), 1) | {"match": '"ferry"'}
    async with open_store(":memory:") as store:
        return await store.database.write(
            lambda sql: [row[3] for row in sql.execute(f"EXPLAIN QUERY PLAN {query}", values)]
        )


@pytest.mark.parametrize(("query", "index"), BY_INDEX)
async def test_a_query_goes_by_its_index_and_scans_no_table(query: str, index: str) -> None:
    plan = await plan_of(query)
    scanned = [step for step in plan if step.startswith("SCAN ") and "VIRTUAL TABLE" not in step]
    assert any(index in step for step in plan), plan
    assert [step for step in scanned if step.split()[1] not in TEMPORARY and index not in step] == []


async def test_claiming_feeds_needs_no_sorting() -> None:
    assert not [step for step in await plan_of(feeds.CLAIM) if "TEMP B-TREE" in step]


async def test_claiming_operations_needs_no_sorting() -> None:
    assert not [step for step in await plan_of(outbox.CLAIM) if "TEMP B-TREE" in step]


@pytest.mark.parametrize("index", ["entry_of_story", "ledger_of_story", "story_aliases"])
async def test_forgetting_stories_looks_up_each_reason_to_keep_one(index: str) -> None:
    assert any(index in step for step in await plan_of(entries.FORGET_STORIES))
