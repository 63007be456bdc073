"""The second reader, for documents so broken that the first loses entries: feedparser, kept on a short lead.

It is given a stream, never a string (it would open a file or address of that name), and told to neither sanitise nor
resolve (six times faster, and ours to do anyway).
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from digests.core.models import ParsedFeed
from digests.core.urls import absolute
from digests.sources.entry_fields import RawEntry, language, make_entry, newest, plain


def read_loose_feed(document: bytes, url: str) -> ParsedFeed:
    """Give what entries can be had of a repaired UTF-8 document; none where there are none."""
    import feedparser

    found = feedparser.parse(
        BytesIO(document),
        response_headers={"content-type": "application/xml; charset=utf-8", "content-location": url},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    return ParsedFeed(
        title=plain(found.feed.get("title", "")),
        link=absolute(url, found.feed.get("link", "")),
        language=language(found.feed.get("language", "")),
        entries=tuple(make_entry(_raw(entry, url)) for entry in newest(found.entries, _date)),
    )


def _raw(entry: Any, url: str) -> RawEntry:
    """Take the strings only: its dates are read again by ours, its guid is what the document says."""
    contents = [*(content.get("value", "") for content in entry.get("content", ())), entry.get("summary", "")]
    return RawEntry(
        base=url,
        guid=entry.get("id", ""),
        links=(entry.get("feedburner_origlink", ""), entry.get("link", "")),
        title=entry.get("title", ""),
        html=max(contents, key=len),
        author=entry.get("author", ""),
        source=entry.get("source", {}).get("title", ""),
        language=entry.get("language", ""),
        published=dict.get(entry, "published", ""),
        updated=dict.get(entry, "updated", ""),
        images=tuple(_images(entry)),
    )


def _date(entry: Any) -> str:
    return str(dict.get(entry, "published", "") or dict.get(entry, "updated", ""))


def _images(entry: Any) -> list[tuple[str, str]]:
    attached = [one.get("href", "") for one in entry.get("enclosures", ()) if one.get("type", "").startswith("image/")]
    media = [one.get("url", "") for one in entry.get("media_content", ()) if one.get("medium") == "image"]
    thumbnails = [one.get("url", "") for one in entry.get("media_thumbnail", ())]
    return [(address, "") for address in (*attached, *media, *thumbnails)]
