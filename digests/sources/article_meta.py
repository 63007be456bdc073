"""What a page says about its article outside of the text: title, names, date, picture, whether it must be paid for.

JSON-LD (schema.org Article and its kinds) is believed first, then Open Graph, then the page's own elements. Values are
strings as they stand; nothing is fetched.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from lxml.etree import _Element as Element

from digests.core.markup import clean_line

_KINDS: Final = ("article", "posting", "report", "review")  # endings of schema.org's kinds of Article
_TRACKERS: Final = ("pixel", "1x1", "spacer", "blank.gif", "doubleclick", "/logo", "logo.", "favicon", "sprite", "icon")
_MOST_JSON: Final = 500_000  # characters of one script; longer ones are a site's state, not a description


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """The strings a page gives; "" is absent. `is_free` None: it does not say."""

    title: str
    author: str
    site: str
    published: str
    language: str
    section: str
    image: str
    image_alt: str
    is_free: bool | None
    kind: str  # schema.org type, lower case


def read_meta(root: Element) -> Meta:
    """Give what the page says."""
    ld = next((one for one in _descriptions(root) if _is_article(one)), {})
    meta = {
        (tag.get("property") or tag.get("name") or "").lower(): tag.get("content", "")
        for tag in reversed(list(root.iter("meta")))
    }
    image, alt = _image(ld, meta)
    time = next((tag.get("datetime", "") for tag in root.iter("time") if tag.get("datetime")), "")
    return Meta(
        title=_line(_text(ld.get("headline")) or meta.get("og:title", "") or _heading(root)),
        author=_line(_names(ld.get("author")) or meta.get("author", "") or meta.get("article:author_name", "")),
        site=_line(meta.get("og:site_name", "") or _names(ld.get("publisher"))),
        published=_text(ld.get("datePublished"))
        or meta.get("article:published_time", "")
        or meta.get("date", "")
        or time,
        language=_text(ld.get("inLanguage")) or root.get("lang", "") or meta.get("og:locale", ""),
        section=_line(_text(ld.get("articleSection")) or meta.get("article:section", "")),
        image=image,
        image_alt=_line(alt),
        is_free=_is_free(ld),
        kind=_text(ld.get("@type")).lower(),
    )


def _descriptions(root: Element) -> Iterator[Mapping[str, Any]]:
    """Yield every object that JSON-LD scripts hold at their top, in lists or under @graph."""
    for script in root.iter("script"):
        text = script.text or ""
        if "ld+json" in script.get("type", "").lower() and len(text) <= _MOST_JSON:
            try:
                held = json.loads(text, strict=False)
            except (ValueError, RecursionError):
                continue
            yield from _objects(held)


def _objects(held: object) -> Iterator[Mapping[str, Any]]:
    for one in held if isinstance(held, list) else [held]:
        if isinstance(one, dict):
            yield one
            yield from (inner for inner in _listed(one.get("@graph")) if isinstance(inner, dict))


def _is_article(one: Mapping[str, Any]) -> bool:
    return any(isinstance(kind, str) and kind.lower().endswith(_KINDS) for kind in _listed(one.get("@type")))


def _is_free(ld: Mapping[str, Any]) -> bool | None:
    """Read `isAccessibleForFree` of the article or of a part of it, in the spellings found: true, "True", "False"."""
    parts = [ld, *(part for part in _listed(ld.get("hasPart")) if isinstance(part, dict))]
    said = [str(part["isAccessibleForFree"]).lower() for part in parts if "isAccessibleForFree" in part]
    return None if not said else not any(word in {"false", "no", "0", "http://schema.org/false"} for word in said)


def _image(ld: Mapping[str, Any], meta: Mapping[str, str]) -> tuple[str, str]:
    """Give the first picture that is one, and what it shows; a tracker, a logo or an icon is none."""
    candidates = [(meta.get("og:image", ""), meta.get("og:image:alt", "")), (meta.get("twitter:image", ""), "")]
    for one in _listed(ld.get("image")):
        pair = (_text(one.get("url")), _text(one.get("caption"))) if isinstance(one, dict) else (_text(one), "")
        candidates.append(pair)
    found = (
        (url, alt)
        for url, alt in candidates
        if url and not url.startswith("data:") and not any(word in url.lower() for word in _TRACKERS)
    )
    return next(found, ("", ""))


def _heading(root: Element) -> str:
    for name in ("h1", "title"):
        for tag in root.iter(name):
            if text := "".join(map(str, tag.itertext())).strip():
                return text
    return ""


def _names(held: object) -> str:
    names = [_text(one.get("name")) if isinstance(one, dict) else _text(one) for one in _listed(held)]
    return ", ".join(dict.fromkeys(name for name in names if name and not name.startswith("http")))


def _text(held: object) -> str:
    first = held[0] if isinstance(held, list) and held else held
    return first if isinstance(first, str) else ""


def _listed(held: object) -> list[Any]:
    return held if isinstance(held, list) else [] if held is None else [held]


def _line(text: str) -> str:
    return clean_line(text)[:500]
