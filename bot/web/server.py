"""The web server: which path goes where, a deadline on every answer, the same guards on all of them.

Logs no request: addresses are secrets.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager

from aiohttp import web
from aiohttp.typedefs import Middleware

from bot.web.addresses import INDEX, INDEX_AS, PAGE, SEARCH
from bot.web.drawing import stylesheet
from bot.web.pages import BUSY, MISSING, Pages
from bot.web.replying import GUARDS
from digests.core.errors import UseError

log = logging.getLogger(__name__)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

ANSWER_S = 10.0
"""Deadline of an answer: a proxy's patience is longer (nginx: 60 s), a reader's shorter."""

IDLE_S = 30.0
"""How long a connection may be silent between two requests."""

STOP_S = 3.0
"""How long a stop waits for answers under way."""

MOST_BODY = 1024
"""Bytes of a request's body that are kept: no page takes one."""

FOR_EVER = "public, max-age=31536000, immutable"
"""The style's name changes with its text (RFC 8246)."""


def make_app(
    pages: Pages, own: Mapping[str, Handler], *, posts: Mapping[str, Handler] | None = None, answer_s: float = ANSWER_S
) -> web.Application:
    """Give the application; `own` are the paths that are no pages: health, metrics; `posts` those that take a POST."""
    app = web.Application(middlewares=[_answering(pages, answer_s)], client_max_size=MOST_BODY)
    app.on_response_prepare.append(_guard)
    name, text = stylesheet()
    style = web.Response(text=text, content_type="text/css", headers={"Cache-Control": FOR_EVER})
    robots = "" if pages.is_indexed else " /"

    async def give_style(_request: web.Request) -> web.Response:
        return web.Response(body=style.body, headers=style.headers)

    async def give_robots(_request: web.Request) -> web.Response:
        return web.Response(text=f"User-agent: *\nDisallow:{robots}\n")

    handlers = {f"/{name}": give_style, "/robots.txt": give_robots, **own}
    handlers |= {INDEX: pages.page, INDEX_AS: pages.page, SEARCH: pages.search, PAGE: pages.page}
    app.add_routes([web.get(path, handler) for path, handler in handlers.items()])
    app.add_routes([web.post(path, handler) for path, handler in (posts or {}).items()])
    return app


@asynccontextmanager
async def listening(app: web.Application, host: str, port: int) -> AsyncIterator[int]:
    """Serve until closed; give the port.

    Raises:
        UseError: the address cannot be listened at.
    """
    # What hubs send is signed as it travels: nothing is decompressed.
    runner = web.AppRunner(
        app, access_log=None, keepalive_timeout=IDLE_S, shutdown_timeout=STOP_S, auto_decompress=False
    )
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            reason = error.strerror or str(error)
            raise UseError("web-port-in-use", host=host, port=str(port), reason=reason) from error
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


async def _guard(_request: web.Request, response: web.StreamResponse) -> None:
    """Put the guards on an answer, whoever made it."""
    response.headers.update(GUARDS)


def _answering(pages: Pages, answer_s: float) -> Middleware:
    """Give what keeps the deadline and turns what fails into a page."""

    @web.middleware
    async def answer(request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            async with asyncio.timeout(answer_s):
                return await handler(request)
        except web.HTTPNotFound:
            return await pages.message(request, MISSING, status=404)
        except web.HTTPException:
            raise
        except TimeoutError:
            log.warning("web answer took too long")
            return await pages.message(request, BUSY, status=503)
        except Exception:
            log.exception("web answer failed")
            return await pages.message(request, BUSY, status=500)

    return answer
