"""Teasers are read behind their link: once, with bounded tries, and never in the way of news."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from digests.core.members import FeedChoice
from digests.core.models import EntryId
from digests.pipeline.read import Reading
from digests.sources.fetch import HttpFetcher
from digests.sources.page import ArticleReader
from storage import Store, open_store
from tests.builders import feed_update, new_entry
from tests.feed_server import FeedServer

NOW = datetime(2031, 3, 4, 8, tzinfo=UTC)
PARAGRAPHS = tuple(
    f"The harbour office of Varnholm said on Monday that berth number {number} would open again after the fire of the "
    f"week before, and that {number}0 ships were waiting outside the mole for a place to unload their goods."
    for number in range(1, 6)
)
PAGE = (
    "<!doctype html><html lang='en'><head><title>Berths open</title></head><body><nav><a href='/'>Home</a></nav>"
    f"<article><h1>Berths open</h1>{''.join(f'<p>{paragraph}</p>' for paragraph in PARAGRAPHS)}</article>"
    "<footer>All rights reserved</footer></body></html>"
)


@pytest.fixture
async def store() -> AsyncIterator[Store]:
    async with open_store(":memory:") as one:
        yield one


@pytest.fixture
async def server() -> AsyncIterator[FeedServer]:
    async with FeedServer() as one:
        yield one


async def teaser(store: Store, link: str, html: str = "<p>Berths open again.</p>", *, on: bool = True) -> EntryId:
    feed = await store.feeds.add_feed("https://kestrel.example/rss", now=NOW)
    await store.feeds.put_choice(FeedChoice(feed_id=feed.id, guild_id=0, read_pages=on))
    new = new_entry(data={"link": link, "html": html})
    (entry_id,) = await store.feeds.apply_updates([feed_update(feed.id, new)])
    return entry_id


async def read(store: Store, now: datetime = NOW) -> int:
    fetcher = HttpFetcher(user_agent="Tidings-tests", min_gap_s=0, allow_private_hosts=["127.0.0.0/8"])
    async with fetcher, ArticleReader(fetcher) as pages:
        return await Reading(pages=pages, store=store.pages).read(now)


async def test_a_teaser_gets_the_text_of_its_page(store: Store, server: FeedServer) -> None:
    server.set("/story", PAGE.encode(), content_type="text/html")
    await teaser(store, server.url("/story"))
    assert await store.entries.unjoined(9) == ()
    assert await read(store) == 1
    (entry,) = await store.entries.unjoined(9)
    assert entry.text.split("\n")[-5:] == list(PARAGRAPHS)
    assert await read(store, NOW + timedelta(hours=1)) == 0


async def test_a_page_that_fails_is_tried_twice_and_holds_nothing_up(store: Store, server: FeedServer) -> None:
    server.fail("/story", times=9)
    await teaser(store, server.url("/story"))
    assert await read(store) == 0
    assert await store.entries.unjoined(9) == ()
    assert await read(store, NOW + timedelta(minutes=2)) == 0
    assert len(await store.entries.unjoined(9)) == 1
    assert await read(store, NOW + timedelta(minutes=9)) == 0
    assert server.count("/story") == 2


async def test_a_page_without_an_article_leaves_the_teaser(store: Store, server: FeedServer) -> None:
    server.set("/story", b"<html><body><nav>Home</nav></body></html>", content_type="text/html")
    await teaser(store, server.url("/story"))
    assert await read(store) == 0


@pytest.mark.parametrize(("html", "on"), [("<p>Berths open again.</p>", False), ("<p>Whole text.</p>" * 60, True)])
async def test_only_teasers_of_feeds_that_ask_for_it_are_read(
    store: Store, server: FeedServer, html: str, on: bool
) -> None:
    await teaser(store, server.url("/story"), html, on=on)
    assert len(await store.entries.unjoined(9)) == 1
    assert await read(store) == 0
    assert server.requests == []
