"""A bot with a public address on loopback, a feed that names a hub, and the hub: real HTTP on every way."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from bot.replies import preload
from bot.web.addresses import new_key
from bot.web.hub import Callback
from bot.web.server import listening, make_app
from digests.core.editions import Topic
from digests.core.hubs import CALLBACK
from digests.core.models import Feed
from digests.pipeline.hook import Hooks
from digests.pipeline.poll import Poller
from digests.sources.fetch import HttpFetcher
from digests.sources.parse import WorkerParser
from storage import Store, open_store
from tests.builders import NOW, topic
from tests.feed_server import FeedServer
from tests.pipeline.polling import PACE
from tests.web.conftest import pages_of
from tests.websub_hub import Hub

MAX_BODY = 2**20


@dataclass
class House:
    """All parts, and a clock that only the test moves."""

    store: Store
    server: FeedServer
    hub: Hub
    poller: Poller
    hooks: Hooks
    topic: Topic
    now: datetime = NOW
    counted: list[str] = field(default_factory=list)
    _titles: list[str] = field(default_factory=lambda: ["Ferry leaves Aldmouth"])

    def serve(self, *, hub: str | None = None, own: str | None = None) -> None:
        """Serve the feed as it stands, with the hub it names ("" for none) and what it calls its own address."""
        named = self.hub.url if hub is None else hub
        items = "".join(
            f"<item><guid>{number}</guid><title>{title}</title></item>" for number, title in enumerate(self._titles)
        )
        link = f'<a:link rel="hub" href="{named}"/>' if named else ""
        own = self.server.url("/feed") if own is None else own
        self.server.set(
            "/feed",
            f'<rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom"><channel><title>Post</title>{link}'
            f'<a:link rel="self" href="{own}"/>{items}</channel></rss>',
        )

    def publish(self, title: str, **named: str) -> None:
        """Have the feed tell one more thing."""
        self._titles.append(title)
        self.serve(**named)

    async def pass_by(self, span: timedelta) -> None:
        """Let time go by, with all that runs by the clock once at its end."""
        self.now += span
        await self.tick()

    async def tick(self) -> None:
        await self.hooks.hook(self.now)
        await self.hooks.look(self.now)
        await self.poller.poll(self.now)

    async def feed(self) -> Feed:
        (held,) = await self.store.feeds.feeds()
        return held

    async def wait(self) -> timedelta:
        """Give how long the feed will not be asked."""
        return (await self.feed()).next_poll - self.now

    async def subscribe(self) -> None:
        """Go through all of it: the feed is read, the hub asked, the hub asks back."""
        await self.tick()
        await self.hooks.hook(self.now)
        assert await self.hub.verify() == (200, "c-4711")

    async def prove(self, times: int = 3) -> None:
        """Have the hub tell of news before anybody else."""
        for _ in range(times):
            self.now += timedelta(hours=3)
            self.publish(f"Ferry {len(self._titles)} leaves")
            assert await self.hub.push() == 202
            await self.tick()

    async def states(self) -> dict[str, int]:
        return dict((await self.store.backlog.backlog(self.now)).hooks)

    async def restart(self, base: str | None) -> None:
        """Begin anew with another public address, or none."""
        self.hooks = replace(self.hooks, base=base)


@asynccontextmanager
async def house(folder: Path) -> AsyncIterator[House]:
    """Give a house whose feed is held and served, and was not read yet."""
    await asyncio.to_thread(preload)
    async with (
        FeedServer() as server,
        Hub() as hub,
        open_store(folder / "tidings.db") as store,
        HttpFetcher(
            user_agent="Tidings-tests (+https://tidings.example)", min_gap_s=0, allow_private_hosts=["127.0.0.1"]
        ) as fetcher,
        WorkerParser() as parser,
    ):
        interest = await store.topics.put_topic(topic())
        one = House(
            store=store,
            server=server,
            hub=hub,
            poller=Poller(fetcher=fetcher, parser=parser, store=store.feeds, pace=PACE, owner="test", concurrency=2),
            hooks=Hooks(hub=fetcher, store=store.hooks, pace=PACE, base=None, new_key=new_key),
            topic=interest,
        )
        callback = Callback(store=store.hooks, now=lambda: one.now, max_bytes=MAX_BODY, count=one.counted.append)
        app = await asyncio.to_thread(
            lambda: make_app(
                pages_of(store), {CALLBACK: callback.confirm}, posts={CALLBACK: callback.take}, answer_s=0.5
            )
        )
        async with listening(app, "127.0.0.1", 0) as port:
            await one.restart(f"http://127.0.0.1:{port}")
            held = await store.feeds.add_feed(server.url("/feed"), now=NOW)
            await store.topics.attach(interest.id, held.id, now=NOW, backfill=0)
            one.serve()
            yield one
