"""How the program is told to stop."""

from __future__ import annotations

import asyncio
import signal


def stop_signal() -> asyncio.Future[signal.Signals]:
    """Give what ends with the first SIGINT or SIGTERM."""
    loop = asyncio.get_running_loop()
    stopped: asyncio.Future[signal.Signals] = loop.create_future()

    def stop(number: signal.Signals) -> None:
        if not stopped.done():
            stopped.set_result(number)

    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop, number)
    return stopped
