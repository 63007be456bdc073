"""How many connections are kept open for another request. A process may open only so many files.

Feeds lie on as many hosts, and a poll leaves a connection on each; aiohttp bounds those it keeps by time alone. 600
hosts used up 128 files within a second (measured), and every fetch after that failed.
"""

from __future__ import annotations

import resource
from collections import deque
from typing import Final

KEPT_S: Final = 15.0
"""How long a connection is kept: aiohttp's own."""

_SHARE: Final = 4
"""One file in so many is for kept connections: the rest is for requests under way, the database, workers, Discord."""

_CLOSE: Final = {"Connection": "close"}
_KEEP: Final[dict[str, str]] = {}


class Keeping:
    """Counts the connections that may still be open; each request may leave one."""

    def __init__(self) -> None:
        may_open, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
        self._most = 2**20 if may_open == resource.RLIM_INFINITY else may_open // _SHARE
        self._left_at: deque[float] = deque()

    def header(self, now: float) -> dict[str, str]:
        """Give the header that says what becomes of the connection (RFC 9112 §9.6); none where it is kept."""
        while self._left_at and self._left_at[0] < now - KEPT_S:
            self._left_at.popleft()
        if len(self._left_at) >= self._most:
            return _CLOSE
        self._left_at.append(now)
        return _KEEP
