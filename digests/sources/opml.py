"""Lists of feeds, in and out: OPML 2.0, and plain lists of addresses. It fetches none of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from digests.core.errors import ParseError, UseError
from digests.core.text import clean_line
from digests.core.urls import clean_feed_url
from digests.sources.encoding import decode
from digests.sources.repair import repair
from digests.sources.xml_tree import PAGE, read_tree, root_name

_HEAD: Final = 4096  # where a root element must have begun, after comments and a declaration
_OPML: Final = re.compile(r"<opml[\s>]", re.IGNORECASE)
_NO_XML: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0 §2.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """One feed of a list: its name ("" where it has none), its address, and the folders it lies in, outermost first."""

    title: str
    url: str
    path: tuple[str, ...] = ()


def looks_like_opml(data: bytes) -> bool:
    """Tell an OPML file from a feed."""
    return bool(_OPML.search(decode(data[:_HEAD], None)))


def read_outlines(data: bytes) -> Sequence[Outline]:
    """Give the feeds of an OPML file, or of a text with one address a line (`#` begins a remark), in their order.

    Outlines of OPML that have no web address are left out.

    Raises:
        ParseError: it is neither, names no feed at all, or declares entities (no list needs them; bombs do).
    """
    text = decode(data, None).strip()
    if _OPML.search(text, 0, _HEAD):
        found = tuple(_read_opml(text))
    elif PAGE.search(text, 0, _HEAD):
        raise ParseError("it is a web page, no list of feeds", hint="html")
    elif text.startswith("<"):
        raise ParseError("it is XML, but no OPML", hint="xml")
    else:
        found = tuple(_read_lines(text))
    if not found:
        raise ParseError("it names no feed", hint="empty")
    return found


def write_opml(outlines: Iterable[Outline], *, title: str = "Tidings") -> bytes:
    """Give an OPML 2.0 file of these feeds in this order; `read_outlines` gives them back."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = _writable(title)
    names: list[str] = []  # the folders that are open, and their elements below the body
    elements = [etree.SubElement(root, "body")]
    for outline in outlines:
        path = [name for part in outline.path if (name := _writable(part))]
        shared = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(names, path, strict=False))))
        del names[shared:], elements[shared + 1 :]
        for name in path[shared:]:
            names.append(name)
            elements.append(etree.SubElement(elements[-1], "outline", text=name))
        feed = etree.SubElement(elements[-1], "outline", type="rss", text=_writable(outline.title) or outline.url)
        feed.set("xmlUrl", outline.url)
    etree.indent(root)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _read_opml(text: str) -> Iterator[Outline]:
    if "<!ENTITY" in text:
        raise ParseError("it declares entities, which no list of feeds needs", hint="xml")
    root, _ = read_tree(repair(text), "")
    if root is None or root_name(root) != "opml":
        raise ParseError("it is OPML broken beyond repair", hint="xml")
    for body in root.iterchildren("body"):
        yield from _below(body, ())


def _below(parent: Element, path: tuple[str, ...]) -> Iterator[Outline]:
    """Walk down; lxml gives no more than 256 levels."""
    for element in parent.iterchildren("outline"):
        said = {str(name).lower(): str(value) for name, value in element.attrib.items()}
        name = clean_line(said.get("text") or said.get("title", ""))
        if address := _address(said):
            yield Outline(title="" if name == address else name, url=address, path=path)
        yield from _below(element, (*path, name) if name and not address else path)


def _address(said: Mapping[str, str]) -> str:
    written = said.get("xmlurl") or (said.get("url", "") if said.get("type", "").lower() in {"rss", "atom"} else "")
    try:
        return clean_feed_url(written) if written else ""
    except UseError:
        return ""


def _read_lines(text: str) -> Iterator[Outline]:
    for number, line in enumerate(text.splitlines(), start=1):
        address = line.partition(" #")[0].strip()
        if address and not address.startswith("#"):
            try:
                yield Outline(title="", url=clean_feed_url(address))
            except UseError as error:
                raise ParseError(f"line {number} is no address of a feed", hint="text") from error


def _writable(text: str) -> str:
    return clean_line(_NO_XML.sub("", text))
