"""A WebSub hub on loopback that does as a test says: takes or refuses, verifies, denies, pushes, signs or lies.

It knows nothing of the code under test; what it is asked is kept. W3C Recommendation of 2018-01-23.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from io import BytesIO
from types import TracebackType
from typing import Self

from aiohttp import ClientSession, DummyCookieJar, web


class Hub:
    """`async with Hub() as hub:` listens on a free port of 127.0.0.1 until the block ends."""

    def __init__(self) -> None:
        self.asked: list[dict[str, str]] = []
        self.arrived = asyncio.Event()
        self.status = 202
        self.headers: dict[str, str] = {}
        self.url = ""

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_post("/", self._take)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/"
        self._session = ClientSession(cookie_jar=DummyCookieJar())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._session.close()
        await self._runner.cleanup()

    @property
    def modes(self) -> list[str]:
        return [form["hub.mode"] for form in self.asked]

    async def _take(self, request: web.Request) -> web.Response:
        self.asked.append({name: str(value) for name, value in (await request.post()).items()})
        self.arrived.set()
        return web.Response(status=self.status, headers=self.headers)

    async def verify(self, *, lease_s: int | None = 864_000, asked: int = -1, **changes: str) -> tuple[int, str]:
        """Ask the subscriber whether it asked; give the status and the body of its answer."""
        form = self.asked[asked]
        query = {"hub.mode": form["hub.mode"], "hub.topic": form["hub.topic"], "hub.challenge": "c-4711"}
        if lease_s is not None:
            query["hub.lease_seconds"] = str(lease_s)
        query |= {f"hub.{name}": value for name, value in changes.items()}
        async with self._session.get(form["hub.callback"], params=query) as answer:
            assert answer.content_type == "text/plain" or answer.status != 200
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            return answer.status, await answer.text()

    async def push(
        self, body: bytes = b"<feed/>", *, method: str = "sha256", secret: str | None = None, **headers: str
    ) -> int:
        """Send content, signed by the subscriber's secret or another; `method` "" signs nothing."""
        form = self.asked[0]
        key = (form["hub.secret"] if secret is None else secret).encode()
        signed = (
            {"X-Hub-Signature": f"{method}={hmac.new(key, body, hashlib.new(method).name).hexdigest()}"}
            if method
            else {}
        )
        async with self._session.post(form["hub.callback"], data=BytesIO(body), headers=signed | headers) as answer:
            return answer.status
