"""Turns: never too many at once, never too close, nobody held up by a host that is not his."""

from __future__ import annotations

import asyncio

import pytest

from digests.sources import pacing
from digests.sources.guard import read_allowed
from digests.sources.pacing import Pacer


class Waits:
    """Stands in for sleeping: notes how long, yields once."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)
        await asyncio.sleep(0)


async def run_turns(pacer: Pacer, hosts: list[str]) -> dict[str, int]:
    """Take one turn for each, all at once; give the most that ran together, by host and over all ("")."""
    running, most = dict.fromkeys([*hosts, ""], 0), dict.fromkeys([*hosts, ""], 0)

    async def take(host: str) -> None:
        async with pacer.turn(host):
            for name in (host, ""):
                running[name] += 1
                most[name] = max(most[name], running[name])
            for _ in range(5):
                await asyncio.sleep(0)
            for name in (host, ""):
                running[name] -= 1

    async with asyncio.TaskGroup() as tasks:
        for host in hosts:
            tasks.create_task(take(host))
    return most


async def test_a_host_gets_its_share_and_all_together_get_no_more_than_the_whole() -> None:
    pacer = Pacer(concurrency=3, per_host=2, min_gap_s=0, wait=Waits())

    most = await run_turns(pacer, ["a.example"] * 6 + ["b.example"] * 6)

    assert most == {"a.example": 2, "b.example": 2, "": 3}


async def test_a_slow_host_holds_nobody_else() -> None:
    pacer = Pacer(concurrency=2, per_host=1, min_gap_s=0)
    async with pacer.turn("slow.example"):
        waiting = [asyncio.create_task(run_turns(pacer, ["slow.example"])) for _ in range(5)]
        await asyncio.sleep(0)

        assert await run_turns(pacer, ["b.example"]) == {"b.example": 1, "": 1}
    await asyncio.gather(*waiting)


async def test_requests_to_one_host_start_a_gap_apart() -> None:
    waits = Waits()
    pacer = Pacer(concurrency=9, per_host=9, min_gap_s=10, wait=waits)

    await run_turns(pacer, ["a.example"] * 3 + ["b.example"])

    assert sorted(round(seconds / 10) for seconds in waits.seconds) == [1, 2]


async def test_a_turn_given_up_while_waiting_is_free_again() -> None:
    pacer = Pacer(concurrency=1, per_host=1, min_gap_s=0)
    async with pacer.turn("a.example"):
        waiting = asyncio.create_task(run_turns(pacer, ["a.example"]))
        await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting

    assert await run_turns(pacer, ["a.example"]) == {"a.example": 1, "": 1}


async def test_hosts_out_of_use_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pacing, "_LANES_KEPT", 4)
    pacer = Pacer(concurrency=1, per_host=1, min_gap_s=0)
    async with pacer.turn("held.example"):
        pass
    for number in range(20):
        await run_turns(pacer, [f"{number}.example"])

    assert len(pacer._lanes) <= 4


async def test_the_admins_own_hosts_are_asked_without_a_gap() -> None:
    waits = Waits()
    pacer = Pacer(concurrency=9, per_host=9, min_gap_s=10, wait=waits)
    for _ in range(3):
        async with pacer.turn("nas.home.example", is_own=True):
            pass
    assert waits.seconds == []


@pytest.mark.parametrize(
    ("host", "is_own"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9", False),
        ("nas", True),
        ("NAS.", True),
        ("[fd00::7]", True),
        ("news.example", False),
    ],
)
def test_own_hosts_are_those_the_admin_named(host: str, is_own: bool) -> None:
    assert read_allowed(["127.0.0.1", "nas:8080", "fd00::/8"]).is_own(host) is is_own
