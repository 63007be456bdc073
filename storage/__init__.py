"""SQLite: the only room that speaks SQL. `open_store` is its door."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from storage.database import Database, open_database
from storage.store.archive import SqliteArchive
from storage.store.backlog import SqliteBacklog
from storage.store.digests import SqliteDigests
from storage.store.editions import SqliteEditions
from storage.store.entries import SqliteEntries
from storage.store.feeds import SqliteFeeds
from storage.store.guilds import SqliteGuilds
from storage.store.hooks import SqliteHooks
from storage.store.members import SqliteMembers
from storage.store.notes import SqliteNotes
from storage.store.pages import SqlitePages
from storage.store.personal import SqlitePersonal
from storage.store.phrasings import SqlitePhrasings
from storage.store.topics import SqliteTopics
from storage.store.watching import SqliteWatching

__all__ = ["Database", "Store", "open_store"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """The stores of one installation, on one database."""

    database: Database
    feeds: SqliteFeeds
    entries: SqliteEntries
    pages: SqlitePages
    topics: SqliteTopics
    editions: SqliteEditions
    digests: SqliteDigests
    members: SqliteMembers
    guilds: SqliteGuilds
    personal: SqlitePersonal
    notes: SqliteNotes
    archive: SqliteArchive
    backlog: SqliteBacklog
    watching: SqliteWatching
    phrasings: SqlitePhrasings
    hooks: SqliteHooks


@asynccontextmanager
async def open_store(path: Path | str, *, read_only: bool = False) -> AsyncIterator[Store]:
    """Give the stores on the database at `path`; see `storage.database.open_database` for what may go wrong."""
    async with open_database(path, read_only=read_only) as database:
        yield Store(
            database=database,
            feeds=SqliteFeeds(database),
            entries=SqliteEntries(database),
            pages=SqlitePages(database),
            topics=SqliteTopics(database),
            editions=SqliteEditions(database),
            digests=SqliteDigests(database),
            members=SqliteMembers(database),
            guilds=SqliteGuilds(database),
            personal=SqlitePersonal(database),
            notes=SqliteNotes(database),
            archive=SqliteArchive(database),
            backlog=SqliteBacklog(database),
            watching=SqliteWatching(database),
            phrasings=SqlitePhrasings(database),
            hooks=SqliteHooks(database),
        )
