"""Whether it lives, and whether it is ready: two questions, since a supervisor restarts on the first only.

A restart costs one of a thousand IDENTIFYs a day; a full disk or an outage of Discord is not mended by one.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from aiohttp import web

from bot.web.watch import Watch
from digests.core.errors import StoreError
from storage import Store

STORE_S = 2.0
"""Deadline of the write that shows that the store takes one: many times what a busy writer needs."""

POLL_S = 300.0
"""A round of polls that has not ended for so long hangs: no poll takes longer by its own deadlines (`poll.LEASE`)."""

UNKEPT = {"Cache-Control": "no-store"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """The parts that are asked. `is_connected`: whether the gateway is, None where no token is configured."""

    store: Store
    watch: Watch
    is_connected: Callable[[], bool] | None = None

    async def livez(self, _request: web.Request) -> web.Response:
        """Answer, which shows that the loop turns."""
        return web.Response(text="ok\n", headers=UNKEPT)

    async def readyz(self, _request: web.Request) -> web.Response:
        """Answer 200 where all is well, else 503 with what is not, a line each."""
        failed = []
        if not await self._is_writable():
            failed.append("store: not writable")
        if self.is_connected is not None and not self.is_connected():
            failed.append("gateway: not connected")
        if self.watch.since("poll") > POLL_S:
            failed.append(f"poll: none ended for {self.watch.since('poll'):.0f} s")
        text = "".join(f"{line}\n" for line in failed or ["ok"])
        return web.Response(text=text, status=503 if failed else 200, headers=UNKEPT)

    async def _is_writable(self) -> bool:
        try:
            async with asyncio.timeout(STORE_S):
                await self.store.notes.remember("ready", "1")
        except (StoreError, TimeoutError):
            return False
        return True
