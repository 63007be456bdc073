"""kill -9 at 500 random moments of preparing and delivering: each part stands once, none is lost.

Marches one after the other, two at a time, each killed again and again until it comes to its end, and then compared
with one that nobody killed. The dice are seeded: the same run again dies at the same moments.
"""

from __future__ import annotations

import asyncio
import random
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.discord.kills import Death, Stands, stands_after
from tests.forks import forking

SEED = 500
DEATHS = 500
FURTHEST = 25
"""Moments after its start at which a process dies at the latest; a calm march has about 680, so it dies some fifty
times."""

AT_ONCE = 2


def random_deaths(seed: int) -> Iterator[Death]:
    """Give deaths without end."""
    dice = random.Random(seed)
    while True:
        yield "any", dice.randint(1, FURTHEST)


def told_twice(stands: Stands) -> int:
    """Count the messages that stand where one like them stands already."""
    return sum(count - 1 for told in stands.values() for count in Counter(told).values())


def lost(stands: Stands, expected: Stands) -> int:
    """Count the messages that are missing, or say something else."""
    return sum((Counter(expected[name]) - Counter(told)).total() for name, told in stands.items())


async def measure(deaths: int = DEATHS, seed: int = SEED) -> bool:
    """March until that many died; print what was lost and what stands twice, and say whether nothing."""
    began = time.perf_counter()
    total, twice, missing, parts = 0, 0, 0, 0
    seeds = iter(range(seed, seed + deaths))
    with tempfile.TemporaryDirectory() as folder:
        async with forking("tests.discord.marcher") as run:
            calm, _ = await stands_after(run, Path(folder) / "calm", [], judged=False)
        expected = sum(len(told) for told in calm.values())
        print(f"undisturbed: {expected} messages in 4 channels", flush=True)

        async def march_on() -> None:
            nonlocal total, twice, missing, parts
            async with forking("tests.discord.marcher") as run:
                while total < deaths:
                    number = next(seeds)
                    stands, died = await stands_after(
                        run, Path(folder) / str(number), random_deaths(number), judged=False
                    )
                    total, parts = total + died, parts + expected
                    twice, missing = twice + told_twice(stands), missing + lost(stands, calm)
                    spent = time.perf_counter() - began
                    print(
                        f"seed {number}: {died} deaths, {total} so far, lost {missing}, twice {twice}, {spent:.0f} s",
                        flush=True,
                    )

        async with asyncio.TaskGroup() as group:
            for _ in range(AT_ONCE):
                group.create_task(march_on())
    print(f"killed {total} times (seed {seed}): of {parts} messages {missing} lost, {twice} twice", flush=True)
    return not missing and not twice


def main() -> bool:
    """Measure."""
    return asyncio.run(measure())


if __name__ == "__main__":
    raise SystemExit(not main())
