"""A scene with the page over it, for the interaction tests' bot; forms are sent as a browser without script does."""

from __future__ import annotations

import asyncio
import html
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import aiohttp
import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from bot.playground.page.acts import Acts, Controls
from bot.playground.page.composer import Composer
from bot.playground.page.look import Look
from bot.playground.page.site import Site
from bot.playground.scene import Scene, make_scene
from bot.playground.server import WireServer
from bot.playground.standin.server import StandIn
from bot.playground.standin.world import Channel, User
from tests.playground.gateway_town import Town


@dataclass
class Hands:
    """Controls that only note what they were asked for; `is_over`: there is no slot and no news."""

    asked: list[str] = field(default_factory=list)
    is_over: bool = False

    async def next_slot(self) -> bool:
        self.asked.append("slot")
        return not self.is_over

    async def pass_time(self, by: timedelta) -> None:
        self.asked.append(str(by))

    async def publish(self) -> bool:
        self.asked.append("publish")
        return not self.is_over


@dataclass(frozen=True)
class PageTown:
    """The scene, its page, and a browser without script."""

    scene: Scene
    standin: StandIn
    wire: WireServer
    hands: Hands
    town: Town
    browser: aiohttp.ClientSession

    def seat(self, user: User | None = None, channel: Channel | None = None) -> str:
        """Give an address: of the moderator in #news, if nothing else is said."""
        return f"/as/{(user or self.scene.moderator).id}/channels/{(channel or self.scene.news).id}"

    async def get(self, path: str | None = None, **headers: str) -> tuple[int, str]:
        """Open a page; give status and text."""
        async with self.browser.get(path or self.seat(), headers=headers) as answer:
            return answer.status, await answer.text()

    async def post(self, path: str, *, at: str | None = None, **fields: Any) -> str:
        """Send a form of the page at `at`; give the page that comes."""
        there = at or self.seat()
        headers = {"Sec-Fetch-Site": "same-origin", "Referer": self.standin.home.rstrip("/") + there}
        async with self.browser.post(path, data=fields, headers=headers) as answer:
            assert answer.status == 200
            assert answer.method == "GET"
            return await answer.text()

    async def send(self, line: str, *, at: str | None = None, **fields: Any) -> str:
        """Send a line of the message box."""
        there = at or self.seat()
        return await self.post(f"{there}/send", at=there, line=line, **fields)

    async def suggest(self, line: str, *, at: str | None = None) -> list[dict[str, Any]]:
        """Give what the message box offers."""
        async with self.browser.get(f"{at or self.seat()}/suggest", params={"line": line}) as answer:
            return list((await answer.json())["offers"])


def trouble(page: str) -> str:
    """Give the sentence that says what went wrong."""
    found = re.search(r'id="trouble" role="alert">(.*?)</p>', page, re.DOTALL)
    return html.unescape(found[1]).strip() if found else ""


def kept_line(page: str) -> str:
    """Give what stands in the message box."""
    found = re.search(r'id="line"[^>]*? value="([^"]*)"', page)
    assert found
    return html.unescape(found[1])


@asynccontextmanager
async def page_town(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[PageTown]:
    """Give the scene, its page served; at the end the stand-in must not have broken."""
    scene, hands = make_scene(), Hands()
    async with WireServer(scene.clock) as wire:
        standin = StandIn(scene.world)
        controls = Controls(next_slot=hands.next_slot, pass_time=hands.pass_time, publish=hands.publish)
        acts = Acts(scene=scene, standin=standin, wire=wire, controls=controls, composer=Composer(scene.world))
        standin.serve_beside(Site(acts, await asyncio.to_thread(Look.read)).routes())
        async with standin, aiohttp.ClientSession(standin.home) as browser:
            monkeypatch.setattr(Route, "BASE", standin.api_base)
            monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", URL(standin.gateway_url))
            people = [standin.person(one, scene.guild, scene.news) for one in (scene.moderator, scene.member)]
            (role,) = [one for one in scene.guild.roles.values() if one.name == "Moderators"]
            town = Town(scene.clock, scene.world, standin, scene.guild, scene.news, role, people[0], *people)
            yield PageTown(scene, standin, wire, hands, town, browser)
            assert standin.errors == []
