"""Three ways to poll the same feeds, each in a process of its own: `python -m tests.benchmarks.pollers WAY PORT COUNT`.

`tidings` is the product's own poll over its own store; `bare` fetches and parses and keeps nothing; `reader` is the
library of that name, one worker. Prints one JSON object: feeds a second of a first and of an unchanged round.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from tests.benchmarks import programs
from tests.benchmarks.gauges import children, peak_mb, stall
from tests.benchmarks.wire_server import address

NOW = datetime(2031, 3, 4, 8, tzinfo=UTC)
CONCURRENCY = 20
T = TypeVar("T")


async def tidings(urls: list[str], folder: Path) -> dict[str, float]:
    """Poll with the product's parts; the second round asks again with validators."""
    from digests.core.polling import Pace
    from digests.pipeline.poll import Poller
    from digests.sources.fetch import HttpFetcher
    from digests.sources.parse import WorkerParser
    from storage import open_store

    pace = Pace(interval=timedelta(minutes=30), shortest=timedelta(minutes=5), longest=timedelta(days=1))
    fetcher = HttpFetcher(user_agent="Tidings-bench", concurrency=CONCURRENCY, allow_private_hosts=["127.0.0.0/8"])
    async with open_store(folder / "bench.db") as store, fetcher, WorkerParser() as parser:
        for url in urls:
            await store.feeds.add_feed(url, now=NOW)
        poller = Poller(
            fetcher=fetcher, parser=parser, store=store.feeds, pace=pace, owner="bench", concurrency=CONCURRENCY
        )
        async with stall() as longest:
            first, report = await timed(lambda: poller.poll(NOW))
            unchanged, again = await timed(lambda: poller.poll(NOW + timedelta(days=2)))
        return {
            "read": report.polled - report.failed,
            "entries": report.new_entries,
            "first": (report.polled - report.failed) / first,
            "unchanged": (again.polled - again.failed) / unchanged,
            "stall_ms": longest.longest_ms,
            "peak_mb": peak_mb([os.getpid(), *children(os.getpid())]),
        }


async def bare(urls: list[str], _folder: Path) -> dict[str, float]:
    """Fetch and parse in the loop, keep only the validators."""
    import aiohttp
    import fastfeedparser

    etags: dict[str, str] = {}
    entries = 0

    async def poll() -> int:
        nonlocal entries
        queue = iter(urls)
        read = 0

        async def work() -> None:
            nonlocal read, entries
            for url in queue:
                headers = {"If-None-Match": etags[url]} if url in etags else {}
                async with session.get(url, headers=headers) as response:
                    body = await response.read()
                    if response.status == 200:
                        etags[url] = response.headers["ETag"]
                        entries += len(fastfeedparser.parse(body).entries)
                    read += 1

        async with asyncio.TaskGroup() as group:
            for _ in range(CONCURRENCY):
                group.create_task(work())
        return read

    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session, stall() as longest:
        first, read = await timed(poll)
        unchanged, again = await timed(poll)
    return {
        "read": read,
        "entries": entries,
        "first": read / first,
        "unchanged": again / unchanged,
        "stall_ms": longest.longest_ms,
        "peak_mb": peak_mb([os.getpid()]),
    }


def reader(urls: list[str], folder: Path) -> dict[str, float]:
    """Poll with `reader`; only feeds without an exception count."""
    from reader import make_reader

    with make_reader(str(folder / "reader.db")) as peer:
        for url in urls:
            peer.add_feed(url)

        def poll() -> int:
            results = list(peer.update_feeds_iter(scheduled=False, workers=1))
            return sum(not isinstance(result.value, Exception) for result in results)

        started = time.perf_counter()
        read = poll()
        first = time.perf_counter() - started
        peer_entries = peer.get_entry_counts().total
        started = time.perf_counter()
        again = poll()
        unchanged = time.perf_counter() - started
    return {
        "read": read,
        "entries": peer_entries,
        "first": read / first,
        "unchanged": again / unchanged,
        "stall_ms": float("nan"),
        "peak_mb": peak_mb([os.getpid()]),
    }


PEERS = {"reader": reader, "newsboat": programs.newsboat, "sfeed": programs.sfeed}


async def timed(work: Callable[[], Awaitable[T]]) -> tuple[float, T]:
    """Give how many seconds the work took, and its result."""
    started = time.perf_counter()
    result = await work()
    return time.perf_counter() - started, result


def main() -> None:
    """Run one way and print what it measured."""
    way, port, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    urls = [address(number, port) for number in range(count)]
    with tempfile.TemporaryDirectory() as folder:
        if way in PEERS:
            measured = PEERS[way](urls, Path(folder))
        else:
            measured = asyncio.run({"tidings": tidings, "bare": bare}[way](urls, Path(folder)))
    print(json.dumps(measured))


if __name__ == "__main__":
    main()
