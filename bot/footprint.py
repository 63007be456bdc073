"""How little memory the process holds on to: what the C library can be told before threads begin."""

from __future__ import annotations

import ctypes
import sys

M_ARENA_MAX = -8
"""glibc, mallopt(3): the most pools that threads allocate from, eight for each core if nothing is said."""

ARENAS = 1
"""What threads leave unused in pools of their own came to a fifth of the process (35 of 245 MB after a first poll of
300 feeds); threads that share one wait for each other, but hold Python's lock while they do."""


def share_arenas() -> None:
    """Have all threads allocate from one pool, where the C library is glibc."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    if mallopt:
        mallopt(M_ARENA_MAX, ARENAS)
