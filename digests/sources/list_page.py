"""A page that lists articles, read as if it were a feed: its links become entries. For sites that have no feed.

It runs in the killable worker, like every parser. What a link leads to is not looked at here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from digests.core.errors import ParseError
from digests.core.models import ParsedFeed
from digests.core.urls import absolute, canonical, registrable
from digests.sources.entry_fields import MAX_ENTRIES, RawEntry, language, make_entry, plain

FEWEST: Final = 5
"""Links of articles that make a page a list; a page of one article rarely shows more of its own site's titles."""

_AROUND: Final = frozenset({"nav", "footer", "aside", "form", "header"})
"""Where sites keep what stands on all their pages. A header within an article holds its title."""

_BLOCKS: Final = ("article", "li", "tr", "section", "div")
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_WORDS: Final = 4  # of a title; navigation has fewer ("More from Sport")
_CHARACTERS: Final = 12  # of a title in a script without spaces
_UNSPACED: Final = re.compile(r"[぀-ヿ㐀-鿿가-힯฀-๿]")
_NO_ARTICLE: Final = re.compile(
    r"/(?:tags?|topics?|category|categories|authors?|users?|login|signin|register|subscribe|account|about|contact|"
    r"privacy|terms|search|page)(?:/|$|\?)|#comments?$",
    re.IGNORECASE,
)
_ARTICLE: Final = re.compile(
    r"\d{4}/\d{1,2}|\d{5,}|(?:[^\W_]+-){2,}[^\W_]+|\.s?html?$|/(?:news|article|story|post)s?/", re.IGNORECASE
)


def read_list_page(html: str, url: str) -> ParsedFeed:
    """Give the articles a page lists, in its order, each once; an entry has its title, its link and at most a date.

    Raises:
        ParseError: it lists fewer than `FEWEST` of its own site.
    """
    root = etree.fromstring(html.encode("utf-8", "replace"), etree.HTMLParser(encoding="utf-8", no_network=True))
    found: dict[str, RawEntry] = {}
    for entry in _linked(root, url) if root is not None else ():
        key = canonical(entry.links[0])
        known = found.get(key)
        if known is None or len(known.title) < len(entry.title):
            found[key] = entry if known is None else replace(known, title=entry.title)
    if root is None or len(found) < FEWEST:
        raise ParseError("it is a web page, and no list of articles", hint="html")
    return ParsedFeed(
        title=plain(root.findtext(".//title") or ""),
        link=url,
        language=language(root.get("lang", "")),
        entries=tuple(make_entry(raw) for raw in list(found.values())[:MAX_ENTRIES]),
    )


def _linked(root: Element, url: str) -> Iterator[RawEntry]:
    base = next((absolute(url, tag.get("href", "")) for tag in root.iter("base")), "") or url
    owner, own = registrable(url), canonical(url)
    for anchor in root.iter("a"):
        address = absolute(base, anchor.get("href", ""))
        title = _title(anchor)
        if (
            address
            and registrable(address) == owner
            and canonical(address) != own
            and _is_title(title)
            and _ARTICLE.search(address)
            and not _NO_ARTICLE.search(address)
            and not _stands_around(anchor)
        ):
            yield RawEntry(base=base, links=(address,), title=title, title_is_plain=True, published=_date(anchor))


def _title(anchor: Element) -> str:
    heading = next(anchor.iter(*_HEADINGS), anchor)
    return " ".join("".join(map(str, heading.itertext())).split()) or anchor.get("title", "")


def _is_title(text: str) -> bool:
    return len(text.split()) >= _WORDS or (bool(_UNSPACED.search(text)) and len(text) >= _CHARACTERS)


def _stands_around(anchor: Element) -> bool:
    for parent in anchor.iterancestors():
        if parent.tag == "article":
            return False
        if parent.tag in _AROUND:
            return True
    return False


def _date(anchor: Element) -> str:
    """Give the date of the nearest block that has exactly one."""
    for parent in anchor.iterancestors(*_BLOCKS):
        times = [tag.get("datetime", "") for tag in parent.iter("time")]
        if times:
            return times[0] if len(times) == 1 else ""
    return ""
