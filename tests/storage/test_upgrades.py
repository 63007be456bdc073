"""A store of any schema that ever landed comes to today's, and loses no row."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from digests.core.archive import Listing, OneDigest
from storage import open_store
from storage.connection import connect
from storage.migrations import mark_as_ours, migrate, migrations, schema_version
from tests.builders import CHANNEL, GUILD, digest
from tests.storage.make_schema_fixture import SCHEMAS, fill

FIXTURES = sorted(SCHEMAS.glob("*.sqlite"))


def count_rows(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as raw:
        tables = [name for _, name, kind, *_ in raw.execute("PRAGMA table_list") if kind in {"table", "virtual"}]
        return {
            table: raw.execute(f'SELECT COUNT(*) FROM "{table}"').fetchone()[0]
            for table in tables
            if not table.startswith("sqlite_") and table != migrations.migrations_table
        }


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.stem)
async def test_an_upgrade_loses_no_row(fixture: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(fixture, tmp_path / "tidings.db"))
    before = count_rows(path)
    async with open_store(path) as store:
        faults = await store.database.read(
            lambda sql: [*sql.execute("PRAGMA integrity_check"), *sql.execute("PRAGMA foreign_key_check")]
        )
        stored = await store.digests.digest(digest().id)
        assert stored is not None
        assert set(await store.digests.told(CHANNEL, [card.story_id for card in stored.cards], for_edition=None))
        assert await store.editions.editions()
        assert len(await store.entries.unjoined(10)) == 1
    after = count_rows(path)
    assert faults == [("ok",)]
    assert all(before.values()), "a table of the fixture is empty"
    assert {table: after.get(table) for table in before} == before


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.stem)
async def test_what_was_told_before_the_archive_stands_on_its_pages(fixture: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(fixture, tmp_path / "tidings.db"))
    async with open_store(path) as store:
        key = await store.archive.key(GUILD, fresh="a" * 32)
        (interest,) = await store.topics.topics(GUILD)
        for ask in (Listing(topic=interest.id), Listing(), OneDigest(digest().id)):
            contents = await store.archive.contents(key, ask, limit=9)
            assert contents is not None
            assert digest().id in {copy.digest_id for copy in contents.copies}


async def test_the_newest_schema_has_its_fixture(tmp_path: Path) -> None:
    async with open_store(":memory:") as store:
        newest = await store.database.read(schema_version)
    assert FIXTURES[-1].stem == newest.split("_")[0]


async def test_the_fixture_script_fills_every_table_of_todays_schema(tmp_path: Path) -> None:
    async with open_store(":memory:") as store:
        await fill(store)
        await store.database.backup(tmp_path / "filled.db")
    assert [table for table, rows in count_rows(tmp_path / "filled.db").items() if not rows] == []


def test_migrations_of_several_starts_at_once_wait_for_each_other(tmp_path: Path) -> None:
    """As on a file system whose locks do not hold; sqlite-utils alone gives "database is locked" here."""
    uri = f"{(tmp_path / 'tidings.db').as_uri()}?mode=rwc"
    with closing(connect(uri)) as sql:
        mark_as_ours(sql)
    together, faults = threading.Barrier(3), []

    def begin() -> None:
        with closing(connect(uri)) as sql:
            together.wait()
            try:
                sql.conn.execute("BEGIN IMMEDIATE")
                migrate(sql, uri)
                sql.conn.execute("COMMIT")
            except sqlite3.Error as error:
                faults.append(error)

    threads = [threading.Thread(target=begin) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    with closing(sqlite3.connect(tmp_path / "tidings.db")) as raw:
        assert raw.execute("SELECT COUNT(*) FROM _sqlite_migrations").fetchone() == (len(FIXTURES),)
