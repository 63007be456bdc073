"""From a site to its feeds, over real HTTP."""

from __future__ import annotations

import pytest

from digests.core.errors import UseError
from tests.builders import GUILD, NOW
from tests.sources.test_list_page import TITLES, links
from tests.usecases.conftest import House
from tests.usecases.test_feeds import RSS

NAMED = '<link rel="alternate" type="application/rss+xml" title="{0}" href="{1}">'


def page(*tags: str) -> bytes:
    return f"<!doctype html><html><head>{''.join(tags)}</head><body>Kestrel</body></html>".encode()


async def find(house: House, path: str) -> list[str]:
    found = await house.services.feeds.finder.find(house.server.url(path))
    return [one.url.removeprefix(house.server.url("")) for one in found]


async def refusal(house: House, path: str) -> UseError:
    with pytest.raises(UseError) as error:
        await find(house, path)
    return error.value


async def test_a_feed_is_itself(house: House) -> None:
    house.server.set("/rss", RSS)
    assert await find(house, "/rss") == ["/rss"]
    assert len(house.server.requests) == 1


async def test_a_page_leads_to_the_feeds_it_names(house: House) -> None:
    house.server.set("/", page(NAMED.format("News", "/news.xml"), NAMED.format("Sport", "/sport.xml")))
    for path in ("/news.xml", "/sport.xml"):
        house.server.set(path, RSS)
    assert await find(house, "/") == ["/news.xml", "/sport.xml"]


async def test_feeds_a_page_names_in_vain_are_passed_over(house: House) -> None:
    house.server.set("/", page(NAMED.format("Gone", "/gone.xml"), NAMED.format("News", "/news.xml")))
    house.server.set("/news.xml", RSS)
    assert await find(house, "/") == ["/news.xml"]


async def test_two_names_of_one_feed_are_one(house: House) -> None:
    house.server.set("/", page(NAMED.format("A", "/a.xml"), NAMED.format("B", "/b.xml")))
    house.server.set("/a.xml", RSS)
    house.server.redirect("/b.xml", "/a.xml")
    assert await find(house, "/") == ["/a.xml"]


async def test_where_a_page_names_none_the_usual_places_are_tried(house: House) -> None:
    house.server.set("/", page())
    house.server.set("/atom.xml", RSS)
    assert await find(house, "/") == ["/atom.xml"]


async def test_a_site_without_any_feed_says_so(house: House) -> None:
    house.server.set("/", page())
    assert (await refusal(house, "/")).code == "no-feed-there"


@pytest.mark.parametrize(("status", "code"), [(401, "login"), (403, "blocked"), (404, "not-found"), (503, "server")])
async def test_a_site_that_cannot_be_read_says_why_and_is_not_searched(house: House, status: int, code: str) -> None:
    house.server.set("/", b"no", status=status)
    assert (await refusal(house, "/")).code == f"failure-{code}"
    assert len(house.server.requests) == 1


async def test_a_page_of_a_site_without_feeds_is_read_itself_where_it_lists_articles(house: House) -> None:
    house.server.set("/", f"<!doctype html><html><title>Kestrel</title>{links()}</html>".encode())
    (found,) = await house.services.feeds.finder.find(house.server.url("/"))
    assert found.as_page
    assert [one.data.title for one in found.document.entries] == list(TITLES)
    topic = await house.services.topics.create(GUILD, "Ferries")
    feed = await house.services.feeds.add(found, topic, now=NOW)
    assert (feed.as_page, feed.read_pages) == (True, True)
