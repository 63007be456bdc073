"""The demo's time: moments one after another, each carried out whole before the next, whoever asks for it.

It stands in for the schedule, which ticks each verb by itself: who moves the clock wants what is due then to be done.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from digests.core.editions import Edition
from digests.core.slots import next_slot

if TYPE_CHECKING:
    from bot.app import App

log = logging.getLogger(__name__)

LOOK_IN = timedelta(hours=3)
"""How often a longer stretch is looked into: half the six hours after which an ill feed is told of."""

TICK_S = 1.0
"""Pause between two moments of time that runs: what the schedule lets deliveries wait."""


class Moments:
    """Carries out moments with the app, once there is one; `now` reads the clock, `move` sets it."""

    def __init__(self, now: Callable[[], datetime], move: Callable[[datetime], None]) -> None:
        self._now = now
        self._move = move
        self._turn = asyncio.Lock()
        self._app: asyncio.Future[App] = asyncio.get_running_loop().create_future()

    def begin(self, app: App) -> None:
        """Say who carries them out. Who asked before waits for this."""
        self._app.set_result(app)

    async def carry_out(self, at: datetime | None = None) -> None:
        """Move the clock there (else leave it) and do what is due, as the schedule would."""
        app = await asyncio.shield(self._app)
        async with self._turn:
            await self._carry_out(app, at)

    async def next_slot(self) -> bool:
        """Go to the next time an edition is due; give False where none is."""
        app = await asyncio.shield(self._app)
        async with self._turn:
            coming = _slots(await app.store.editions.editions(), self._now())
            if coming:
                await self._carry_out(app, min(coming))
        return bool(coming)

    async def pass_time(self, by: timedelta) -> None:
        """Let time pass, with every slot on the way told at its time."""
        app = await asyncio.shield(self._app)
        async with self._turn:
            end = self._now() + by
            while (at := self._now()) < end:
                coming = _slots(await app.store.editions.editions(), at)
                await self._carry_out(app, min(end, at + LOOK_IN, *coming))

    async def publish(self, at: datetime, address: str) -> None:
        """Go to when an entry comes out, and have its feed polled whenever it is due."""
        app = await asyncio.shield(self._app)
        async with self._turn:
            await self._carry_out(app, at)
            for feed in await app.store.feeds.feeds():
                if feed.url == address:
                    await app.store.feeds.apply_updates([await app.poller.poll_feed(feed, at)])
            await self._carry_out(app, at)

    async def run(self) -> None:
        """Carry out every moment as time passes by itself, until cancelled."""
        while True:
            try:
                await self.carry_out()
            except Exception:
                log.exception("a moment failed, the next one tries again")
            await asyncio.sleep(TICK_S)

    async def _carry_out(self, app: App, at: datetime | None) -> None:
        if at is not None and at > self._now():
            self._move(at)
        now = self._now()
        await app.poller.poll(now)
        await app.reading.read(now)
        await app.corrector.correct(now)
        await app.joiner.join(now)
        await app.alerter.alert(now)
        await app.preparer.prepare(now)
        await app.deliverer.deliver(now)
        await app.report_health(now)
        if app.discord is not None:
            await app.discord.noticeboard.post(now)


def _slots(editions: Iterable[Edition], now: datetime) -> list[datetime]:
    """Give the next slot of each edition that has times."""
    return [
        next_slot(one.at, one.days, one.timezone, now) for one in editions if one.at and one.days and not one.paused
    ]
