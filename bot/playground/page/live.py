"""What keeps an open page up to date: one line of Server-Sent Events whenever something changed.

The line holds nothing; the page then asks for itself, so there is one way of drawing and nothing to get out of step.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress

from aiohttp import web

from bot.playground.page.guarding import HEADERS
from bot.playground.standin.world import World

PULSE_S = 30.0
"""How often a page draws itself without cause, so that "in 3 hours" and the clock stay true to half a minute."""

TOGETHER_S = 0.1
"""What changes within this long is told once."""

WRITE_S = 5.0
"""How long a browser may leave a line unread before it counts as gone; it comes back by itself."""


async def tell_changes(request: web.Request, world: World) -> web.StreamResponse:
    """Tell a browser that something changed, until it goes away; once at the start, for what it missed."""
    response = web.StreamResponse(headers={**HEADERS, "Content-Type": "text/event-stream"})
    await response.prepare(request)
    changed = asyncio.Event()
    stop = world.watch(changed.set)
    try:
        while True:
            async with asyncio.timeout(WRITE_S):
                await response.write(b"data: changed\n\n")
            with suppress(TimeoutError):
                async with asyncio.timeout(PULSE_S):
                    await changed.wait()
            await asyncio.sleep(TOGETHER_S)
            changed.clear()
    except (ConnectionError, TimeoutError):
        return response
    finally:
        stop()
