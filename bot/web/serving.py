"""The web side of one program: listens, watches the verbs, feels the loop. Without `web.enabled` it only watches."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from bot.app import App
from bot.schedule import utc_now
from bot.web.addresses import base_of
from bot.web.health import Health
from bot.web.hub import Callback
from bot.web.pages import Pages
from bot.web.pulse import feel
from bot.web.server import Handler, listening, make_app
from bot.web.watch import Watch
from config.settings import Settings
from digests.core.hubs import CALLBACK
from digests.usecases.installation import INSTALLATION


@dataclass(frozen=True, slots=True, kw_only=True)
class Web:
    """What runs: `watch` for the verbs, and where the installation's own archive is, None where none is served."""

    watch: Watch
    address: str | None


@asynccontextmanager
async def serving(settings: Settings, app: App, *, now: Callable[[], datetime] = utc_now) -> AsyncIterator[Web]:
    """Serve the archive, health and metrics of a program until closed.

    Raises:
        UseError: the address cannot be listened at; nothing was begun.
    """
    clock = asyncio.get_running_loop().time
    if not settings.web.enabled:
        yield Web(watch=Watch(clock), address=None)
        return
    async with AsyncExitStack() as stack:
        own: dict[str, Handler] = {}
        posts: dict[str, Handler] = {}
        count: Callable[[str], None] | None = None
        watch = Watch(clock)
        if settings.web.metrics:
            from bot.web.metrics import Metrics

            metrics = Metrics(app.store.backlog, now)
            watch = Watch(clock, metrics)
            own["/metrics"] = metrics.give
            count = metrics.pushed
            stack.callback(asyncio.create_task(feel(metrics.stalled)).cancel)
        is_connected = app.discord.client.is_ready if app.discord else None
        health = Health(store=app.store, watch=watch, is_connected=is_connected)
        own |= {"/livez": health.livez, "/readyz": health.readyz}
        if app.hooks.base is not None:
            callback = Callback(store=app.store.hooks, now=now, count=count, max_bytes=settings.polling.max_bytes)
            own[CALLBACK], posts[CALLBACK] = callback.confirm, callback.take
        pages = Pages(
            archive=app.services.archive, language=settings.digest.language, is_indexed=settings.web.robots == "public"
        )
        web_app = await asyncio.to_thread(partial(make_app, pages, own, posts=posts))
        port = await stack.enter_async_context(listening(web_app, settings.web.host, settings.web.port))
        pages.archive = replace(pages.archive, base=base_of(settings.web, port))
        yield Web(watch=watch, address=await pages.archive.address(INSTALLATION))
