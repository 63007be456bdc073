"""The bot against a stand-in, marched through three days of the wire, that kills itself at a chosen moment.

`python -m tests.discord.marcher FOLDER ORDERS`: continues where the one before it died. ORDERS is JSON: where the
stand-in and the feeds are, and at which passing of which moment (write or send, before or after) it dies.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.app import App, open_app
from bot.publishers.discord import DiscordPublisher
from config.settings import Discord, EditionEntry, Polling, Settings, Storage, TopicEntry
from digests.core.errors import UseError
from storage.database import Database
from tests.integration.marcher import END, advance, clock

STEP = timedelta(hours=6)
LATER = timedelta(minutes=3)
"""By then a dead process's lease has ended, and a failed try is due again."""


def mortal(call: Callable[..., Awaitable[Any]], name: str, passed: Counter[str], orders: Any) -> Any:
    """Give the call with a moment before and one after it."""

    def pass_moment(moment: str) -> None:
        passed[moment] += 1
        if [moment, passed[moment]] == orders["die_at"]:
            os.kill(os.getpid(), signal.SIGKILL)

    async def called(*args: Any, **kwargs: Any) -> Any:
        pass_moment(f"{name}-before")
        result = await call(*args, **kwargs)
        pass_moment(f"{name}-after")
        return result

    return called


def settings(folder: Path, orders: Any) -> Settings:
    guild = orders["guild"]
    edition = {"topics": ("Aldmark",), "at": ("18:00",), "quiet_day": "skip", "style": "deep", "max_stories": 25}
    return Settings(
        discord=Discord(token=orders["token"], api_base=orders["api_base"], gateway_url=orders["gateway_url"]),
        storage=Storage(path=folder / "tidings.db"),
        polling=Polling(allow_private_hosts=("127.0.0.1",)),
        topics=(TopicEntry(name="Aldmark", feeds=tuple(orders["feeds"]), backfill=10, guild=guild),),
        editions=(EditionEntry(name="Evening", guild=guild, channel=orders["channel"], **edition),),
    )


async def take_a_story_back(app: App, orders: Any) -> None:
    """Retract the first story that was told, once: an edit is part of the march."""
    now = END
    for digest in await app.store.digests.sent_digests(orders["guild"], since=now - timedelta(days=9)):
        told = digest
    link = told.cards[0].sources[0].url
    assert app.discord is not None
    with suppress(UseError):  # a process before this one did
        await app.discord.client.desk.services.editions.retract(orders["guild"], link, now=now)


async def march(folder: Path, orders: Any) -> None:
    passed: Counter[str] = Counter()
    Database.write = mortal(Database.write, "write", passed, orders)  # type: ignore[method-assign]
    DiscordPublisher.publish = mortal(DiscordPublisher.publish, "send", passed, orders)  # type: ignore[method-assign]

    ordered = settings(folder, orders)
    async with open_app(ordered) as app:
        assert app.discord is not None
        connection = asyncio.create_task(app.discord.stay_connected())
        while app.discord.client.user is None:
            await asyncio.sleep(0.01)
        await app.follow_file(ordered, clock(folder))
        while (now := clock(folder)) < END:
            await app.poller.poll(now)
            await app.joiner.join(now)
            await app.preparer.prepare(now)
            for wait in range(3):
                await app.deliverer.deliver(now + wait * LATER)
            advance(folder, now + STEP)
        await take_a_story_back(app, orders)
        for wait in range(3):
            await app.deliverer.deliver(END + wait * LATER)
        connection.cancel()


if __name__ == "__main__":
    asyncio.run(march(Path(sys.argv[1]), json.loads(sys.argv[2])))
