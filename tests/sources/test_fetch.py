"""The fetcher against a loopback server that misbehaves."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.client_reqrep import ConnectionKey

from digests.core.models import Failure, Fetched, FetchFailed, NotModified, Validators
from digests.ports import Fetcher
from digests.sources.failures import explain
from digests.sources.fetch import MAX_REDIRECTS, HttpFetcher
from tests.hostile_server import HostileServer, bomb, drip, endless, head, packed, raw, redirect, reply, silence

AGENT = "Tidings/0 (+https://tidings.example/contact)"
FEED = b"<rss><channel/></rss>"
CAP = 2**20
SOCKET_BUFFERS = (
    2**24
)  # what two loopback sockets may hold between them: Linux's default tcp_wmem and tcp_rmem are 4 + 6 MiB


class FakeResolver(AbstractResolver):
    """Names to addresses; every question takes the next answer, the last one stays."""

    def __init__(self, names: dict[str, list[str]]) -> None:
        self._names = names

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        if host not in self._names:
            raise OSError(None, "no such name")
        left = self._names[host]
        address = left.pop(0) if len(left) > 1 else left[0]
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
        ]

    async def close(self) -> None:
        """Nothing is held."""


def fetcher(**changes) -> HttpFetcher:
    settings = {"user_agent": AGENT, "max_bytes": CAP, "min_gap_s": 0, "allow_private_hosts": ["127.0.0.1"]}
    return HttpFetcher(**(settings | changes))


@pytest.fixture
async def server() -> AsyncIterator[HostileServer]:
    async with HostileServer() as running:
        yield running


@pytest.fixture
async def client() -> AsyncIterator[HttpFetcher]:
    async with fetcher() as running:
        yield running


def failed(outcome: object) -> FetchFailed:
    assert isinstance(outcome, FetchFailed), outcome
    assert outcome.detail
    return outcome


def fetched(outcome: object) -> Fetched:
    assert isinstance(outcome, Fetched), outcome
    return outcome


async def test_a_feed_comes_with_all_that_its_headers_say(server: HostileServer, client: HttpFetcher) -> None:
    server.on(
        "/feed",
        reply(
            200,
            {
                "Content-Type": 'application/rss+xml; charset="ISO-8859-1"',
                "ETag": 'W/"a1"',
                "Last-Modified": "Mon, 02 Feb 2026 10:00:00 GMT",
                "Cache-Control": "max-age=900",
            },
            FEED,
        ),
    )
    port: Fetcher = client

    assert await port.fetch(server.url("/feed#top")) == Fetched(
        url=server.url("/feed"),
        body=FEED,
        content_type="application/rss+xml",
        charset="ISO-8859-1",
        etag='W/"a1"',
        last_modified="Mon, 02 Feb 2026 10:00:00 GMT",
        max_age_s=900,
    )


async def test_a_request_says_who_asks_and_what_it_can_read(server: HostileServer, client: HttpFetcher) -> None:
    server.on("/feed", reply(200, body=FEED))

    await client.fetch(server.url("/feed"))

    headers = server.requests[0].headers
    assert headers["user-agent"] == AGENT
    assert headers["accept-encoding"] == "gzip, deflate, br"
    assert "application/atom+xml" in headers["accept"]
    assert not headers.keys() & {"if-none-match", "if-modified-since", "cookie", "authorization", "referer"}


async def test_validators_go_back_byte_for_byte_and_304_brings_new_ones(
    server: HostileServer, client: HttpFetcher
) -> None:
    server.on("/feed", raw(head(304, {"ETag": '"b2"', "Cache-Control": "max-age=60"})))
    held = Validators(etag='W/"a1-gzip"', last_modified="Mon,  2 Feb 2026 10:00:00 +0000")

    outcome = await client.fetch(server.url("/feed"), held)

    assert outcome == NotModified(etag='"b2"', max_age_s=60)
    assert server.requests[0].headers["if-none-match"] == 'W/"a1-gzip"'
    assert server.requests[0].headers["if-modified-since"] == "Mon,  2 Feb 2026 10:00:00 +0000"


async def test_empty_validators_are_not_sent(server: HostileServer, client: HttpFetcher) -> None:
    server.on("/feed", reply(200, {"ETag": '""', "Last-Modified": ""}, FEED))

    outcome = fetched(await client.fetch(server.url("/feed"), Validators(etag="", last_modified="")))

    assert (outcome.etag, outcome.last_modified) == (None, None)
    assert not server.requests[0].headers.keys() & {"if-none-match", "if-modified-since"}


async def test_a_304_nobody_asked_for_is_a_failure(server: HostileServer, client: HttpFetcher) -> None:
    server.on("/feed", raw(head(304)))

    assert failed(await client.fetch(server.url("/feed"))).reason is Failure.STATUS


async def test_an_etag_in_bytes_that_cannot_be_sent_back_is_not_kept(
    server: HostileServer, client: HttpFetcher
) -> None:
    server.on("/feed", raw(b'HTTP/1.1 200 OK\r\nETag: "caf\xe9"\r\nContent-Length: 2\r\n\r\nok'))

    assert fetched(await client.fetch(server.url("/feed"))).etag is None


async def test_the_address_goes_out_exactly_as_the_feed_has_it(server: HostileServer, client: HttpFetcher) -> None:
    target = "/a%2Fb/%7Ec?sig=a%2Bb%3D+c&x[]=%c3%a9;d"
    server.on("/a%2Fb/%7Ec", reply(200, body=FEED))

    await client.fetch(server.url(target))

    assert server.requests[0].target == target


@pytest.mark.parametrize("coding", ["gzip", "deflate", "raw-deflate", "br"])
async def test_a_compressed_body_comes_decoded(server: HostileServer, client: HttpFetcher, coding: str) -> None:
    server.on("/feed", reply(200, {"Content-Encoding": coding.removeprefix("raw-")}, packed(FEED, coding)))

    assert fetched(await client.fetch(server.url("/feed"))).body == FEED


@pytest.mark.parametrize("coding", ["gzip", "deflate", "raw-deflate", "br"])
async def test_a_bomb_is_refused(server: HostileServer, client: HttpFetcher, coding: str) -> None:
    server.on("/feed", bomb(coding, 64 * CAP))

    assert failed(await client.fetch(server.url("/feed"))).reason is Failure.TOO_LARGE


async def test_a_body_declared_too_long_is_not_even_begun(server: HostileServer, client: HttpFetcher) -> None:
    server.on("/feed", endless({"Content-Length": str(30 * CAP)}))

    assert failed(await client.fetch(server.url("/feed"))).reason is Failure.TOO_LARGE
    assert server.sent_bytes <= SOCKET_BUFFERS


async def test_a_body_without_end_is_left_at_the_cap(server: HostileServer, client: HttpFetcher) -> None:
    server.on("/feed", endless())

    assert failed(await client.fetch(server.url("/feed"))).reason is Failure.TOO_LARGE
    assert server.sent_bytes <= CAP + SOCKET_BUFFERS


async def test_thirty_megabytes_are_too_many_and_one_is_not(server: HostileServer) -> None:
    server.on("/large", reply(200, body=bytes(30 * CAP)))
    server.on("/exact", reply(200, body=bytes(CAP)))
    async with fetcher() as client:
        assert failed(await client.fetch(server.url("/large"))).reason is Failure.TOO_LARGE
        assert len(fetched(await client.fetch(server.url("/exact"))).body) == CAP


async def test_a_slow_drip_ends_at_the_deadline(server: HostileServer) -> None:
    server.on("/feed", drip())
    async with fetcher(timeout_s=0.3) as client:
        assert failed(await client.fetch(server.url("/feed"))).reason is Failure.TIMEOUT


async def test_redirects_share_one_deadline(server: HostileServer) -> None:
    asked = asyncio.Event()
    server.on("/feed", redirect("/there"))
    server.on("/there", silence(asked))
    async with fetcher(timeout_s=0.3) as client:
        assert failed(await client.fetch(server.url("/feed"))).reason is Failure.TIMEOUT
    assert asked.is_set()


async def test_cancelling_passes_through(server: HostileServer, client: HttpFetcher) -> None:
    asked = asyncio.Event()
    server.on("/feed", silence(asked))
    task = asyncio.create_task(client.fetch(server.url("/feed")))
    await asked.wait()
    task.cancel()

    with pytest.raises(asyncio.CancelledError):
        await task


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello", "cut short"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", "cut short"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\nhello", "malformed"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello", "malformed"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "malformed"),
        (b"HTTP/1.1 200 OK\r\nX-Long: " + b"a" * 100_000 + b"\r\n\r\n", "malformed"),
        (b"good evening\r\n\r\n", "malformed"),
    ],
)
async def test_a_broken_answer_is_a_failure_and_never_part_of_a_feed(
    server: HostileServer, client: HttpFetcher, answer: bytes, words: str
) -> None:
    server.on("/feed", raw(answer))

    outcome = failed(await client.fetch(server.url("/feed")))

    assert outcome.reason is Failure.BROKEN
    assert words in outcome.detail
    assert len(outcome.detail) < 200


async def test_an_answer_that_never_comes_is_a_connection_failure(server: HostileServer, client: HttpFetcher) -> None:
    server.on("/feed", raw(b""))

    assert failed(await client.fetch(server.url("/feed"))).reason is Failure.CONNECTION


async def test_headers_as_long_and_as_many_as_real_feeds_send_are_taken(
    server: HostileServer, client: HttpFetcher
) -> None:
    many = [
        ("X-Long", "a" * 12_000),
        *((f"X-{number}", "a") for number in range(200)),
        ("ETag", '"1"'),
        ("ETag", '"2"'),
    ]
    server.on("/feed", reply(200, many, FEED))

    assert fetched(await client.fetch(server.url("/feed"))).etag == '"1"'


@pytest.mark.parametrize("coding", ["gzip", "br", "zstd"])
async def test_a_garbled_body_is_asked_for_once_more_uncompressed(
    server: HostileServer, client: HttpFetcher, coding: str
) -> None:
    server.on("/feed", reply(200, {"Content-Encoding": coding}, FEED), reply(200, body=FEED))

    assert fetched(await client.fetch(server.url("/feed"), Validators(etag='"1"'))).body == FEED
    assert [request.headers["accept-encoding"] for request in server.requests] == ["gzip, deflate, br", "identity"]
    assert server.requests[1].headers["if-none-match"] == '"1"'


async def test_a_body_garbled_twice_is_broken_and_not_asked_for_again(
    server: HostileServer, client: HttpFetcher
) -> None:
    server.on("/feed", reply(200, {"Content-Encoding": "gzip"}, packed(FEED * 100, "gzip")[:-9]))

    assert failed(await client.fetch(server.url("/feed"))).reason is Failure.BROKEN
    assert len(server.requests) == 2


async def test_an_empty_answer_is_no_feed(server: HostileServer, client: HttpFetcher) -> None:
    server.on("/feed", reply(200))
    server.on("/none", raw(head(204)))

    assert failed(await client.fetch(server.url("/feed"))).reason is Failure.EMPTY
    assert failed(await client.fetch(server.url("/none"))).reason is Failure.EMPTY


@pytest.mark.parametrize("wait", ["90", "Mon, 02 Feb 2026 10:01:30 GMT"])
@pytest.mark.parametrize(("status", "reason"), [(429, Failure.RATE_LIMITED), (503, Failure.SERVER)])
async def test_a_server_that_asks_to_wait_is_heard(
    server: HostileServer, client: HttpFetcher, status: int, reason: Failure, wait: str
) -> None:
    server.on("/feed", reply(status, {"Retry-After": wait, "Date": "Mon, 02 Feb 2026 10:00:00 GMT"}))

    outcome = failed(await client.fetch(server.url("/feed")))

    assert (outcome.reason, outcome.status, outcome.retry_after_s) == (reason, status, 90)


async def test_a_feed_that_is_gone_is_told_as_gone(server: HostileServer, client: HttpFetcher) -> None:
    server.on("/feed", reply(410))

    assert failed(await client.fetch(server.url("/feed"))).reason is Failure.GONE


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


@pytest.mark.parametrize(
    "url", ["", "harbour", "ftp://mara:secret@harbour.example/", "https://mara:secret@har bour/?key=secret"]
)
async def test_what_is_no_web_address_fails_without_showing_its_secrets(client: HttpFetcher, url: str) -> None:
    outcome = failed(await client.fetch(url))

    assert outcome.reason is Failure.BAD_ADDRESS
    assert "secret" not in outcome.detail


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "[::ffff:127.0.0.1]", "0.0.0.0", "127.1", "１２７.0.0.1", "mirror.example"]
)
async def test_loopback_is_refused_unless_the_admin_allows_it(server: HostileServer, host: str) -> None:
    server.on("/feed", reply(200, body=FEED))
    async with fetcher(allow_private_hosts=[], resolver=FakeResolver({"mirror.example": ["127.0.0.1"]})) as client:
        outcome = failed(await client.fetch(server.url("/feed", host=host)))

    assert outcome.reason in (
        {Failure.PRIVATE_ADDRESS} if host != "127.1" else {Failure.BAD_ADDRESS, Failure.UNKNOWN_HOST}
    )
    assert server.connections == 0


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


def test_a_certificate_that_cannot_be_trusted_says_why() -> None:
    key = ConnectionKey("harbour.example", 443, True, True, None, None, None)
    untrusted = ssl.SSLCertVerificationError("certificate verify failed")
    untrusted.verify_message = "certificate has expired"

    outcome = explain(aiohttp.ClientConnectorCertificateError(key, untrusted), "harbour.example")

    assert outcome == FetchFailed(reason=Failure.CERTIFICATE, detail="harbour.example: certificate has expired")


async def test_one_host_is_asked_by_no_more_than_its_share_at_once(server: HostileServer) -> None:
    running, most = 0, 0

    async def count(request, line) -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0)
        running -= 1
        await line.send(head(200, {"Content-Length": "2"}) + b"ok")

    server.on("/feed", count)
    async with fetcher(per_host=2) as client:
        outcomes = await asyncio.gather(*(client.fetch(server.url(f"/feed?{number}")) for number in range(8)))

    assert [type(outcome) for outcome in outcomes] == [Fetched] * 8
    assert most <= 2
