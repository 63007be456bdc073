"""One host's moods are its own: what a host asks for is respected at once, and holds nobody else."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from tests.builders import NOW
from tests.feed_server import FeedServer
from tests.pipeline.polling import desk

DOCUMENT = "<rss version='2.0'><channel><title>Kestrel</title></channel></rss>"
PATHS = tuple(f"/{number}" for number in range(10))
MINUTE = timedelta(minutes=1)


async def test_a_host_that_allows_one_request_a_minute_gets_one_and_holds_nobody_else(tmp_path: Path) -> None:
    async with desk(tmp_path) as one, FeedServer("127.0.0.2") as other:
        allowance = {"X-Ratelimit-Remaining": "0.0", "X-Ratelimit-Reset": "59"}
        for path in PATHS:
            one.server.set(path, DOCUMENT, headers=allowance)
            other.set(path, DOCUMENT)
            await one.store.feeds.add_feed(other.url(path), now=NOW)
        await one.follow(*PATHS)
        one.poller = type(one.poller)(
            fetcher=one.poller.fetcher,
            parser=one.poller.parser,
            store=one.store.feeds,
            pace=one.poller.pace,
            owner="test",
            concurrency=4,
            per_host=1,
        )
        assert (await one.poll(MINUTE)).polled == len(PATHS) + 1
        assert len(other.requests) == len(PATHS)
        for minute in range(2, len(PATHS) + 1):
            await one.poll(MINUTE)
            assert len(one.server.requests) == minute
        assert {seen.path for seen in one.server.requests} == set(PATHS)
        assert not any(feed.error_count for feed in await one.store.feeds.feeds())


async def test_feeds_of_a_host_that_says_too_many_requests_wait_without_asking(tmp_path: Path) -> None:
    async with desk(tmp_path) as one:
        await one.follow(*PATHS)
        for path in PATHS:
            one.server.set(path, DOCUMENT)
            one.server.fail(path, times=1, status=429, headers={"Retry-After": "600"})
        await one.poll(MINUTE)
        assert len(one.server.requests) <= 2
        await one.poll(MINUTE)
        assert len(one.server.requests) <= 2
        asked = len(one.server.requests)
        await one.poll(timedelta(minutes=10))
        await one.poll(timedelta(minutes=10))
        assert len(one.server.requests) > asked
