"""`tidings demo`: the main job on the invented wire, whole and offline: polled over HTTP, grouped, told, printed."""

from __future__ import annotations

import asyncio
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.replies import Replies

if TYPE_CHECKING:
    from config.settings import Settings

MONDAY_NOON = datetime(2031, 3, 3, 12, tzinfo=UTC)
SLOTS = tuple(MONDAY_NOON.replace(hour=18) + timedelta(days=day) for day in range(3))
"""The wire runs from Monday to Wednesday; each evening has its digest."""


@click.command()
@click.option("--once", is_flag=True, help="End after the last digest.")
def demo(once: bool) -> None:
    """Run the main job once, offline, on bundled feeds of invented news."""
    del once  # there is nothing yet that could stay up
    asyncio.run(_demo())


async def _demo() -> None:
    from bot.app import open_app
    from bot.playground.server import WireServer

    replies = Replies()
    now = MONDAY_NOON
    with tempfile.TemporaryDirectory() as folder:
        async with WireServer(lambda: now) as wire:
            click.echo(replies.say("demo-begins", feeds=len(wire.addresses())), err=True)
            settings = _settings(Path(folder), wire.addresses())
            async with open_app(settings) as app:
                await app.follow_file(settings, now)
                for now in SLOTS:
                    polled = await app.poller.poll(now)
                    joined = await app.joiner.join(now)
                    day = f"{now:%A %H:%M}"
                    click.echo(replies.say("demo-polled", slot=day, polled=polled.polled, joined=joined), err=True)
                    await app.preparer.prepare(now)
                    await app.deliverer.deliver(now)
    click.echo(replies.say("demo-ends"), err=True)


def _settings(folder: Path, addresses: tuple[str, ...]) -> Settings:
    """Give the configuration a newcomer might write: one topic, told every evening."""
    from config.settings import EditionEntry, Polling, Settings, Storage, TopicEntry

    return Settings(
        storage=Storage(path=folder / "demo.db"),
        polling=Polling(allow_private_hosts=("127.0.0.1",)),
        topics=(TopicEntry(name="Aldmark", feeds=addresses, backfill=10),),
        editions=(EditionEntry(topics=("Aldmark",), name="Evening", at=(SLOTS[0].time(),)),),
    )
