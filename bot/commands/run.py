"""`tidings run`: the bot, until it is told to stop."""

from __future__ import annotations

import asyncio
import gc
import signal
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from bot.cli import load_settings, read_settings
from bot.replies import of_terminal
from config.settings import Settings

if TYPE_CHECKING:
    from bot.discord_side import DiscordSide


@click.command(
    epilog="""\b
Examples:
  tidings run
  TIDINGS_LOGGING__LEVEL=debug tidings run --config /etc/tidings/tidings.toml

\b
Signals:
  INT, TERM   stop: running work is finished or parked within ten seconds
  HUP         read the configuration again; the log says what needs a restart

\b
Exit codes: 0 stopped by TERM, 1 the database cannot be used, 2 wrong configuration or refused by Discord,
130 interrupted. Under systemd (Type=notify) it says when it is ready, and that it lives."""
)
@click.pass_context
def run(ctx: click.Context) -> None:
    """Poll feeds, and post digests at their times. Without a Discord token they are printed here."""
    from bot.footprint import share_arenas
    from config import logs

    share_arenas()
    gc.disable()  # while it loads: looking for garbage over and over took an eighth of the start (measured)
    settings = load_settings(ctx)
    logs.configure(settings.logging.level, settings.logging.format, secrets=settings.secrets())
    match asyncio.run(_run(settings, partial(read_settings, ctx))):
        case signal.SIGINT:
            ctx.exit(130)
        case str(refusal):
            click.echo(of_terminal().say(refusal), err=True)
            ctx.exit(2)


async def _run(settings: Settings, read: Callable[[], Settings]) -> signal.Signals | str:
    """Run until stopped; give the signal, or the key of the sentence with which Discord refuses us for good."""
    from bot.app import open_app
    from bot.reloading import reload_on
    from bot.schedule import utc_now
    from bot.signals import reload_signal, stop_signal
    from bot.supervision import supervised
    from bot.web.serving import serving

    stopped, asked = stop_signal(), reload_signal()
    async with open_app(settings) as app:
        await app.follow_file(settings, utc_now())
        gc.collect()
        gc.freeze()  # what is loaded stays: looking through it again held the loop for 40 ms (measured)
        gc.enable()
        if settings.discord.token is None:
            click.echo(of_terminal().say("run-without-discord", path=str(settings.storage.path)), err=True)
        connected = app.discord.client.connected if app.discord else None
        async with (
            serving(settings, app) as web,
            app.schedule(utc_now(), over=web.watch.over),
            supervised(settings.storage.path, connected),
        ):
            if web.address is not None:
                click.echo(of_terminal().say("run-archive", address=web.address), err=True)
            reloading = asyncio.create_task(reload_on(asked, app, settings, read))
            try:
                return await (_stopped_or_refused(app.discord, stopped) if app.discord else stopped)
            finally:
                reloading.cancel()
                await asyncio.wait({reloading})


async def _stopped_or_refused(side: DiscordSide, stopped: asyncio.Future[signal.Signals]) -> signal.Signals | str:
    from bot.connection import GatewayRefusedError

    connection = asyncio.create_task(side.stay_connected())
    ends: list[asyncio.Future[Any]] = [connection, stopped]
    await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
    try:
        if connection.done():
            await connection
    except GatewayRefusedError as error:
        return error.code
    finally:
        connection.cancel()
        await asyncio.wait({connection})
    return await stopped
