"""Redirects: walked by hand, remembered when permanent, trusted with nothing."""

from __future__ import annotations

import asyncio

import pytest

from digests.core.models import Failure, Validators
from digests.sources.fetch import MAX_REDIRECTS, HttpFetcher
from tests.fetching import FEED, FakeResolver, failed, fetched, fetcher
from tests.hostile_server import HostileServer, redirect, reply, silence


async def test_a_redirect_into_silence_ends_at_the_deadline(server: HostileServer) -> None:
    server.on("/feed", redirect("/there"))
    server.on("/there", silence(asyncio.Event()))
    async with fetcher(timeout_s=0.3) as client:
        assert failed(await client.fetch(server.url("/feed"))).reason is Failure.TIMEOUT


async def test_a_cookie_is_never_sent_back(server: HostileServer, client: HttpFetcher) -> None:
    server.on("/feed", reply(302, {"Set-Cookie": "seen=1; Path=/", "Location": "/next"}))
    server.on("/next", reply(200, {"Set-Cookie": "seen=2"}, FEED))

    await client.fetch(server.url("/feed"))
    await client.fetch(server.url("/next"))

    assert len(server.requests) == 3
    assert all("cookie" not in request.headers for request in server.requests)


@pytest.mark.parametrize(
    ("statuses", "moved"),
    [((301,), True), ((308, 301), True), ((302,), False), ((301, 302), False), ((307, 308), False), ((303,), False)],
)
async def test_a_feed_has_moved_only_where_every_hop_was_permanent(
    server: HostileServer, client: HttpFetcher, statuses: tuple[int, ...], moved: bool
) -> None:
    for number, status in enumerate(statuses):
        server.on(f"/{number}", redirect(f"{number + 1}", status))
    server.on(f"/{len(statuses)}", reply(200, body=FEED))

    outcome = fetched(await client.fetch(server.url("/0"), Validators(etag='"1"')))

    assert outcome.url == server.url(f"/{len(statuses)}")
    assert outcome.moved_to == (outcome.url if moved else None)
    assert server.requests[-1].headers["if-none-match"] == '"1"'


async def test_redirects_in_a_circle_are_noticed_at_once(server: HostileServer, client: HttpFetcher) -> None:
    server.on("/a", redirect("/b"))
    server.on("/b", redirect("/a#again"))

    outcome = failed(await client.fetch(server.url("/a")))

    assert outcome.reason is Failure.REDIRECTS
    assert len(server.requests) == 2


async def test_ten_redirects_are_followed_and_the_eleventh_is_not(server: HostileServer, client: HttpFetcher) -> None:
    for number in range(MAX_REDIRECTS + 1):
        server.on(f"/{number}", redirect(f"/{number + 1}"))
    server.on(f"/{MAX_REDIRECTS + 1}", reply(200, body=FEED))

    assert fetched(await client.fetch(server.url("/1"))).body == FEED
    assert failed(await client.fetch(server.url("/0"))).reason is Failure.REDIRECTS


@pytest.mark.parametrize("location", ["file:///etc/hosts", "ftp://harbour.example/", "javascript:alert(1)", "http://["])
async def test_a_redirect_to_anything_but_the_web_is_not_followed(
    server: HostileServer, client: HttpFetcher, location: str
) -> None:
    server.on("/feed", redirect(location))

    assert failed(await client.fetch(server.url("/feed"))).reason is Failure.REDIRECTS


async def test_a_redirect_without_an_address_is_a_failure(server: HostileServer, client: HttpFetcher) -> None:
    server.on("/feed", reply(301))

    assert failed(await client.fetch(server.url("/feed"))).reason is Failure.STATUS


async def test_user_info_becomes_a_header_and_stays_out_of_the_outcome(
    server: HostileServer, client: HttpFetcher
) -> None:
    server.on("/feed", redirect("/moved", 301))
    server.on("/moved", reply(200, body=FEED))
    whole = server.url("/feed").replace("//", "//mara:p%40ss@")

    outcome = fetched(await client.fetch(whole))

    assert [request.headers["authorization"] for request in server.requests] == ["Basic bWFyYTpwQHNz"] * 2
    assert outcome.url == server.url("/moved")
    assert outcome.moved_to == server.url("/moved").replace("//", "//mara:p%40ss@")


async def test_user_info_is_never_sent_to_another_host_nor_back_again(server: HostileServer) -> None:
    resolver = FakeResolver({"a.example": ["127.0.0.1"], "b.example": ["127.0.0.1"]})
    server.on("/feed", redirect(server.url("/there", host="b.example"), 301))
    server.on("/there", redirect(server.url("/back", host="a.example").replace("//", "//x:y@"), 301))
    server.on("/back", reply(200, body=FEED))
    async with fetcher(resolver=resolver) as client:
        outcome = fetched(await client.fetch(server.url("/feed", host="mara:secret@a.example")))

    assert ["authorization" in request.headers for request in server.requests] == [True, False, False]
    assert outcome.moved_to == server.url("/back", host="a.example")


async def test_user_info_is_not_sent_to_another_port(server: HostileServer, client: HttpFetcher) -> None:
    async with HostileServer() as other:
        server.on("/feed", redirect(other.url("/feed")))
        other.on("/feed", reply(200, body=FEED))
        await client.fetch(server.url("/feed", host="mara:secret@127.0.0.1"))

        assert "authorization" not in other.requests[0].headers
