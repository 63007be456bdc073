"""A page's bytes to its article. Runs in a killable worker only: a page can hold it for minutes.

trafilatura finds the text; what it leaves around it is dropped by `core.chrome`, what the page says of itself is
read by `article_meta`.
"""

from __future__ import annotations

import re
from typing import Final

import trafilatura
from lxml import etree
from lxml.etree import _Element as Element
from lxml.html import HTMLParser

from digests.core.articles import Kind, PageText, Picture, Precision
from digests.core.chrome import is_call, without_chrome
from digests.core.datelines import dateline
from digests.core.errors import ParseError
from digests.core.models import Fetched
from digests.core.urls import absolute
from digests.sources.article_meta import Meta, read_meta
from digests.sources.encoding import decode
from digests.sources.entry_fields import language
from digests.sources.feed_dates import read_date

LEAST: Final = 40
"""Characters of the shortest sentence worth telling; where a page has no article, trafilatura gives its menu."""

STUB: Final = 200
"""Characters of a text below which a page has a title and no article: half a paragraph."""

TEASER: Final = 1500
"""Characters above which a text is an article even where a call to subscribe ends it."""

_OPINION: Final = re.compile(
    r"\b(?:opinions?|op-?ed|editorials?|columns?|columnists?|comment(?:ary|isfree)|kommentar|meinung|leitartikel|tribunes?"
    r"|opinión|editoriales|opinione|editoriale|opinião|мнени[ея]|думк[аи]|opinie)\b",
    re.IGNORECASE,
)
_SCRIPT: Final = re.compile(r"<(script|style)\b(?![^>]*ld\+json)[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)


def read_article(fetched: Fetched) -> PageText:
    """Give the article of a page.

    Raises:
        ParseError: there is none in it.
    """
    html = _SCRIPT.sub("", decode(fetched.body, fetched.charset).replace("\0", ""))
    root = etree.fromstring(html.encode("utf-8", "replace"), HTMLParser(encoding="utf-8", no_network=True))
    if root is None:
        raise ParseError("there is no article on the page", hint="html")
    meta = read_meta(root)
    lines = _lines(root, meta.title)
    text = "\n".join(lines)
    if len(text) < LEAST:
        raise ParseError("there is no article on the page", hint="html")
    found = dateline(lines[0])
    return PageText(
        title=meta.title,
        source=meta.site,
        agency=found.credit if found else "",
        author=meta.author,
        published=read_date(meta.published),
        precision=_precision(meta.published),
        language=language(meta.language),
        text=text,
        image=_picture(meta, fetched.url),
        paywalled=_is_paywalled(root, meta, text),
        kind=_kind(meta, fetched.url, text),
    )


def _lines(root: Element, title: str) -> list[str]:
    # Precision without the fast mode, tables included: the best of its modes on the measuring pages
    text = trafilatura.extract(root, favor_precision=True, include_comments=False, include_tables=True) or ""
    lines = [line for raw in text.splitlines() if (line := " ".join(raw.split()))]
    return without_chrome(lines, title=title)


def _precision(published: str) -> Precision | None:
    if read_date(published) is None:
        return None
    if re.search(r"\d:\d\d:\d\d", published):
        return Precision.SECOND
    return Precision.MINUTE if re.search(r"\d:\d\d", published) else Precision.DAY


def _picture(meta: Meta, url: str) -> Picture | None:
    address = absolute(url, meta.image) if meta.image else ""
    return Picture(url=address, alt=meta.image_alt) if address else None


def _is_paywalled(root: Element, meta: Meta, text: str) -> bool:
    """Believe what the page says; else a short text beside a call to subscribe is an excerpt."""
    if meta.is_free is not None:
        return not meta.is_free
    if len(text) > TEASER:
        return False
    paragraphs = (" ".join("".join(map(str, tag.itertext())).split()) for tag in root.iter("p", "h2", "h3", "strong"))
    return any(is_call(paragraph) for paragraph in paragraphs)


def _kind(meta: Meta, url: str, text: str) -> Kind:
    if len(text) < STUB:
        return Kind.STUB
    is_opinion = "opinion" in meta.kind or _OPINION.search(meta.section) or _OPINION.search(url.replace("/", " "))
    return Kind.OPINION if is_opinion else Kind.REPORT
