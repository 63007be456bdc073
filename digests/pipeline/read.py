"""read(now): teasers of feeds that ask for it → the page behind the link → its text. Bounded tries; join waits for one.

A try is counted when it is claimed, so a page that kills whatever reads it is not read for ever.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from datetime import datetime

from digests.core.models import Entry, FetchFailed
from digests.core.pages import RETRY_AFTER
from digests.ports import PageReader, PageStore

log = logging.getLogger(__name__)

BATCH = 20
"""Pages under way at once: the fetcher's own concurrency, so that none waits for another's host."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The parts reading needs."""

    pages: PageReader
    store: PageStore

    async def read(self, now: datetime) -> int:
        """Read all pages due; give how many gave text."""
        read = 0
        while entries := await self.store.claim_pages(now=now, limit=BATCH, retry_after=RETRY_AFTER):
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(self._read(entry)) for entry in entries]
            read += sum(task.result() for task in tasks)
        return read

    async def _read(self, entry: Entry) -> bool:
        page = await self.pages.read(entry.link)
        if isinstance(page, FetchFailed):
            log.info("page not read entry=%d reason=%s detail=%s", entry.id, page.reason, page.detail)
            return False
        await self.store.page_read(entry.id, page)
        return True
