"""Whose turn it is: claimed feeds, handed out so that one host never has more than its share under way.

A slow host with many feeds would hold every worker otherwise. It fetches nothing and knows no clock.
"""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict, deque
from collections.abc import AsyncIterator, Sequence

from digests.core.models import Feed

MOST_HELD = 1000
"""Feeds that wait here for their host; more stay unclaimed, since a lease runs out."""


class Turns:
    """Gives feeds of `due`, which come in batches, to workers, at most `per_host` of a host at once."""

    def __init__(self, due: AsyncIterator[Sequence[Feed]], *, per_host: int) -> None:
        self._due = due
        self._batch: deque[Feed] = deque()
        self._per_host = per_host
        self._under_way: Counter[str] = Counter()
        self._held: defaultdict[str, deque[Feed]] = defaultdict(deque)
        self._count = 0  # of all feeds held
        self._free: deque[str] = deque()  # hosts with feeds held, once for each place passed on to them
        self._freed = asyncio.Event()
        self._claiming = asyncio.Lock()
        self._is_exhausted = False
        self._resting: set[str] = set()
        self.left: list[Feed] = []  # feeds nobody is given, since their hosts rest

    async def take(self) -> Feed | None:
        """Give the next feed whose host has a free place; None when nothing is left. Call `done` with it."""
        while True:
            if self._free:
                self._count -= 1
                return self._held[self._free.popleft()].popleft()
            if self._batch and self._count < MOST_HELD:
                feed = self._batch.popleft()
                if feed.host in self._resting:
                    self.left.append(feed)
                elif self._under_way[feed.host] < self._per_host:
                    self._under_way[feed.host] += 1
                    return feed
                else:
                    self._held[feed.host].append(feed)
                    self._count += 1
            elif self._batch or self._is_exhausted:
                if not self._count:
                    return None
                self._freed.clear()
                await self._freed.wait()
            else:
                await self._claim()

    async def _claim(self) -> None:
        """Fetch the next batch, once for all that wait for it."""
        async with self._claiming:
            if not self._batch and not self._is_exhausted:
                batch = await anext(self._due, None)
                self._is_exhausted = batch is None
                self._batch.extend(batch or ())

    def rest(self, host: str) -> None:
        """Give nobody a feed of this host any more: it asked for rest."""
        self._resting.add(host)
        held = self._held.pop(host, ())
        self._count -= len(held)
        self.left.extend(held)
        for _ in range(self._free.count(host)):
            self._free.remove(host)
            self._under_way[host] -= 1

    def done(self, feed: Feed) -> None:
        """Free a feed's place: it passes to the next one of its host that is held, or is open again."""
        if len(self._held.get(feed.host, ())) > self._free.count(feed.host):
            self._free.append(feed.host)
        else:
            self._under_way[feed.host] -= 1
        self._freed.set()
