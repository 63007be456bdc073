"""Opening, refusing, transactions, copies: the database as a resource."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from digests.core.errors import StoreError, StoreIsBusyError, StoreIsForeignError, StoreIsNewerError
from storage import open_store
from storage.database import open_database
from tests.builders import NOW

URL = "https://harbour-post.example/feed.xml"
ADD_HOST = "INSERT INTO host (name) VALUES (:name)"


def names(sql) -> list[str]:
    return [row["name"] for row in sql.query("SELECT name FROM host ORDER BY name")]


def listing(folder: Path) -> list[str]:
    return sorted(child.name for child in folder.iterdir())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "tidings.db"


async def test_a_new_database_is_made_with_its_folder_and_marked_as_ours(path: Path) -> None:
    async with open_database(path) as database:
        mode = await database.read(lambda sql: sql.execute("PRAGMA journal_mode").fetchone()[0])
        keys = await database.read(lambda sql: sql.execute("PRAGMA foreign_keys").fetchone()[0])
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA application_id").fetchone() == (int.from_bytes(b"TIDG"),)
    assert (mode, keys) == ("wal", 1)


async def test_every_table_is_strict(path: Path) -> None:
    async with open_database(path) as database:
        loose = await database.read(
            lambda sql: [
                name
                for _, name, kind, _, _, strict in sql.execute("PRAGMA table_list")
                if kind == "table" and not strict and not name.startswith("sqlite_")
            ]
        )
    assert loose == []


async def test_what_was_stored_is_there_when_opened_again(path: Path) -> None:
    async with open_store(path) as store:
        added = await store.feeds.add_feed(URL, now=NOW)
    async with open_store(path) as store:
        assert await store.feeds.feeds() == (added,)


@pytest.mark.parametrize("content", [b"not a database at all, but some text of mine", b"SQLite format 3", b"\0" * 4096])
async def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    for read_only in (False, True):
        with pytest.raises(StoreIsForeignError, match=r"notes\.txt"):
            async with open_store(path, read_only=read_only):
                pass
    assert path.read_bytes() == content
    assert listing(tmp_path) == [path.name]


async def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE boat (name TEXT)")
    before = path.read_bytes()
    for read_only in (False, True):
        with pytest.raises(StoreIsForeignError):
            async with open_store(path, read_only=read_only):
                pass
    assert path.read_bytes() == before
    assert listing(tmp_path) == [path.name]


async def test_a_database_of_a_newer_version_is_refused(path: Path) -> None:
    async with open_database(path) as database:
        await database.write(
            lambda sql: sql.execute(
                "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('tidings', '9999_later', '')"
            )
        )
    for read_only in (False, True):
        with pytest.raises(StoreIsNewerError, match="9999_later"):
            async with open_store(path, read_only=read_only):
                pass


async def test_a_database_in_use_is_refused_and_free_again_afterwards(path: Path) -> None:
    async with open_store(path):
        with pytest.raises(StoreIsBusyError, match="another Tidings"):
            async with open_store(path):
                pass
    async with open_store(path):
        pass


async def test_a_refused_start_leaves_the_lock_free(path: Path) -> None:
    async with open_database(path) as database:
        await database.write(
            lambda sql: sql.execute("UPDATE _sqlite_migrations SET name = '9999_later' WHERE name LIKE '0001%'")
        )
    for _ in range(2):
        with pytest.raises(StoreIsNewerError):
            async with open_store(path):
                pass


@pytest.mark.parametrize("unusable", ["file.txt/tidings.db", "folder"])
async def test_a_path_that_cannot_be_used_is_named(tmp_path: Path, unusable: str) -> None:
    (tmp_path / "file.txt").write_text("")
    (tmp_path / "folder").mkdir()
    with pytest.raises(StoreError, match=r"storage\.path") as refused:
        async with open_store(tmp_path / unusable):
            pass
    assert refused.value.path == str(tmp_path / unusable)
    assert listing(tmp_path) == ["file.txt", "folder"]


async def test_reading_a_path_without_a_file_creates_none(path: Path) -> None:
    with pytest.raises(StoreError, match="no database"):
        async with open_store(path, read_only=True):
            pass
    assert not path.parent.exists()


async def test_a_store_can_be_read_while_another_process_runs_on_it(path: Path) -> None:
    async with open_store(path) as running:
        added = await running.feeds.add_feed(URL, now=NOW)
        async with open_store(path, read_only=True) as reading:
            assert await reading.feeds.feeds() == (added,)
            with pytest.raises(StoreError, match="reading only"):
                await reading.feeds.add_feed(URL, now=NOW)


async def test_a_store_of_an_older_schema_is_not_read(path: Path) -> None:
    async with open_database(path) as database:
        await database.write(lambda sql: sql.execute("DELETE FROM _sqlite_migrations"))
    with pytest.raises(StoreError, match="older"):
        async with open_store(path, read_only=True):
            pass


@pytest.mark.parametrize("where", ["file", "memory"])
async def test_a_read_cannot_write(path: Path, where: str) -> None:
    async with open_database(path if where == "file" else ":memory:") as database:
        with pytest.raises(StoreError, match="readonly"):
            await database.read(lambda sql: sql.execute(ADD_HOST, {"name": "a"}))
        await database.write(lambda sql: sql.execute(ADD_HOST, {"name": "b"}))
        assert await database.read(names) == ["b"]


async def test_what_raises_leaves_nothing_behind(path: Path) -> None:
    def half(sql) -> None:
        sql.execute(ADD_HOST, {"name": "a"})
        raise LookupError

    async with open_database(path) as database:
        with pytest.raises(LookupError):
            await database.write(half)
        assert await database.read(names) == []
        await database.write(lambda sql: sql.execute(ADD_HOST, {"name": "b"}))
        assert await database.read(names) == ["b"]


async def test_a_typo_in_a_table_name_fails(path: Path) -> None:
    async with open_database(path) as database:
        with pytest.raises(StoreError, match="no such table"):
            await database.write(lambda sql: sql.execute("INSERT INTO hosts (name) VALUES ('a')"))


async def test_a_cancelled_write_still_ends_whole_and_closing_waits_for_it(path: Path) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(sql) -> None:
        sql.execute(ADD_HOST, {"name": "a"})
        begun.set()
        go_on.wait()
        sql.execute(ADD_HOST, {"name": "b"})

    async with open_database(path) as database:
        writing = asyncio.create_task(database.write(slow))
        queued = asyncio.create_task(database.write(lambda sql: sql.execute(ADD_HOST, {"name": "c"})))
        await asyncio.to_thread(begun.wait)
        for task in (writing, queued):
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
        assert await database.read(names) == []
        go_on.set()
    async with open_database(path) as database:
        assert await database.read(names) == ["a", "b", "c"]


async def test_reads_go_on_beside_a_long_write_and_a_long_read(path: Path) -> None:
    go_on = threading.Event()
    async with open_database(path) as database, asyncio.TaskGroup() as group:
        group.create_task(database.write(lambda _sql: go_on.wait()))
        group.create_task(database.read(lambda _sql: go_on.wait()))
        assert await database.read(names) == []
        go_on.set()


async def test_a_copy_is_whole_stands_alone_and_is_never_written_over_another(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    async with open_store(path) as store:
        added = await store.feeds.add_feed(URL, now=NOW)
        await store.database.backup(copy)
        with pytest.raises(StoreError, match="exists already"):
            await store.database.backup(copy)
    assert listing(tmp_path) == ["copy.db", "data"]
    async with open_store(copy) as store:
        assert await store.feeds.feeds() == (added,)


async def test_a_copy_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    async with open_database(":memory:") as database:
        with pytest.raises(StoreError, match="cannot write a copy"):
            await database.backup(tmp_path / "no" / "such" / "folder.db")
