"""The database as a file: whose it is, whether it may be used, its lock and who holds it. No table is named here."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
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
    lock = take_lock(path)
    try:
        refuse_foreign(path, writable=True)
    except StoreError:
        Path(lock.lock_file).unlink(missing_ok=True)
        lock.release()
        raise
    return lock


def take_lock(path: Path) -> BaseFileLock:
    """Take the lock beside a path, whatever is at the path. Errors as `claim_file`, but for the foreign one."""
    lock = FileLock(_lock_of(path), thread_local=False)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
        Path(lock.lock_file).write_text(f"{os.getpid()}\n", encoding="ascii")  # for `holder`
    except Timeout as error:
        raise StoreIsBusyError(
            f"another Tidings runs on {path}: stop it first, or choose another storage.path", path=str(path)
        ) from error
    except OSError as error:
        lock.release()
        raise _unusable(path, error) from error
    return lock


def let_go(lock: BaseFileLock) -> None:
    """Release a lock, and take back who held it."""
    with suppress(OSError):
        Path(lock.lock_file).write_text("", encoding="ascii")
    lock.release()


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """The process that holds a database, and when its event loop last turned (`beat`)."""

    pid: int
    beat: datetime


def holder(path: Path) -> Holder | None:
    """Give who holds the lock beside a database, or None. It is only looked at, so that no start can be in its way.

    The number stays in the file after a kill; it counts while a process has it.
    """
    lock = Path(_lock_of(path))
    try:
        pid = int(lock.read_text(encoding="ascii"))
        beat = datetime.fromtimestamp(lock.stat().st_mtime, UTC)
        os.kill(pid, 0)
    except PermissionError:  # somebody else's process is one too
        return Holder(pid=pid, beat=beat)
    except (OSError, ValueError):
        return None
    return Holder(pid=pid, beat=beat)


def beat(path: Path) -> None:
    """Note on the lock beside a database that its holder's event loop turns."""
    os.utime(_lock_of(path))


def _lock_of(path: Path) -> str:
    return f"{path}.lock"


def foreign(path: str) -> StoreIsForeignError:
    """Give the error for a file that is not ours."""
    return StoreIsForeignError(f"{path} is no Tidings database: choose another storage.path", path=path)


def refuse_foreign(path: Path, *, writable: bool = False) -> None:
    """Refuse a file that is not ours, judged by its first bytes alone: SQLite might already change what it opens."""
    try:
        with path.open("r+b" if writable else "rb") as file:
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
