"""Killed with -9 between a send and its record, and at other moments: each part stands once, wherever it goes."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bot.playground.standin.faults import Drop
from tests.discord.kills import stands_after
from tests.forks import forking

DEATHS = (
    *(("send-after", 1), ("send-after", 2), ("ask-after", 1), ("send-after", 5)),
    *(("write-after", 2), ("write-before", 4), ("ask-before", 6), ("ask-after", 9)),
    *(("send-after", 7), ("write-before", 9), ("ask-after", 11), ("write-after", 8)),
)
"""A dozen fixed ones; `make soak` takes 500 at random."""


@pytest.mark.timeout(180)
async def test_a_dozen_deaths_and_dropped_connections_leave_each_part_once(tmp_path: Path) -> None:
    async with forking("tests.discord.marcher") as run:
        calm, _ = await stands_after(run, tmp_path / "calm", [], evenings=2)
        troubled, died = await stands_after(
            run, tmp_path / "troubled", DEATHS, fault=Drop.AFTER, evenings=2, judged=False
        )
    assert died == len(DEATHS)
    for name, expected in calm.items():
        assert troubled[name] == expected, name
        assert max(Counter(expected).values()) == 1, name
    assert all(one.sent_on for one in calm["announcements"])
    assert len(calm["news"]) > 3
    assert len({one.place for one in calm["threads"]}) == 3
    assert len({one.place for one in calm["stories"]}) < len(calm["stories"]), "no story had news"
    assert any("withdrawn by a moderator" in one.text for told in calm.values() for one in told)
