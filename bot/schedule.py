"""The clock: APScheduler ticks the verbs, the tables know what is due. The one file that reads the time."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from digests.core.errors import StoreError, StoreIsBlockedError, StoreIsDamagedError, StoreIsFullError

log = logging.getLogger(__name__)

Verb = Callable[[datetime], Awaitable[object]]

OUTSIDE = (StoreIsBlockedError, StoreIsDamagedError, StoreIsFullError)
"""Refusals of the database that only its admin can mend; any other is a fault of ours."""

CALM = timedelta(seconds=10)
"""How long nothing must be refused before all is said to be well: some rounds of the verbs that never rest."""

DRAIN_S = 5.0
"""How long a stop waits for running verbs; what they leave is claimed again at the next start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """How often a verb is called, and how many of its calls may overlap."""

    verb: Verb
    every: timedelta
    overlapping: int = 1


def utc_now() -> datetime:
    """Give the present moment."""
    return datetime.now(UTC)


class Schedule:
    """Calls verbs until it is closed, with the time `now` gives. Use as an async context manager."""

    def __init__(self, ticks: Mapping[str, Tick], *, now: Callable[[], datetime] = utc_now) -> None:
        self._now = now
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._running: set[asyncio.Task[None]] = set()
        self._refused_at: datetime | None = None
        for name, tick in ticks.items():
            self._scheduler.add_job(
                self._call,
                "interval",
                args=(name, tick.verb),
                seconds=tick.every.total_seconds(),
                next_run_time=utc_now(),
                id=name,
                max_instances=tick.overlapping,
                coalesce=True,
                misfire_grace_time=None,
            )

    async def __aenter__(self) -> Schedule:
        """Start ticking."""
        logging.getLogger("apscheduler").setLevel(logging.ERROR)  # "maximum instances reached" is how we pace
        logging.getLogger("apscheduler.executors").setLevel(logging.CRITICAL)  # a verb's errors are told by `_call`
        self._scheduler.start()
        return self

    async def __aexit__(self, *_exc: object) -> None:
        """Stop ticking, let what runs finish within `DRAIN_S`, cancel the rest."""
        self._scheduler.pause()
        if self._running:
            _done, late = await asyncio.wait(self._running, timeout=DRAIN_S)
            for task in late:
                task.cancel()
            with suppress(asyncio.CancelledError):
                await asyncio.gather(*late)
        self._scheduler.shutdown(wait=False)

    async def _call(self, name: str, verb: Verb) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._running.add(task)
        try:
            await verb(self._now())
            self._accepted()
        except Exception as error:
            refusal = _refusal(error)
            if refusal is None:
                log.exception("verb failed verb=%s, it is tried again at its next tick", name)
            else:
                self._refused(name, refusal)
        finally:
            self._running.discard(task)

    def _refused(self, name: str, refusal: StoreError) -> None:
        """Tell once that the database refuses us (its disk is full): no fault of ours, and tried again anyway."""
        if self._refused_at is None:
            log.error("database refuses verb=%s error=%s; all goes on when it is mended", name, refusal)
        self._refused_at = self._now()

    def _accepted(self) -> None:
        """Tell once that nothing was refused any more for a while; a verb without work proves nothing by itself."""
        if self._refused_at is not None and self._now() - self._refused_at >= CALM:
            log.info("database works again")
            self._refused_at = None


def _refusal(error: Exception) -> StoreError | None:
    """Give the first refusal of the database where nothing else went wrong; verbs that work in groups give groups."""
    if not isinstance(error, ExceptionGroup):
        return error if isinstance(error, OUTSIDE) else None
    found = [_refusal(one) for one in error.exceptions]
    return found[0] if None not in found else None
