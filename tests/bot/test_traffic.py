"""The pace of our calls, over real HTTP on loopback."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest

from bot.traffic import BURST, RATE, TooManyRefusalsError, Traffic
from tests.feed_server import FeedServer

PER_SECOND = 50  # Discord's docs, global rate limit


@asynccontextmanager
async def watched(traffic: Traffic) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(trace_configs=[traffic.trace()]) as session:
        yield session


async def ask(session: aiohttp.ClientSession, url: str) -> int:
    async with session.get(url) as answer:
        return answer.status


def test_no_second_sees_more_calls_than_discord_allows() -> None:
    assert RATE + BURST <= PER_SECOND


async def test_calls_beyond_the_burst_wait_for_their_turn() -> None:
    loop = asyncio.get_running_loop()
    async with FeedServer() as server, watched(Traffic(rate=50, burst=5)) as session:
        server.set("/", b"")
        began = loop.time()
        await asyncio.gather(*(ask(session, server.url("/")) for _ in range(20)))
        assert loop.time() - began >= (20 - 5) / 50


async def test_answers_to_commands_do_not_wait() -> None:
    traffic = Traffic(rate=0.001, burst=1)  # the second call of any other kind would wait a quarter of an hour
    async with FeedServer() as server, watched(traffic) as session:
        for path in ("/interactions/1/token/callback", "/webhooks/1/token"):
            server.set(path, b"")
            async with asyncio.timeout(10):
                for _ in range(3):
                    await ask(session, server.url(path))


async def test_too_many_refusals_stop_us_before_discord_does() -> None:
    async with FeedServer() as server, watched(Traffic(rate=1000, burst=10, refusals=3)) as session:
        server.set("/", b"", status=403)
        for _ in range(3):
            assert await ask(session, server.url("/")) == 403
        with pytest.raises(TooManyRefusalsError) as stopped:
            await ask(session, server.url("/"))
        assert 0 < stopped.value.wait_s <= 600


async def test_a_limit_shared_with_others_is_no_refusal_of_ours() -> None:
    async with FeedServer() as server, watched(Traffic(rate=1000, burst=10, refusals=1)) as session:
        server.set("/", b"", status=429, headers={"X-RateLimit-Scope": "shared"})
        for _ in range(2):
            assert await ask(session, server.url("/")) == 429
