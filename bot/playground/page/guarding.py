"""What keeps the page to itself: only its own scripts and forms, only addresses of this machine.

Other pages of the same browser can reach this port; none of them may type commands, show the page in a frame, or get
at it by a name of theirs that leads to this machine (DNS rebinding).
"""

from __future__ import annotations

from aiohttp import web
from yarl import URL

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "same-origin",  # forms in messages are told by it from whose page they come
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}

OWN_NAMES = frozenset({"127.0.0.1", "localhost"})


def refuse_strangers(request: web.Request) -> None:
    """Make sure that a request is for this machine, and a changing one from a page of ours.

    Sec-Fetch-Site is sent by every browser since 2023 and cannot be set by scripts (Fetch Metadata, W3C); Origin is
    what older ones send. A request with neither is from no browser that we know, and changes nothing.

    Raises:
        web.HTTPForbidden: it is not.
    """
    if URL(f"http://{request.host}").host not in OWN_NAMES:
        raise web.HTTPForbidden(text="This page answers at 127.0.0.1 and localhost only.")
    if request.method != "POST":
        return
    origin = request.headers.get("Origin")
    site = request.headers.get("Sec-Fetch-Site") or ("same-origin" if origin == f"http://{request.host}" else "none")
    if site != "same-origin" or origin not in {None, f"http://{request.host}"}:
        raise web.HTTPForbidden(text="Only the playground's own page can do this. Open it and use its buttons.")
