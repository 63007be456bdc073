"""How the program is told to stop, and to read its configuration again."""

from __future__ import annotations

import asyncio
import signal
import sys


def stop_signal() -> asyncio.Future[signal.Signals]:
    """Give what ends with the first SIGINT or SIGTERM; on a terminal also with the SIGHUP of its closing."""
    loop = asyncio.get_running_loop()
    stopped: asyncio.Future[signal.Signals] = loop.create_future()

    def stop(number: signal.Signals) -> None:
        if not stopped.done():
            stopped.set_result(number)

    closing = (signal.SIGHUP,) if sys.stdin.isatty() else ()
    for number in (signal.SIGINT, signal.SIGTERM, *closing):
        loop.add_signal_handler(number, stop, number)
    return stopped


def reload_signal() -> asyncio.Event:
    """Give what is set by each SIGHUP; on a terminal never, since it means there that nobody is left to read."""
    asked = asyncio.Event()
    if not sys.stdin.isatty():
        asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, asked.set)
    return asked
