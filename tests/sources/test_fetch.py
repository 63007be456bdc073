"""The fetcher against a loopback server that misbehaves: requests, answers, bodies."""

from __future__ import annotations

import asyncio
import contextlib
import sys

import pytest

from digests.core.models import Failure, Fetched, NotModified, Validators
from digests.ports import Fetcher
from digests.sources.fetch import HttpFetcher
from tests.fetching import AGENT, CAP, FEED, failed, fetched, fetcher
from tests.hostile_server import HostileServer, bomb, drip, endless, head, packed, raw, reply, silence

SOCKET_BUFFERS = 2**26  # what two loopback sockets may hold between them: 10 MiB on a Linux left as it is


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


async def test_feeds_on_many_hosts_never_use_up_the_files_a_process_may_open() -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while b"Connection: close" not in await reader.readuntil(b"\r\n\r\n"):
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<rss/>")
            writer.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 6\r\n\r\n<rss/>")
        writer.close()

    everywhere = await asyncio.start_server(answer, "0.0.0.0")  # all of 127.0.0.0/8
    async with everywhere:
        port = everywhere.sockets[0].getsockname()[1]
        command = [sys.executable, "-m", "tests.sources.many_hosts", str(port), "600", "128"]
        process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
        told, _ = await asyncio.wait_for(process.communicate(), 30)
    assert told.decode().strip() == "{'Fetched': 600}"
