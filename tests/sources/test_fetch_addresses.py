"""Where the fetcher goes: no private address that was not allowed, and words for every host it cannot reach."""

from __future__ import annotations

import asyncio
import socket
import ssl

import aiohttp
import pytest
from aiohttp.abc import ResolveResult
from aiohttp.client_reqrep import ConnectionKey

from digests.core.models import Failure, FetchFailed
from digests.sources.failures import explain
from digests.sources.fetch import HttpFetcher
from tests.fetching import FEED, FakeResolver, failed, fetched, fetcher
from tests.hostile_server import HostileServer, head, redirect, reply


@pytest.mark.parametrize(
    "url", ["", "harbour", "ftp://mara:secret@harbour.example/", "https://mara:secret@har bour/?key=secret"]
)
async def test_what_is_no_web_address_fails_without_showing_its_secrets(client: HttpFetcher, url: str) -> None:
    outcome = failed(await client.fetch(url))

    assert outcome.reason is Failure.BAD_ADDRESS
    assert "secret" not in outcome.detail


@pytest.mark.parametrize("host", ["127.0.0.1", "[::ffff:127.0.0.1]", "0.0.0.0", "１２７.0.0.1", "mirror.example"])
async def test_loopback_is_refused_unless_the_admin_allows_it(server: HostileServer, host: str) -> None:
    server.on("/feed", reply(200, body=FEED))
    async with fetcher(allow_private_hosts=[], resolver=FakeResolver({"mirror.example": ["127.0.0.1"]})) as client:
        outcome = failed(await client.fetch(server.url("/feed", host=host)))

    assert outcome.reason is Failure.PRIVATE_ADDRESS
    assert server.connections == 0


@pytest.mark.parametrize("host", ["127.1", "2130706433"])
async def test_an_address_in_an_old_number_form_is_no_web_address(client: HttpFetcher, host: str) -> None:
    assert failed(await client.fetch(f"http://{host}/feed")).reason is Failure.BAD_ADDRESS


async def test_an_ipv6_loopback_is_refused_unless_the_admin_allows_it(client: HttpFetcher) -> None:
    outcome = failed(await client.fetch("http://[::1]:1/feed"))

    assert outcome.reason is Failure.PRIVATE_ADDRESS
    assert "loopback" in outcome.detail


async def test_a_host_with_several_private_addresses_is_told_as_private() -> None:
    class Both(FakeResolver):
        async def resolve(
            self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
        ) -> list[ResolveResult]:
            found = [await FakeResolver({host: [address]}).resolve(host, port) for address in ("::1", "10.0.0.1")]
            return [one for answer in found for one in answer]

    async with fetcher(resolver=Both({})) as client:
        outcome = failed(await client.fetch("http://mirror.example/feed"))

    assert outcome.reason is Failure.PRIVATE_ADDRESS


async def test_a_redirect_to_a_private_address_is_refused(server: HostileServer, client: HttpFetcher) -> None:
    server.on("/feed", redirect("http://169.254.169.254/latest/meta-data/"))

    outcome = failed(await client.fetch(server.url("/feed")))

    assert outcome.reason is Failure.PRIVATE_ADDRESS
    assert "metadata" in outcome.detail


async def test_a_name_that_is_rebound_to_a_private_address_is_refused(server: HostileServer) -> None:
    resolver = FakeResolver({"mirror.example": ["127.0.0.1", "10.0.0.1"]})
    server.on("/feed", redirect("http://mirror.example:1/feed"))
    async with fetcher(resolver=resolver) as client:
        outcome = failed(await client.fetch(server.url("/feed", host="mirror.example")))

    assert outcome.reason is Failure.PRIVATE_ADDRESS
    assert len(server.requests) == 1


async def test_a_name_the_admin_allows_may_resolve_to_anything_and_no_other_name_may(server: HostileServer) -> None:
    server.on("/feed", reply(200, body=FEED))
    resolver = FakeResolver({"nas.lan": ["127.0.0.1"], "evil.example": ["127.0.0.1"]})
    async with fetcher(resolver=resolver, allow_private_hosts=["nas.lan:80"]) as client:
        assert fetched(await client.fetch(server.url("/feed", host="NAS.lan"))).body == FEED
        outcome = failed(await client.fetch(server.url("/feed", host="evil.example")))

    assert outcome.reason is Failure.PRIVATE_ADDRESS
    assert server.connections == 1


async def test_a_host_nobody_knows_is_told_as_such() -> None:
    async with fetcher(resolver=FakeResolver({})) as client:
        outcome = failed(await client.fetch("http://nowhere.example/feed"))

    assert outcome.reason is Failure.UNKNOWN_HOST
    assert "nowhere.example" in outcome.detail


async def test_a_port_where_nobody_listens_is_a_connection_failure(client: HttpFetcher) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))

        assert failed(await client.fetch(f"http://127.0.0.1:{unused.getsockname()[1]}/")).reason is Failure.CONNECTION


async def test_a_server_that_speaks_no_tls_is_a_certificate_failure(client: HttpFetcher) -> None:
    def answer_at_once(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(head(400))
        writer.close()

    plain = await asyncio.start_server(answer_at_once, "127.0.0.1", 0)
    async with plain:
        outcome = failed(await client.fetch(f"https://127.0.0.1:{plain.sockets[0].getsockname()[1]}/feed"))

    assert outcome.reason is Failure.CERTIFICATE


@pytest.mark.parametrize(
    ("words", "detail"),
    [
        ("certificate has expired", "harbour.example: certificate has expired"),
        ("", "harbour.example: its certificate cannot be trusted"),
    ],
)
def test_a_certificate_that_cannot_be_trusted_says_why(words: str, detail: str) -> None:
    key = ConnectionKey("harbour.example", 443, True, True, None, None, None)
    untrusted = ssl.SSLCertVerificationError("certificate verify failed")
    untrusted.verify_message = words

    outcome = explain(aiohttp.ClientConnectorCertificateError(key, untrusted), "harbour.example")

    assert outcome == FetchFailed(reason=Failure.CERTIFICATE, detail=detail)
