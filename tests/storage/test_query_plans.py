"""Queries that must stay fast when the store has grown: SQLite's plan names their index and scans no table."""

from __future__ import annotations

import pytest

from storage.store import (
    archive,
    backlog,
    claiming,
    digests,
    direct,
    discussing,
    editions,
    entries,
    feeds,
    following,
    forgetting,
    hooks,
    members,
    notices,
    outbox,
    personal,
    phrasings,
    places,
    search,
    story_posts,
    topics,
    updates,
)
from tests.storage.queries import plans_of, scanned, statements

TEMPORARY = {
    "found",
    "held",
    "reach",
    "json_each",
    "asked",
    "family",
    "kin",
    "named",
    "CONSTANT",
    "line",
    *(f"(subquery-{number})" for number in range(9)),
}
"""What holds only what was asked for."""

ERASED_BY = (
    *("subscription_of_member", "PRIMARY KEY", "PRIMARY KEY", "deed_of_member", "complaint_of_member"),
    *("ledger_of_audience", "outbox_direct"),
)
"""The index by which each table forgets a member."""

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
    (search.SEARCH, "entry_feed"),
    (forgetting.FORGET_ENTRIES, "entry_first_seen"),
    (forgetting.FORGET_KEYS, "feed_id>? AND feed_id<?"),
    (topics.FEEDS_OF, "PRIMARY KEY"),
    (topics.REMOVE_IF_UNHELD, "topic_feed_of_feed"),
    (editions.MOVE_ON, "PRIMARY KEY"),
    (archive.ONE, "sqlite_autoindex_digest_1"),
    (archive.OF_GUILD, "digest_of_guild"),
    (archive.OF_EDITION, "sqlite_autoindex_digest_2"),
    (archive.OF_TOPIC, "PRIMARY KEY"),
    (archive.OF_STORY, "ledger_of_story"),
    (archive.TELLERS, "ledger_of_story"),
    (archive.FAMILY, "story_aliases"),
    (archive.TEXTS, "sqlite_autoindex_digest_1"),
    (backlog.FEEDS_DUE, "feed_due"),
    (backlog.UNJOINED, "entry_unjoined"),
    (backlog.PENDING, "outbox_due"),
    (hooks.OFFERED, "feed_hub"),
    (hooks.CALLED, "feed_called"),
    (hooks.DUE, "hook_due"),
    (hooks.BY_KEY, "sqlite_autoindex_hook_2"),
    (hooks.PUSHED, "PRIMARY KEY"),
    (hooks.LEAVE, "sqlite_autoindex_hook_1"),
    (hooks.PART, "sqlite_autoindex_hook_1"),
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
    (direct.OF_MEMBER, "edition_of_member"),
    (direct.READERS, "PRIMARY KEY"),
    (members.LISTED, "PRIMARY KEY"),
    (members.LEAVE, "subscription_of_member"),
    (notices.COMPLAIN, "notice_about"),
    (notices.TELL_ANEW, "notice_about"),
    (notices.SENT, "PRIMARY KEY"),
    *((query, index) for query, index in zip(personal.ERASE, ERASED_BY, strict=True)),
    (places.LAST_CHANNEL, "outbox_direct"),
    (following.SENT_PARTS, "sqlite_autoindex_outbox_2"),
    (following.SENT_PARTS, "story_post_of_thread"),
    (following.SHAPE, "sqlite_autoindex_digest_1"),
    (phrasings.KEPT, "PRIMARY KEY"),
    (phrasings.FORGET_OLD, "phrasing_kept"),
    (phrasings.SPENT, "PRIMARY KEY"),
    (claiming.CLAIM, "outbox_due"),
    (outbox.UNSENT, "digest_pending"),
    (outbox.UNSENT_SLOTS, "digest_pending"),
    (outbox.SETTLE_LEDGER, "ledger_of_digest"),
    (outbox.CALL_OFF, "sqlite_autoindex_outbox_2"),
]


async def plan_of(query: str) -> list[str]:
    return (await plans_of({"asked": query}))["asked"]


@pytest.mark.parametrize(("query", "index"), BY_INDEX)
async def test_a_query_goes_by_its_index_and_scans_no_table(query: str, index: str) -> None:
    plan = await plan_of(query)
    scanned = [step for step in plan if step.startswith("SCAN ") and "VIRTUAL TABLE" not in step]
    assert any(index in step for step in plan), plan
    assert [step for step in scanned if step.split()[1] not in TEMPORARY and index not in step] == []


async def test_claiming_feeds_needs_no_sorting() -> None:
    assert not [step for step in await plan_of(feeds.CLAIM) if "TEMP B-TREE" in step]


async def test_claiming_operations_needs_no_sorting() -> None:
    assert not [step for step in await plan_of(claiming.CLAIM) if "TEMP B-TREE" in step]


WHOLE = {
    "backlog.HOOKS": "hook: when the numbers are asked for",
    "backlog.UNJOINED": "entry: by an index of nothing but what waits",
    "corrections.PENDING": "correction: what nobody has followed yet, worked off every ten seconds",
    "editions.EDITIONS": "edition: at the start, to follow the config file",
    "editions.WITH_TOPICS": "edition: the beginning of the other statements, not run by itself",
    "editions.ALERTING": "edition: by an index of nothing but alerts",
    "forgetting.FORGET_NOTICES": "notice: each hour, and therefore never more than those of the days entries are kept",
    "forgetting.FORGET_STORIES": "thinned: what lost an entry in the last hour",
    "entries.UNJOINED": "entry: by an index of nothing but what waits",
    "feeds._feeds": "feed: who asks wants all",
    "guilds.SERVED": "edition: once a connection",
    "guilds.OWNED": "the schema itself",
    "hooks.CALLED": "feed: by an index of nothing but what was called",
    "hooks.LOST": "hook: each ten seconds, a few thousand rows at most; a feed's hub changes on any poll",
    "hooks.OFFERED": "feed: by an index of nothing but feeds with a hub",
    "health.WELL": "feed: by an index of nothing but what was reported ill",
    "notices.UNSENT": "notice: by an index of nothing but what waits",
    "pages.CLAIM": "entry: by an index of nothing but what waits",
    "phrasings.FORGET_MOST": "phrasing: each hour, by an index, and never more than are kept",
    "topics.TOPICS": "topic: at the start, to follow the config file",
    "watching.PULSES": "edition: every ten minutes, to find the silent ones",
    "watching.STUCK": "outbox: by an index of nothing but what waits",
    "updates.LAST_ENTRY": "a row a table",
}
"""Statements that may read a table whole, and why that is no harm."""


async def test_no_statement_reads_a_table_whole_but_those_named_here() -> None:
    plans = await plans_of(dict(statements()))
    assert len(plans) > 150
    found = {name for name, plan in plans.items() if scanned(plan) - TEMPORARY}
    assert found == set(WHOLE)


@pytest.mark.parametrize("index", ["entry_of_story", "ledger_of_story", "story_aliases"])
async def test_forgetting_stories_looks_up_each_reason_to_keep_one(index: str) -> None:
    assert any(index in step for step in await plan_of(forgetting.FORGET_STORIES))
