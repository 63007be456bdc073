"""The invented wire over loopback HTTP, as it stood at a moment of its own clock: later entries are not out yet.

Beside the feeds stand what the web holds too: a feed that fails, one that moved, a page that links feeds, one that does
not. This file writes no news.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from hashlib import blake2b
from io import BytesIO
from types import MappingProxyType
from typing import Self

from aiohttp import web
from lxml import etree

from bot.playground import wire_files

TYPES: Mapping[str, str] = MappingProxyType({".xml": "application/xml", ".json": "application/feed+json"})
DATES = ("pubDate", "published", "updated", "date")
"""Where RSS 2.0, Atom and RDF (Dublin Core) say when an entry came out, in the order we believe them."""
FAILING = "lantern-gazette.xml"
CLOSED = datetime(2031, 3, 5, tzinfo=UTC)
"""The failing feed's server errs (500) until then; from then on it is known to be gone (404)."""
REDIRECTING, MOVED_TO = "coast-and-harbour.xml", "harbourline.xml"
NO_FEED = "<!DOCTYPE html><html lang=en><title>Skerrow tide table</title><p>High water at 6:12 and 18:40.</html>"


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """An entry of the wire: when it comes out, what it is called, and the file of its feed."""

    published: datetime
    title: str
    feed: str


class WireServer:
    """Serves the wire on a free port of 127.0.0.1 while it is entered; `clock` says what is out."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._documents: dict[str, bytes] = {}
        self._broken: set[str] = set()
        self._news: tuple[News, ...] = ()
        application = web.Application()
        application.router.add_get("/", self._list_feeds)
        application.router.add_get("/no-feed.html", _answer_without_feed)
        application.router.add_get(f"/{FAILING}", self._fail)
        application.router.add_get(f"/{REDIRECTING}", _redirect)
        application.router.add_get("/{name}", self._answer)
        self._runner = web.AppRunner(application, access_log=None)
        self._port = 0

    async def __aenter__(self) -> Self:
        self._documents = await asyncio.to_thread(_read_wire)
        self._news = await asyncio.to_thread(_news_of, self._documents)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self._port = self._runner.addresses[0][1]
        return self

    async def __aexit__(self, *_exc: object) -> None:
        await self._runner.cleanup()

    def addresses(self) -> tuple[str, ...]:
        """Give the feeds' addresses: every feed that answers, each once."""
        return tuple(self._address(name) for name in self._documents)

    def break_feed(self, address: str) -> None:
        """Have a feed answer 500 until it is mended."""
        self._broken.add(address)

    def mend_feed(self, address: str) -> None:
        """Have a feed answer as it should."""
        self._broken.discard(address)

    @property
    def broken(self) -> frozenset[str]:
        """Give the addresses of the feeds that were broken."""
        return frozenset(self._broken)

    def latest(self) -> tuple[News, str] | None:
        """Give the newest entry that is out, and the address of its feed."""
        out = [one for one in self._news if one.published <= self._clock()]
        return (out[-1], self._address(out[-1].feed)) if out else None

    def coming(self) -> tuple[News, str] | None:
        """Give the entry that comes out next, and the address of its feed."""
        found = next((one for one in self._news if one.published > self._clock()), None)
        return (found, self._address(found.feed)) if found else None

    @property
    def failing(self) -> str:
        """Give the address of a feed that never answers with news: 500 until `CLOSED`, then 404."""
        return self._address(FAILING)

    @property
    def redirecting(self) -> str:
        """Give an old address of one of `addresses()`, which answers 301."""
        return self._address(REDIRECTING)

    @property
    def home(self) -> str:
        """Give the address of an HTML page that links every feed for autodiscovery."""
        return self._address("")

    @property
    def no_feed(self) -> str:
        """Give the address of an HTML page that links no feed."""
        return self._address("no-feed.html")

    def _address(self, name: str) -> str:
        return f"http://127.0.0.1:{self._port}/{name}"

    async def _list_feeds(self, _request: web.Request) -> web.Response:
        links = "".join(_link(name, document) for name, document in self._documents.items())
        page = f"<!DOCTYPE html><html lang=en><head><title>The wire</title>{links}</head><p>All feeds.</html>"
        return web.Response(text=page, content_type="text/html")

    async def _fail(self, _request: web.Request) -> web.Response:
        raise web.HTTPNotFound if self._clock() >= CLOSED else web.HTTPInternalServerError

    async def _answer(self, request: web.Request) -> web.Response:
        name = request.match_info["name"]
        if name not in self._documents:
            raise web.HTTPNotFound
        if self._address(name) in self._broken:
            raise web.HTTPInternalServerError
        body = await asyncio.to_thread(self._document, name)
        etag = f'"{blake2b(body, digest_size=8).hexdigest()}"'
        if request.headers.get("If-None-Match") == etag:
            return web.Response(status=304, headers={"ETag": etag})
        kind = TYPES[name[name.rindex(".") :]]
        return web.Response(body=body, headers={"ETag": etag, "Content-Type": kind})

    def _document(self, name: str) -> bytes:
        return until(self._documents[name], self._clock())


async def _answer_without_feed(_request: web.Request) -> web.Response:
    return web.Response(text=NO_FEED, content_type="text/html")


async def _redirect(_request: web.Request) -> web.Response:
    raise web.HTTPMovedPermanently(f"/{MOVED_TO}")


def _link(name: str, document: bytes) -> str:
    kind = "feed+json" if name.endswith(".json") else "atom+xml" if b"<feed " in document else "rss+xml"
    return f'<link rel="alternate" type="application/{kind}" href="/{name}">'


def _read_wire() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in wire_files()}


def _news_of(documents: Mapping[str, bytes]) -> tuple[News, ...]:
    """Give all entries, in the order they come out."""
    found = (News(published=at, title=title, feed=name) for name in documents for at, title in _titles(documents[name]))
    return tuple(sorted(found, key=lambda news: (news.published, news.feed)))


def _titles(document: bytes) -> Iterator[tuple[datetime, str]]:
    if document.lstrip().startswith(b"{"):
        for item in json.loads(document)["items"]:
            yield _moment(item["date_published"]), item.get("title") or ""
    else:
        for entry in _entries(etree.fromstring(document)):
            yield _published(entry), entry.findtext("{*}title") or ""


def _entries(root: etree._Element) -> Iterator[etree._Element]:
    return root.iter("{*}item", "{*}entry")


def until(document: bytes, now: datetime) -> bytes:
    """Give a feed document as it stood then, in the encoding it declares."""
    if document.lstrip().startswith(b"{"):
        feed = json.loads(document)
        feed["items"] = [item for item in feed["items"] if _moment(item["date_published"]) <= now]
        return json.dumps(feed).encode()
    root = etree.fromstring(document)
    for entry in [entry for entry in _entries(root) if _published(entry) > now]:
        parent = entry.getparent()
        assert parent is not None
        parent.remove(entry)
    tree, kept = root.getroottree(), BytesIO()
    tree.write(kept, xml_declaration=True, encoding=tree.docinfo.encoding or "utf-8")
    return kept.getvalue()


def _published(entry: etree._Element) -> datetime:
    dates = {etree.QName(child).localname: child.text or "" for child in entry.iterchildren("*")}
    return next(_moment(dates[name]) for name in DATES if name in dates)


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = parsedate_to_datetime(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
