"""Bytes to entries: what kind of document it is, and which reader takes it. Readers run in a killable worker only.

`parse_feed` is pure and runs anywhere; on the event loop it must not: a hostile document holds its process for seconds.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from types import TracebackType
from typing import Final, Self

from digests.core.errors import ParseError
from digests.core.models import EntryData, Fetched, ParsedFeed
from digests.sources.encoding import decode
from digests.sources.entry_fields import MAX_ENTRIES
from digests.sources.json_feed import is_json_feed, read_json_feed
from digests.sources.loose_feed import read_loose_feed
from digests.sources.repair import repair
from digests.sources.worker import Worker
from digests.sources.xml_feed import ROOTS, read_xml_feed
from digests.sources.xml_tree import PAGE, read_tree, root_name

_HEAD: Final = 8192  # characters in which a document shows what it is
_FEED: Final = re.compile(r"<(?:\w{1,20}:)?(?:rss|feed|rdf|channel)[\s>]", re.IGNORECASE)
_ITEM: Final = re.compile(rb"<(?:\w{1,20}:)?(?:item|entry)[\s>]")
_LOOSE_MAX: Final = 2_000_000  # bytes that the second reader takes in an eighth of the deadline (7.8 MB/s measured)
_LONG_AGO: Final = datetime.min.replace(tzinfo=UTC)


class WorkerParser:
    """A `Parser` whose work is done in processes that can be killed; an async context manager."""

    def __init__(self, *, processes: int = 1, deadline_s: float = 2.0) -> None:
        self._worker = Worker(parse_feed, processes=processes, deadline_s=deadline_s)

    async def __aenter__(self) -> Self:
        await self._worker.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._worker.__aexit__(kind, error, trace)

    async def parse(self, fetched: Fetched) -> ParsedFeed:
        """Give the document's entries in its order; see `ports.Parser`."""
        return await self._worker.run(fetched)


def parse_feed(fetched: Fetched) -> ParsedFeed:
    """Give the entries of an RSS, Atom, RDF or JSON feed; a feed without any is valid and has none.

    Raises:
        ParseError: it is no feed, or too broken; the message says what it looks like.
    """
    text = decode(fetched.body, fetched.charset).strip("\0 \t\r\n\ufeff")
    if not text:
        raise ParseError("the document is empty", hint="empty")
    feed = _parse_json(text, fetched.url) if text[0] in "{[" else _parse_xml(text, fetched.url)
    return feed if len(feed.entries) <= MAX_ENTRIES else replace(feed, entries=_newest(feed))


def _parse_json(text: str, url: str) -> ParsedFeed:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        raise ParseError("it begins like JSON and is none", hint="json") from None
    if not isinstance(document, dict) or not is_json_feed(document):
        raise ParseError("it is JSON, but no JSON Feed", hint="json")
    return read_json_feed(document, url)


def _parse_xml(text: str, url: str) -> ParsedFeed:
    head = text[:_HEAD]
    if not _FEED.search(head):
        if PAGE.search(head):
            raise ParseError("it is a web page, no feed", hint="html")
        if "<" not in head:
            raise ParseError(f"it is plain text: {head[:60]!r}", hint="text")
    document = repair(text)
    root, is_well_formed = read_tree(document, url)
    if root is not None and root_name(root) not in ROOTS:
        kind = root_name(root)
        raise ParseError(f"it is XML of another kind: <{kind[:40]}>", hint="html" if kind == "html" else "xml")
    feed = read_xml_feed(root, url) if root is not None else None
    count = len(feed.entries) if feed else 0
    if not is_well_formed and count < len(_ITEM.findall(document)) and len(document) < _LOOSE_MAX:
        loose = read_loose_feed(document, url)
        feed = loose if len(loose.entries) > count else feed
    if feed is None:
        raise ParseError("it is XML broken beyond repair", hint="xml")
    return feed


def _newest(feed: ParsedFeed) -> tuple[EntryData, ...]:
    """Give the newest entries in the document's order; those without a date count as oldest, the last ones first."""
    entries = feed.entries
    order = sorted(range(len(entries)), key=lambda at: (entries[at].published or _LONG_AGO, -at), reverse=True)
    return tuple(entries[at] for at in sorted(order[:MAX_ENTRIES]))
