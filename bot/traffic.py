"""How fast we may ask Discord: one token bucket for all calls, and a count of refused ones.

discord.py keeps Discord's limits of each route; it has none for all together, and no count of what Discord forbids.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable
from types import SimpleNamespace

import aiohttp

RATE = 47.0
"""Calls a second in the long run: within a tenth of Discord's limit."""

BURST = 2
"""Calls at once after a pause: with `RATE`, no second sees more than the 50 that Discord allows a bot (its docs,
global rate limit), and one is left for calls that the way there pushes together."""

REFUSALS = 5_000
"""Half of the 401, 403 and 429 answers that Discord forgives in `WINDOW_S` before it bans the address for a while."""

WINDOW_S = 600.0

EXEMPT = ("/interactions/", "/webhooks/")
"""Answers to commands: Discord does not count them, and they cannot wait."""


class TooManyRefusalsError(aiohttp.ClientError):
    """We stopped asking, since Discord would ban us. `wait_s`: how long until one may ask again."""

    def __init__(self, wait_s: float) -> None:
        super().__init__(f"Discord refused {REFUSALS} calls in {WINDOW_S:.0f} s; the next one waits {wait_s:.0f} s")
        self.wait_s = wait_s


class UnknownOutcomeError(aiohttp.ClientError):
    """A call without a nonce ended in a fault of the server: it may have been carried out, so it is not repeated."""


class Traffic:
    """Watches every call of a session it traces; a call waits here for its turn. `clock` gives seconds."""

    def __init__(
        self,
        *,
        rate: float = RATE,
        burst: int = BURST,
        refusals: int = REFUSALS,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._rate = rate
        self._room = burst / rate
        self._paid_until = 0.0
        self._refusals = refusals
        self._refused: deque[float] = deque()

    def trace(self) -> aiohttp.TraceConfig:
        """Give what a session needs to be watched."""
        config = aiohttp.TraceConfig()
        config.on_request_start.append(self._wait)
        config.on_request_end.append(self._count)
        return config

    async def _wait(
        self, _session: aiohttp.ClientSession, _context: SimpleNamespace, params: aiohttp.TraceRequestStartParams
    ) -> None:
        if any(part in params.url.path for part in EXEMPT):
            return
        now = self._clock()
        while self._refused and self._refused[0] <= now - WINDOW_S:
            self._refused.popleft()
        if len(self._refused) >= self._refusals:
            raise TooManyRefusalsError(self._refused[0] + WINDOW_S - now)
        # Each call pays 1/rate seconds; who has paid more than the bucket holds waits for the rest.
        self._paid_until = max(self._paid_until, now - self._room) + 1 / self._rate
        await self._sleep(max(0.0, self._paid_until - now))

    async def _count(
        self, _session: aiohttp.ClientSession, _context: SimpleNamespace, params: aiohttp.TraceRequestEndParams
    ) -> None:
        answer = params.response
        is_shared = answer.headers.get("X-RateLimit-Scope") == "shared"
        if answer.status in {401, 403} or (answer.status == 429 and not is_shared):  # noqa: PLR2004 - Discord's docs
            self._refused.append(self._clock())
        is_new_thread = params.method == "POST" and params.url.path.endswith("/threads")
        if is_new_thread and answer.status >= 500:  # noqa: PLR2004 - discord.py would repeat it unasked
            raise UnknownOutcomeError(f"{answer.status} {answer.reason}")
