"""The database as a resource: one writer, a few readers beside it, opened and closed as one. No table is named here.

DESIGN §5: one writing connection owned by one thread; a transaction is one submitted function, never across an await.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database as Sql

from digests.core.errors import StoreError
from storage import migrations
from storage.connection import MEMORY, Connection, Work, opened
from storage.copies import write_copy
from storage.file import claim_file, let_go, refuse_missing

T = TypeVar("T")

READERS = 2
"""Enough that a slow search holds up no claim; each costs a thread and its own page cache (2 MB)."""

SPARE = 0.1
"""Share of a file that may lie unused: a day of ninety that are kept, with room to spare."""

INCREMENTAL = 2
"""What SQLite calls `auto_vacuum = INCREMENTAL`."""

AT_ONCE = 1_000
"""Pages given back in one go: 4 MB, some 100 ms in which no transaction begins (measured on two slow cores)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What a file holds, in pages of `page_bytes`; `can_shrink`: it can give back what is unused."""

    pages: int
    unused_pages: int
    page_bytes: int
    can_shrink: bool


def _room(sql: Sql) -> Room:
    pages, unused, size, vacuum = (
        int(sql.execute(f"PRAGMA {name}").fetchone()[0])
        for name in ("page_count", "freelist_count", "page_size", "auto_vacuum")
    )
    return Room(pages=pages, unused_pages=unused, page_bytes=size, can_shrink=vacuum == INCREMENTAL)


class Database:
    """Write and read with functions that each are one transaction.

    Cancelling a caller never cuts a transaction: it still ends whole, and closing waits for it.
    """

    def __init__(self, path: str, *, writer: Connection | None, readers: list[Connection]) -> None:
        self.path = path
        self._writer = writer
        self._idle: asyncio.Queue[Connection] = asyncio.Queue()
        for reader in readers:
            self._idle.put_nowait(reader)

    async def write(self, work: Work[T]) -> T:
        """Run work under BEGIN IMMEDIATE … COMMIT; whatever it raises rolls all of it back.

        Raises:
            StoreError: SQLite refused (disk full, file damaged), or the database was opened for reading.
        """
        if self._writer is None:
            raise StoreError(f"{self.path} was opened for reading only", path=self.path)
        return await self._writer.write(work)

    async def read(self, work: Work[T]) -> T:
        """Run work on one consistent snapshot, beside the writer; a statement that writes fails.

        Raises:
            StoreError: SQLite refused.
        """
        reader = await self._idle.get()
        try:
            return await reader.read(work)
        finally:
            self._idle.put_nowait(reader)

    async def backup(self, path: Path) -> None:
        """Write a consistent copy to a new file, while everything goes on. An existing file is never overwritten.

        Raises:
            StoreError: the file exists, or cannot be written.
        """
        reader = await self._idle.get()
        try:
            await reader.outside(lambda sql: write_copy(sql.conn, path))
        finally:
            self._idle.put_nowait(reader)

    async def room(self) -> Room:
        """Give how much of the file is in use.

        Raises:
            StoreError: SQLite refused.
        """
        return await self.read(_room)

    async def give_back(self) -> int:
        """Give some unused pages at the end of the file back to the disk, if many are; give how many.

        Fewer stay for what comes next: a file that shrinks and grows every hour is written twice.
        """
        room = await self.room()
        if self._writer is None or not room.can_shrink or room.unused_pages <= SPARE * room.pages:
            return 0
        # as a script, since it takes a step a page and `execute` makes but one
        await self._writer.outside(lambda sql: sql.conn.executescript(f"PRAGMA incremental_vacuum({AT_ONCE})"))
        return room.pages - (await self.room()).pages

    async def rebuild(self) -> None:
        """Write the file anew without unused pages, so that `give_back` works from then on. Holds the writer long.

        Raises:
            StoreError: SQLite refused: it needs as much room again as the file has.
        """
        if self._writer is not None:
            await self._writer.outside(migrations.let_shrink)
            await self._writer.outside(lambda sql: sql.execute("VACUUM"))


@asynccontextmanager
async def open_database(path: Path | str, *, read_only: bool = False) -> AsyncIterator[Database]:
    """Give the database at `path`, made where there is none, brought to the schema of this version.

    `read_only` neither creates, locks nor migrates: it is how commands look into a store that a bot runs on.
    `":memory:"` gives one that is gone at the end.

    Raises:
        StoreIsBusyError: another process runs on it.
        StoreIsForeignError: the file is not ours.
        StoreIsNewerError: a newer version wrote it.
        StoreError: it cannot be read or written; the message says what to do.
    """
    async with AsyncExitStack() as stack:
        if str(path) == MEMORY:
            yield await _open_memory(stack)
        elif read_only:
            yield await _open_reading(stack, Path(path))
        else:
            yield await _open_running(stack, Path(path))


async def _open_memory(stack: AsyncExitStack) -> Database:
    only = await stack.enter_async_context(opened(MEMORY, "memory", "file::memory:"))
    await only.outside(migrations.mark_as_ours)  # for its copies
    await only.write(lambda sql: migrations.migrate(sql, MEMORY))
    return Database(MEMORY, writer=only, readers=[only])


async def _open_reading(stack: AsyncExitStack, path: Path) -> Database:
    await asyncio.to_thread(refuse_missing, path)
    readers = await _open_readers(stack, path)
    await readers[0].read(lambda sql: migrations.refuse_other_schema(sql, str(path)))
    return Database(str(path), writer=None, readers=readers)


async def _open_running(stack: AsyncExitStack, path: Path) -> Database:
    lock = await asyncio.to_thread(claim_file, path)
    stack.push_async_callback(asyncio.to_thread, let_go, lock)
    writer = await stack.enter_async_context(opened(str(path), "writer", _uri(path, "rwc")))
    await writer.outside(migrations.mark_as_ours)
    await writer.write(lambda sql: migrations.migrate(sql, str(path)))
    return Database(str(path), writer=writer, readers=await _open_readers(stack, path))


async def _open_readers(stack: AsyncExitStack, path: Path) -> list[Connection]:
    return [
        await stack.enter_async_context(opened(str(path), f"reader-{number}", _uri(path, "ro")))
        for number in range(READERS)
    ]


def _uri(path: Path, mode: str) -> str:
    return f"{path.absolute().as_uri()}?mode={mode}"
