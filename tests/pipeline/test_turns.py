"""Turns: every feed once, no host above its share, and none waits for a host that is not its own."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Sequence

from hypothesis import given
from hypothesis import strategies as st

from digests.core.models import Feed, FeedId
from digests.pipeline.turns import Turns
from tests.builders import feed


def feeds(hosts: Sequence[str]) -> list[Feed]:
    return [
        feed(id=FeedId(n), url=f"https://{host}.example/{n}", host=f"{host}.example")
        for n, host in enumerate(hosts, start=1)
    ]


async def given_out(found: Sequence[Feed]) -> AsyncIterator[Sequence[Feed]]:
    for start in range(0, len(found), 3):
        await asyncio.sleep(0)
        yield found[start : start + 3]


async def run(found: Sequence[Feed], *, workers: int, per_host: int) -> tuple[Counter[int], int]:
    """Let workers take all; give how often each feed was handed out, and the most of one host at once."""
    turns = Turns(given_out(found), per_host=per_host)
    taken: Counter[int] = Counter()
    running: Counter[str] = Counter()
    most = 0

    async def work() -> None:
        nonlocal most
        while one := await turns.take():
            host = one.host
            running[host] += 1
            most = max(most, running[host])
            taken[one.id] += 1
            for _ in range(one.id % 4):
                await asyncio.sleep(0)
            running[host] -= 1
            turns.done(one)

    async with asyncio.timeout(5), asyncio.TaskGroup() as group:
        for _ in range(workers):
            group.create_task(work())
    return taken, most


@given(st.lists(st.sampled_from("abc"), max_size=40), st.integers(1, 6), st.integers(1, 3))
def test_every_feed_has_one_turn_and_no_host_more_than_its_share(hosts: list[str], workers: int, per_host: int) -> None:
    found = feeds(hosts)
    taken, most = asyncio.run(run(found, workers=workers, per_host=per_host))
    assert taken == Counter(one.id for one in found)
    assert most <= per_host


async def test_a_host_with_many_feeds_holds_nobody_else() -> None:
    turns = Turns(given_out(feeds("aaaaaaaab")), per_host=2)
    first = [await turns.take() for _ in range(3)]
    assert [one and one.host for one in first] == ["a.example", "a.example", "b.example"]


async def test_feeds_of_a_host_that_rests_are_left_and_others_go_on() -> None:
    found = feeds("aaaabaab")
    turns = Turns(given_out(found), per_host=1)
    assert [await turns.take(), await turns.take()] == [found[0], found[4]]
    turns.rest("a.example")
    turns.done(found[0])
    turns.done(found[4])
    assert await turns.take() == found[7]
    turns.done(found[7])
    assert await turns.take() is None
    assert {one.id for one in turns.left} == {one.id for one in found if one.host == "a.example"} - {found[0].id}
