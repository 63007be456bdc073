"""RSS 0.9 to 2.0, RDF and Atom to entries, read from a repaired document. What it cannot read it leaves out.

Own reader over lxml, since fastfeedparser, otherwise the best measured, keeps nothing of what identity and outlets
stand on: it drops RSS `<source>`, `<language>` and `<ttl>`, puts the link where a guid is missing, takes a date out of
the guid, and gives dates only as it understood them (three kinds of them wrongly; see `feed_dates`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from html import escape
from typing import Final, TypeAlias

from lxml import etree
from lxml.etree import _Element as Element

from digests.core.hubs import HubLinks
from digests.core.models import ParsedFeed, Rest
from digests.core.urls import absolute
from digests.sources.entry_fields import RawEntry, language, make_entry, newest, plain
from digests.sources.feed_images import image_candidates
from digests.sources.hub_links import gather
from digests.sources.xml_tree import root_name

Fields: TypeAlias = dict[str, list[Element]]

ROOTS: Final = frozenset({"rss", "rdf", "feed", "channel"})
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_ABOUT: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_PREFIXES: Final = {
    "http://purl.org/rss/1.0/modules/content": "content",
    "http://purl.org/dc/elements/1.1": "dc",
    "http://purl.org/dc/terms": "dcterms",
    "http://search.yahoo.com/mrss": "media",
    "http://www.rssboard.org/media-rss": "media",
    "http://purl.org/rss/1.0/modules/syndication": "sy",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
}
_HOME: Final = frozenset(
    {"http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#", "http://purl.org/rss/1.0", "rss", "atom", "a10"}
)
_PUBLISHED: Final = ("pubdate", "published", "issued", "dc:date", "dcterms:issued", "dcterms:created", "date")
_UPDATED: Final = ("updated", "modified", "dcterms:modified", "lastbuilddate")
_CONTENTS: Final = ("content:encoded", "content", "description", "summary", "itunes:summary", "media:description")
_PERIODS_S: Final = {"hourly": 3600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000}
_DAYS: Final = {"mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6, "sun": 7}
_MAX_DIGITS: Final = 7  # of a ttl in minutes: nineteen years


def read_xml_feed(root: Element, url: str) -> ParsedFeed:
    """Give the entries below a root that is one of `ROOTS`, in the document's order."""
    home = etree.QName(root).namespace or ""
    channel = next(root.iter("{*}channel"), root)
    fields = _fields(channel, home)
    link = next(filter(None, (absolute(channel.base or url, link) for link in _links(fields))), "")
    items = list(root.iter("{*}entry" if root_name(root) == "feed" else "{*}item"))
    base = url if _is_web(url) else link

    def date_of(item: Element) -> str:
        return _first_text(_fields(item, home), *_PUBLISHED, *_UPDATED)

    return ParsedFeed(
        title=plain(_first_text(fields, "title", "dc:title")),
        link=link,
        language=language(
            _first_text(fields, "language", "dc:language") or channel.get(_LANG) or root.get(_LANG) or ""
        ),
        ttl_s=_wait_s(fields),
        rest=_rest(fields),
        links=_hub_links(fields, base),
        entries=tuple(make_entry(_raw(item, _fields(item, home), base)) for item in newest(items, date_of)),
    )


def _raw(item: Element, fields: Fields, url: str) -> RawEntry:
    title = _first(fields, "title", "media:title", "dc:title")
    return RawEntry(
        base=base if (base := item.base) and _is_web(base) else url,
        guid=_first_text(fields, "guid", "id") or item.get(_ABOUT, ""),
        links=tuple(_links(fields)),
        title=_text(title) if title is not None else "",
        title_is_plain=title is not None and title.get("type") == "text",  # RFC 4287 §3.1.1.1
        html=max((_html(fields[key][0]) for key in _CONTENTS if key in fields), key=len, default=""),
        author=_author(fields),
        source=_source(fields),
        language=_first_text(fields, "dc:language", "language") or item.get(_LANG, ""),
        published=_first_text(fields, *_PUBLISHED),
        updated=_first_text(fields, *_UPDATED),
        images=tuple(image_candidates(fields)),
    )


def _links(fields: Fields) -> Iterator[str]:
    """Yield addresses of the page, best first: the one a proxy hides, RSS's, Atom's alternates, a permanent guid."""
    if "feedburner:origlink" in fields:
        yield _first_text(fields, "feedburner:origlink")
    alternates: list[Element] = []
    for link in fields.get("link", ()):
        if not link.get("href"):
            yield _text(link) or link.tail or ""  # in a broken document `<link>` may have been closed before its text
        elif link.get("rel", "alternate") == "alternate":
            alternates.append(link)
    for link in sorted(alternates, key=lambda link: "html" not in link.get("type", "html")):
        yield link.get("href", "")
    for guid in fields.get("guid", ()):
        if guid.get("isPermaLink", "true").lower() != "false" and _is_web(_text(guid).strip()):
            yield _text(guid)


