"""The stand-in over HTTP: one middleware authorises, misbehaves on request, answers as JSON, and keeps what was said.

Answers carry exactly `application/json`: discord.py reads anything else as text.
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from aiohttp import web

from bot.playground.standin import (
    commands,
    rest_channels,
    rest_guilds,
    rest_interactions,
    rest_messages,
    rest_threads,
)
from bot.playground.standin.errors import ApiError
from bot.playground.standin.faults import Answer, Drop, Faults, Meanwhile, rate_limited
from bot.playground.standin.gateway import Gateway
from bot.playground.standin.interactions import Interactions
from bot.playground.standin.objects import Json
from bot.playground.standin.people import Person
from bot.playground.standin.rest import Handler, Request
from bot.playground.standin.world import Channel, Guild, User, World

log = logging.getLogger(__name__)

BASE = "/api/v10"

PER_SECOND = 50
"""Requests a second of one bot (Discord's docs, global rate limit)."""

SENDS, SENDS_S = 5, 5.0
"""Sends to a channel, and in how many seconds: what is observed; Discord gives no number."""

OPEN = ("/interactions/", "/webhooks/")
"""Paths authorised by a token in them; they do not count for the global limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A request and its answer; `route` is the template of its path."""

    method: str
    path: str
    route: str
    query: dict[str, str]
    request: Any
    status: int
    answer: Any
    at: datetime


class StandIn:
    """Serves a world on 127.0.0.1 while it is entered. `strict_rates` answers 429 to who asks too fast.

    Rates are measured by `clock`, in seconds.
    """

    def __init__(
        self,
        world: World,
        *,
        port: int = 0,
        token: str = "stand-in-token",  # noqa: S107 - it opens nothing but this
        observer: Callable[[Exchange], None] | None = None,
        faults: Faults | None = None,
        strict_rates: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.world = world
        self.token = token
        self.faults = faults or Faults()
        self.exchanges: list[Exchange] = []
        self.errors: list[Exception] = []
        self.violations = 0
        self._observer = observer
        self._strict_rates = strict_rates
        self._clock = clock
        self._asked: defaultdict[str, deque[float]] = defaultdict(deque)
        self._wanted_port = port
        self._port = 0
        self.interactions = Interactions(world)
        self.gateway = Gateway(world, token=token, address=lambda: self.gateway_url)
        self.interactions.dispatch = self.gateway.dispatch
        application = web.Application(client_max_size=25 * 2**20)  # 25 MiB (Discord's docs, create message)
        application.router.add_get("/gateway", self.gateway.handle)
        application.router.add_get("/files/{name:.+}", self._file)
        for module in (rest_messages, rest_channels, rest_threads, rest_guilds, commands, rest_interactions):
            for method, path, handler in module.ROUTES:
                application.router.add_route(method, BASE + path, self._serving(path, handler))
        application.router.add_route("*", BASE + "/{rest:.*}", self._serving("/{rest}", _nothing_here))
        self._application = application
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.5)

    @property
    def home(self) -> str:
        """Where a browser begins, if there is a page."""
        return f"http://127.0.0.1:{self._port}/"

    @property
    def api_base(self) -> str:
        """Where REST is."""
        return f"http://127.0.0.1:{self._port}{BASE}"

    @property
    def gateway_url(self) -> str:
        """Where the gateway is."""
        return f"ws://127.0.0.1:{self._port}/gateway"

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._wanted_port).start()
        self._port = self._runner.addresses[0][1]
        self.world.files_url = f"http://127.0.0.1:{self._port}/files"
        return self

    async def __aexit__(self, *_exc: object) -> None:
        await self.gateway.close()
        await self._runner.cleanup()

    def serve_beside(self, routes: Iterable[web.RouteDef]) -> None:
        """Serve more on the same port. Call it before this is entered."""
        self._application.router.add_routes(routes)

    def person(self, user: User, guild: Guild, channel: Channel) -> Person:
        """Give somebody with the guild's channel open before them."""
        return Person(self.world, self.interactions, user, guild, channel)

    async def _file(self, raw: web.Request) -> web.Response:
        """Give an uploaded file, as Discord's own server for files does: who knows its address may read it."""
        content = self.world.files.get(raw.match_info["name"])
        return web.Response(status=404) if content is None else web.Response(body=content)

    def _serving(self, route: str, handler: Handler) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def serve(raw: web.Request) -> web.StreamResponse:
            path = raw.path.removeprefix(BASE)
            fault = self.faults.take(raw.method, path) or self._too_fast(raw.method, path)
            body, uploads = await _body_of(raw, self.world)
            if isinstance(fault, Meanwhile):
                fault.happens()
            if fault is Drop.NEVER_ANSWER:
                await asyncio.Event().wait()
            if fault is Drop.BEFORE:
                return _cut(raw)
            if isinstance(fault, Answer):
                status, answer, headers = fault.status, fault.body, dict(fault.headers)
            else:
                status, answer = self._answer(raw, path, handler, _with_files(body, uploads))
                headers = {}
            self._keep(raw, path, route, body, status, answer)
            return _cut(raw) if fault is Drop.AFTER else _written(status, answer, headers)

        return serve

    def _answer(self, raw: web.Request, path: str, handler: Handler, body: Any) -> tuple[int, Any]:
        if not path.startswith(OPEN) and raw.headers.get("Authorization") != f"Bot {self.token}":
            return 401, {"message": "401: Unauthorized", "code": 0}
        request = Request(
            world=self.world,
            interactions=self.interactions,
            ids=dict(raw.match_info),
            query=dict(raw.query),
            body=body,
            gateway_url=self.gateway_url,
        )
        try:
            found = handler(request)
        except ApiError as error:
            return error.status, error.body
        except Exception as error:
            log.exception("the stand-in broke path=%s", path)
            self.errors.append(error)
            return 500, {"message": f"the stand-in broke: {error!r}", "code": 0}
        if found is None:
            return 204, None
        return (201 if handler in rest_threads.CREATING else 200), found

    def _keep(self, raw: web.Request, path: str, route: str, body: Any, status: int, answer: Any) -> None:
        exchange = Exchange(
            method=raw.method,
            path=path,
            route=route,
            query=dict(raw.query),
            request=body,
            status=status,
            answer=answer,
            at=self.world.now(),
        )
        self.exchanges.append(exchange)
        if self._observer:
            self._observer(exchange)

    def _too_fast(self, method: str, path: str) -> Answer | None:
        """Give the 429 of who asks faster than Discord allows; it is counted as a violation."""
        if not self._strict_rates or path.startswith(OPEN):
            return None
        now = self._clock()
        windows = [("global", "global", PER_SECOND, 1.0)]
        if method == "POST" and path.endswith("/messages"):
            windows.append((path, "user", SENDS, SENDS_S))
        for name, scope, most, span in windows:
            asked = self._asked[name]
            while asked and asked[0] <= now - span:
                asked.popleft()
            if len(asked) >= most:
                self.violations += 1
                return rate_limited(asked[0] + span - now, scope=scope)
            asked.append(now)
        return None


