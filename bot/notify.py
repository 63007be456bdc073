"""A word to the service manager that started us, by systemd's protocol (sd_notify(3)); without one nothing happens."""

from __future__ import annotations

import logging
import os
import socket

log = logging.getLogger(__name__)


def notify(state: str) -> None:
    """Send a state ("READY=1") to the socket that $NOTIFY_SOCKET names, a path or "@" and an abstract name."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return
    name = f"\0{address[1:]}" if address.startswith("@") else address
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as one:
        one.setblocking(False)  # a manager that does not read must not hold the loop
        try:
            one.sendto(state.encode(), name)
        except OSError as error:
            log.warning("service manager not told state=%s error=%s", state.split("=", maxsplit=1)[0], error)


def watchdog_s() -> float | None:
    """Give within how many seconds the service manager wants a sign of life, or None where it wants none."""
    wanted = os.environ.get("WATCHDOG_USEC", "")
    is_ours = os.environ.get("WATCHDOG_PID", str(os.getpid())) == str(os.getpid())
    return int(wanted) / 1e6 if wanted.isdecimal() and is_ours else None
