"""Turns: how many requests run at once, over all and towards one host, and how close they follow. Sends nothing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final

MIN_GAP_S: Final = 0.2  # five requests a second: half of what SEC's fair-access rule grants, and MonitoRSS's setting
_LANES_KEPT: Final = 1024  # a redirect can name any host, so lanes that are out of use are let go beyond this


@dataclass(slots=True, kw_only=True)
class _Lane:
    """One host's turns. `users` counts who waits or runs, `next_at` is when the gap ends, in loop seconds."""

    places: asyncio.Semaphore
    users: int = 0
    next_at: float = 0.0

    def reserve(self, now: float, gap_s: float) -> float:
        """Take the next moment that is free; give how long to wait for it, in seconds."""
        starts = max(now, self.next_at)
        self.next_at = starts + gap_s
        return starts - now


class Pacer:
    """Grants turns: at most `concurrency` at once, `per_host` of them towards one host, `min_gap_s` apart there."""

    def __init__(
        self,
        *,
        concurrency: int,
        per_host: int,
        min_gap_s: float = MIN_GAP_S,
        wait: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._overall = asyncio.Semaphore(concurrency)
        self._per_host = per_host
        self._min_gap_s = min_gap_s
        self._wait = wait
        self._lanes: dict[str, _Lane] = {}

    @asynccontextmanager
    async def turn(self, host: str, *, is_own: bool = False) -> AsyncIterator[None]:
        """Wait for this host's turn and hold it. The overall place is taken last: who waits for a host holds none.

        The admin's own hosts are spared the gap: it is a courtesy to strangers.
        """
        lane = self._lane(host)
        lane.users += 1
        try:
            async with lane.places:
                gap_s = 0.0 if is_own else self._min_gap_s
                if (wait_s := lane.reserve(asyncio.get_running_loop().time(), gap_s)) > 0:
                    await self._wait(wait_s)
                async with self._overall:
                    yield
        finally:
            lane.users -= 1

    def _lane(self, host: str) -> _Lane:
        lane = self._lanes.get(host)
        if lane is None:
            if len(self._lanes) >= _LANES_KEPT:
                self._drop_idle()
            lane = self._lanes[host] = _Lane(places=asyncio.Semaphore(self._per_host))
        return lane

    def _drop_idle(self) -> None:
        now = asyncio.get_running_loop().time()
        self._lanes = {host: lane for host, lane in self._lanes.items() if lane.users or lane.next_at > now}
