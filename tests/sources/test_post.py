"""Sending a form where a feed says to: guarded, paced and bounded as every fetch, over https to strangers."""

from __future__ import annotations

import pytest

from digests.core.models import Failure
from tests.feed_server import FeedServer
from tests.fetching import FakeResolver, failed, fetcher

FORM = {"hub.mode": "subscribe", "hub.topic": "https://harbour-post.example/Zürich?a=b&c"}


@pytest.mark.parametrize("status", [200, 202, 204])
async def test_a_form_is_taken_by_any_success(status: int) -> None:
    async with FeedServer() as server, fetcher() as one:
        server.set("/", status=status)
        assert await one.post(server.url("/"), FORM) is None
        assert server.last("/").headers["content-type"] == "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("status", "reason"),
    [(400, Failure.STATUS), (302, Failure.STATUS), (429, Failure.RATE_LIMITED), (500, Failure.SERVER)],
)
async def test_a_form_that_is_not_taken_says_why(status: int, reason: Failure) -> None:
    async with FeedServer() as server, fetcher() as one:
        server.set("/", status=status, headers={"Location": "/elsewhere"})
        assert failed(await one.post(server.url("/"), FORM)).reason is reason
        assert server.count("/elsewhere") == 0


async def test_a_form_follows_the_redirects_that_keep_it_one() -> None:
    async with FeedServer() as server, fetcher() as one:
        server.redirect("/", "/moved", status=308)
        server.redirect("/moved", "/there", status=307)
        server.set("/there", status=202)
        assert await one.post(server.url("/"), FORM) is None
        server.redirect("/there", "/")
        server.redirect("/there", "/", status=307)
        assert failed(await one.post(server.url("/"), FORM)).reason is Failure.REDIRECTS


@pytest.mark.parametrize("url", ["http://{host}/", "http://127.0.0.1/to"])
async def test_a_form_reaches_no_private_address_and_is_not_led_to_one(url: str) -> None:
    async with FeedServer() as server, FeedServer("127.0.0.2") as inside, fetcher() as one:
        inside.set("/", status=202)
        server.redirect("/to", inside.url("/"), status=307)
        start = url.format(host=f"127.0.0.2:{inside.port}").replace("127.0.0.1/", f"127.0.0.1:{server.port}/")
        assert failed(await one.post(start, FORM)).reason is Failure.PRIVATE_ADDRESS
        assert inside.requests == []


async def test_a_strangers_hub_is_asked_over_https_only() -> None:
    async with FeedServer() as server, fetcher(resolver=FakeResolver({"hub.example": ["127.0.0.1"]})) as one:
        server.set("/", status=202)
        outcome = failed(await one.post(f"http://hub.example:{server.port}/", FORM))
        assert outcome.reason in {Failure.CERTIFICATE, Failure.CONNECTION}
        assert server.requests == []


async def test_a_hub_that_hangs_is_given_up() -> None:
    async with FeedServer() as server, fetcher(timeout_s=0.2) as one:
        server.set("/", hang=True)
        assert failed(await one.post(server.url("/"), FORM)).reason is Failure.TIMEOUT


async def test_what_is_no_web_address_is_not_asked() -> None:
    async with fetcher() as one:
        assert failed(await one.post("mailto:hub@hub.example", FORM)).reason is Failure.BAD_ADDRESS
