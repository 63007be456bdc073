"""What the ticks do with a verb that fails."""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime

import pytest

from bot.schedule import Schedule
from digests.core.errors import StoreError, StoreIsFullError
from tests.builders import NOW, minutes

FULL = StoreIsFullError("database x.db: database or disk is full", path="x.db")


def logged(caplog: pytest.LogCaptureFixture) -> list[tuple[str, bool]]:
    """Give the first two words of each line, and whether a traceback follows."""
    return [(" ".join(one.getMessage().split()[:2]), one.exc_info is not None) for one in caplog.records]


async def call(schedule: Schedule, name: str, *errors: Exception) -> None:
    async def verb(_now: datetime) -> None:
        if errors:
            raise ExceptionGroup("at work", errors) if len(errors) > 1 else errors[0]

    await asyncio.create_task(schedule._call(name, verb))


async def test_a_database_that_refuses_is_told_once_and_once_when_it_works_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    times = [NOW]
    schedule = Schedule({}, now=lambda: times[-1])
    await call(schedule, "poll", FULL)
    await call(schedule, "poll", FULL, FULL)
    await call(schedule, "deliver")  # nothing was due: no proof
    await call(schedule, "join", FULL)
    assert logged(caplog) == [("database refuses", False)]
    times.append(NOW + minutes(1))
    for _ in range(2):
        await call(schedule, "poll")
    assert logged(caplog)[1:] == [("database works", False)]


async def test_a_fault_of_ours_keeps_its_traceback_also_beside_a_refusal(caplog: pytest.LogCaptureFixture) -> None:
    schedule = Schedule({}, now=lambda: NOW)
    await call(schedule, "poll", ValueError("ours"))
    await call(schedule, "poll", FULL, ValueError("ours"))
    await call(schedule, "poll", StoreError("database x.db: no such table: feeds", path="x.db"))
    assert logged(caplog) == [("verb failed", True)] * 3
