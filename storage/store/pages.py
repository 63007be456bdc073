"""Entries whose page is to be read, and what reading gave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database as Sql

from digests.core.articles import PageText
from digests.core.models import Entry, EntryId
from digests.core.pages import MOST_TRIES, TEASER_CHARS
from storage import rows
from storage.database import Database


@dataclass(frozen=True, slots=True)
class SqlitePages:
    """`PageStore` on SQLite; the contract stands in `digests.ports`."""

    database: Database

    async def claim_pages(self, *, now: datetime, limit: int, retry_after: timedelta) -> Sequence[Entry]:
        """Give teasers whose page is due, each with a try counted."""
        return await self.database.write(lambda sql: _claim(sql, now, limit, retry_after))

    async def page_read(self, entry_id: EntryId, page: PageText) -> None:
        """Store what a page gave, unless the entry was joined meanwhile."""
        kept = {
            "entry_id": entry_id,
            "text": rows.whole(page.text),
            "author": rows.whole(page.author),
            "image_url": rows.whole(page.image.url) if page.image else "",
            "image_alt": rows.whole(page.image.alt) if page.image else "",
            "paywalled": int(page.paywalled),
        }
        await self.database.write(lambda sql: sql.execute(KEEP, kept))


WAITS_FOR_PAGE = """feed.read_pages
        AND entry.text = ''
        AND entry.link <> ''
        AND entry.page_tries < :most_tries
        AND LENGTH(entry.html) < :teaser_chars"""
"""What keeps an entry from being joined; `entries` asks for those it does not hold for."""

LIMITS = {"most_tries": MOST_TRIES, "teaser_chars": TEASER_CHARS}

CLAIM = f"""
    UPDATE entry
    SET page_tries = page_tries + 1,
        next_read = :next_read
    WHERE id IN (
        SELECT entry.id
        FROM entry
        JOIN feed ON feed.id = entry.feed_id
        WHERE entry.story_id IS NULL
            AND entry.next_read <= :now
            AND {WAITS_FOR_PAGE}
        ORDER BY entry.id
        LIMIT :limit
    )
    RETURNING *, story_id AS home
"""  # noqa: S608  only the constant above is put in

KEEP = """
    UPDATE entry
    SET text = :text,
        author = IIF(author = '', :author, author),
        image_alt = IIF(image_url = '', :image_alt, image_alt),
        image_url = IIF(image_url = '', :image_url, image_url),
        paywalled = :paywalled
    WHERE id = :entry_id
        AND story_id IS NULL
"""


def _claim(sql: Sql, now: datetime, limit: int, retry_after: timedelta) -> tuple[Entry, ...]:
    wanted = {"now": rows.seconds(now), "next_read": rows.seconds(now + retry_after), "limit": limit, **LIMITS}
    return tuple(rows.entry(row) for row in sql.query(CLAIM, wanted))
