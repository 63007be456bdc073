"""One SQLite connection and the one thread that may touch it. Knows no table and no query."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from typing import TypeAlias, TypeVar

from sqlite_utils import Database as Sql

from digests.core.errors import StoreError, StoreIsBlockedError, StoreIsDamagedError, StoreIsFullError
from storage.file import foreign

T = TypeVar("T")
Work: TypeAlias = Callable[[Sql], T]
"""What runs inside one transaction; it must not await, nor keep the database beyond its return."""

BUSY_TIMEOUT_S = 5.0
"""How long to wait for a lock. Only a backup tool or an admin's shell can hold one: we have a single writer."""

PRIMARY = 0xFF
"""The bits of an extended result code that hold the primary one (sqlite.org/rescode.html §1)."""

MEMORY = ":memory:"


class Connection:
    """A connection owned by a thread of its own; work is done one by one, in the order it was asked for."""

    def __init__(self, path: str, name: str) -> None:
        self._path = path
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix=f"store-{name}")
        self._sql: Sql | None = None

    async def open(self, uri: str) -> None:
        """Connect; with `mode=ro` or `mode=rw` in the URI no file is ever created."""
        await self._run(lambda: self._connect(uri))

    async def outside(self, work: Work[T]) -> T:
        """Run work without a transaction around it: for pragmas, which SQLite ignores inside one."""
        return await self._run(lambda: work(self._opened()))

    async def write(self, work: Work[T]) -> T:
        """Run work in a transaction that holds the write lock from its start (no upgrade that could fail halfway)."""
        return await self._run(lambda: _in_transaction(self._opened(), "BEGIN IMMEDIATE", work))

    async def read(self, work: Work[T]) -> T:
        """Run work on one snapshot; a write in it fails."""
        return await self._run(lambda: _reading(self._opened(), work))

    async def close(self) -> None:
        """Close after all work asked for so far has ended."""
        await self._run(self._disconnect)
        self._thread.shutdown(wait=False)

    def _connect(self, uri: str) -> None:
        self._sql = connect(uri)

    def _disconnect(self) -> None:
        if self._sql is not None:
            self._sql.close()

    def _opened(self) -> Sql:
        if self._sql is None:
            raise StoreError("the database is not open", path=self._path)
        return self._sql

    async def _run(self, call: Callable[[], T]) -> T:
        """Shielded: a caller that is cancelled stops waiting, what it asked for still ends whole."""
        try:
            return await asyncio.shield(asyncio.get_running_loop().run_in_executor(self._thread, call))
        except sqlite3.Error as error:
            raise translated(error, self._path) from error


@asynccontextmanager
async def opened(path: str, name: str, uri: str) -> AsyncIterator[Connection]:
    """Give a connection that is closed at the end, or at once where opening fails."""
    connection = Connection(path, name)
    try:
        await connection.open(uri)
        yield connection
    finally:
        await connection.close()


def connect(uri: str) -> Sql:
    """Connect with what every connection of ours has. Belongs to the calling thread."""
    raw = sqlite3.connect(uri, uri=True, timeout=BUSY_TIMEOUT_S, isolation_level=None)
    try:
        raw.execute("PRAGMA foreign_keys = ON")
        raw.execute("PRAGMA synchronous = NORMAL")  # with WAL a power cut loses the last commits, never the file
        return Sql(raw, execute_plugins=False, strict=True)
    except BaseException:
        raw.close()
        raise


def translated(error: sqlite3.Error, path: str) -> StoreError:
    """Give SQLite's error as ours."""
    told = f"database {path}: {error}"
    match getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & PRIMARY:
        case sqlite3.SQLITE_NOTADB:
            return foreign(path)
        case sqlite3.SQLITE_CORRUPT:
            return StoreIsDamagedError(told, path=path)
        case sqlite3.SQLITE_FULL:
            return StoreIsFullError(told, path=path)
        case sqlite3.SQLITE_IOERR | sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_BUSY:
            return StoreIsBlockedError(told, path=path)
    return StoreError(told, path=path)


@contextmanager
def _only_queries(sql: Sql) -> Iterator[None]:
    sql.execute("PRAGMA query_only = ON")
    try:
        yield
    finally:
        sql.execute("PRAGMA query_only = OFF")


def _reading(sql: Sql, work: Work[T]) -> T:
    with _only_queries(sql):
        return _in_transaction(sql, "BEGIN", work)


def _in_transaction(sql: Sql, begin: str, work: Work[T]) -> T:
    sql.conn.execute(begin)
    try:
        result = work(sql)
        sql.conn.execute("COMMIT")
    except BaseException:
        sql.conn.rollback()
        raise
    return result
