"""Decoded text to bytes that an XML parser reads without losing anything. It settles signs, never structure.

A parser that recovers drops what it does not know: "&eacute;" without a DTD, "a & b", "?a=1&b=2" (measured: 10 of 256
files came out right before, 253 after). Nothing is rewritten in a document that needs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5
from typing import Final

from digests.core.errors import ParseError

# A tag of 100,000 attributes took a parser 11.7 s, during which nothing can stop it but a kill. The longest
# tag of 116 real feeds has 2,953 characters.
_LONG: Final = 16384  # bytes
_LONG_TAG: Final = re.compile(rb"<[^!<>][^<>]{%d,}" % _LONG)
_MAX_ATTRIBUTES: Final = 512

_CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\r"))  # no XML 1.0 document may hold them (§2.2)
_CDATA: Final = "<![CDATA["
_CDATA_END: Final = "]]>"
_UNSETTLED: Final = re.compile(
    r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});)(?:(?P<name>[A-Za-z][A-Za-z0-9]{1,31});)?"
)
_DECLARATION: Final = re.compile(r"\A\s*<\?xml\b[^>]{0,400}>\s*")
_ROOT: Final = re.compile(r"<(?:\?xml\b|(?:\w{1,20}:)?(?:rss|feed|rdf)\b)", re.IGNORECASE)
_STRAY_OUTPUT: Final = 8192  # characters that a server's warnings may push a document's beginning (as fastfeedparser)


def refuse_bomb(document: bytes) -> None:
    """Raise where a tag is an attribute bomb.

    Raises:
        ParseError: it is.
    """
    # Every long tag covers a whole block without ">"; most documents have no such block, and looking is cheap.
    blocks = range(0, len(document), _LONG // 2)
    if all(document.find(b">", at, at + _LONG // 2) >= 0 for at in blocks if at + _LONG // 2 <= len(document)):
        return
    for tag in _LONG_TAG.finditer(document):
        if tag[0].count(b"=") > _MAX_ATTRIBUTES:
            raise ParseError("a tag with thousands of attributes, made to stop its reader", hint="xml")


def repair(text: str) -> bytes:
    """Give the document in UTF-8 from its root on, without declaration, signs settled for an XML parser.

    Raises:
        ParseError: a tag is an attribute bomb.
    """
    if start := _ROOT.search(text, 0, _STRAY_OUTPUT):
        text = text[start.start() :]
    text = _DECLARATION.sub("", text, count=1)
    if _UNSETTLED.search(text):
        text = "".join(_settle_markup(text))
    text = text.replace("\ufffe", "").replace("\uffff", "")
    document = text.encode("utf-8", "replace").translate(None, _CONTROLS)  # twice as fast as a pattern
    refuse_bomb(document)
    return document


def _settle_markup(text: str) -> Iterator[str]:
    """Yield the pieces in order: markup settled, CDATA as it stands, since what stands in it is the entry's own.

    CDATA is taken whole, also where it never ends, so that each is scanned once; `find` is faster than a pattern.
    """
    at = 0
    while (start := text.find(_CDATA, at)) >= 0:
        yield _UNSETTLED.sub(_settled, text[at:start])
        end = text.find(_CDATA_END, start + len(_CDATA))
        at = end + len(_CDATA_END) if end >= 0 else len(text)
        yield text[start:at]
    yield _UNSETTLED.sub(_settled, text[at:])


def _settled(found: re.Match[str]) -> str:
    name = found["name"]
    if name and (characters := html5.get(f"{name};")):
        return "".join(f"&#{ord(character)};" for character in characters)
    return f"&amp;{found[0][1:]}"
