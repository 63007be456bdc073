"""How an installation is: what `tidings doctor` prints. Looks only, changes nothing, works while a bot runs."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from digests.core.editions import Edition
from digests.core.models import Feed
from digests.core.polling import ILL_AFTER
from digests.core.silence import SLACK, Stuck
from digests.pipeline.watch import silences
from digests.ports import EditionStore, FeedStore, WatchStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What was found. `ill`: feeds that fail for `ILL_AFTER` or are gone; `stuck`: with the edition it belongs to."""

    feeds: int
    ill: Sequence[Feed]
    editions: Sequence[Edition]
    silent: Mapping[Edition, datetime]
    stuck: Sequence[tuple[Edition | None, Stuck]]

    @property
    def paused(self) -> Sequence[Edition]:
        """The editions that stand still, by a moderator or since Discord refused them."""
        return [edition for edition in self.editions if edition.paused]


async def check_up(feeds: FeedStore, editions: EditionStore, watching: WatchStore, *, now: datetime) -> Condition:
    """Look at feeds, editions and deliveries."""
    held, standing = await feeds.feeds(), await editions.editions()
    pulses, waiting = await watching.pulses(), await watching.stuck(due_before=now - SLACK)
    by_id = {edition.id: edition for edition in standing}
    return Condition(
        feeds=len(held),
        ill=[feed for feed in held if is_ill(feed, now)],
        editions=standing,
        silent=await asyncio.to_thread(silences, standing, pulses, now),
        stuck=[(by_id.get(one.edition_id), one) for one in waiting],
    )


def is_ill(feed: Feed, now: datetime) -> bool:
    """Say whether a feed needs somebody: a short failure mends itself."""
    return feed.gone or (feed.failing_since is not None and feed.failing_since <= now - ILL_AFTER)
