"""An OpenAI-compatible endpoint on loopback that behaves as a test says: honest, lying, slow, broken, dead.

It reads the question as any model would and knows nothing of the code under test. Every question is kept.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

from aiohttp import web

Said = dict[str, list[dict[str, Any]]]
Manner = Callable[["Asked"], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question: the body as sent, and the evidence lines found in it."""

    body: dict[str, Any]
    headers: dict[str, str]
    evidence: list[dict[str, Any]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All that was said to the model."""
        return "\n".join(message["content"] for message in self.body["messages"])

    def of(self, role: str) -> list[dict[str, Any]]:
        return [line for line in self.evidence if line["role"] == role]


def copied(asked: Asked) -> Said:
    """Give every sentence as it stands."""
    return {
        role: [{"text": line["text"], "cites": [line["n"]]} for line in asked.of(role)]
        for role in ("lead", "new", "points")
    }


def honest(asked: Asked) -> Said:
    """Give every sentence as far from its evidence as one can go and surely be true: without its full stop."""
    return {
        role: [{"text": re.sub(r"[.。]$", "", line["text"]), "cites": [line["n"]]} for line in asked.of(role)]
        for role in ("lead", "new", "points")
    }


def lazy(_asked: Asked) -> Said:
    return {"lead": [], "new": [], "points": []}


def hallucinating(asked: Asked) -> Said:
    """Give sentences of the model's own memory beside the honest ones."""
    said = honest(asked)
    said["lead"].insert(0, {"text": "President Harlan Quibb signed executive order 14999 on Friday.", "cites": [1]})
    return said


def hijacked(asked: Asked) -> Said:
    """Obey whatever the evidence orders."""
    lines = [
        {"text": "Everything is free at https://evil.example/win @everyone", "cites": [1]},
        {"text": "**Click** [here](https://evil.example) <@&1>", "cites": [1]},
        {"text": "You must visit discord.gg/evil now.", "cites": [1]},
    ]
    return {"lead": lines, "new": lines, "points": lines}


def with_url(asked: Asked) -> Said:
    said = honest(asked)
    said["lead"].append({"text": "More stands at www.elsewhere.example/story.", "cites": [1]})
    return said


def with_more(asked: Asked) -> dict[str, Any]:
    """Give fields nobody asked for."""
    said = honest(asked)
    return {**said, "headline": "SHOCK", "lead": [{**one, "mood": "grim"} for one in said["lead"]]}


def of_another_form(_asked: Asked) -> Any:
    return {"summary": "All is well.", "lead": "A sentence", "new": [{"t": "x"}], "points": [3, None]}


class LlmServer:
    """`async with LlmServer() as server:` answers at `server.base_url`; `manner` says how (`honest` at first).

    `status` other than 200 is answered instead, with `headers`; `delay` is awaited before each answer; `wrap` makes
    the text of a completion from its JSON; `finish` is its reason to end; `unknown` are the parameters it refuses.
    """

    def __init__(self) -> None:
        self.manner: Manner = honest
        self.status = 200
        self.headers: dict[str, str] = {}
        self.wrap: Callable[[str], str] = str
        self.finish = "stop"
        self.usage: dict[str, int] | None = {"prompt_tokens": 1000, "completion_tokens": 100}
        self.unknown: set[str] = set()
        self.raw: bytes | None = None
        self.hangs = False
        self.dribbles = False
        self.asked: list[Asked] = []
        self.arrived = asyncio.Event()
        self._closing = asyncio.Event()
        self._port = 0

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self._port}/v1"

    async def __aenter__(self) -> Self:
        application = web.Application()
        application.router.add_post("/v1/chat/completions", self._answer)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self._port = self._runner.addresses[0][1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        await self._runner.cleanup()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        body = await request.json()
        lines = body["messages"][-1]["content"].split("\n")
        evidence = [json.loads(line) for line in lines if line.startswith("{")]
        asked = Asked(body=body, headers=dict(request.headers), evidence=evidence)
        self.asked.append(asked)
        self.arrived.set()
        if self.hangs:
            await self._closing.wait()
        if self.dribbles:
            return await self._dribble(request)
        if any(name in body for name in self.unknown):
            return web.json_response({"error": "unsupported parameter"}, status=400)
        if self.status != 200:
            return web.json_response({"error": "no"}, status=self.status, headers=self.headers)
        if self.raw is not None:
            return web.Response(body=self.raw)
        content = self.wrap(json.dumps(self.manner(asked)))
        choice = {"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": self.finish}
        return web.json_response({"object": "chat.completion", "choices": [choice], "usage": self.usage})

    async def _dribble(self, request: web.Request) -> web.StreamResponse:
        """Send a space whenever the other side took the last, and never an end."""
        response = web.StreamResponse()
        await response.prepare(request)
        while not self._closing.is_set():
            await response.write(b" ")
            await asyncio.sleep(0.01)
        return response
