"""Pages as HTML: no script, nothing from elsewhere. The cards on them are those of `bot.formats.html`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from typing import Any

from yarl import URL

from bot.formats.components import shortened
from bot.formats.html import environment
from bot.replies import Replies
from bot.web.addresses import Form, Place
from bot.web.view import View, headlines
from digests.core.archive import Clipping
from digests.core.editions import Style

HEADS = 5
"""Headlines of a digest in a list: what a glance takes in."""

LONGEST_ABOUT = 300
"""Characters of what a link's preview says; previews show two or three lines."""

FORMATS = (
    ("application/json", Form.JSON),
    ("text/markdown", Form.MARKDOWN),
    ("application/atom+xml", Form.ATOM),
    ("application/feed+json", Form.JSON_FEED),
)

NAMES: Mapping[str, str] = {
    Form.JSON: "JSON",
    Form.MARKDOWN: "Markdown",
    Form.ATOM: "Atom",
    Form.JSON_FEED: "JSON Feed",
}
"""What the forms are called everywhere."""


@cache
def stylesheet() -> tuple[str, str]:
    """Give the style of all pages: the name of its file, which no other text of it ever has, and the text."""
    text = files("bot").joinpath("templates", "style.css").read_text(encoding="utf-8")
    return f"style-{blake2b(text.encode(), digest_size=6).hexdigest()}.css", text


def draw(view: View) -> str:
    """Give a digest's, a story's or a list's page."""
    if view.is_list:
        return _list(view)
    fields = _around(view, kind="article", formats=FORMATS[:2])
    if view.contents.story is not None:
        about = " ".join(sentence.text for sentence in view.told[0].card.sentences)
        story = {"told": view.told, "reports": view.reports, "deep": Style.DEEP}
        return _render("page_story.html", fields | story | {"about": shortened(about, LONGEST_ABOUT)})
    (digest,), (copy,) = view.digests, view.contents.copies
    about = shortened(headlines(digest), LONGEST_ABOUT)
    return _render("page_digest.html", fields | {"digest": digest, "revised": copy.revised, "about": about})


def draw_found(place: Place, query: str, told: Sequence[Clipping], words: str, replies: Replies, *, robots: str) -> str:
    """Give what was found in an archive; `words` say how much, or what is wrong with the query."""
    fields = _bare(replies, title=replies.say("web-search"), root=place.root, robots=robots)
    return _render("page_found.html", fields | {"query": query, "told": told, "words": words})


def draw_message(title: str, words: str, replies: Replies, *, base: str) -> str:
    """Give a page that says one thing; it knows no archive, so it betrays none."""
    fields = _bare(replies, title=title, root="", robots="noindex, nofollow")
    style = f"{URL(base).path.rstrip('/')}/{stylesheet()[0]}"
    return _render("page_message.html", fields | {"words": words, "style": style})


def _list(view: View) -> str:
    shown = {
        "digests": view.digests,
        "shown": HEADS,
        "topics": view.contents.topics,
        "editions": view.contents.editions,
        "older": view.contents.older,
        "is_later": getattr(view.place.ask, "before", None) is not None,
    }
    about = view.replies.say("web-about")
    return _render("page_list.html", _around(view, kind="website", formats=FORMATS) | shown | {"about": about})


def _around(view: View, *, kind: str, formats: Sequence[tuple[str, Form]]) -> dict[str, Any]:
    fields = _bare(view.replies, title=view.title, root=view.place.root, robots=view.robots)
    return fields | {"url": view.address, "kind": kind, "formats": formats, "file": view.place.file}


def _bare(replies: Replies, *, title: str, root: str, robots: str) -> dict[str, Any]:
    return {
        "replies": replies,
        "title": title,
        "root": root,
        "style": f"{root}../{stylesheet()[0]}",
        "robots": robots,
        "names": NAMES,
        "query": "",
        "url": "",
        "about": "",
        "formats": (),
        "file": "",
    }


def _render(template: str, fields: Mapping[str, Any]) -> str:
    return environment().get_template(template).render(fields)
