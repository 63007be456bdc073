"""How a drawn page goes out: whole, packed, or as "not modified"; with the headers every answer has."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from aiohttp import hdrs, web

from bot.web.shelf import Drawn

GUARDS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Server": "Tidings",
}
"""What every answer says: no script, nothing from elsewhere, no word to elsewhere about the (secret) address."""

NOT_KEPT = "no-store"


def reply(request: web.Request, page: Drawn, *, robots: str, status: int = 200) -> web.Response:
    """Give the answer to a request for a page (RFC 9110 §13: the tag first, else the date, to the second)."""
    headers = {
        hdrs.ETAG: f'W/"{page.etag}"',
        # Whoever keeps it asks each time; only what everybody may read is kept by those in between.
        hdrs.CACHE_CONTROL: "public, no-cache" if page.is_public else "private, no-cache",
        hdrs.VARY: "Accept-Encoding",
        "X-Robots-Tag": robots,
    }
    if page.changed is not None:
        headers[hdrs.LAST_MODIFIED] = _http_date(page.changed)
    if status == web.HTTPOk.status_code and is_known(request, page):
        return web.Response(status=304, headers=headers)
    body = page.body
    if page.packed is not None and "gzip" in request.headers.get(hdrs.ACCEPT_ENCODING, "").lower():
        body = page.packed
        headers[hdrs.CONTENT_ENCODING] = "gzip"
    headers[hdrs.CONTENT_TYPE] = page.content_type
    return web.Response(status=status, body=body, headers=headers)


def is_known(request: web.Request, page: Drawn) -> bool:
    """Tell whether who asks holds the page as it is. A header nobody can read is one that was not sent."""
    try:
        tags, since = request.if_none_match, request.if_modified_since
    except ValueError:
        return False
    if tags is not None:
        return any(tag.value in {"*", page.etag} for tag in tags)
    return since is not None and page.changed is not None and page.changed.replace(microsecond=0) <= since


def _http_date(moment: datetime) -> str:
    from email.utils import format_datetime

    return format_datetime(moment.astimezone(UTC), usegmt=True)