def _nothing_here(_request: Request) -> None:
    raise ApiError(404, 0, "404: Not Found")


async def _body_of(raw: web.Request, world: World) -> tuple[Any, list[Json]]:
    """Give the JSON of a request, and the files that came with it (then the JSON is its `payload_json` part)."""
    if not raw.body_exists:
        return None, []
    if raw.content_type != "multipart/form-data":
        text = await raw.text()
        return json.loads(text) if text else None, []
    form = await raw.post()
    payload = form.get("payload_json") or "{}"
    body = json.loads(payload if isinstance(payload, str | bytes | bytearray) else payload.file.read())
    files = [part for part in form.values() if isinstance(part, web.FileField)]
    return body, [world.keep_file(part.filename, part.file.read()) for part in files]


def _with_files(body: Any, uploads: list[Json]) -> Any:
    """Give a body whose message, itself or within an interaction's callback, names the files that were uploaded."""
    if not uploads:
        return body
    if "data" in body:
        return body | {"data": body["data"] | {"attachments": uploads}}
    return body | {"attachments": uploads}


def _cut(raw: web.Request) -> web.StreamResponse:
    """Close the line under the request."""
    assert raw.transport is not None
    raw.transport.abort()
    return web.Response()


def _written(status: int, answer: Any, headers: dict[str, str]) -> web.Response:
    if isinstance(answer, str):
        return web.Response(status=status, text=answer, content_type="text/html", headers=headers)
    if answer is None:
        return web.Response(status=status, headers=headers)
    headers = {"Content-Type": "application/json", **headers}
    return web.Response(status=status, body=json.dumps(answer).encode(), headers=headers)