def _hub_links(fields: Fields, url: str) -> HubLinks:
    """Give Atom's links to hubs and to the feed itself, which RSS borrows (WebSub §4)."""
    links = (link for link in fields.get("link", ()) if "rel" in link.attrib)
    return gather((link.get("rel", ""), absolute(link.base or url, link.get("href", ""))) for link in links)


def _author(fields: Fields) -> str:
    for key in ("dc:creator", "author", "itunes:author"):
        for element in fields.get(key, ()):
            name = next(element.iter("{*}name"), element)
            if written := _text(name).strip():
                return written
    return ""


def _source(fields: Fields) -> str:
    """Give the outlet an aggregator names: the text of RSS's `<source>`, the title in Atom's."""
    for element in fields.get("source", ()):
        return _text(next(element.iter("{*}title"), element)) if len(element) else _text(element)
    return ""


def _html(element: Element) -> str:
    """Give what an element holds as HTML; Atom's plain text is escaped (RFC 4287 §3.1.1.1)."""
    is_plain = element.get("type") in {"text", "text/plain"} and not len(element)
    return escape(_text(element), quote=False) if is_plain else _text(element)


def _wait_s(fields: Fields) -> int | None:
    """Give how long the feed asks readers to wait: `<ttl>` in minutes, or the syndication module's period."""
    ttl = _first_text(fields, "ttl").strip()
    waits = [int(ttl) * 60] if ttl.isdecimal() and len(ttl) <= _MAX_DIGITS else []
    if period := _PERIODS_S.get(_first_text(fields, "sy:updateperiod").strip().lower()):
        times = _first_text(fields, "sy:updatefrequency").strip()
        waits.append(period // max(int(times), 1) if times.isdecimal() and len(times) <= _MAX_DIGITS else period)
    return max(waits, default=0) or None


def _rest(fields: Fields) -> Rest:
    """Give when the feed asks not to be read (RSS 2.0: hours are GMT; some write 24 for 0)."""
    hours = {text for element in fields.get("skiphours", ()) for text in _inner_texts(element)}
    days = {text[:3].lower() for element in fields.get("skipdays", ()) for text in _inner_texts(element)}
    return Rest(
        hours=frozenset(int(hour) % 24 for hour in hours if hour.isdecimal() and int(hour) in range(25)),
        days=frozenset(_DAYS[day] for day in days if day in _DAYS),
    )


def _inner_texts(element: Element) -> list[str]:
    return [(child.text or "").strip()[:_MAX_DIGITS] for child in element.iterchildren("{*}*")]


def _fields(parent: Element, home: str) -> Fields:
    """Give the children by key, in order; what stands in a media:group counts as standing beside it."""
    fields: Fields = {}
    for child in parent:
        key = _key(child.tag, home) if isinstance(child.tag, str) else ""
        if key == "media:group":
            for grouped_key, grouped in _fields(child, home).items():
                fields.setdefault(grouped_key, []).extend(grouped)
        elif key:
            fields.setdefault(key, []).append(child)
    return fields


@lru_cache(maxsize=1024)
def _key(tag: str, home: str) -> str:
    """Give "title", "dc:date" …, lower case, for a tag with its namespace or with a prefix nobody declared; else ""."""
    namespace, _, local = tag.rpartition("}")
    namespace = namespace.removeprefix("{")
    prefix, _, name = local.rpartition(":")
    if not namespace or namespace == home or namespace.rstrip("/") in _HOME:
        is_known = prefix in _PREFIXES.values()
        return f"{prefix}:{name}".lower() if is_known else name.lower() if prefix in {"", *_HOME} else ""
    known = _PREFIXES.get(namespace.rstrip("/"))
    return f"{known}:{local}".lower() if known else ""


def _first(fields: Fields, *keys: str) -> Element | None:
    """Give the first element of the first key that holds anything."""
    for key in keys:
        for element in fields.get(key, ()):
            if len(element) or element.text:
                return element
    return None


def _first_text(fields: Fields, *keys: str) -> str:
    for key in keys:
        for element in fields.get(key, ()):
            if text := _text(element):
                return text
    return ""


def _text(element: Element) -> str:
    """Give the text, or the markup where a feed forgot to escape it (and Atom's XHTML)."""
    if not len(element):
        return element.text or ""
    inner = (etree.tostring(child, encoding="unicode") for child in element)
    return escape(element.text or "", quote=False) + "".join(inner)


def _is_web(text: str) -> bool:
    return text.startswith(("http://", "https://"))
