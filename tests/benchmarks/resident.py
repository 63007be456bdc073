"""What the bot holds in memory, its workers included, when it knows 5,000 feeds of 50 servers and has nothing to do.

`python -m tests.benchmarks.resident`. A connected bot polls 300 captured feeds, joins what they bring, and makes each
server's digest; a minute later its processes are looked at. The other feeds are known, and due later.
"""

from __future__ import annotations

import asyncio
import tempfile
from datetime import timedelta
from pathlib import Path

from bot.playground.standin.server import StandIn
from bot.playground.standin.world import World
from bot.schedule import utc_now
from digests.core.models import FeedUpdate, Validators
from storage import open_store
from tests.benchmarks.discord_side import A_GUILD, LONGEST_S, bot, fill, made, order, towns
from tests.benchmarks.gauges import children, proportional_mb
from tests.benchmarks.wire_server import address, serving

KNOWN, POLLED = 5_000, 300
REST_S = 75
LATER = timedelta(days=99)


async def measure(folder: Path, port: int) -> str:
    """Give the figures in a line."""
    world, path = World(utc_now), folder / "tidings.db"
    channels = towns(world, KNOWN)
    await fill(path, [*channels], [address(number, port) for number in range(KNOWN)])
    await postpone(path)
    await order(path, channels, digests=len(channels))
    async with StandIn(world) as standin, bot(folder, standin) as running, asyncio.timeout(LONGEST_S):
        while await asyncio.to_thread(made, path) < POLLED // A_GUILD:
            await asyncio.sleep(1)
        await asyncio.sleep(REST_S)
        own, workers = proportional_mb([running.pid]), proportional_mb(children(running.pid))
    return f"{KNOWN} feeds of {len(channels)} servers known, {POLLED} polled: {own:.0f} MB and workers {workers:.0f} MB"


async def postpone(path: Path) -> None:
    """Have all feeds but the first due another day."""
    now = utc_now()
    async with open_store(path) as store:
        later = [
            FeedUpdate(feed_id=feed.id, at=now, next_poll=now + LATER, validators=Validators(etag='"x"'))
            for feed in (await store.feeds.feeds())[POLLED:]
        ]
        for start in range(0, len(later), 1000):
            await store.feeds.apply_updates(later[start : start + 1000])


def main() -> None:
    """Measure."""
    with tempfile.TemporaryDirectory() as folder, serving() as port:
        print(asyncio.run(measure(Path(folder), int(port))))


if __name__ == "__main__":
    main()
