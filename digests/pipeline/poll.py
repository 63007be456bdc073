"""poll(now): due feeds → fetch → parse → decide → apply, many feeds to a transaction.

A sliding window of workers: a slow host holds its share of them, not the round. What was not applied is claimed again
when its lease ends, so the verb may be stopped anywhere.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from digests.core.corrections import WINDOW
from digests.core.errors import ParseError
from digests.core.models import EntryId, Failure, Feed, FeedUpdate, Fetched, FetchFailed, NotModified, Validators
from digests.core.polling import Pace, asks_whole
from digests.core.updates import body_hash, decide_failure, decide_unchanged, decide_update, suspects, unreadable
from digests.pipeline.turns import Turns
from digests.ports import FeedStore, Fetcher, Parser

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=5)
"""Longer than a fetch and a parse can take together by their own deadlines."""

BATCH = 100
"""Feeds to a transaction at most: keeps one write below the 50 ms a reader may wait (measured with the captures)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PollReport:
    """What one round did, in feeds and entries; `reasons` counts the failed ones."""

    polled: int
    failed: int
    new_entries: int
    reasons: Mapping[Failure, int] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class _Count:
    polled: int = 0
    reasons: Counter[Failure] = field(default_factory=Counter)
    new: list[EntryId] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Poller:
    """The parts polling needs; `owner` names this process in leases."""

    fetcher: Fetcher
    parser: Parser
    store: FeedStore
    pace: Pace
    owner: str
    concurrency: int
    per_host: int = 2

    async def poll(self, now: datetime) -> PollReport:
        """Poll all that is due until nothing is; rounds may overlap, a lease keeps them apart."""
        count = _Count()
        found: asyncio.Queue[FeedUpdate | None] = asyncio.Queue(maxsize=2 * BATCH)
        turns = Turns(self._due(now), per_host=self.per_host)
        async with asyncio.TaskGroup() as committing:
            committing.create_task(self._apply(found, count))
            async with asyncio.TaskGroup() as polling:
                for _ in range(self.concurrency):
                    polling.create_task(self._work(turns, found, now))
            await found.put(None)
        if turns.left:
            await self.store.release_feeds(feed.id for feed in turns.left)
        return PollReport(
            polled=count.polled,
            failed=count.reasons.total(),
            new_entries=len(count.new),
            reasons=dict(count.reasons),
        )

    async def _due(self, now: datetime) -> AsyncIterator[Sequence[Feed]]:
        while feeds := await self.store.claim_due_feeds(now=now, owner=self.owner, limit=BATCH, lease=LEASE):
            yield feeds

    async def _work(self, turns: Turns, found: asyncio.Queue[FeedUpdate | None], now: datetime) -> None:
        while feed := await turns.take():
            update = await self.poll_feed(feed, now)
            if update.host_free_at is not None:
                turns.rest(feed.host)
            turns.done(feed)
            _log_change(feed, update)
            await found.put(update)

    async def poll_feed(self, feed: Feed, now: datetime) -> FeedUpdate:
        """Fetch one feed and decide what follows; nothing is stored."""
        validators = Validators() if asks_whole(feed.last_body, now=now) else feed.validators
        outcome = await self.fetcher.fetch(feed.url, validators)
        match outcome:
            case FetchFailed():
                return decide_failure(feed, outcome, now=now, pace=self.pace)
            case NotModified():
                return decide_unchanged(feed, outcome, now=now, pace=self.pace)
            case Fetched():
                hashed = body_hash(outcome.body)
                if hashed == feed.validators.body_hash:
                    return decide_unchanged(feed, outcome, now=now, pace=self.pace)
                return await self._take_in(feed, outcome, hashed, now)

    async def _take_in(self, feed: Feed, fetched: Fetched, hashed: str, now: datetime) -> FeedUpdate:
        try:
            is_plain = not (feed.encoding or feed.as_page)
            told = fetched if is_plain else replace(fetched, encoding=feed.encoding, as_page=feed.as_page)
            document = await self.parser.parse(told, feed.identity)
        except ParseError as error:
            return decide_failure(feed, unreadable(error), now=now, pace=self.pace)
        # The policy is stored with the first keys: a feed without one has none, and need not be asked about.
        keys = (key for one in document.entries for key in one.deciding)
        known = await self.store.known_keys(feed.id, keys) if feed.identity else frozenset()
        recent = await self.store.recent(feed.id, since=now - WINDOW) if known else ()
        doubtful = suspects(feed, document, known)
        titles = await self.store.titles_held(feed.id, doubtful) if doubtful else frozenset()
        return decide_update(
            feed,
            fetched,
            document,
            hash_of_body=hashed,
            known=known,
            titles=titles,
            recent=recent,
            now=now,
            pace=self.pace,
        )

    async def _apply(self, found: asyncio.Queue[FeedUpdate | None], count: _Count) -> None:
        """Store what has come together since the last transaction, until the round is over."""
        more = True
        while more:
            batch = [await found.get()]
            while len(batch) < BATCH and not found.empty():
                batch.append(found.get_nowait())
            updates = [update for update in batch if update is not None]
            more = len(updates) == len(batch)
            if updates:
                count.new.extend(await self.store.apply_updates(updates))
                count.polled += len(updates)
                count.reasons.update(update.failure for update in updates if update.failure is not None)


def _log_change(feed: Feed, update: FeedUpdate) -> None:
    """One line when a feed falls ill and one when it recovers, not each failure."""
    if update.failure and not feed.error_count:
        log.warning("feed fails feed=%d reason=%s detail=%s", feed.id, update.failure, update.detail)
    elif update.failure is Failure.GONE:
        log.warning("feed gone for good feed=%d", feed.id)
    elif feed.error_count and not update.failure:
        log.info("feed recovered feed=%d after=%d", feed.id, feed.error_count)
