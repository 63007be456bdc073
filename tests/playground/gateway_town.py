"""A town on the stand-in with the real discord.py connected to it, for tests of the gateway and of interactions."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import aiohttp
import discord
import pytest
from discord.ext import commands
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from bot.playground.standin.people import Person
from bot.playground.standin.permissions import MODERATOR
from bot.playground.standin.server import StandIn
from bot.playground.standin.world import Channel, Guild, Message, Role, User, World
from tests.builders import NOW
from tests.openapi import discord_openapi

QUIET = {"command_prefix": commands.when_mentioned, "help_command": None, "guild_ready_timeout": 0.05}
"""What every bot here is made with."""


@dataclass
class Clock:
    """The time of the world; a test moves it."""

    at: datetime = NOW

    def __call__(self) -> datetime:
        return self.at


@dataclass(frozen=True)
class Town:
    """A server with its owner, a moderator, a member, and a channel."""

    clock: Clock
    world: World
    standin: StandIn
    guild: Guild
    news: Channel
    moderators: Role
    owner: Person
    moderator: Person
    member: Person

    def says(self, author: User, content: str, channel: Channel | None = None) -> Message:
        """Have somebody write."""
        return self.world.store_message(channel or self.news, author, {"content": content})

    def called(self, method: str, part: str) -> list[int]:
        """Give the statuses of the bot's calls whose route holds something."""
        return [one.status for one in self.standin.exchanges if one.method == method and part in one.route]


class Bot(commands.Bot):
    """A bot that identifies again at once and keeps what it hears; `told` holds names of events in order.

    `own` are its commands, synced when it logs in, `clickable` its DynamicItems; `failures` what its commands raised.
    """

    def __init__(self, *own: Any, clickable: Sequence[Any] = (), **options: Any) -> None:
        super().__init__(**({"intents": discord.Intents(guilds=True)} | QUIET | options))
        for command in own:
            self.tree.add_command(command)
        self.tree.error(self._keep_failure)
        self.add_dynamic_items(*clickable)
        self.failures: list[Exception] = []
        self.told: list[str] = []
        self.heard: list[discord.Message] = []
        self._changed = asyncio.Event()

    async def setup_hook(self) -> None:
        """Tell Discord of the commands."""
        if self.tree.get_commands() or self.tree.get_commands(type=discord.AppCommandType.message):
            await self.tree.sync()

    async def _keep_failure(self, _interaction: discord.Interaction, error: Exception) -> None:
        self.failures.append(error)
        self._changed.set()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Do not wait the five seconds that Discord asks for."""

    def dispatch(self, event: str, /, *args: Any, **kwargs: Any) -> None:
        """Keep what is told."""
        super().dispatch(event, *args, **kwargs)
        self.told.append(event)
        if event == "message":
            self.heard.append(args[0])
        self._changed.set()

    async def until(self, holds: Callable[[Bot], bool], *, timeout_s: float = 10.0) -> None:
        """Wait until something holds of this bot."""
        async with asyncio.timeout(timeout_s):
            while not holds(self):
                self._changed.clear()
                await self._changed.wait()

    def contents(self) -> list[str]:
        """Give the contents of the messages it heard."""
        return [message.content for message in self.heard]


@asynccontextmanager
async def running(bot: Bot, town: Town) -> AsyncIterator[Bot]:
    """Give a bot that is ready; what broke its connection is raised at the end."""
    async with bot:
        connection = asyncio.create_task(bot.start(town.standin.token))
        try:
            ready = asyncio.create_task(bot.until(lambda one: "ready" in one.told))
            await asyncio.wait({connection, ready}, return_when=asyncio.FIRST_COMPLETED)
            if connection.done():
                ready.cancel()
                await connection
            await ready
            yield bot
        finally:
            await bot.close()
            await connection


@asynccontextmanager
async def open_town() -> AsyncIterator[Town]:
    """Give a town; at its end the stand-in must not have broken."""
    clock = Clock()
    world = World(clock)
    owner, mira, jon = (world.add_user(name) for name in ("Olin", "Mira", "Jon"))
    guild = world.add_guild("Aldmouth", owner=owner)
    moderators = world.add_role(guild, "Moderators", permissions=MODERATOR)
    world.add_member(guild, mira, [moderators])
    world.add_member(guild, jon)
    news = world.add_channel(guild, "news")
    async with StandIn(world) as standin:
        people = [standin.person(user, guild, news) for user in (owner, mira, jon)]
        yield Town(clock, world, standin, guild, news, moderators, *people)
        assert standin.errors == []


JUDGED = ("/interactions/", "/webhooks/", "/applications/")


@asynccontextmanager
async def discord_town(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Town]:
    """Give a town that is all of Discord to discord.py; at its end Discord's document must know every answer of ours.

    Of refusals it does not know: in it the codes of fields are numbers, in Discord's own answers they are words.
    """
    document = discord_openapi()
    async with open_town() as town:
        monkeypatch.setattr(Route, "BASE", town.standin.api_base)
        monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", URL(town.standin.gateway_url))
        yield town
        for exchange in town.standin.exchanges:
            if document is not None and exchange.status < 400 and exchange.path.startswith(JUDGED):
                assert document.check(exchange) == []


@dataclass
class Line:
    """A plain WebSocket to the gateway, for what discord.py never does; `seen` holds the payloads taken off it."""

    socket: aiohttp.ClientWebSocketResponse
    seen: deque[dict[str, Any]] = field(default_factory=deque)

    async def send(self, op: int, data: Any = None) -> None:
        """Send a payload."""
        await self.socket.send_json({"op": op, "d": data})

    async def identify(self, *, intents: int = 1, **more: Any) -> dict[str, Any]:
        """Begin a session; give READY."""
        await self.send(2, {"token": "stand-in-token", "intents": intents, "properties": {}, **more})
        ready: dict[str, Any] = (await self.event("READY"))["d"]
        return ready

    async def next(self) -> dict[str, Any]:
        """Give the next payload."""
        async with asyncio.timeout(5):
            self.seen.append(json.loads(await self.socket.receive_str()))
        return self.seen[-1]

    async def event(self, name: str) -> dict[str, Any]:
        """Read on to an event."""
        while (payload := await self.next())["t"] != name:
            pass
        return payload

    async def op(self, op: int) -> dict[str, Any]:
        """Read on to an operation."""
        while (payload := await self.next())["op"] != op:
            pass
        return payload

    async def closed_with(self) -> int | None:
        """Read on to the end; give its code."""
        async with asyncio.timeout(5):
            while not self.socket.closed:
                await self.socket.receive()
        return self.socket.close_code


@asynccontextmanager
async def open_line(town: Town) -> AsyncIterator[Line]:
    """Give a line that was greeted."""
    async with aiohttp.ClientSession() as session, session.ws_connect(town.standin.gateway_url) as socket:
        line = Line(socket)
        await line.op(10)
        yield line
