"""`tidings demo`: the main job on the invented wire, whole and offline: polled over HTTP, grouped, told, printed."""

from __future__ import annotations

import asyncio
import tempfile
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import click

from bot.replies import Replies

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
    from config.settings import Polling, Settings, Storage
    from digests.usecases.installation import follow_file

    replies = Replies()
    now = MONDAY_NOON
    with tempfile.TemporaryDirectory() as folder:
        polling = Polling(allow_private_hosts=("127.0.0.1",), contact="https://tidings.example/demo")
        settings = Settings(storage=Storage(path=Path(folder) / "demo.db"), polling=polling)
        async with WireServer(lambda: now) as wire, open_app(settings) as app:
            click.echo(replies.say("demo-begins", feeds=len(wire.addresses())), err=True)
            topics, editions = _orders(wire.addresses())
            await follow_file(
                topics,
                editions,
                feed_store=app.store.feeds,
                topic_store=app.store.topics,
                edition_store=app.store.editions,
                now=now,
            )
            for slot in SLOTS:
                now = slot
                polled = await app.poller.poll(now)
                joined = await app.joiner.join(now)
                click.echo(replies.say("demo-polled", slot=f"{slot:%A %H:%M}", polled=polled.polled, joined=joined), err=True)
                await app.preparer.prepare(now)
                await app.deliverer.deliver(now)
    click.echo(replies.say("demo-ends"), err=True)
