"""Time for rates without waiting: it passes only while somebody sleeps, and jumps to whoever wakes next."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from heapq import heappop, heappush
from itertools import count

PATIENCE_S = 0.001


class SteppedClock:
    """The clock of a caller that sleeps before each call, and of who counts the calls that arrive.

    It jumps only when every call that was let go has arrived, so that each arrives at the time it was let go.
    """

    def __init__(self) -> None:
        self.now = 0.0
        self.arrivals: list[float] = []
        self._let_go = 0
        self._numbers = count()
        self._asleep: list[tuple[float, int, asyncio.Future[None]]] = []

    def __call__(self) -> float:
        return self.now

    def arrive(self) -> float:
        """Give the time to whom a call arrived at."""
        self.arrivals.append(self.now)
        return self.now

    async def sleep(self, seconds: float) -> None:
        """Sleep, then be let go."""
        if seconds > 0:
            woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            heappush(self._asleep, (self.now + seconds, next(self._numbers), woken))
            await woken
        self._let_go += 1

    @asynccontextmanager
    async def passing(self) -> AsyncIterator[None]:
        """Let time pass until the end."""
        passing = asyncio.create_task(self._pass())
        try:
            yield
        finally:
            passing.cancel()

    async def _pass(self) -> None:
        while True:
            if self._asleep and self._let_go == len(self.arrivals):
                at, _, woken = heappop(self._asleep)
                self.now = max(self.now, at)
                if not woken.cancelled():
                    woken.set_result(None)
            await asyncio.sleep(0 if self._asleep else PATIENCE_S)
