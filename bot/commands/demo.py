"""`tidings demo`: one digest walks the whole way, offline, and what people see is drawn in the terminal.

An invented wire is served over HTTP, people of the stand-in set everything up by commands, the real client posts.
"""

from __future__ import annotations

import asyncio
import errno
import logging
import signal
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click
from babel.dates import format_datetime
from rich.console import Console

from bot.cli import fail
from bot.playground.drawing import print_message
from bot.playground.scene import Scene, make_scene
from bot.replies import Replies, of_terminal

if TYPE_CHECKING:
    from bot.app import App
    from bot.playground.server import WireServer
    from bot.playground.standin.people import Person, Reply
    from bot.playground.standin.server import StandIn
    from bot.playground.standin.world import Message
    from config.settings import Settings

TOPIC = "Aldmark"
SLOT_HOUR = 18
BACKFILL = 10


@click.command(
    epilog="""\b
Examples:
  tidings demo --once
  tidings demo --port 8600      (stays until Ctrl-C)

Exit codes: 0 done, 1 the port is taken, 2 wrong use, 130 interrupted."""
)
@click.option("--once", is_flag=True, help="End after the second digest.")
@click.option("--port", default=0, type=click.IntRange(0, 65_535), help="Port of the Discord stand-in; 0: any.")
@click.pass_context
def demo(ctx: click.Context, once: bool, port: int) -> None:
    """Walk one digest from slash commands to a channel, offline, on bundled feeds of invented news."""
    try:
        stopped_by = asyncio.run(_demo(port, stays=not once))
    except OSError as error:
        if error.errno not in {errno.EADDRINUSE, errno.EACCES}:
            raise
        fail("demo-port-taken", port=port, reason=error.strerror or str(error))
    if stopped_by == signal.SIGINT:
        ctx.exit(130)


@dataclass
class Play:
    """A running demo, and what of its channel was drawn already."""

    scene: Scene
    app: App
    standin: StandIn
    wire: WireServer
    console: Console = field(default_factory=lambda: Console(highlight=False))
    replies: Replies = field(default_factory=of_terminal)
    drawn: set[int] = field(default_factory=set)

    def say(self, key: str, **fields: object) -> None:
        """Tell what happens now."""
        self.console.rule(self.replies.say(key, **fields), style="dim", align="left")
        self.console.print()

    def draw(self, message: Message) -> None:
        """Draw one message."""
        self.drawn.add(message.id)
        channel = self.scene.world.channels[message.channel_id]
        made = self.scene.world.message_json(message, channel)
        print_message(self.console, made, self.scene.names())

    def draw_news(self) -> None:
        """Draw what was posted for all since the last look."""
        for message in self.scene.news.messages:
            if message.ephemeral_for is None and message.id not in self.drawn:
                self.draw(message)

    async def type(self, who: Person, name: str, /, *, is_drawn: bool = True, **options: object) -> None:
        """Type a command as somebody, and draw the answer."""
        shown = " ".join(f"{option}:{getattr(value, 'name', value)}" for option, value in options.items())
        self.console.print(f"[bold]{who.user.name}[/]  [cyan]/{name}[/] ", end="")
        self.console.print(shown, markup=False)
        reply = await who.command(name, **options)
        if is_drawn:
            await self.answer(reply)
        else:
            await reply.finished()

    async def answer(self, reply: Reply) -> None:
        """Draw an answer once it is whole."""
        for message in (await reply.finished()).messages:
            self.draw(message)

    async def carry_out(self, now: datetime) -> None:
        """Move the clock and do what is due then, as the schedule would."""
        self.scene.clock.move(now)
        await self.app.poller.poll(now)
        await self.app.joiner.join(now)
        await self.app.preparer.prepare(now)
        await self.app.deliverer.deliver(now)


async def _demo(port: int, *, stays: bool) -> signal.Signals | None:
    logging.getLogger("discord").setLevel(logging.ERROR)  # its own words would stand between the drawn messages
    with tempfile.TemporaryDirectory() as folder:
        async with _playing(Path(folder), port) as play:
            await _walk(play)
            if not stays:
                play.say("demo-ends")
                return None
            return await _stay(play)


@asynccontextmanager
async def _playing(folder: Path, port: int) -> AsyncIterator[Play]:
    """Give the whole playground, the bot connected in it."""
    from bot.app import open_app
    from bot.playground.server import WireServer
    from bot.playground.standin.server import StandIn

    scene = make_scene(of_terminal().locale)
    async with (
        WireServer(scene.clock) as wire,
        StandIn(scene.world, port=port) as standin,
        open_app(_settings(folder, standin), now=scene.clock) as app,
    ):
        assert app.discord is not None
        connection = asyncio.create_task(app.discord.stay_connected())
        try:
            await standin.gateway.connected()
            yield Play(scene, app, standin, wire)
        finally:
            connection.cancel()
            await asyncio.wait({connection})


async def _walk(play: Play) -> None:
    """Set everything up by commands, let two days pass, and show what the channel sees."""
    scene = play.scene
    mira = play.standin.person(scene.moderator, scene.guild, scene.news)
    jon = play.standin.person(scene.member, scene.guild, scene.news)
    feeds = play.wire.addresses()
    play.say("demo-begins", feeds=len(feeds))
    await play.type(mira, "topic create", name=TOPIC, description="What happens in Aldmark")
    for url in feeds:
        await play.type(mira, "feed add", is_drawn=url == feeds[-1], url=url, topic=TOPIC, backfill=BACKFILL)
    for url in (play.wire.redirecting, play.wire.failing, play.wire.no_feed):
        await play.type(mira, "feed add", url=url, topic=TOPIC)
    await play.type(mira, "server settings", notices=scene.notices)
    await play.type(mira, "digest schedule", channel=scene.news, at="18:00", timezone="UTC", topics=TOPIC, ping="on")
    await play.type(jon, "subscribe", topic=TOPIC)
    await play.carry_out(scene.clock())
    slot = scene.clock().replace(hour=SLOT_HOUR)
    for number in range(2):
        await play.carry_out(slot + timedelta(days=number))
        play.say(
            "demo-slot",
            number=number + 1,
            day=format_datetime(scene.clock(), "EEEE HH:mm", locale=play.replies.locale.replace("-", "_")),
            channel=f"#{scene.news.name}",
        )
        play.draw_news()
    first = next(message for message in scene.news.messages if message.ephemeral_for is None)
    play.say("demo-opens", name=scene.member.name)
    await play.answer(await jon.choose(first, Replies().say("digest-open-story"), ["0"]))
    await play.type(mira, "health")


async def _stay(play: Play) -> signal.Signals:
    """Let time pass as it does outside, until somebody stops it."""
    from bot.schedule import utc_now
    from bot.signals import stop_signal

    play.scene.clock.run(utc_now)
    play.say("demo-stays", api=play.standin.api_base, gateway=play.standin.gateway_url, wire=play.wire.home)
    stopped = stop_signal()
    async with play.app.schedule(play.scene.clock(), now=play.scene.clock):
        return await stopped


def _settings(folder: Path, standin: StandIn) -> Settings:
    """Give the configuration an admin writes: the token, and here where the stand-in is."""
    from config.settings import Discord, Polling, Settings, Storage

    return Settings(
        discord=Discord(token=standin.token, api_base=standin.api_base, gateway_url=standin.gateway_url),
        storage=Storage(path=folder / "demo.db"),
        polling=Polling(allow_private_hosts=("127.0.0.1",)),
    )
