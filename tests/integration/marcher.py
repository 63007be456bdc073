"""The program, marched through three days of the invented wire, that may die at any store or publisher call.

Run by `tests.forks`: continues where the one before it died. Every call of a store's `write` and of a publisher's
`publish` is two moments, before and after.
"""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.app import open_app
from bot.publishers.files import FilePublisher
from bot.publishers.terminal import TerminalPublisher
from config.settings import EditionEntry, Polling, Settings, Storage, TopicEntry
from storage.database import Database
from tests.mortal import Moments

BEGIN = datetime(2031, 3, 3, 6, tzinfo=UTC)
END = datetime(2031, 3, 6, 0, tzinfo=UTC)
STEP = timedelta(hours=3)
CLOCK = "clock"


def clock(folder: Path) -> datetime:
    """Give the moment the march has come to."""
    path = folder / CLOCK
    return datetime.fromisoformat(path.read_text()) if path.exists() else BEGIN


def advance(folder: Path, now: datetime) -> None:
    draft = folder / f"{CLOCK}.draft"
    draft.write_text(now.isoformat())
    draft.replace(folder / CLOCK)


def settings(folder: Path, addresses: list[str]) -> Settings:
    evening = {"topics": ("Aldmark",), "at": ("18:00",), "quiet_day": "skip"}
    return Settings(
        storage=Storage(path=folder / "tidings.db"),
        polling=Polling(allow_private_hosts=("127.0.0.1",)),
        topics=(TopicEntry(name="Aldmark", feeds=tuple(addresses), backfill=10),),
        editions=(
            EditionEntry(name="Printed", **evening),
            EditionEntry(name="Filed", folder=folder / "digests", **evening),
        ),
    )


async def march(folder: Path, addresses: list[str]) -> None:
    ordered = settings(folder, addresses)
    async with open_app(ordered) as app:
        await app.follow_file(ordered, clock(folder))
        while (now := clock(folder)) < END:
            await app.poller.poll(now)
            await app.joiner.join(now)
            await app.preparer.prepare(now)
            await app.deliverer.deliver(now)
            await app.deliverer.deliver(now + timedelta(minutes=3))  # what a dead process had leased
            advance(folder, now + STEP)


def main(orders: Any) -> None:
    """March as ordered: in a folder, from these feeds, to the end or to the `die_at`th moment."""
    moments = Moments(("any", orders["die_at"]))
    for owner, method in ((Database, "write"), (FilePublisher, "publish"), (TerminalPublisher, "publish")):
        moments.around(owner, method, owner.__name__)
    asyncio.run(march(Path(orders["folder"]), orders["feeds"]))
