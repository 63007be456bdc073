"""Several real processes, and one that is killed in the middle of writing."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from storage import open_store

ROOT = Path(__file__).resolve().parents[2]

START = """
import asyncio, sys
from digests.core.errors import StoreIsBusyError
from storage import open_store

async def main():
    try:
        async with open_store(sys.argv[1]):
            print("open", flush=True)
            sys.stdin.readline()
    except StoreIsBusyError:
        print("busy", flush=True)

asyncio.run(main())
"""

WRITE = """
import asyncio, sys
from storage import open_store
from tests.builders import NOW, feed_update, new_entry

async def main():
    async with open_store(sys.argv[1]) as store:
        feed = await store.feeds.add_feed("https://harbour-post.example/feed.xml", now=NOW)
        while True:
            await store.feeds.apply_updates([feed_update(feed.id, *(new_entry() for _ in range(50)))])
            print("written", flush=True)

asyncio.run(main())
"""


def start(script: str, path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_of_three_processes_that_start_at_once_one_runs(tmp_path: Path) -> None:
    path = tmp_path / "tidings.db"
    processes = [start(START, path) for _ in range(3)]
    said = [process.stdout.readline().strip() for process in processes]
    for process in processes:
        process.communicate("\n")
    assert sorted(said) == ["busy", "busy", "open"]
    assert [process.returncode for process in processes] == [0, 0, 0]
    with closing(sqlite3.connect(path)) as raw:
        names = [name for (name,) in raw.execute("SELECT name FROM _sqlite_migrations")]
        assert len(set(names)) == len(names) > 0


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 there")
async def test_a_process_killed_in_the_middle_of_writing_leaves_a_whole_database(tmp_path: Path) -> None:
    path = tmp_path / "tidings.db"
    process = start(WRITE, path)
    for _ in range(3):
        assert process.stdout.readline() == "written\n"
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    async with open_store(path, read_only=True) as store:
        seen_reading = len(await store.entries.unjoined(1_000_000))
    async with open_store(path) as store:
        held = await store.entries.unjoined(1_000_000)
        check = await store.database.read(lambda sql: sql.execute("PRAGMA integrity_check").fetchall())
        keys = await store.database.read(lambda sql: sql.execute("SELECT COUNT(*) FROM seen").fetchone()[0])
    assert check == [("ok",)]
    assert len(held) >= 150
    assert len(held) % 50 == 0
    assert (seen_reading, keys) == (len(held), 2 * len(held))
