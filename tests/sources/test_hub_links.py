"""Where feeds name their hubs: Link headers, Atom's links (in RSS too), JSON Feed's hubs; whatever else is in there."""

from __future__ import annotations

import json
import time

import pytest

from digests.core.hubs import NO_LINKS, HubLinks
from digests.core.models import Fetched
from digests.sources.document import parse_feed
from digests.sources.hub_links import hub_links
from tests.feed_server import FeedServer
from tests.fetching import fetched, fetcher

URL = "https://harbour-post.example/feeds/all"
HUB = "https://hub.example/"
SELF = "https://harbour-post.example/feed"
NAMED = HubLinks(hubs=(HUB,), self_url=SELF)
ATOM_LINKS = f'<link rel="hub" href="{HUB}"/><link rel="self" type="application/atom+xml" href="../feed"/>'
ATOM_IN_RSS = ATOM_LINKS.replace("<link", "<a:link")


@pytest.mark.parametrize(
    ("values", "links"),
    [
        ([], NO_LINKS),
        ([f'<{HUB}>; rel="hub", <{SELF}>; rel="self"'], NAMED),
        ([f"<{HUB}>;rel=hub", "</feed>; rel=self"], NAMED),
        ([f'<{HUB}>; title="a, b; rel=x"; REL="Hub"', f'<{SELF}>; rel="canonical self"'], NAMED),
        ([f'<{HUB}>; rel="hub", <https://b.example/>; rel="hub"'], HubLinks(hubs=(HUB, "https://b.example/"))),
        (['<javascript:alert(1)>; rel="hub", <>; rel="hub", <ftp://x.example>; rel=self'], NO_LINKS),
        (["<<<>;rel=hub", 'rel="hub"', ";;;,,,"], NO_LINKS),
        ([f'<https://other.example/>; rel="preload", <{HUB}>; rel="github"'], NO_LINKS),
    ],
)
def test_link_headers_are_read(values: list[str], links: HubLinks) -> None:
    assert hub_links(values, URL) == links


@pytest.mark.parametrize("piece", ["<", "<>", "<>;", "<> ;rel ", '<>; rel="', "; rel=", " ", ","])
def test_a_hostile_link_header_takes_no_time(piece: str) -> None:
    began = time.perf_counter()
    hub_links([piece * 65_536], URL)
    assert time.perf_counter() - began < 0.05


@pytest.mark.parametrize(
    "body",
    [
        f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title>{ATOM_LINKS}</feed>',
        f'<rss xmlns:a="http://www.w3.org/2005/Atom"><channel><link>https://harbour-post.example/</link>{ATOM_IN_RSS}'
        "</channel></rss>",
        json.dumps(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "items": [],
                "feed_url": SELF,
                "hubs": [{"type": "rssCloud", "url": "https://no.example/"}, 3, {"type": "WebSub", "url": HUB}],
            }
        ),
    ],
    ids=["atom", "rss", "json"],
)
def test_documents_name_their_hub_and_address(body: str) -> None:
    assert parse_feed(Fetched(url=URL, body=body.encode())).links == NAMED


def test_an_entrys_links_name_no_hub() -> None:
    body = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry>{ATOM_LINKS}</entry></feed>'
    assert parse_feed(Fetched(url=URL, body=body.encode())).links == NO_LINKS


async def test_headers_of_the_answer_come_with_its_body() -> None:
    async with FeedServer() as server, fetcher() as one:
        server.set("/feed", "<rss/>", headers={"Link": f'<{HUB}>; rel="hub", </feed>; rel="self"'})
        outcome = fetched(await one.fetch(server.url("/feed")))
        assert outcome.links == HubLinks(hubs=(HUB,), self_url=server.url("/feed"))
