"""What a feed's raw strings become in an entry: plain, absolute, capped. The same for every dialect and parser.

Every parser hands its raw strings to `make_entry`, so that which parser ran can never change an entry's identity.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from digests.core.markup import clean_line, plain_text
from digests.core.models import EntryData
from digests.core.urls import absolute, registrable
from digests.sources.feed_dates import read_date

Item = TypeVar("Item")

MAX_ENTRIES: Final = 2000  # the longest of 116 real feeds had 338; 2,000 short ones take the event loop 5 ms (measured)
MAX_TITLE: Final = 500  # characters; the longest of 2,891 real titles has 206
MAX_NAME: Final = 200
MAX_GUID: Final = 2000
MAX_HTML: Final = 100_000  # characters of raw HTML; core.text makes plain text of as many in 19 ms (measured)

_LANGUAGE: Final = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]+)*")
_UNDETERMINED: Final = frozenset({"und", "mul", "zxx", "mis"})  # ISO 639-2: codes that name no language
_MAIL_AND_NAME: Final = re.compile(r"\S+@\S+\s+\((.+)\)")  # RSS 2.0: <author>desk@example.com (Mira Tolland)</author>
_MAIL: Final = re.compile(r"\s*<?\S+@\S+\.\S+>?\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class RawEntry:
    """The strings of one item as they stand in the document; "" is absent. `links` are in order of preference."""

    base: str
    guid: str = ""
    links: tuple[str, ...] = ()
    title: str = ""
    title_is_plain: bool = False
    html: str = ""
    author: str = ""
    source: str = ""
    language: str = ""
    published: str = ""
    updated: str = ""
    images: tuple[tuple[str, str], ...] = ()  # (address, what it shows), in order of preference


def newest(items: Sequence[Item], date_of: Callable[[Item], str]) -> Sequence[Item]:
    """Give the newest `MAX_ENTRIES` items of a document in its order, looking at two dates only.

    170,000 items would take their reader seconds. A document that long is a log, sorted one way or the other; undated
    it is taken to stand newest first, as feeds do.
    """
    if len(items) <= MAX_ENTRIES:
        return items
    first, last = read_date(date_of(items[0])), read_date(date_of(items[-1]))
    stands_oldest_first = first is not None and last is not None and first < last
    return items[-MAX_ENTRIES:] if stands_oldest_first else items[:MAX_ENTRIES]


def make_entry(raw: RawEntry) -> EntryData:
    """Give the entry, every length bounded; Atom's `updated`, often its only date, stands in for `published`."""
    image_url, image_alt = _first_image(raw)
    updated = read_date(raw.updated)
    link = next(filter(None, (absolute(raw.base, link) for link in raw.links)), "")
    return EntryData(
        guid=raw.guid.strip()[:MAX_GUID],
        link=link,
        title=clean_line(raw.title)[:MAX_TITLE] if raw.title_is_plain else plain(raw.title),
        html=raw.html.strip()[:MAX_HTML],
        author=_name(raw.author),
        outlet=plain(raw.source)[:MAX_NAME] or registrable(link),
        language=language(raw.language),
        published=read_date(raw.published) or updated,
        updated=updated,
        image_url=image_url,
        image_alt=plain(image_alt),
    )


def plain(text: str) -> str:
    """Give one line of plain text of at most `MAX_TITLE` characters."""
    if not text:
        return ""
    if "<" in text or "&" in text:
        text = plain_text(text[:MAX_HTML])
    return clean_line(text[:MAX_HTML])[:MAX_TITLE].rstrip()


def language(text: str) -> str | None:
    """Give the primary language of a tag ("en" of "en-GB"; RFC 5646 §2.2.1), or None where it names none."""
    found = _LANGUAGE.fullmatch(text.strip()) if text else None
    code = found[1].lower() if found else ""
    return code if code and code not in _UNDETERMINED else None


def _name(author: str) -> str:
    """Give who wrote it; a bare mail address is nobody's name, and none of ours to pass on."""
    name = plain(author)
    if "@" not in name:
        return name[:MAX_NAME]
    if named := _MAIL_AND_NAME.fullmatch(name):
        name = named[1]
    return "" if _MAIL.fullmatch(name) else name[:MAX_NAME]


def _first_image(raw: RawEntry) -> tuple[str, str]:
    for address, shows in raw.images:
        if found := absolute(raw.base, address):
            return found, shows
    return "", ""
