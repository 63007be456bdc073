"""Where hubs (WebSub) reach us: they ask whether we want a feed, and push. Decides nothing: `core.pushing` does.

A body is read for its signature only, and kept nowhere: its feed is asked instead. Logs no address: they are secrets.
"""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from aiohttp import web

from digests.core.hubs import Hook
from digests.core.pushing import DENIED_WAIT, agrees, lease_end, renewal
from digests.ports import HookStore

METHODS: Final = frozenset({"sha1", "sha256", "sha384", "sha512"})
"""WebSub §7.1.1; the hub chooses, most still sign with SHA-1, whose HMAC is not broken (RFC 6194 §3.3)."""

MAX_CHALLENGE: Final = 1024  # §8.2 asks for a limit; hubs in use send some dozens
OUTCOMES: Final = ("accepted", "unsigned", "forged", "too-large")
_PIECE: Final = 2**16
_MAX_SIGNATURE: Final = 200  # "sha512=" and 128 digits


@dataclass(frozen=True, slots=True, kw_only=True)
class Callback:
    """Answers hubs. `count` takes what became of each push, one of `OUTCOMES`; `max_bytes` caps a body."""

    store: HookStore
    now: Callable[[], datetime]
    max_bytes: int
    count: Callable[[str], None] | None = None
    _looking: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(1))

    async def confirm(self, request: web.Request) -> web.Response:
        """Answer whether we asked for what a hub says we did (§5.3), or take its refusal (§5.2)."""
        asked = request.query
        mode, challenge = asked.get("hub.mode", ""), asked.get("hub.challenge", "")
        hook = await self._hook(request)
        if hook is None or not agrees(hook, mode, asked.get("hub.topic", "")):
            raise web.HTTPNotFound
        if len(challenge) > MAX_CHALLENGE or not challenge.isprintable():
            raise web.HTTPBadRequest
        now = self.now()
        match mode:
            case "subscribe":
                until = lease_end(asked.get("hub.lease_seconds", ""), now=now)
                await self.store.verified(hook.id, until=until, renew_at=renewal(until, now=now))
            case "denied" if not hook.is_leaving:
                await self.store.denied(hook.id, again_at=now + DENIED_WAIT)
            case _:
                await self.store.let_go(hook.id)
        return web.Response(text=challenge)

    async def take(self, request: web.Request) -> web.Response:
        """Take a push: 202 whether its signature is good or not (§7.1.2), 410 where nobody wants it any more (§7)."""
        hook = await self._hook(request)
        if hook is None or hook.is_leaving:
            raise web.HTTPGone
        outcome = await self._judge(request, hook)
        if self.count is not None:
            self.count(outcome)
        if outcome == "too-large":
            raise web.HTTPRequestEntityTooLarge(max_size=self.max_bytes, actual_size=request.content_length or 0)
        if outcome == "accepted":
            await self.store.pushed(hook.id, now=self.now())
        return web.Response(status=web.HTTPAccepted.status_code)

    async def _hook(self, request: web.Request) -> Hook | None:
        """Look a callback up, one at a time: whoever guesses many keys holds none of the bot's own looks."""
        async with self._looking:
            return await self.store.hook(request.match_info["key"])

    async def _judge(self, request: web.Request, hook: Hook) -> str:
        """Read the body piece by piece, so that none is held and no step is long."""
        method, _, signature = request.headers.get("X-Hub-Signature", "")[:_MAX_SIGNATURE].partition("=")
        if (request.content_length or 0) > self.max_bytes:
            return "too-large"
        if method.lower() not in METHODS:
            return "unsigned"
        digest, size = hmac.new(hook.secret.encode(), digestmod=method.lower()), 0
        async for piece in request.content.iter_chunked(_PIECE):
            size += len(piece)
            if size > self.max_bytes:
                return "too-large"
            digest.update(piece)
        is_good = hmac.compare_digest(digest.hexdigest().encode(), signature.strip().lower().encode())
        return "accepted" if is_good else "forged"
