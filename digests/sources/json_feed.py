"""JSON Feed 1.0 and 1.1 (jsonfeed.org) to entries. Members of a wrong type are absent, whatever they hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from itertools import chain
from typing import Final

from digests.core.hubs import HubLinks
from digests.core.models import ParsedFeed
from digests.core.urls import absolute
from digests.sources.entry_fields import RawEntry, language, make_entry, newest, plain
from digests.sources.hub_links import gather

Json = Mapping[str, object]
_IMAGE: Final = "image/"


def is_json_feed(document: object) -> bool:
    """Tell a feed from other JSON: it says so, or has the two members every feed has."""
    if not isinstance(document, dict) or not isinstance(document.get("items"), list):
        return False
    return "jsonfeed.org" in _text(document, "version") or isinstance(document.get("title"), str)


def read_json_feed(document: Json, url: str) -> ParsedFeed:
    """Give the entries of a document that `is_json_feed`, in its order."""
    items = [item for item in _list(document, "items") if isinstance(item, dict)]
    return ParsedFeed(
        title=plain(_text(document, "title")),
        link=absolute(url, _text(document, "home_page_url")),
        language=language(_text(document, "language")),
        links=_hub_links(document, url),
        entries=tuple(
            make_entry(_raw(item, url)) for item in newest(items, lambda item: _text(item, "date_published"))
        ),
    )


def _hub_links(document: Json, url: str) -> HubLinks:
    """Give the hubs that speak WebSub, and the feed's own address (jsonfeed.org 1.1, "hubs")."""
    hubs = (hub for hub in _list(document, "hubs") if isinstance(hub, dict) and _text(hub, "type").lower() == "websub")
    named = (("hub", absolute(url, _text(hub, "url"))) for hub in hubs)
    return gather(chain([("self", absolute(url, _text(document, "feed_url")))], named))


def _raw(item: Json, url: str) -> RawEntry:
    return RawEntry(
        base=url,
        guid=_text(item, "id"),
        links=(_text(item, "url"), _text(item, "external_url")),
        title=_text(item, "title"),
        title_is_plain=True,
        html=_text(item, "content_html") or escape(_text(item, "content_text") or _text(item, "summary"), quote=False),
        author=_author(item),
        language=_text(item, "language"),
        published=_text(item, "date_published"),
        updated=_text(item, "date_modified"),
        images=tuple(_images(item)),
    )


def _author(item: Json) -> str:
    """Give the first author with a name; version 1.0 had but one, under another name."""
    authors = [*_list(item, "authors"), item.get("author")]
    return next((name for author in authors if isinstance(author, dict) and (name := _text(author, "name"))), "")


def _images(item: Json) -> Iterator[tuple[str, str]]:
    yield _text(item, "image"), ""
    yield _text(item, "banner_image"), ""
    for attachment in _list(item, "attachments"):
        if isinstance(attachment, dict) and _text(attachment, "mime_type").startswith(_IMAGE):
            yield _text(attachment, "url"), _text(attachment, "title")


def _text(holder: Json, name: str) -> str:
    """Give a member as text; ids are numbers in feeds that know no better (the specification says to take them)."""
    value = holder.get(name)
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def _list(holder: Json, name: str) -> list[object]:
    value = holder.get(name)
    return value if isinstance(value, list) else []
