"""Backup and restore: whole or not at all, while a bot writes, and never over what somebody may still need."""

from __future__ import annotations

import asyncio
import sqlite3
from asyncio import to_thread
from contextlib import closing
from pathlib import Path

import pytest

from digests.core.errors import (
    StoreError,
    StoreIsBusyError,
    StoreIsDamagedError,
    StoreIsForeignError,
    StoreIsNewerError,
)
from storage import open_store
from storage.copies import back_up, restore
from storage.database import open_database
from tests.builders import NOW, feed_update, new_entry

URL = "https://harbour-post.example/feed.xml"
OTHER = "https://tolbury-post.example/feed.xml"


async def fill(path: Path, url: str = URL, entries: int = 1) -> None:
    async with open_store(path) as store:
        feed = await store.feeds.add_feed(url, now=NOW)
        await store.feeds.apply_updates([feed_update(feed.id, *(new_entry() for _ in range(entries)))])


async def feeds_in(path: Path) -> list[str]:
    async with open_store(path, read_only=True) as store:
        return [feed.url for feed in await store.feeds.feeds()]


def listing(folder: Path) -> list[str]:
    return sorted(child.name for child in folder.iterdir() if not child.name.endswith((".lock", "-wal", "-shm")))


@pytest.fixture
async def path(tmp_path: Path) -> Path:
    await fill(tmp_path / "tidings.db")
    return tmp_path / "tidings.db"


async def test_a_copy_made_while_the_bot_writes_is_one_moment_of_it(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    async with open_store(path) as store:
        (feed,) = await store.feeds.feeds()
        steps: list[tuple[int, int]] = []
        copying = asyncio.create_task(
            to_thread(back_up, path, copy, progress=lambda done, total: steps.append((done, total)))
        )
        written = 0
        while not copying.done():
            await store.feeds.apply_updates([feed_update(feed.id, *(new_entry() for _ in range(20)))])
            written += 20
        await copying
    with closing(sqlite3.connect(copy)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        held = raw.execute("SELECT COUNT(*) FROM entry").fetchone()[0]
    assert (held - 1) % 20 == 0  # whole transactions
    assert held - 1 <= written
    assert steps[-1][0] == steps[-1][1]


async def test_a_backup_is_never_written_over_another_unless_told_so(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(b"an older backup")
    with pytest.raises(StoreError, match="exists already"):
        await to_thread(back_up, path, copy)
    assert copy.read_bytes() == b"an older backup"
    await to_thread(back_up, path, copy, replace=True)
    assert await feeds_in(copy) == [URL]
    with pytest.raises(StoreError, match="the database itself"):
        await to_thread(back_up, path, path, replace=True)


def test_a_backup_of_another_programs_database_is_refused(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as raw:
        raw.execute("CREATE TABLE boat (name TEXT)")
    with pytest.raises(StoreIsForeignError):
        back_up(tmp_path / "other.db", tmp_path / "copy.db")


async def test_a_backup_that_failed_leaves_the_last_one_and_nothing_else(path: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_bytes(b"an older backup")
    (tmp_path / "copy.db.partial").mkdir()
    with pytest.raises(StoreError, match="cannot write a copy"):
        await to_thread(back_up, path, tmp_path / "copy.db", replace=True)
    assert (tmp_path / "copy.db").read_bytes() == b"an older backup"


async def test_a_backup_is_put_back_and_what_was_there_is_kept(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    await to_thread(back_up, path, copy)
    async with open_store(path) as store:
        await store.feeds.add_feed(OTHER, now=NOW)
    kept = await to_thread(restore, copy, path)
    assert kept == tmp_path / "tidings.db.before-restore"
    assert await feeds_in(path) == [URL]
    assert await feeds_in(kept) == [URL, OTHER]
    assert await to_thread(restore, copy, path) == tmp_path / "tidings.db.before-restore2"
    assert await feeds_in(kept) == [URL, OTHER]
    assert listing(tmp_path) == ["copy.db", "tidings.db", "tidings.db.before-restore", "tidings.db.before-restore2"]


async def test_a_backup_is_put_where_no_database_is(path: Path, tmp_path: Path) -> None:
    assert await to_thread(restore, path, tmp_path / "new" / "tidings.db") is None
    assert await feeds_in(tmp_path / "new" / "tidings.db") == [URL]


async def test_what_a_killed_bot_left_in_its_journal_is_kept_and_does_not_leak_into_the_restored(
    path: Path, tmp_path: Path
) -> None:
    copy, wal = tmp_path / "copy.db", Path(f"{path}-wal")
    await to_thread(back_up, path, copy)
    async with open_store(path) as store:
        await store.feeds.add_feed(OTHER, now=NOW)
        main, journal = await to_thread(path.read_bytes), await to_thread(wal.read_bytes)  # as a kill leaves them
    await to_thread(path.write_bytes, main)
    await to_thread(wal.write_bytes, journal)
    kept = await to_thread(restore, copy, path)
    assert kept is not None
    assert await feeds_in(path) == [URL]
    assert await feeds_in(kept) == [URL, OTHER]


async def test_nothing_is_restored_under_a_running_bot(path: Path, tmp_path: Path) -> None:
    await to_thread(back_up, path, tmp_path / "copy.db")
    async with open_store(path):
        with pytest.raises(StoreIsBusyError):
            await to_thread(restore, tmp_path / "copy.db", path)


async def test_a_damaged_copy_is_refused_and_the_database_stays(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    await fill(tmp_path / "big.db", OTHER, entries=400)
    await to_thread(back_up, tmp_path / "big.db", copy)
    torn = bytearray(copy.read_bytes())
    torn[8192:-4096] = b"\x5a" * (len(torn) - 8192 - 4096)
    copy.write_bytes(torn)
    with pytest.raises(StoreIsDamagedError, match=r"copy\.db"):
        await to_thread(restore, copy, path)
    assert await feeds_in(path) == [URL]
    assert "tidings.db.before-restore" not in listing(tmp_path)


@pytest.mark.parametrize("content", [b"", b"some text of mine", b"\0" * 4096])
async def test_what_is_no_copy_is_refused(path: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "notes.txt").write_bytes(content)
    with pytest.raises(StoreIsForeignError):
        await to_thread(restore, tmp_path / "notes.txt", path)
    assert await feeds_in(path) == [URL]


async def test_a_copy_of_a_newer_version_is_refused(path: Path, tmp_path: Path) -> None:
    await fill(tmp_path / "newer.db")
    async with open_database(tmp_path / "newer.db") as database:
        await database.write(
            lambda sql: sql.execute(
                "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('tidings', '9999_later', '')"
            )
        )
    with pytest.raises(StoreIsNewerError, match="9999_later"):
        await to_thread(restore, tmp_path / "newer.db", path)


async def test_a_damaged_database_can_be_replaced_by_its_backup(path: Path, tmp_path: Path) -> None:
    await to_thread(back_up, path, tmp_path / "copy.db")
    await to_thread(path.write_bytes, b"\x5a" * 20_000)
    kept = await to_thread(restore, tmp_path / "copy.db", path)
    assert kept is not None
    assert kept.read_bytes() == b"\x5a" * 20_000
    assert await feeds_in(path) == [URL]
