"""A repaired document to a tree, without danger: nothing is expanded, nothing loaded.

What the elements mean is the matter of whoever walks them.
"""

from __future__ import annotations

import re
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

PAGE: Final = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
"""What a web page begins with, and neither feed nor list does."""


def read_tree(document: bytes, url: str) -> tuple[Element | None, bool]:
    """Give the root of a UTF-8 document (None where nothing can be read), and whether all of it was well-formed.

    `url` is what `xml:base` and an element's `base` are joined to.
    """
    parser = etree.XMLParser(
        encoding="utf-8",  # whatever was declared: `sources.encoding` has settled it
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(document, parser=parser, base_url=url)
    except etree.XMLSyntaxError:
        return None, False
    return root, not len(parser.error_log)


def has_doctype(root: Element) -> bool:
    """Tell whether a document type is declared, by which what stands in the document may mean something else."""
    return root.getroottree().docinfo.internalDTD is not None


def root_name(root: Element) -> str:
    """Give what kind of document it is: "rss", "feed", "html", "opml" …, lower case."""
    return etree.QName(root).localname.rpartition(":")[2].lower()
