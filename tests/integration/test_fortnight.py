"""Two weeks of invented news with known answers: one story once, and only what is new. Words alone, no extra."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.core.laws import violations
from storage import open_store
from tests.fortnight import (
    BEGIN,
    DAYS,
    SLOTS,
    Labelled,
    Lived,
    editor_list,
    fortnight,
    judge,
    live,
    ndcg,
    orders,
    voice_pairs,
)

# Bounds a little beyond what is measured (docs/quality.md), so that a change for the worse is seen.
MOST_TWICE, MOST_REPEATS, LEAST_UPDATES, LEAST_VOICES = 9, 14, 0.9, 0.95


async def _live(entries: Sequence[Labelled]) -> Lived:
    async with open_store(":memory:") as store:
        return await live(store, entries)


def test_the_fortnight_is_large_and_varied() -> None:
    entries = fortnight()
    assert len(entries) >= 600
    assert len({one.story for one in entries}) >= 120
    assert len({one.feed for one in entries}) >= 25
    assert len({one.data.language for one in entries} - {None}) >= 4
    assert {"report", "reprint", "update", "contest", "opinion", "stale", "archive", "live"} <= {
        one.kind for one in entries
    }


def test_the_fortnight_is_told_once_with_its_news_from_true_voices() -> None:
    lived = asyncio.run(_live(fortnight()))
    verdict = judge(lived)
    assert len(verdict.twice) <= MOST_TWICE, verdict.twice
    assert len(verdict.repeats) <= MOST_REPEATS, verdict.repeats
    assert 1 - len(verdict.missed) / verdict.updates >= LEAST_UPDATES, verdict.missed
    assert [breach for digest in lived.digests for breach in violations(digest, lived.entries)] == []
    order = orders(lived)
    assert order["as ranked"] > max(order["by size"], order["by recency"]), order
    found, wanted = voice_pairs(lived)
    assert len(found & wanted) >= LEAST_VOICES * len(wanted), sorted(wanted - found)
    assert len(found & wanted) >= LEAST_VOICES * len(found), sorted(found - wanted)


def test_the_editor_told_stories_of_each_slot_once() -> None:
    slots = [BEGIN + timedelta(days=day, hours=at.hour) for day in range(DAYS) for at in SLOTS]
    for slot, order in editor_list().items():
        since = slots[slots.index(slot) - 1] if slot != slots[0] else BEGIN
        arrived = {one.story for one in fortnight() if since < one.published <= slot}
        assert set(order) <= arrived, (slot, set(order) - arrived)
        assert len(set(order)) == len(order)
    assert len(editor_list()) >= 22


@given(st.permutations("abcdef"), st.lists(st.sampled_from("abcdefgh"), max_size=9))
def test_the_gain_of_an_order_keeps_its_laws(wanted: list[str], order: list[str]) -> None:
    assert ndcg(wanted, wanted) == pytest.approx(1)
    assert 0 <= ndcg(order, wanted) <= 1 + 1e-9
    assert ndcg(["x", "y"], wanted) == 0
    assert ndcg([wanted[0], *order], wanted) >= ndcg(["x", *order], wanted)
