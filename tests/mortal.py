"""A process that kills itself at a chosen moment of its work, counted from its start: the same one in every run."""

from __future__ import annotations

import os
import signal
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Any

NEVER = ("never", 0)


class Moments:
    """Counts the moments passed, by name and all together ("any"); at the one named in `die_at` the process dies."""

    def __init__(self, die_at: tuple[str, int]) -> None:
        self.passed: Counter[str] = Counter()
        self.is_counting = True
        self._die_at = die_at

    def pass_by(self, name: str) -> None:
        """Pass a moment, or die at it."""
        if not self.is_counting:
            return
        for counted in (name, "any"):
            self.passed[counted] += 1
            if (counted, self.passed[counted]) == self._die_at:
                os.kill(os.getpid(), signal.SIGKILL)

    def around(self, owner: type, method: str, name: str) -> None:
        """Give every call of an async method a moment before it and one after it."""
        call: Callable[..., Awaitable[Any]] = getattr(owner, method)

        async def called(*args: Any, **kwargs: Any) -> Any:
            self.pass_by(f"{name}-before")
            result = await call(*args, **kwargs)
            self.pass_by(f"{name}-after")
            return result

        setattr(owner, method, called)
