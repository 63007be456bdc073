"""A town on the stand-in for tests of its REST half, and a plain HTTP client to ask with. No discord.py here."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import aiohttp

from bot.playground.standin.server import StandIn
from bot.playground.standin.world import Channel, Guild, Role, User, World
from tests.builders import NOW


@dataclass
class Clock:
    """The time of the world; a test moves it."""

    at: datetime = NOW

    def __call__(self) -> datetime:
        return self.at


@dataclass(frozen=True)
class Answer:
    """What came back; `json` is None where there was no body."""

    status: int
    json: Any
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        assert self.status in {200, 201}, self.json
        found: str = self.json["id"]
        return found

    @property
    def refusal(self) -> tuple[int, int]:
        """The status and Discord's code."""
        assert self.status >= 400, self.json
        return self.status, self.json["code"]


@dataclass
class Town:
    """A server with a channel, the bot, its owner, and one who is no member of anything."""

    clock: Clock
    world: World
    standin: StandIn
    session: aiohttp.ClientSession
    guild: Guild
    news: Channel
    owner: User
    stranger: User

    async def call(
        self, method: str, path: str, body: Any = None, *, token: str = "Bot stand-in-token", **query: object
    ) -> Answer:
        """Ask as the bot does."""
        async with self.session.request(
            method,
            self.standin.api_base + path,
            json=body,
            params={name: str(value) for name, value in query.items()},
            headers={"Authorization": token} if token else {},
        ) as response:
            text = await response.text()
            is_json = response.headers.get("Content-Type") == "application/json"
            found = await response.json() if is_json else text or None
            return Answer(response.status, found, dict(response.headers))

    async def say(self, content: str, *, channel: Channel | None = None, **more: Any) -> Answer:
        """Have the bot send a message."""
        return await self.call("POST", self.messages(channel), {"content": content, **more})

    def messages(self, channel: Channel | None = None, message: object = "") -> str:
        """Give the path of a channel's messages, or of one of them."""
        path = f"/channels/{(channel or self.news).id}/messages"
        return f"{path}/{message}" if message else path

    def shown(self, channel: Channel | None = None) -> list[str]:
        """Give what stands in a channel."""
        return [one.text for one in (channel or self.news).messages if not one.deleted]

    @property
    def own_role(self) -> Role:
        """The role the bot came with."""
        return self.guild.roles[self.guild.members[self.world.bot.id].roles[0]]


@asynccontextmanager
async def open_town(*, strict_rates: bool = False) -> AsyncIterator[Town]:
    """Give a town; at its end the stand-in must not have broken."""
    clock = Clock()
    world = World(clock)
    owner, stranger = world.add_user("Olin"), world.add_user("Sefa")
    guild = world.add_guild("Aldmouth", owner=owner)
    news = world.add_channel(guild, "news")
    async with StandIn(world, strict_rates=strict_rates) as standin, aiohttp.ClientSession() as session:
        yield Town(clock, world, standin, session, guild, news, owner, stranger)
        assert standin.errors == []
