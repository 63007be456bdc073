"""The database as a file: whose it is, whether it may be used, its lock, its copy. No table is named here."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

from digests.core.errors import StoreError, StoreIsBusyError, StoreIsForeignError

APPLICATION_ID = 0x54494447
""""TIDG" in ASCII: SQLite's header field by which a file says which program owns it."""

MAGIC = b"SQLite format 3\0"
OWNER = slice(68, 72)
"""Where the header keeps the application id, big-endian (sqlite.org/fileformat2.html §1.3)."""


def refuse_missing(path: Path) -> None:
    """Refuse a path without a file, so that a mistyped one is not taken for an empty store."""
    if not path.is_file():
        raise StoreError(f"no database at {path}: check storage.path, or start `tidings run` once", path=str(path))


def claim_file(path: Path) -> BaseFileLock:
    """Take the lock beside a database that is ours, or will be; the caller releases it, or its process ends.

    The lock comes before the look into the file: closing any handle on a database drops the locks that SQLite holds
    on it in the same process (sqlite.org/howtocorrupt.html §2.2). A file that is not ours is left as it was found.

    Raises:
        StoreIsBusyError: somebody holds it.
        StoreIsForeignError: it is another program's database, or none at all.
        StoreError: it cannot be read or written.
    """
    lock = FileLock(f"{path}.lock", thread_local=False)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout as error:
        raise StoreIsBusyError(
            f"another Tidings runs on {path}: stop it first, or choose another storage.path", path=str(path)
        ) from error
    except OSError as error:
        raise _unusable(path, error) from error
    try:
        _refuse_foreign(path)
    except StoreError:
        Path(lock.lock_file).unlink(missing_ok=True)
        lock.release()
        raise
    return lock


def foreign(path: str) -> StoreIsForeignError:
    """Give the error for a file that is not ours."""
    return StoreIsForeignError(f"{path} is no Tidings database: choose another storage.path", path=path)


def write_copy(source: sqlite3.Connection, path: Path) -> None:
    """Copy a database whole into a new file that needs no other file beside it.

    It grows under another name first: a file of the asked name is always a whole copy.
    """
    growing = path.with_name(f"{path.name}.partial")
    if path.exists():
        raise StoreError(f"{path} exists already: choose another name for the copy", path=str(path))
    try:
        growing.unlink(missing_ok=True)
        with closing(sqlite3.connect(growing)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        growing.rename(path)
    except (OSError, sqlite3.Error) as error:
        growing.unlink(missing_ok=True)
        raise StoreError(f"cannot write a copy to {path}: {error}", path=str(path)) from error


def _refuse_foreign(path: Path) -> None:
    """Judge by the first bytes alone: SQLite might already change what it opens."""
    try:
        with path.open("r+b") as file:
            header = file.read(OWNER.stop)
    except FileNotFoundError:
        return
    except OSError as error:
        raise _unusable(path, error) from error
    is_ours = header.startswith(MAGIC) and int.from_bytes(header[OWNER]) == APPLICATION_ID
    if header and not is_ours:  # an empty file is a database to be
        raise foreign(str(path))


def _unusable(path: Path, error: OSError) -> StoreError:
    return StoreError(f"cannot use {path} ({error.strerror}): check storage.path and its permissions", path=str(path))
