"""A digest as one HTML page without script; Jinja2 escapes all that comes from feeds.

The archive's pages are made of the same macros, see `bot.web.drawing`.
"""

from __future__ import annotations

from datetime import datetime
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from bot.formats import outline
from bot.replies import Replies
from digests.core.digest import Digest


def draw(digest: Digest, replies: Replies) -> str:
    """Give the page, ending in a newline."""
    return environment().get_template("digest.html").render(digest=digest, replies=replies)


@cache
def environment() -> Environment:
    """Give what knows the templates; they are read at their first use, so draw off the event loop."""
    made = Environment(
        loader=PackageLoader("bot", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    made.globals |= {"outline": outline, "day": _day, "clock": _clock}
    return made


def _day(moment: datetime, replies: Replies) -> str:
    """Give the day of a moment in UTC, as people of the language write it."""
    from babel.dates import format_date

    return format_date(moment, "full", locale=replies.locale.replace("-", "_"))


def _clock(moment: datetime) -> str:
    return f"{moment:%H:%M} UTC"
