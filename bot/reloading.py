"""Other settings for a bot that runs: the file is read again, what may change is taken up, the rest is named.

A file with a problem changes nothing, and each of its problems is in the log.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator
from datetime import datetime

from bot.app import App
from bot.replies import Replies, describe
from bot.schedule import utc_now
from config import logs
from config.problems import ConfigError
from config.settings import Settings, Table
from digests.core.errors import StoreError

log = logging.getLogger(__name__)

MAY_CHANGE = frozenset(
    {"topics", "editions", "logging.level", "logging.format", "storage.retention_days", "storage.seen_days"}
    | {f"polling.{key}" for key in ("interval", "min_interval", "max_interval", "concurrency", "per_host")}
    | {f"digest.{key}" for key in ("language", "max_stories", "style", "catch_up")}
    | {f"limits.{key}" for key in Settings.model_fields["limits"].default.__class__.model_fields}
)
"""Keys that are taken up while it runs; all others are read once, at the start."""


async def reload_on(
    asked: asyncio.Event,
    app: App,
    started: Settings,
    read: Callable[[], Settings],
    now: Callable[[], datetime] = utc_now,
) -> None:
    """Take up what `read` gives each time `asked` is set, until cancelled; `started` is what the program began with."""
    current = started
    while True:
        await asked.wait()
        asked.clear()
        try:
            wanted = await asyncio.to_thread(read)
            await _take_up(wanted, app, current, started, now())
            current = wanted
        except ConfigError as error:
            for line in describe(error, Replies()):
                log.error("configuration kept problem=%s", line)  # noqa: TRY400 - the problem says it all
        except StoreError as error:
            log.error("configuration not taken up error=%s", error)  # noqa: TRY400 - it is no fault of ours


async def _take_up(wanted: Settings, app: App, current: Settings, started: Settings, now: datetime) -> None:
    logs.configure(
        wanted.logging.level, wanted.logging.format, secrets={*started.secrets(), *current.secrets(), *wanted.secrets()}
    )
    await app.take_up(wanted, now)
    taken = sorted(MAY_CHANGE.intersection(changes(current, wanted)))
    log.info("configuration read again changed=%s", ",".join(taken) or "nothing")
    left = sorted(set(changes(started, wanted)) - MAY_CHANGE)
    if left:
        log.warning("configuration needs a restart keys=%s", ",".join(left))


def changes(before: Settings, after: Settings) -> Iterator[str]:
    """Give the keys that differ, dotted; lists of tables by their name."""
    for name in Settings.model_fields:
        old, new = getattr(before, name), getattr(after, name)
        if isinstance(old, Table):
            keys = type(old).model_fields
            yield from (f"{name}.{key}" for key in keys if getattr(old, key) != getattr(new, key))
        elif old != new:
            yield name
