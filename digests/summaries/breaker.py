"""Whether an endpoint is asked at all: it rests after failures in a row. Each change of state is told once."""

from __future__ import annotations

import logging
from collections.abc import Callable

log = logging.getLogger(__name__)

IN_A_ROW = 3
"""Failures after which it rests: one can be chance, and each of a slow one costs its whole deadline."""

REST_S = 300.0
"""How long it rests: a digest is prepared ten minutes ahead, so it is tried once more before its slot."""


class Breaker:
    """Counts failures in a row; `clock` gives seconds. After a rest one failure more makes it rest again."""

    def __init__(self, name: str, clock: Callable[[], float]) -> None:
        self._name = name
        self._clock = clock
        self._failures = 0
        self._rests_until = 0.0

    @property
    def is_closed(self) -> bool:
        """Tell whether it may be asked."""
        return self._clock() >= self._rests_until

    def worked(self) -> None:
        """Take note of an answer."""
        if self._failures >= IN_A_ROW:
            log.warning("model answers again endpoint=%s", self._name)
        self._failures = 0

    def failed(self, why: str, *, rest_s: float = 0.0) -> None:
        """Take note of a failure; `rest_s` is how long the endpoint itself asks to be left alone."""
        self._failures += 1
        if self._failures == IN_A_ROW:
            log.warning(
                "model fails endpoint=%s why=%s: check [summary]; cards are extracts until it answers", self._name, why
            )
        rest = max(rest_s, REST_S if self._failures >= IN_A_ROW else 0.0)
        if rest:
            self._rests_until = max(self._rests_until, self._clock() + rest)
