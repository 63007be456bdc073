"""A page's bytes to its article, by trafilatura. Runs in a killable worker only: a page can hold it for minutes."""

from __future__ import annotations

import trafilatura

from digests.core.errors import ParseError
from digests.core.models import Fetched
from digests.sources.encoding import decode


def extract(fetched: Fetched) -> str:
    """Give the text of a page, without comments and tables.

    Raises:
        ParseError: there is no article in it.
    """
    html = decode(fetched.body, fetched.charset)
    text = trafilatura.extract(
        html, url=fetched.url, fast=True, favor_precision=True, include_comments=False, include_tables=False
    )
    if not text:
        raise ParseError("there is no article on the page", hint="html")
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())
