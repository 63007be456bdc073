"""Poll every address given, once, in a process of its own: `python -m tests.integration.hostile_march FOLDER URLS`.

Prints one JSON object: why each feed failed, how many entries there are, the most CPU time one step of the loop took,
the peak memory of this process and its workers.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import sys
import time
from pathlib import Path

from digests.core.polling import Pace
from digests.pipeline.poll import Poller
from digests.sources.fetch import HttpFetcher
from digests.sources.parse import WorkerParser
from storage import open_store
from tests.benchmarks.gauges import children, peak_mb, stall
from tests.builders import NOW, days, minutes
from tests.fetching import FakeResolver

PACE = Pace(interval=minutes(30), shortest=minutes(5), longest=days(1))
TIMEOUT_S = 3.0


async def march(folder: Path, addresses: dict[str, str]) -> dict[str, object]:
    resolver = FakeResolver({"named.example": ["10.0.0.1"], "other.example": ["127.0.0.1"]})
    fetcher = HttpFetcher(
        user_agent="Tidings-tests (+https://tidings.example)",
        timeout_s=TIMEOUT_S,
        min_gap_s=0,
        allow_private_hosts=["127.0.0.1"],
        resolver=resolver,
    )
    async with open_store(folder / "tidings.db") as store, fetcher, WorkerParser() as parser:
        names = {(await store.feeds.add_feed(url, now=NOW)).id: name for name, url in addresses.items()}
        poller = Poller(
            fetcher=fetcher, parser=parser, store=store.feeds, pace=PACE, owner="test", concurrency=20, per_host=20
        )
        gc.freeze()  # as `tidings run` does
        async with stall(clock=time.thread_time) as longest:
            report = await poller.poll(NOW)
        return {
            "failures": {names[feed.id]: feed.last_failure for feed in await store.feeds.feeds()},
            "details": {names[feed.id]: feed.last_detail for feed in await store.feeds.feeds()},
            "entries": report.new_entries,
            "stall_ms": longest.longest_ms,
            "peak_mb": peak_mb([os.getpid(), *children(os.getpid())]),
        }


if __name__ == "__main__":
    print(json.dumps(asyncio.run(march(Path(sys.argv[1]), json.loads(sys.argv[2])))))
