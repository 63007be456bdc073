"""Bytes to entries: what kind of document it is, and which reader takes it. Readers run in a killable worker only.

`parse_feed` is pure and runs anywhere; on the event loop it must not: a hostile document holds its process for seconds.
"""

from __future__ import annotations

import json
import re
from typing import Final

from digests.core.errors import ParseError
from digests.core.identity import identify
from digests.core.models import Fetched, ParsedFeed
from digests.sources.encoding import decode, may_be_utf8
from digests.sources.json_feed import is_json_feed, read_json_feed
from digests.sources.list_page import read_list_page
from digests.sources.loose_feed import read_loose_feed
from digests.sources.parcel import Parcel, pack
from digests.sources.repair import refuse_bomb, repair
from digests.sources.xml_feed import ROOTS, read_xml_feed
from digests.sources.xml_tree import PAGE, has_doctype, read_tree, root_name

_HEAD: Final = 8192  # characters in which a document shows what it is
_FEED: Final = re.compile(r"<(?:\w{1,20}:)?(?:rss|feed|rdf|channel)[\s>]", re.IGNORECASE)
_ITEM: Final = re.compile(rb"<(?:\w{1,20}:)?(?:item|entry)[\s>]")
_LOOSE_MAX: Final = 2_000_000  # bytes that the second reader takes in an eighth of the deadline (7.8 MB/s measured)


def read_document(job: tuple[Fetched, str | None]) -> Parcel:
    """Give a fetched document, keyed under the feed's pinned policy: the worker's job; errors as `parse_feed`."""
    fetched, identity = job
    return pack(identify(parse_feed(fetched), identity))


def parse_feed(fetched: Fetched) -> ParsedFeed:
    """Give the entries of an RSS, Atom, RDF or JSON feed; a feed without any is valid and has none.

    Raises:
        ParseError: it is no feed, or too broken; the message says what it looks like.
    """
    if fetched.as_page:
        return read_list_page(decode(fetched.body, fetched.charset, fetched.encoding), fetched.url)
    return _parse_sound(fetched) or _parse_any(fetched)


def _parse_sound(fetched: Fetched) -> ParsedFeed | None:
    """Read what is well-formed XML in UTF-8 as it stands: nine of ten feeds, in half the time. Gives None for others.

    It gives what `_parse_any` gives: a parser that had nothing to complain of met nothing to settle or to mend.
    """
    body = fetched.body.strip()
    if fetched.encoding or not may_be_utf8(body, fetched.charset):
        return None
    refuse_bomb(body)
    root, is_well_formed = read_tree(body, fetched.url)
    if root is None or not is_well_formed or root_name(root) not in ROOTS or has_doctype(root):
        return None
    return read_xml_feed(root, fetched.url)


def _parse_any(fetched: Fetched) -> ParsedFeed:
    text = decode(fetched.body, fetched.charset, fetched.encoding).strip("\0 \t\r\n\ufeff")
    if not text:
        raise ParseError("the document is empty", hint="empty")
    return _parse_json(text, fetched.url) if text[0] in "{[" else _parse_xml(text, fetched.url)


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
