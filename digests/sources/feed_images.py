"""Which picture an item of an XML feed shows. It gives candidates, best first, and checks no address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from lxml.etree import _Element as Element

_PICTURES: Final = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")
_FIELDS: Final = frozenset({"enclosure", "media:content", "media:thumbnail", "itunes:image"})
_MAX_WIDTH: Final = 100_000  # pixels; more is a mistake


def image_candidates(fields: Mapping[str, Sequence[Element]]) -> Iterator[tuple[str, str]]:
    """Yield (address, what it shows): enclosures, then media:content from the widest, then thumbnails."""
    linked = [link for link in fields.get("link", ()) if link.get("rel") == "enclosure"]
    if not linked and _FIELDS.isdisjoint(fields):
        return
    for enclosure in (*fields.get("enclosure", ()), *linked):
        if enclosure.get("type", "").startswith("image/"):
            yield enclosure.get("url") or enclosure.get("href") or "", enclosure.get("title", "")
    contents = fields.get("media:content", ())
    for content in sorted(filter(_is_image, contents), key=_width, reverse=True):
        yield content.get("url", ""), _described(content)
    within = (thumbnail for content in contents for thumbnail in content.iterchildren("{*}thumbnail"))
    thumbnails = [*fields.get("media:thumbnail", ()), *within]
    for thumbnail in sorted(thumbnails, key=_width, reverse=True):
        yield thumbnail.get("url", ""), _described(thumbnail)
    for image in fields.get("itunes:image", ()):
        yield image.get("href", ""), ""


def _is_image(content: Element) -> bool:
    said = content.get("medium") or content.get("type", "").partition("/")[0]
    return said == "image" or (not said and content.get("url", "").partition("?")[0].lower().endswith(_PICTURES))


def _width(element: Element) -> int:
    width = element.get("width", "").removesuffix("px")
    return min(int(width), _MAX_WIDTH) if width.isascii() and width.isdecimal() and len(width) < len("1000000") else 0


def _described(element: Element) -> str:
    """Give the description, alternative text or title that stands in the element."""
    for name in ("description", "text", "title"):
        for child in element.iterchildren(f"{{*}}{name}"):
            if child.text:
                return child.text
    return ""
