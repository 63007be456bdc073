"""What holds for every sequence of polls, whichever engine."""

from __future__ import annotations

import asyncio

from hypothesis import given, settings
from hypothesis import strategies as st

from storage import open_store
from tests.builders import NOW, feed_update, hours, new_entry

POLLS = st.lists(
    st.lists(st.lists(st.integers(0, 12), min_size=1, max_size=3), max_size=4),
    min_size=1,
    max_size=5,
)
"""Polls of entries of keys, few enough to meet again and again."""


def expected(polls: list[list[list[int]]]) -> list[tuple[int, ...]]:
    """Give the keys of the entries that come in, one poll after the other, the oldest (last) of each first."""
    held: set[int] = set()
    kept = []
    for poll in polls:
        for keys in reversed(poll):
            if held.isdisjoint(keys):
                kept.append(tuple(keys))
            held.update(keys)
    return kept


async def stored(polls: list[list[list[int]]], *, at_once: bool) -> list[str]:
    async with open_store(":memory:") as store:
        feed = await store.feeds.add_feed("https://harbour-post.example/feed.xml", now=NOW)
        updates = [
            feed_update(
                feed.id,
                *(new_entry(0, keys=tuple(keys), data={"guid": str(tuple(keys)), "title": str(keys)}) for keys in poll),
                at=NOW + hours(number),
            )
            for number, poll in enumerate(polls)
        ]
        for batch in [updates] if at_once else [[update] for update in updates]:
            await store.feeds.apply_updates(batch)
        held = await store.entries.unjoined(1000)
        assert [entry.id for entry in held] == sorted(entry.id for entry in held)
        return [entry.title for entry in held]


@settings(max_examples=25, deadline=None)
@given(POLLS, st.booleans())
def test_no_two_entries_share_a_key_and_batches_change_nothing(polls: list[list[list[int]]], at_once: bool) -> None:
    titles = asyncio.run(stored(polls, at_once=at_once))
    assert titles == [str(list(keys)) for keys in expected(polls)]
