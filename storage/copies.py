"""Copies of a database: made while it is in use, judged, put in the place of another. No table is named here.

A copy grows under another name, is flushed to the disk, and only then takes its own: whatever happens in between, a
file of that name is whole.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import TypeAlias

from sqlite_utils import Database as Sql

from digests.core.errors import StoreError, StoreIsDamagedError
from storage import migrations
from storage.connection import connect, translated
from storage.file import foreign, let_go, refuse_foreign, refuse_missing, take_lock

Progress: TypeAlias = Callable[[int, int], None]
"""Takes how many pages are done, and of how many."""

AT_ONCE = 2_000
"""Pages copied between two words of progress: 8 MB, a tenth of a second on a slow disk."""

JOURNALS = ("-wal", "-shm")
"""What SQLite keeps beside a database in use, by the end of its name (sqlite.org/wal.html §4)."""


def back_up(path: Path, copy: Path, *, replace: bool = False, progress: Progress | None = None) -> None:
    """Copy the database at `path`, also while a bot runs on it. Nothing is locked, nothing of it is changed.

    Raises:
        StoreIsForeignError: it is no database of ours.
        StoreError: there is none, or the copy exists, is the database itself, or cannot be written.
    """
    refuse_missing(path)
    refuse_foreign(path)
    if copy.exists() and copy.samefile(path):
        raise StoreError(f"{copy} is the database itself: choose another name for the copy", path=str(copy))
    with _looking_into(path) as sql:
        write_copy(sql.conn, copy, replace=replace, progress=progress)


def restore(copy: Path, path: Path, *, progress: Progress | None = None) -> Path | None:
    """Put a copy in the place of the database at `path`; give where the one before is kept, None where none was.

    May be killed anywhere and done again: the one before is renamed as one file, or not yet.

    Raises:
        StoreIsBusyError: a bot runs on the database.
        StoreIsForeignError, StoreIsNewerError, StoreIsDamagedError: what the copy is.
        StoreError: something cannot be read or written.
    """
    _judge(copy)
    lock = take_lock(path)
    try:
        fresh = path.with_name(f"{path.name}.restoring")
        with _looking_into(copy) as sql:
            write_copy(sql.conn, fresh, replace=True, progress=progress)
        kept = _set_aside(path) if path.exists() else None
        fresh.replace(path)
        _flush(path.parent)
    except OSError as error:
        raise StoreError(f"cannot put {copy} in the place of {path}: {error}", path=str(path)) from error
    finally:
        let_go(lock)
    return kept


def write_copy(
    source: sqlite3.Connection, path: Path, *, replace: bool = False, progress: Progress | None = None
) -> None:
    """Copy one snapshot of a database whole into a file that needs no other file beside it.

    Raises:
        StoreError: the file exists and may not be replaced, or cannot be written.
    """
    growing = path.with_name(f"{path.name}.partial")
    if path.exists() and not replace:
        raise StoreError(f"{path} exists already: choose another name for the copy, or replace it", path=str(path))
    try:
        growing.unlink(missing_ok=True)
        with closing(sqlite3.connect(growing)) as copy:
            with _snapshot(source):
                source.backup(copy, pages=AT_ONCE, progress=progress and _told(progress))
            copy.execute("PRAGMA journal_mode = DELETE")
        _flush(growing)
        growing.replace(path)
        _flush(path.parent)
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            growing.unlink(missing_ok=True)
        raise StoreError(f"cannot write a copy to {path}: {error}", path=str(path)) from error


def _told(progress: Progress) -> Callable[[int, int, int], None]:
    return lambda _status, left, pages: progress(pages - left, pages)


@contextmanager
def _snapshot(source: sqlite3.Connection) -> Iterator[None]:
    """Read on one snapshot: else a copy begins anew with each transaction of the bot (sqlite.org/backup.html)."""
    source.execute("BEGIN")
    try:
        source.execute("PRAGMA schema_version").fetchone()  # a snapshot is taken by the first read
        yield
    finally:
        source.execute("COMMIT")


@contextmanager
def _looking_into(path: Path) -> Iterator[Sql]:
    try:
        with closing(connect(f"{path.absolute().as_uri()}?mode=ro")) as sql:
            yield sql
    except sqlite3.Error as error:
        raise translated(error, str(path)) from error


def _judge(copy: Path) -> None:
    """Refuse what this version cannot run on; foreign first, since SQLite might change what it opens."""
    refuse_missing(copy)
    if copy.stat().st_size == 0:
        raise foreign(str(copy))
    refuse_foreign(copy)
    with _looking_into(copy) as sql:
        (found,) = sql.execute("PRAGMA integrity_check(1)").fetchone()
        if found != "ok":
            raise StoreIsDamagedError(f"database {copy}: {found}", path=str(copy))
        migrations.refuse_newer(sql, str(copy))


def _set_aside(path: Path) -> Path:
    """Rename a database out of the way, under a name nothing has; give it."""
    with suppress(StoreError, sqlite3.Error):  # damaged, or another program's: kept as it is
        refuse_foreign(path)
        with closing(sqlite3.connect(path)) as old:
            old.execute("PRAGMA journal_mode = DELETE")  # what a killed bot left in its journal goes into the file
    names = (f"{path.name}.before-restore{number if number > 1 else ''}" for number in count(1))
    kept = next(one for name in names if not (one := path.with_name(name)).exists())
    for journal in JOURNALS:  # of one that is damaged: they stay with it
        with suppress(FileNotFoundError):
            Path(f"{path}{journal}").rename(f"{kept}{journal}")
    return path.rename(kept)


def _flush(path: Path) -> None:
    """Have a file, or the names in a folder, on the disk itself."""
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
