"""The server itself: what hangs or breaks is answered, what cannot be listened at is said."""

from __future__ import annotations

import asyncio
import logging

import pytest
from aiohttp import ClientSession, web

from bot.replies import preload
from bot.web.addresses import base_of
from bot.web.server import listening, make_app
from config.settings import Web
from digests.core.errors import UseError
from storage import Store
from tests.web.conftest import pages_of


async def hang(_request: web.Request) -> web.Response:
    await asyncio.Event().wait()
    raise AssertionError


async def fail(_request: web.Request) -> web.Response:
    raise RuntimeError("a fault of ours")


async def test_what_hangs_or_breaks_is_answered_with_a_page(
    store: Store,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await asyncio.to_thread(preload)
    own = {"/hang": hang, "/fail": fail}
    app = await asyncio.to_thread(lambda: make_app(pages_of(store), own, answer_s=0.05))
    async with listening(app, "127.0.0.1", 0) as port, ClientSession() as session:
        for path, status in (("/hang", 503), ("/fail", 500)):
            async with session.get(f"http://127.0.0.1:{port}{path}") as answer:
                assert answer.status == status
                assert "Try again" in await answer.text()
                assert "Content-Security-Policy" in answer.headers
    assert "a fault of ours" in caplog.text


async def test_no_address_of_an_archive_is_logged(
    store: Store,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    await asyncio.to_thread(preload)
    app = await asyncio.to_thread(make_app, pages_of(store), {})
    async with (
        listening(app, "127.0.0.1", 0) as port,
        ClientSession() as session,
        session.get(f"http://127.0.0.1:{port}/secretkey/story/1") as answer,
    ):
        assert answer.status == 404
    assert "secretkey" not in caplog.text


async def test_a_port_in_use_is_said(store: Store) -> None:
    apps = [await asyncio.to_thread(make_app, pages_of(store), {}) for _ in range(2)]
    async with listening(apps[0], "127.0.0.1", 0) as port:
        with pytest.raises(UseError) as refused:
            async with listening(apps[1], "127.0.0.1", port):
                raise AssertionError
    assert refused.value.code == "web-port-in-use"
    assert refused.value.fields["port"] == str(port)


@pytest.mark.parametrize(
    ("settings", "base"),
    [
        (Web(public_url="https://news.example/read/"), "https://news.example/read"),
        (Web(host="0.0.0.0", port=81), "http://127.0.0.1:81"),
        (Web(host="::1", port=81), "http://[::1]:81"),
        (Web(), "http://127.0.0.1:8080"),
    ],
)
def test_the_archive_is_where_readers_reach_it(settings: Web, base: str) -> None:
    assert base_of(settings) == base
