"""Two weeks of invented news with known answers: one story once, and only what is new. Words alone, no extra."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from digests.core.laws import violations
from storage import open_store
from tests.fortnight import Labelled, Lived, fortnight, judge, live, voice_pairs

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
    found, wanted = voice_pairs(lived)
    assert len(found & wanted) >= LEAST_VOICES * len(wanted), sorted(wanted - found)
    assert len(found & wanted) >= LEAST_VOICES * len(found), sorted(found - wanted)
