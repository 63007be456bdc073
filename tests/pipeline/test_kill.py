"""Killed with -9 at any moment and started again, nothing is lost and nothing told twice."""

from __future__ import annotations

import asyncio
import json
import random
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from bot.playground.server import WireServer
from tests.forks import forking
from tests.integration.marcher import END, clock

DEATHS = 12
FURTHEST = 40
"""Moments after its start at which a process dies at the latest; a whole march has about 150."""

NEVER = 0


async def march(run: Callable[[Any], Awaitable[int]], folder: Path, deaths: Sequence[int]) -> list[str]:
    """March with these deaths and then to the end; give the lines that were printed."""
    await asyncio.to_thread(folder.mkdir)
    printed = folder / "printed"
    async with WireServer(lambda: clock(folder)) as wire:
        for die_at in (*deaths, NEVER):
            orders = {"folder": str(folder), "feeds": wire.addresses(), "die_at": die_at, "printed": str(printed)}
            assert await run(orders) == (-9 if die_at else 0)
    assert clock(folder) >= END
    return printed.read_text().splitlines()


def told(folder: Path) -> dict[str, list[tuple[str, list[str]]]]:
    """Give what each filed digest told: its stories and their sentences."""
    return {
        path.name.split("-")[0]: [
            (story["title"], [sentence["text"] for sentence in (*story["sentences"], *story["new"])])
            for section in json.loads(path.read_text())["sections"]
            for story in section["stories"]
        ]
        for path in sorted((folder / "digests").glob("*.json"))
    }


@pytest.mark.timeout(180)
async def test_a_march_with_a_dozen_deaths_tells_what_an_undisturbed_one_tells(tmp_path: Path) -> None:
    calm, troubled = tmp_path / "calm", tmp_path / "troubled"
    dice = random.Random(12)
    async with forking("tests.integration.marcher") as run:
        expected = await march(run, calm, [])
        printed = await march(run, troubled, [dice.randint(1, FURTHEST) for _ in range(DEATHS)])
    assert told(troubled) == told(calm)
    assert len(told(calm)) == 3
    assert Counter(printed) == Counter(expected)
