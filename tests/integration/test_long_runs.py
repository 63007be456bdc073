"""The long runs (`make soak`), for two short days: what they are made of still fits together."""

from __future__ import annotations

from tests.soak import month


async def test_a_simulated_month_can_begin() -> None:
    assert await month.measure(guilds=2, feeds=12, days=2)
