"""What a poll costs a feed, by how many feeds are known: `python -m tests.benchmarks.known_feeds [PORT COUNT]`.

All are due and answer 304: what is measured is our own bookkeeping with the request around it. Each size runs in a
process of its own, a few rounds, the best one counts.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import tempfile
from datetime import timedelta
from functools import partial
from pathlib import Path

from rich.console import Console

from digests.core.models import FeedUpdate, Validators
from digests.core.polling import Pace
from digests.pipeline.poll import Poller
from digests.sources.fetch import HttpFetcher
from digests.sources.parse import WorkerParser
from storage import open_store
from tests.benchmarks.pollers import CONCURRENCY, NOW, timed
from tests.benchmarks.wire_server import address, serving

SIZES = (200, 2_000, 20_000)
ASKED = 200
ROUNDS = 5
DAY = timedelta(days=1)


async def measure(urls: list[str], folder: Path) -> float:
    """Give the milliseconds a feed, of a round in which `ASKED` of the known feeds are due."""
    pace = Pace(interval=timedelta(minutes=30), shortest=timedelta(minutes=5), longest=DAY)
    fetcher = HttpFetcher(user_agent="Tidings-bench", concurrency=CONCURRENCY, allow_private_hosts=["127.0.0.0/8"])
    async with open_store(folder / "bench.db") as store, fetcher, WorkerParser() as parser:
        for url in urls:
            await store.feeds.add_feed(url, now=NOW)
        poller = Poller(
            fetcher=fetcher, parser=parser, store=store.feeds, pace=pace, owner="bench", concurrency=CONCURRENCY
        )
        feeds = await store.feeds.feeds()
        asked = {feed.id for feed in feeds[:: len(feeds) // ASKED]}
        later = [
            FeedUpdate(feed_id=feed.id, at=NOW, next_poll=NOW + 99 * DAY, validators=Validators(etag='"x"'))
            for feed in feeds
            if feed.id not in asked
        ]
        for start in range(0, len(later), 1000):
            await store.feeds.apply_updates(later[start : start + 1000])
        await poller.poll(NOW)
        taken = []
        for round_number in range(1, ROUNDS + 1):
            seconds, report = await timed(partial(poller.poll, NOW + round_number * DAY))
            assert report.polled == len(asked), report
            taken.append(seconds)
        return 1000 * min(taken) / len(asked)


def main() -> None:
    """Print what each size costs, or measure one size where a port and a count are given."""
    if len(sys.argv) > 2 and __name__ == "__main__":
        urls = [address(number, int(sys.argv[1])) for number in range(int(sys.argv[2]))]
        with tempfile.TemporaryDirectory() as folder:
            print(json.dumps(asyncio.run(measure(urls, Path(folder)))))
        return
    with serving() as port:
        command = [sys.executable, "-m", "tests.benchmarks.known_feeds", port]
        costs = {
            size: float(subprocess.run([*command, str(size)], capture_output=True, check=True, timeout=300).stdout)
            for size in SIZES
        }
    shown = ", ".join(f"{size:,} known: {cost:.3f} ms" for size, cost in costs.items())
    spread = max(costs.values()) / min(costs.values()) - 1
    Console(width=110).print(f"an unchanged poll, a feed: {shown} (most over least: {spread:+.0%})")


if __name__ == "__main__":
    main()
