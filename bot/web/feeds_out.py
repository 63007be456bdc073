"""Lists as feeds: Atom (RFC 4287) and JSON Feed 1.1. An entry is a digest, under an id that never changes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from yarl import URL

from bot.formats.html import environment
from bot.formats.outline import heading
from bot.replies import Replies
from bot.web.addresses import Form
from bot.web.view import View, headlines
from digests.core.archive import Copy
from digests.core.digest import Digest
from digests.core.digest_json import utc_text

NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML document may hold, escaped or not (XML 1.0 §2.2)."""

NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""When a feed without entries was last changed: Atom wants a date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """A digest as feeds tell of it; times as RFC 3339 writes them."""

    digest: Digest
    id: str
    url: str
    title: str
    summary: str
    html: str
    published: str
    updated: str


def draw_atom(view: View) -> str:
    """Give a list as an Atom feed."""
    fields = {
        "replies": view.replies,
        "title": view.title,
        "feed_id": _name(view, f"{view.contents.hall.guild_id}/{view.place.path}"),
        "updated": utc_text(view.contents.changed or NEVER),
        "url": view.hall_address + view.place.path,
        "page": view.address,
        "entries": list(_items(view)),
    }
    return NO_XML.sub("", environment().get_template("feed.atom").render(fields))


def draw_json_feed(view: View) -> str:
    """Give a list as a JSON Feed."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": view.title,
        "home_page_url": view.address,
        "feed_url": f"{view.hall_address}{view.place.path}{Form.JSON_FEED}",
        "language": view.replies.locale,
        "items": [
            {
                "id": item.id,
                "url": item.url,
                "title": item.title,
                "content_html": item.html,
                "summary": item.summary,
                "date_published": item.published,
                "date_modified": item.updated,
                "language": item.digest.language,
                "tags": [section.topic for section in item.digest.sections],
            }
            for item in _items(view)
        ],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _items(view: View) -> Iterator[_Item]:
    for digest, copy in zip(view.digests, view.contents.copies, strict=True):
        yield _item(view, digest, copy)


def _item(view: View, digest: Digest, copy: Copy) -> _Item:
    fields = {"digest": digest, "replies": Replies(digest.language), "root": view.hall_address}
    return _Item(
        digest=digest,
        id=_name(view, f"digest/{digest.id}"),
        url=f"{view.hall_address}digest/{digest.id}",
        title=heading(digest),
        summary=headlines(digest),
        html=environment().get_template("feed_entry.html").render(fields),
        published=utc_text(copy.slot),
        updated=utc_text(copy.changed),
    )


def _name(view: View, what: str) -> str:
    """Give a tag URI (RFC 4151): the same through new keys, and no other installation's."""
    return f"tag:{URL(view.base).host},2026:tidings/{what}"
