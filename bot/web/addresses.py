"""Which addresses the archive has: what a path asks for, in which form, and how one page leads to another."""

from __future__ import annotations

import secrets
from base64 import b32encode
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from config.settings import Web
from digests.core.archive import Ask, Listing, OneDigest, OneStory
from digests.core.editions import EditionId, TopicId
from digests.core.models import StoryId

KEY_BYTES = 20
"""160 random bits, 32 letters and digits: no path is found by trying (128 bits is what a UUID promises)."""


class Form(StrEnum):
    """What a page is written in, by the end of its path."""

    HTML = ""
    JSON = ".json"
    MARKDOWN = ".md"
    ATOM = ".atom"
    JSON_FEED = ".feed.json"


FEEDS = (Form.ATOM, Form.JSON_FEED)
"""Only lists have these."""

_NAME = r"{name:[a-z0-9]{1,40}}"
_FORM = "{form:" + "|".join(form.replace(".", r"\.") for form in Form if form) + "|}"

INDEX = f"/{_NAME}/"
INDEX_AS = f"/{_NAME}/index{_FORM}"
SEARCH = f"/{_NAME}/search"
PAGE = f"/{_NAME}/{{kind:digest|story|topic|edition}}/{{id:[A-Za-z0-9_-]{{1,40}}}}{_FORM}"
"""The paths, as aiohttp matches them; what does not fit is nothing."""

MAX_NUMBER = 2**63 - 1
"""SQLite's largest integer."""


def base_of(web: Web, port: int | None = None) -> str:
    """Give where all archives are as readers see it; without a public address, where this machine listens."""
    if web.public_url is not None:
        return web.public_url.rstrip("/")
    return f"http://{_as_host(web.host)}:{web.port if port is None else port}"


def hubs_reach(web: Web) -> str | None:
    """Give where hubs reach us; None where the archive is not served, or has no public address."""
    return base_of(web) if web.enabled and web.public_url is not None else None


def _as_host(host: str) -> str:
    """Give what stands in an address: every interface is reached by its own, and IPv6 in brackets (RFC 3986 §3.2.2)."""
    near = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - nothing is bound here
    return f"[{near}]" if ":" in near else near


def new_key() -> str:
    """Give the secret part of a private archive's addresses."""
    return b32encode(secrets.token_bytes(KEY_BYTES)).decode().lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A page as it was asked for: in the archive `name`, by its path there without the form's ending, in a form."""

    name: str
    path: str
    ask: Ask
    form: Form

    @property
    def root(self) -> str:
        """The way from the page to its archive's first page."""
        return "../" if "/" in self.path else "./"

    @property
    def file(self) -> str:
        """What the page is called where it is written down in other forms."""
        return self.path.rpartition("/")[2]


def place_of(match: Mapping[str, str], before: str | None) -> Place | None:
    """Give what a matched path asks for; None where it cannot be a page."""
    form = Form(match.get("form", ""))
    kind, number = match.get("kind", ""), match.get("id", "")
    ask = _ask(kind, number, before)
    if ask is None or (form in FEEDS and not isinstance(ask, Listing)):
        return None
    return Place(name=match["name"], path=f"{kind}/{number}" if kind else "index", ask=ask, form=form)


def _ask(kind: str, written: str, before: str | None) -> Ask | None:
    if kind == "digest":
        return OneDigest(written)
    if not kind:
        return Listing(before=before)
    number = int(written) if written.isascii() and written.isdigit() else 0
    if not 0 < number <= MAX_NUMBER or str(number) != written:
        return None
    match kind:
        case "story":
            return OneStory(StoryId(number))
        case "topic":
            return Listing(topic=TopicId(number), before=before)
        case _:
            return Listing(edition=EditionId(number), before=before)
