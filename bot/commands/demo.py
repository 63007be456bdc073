"""`tidings demo`: a digest walks the whole way, offline, and what people see is drawn in the terminal or in a browser.

An invented wire is served over HTTP, people of the stand-in set everything up by commands, the real client posts. This
file alone knows both the playground and the bot.
"""

from __future__ import annotations

import asyncio
import errno
import logging
import signal
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click
from babel.dates import format_datetime
from rich.console import Console

from bot.cli import fail
from bot.commands.moments import Moments
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
    from digests.usecases.setting_up import StarterList

TOPIC = "Aldmark"
SLOT_HOUR = 18
DIRECT_AT = time(18, 30)
BACKFILL = 10

COAST = ("kelmouth-echo", "harbourline", "tolbury-post", "coastline-radio", "merrow-wire")
STARTERS = (
    (
        "en",
        "English",
        "UTC",
        (("Coast", "Kelmouth, Tolbury and the harbours", COAST), ("Sport", "Games and results", ("touchline",))),
    ),
    (
        "de",
        "Deutsch",
        "UTC",
        (("Grauwald", "Was in Grauwald geschieht", ("grauwaldener-zeitung", "marktbote-rautenfels")),),
    ),
)
"""What `/setup` offers: language, its name, zone, and topics with their descriptions and feeds."""


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
    moments: Moments
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

    def posted(self) -> list[Message]:
        """Give what the bot posted for all."""
        bot = self.scene.world.bot
        return [one for one in self.scene.news.messages if one.author is bot and one.ephemeral_for is None]

    def draw_news(self) -> None:
        """Draw what was posted since the last look."""
        for message in self.posted():
            if message.id not in self.drawn:
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


async def _demo(port: int, *, stays: bool) -> signal.Signals | None:
    logging.getLogger("discord").setLevel(logging.ERROR)  # its own words would stand between the drawn messages
    with tempfile.TemporaryDirectory() as folder:
        async with _playing(Path(folder), port, has_page=stays) as play:
            await _walk(play)
            if not stays:
                play.say("demo-ends")
                return None
            return await _stay(play)


@asynccontextmanager
async def _playing(folder: Path, port: int, *, has_page: bool) -> AsyncIterator[Play]:
    """Give the whole playground, the bot connected in it. The page is there at once, loading the bot takes seconds."""
    from bot.playground.server import WireServer
    from bot.playground.standin.server import StandIn

    replies = of_terminal()
    scene = make_scene(replies.locale)
    moments = Moments(scene.clock, scene.clock.move)
    async with WireServer(scene.clock) as wire:
        standin = StandIn(scene.world, port=port)
        if has_page:
            await _add_page(scene, standin, wire, moments)
        async with standin:
            if has_page:
                click.echo(replies.say("play-opens", address=standin.home))
            open_app = await asyncio.to_thread(_load)
            settings = _settings(folder, standin)
            async with open_app(settings, now=scene.clock, starters=lambda: _starters(wire)) as app:
                assert app.discord is not None
                connection = asyncio.create_task(app.discord.stay_connected())
                try:
                    await standin.gateway.connected()
                    moments.begin(app)
                    yield Play(scene, app, moments, standin, wire)
                finally:
                    connection.cancel()
                    await asyncio.wait({connection})


def _load() -> Callable[..., AbstractAsyncContextManager[App]]:
    """Give the bot's wiring; it takes seconds to load, in which the page answers already."""
    from bot.app import open_app

    return open_app


def _starters(wire: WireServer) -> tuple[StarterList, ...]:
    """Give the topics that `/setup` offers here, of the wire's feeds."""
    from digests.usecases.setting_up import StarterList, StarterTopic

    known = {address.rpartition("/")[2].partition(".")[0]: address for address in wire.addresses()}
    return tuple(
        StarterList(
            language=language,
            name=name,
            timezone=zone,
            topics=tuple(
                StarterTopic(name=topic, description=description, feeds=tuple(known[feed] for feed in feeds))
                for topic, description, feeds in topics
            ),
        )
        for language, name, zone, topics in STARTERS
    )


async def _add_page(scene: Scene, standin: StandIn, wire: WireServer, moments: Moments) -> None:
    """Serve the page beside the stand-in, its controls in the bot's hands."""
    from bot.playground.page.acts import Acts, Controls
    from bot.playground.page.composer import Composer
    from bot.playground.page.look import Look
    from bot.playground.page.site import Site

    async def publish() -> bool:
        coming = wire.coming()
        if coming is not None:
            news, address = coming
            await moments.publish(news.published, address)
        return coming is not None

    controls = Controls(next_slot=moments.next_slot, pass_time=moments.pass_time, publish=publish)
    look = await asyncio.to_thread(Look.read)
    acts = Acts(scene=scene, standin=standin, wire=wire, controls=controls, composer=Composer(scene.world))
    standin.serve_beside(Site(acts, look).routes())


async def _walk(play: Play) -> None:
    """Set everything up by commands, let two days pass, and show what the channel sees."""
    scene = play.scene
    mira = play.standin.person(scene.moderator, scene.guild, scene.notices)
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
    await play.moments.carry_out(scene.clock())
    slot = scene.clock().replace(hour=SLOT_HOUR)
    for number in range(2):
        await play.moments.carry_out(slot + timedelta(days=number))
        play.say(
            "demo-slot",
            number=number + 1,
            day=format_datetime(scene.clock(), "EEEE HH:mm", locale=play.replies.locale.replace("-", "_")),
            channel=f"#{scene.news.name}",
        )
        play.draw_news()
    first = play.posted()[0]
    play.say("demo-opens", name=scene.member.name)
    await play.answer(await jon.choose(first, Replies().say("digest-open-story"), ["0"]))
    await _by_direct_message(play, jon)
    await play.type(mira, "health")


async def _by_direct_message(play: Play, who: Person) -> None:
    """Have somebody ask for a digest of their own, and show what they get at their hour."""
    play.say("demo-direct", name=who.user.name)
    await play.type(
        who, "preferences", timezone="UTC", dm_at=f"{DIRECT_AT:%H:%M}", quiet_from="22:00", quiet_to="07:00"
    )
    await play.type(who, "subscribe", topic=TOPIC, deliver="dm")
    now = play.scene.clock()
    await play.moments.carry_out(datetime.combine(now, DIRECT_AT, now.tzinfo))
    for message in play.scene.world.dm_of(who.user).messages:
        play.draw(message)


async def _stay(play: Play) -> signal.Signals:
    """Let time pass as it does outside, until somebody stops it."""
    from bot.schedule import utc_now
    from bot.signals import stop_signal

    play.scene.clock.run(utc_now)
    play.say("demo-stays", api=play.standin.api_base, gateway=play.standin.gateway_url, wire=play.wire.home)
    play.say("play-opens", address=play.standin.home)
    stopped = stop_signal()
    running = asyncio.create_task(play.moments.run())
    try:
        return await stopped
    finally:
        running.cancel()
        await asyncio.wait({running})


def _settings(folder: Path, standin: StandIn) -> Settings:
    """Give the configuration an admin writes: the token, and here where the stand-in is."""
    from config.settings import Discord, Polling, Settings, Storage

    return Settings(
        discord=Discord(token=standin.token, api_base=standin.api_base, gateway_url=standin.gateway_url),
        storage=Storage(path=folder / "demo.db"),
        polling=Polling(allow_private_hosts=("127.0.0.1",)),
    )
