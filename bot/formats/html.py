"""A digest as one HTML page without script; Jinja2 escapes all that comes from feeds."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined

from bot.formats import outline
from bot.replies import Replies
from digests.core.digest import Digest


def draw(digest: Digest, replies: Replies) -> str:
    """Give the page, ending in a newline."""
    environment = Environment(
        loader=PackageLoader("bot", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    return environment.get_template("digest.html").render(digest=digest, outline=outline, replies=replies)
