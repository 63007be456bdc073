"""What a running bot tells those who watch over it: that it is ready, that its event loop turns, that it stops.

The loop's beat goes to the service manager and onto the lock beside the database, where `tidings doctor` sees it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.notify import notify, watchdog_s
from storage.file import beat

log = logging.getLogger(__name__)

BEAT_S = 10.0
"""Seconds between beats at most; a manager that wants them within a time gets two in it (sd_watchdog_enabled(3))."""

READY_S = 60.0
"""How long a start waits for the gateway: digests go out without it, so a Discord outage must not look like a failed
start, of which each restart may cost one of a thousand daily IDENTIFYs. systemd's own limit is 90 s."""


@asynccontextmanager
async def supervised(path: Path, connected: asyncio.Event | None) -> AsyncIterator[None]:
    """Tell of this program while the block runs; `connected` is set with the gateway, None: there will be none."""
    tasks = {asyncio.create_task(_beat(path)), asyncio.create_task(_ready(connected))}
    try:
        yield
    finally:
        notify("STOPPING=1")
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _ready(connected: asyncio.Event | None) -> None:
    status = "polling feeds"
    try:
        async with asyncio.timeout(READY_S):
            if connected is not None:
                await connected.wait()
                status = "connected to Discord"
    except TimeoutError:
        status = "Discord's gateway cannot be reached; it is tried again"
    notify(f"READY=1\nSTATUS={status}")


async def _beat(path: Path) -> None:
    wait = min(BEAT_S, (watchdog_s() or 2 * BEAT_S) / 2)
    is_noted = True
    while True:
        notify("WATCHDOG=1")
        try:
            await asyncio.to_thread(beat, path)
            is_noted = True
        except OSError as error:
            if is_noted:
                log.warning("beat not noted error=%s", error)
            is_noted = False
        await asyncio.sleep(wait)
