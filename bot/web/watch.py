"""What the verbs did, seen from where they are ticked: when each ended last, and what it reported.

Nothing below `bot` knows that it is watched.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from bot.schedule import Verb


class Meter(Protocol):
    """Takes what a verb did; `report` is what it gave, None where it raised."""

    def observe(self, verb: str, report: object, *, seconds: float, has_failed: bool) -> None:
        """Take one call of a verb."""
        ...


class Watch:
    """Watches verbs by a clock that only goes forward (`loop.time`), in seconds."""

    def __init__(self, clock: Callable[[], float], meter: Meter | None = None) -> None:
        self._clock = clock
        self._meter = meter
        self._ended: dict[str, float] = {}
        self._began = clock()

    def over(self, name: str, verb: Verb) -> Verb:
        """Give a verb that does the same and is watched."""

        async def watched(now: datetime) -> object:
            began = self._clock()
            try:
                report = await verb(now)
            except Exception:
                self._tell(name, None, began, has_failed=True)
                raise
            self._ended[name] = self._clock()
            self._tell(name, report, began, has_failed=False)
            return report

        return watched

    def since(self, name: str) -> float:
        """Give the seconds since a verb ended well, or since watching began."""
        return self._clock() - self._ended.get(name, self._began)

    def _tell(self, name: str, report: object, began: float, *, has_failed: bool) -> None:
        if self._meter is not None:
            self._meter.observe(name, report, seconds=self._clock() - began, has_failed=has_failed)
