"""The invented wire over loopback HTTP, as it stood at a moment of its own clock: later entries are not out yet."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from hashlib import blake2b
from types import MappingProxyType
from typing import Self

from aiohttp import web
from lxml import etree

from bot.playground import wire_files

TYPES: Mapping[str, str] = MappingProxyType({".xml": "application/xml", ".json": "application/feed+json"})
DATES = ("pubDate", "published", "updated", "date")
"""Where RSS 2.0, Atom and RDF (Dublin Core) say when an entry came out, in the order we believe them."""


class WireServer:
    """Serves the wire on a free port of 127.0.0.1 while it is entered; `clock` says what is out."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._documents: dict[str, bytes] = {}
        application = web.Application()
        application.router.add_get("/{name}", self._answer)
        self._runner = web.AppRunner(application, access_log=None)
        self._port = 0

    async def __aenter__(self) -> Self:
        self._documents = await asyncio.to_thread(_read_wire)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self._port = self._runner.addresses[0][1]
        return self

    async def __aexit__(self, *_exc: object) -> None:
        await self._runner.cleanup()

    def addresses(self) -> tuple[str, ...]:
        """Give the feeds' addresses."""
        return tuple(f"http://127.0.0.1:{self._port}/{name}" for name in self._documents)

    async def _answer(self, request: web.Request) -> web.Response:
        name = request.match_info["name"]
        if name not in self._documents:
            raise web.HTTPNotFound
        body = await asyncio.to_thread(self._document, name)
        etag = f'"{blake2b(body, digest_size=8).hexdigest()}"'
        if request.headers.get("If-None-Match") == etag:
            return web.Response(status=304, headers={"ETag": etag})
        kind = TYPES[name[name.rindex(".") :]]
        return web.Response(body=body, headers={"ETag": etag, "Content-Type": kind})

    def _document(self, name: str) -> bytes:
        return until(self._documents[name], self._clock())


def _read_wire() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in wire_files()}


def until(document: bytes, now: datetime) -> bytes:
    """Give a feed document as it stood then."""
    if document.lstrip().startswith(b"{"):
        feed = json.loads(document)
        feed["items"] = [item for item in feed["items"] if _moment(item["date_published"]) <= now]
        return json.dumps(feed).encode()
    root = etree.fromstring(document)
    entries = [entry for entry in root.iter("{*}item", "{*}entry") if _published(entry) > now]
    for entry in entries:
        parent = entry.getparent()
        assert parent is not None
        parent.remove(entry)
    return etree.tostring(root, xml_declaration=True, encoding="utf-8")


def _published(entry: etree._Element) -> datetime:
    dates = {etree.QName(child).localname: child.text or "" for child in entry.iterchildren("*")}
    return next(_moment(dates[name]) for name in DATES if name in dates)


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = parsedate_to_datetime(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
