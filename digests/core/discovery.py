"""Which feeds a web page names. Pure and linear in the page's length: tags are looked for, no tree is built.

`<link rel="alternate">` is what feed autodiscovery means (RSS Advisory Board, "RSS Autodiscovery"; Atom likewise);
links of the page itself count only where it has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Final

from digests.core.markup import clean_line
from digests.core.urls import absolute, canonical

MAX_FOUND: Final = 10
"""Feeds of one page that are looked at: who names more names one a tag or an author."""

_TYPES: Final = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "text/xml"}
)
_TAG: Final = re.compile(r"<(?P<name>link|base|a)\s(?P<said>[^<>]{1,2000})>", re.IGNORECASE)
_SAID: Final = re.compile(r"""([a-z-]{2,12})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_FEED_PATH: Final = re.compile(
    r"/(?:feeds?|rss|atom)(?:[/.?]|$)|\.(?:rss|atom)$|[?&]feed=|/(?:rss|feed|atom)\.xml", re.IGNORECASE
)
_COMMENTS: Final = re.compile(r"\bcomments?\b|kommentar|commentaires?|comentarios", re.IGNORECASE)
_CHANNEL_ID: Final = re.compile(r'"(?:externalId|channelId)":"(UC[\w-]{22})"')


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    """A feed a page names; `title` is the page's word for it, or empty."""

    url: str
    title: str = ""


def feed_links(html: str, url: str) -> tuple[FeedLink, ...]:
    """Give the feeds a page at `url` names, in its order, feeds of comments last, each address once."""
    base, named, linked = url, [], []
    for tag in _TAG.finditer(html):
        said = {name.lower(): unescape(one or two or three) for name, one, two, three in _SAID.findall(tag["said"])}
        match tag["name"].lower():
            case "base":
                base = absolute(url, said.get("href", "")) or base
            case "link" if _names_feed(said):
                named.append((said["href"], said.get("title", "")))
            case "a" if _FEED_PATH.search(said.get("href", "")):
                linked.append((said["href"], said.get("title", "")))
    if channel := _CHANNEL_ID.search(html):
        named.append((f"https://www.youtube.com/feeds/videos.xml?channel_id={channel[1]}", ""))
    found = [
        FeedLink(url=address, title=clean_line(title)[:200])
        for href, title in named or linked
        if (address := absolute(base, href))
    ]
    found.sort(key=lambda link: bool(_COMMENTS.search(f"{link.title} {link.url}")))
    return tuple(_once(found))[:MAX_FOUND]


def _names_feed(said: dict[str, str]) -> bool:
    is_alternate = "alternate" in said.get("rel", "").lower().split()
    return is_alternate and said.get("type", "").partition(";")[0].strip().lower() in _TYPES and "href" in said


def _once(links: list[FeedLink]) -> Iterator[FeedLink]:
    seen: set[str] = set()
    for link in links:
        key = canonical(link.url)
        if key not in seen:
            seen.add(key)
            yield link
