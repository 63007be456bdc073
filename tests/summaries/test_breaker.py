"""An endpoint that fails is left alone for a while, and each change is told once."""

from __future__ import annotations

import pytest

from digests.summaries.breaker import IN_A_ROW, REST_S, Breaker


def test_it_rests_after_failures_in_a_row_is_tried_again_and_told_twice_in_all(
    caplog: pytest.LogCaptureFixture,
) -> None:
    seconds = [0.0]
    breaker = Breaker("models.example", lambda: seconds[0])
    for _ in range(IN_A_ROW):
        assert breaker.is_closed
        breaker.failed("slow")
    assert not breaker.is_closed
    seconds[0] += REST_S
    assert breaker.is_closed
    breaker.failed("slow")
    assert not breaker.is_closed
    seconds[0] += REST_S
    breaker.worked()
    breaker.failed("slow")
    assert breaker.is_closed
    assert [record.getMessage().split(" endpoint")[0] for record in caplog.records] == [
        "model fails",
        "model answers again",
    ]


def test_failures_between_answers_are_chance() -> None:
    breaker = Breaker("models.example", lambda: 0.0)
    for _ in range(3 * IN_A_ROW):
        breaker.failed("slow")
        breaker.worked()
    assert breaker.is_closed
