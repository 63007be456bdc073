"""The whole bot against the stand-in: real discord.py, real HTTP and WebSocket, real store, real feeds on loopback."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.app import App, open_app
from bot.playground.standin.faults import Faults
from bot.playground.standin.people import Person, Reply
from bot.playground.standin.permissions import MODERATOR
from bot.playground.standin.server import StandIn
from bot.playground.standin.world import Channel, Guild, World
from bot.starters import starter_lists
from config.settings import Discord, Polling, Settings, Storage, Summary
from digests.usecases.setting_up import StarterList
from tests.builders import NOW
from tests.feed_server import FeedServer
from tests.openapi import discord_openapi


@dataclass
class Clock:
    """The time of the world and of the bot; a test moves it."""

    at: datetime = NOW

    def __call__(self) -> datetime:
        return self.at


@dataclass
class Town:
    """A server with a moderator and a member, and the bot in it."""

    clock: Clock
    world: World
    standin: StandIn
    guild: Guild
    news: Channel
    app: App
    server: FeedServer
    moderator: Person
    member: Person
    stop: Callable[[], Awaitable[None]]

    async def ask(self, who: Person, name: str, /, **options: object) -> Reply:
        """Type a command and wait for the whole answer, which only who asked may see."""
        reply = await (await who.command(name, **options)).finished()
        assert reply.is_ephemeral
        return reply

    async def march(self, by: timedelta = timedelta(0)) -> None:
        """Move the clock and carry out a moment as the ticks would."""
        self.clock.at += by
        now = self.clock.at
        await self.app.poller.poll(now)
        await self.app.corrector.correct(now)
        await self.app.joiner.join(now)
        await self.app.alerter.alert(now)
        await self.app.preparer.prepare(now)
        await self.app.deliverer.deliver(now)
        await self.app.report_health(now)
        assert self.app.discord is not None
        await self.app.discord.noticeboard.post(now)


def settings_for(folder: Path, standin: StandIn, summary: Summary | None = None) -> Settings:
    return Settings(
        summary=summary or Summary(),
        discord=Discord(token=standin.token, api_base=standin.api_base, gateway_url=standin.gateway_url),
        storage=Storage(path=folder / "tidings.db"),
        polling=Polling(allow_private_hosts=("127.0.0.1",)),
    )


@asynccontextmanager
async def connected(
    standin: StandIn,
    settings: Settings,
    clock: Clock,
    starters: Callable[[], Sequence[StarterList]] = starter_lists,
) -> AsyncIterator[App]:
    """Give the bot, connected; at the end it is closed."""
    async with open_app(settings, now=clock, starters=starters) as app:
        assert app.discord is not None
        sessions = len(standin.gateway.live())
        connection = asyncio.create_task(app.discord.stay_connected())
        try:
            await standin.gateway.connected(sessions=sessions + 1)
            await guilds_are_known(app)
            yield app
        finally:
            connection.cancel()
            await asyncio.wait({connection})


async def guilds_are_known(app: App) -> None:
    """Wait for every guild's channels; "ready" comes two seconds after them."""
    assert app.discord is not None
    async with asyncio.timeout(10):
        while not app.discord.client.guilds or any(guild.unavailable for guild in app.discord.client.guilds):
            await asyncio.sleep(0.01)


def judge(standin: StandIn) -> None:
    """Hold every exchange against Discord's own document, where it is here; `test_openapi` says so where it is not."""
    document = discord_openapi()
    if document is not None:
        problems = [problem for exchange in standin.exchanges for problem in document.check(exchange)]
        assert not problems, "\n".join(problems)


@pytest.fixture(autouse=True)
def _discord_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put back what the client sets for all of discord.py, and keep its notes to itself."""
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)
    logging.getLogger("discord").setLevel(logging.CRITICAL)


@pytest.fixture
def starters() -> list[StarterList]:
    """Give the topics that `/setup` offers."""
    return list(starter_lists())


@pytest.fixture
def summary() -> Summary:
    """Give who phrases in this town: nobody; files whose tests need a language model name theirs."""
    return Summary()


@pytest.fixture
async def town(tmp_path: Path, starters: list[StarterList], summary: Summary) -> AsyncIterator[Town]:
    clock = Clock()
    world = World(clock)
    owner, mira, jon = (world.add_user(name) for name in ("Olin", "Mira", "Jon"))
    guild = world.add_guild("Aldmouth", owner=owner)
    moderators = world.add_role(guild, "Moderators", permissions=MODERATOR)
    world.add_member(guild, mira, [moderators])
    world.add_member(guild, jon)
    news = world.add_channel(guild, "news")
    async with StandIn(world, faults=Faults()) as standin, FeedServer() as server:
        async with AsyncExitStack() as running:
            app = await running.enter_async_context(
                connected(standin, settings_for(tmp_path, standin, summary), clock, lambda: starters)
            )
            yield Town(
                stop=running.aclose,
                clock=clock,
                world=world,
                standin=standin,
                guild=guild,
                news=news,
                app=app,
                server=server,
                moderator=standin.person(mira, guild, news),
                member=standin.person(jon, guild, news),
            )
        assert standin.errors == []
        judge(standin)
