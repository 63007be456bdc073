"""What a database gives back to the disk, and who is told to hold it."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from asyncio import create_task, sleep, to_thread
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from digests.core.errors import StoreIsDamagedError, StoreIsFullError
from storage import open_store
from storage.database import open_database
from storage.file import beat, holder
from storage.store.forgetting import SLICE
from tests.builders import NOW, days, feed_update, new_entry

URL = "https://harbour-post.example/feed.xml"
LATER = NOW + days(400)


async def fill(store, entries: int) -> None:
    feed = await store.feeds.add_feed(URL, now=NOW)
    for _ in range(entries // 50):
        await store.feeds.apply_updates([feed_update(feed.id, *(new_entry() for _ in range(50)))])


async def test_what_is_forgotten_is_given_back_to_the_disk_and_seen_keys_stay(tmp_path: Path) -> None:
    async with open_store(tmp_path / "tidings.db") as store:
        await fill(store, 2_000)
        before = await store.database.room()
        keys = await store.database.read(lambda sql: sql.execute("SELECT COUNT(*) FROM seen").fetchone())
        assert await store.database.give_back() == 0  # nothing lies unused
        await store.entries.prune_entries(before=LATER, seen_before=NOW - days(1))
        assert await store.database.give_back() > 0
        after = await store.database.room()
        assert await store.database.read(lambda sql: sql.execute("SELECT COUNT(*) FROM seen").fetchone()) == keys
    assert before.can_shrink
    assert after.pages < before.pages / 2


async def test_nobody_waits_for_the_writer_until_all_that_is_old_is_forgotten(tmp_path: Path) -> None:
    async with open_store(tmp_path / "tidings.db") as store:
        await fill(store, 2 * SLICE + 50)
        forgetting = create_task(store.entries.prune_entries(before=LATER, seen_before=NOW))
        await sleep(0)
        await store.feeds.add_feed("https://hill-gazette.example/feed.xml", now=NOW)
        left = await store.database.read(lambda sql: sql.execute("SELECT COUNT(*) FROM entry").fetchone()[0])
        assert left >= SLICE
        assert await forgetting == 2 * SLICE + 50


async def test_a_file_from_before_cannot_shrink_until_it_is_rebuilt(tmp_path: Path) -> None:
    path = tmp_path / "tidings.db"
    async with open_store(path) as store:
        await fill(store, 1_000)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA auto_vacuum = NONE")
        raw.execute("VACUUM")
    async with open_store(path) as store:
        await store.entries.prune_entries(before=LATER, seen_before=NOW)
        old = await store.database.room()
        assert not old.can_shrink
        assert await store.database.give_back() == 0
        await store.database.rebuild()
        new = await store.database.room()
    assert (new.can_shrink, new.unused_pages) == (True, 0)
    assert new.pages < old.pages


async def test_a_full_disk_is_named_and_what_was_stored_is_whole(tmp_path: Path) -> None:
    async with open_store(tmp_path / "tidings.db") as store:
        await fill(store, 50)
        pages = (await store.database.room()).pages
        await store.database.write(lambda sql: sql.execute(f"PRAGMA max_page_count = {pages}").fetchone())
        with pytest.raises(StoreIsFullError):
            await fill(store, 500)
        await store.database.write(lambda sql: sql.execute("PRAGMA max_page_count = 1000000").fetchone())
        await fill(store, 50)
        assert await store.database.read(lambda sql: sql.execute("PRAGMA integrity_check").fetchone()) == ("ok",)


async def test_a_damaged_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "tidings.db"
    async with open_store(path) as store:
        await fill(store, 500)
    torn = bytearray(path.read_bytes())
    torn[4096:] = b"\x5a" * (len(torn) - 4096)
    path.write_bytes(torn)
    with pytest.raises(StoreIsDamagedError):
        async with open_database(path):
            pass


async def test_who_holds_a_database_is_known_while_it_does(tmp_path: Path) -> None:
    path = tmp_path / "tidings.db"
    assert await to_thread(holder, path) is None
    async with open_store(path):
        os.utime(f"{path}.lock", (0, 0))
        stale = await to_thread(holder, path)
        beat(path)
        fresh = await to_thread(holder, path)
    assert stale is not None
    assert fresh is not None
    assert (stale.pid, fresh.pid) == (os.getpid(), os.getpid())
    assert stale.beat == datetime(1970, 1, 1, tzinfo=UTC)
    assert fresh.beat > stale.beat


def test_a_holder_that_was_killed_is_none(tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    (tmp_path / "tidings.db.lock").write_text(f"{gone.pid}\n")
    assert holder(tmp_path / "tidings.db") is None
