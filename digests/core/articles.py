"""What a page behind a link says: one article, and on an aggregator's page the others printed beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Precision(StrEnum):
    """How exactly a page says when it was published."""

    SECOND = "second"
    MINUTE = "minute"
    DAY = "day"


class Kind(StrEnum):
    """What sort of page it is."""

    REPORT = "report"
    OPINION = "opinion"
    LIST = "list"  # it leads to articles and is none
    STUB = "stub"  # a title with less than a paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture and what it shows; `alt` may be empty."""

    url: str
    alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """One article. `text` is plain, paragraphs parted by a newline, without title, chrome and calls to subscribe.

    `source` is the outlet a page names, `agency` the one in its dateline; "" where neither is printed. `published` is
    aware UTC; of `precision` DAY it is that day's midnight.
    """

    title: str = ""
    source: str = ""
    agency: str = ""
    author: str = ""
    published: datetime | None = None
    precision: Precision | None = None
    language: str | None = None
    text: str = ""
    image: Picture | None = None
    paywalled: bool = False
    kind: Kind = Kind.REPORT
    related: tuple[PageText, ...] = ()
