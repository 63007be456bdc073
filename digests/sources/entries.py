"""What a parser read, as our values. Takes the dictionaries that fastfeedparser and feedparser both give (Atom's names)."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, TypeAlias

from digests.core.models import EntryData, ParsedFeed
from digests.core.text import clean_line
from digests.core.urls import absolute
from digests.sources.feed_dates import read_date

Read: TypeAlias = Mapping[str, Any]

MAX_TITLE: Final = 500
MAX_NAME: Final = 200
MAX_HTML: Final = 100_000
"""Characters of one entry that are kept: the longest article of the captured feeds has 95,000 with its markup."""

MAX_KEY: Final = 2_000
MAX_URL: Final = 4_000

TAG: Final = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?=$|[-_])")
TTL: Final = re.compile(r"<ttl>\s*(\d{1,6})\s*</ttl>", re.IGNORECASE)
PERIOD: Final = re.compile(r"<sy:updatePeriod>\s*([a-z]+)\s*</sy:updatePeriod>", re.IGNORECASE)
FREQUENCY: Final = re.compile(r"<sy:updateFrequency>\s*(\d{1,4})\s*</sy:updateFrequency>", re.IGNORECASE)
PERIODS_S: Final = {"hourly": 3600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000}
"""RSS 1.0 module Syndication: the period is divided by the frequency."""

SOURCE: Final = re.compile(r"<source\b[^<>]{0,2000}>([^<]{1,300})</source>")
IMAGE: Final = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)(?:$|[?#])", re.IGNORECASE)


def read_feed(read: Read, url: str) -> ParsedFeed:
    """Give what a document says of itself, without entries; links are joined to `url`."""
    feed = read.get("feed") or {}
    return ParsedFeed(
        title=clean_title(_text(feed.get("title"))),
        link=absolute(url, _text(feed.get("link")))[:MAX_URL],
        language=_language(feed.get("language")),
    )


def read_entry(read: Read, base: str) -> EntryData:
    """Give one entry; its link is joined to `base`. The guid is the feed's own, never made up."""
    guid = _text(read.get("id"))[:MAX_KEY]
    image_url, image_alt = _image(read, base)
    return EntryData(
        guid=guid,
        link=_link(read, guid, base),
        title=clean_title(_text(read.get("title"))),
        html=_body(read)[:MAX_HTML],
        author=clean_line(_text(read.get("author")))[:MAX_NAME],
        published=_moment(read.get("published")) or _moment(read.get("updated")),
        updated=_moment(read.get("updated")),
        image_url=image_url,
        image_alt=image_alt,
    )


def ttl_s(head: str) -> int | None:
    """Give the shortest wait a feed asks for in what precedes its entries: RSS's ttl in minutes, or syndication's."""
    if found := TTL.search(head):
        return int(found[1]) * 60
    if found := PERIOD.search(head):
        frequency = FREQUENCY.search(head)
        period_s = PERIODS_S.get(found[1].lower())
        return period_s // max(int(frequency[1]) if frequency else 1, 1) if period_s else None
    return None


def sources(document: str) -> tuple[str, ...]:
    """Give the outlet that each RSS item names as its source, in order; "" where it names none."""
    if "<source" not in document:
        return ()
    found = (SOURCE.search(item) for item in re.split(r"<item[\s>]", document)[1:])
    return tuple(clean_title(html.unescape(one[1])) if one else "" for one in found)


def clean_title(text: str) -> str:
    """Give a title as plain text: markup out, also where it was escaped, white space folded, and not endless."""
    if "<" in text or "&" in text:
        text = html.unescape(TAG.sub("", text))
        text = TAG.sub("", text)
    text = clean_line(text)
    return text if len(text) <= MAX_TITLE else text[: MAX_TITLE - 1].rstrip() + "…"


def _body(read: Read) -> str:
    """Give the longest of what the feed holds of the entry: the full content where there is one."""
    contents = [_text(content.get("value")) for content in read.get("content") or ()]
    return max((*contents, _text(read.get("summary")), _text(read.get("description"))), key=len)


def _link(read: Read, guid: str, base: str) -> str:
    link = _text(read.get("link"))
    if not link and guid.startswith(("http://", "https://")):
        link = guid
    found = absolute(base, link)
    return found if len(found) <= MAX_URL else ""


def _image(read: Read, base: str) -> tuple[str, str]:
    """Give an entry's picture and its description: an enclosure, then Media RSS content, then its thumbnail."""
    for enclosure in read.get("enclosures") or ():
        if _text(enclosure.get("type")).startswith("image/"):
            return absolute(base, _text(enclosure.get("url") or enclosure.get("href")))[:MAX_URL], ""
    for media in read.get("media_content") or ():
        url = _text(media.get("url"))
        if media.get("medium") == "image" or _text(media.get("type")).startswith("image/") or IMAGE.search(url):
            alt = _text(media.get("description") or media.get("text") or media.get("title"))
            return absolute(base, url)[:MAX_URL], clean_title(alt)
    for thumbnail in read.get("media_thumbnail") or ():
        return absolute(base, _text(thumbnail.get("url")))[:MAX_URL], ""
    return "", ""


def _language(value: object) -> str | None:
    found = LANGUAGE.match(_text(value))
    return found[0].lower() if found else None


def _moment(value: object) -> datetime | None:
    text = _text(value)
    return read_date(text) if text else None


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
