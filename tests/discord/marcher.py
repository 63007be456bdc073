"""The bot against a stand-in, marched through three evenings of the wire, that kills itself at a chosen moment.

Run by `tests.forks`: continues where the one before it died. Its four editions go to a channel, an announcement
channel, a channel with threads and a forum. Moments lie before and after each write to the store, each call of
the publisher and each request to Discord, while digests are prepared, sent and taken back; reading feeds is left in
peace.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

import aiohttp

from bot.app import App, open_app
from bot.client import TidingsClient
from bot.publishers.discord import DiscordPublisher
from bot.traffic import Traffic
from config.settings import Discord, Polling, Settings, Storage, TopicEntry
from digests.core.editions import Destination, Layout, QuietDay, Style
from digests.core.errors import UseError
from storage.database import Database
from tests.builders import edition
from tests.integration.marcher import BEGIN, END, advance, clock
from tests.mortal import Moments

SLOT_HOUR = 18
AHEAD = timedelta(minutes=5)
REFRESHED = timedelta(seconds=30)
A_DAY = timedelta(days=1)
LATER = timedelta(minutes=3)
"""By then a dead process's lease has ended, and a failed try is due again."""

ROUNDS = "rounds"
MOST_ROUNDS = 400
"""Twenty hours after a slot: more would reach into the next day."""

KINDS: dict[str, dict[str, Any]] = {
    "news": {"style": Style.DEEP, "max_stories": 25},
    "announcements": {"crosspost": True},
    "threads": {"layout": Layout.THREAD},
    "stories": {"layout": Layout.FORUM},
}
"""What the edition of each channel is like."""


def settings(folder: Path, orders: Any) -> Settings:
    topic = TopicEntry(name="Aldmark", feeds=tuple(orders["feeds"]), backfill=10, guild=orders["guild"])
    return Settings(
        discord=Discord(token=orders["token"], api_base=orders["api_base"], gateway_url=orders["gateway_url"]),
        storage=Storage(path=folder / "tidings.db"),
        polling=Polling(allow_private_hosts=("127.0.0.1",)),
        topics=(topic,),
    )


async def order_editions(app: App, orders: Any, created: datetime) -> None:
    (topic,) = await app.store.topics.topics(orders["guild"])
    for name, kind in KINDS.items():
        place = Destination(platform="discord", address=str(orders["channels"][name]))
        named = {"guild_id": orders["guild"], "topics": (topic.id,), "destination": place, "created": created}
        await app.store.editions.put_edition(
            edition(name, at=(time(SLOT_HOUR),), timezone="UTC", quiet_day=QuietDay.SKIP, **named, **kind)
        )


async def deliver(app: App, folder: Path, slot: datetime) -> None:
    """Deliver until nothing is left, some minutes later each time; whoever comes after a death is later too."""
    path = folder / ROUNDS
    while await app.store.digests.next_operation_due():
        rounds = int(path.read_text()) if path.exists() else 0
        assert rounds < MOST_ROUNDS
        path.write_text(str(rounds + 1))
        await app.deliverer.deliver(slot + rounds * LATER)


async def take_a_story_back(app: App, orders: Any) -> None:
    """Retract the first story that was told, once: edits are part of the march."""
    *_, told = await app.store.digests.sent_digests(orders["guild"], since=BEGIN)
    assert app.discord is not None
    with suppress(UseError):  # a process before this one did
        link = told.cards[0].sources[0].url
        await app.discord.client.desk.services.editions.retract(orders["guild"], link, now=END)


async def march(orders: Any, moments: Moments) -> None:
    folder = Path(orders["folder"])
    ordered = settings(folder, orders)
    moments.is_counting = False
    async with open_app(ordered) as app:
        assert app.discord is not None
        connection = asyncio.create_task(app.discord.stay_connected())
        while not app.discord.client.get_guild(orders["guild"]):
            await asyncio.sleep(0.01)
        begun = clock(folder)
        await app.follow_file(ordered, begun)
        await order_editions(app, orders, begun)
        end = BEGIN + orders["evenings"] * A_DAY
        while (now := clock(folder)) < end:
            slot = now.replace(hour=SLOT_HOUR)
            await app.poller.poll(slot - AHEAD)
            await app.joiner.join(slot - AHEAD)
            moments.is_counting = True
            await app.preparer.prepare(slot - AHEAD)
            await app.preparer.prepare(slot - REFRESHED)
            await deliver(app, folder, slot)
            moments.is_counting = False
            (folder / ROUNDS).unlink(missing_ok=True)
            advance(folder, now + A_DAY)
        moments.is_counting = True
        await take_a_story_back(app, orders)
        await deliver(app, folder, END)
        moments.is_counting = False
        connection.cancel()


def watch_requests(moments: Moments) -> None:
    """Make moments of each request's start and end."""
    traced = Traffic.trace

    def trace(traffic: Traffic) -> aiohttp.TraceConfig:
        config = traced(traffic)

        async def began(*_: object) -> None:
            moments.pass_by("ask-before")

        async def ended(*_: object) -> None:
            moments.pass_by("ask-after")

        config.on_request_start.append(began)
        config.on_request_end.append(ended)
        return config

    Traffic.trace = trace  # type: ignore[method-assign]


async def tell_no_commands(_client: TidingsClient) -> None:
    """Stand for telling Discord the commands, which is half a second of each start and no part of a delivery."""


def main(orders: Any) -> None:
    """March as ordered, to the end or to the moment `die_at`; at the end print how many moments there were."""
    TidingsClient._sync = tell_no_commands  # type: ignore[method-assign]
    moments = Moments(tuple(orders["die_at"]))
    moments.around(Database, "write", "write")
    moments.around(DiscordPublisher, "publish", "send")
    watch_requests(moments)
    asyncio.run(march(orders, moments))
    print(moments.passed["any"])
