"""One conditional GET over HTTP, or one form sent, polite and guarded. Decides nothing, parses no body, stores nothing.

Addresses are judged by `guard` at every connection, turns granted by `pacing`, redirects walked by `hops`, headers
understood by `answers`, bodies read by `bodies`, errors told by `failures`; here they are put together on aiohttp.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from contextlib import AsyncExitStack
from dataclasses import replace
from functools import partial
from http import HTTPStatus
from types import TracebackType
from typing import Final, Self, TypeVar

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from digests.core.errors import UseError
from digests.core.models import Failure, Fetched, FetchFailed, FetchOutcome, NotModified, Validators
from digests.core.urls import hosting, mask
from digests.sources import answers, bodies, hops
from digests.sources.failures import explain
from digests.sources.guard import guarded_socket, read_allowed
from digests.sources.hub_links import hub_links
from digests.sources.keeping import KEPT_S, Keeping
from digests.sources.pacing import MIN_GAP_S, Pacer

ACCEPT: Final = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, "
    "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.7, */*;q=0.5"
)
MAX_REDIRECTS: Final = 10  # what undici and aiohttp allow; the Fetch standard's 20 has no use for feeds

_CONNECT_S: Final = 10.0  # a host that needs longer is down
_SILENCE_S: Final = 15.0  # between two reads; alone it never ends a slow drip (measured), the total does
_PIECE: Final = 2**16
# aiohttp's 8190 bytes and 128 headers fail feeds that browsers read (measured: a 12 KB header).
_MAX_HEADER_BYTES: Final = 2**16
_MAX_HEADERS: Final = 512
_DNS_S: Final = 300  # a poll of many feeds of one host asks once
_NO_VALIDATORS: Final = Validators()
_ASKS_ELSEWHERE: Final = frozenset({307, 308})  # the redirects that keep a POST one (RFC 9110 §15.4)

T = TypeVar("T")


class HttpFetcher:
    """Implements `ports.Fetcher` and `ports.HubDoor` on one aiohttp session; enter it once for the life of the process.

    `timeout_s` bounds the time on the network of one `fetch`, redirects and all; waiting for a turn is not counted.
    `max_bytes` caps the body as received and as decoded. `user_agent` must hold an address to complain to.
    `allow_private_hosts`: host names, IP addresses or CIDR networks that may be private; a bad one is a ValueError.
    `resolver` is for tests.
    """

    def __init__(
        self,
        *,
        user_agent: str,
        timeout_s: float = 30.0,
        max_bytes: int = 10 * 2**20,
        concurrency: int = 20,
        per_host: int = 2,
        min_gap_s: float = MIN_GAP_S,
        allow_private_hosts: Iterable[str] = (),
        resolver: AbstractResolver | None = None,
    ) -> None:
        self._user_agent = user_agent
        self._timeout_s = timeout_s
        self._max_bytes = max_bytes
        self._concurrency = concurrency
        self._allowed = read_allowed(allow_private_hosts)
        self._resolver = resolver
        self._keeping = Keeping()
        self._pacer = Pacer(concurrency=concurrency, per_host=per_host, min_gap_s=min_gap_s)
        self._owned = AsyncExitStack()
        self._guarded: aiohttp.ClientSession
        self._unguarded: aiohttp.ClientSession

    async def __aenter__(self) -> Self:
        self._guarded = await self._owned.enter_async_context(self._session(is_guarded=True))
        # A socket does not know the name it was looked up for, so hosts allowed by name have connections of their own.
        self._unguarded = await self._owned.enter_async_context(self._session(is_guarded=False))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._owned.aclose()

    async def fetch(self, url: str, validators: Validators = _NO_VALIDATORS) -> FetchOutcome:
        """Give the body whole and decoded, or say why not; never raises for the network."""
        try:
            first = hops.start(url)
        except UseError:
            return FetchFailed(reason=Failure.BAD_ADDRESS, detail=f"no web address: {mask(url)[:200]}")
        headers = answers.conditional(validators)
        ask = partial(self._ask, headers | {"Accept-Encoding": bodies.OFFERED})
        outcome: FetchOutcome | bodies.Spoiled = await self._walk(first, ask)
        if outcome is bodies.Spoiled.GARBLED:
            outcome = await self._walk(first, partial(self._ask, headers | {"Accept-Encoding": "identity"}))
        match outcome:
            case bodies.Spoiled.GARBLED:
                return FetchFailed(reason=Failure.BROKEN, detail=f"the answer of {first.host} cannot be decompressed")
            case bodies.Spoiled.TOO_LARGE:
                return FetchFailed(
                    reason=Failure.TOO_LARGE, detail=f"the answer of {first.host} exceeds {self._max_bytes} bytes"
                )
            case _:
                return outcome

    async def post(self, url: str, form: Mapping[str, str]) -> FetchFailed | None:
        """Send a form, to where a redirect wants it too; None: it was taken. Never raises for the network.

        It goes out over https whatever the address says, but to a host the admin vouched for.
        """
        try:
            first = self._secured(hops.start(url))
        except UseError:
            return FetchFailed(reason=Failure.BAD_ADDRESS, detail=f"no web address: {mask(url)[:200]}")
        return await self._walk(first, partial(self._give, form))

    async def _walk(self, hop: hops.Hop, ask: Callable[[hops.Hop, float], Awaitable[T | hops.Hop]]) -> T | FetchFailed:
        """Ask, and follow redirects by hand: every hop takes its turn, is guarded, and keeps the others' secrets."""
        clock = asyncio.get_running_loop().time
        left_s, seen = self._timeout_s, {hop.url}
        for _ in range(MAX_REDIRECTS + 1):
            async with self._pacer.turn(hosting(hop.host), is_own=self._allowed.is_own(hop.host)):
                began = clock()
                answer = await ask(hop, left_s)
                left_s -= clock() - began
            if not isinstance(answer, hops.Hop):
                return answer
            if answer.url in seen:
                return FetchFailed(reason=Failure.REDIRECTS, detail=f"{hop.host} redirects in a circle")
            seen.add(answer.url)
            hop = answer
        return FetchFailed(reason=Failure.REDIRECTS, detail=f"more than {MAX_REDIRECTS} redirects, last {hop.host}")

    async def _ask(
        self, headers: dict[str, str], hop: hops.Hop, left_s: float
    ) -> FetchOutcome | bodies.Spoiled | hops.Hop:
        try:
            async with (
                asyncio.timeout(left_s),
                # `encoded`: the address goes out as the feed has it, escapes and all; signed ones break otherwise.
                self._session_for(hop).get(
                    URL(hop.url, encoded=True),
                    headers=headers | hop.authorization | self._keeping.header(asyncio.get_running_loop().time()),
                    allow_redirects=False,
                ) as response,
            ):
                answer = _understand(hop, response, is_conditional=bool(headers.keys() - {"Accept-Encoding"}))
                return answer or await self._take(hop, response)
        except (aiohttp.ClientError, OSError) as error:
            return explain(error, hop.host)

    async def _give(self, form: Mapping[str, str], hop: hops.Hop, left_s: float) -> FetchFailed | hops.Hop | None:
        try:
            async with (
                asyncio.timeout(left_s),
                self._session_for(hop).post(
                    URL(hop.url, encoded=True), data=form, headers=hop.authorization, allow_redirects=False
                ) as response,
            ):
                headers = response.headers
                if response.status in _ASKS_ELSEWHERE and headers.get("Location"):
                    onward = hops.follow(hop, headers["Location"], is_permanent=False)
                    failed = FetchFailed(reason=Failure.REDIRECTS, detail=f"{hop.host} redirects to no web address")
                    return self._secured(onward) if onward else failed
                return answers.not_taken(response.status, headers, hop.host)
        except (aiohttp.ClientError, OSError) as error:
            return explain(error, hop.host)

    def _secured(self, hop: hops.Hop) -> hops.Hop:
        """Give the same request over https, unless its host is the admin's own."""
        if self._allowed.is_own(hop.host) or not hop.url.startswith("http:"):
            return hop
        return replace(hop, url=f"https:{hop.url.removeprefix('http:')}")

    def _session_for(self, hop: hops.Hop) -> aiohttp.ClientSession:
        return self._unguarded if self._allowed.names_host(hop.host) else self._guarded

    async def _take(self, hop: hops.Hop, response: aiohttp.ClientResponse) -> Fetched | FetchFailed | bodies.Spoiled:
        headers = response.headers
        if (response.content_length or 0) > self._max_bytes:
            return bodies.Spoiled.TOO_LARGE
        body = await bodies.read_body(
            response.content.iter_chunked(_PIECE),
            encoding=headers.get("Content-Encoding", ""),
            limit=self._max_bytes,
        )
        if isinstance(body, bodies.Spoiled):
            return body
        if not body:
            return FetchFailed(
                reason=Failure.EMPTY, detail=f"{hop.host} answered without a body", status=response.status
            )
        return Fetched(
            url=hop.url,
            body=body,
            content_type=answers.media_type(headers),
            charset=response.charset,
            etag=answers.sendable(headers.get("ETag")),
            last_modified=answers.last_modified(headers),
            max_age_s=answers.max_age(headers),
            rest_s=answers.rest_s(headers),
            moved_to=hop.moved_to,
            links=hub_links(headers.getall("Link", ()), hop.url),
        )

    def _session(self, *, is_guarded: bool) -> aiohttp.ClientSession:
        return aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                limit=self._concurrency,
                ttl_dns_cache=_DNS_S,
                keepalive_timeout=KEPT_S,
                resolver=self._resolver,
                socket_factory=guarded_socket(self._allowed.networks) if is_guarded else None,
            ),
            headers={"User-Agent": self._user_agent, "Accept": ACCEPT},
            timeout=aiohttp.ClientTimeout(
                total=self._timeout_s, connect=_CONNECT_S, sock_connect=_CONNECT_S, sock_read=_SILENCE_S
            ),
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,  # see `bodies`
            trust_env=False,  # a proxy would connect where the guard cannot look
            max_line_size=_MAX_HEADER_BYTES,
            max_field_size=_MAX_HEADER_BYTES,
            max_headers=_MAX_HEADERS,
        )


def _understand(
    hop: hops.Hop, response: aiohttp.ClientResponse, *, is_conditional: bool
) -> hops.Hop | NotModified | FetchFailed | None:
    """Give what status and headers alone say; None where the body is to be read."""
    status, headers = response.status, response.headers
    if status in answers.REDIRECTS and headers.get("Location"):
        onward = hops.follow(hop, headers["Location"], is_permanent=status in answers.PERMANENT)
        return onward or FetchFailed(reason=Failure.REDIRECTS, detail=f"{hop.host} redirects to no web address")
    if status == HTTPStatus.NOT_MODIFIED and is_conditional:
        return NotModified(
            etag=answers.sendable(headers.get("ETag")),
            last_modified=answers.last_modified(headers),
            max_age_s=answers.max_age(headers),
            rest_s=answers.rest_s(headers),
            moved_to=hop.moved_to,
        )
    return answers.refused(status, headers, hop.host)
