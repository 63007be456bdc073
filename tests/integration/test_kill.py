"""Killed with -9 at any moment and started again, nothing is lost and nothing told twice."""

from __future__ import annotations

import asyncio
import json
import random
import sys
from collections import Counter
from pathlib import Path

import pytest

from bot.playground.server import WireServer
from tests.integration.marcher import END, clock

DEATHS = 12
FURTHEST = 40
"""Moments after its start at which a process dies at the latest; a whole march has about 150."""

NEVER = 0


async def march(folder: Path, wire: WireServer, die_at: int) -> str:
    """Run one process to its end; give what it printed."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.integration.marcher",
        str(folder),
        ",".join(wire.addresses()),
        str(die_at),
        stdout=asyncio.subprocess.PIPE,
    )
    printed, _ = await process.communicate()
    assert process.returncode in {0, -9}
    return printed.decode()


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
    calm.mkdir()
    troubled.mkdir()
    async with WireServer(lambda: clock(calm)) as wire:
        expected_print = await march(calm, wire, NEVER)
    dice = random.Random(12)
    printed = ""
    async with WireServer(lambda: clock(troubled)) as wire:
        for _ in range(DEATHS):
            printed += await march(troubled, wire, dice.randint(1, FURTHEST))
        printed += await march(troubled, wire, NEVER)
    assert clock(troubled) >= END
    assert told(troubled) == told(calm)
    assert len(told(calm)) == 3
    assert Counter(printed.splitlines()) == Counter(expected_print.splitlines())
