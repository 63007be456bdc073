"""Measures how late the event loop comes back: what holds it holds everybody's answers."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

EVERY_S = 0.1
"""A stall of 50 ms is seen by every second look; a look costs some 20 µs."""


async def feel(tell: Callable[[float], None]) -> None:
    """Tell how many seconds late the loop was, ten times a second, until cancelled."""
    loop = asyncio.get_running_loop()
    while True:
        due = loop.time() + EVERY_S
        await asyncio.sleep(EVERY_S)
        tell(max(0.0, loop.time() - due))
