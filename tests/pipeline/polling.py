"""A poller over a real server, parser and store, with a clock that a test moves; for the tests of this folder."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from digests.core.polling import Pace
from digests.pipeline.poll import Poller, PollReport
from digests.sources.fetch import HttpFetcher
from digests.sources.parse import WorkerParser
from storage import Store, open_store
from tests.builders import NOW
from tests.feed_server import FeedServer

PACE = Pace(interval=timedelta(minutes=30), shortest=timedelta(minutes=5), longest=timedelta(days=1))


@dataclass
class Desk:
    """One poller and what it polls."""

    server: FeedServer
    store: Store
    poller: Poller
    at: timedelta = timedelta(0)

    @property
    def now(self) -> datetime:
        """The moment of the next poll."""
        return NOW + self.at

    async def follow(self, *paths: str) -> None:
        for path in paths:
            await self.store.feeds.add_feed(self.server.url(path), now=NOW)

    async def poll(self, after: timedelta = timedelta(days=2)) -> PollReport:
        """Poll what is due after a while, by default long enough for every feed."""
        report = await self.poller.poll(self.now)
        self.at += after
        return report

    async def new(self, path: str, body: str, **answer: object) -> int:
        """Serve a document and poll it; give how many entries are new."""
        self.server.set(path, body, **answer)
        return (await self.poll()).new_entries


@asynccontextmanager
async def desk(folder: Path, **fetching: object) -> AsyncIterator[Desk]:
    """Give a desk whose server listens on 127.0.0.1."""
    settings: dict[str, object] = {"min_gap_s": 0, "allow_private_hosts": ["127.0.0.0/8"]}
    async with (
        FeedServer() as server,
        open_store(folder / "tidings.db") as store,
        HttpFetcher(user_agent="Tidings-tests (+https://tidings.example)", **(settings | fetching)) as fetcher,  # type: ignore[arg-type]
        WorkerParser() as parser,
    ):
        poller = Poller(fetcher=fetcher, parser=parser, store=store.feeds, pace=PACE, owner="test", concurrency=4)
        yield Desk(server=server, store=store, poller=poller)
