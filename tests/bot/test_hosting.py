"""`tidings backup`, `restore` and `doctor` as an admin types them."""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot import cli
from bot.notices import worded
from bot.replies import Replies, locales
from bot.schedule import utc_now
from digests.core.editions import Destination
from digests.core.members import Notice, NoticeId
from digests.core.models import Failure
from storage import Store, open_store
from tests.builders import card, digest, edition, feed_update

URL = "https://harbour-post.example/feed.xml?token=secret1"

Told = Callable[..., tuple[int, str, str]]


@pytest.fixture
def tidings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Told:
    """Run a command line in a folder of its own; give its exit code and what it told on stdout and stderr."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TIDINGS_STORAGE__PATH", str(tmp_path / "tidings.db"))

    def run(*args: str) -> tuple[int, str, str]:
        code = cli.call(args)
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


async def town(path: Path) -> None:
    """Make a database in which all is well."""
    async with open_store(path) as store:
        await store.feeds.add_feed(URL, now=utc_now())


async def trouble(store: Store) -> None:
    """Have a feed ill for a day, an edition paused, one silent, and one whose delivery waits."""
    now = utc_now()
    (feed,) = await store.feeds.feeds()
    ill = feed_update(feed.id, at=now - timedelta(days=1), failure=Failure.TIMEOUT, detail="30 s")
    await store.feeds.apply_updates([ill])
    await store.editions.put_edition(edition(name="Closed", paused=True, pause_reason="notice-channel-closed"))
    await store.editions.put_edition(edition(name="Silent", created=now - timedelta(days=30)))
    terminal = Destination(platform="terminal", address="")
    waiting = await store.editions.put_edition(edition(name="Waiting", created=now, destination=terminal))
    await store.digests.save_digest(digest(card(1)), waiting, due=now - timedelta(hours=3))


def test_a_backup_and_the_way_back(tidings: Told, tmp_path: Path) -> None:
    asyncio.run(town(tmp_path / "tidings.db"))
    code, out, _ = tidings("backup", "copy.db", "--json")
    assert code == 0
    size = (tmp_path / "copy.db").stat().st_size
    assert json.loads(out) == {"database": str(tmp_path / "tidings.db"), "copy": "copy.db", "bytes": size}
    code, _, err = tidings("backup", "copy.db")
    assert (code, "--force" in err) == (1, True)
    code, out, err = tidings("backup", "copy.db", "--force")
    assert (code, err) == (0, "")
    code, out, _ = tidings("restore", "copy.db")
    assert code == 0
    assert "tidings.db.before-restore" in out


@pytest.mark.parametrize("locale", locales())
def test_a_silence_and_its_end_are_told_by_the_editions_name(locale: str) -> None:
    fields = {"edition": "Morning *news*", "since": "1772434800"}
    for code in ("notice-silence", "notice-silence-over"):
        told = worded(Notice(id=NoticeId(1), guild_id=1, code=code, fields=fields, at=utc_now()), Replies(locale))
        assert "Morning \\*news\\*" in told
        assert ("<t:1772434800:R>" in told) == (code == "notice-silence")


def test_no_database_is_a_sentence(tidings: Told) -> None:
    for command in (("doctor",), ("backup", "copy.db")):
        code, out, err = tidings(*command)
        assert (code, out) == (1, "")
        assert "no database at" in err
    code, out, _ = tidings("doctor", "--json")
    assert code == 1
    assert "no database" in json.loads(out)["problems"][0]


def test_the_doctor_finds_nothing_where_all_is_well(tidings: Told, tmp_path: Path) -> None:
    asyncio.run(town(tmp_path / "tidings.db"))
    code, out, err = tidings("doctor")
    assert code == 0, out
    assert "Nothing needs you." in err
    assert "!" not in out


def test_the_doctor_names_each_trouble_and_what_to_do(tidings: Told, tmp_path: Path) -> None:
    async def spoil() -> None:
        await town(tmp_path / "tidings.db")
        async with open_store(tmp_path / "tidings.db") as store:
            await trouble(store)

    asyncio.run(spoil())
    code, out, err = tidings("doctor")
    problems = [line for line in out.splitlines() if line.startswith("! ")]
    assert code == 1
    assert "4 things need you." in err
    assert "secret1" not in out
    for line, words in zip(
        problems, ("raise polling.timeout", "Silent has told nothing", "1 part waits", "Give my role"), strict=True
    ):
        assert words in line
    code, out, _ = tidings("doctor", "--json")
    document = json.loads(out)
    assert code == 1
    assert len(document["problems"]) == 4
    assert [one["reason"] for one in document["feeds"]["ill"]] == ["timeout"]
    assert [one["edition"] for one in document["editions"]["silent"]] == ["Silent"]
    assert [one["edition"] for one in document["deliveries"]["stuck"]] == ["Waiting"]
    assert "secret1" not in out


def test_the_doctor_works_while_a_bot_runs_and_sees_whether_its_loop_turns(tidings: Told, tmp_path: Path) -> None:
    path = tmp_path / "tidings.db"

    async def look() -> list[tuple[int, str, str]]:
        told = []
        async with open_store(path):
            for beat in (None, (0, 0)):
                os.utime(f"{path}.lock", beat)
                told += [
                    await asyncio.to_thread(tidings, "doctor", "--quick"),
                    await asyncio.to_thread(tidings, "doctor"),
                ]
        return told

    asyncio.run(town(path))
    quick, page, hanging, hanging_page = asyncio.run(look())
    assert quick == (0, "", "")
    assert f"Process {os.getpid()} runs on it." in page[1]
    assert (hanging[0], "restart it" in hanging[2]) == (1, True)
    assert (hanging_page[0], "restart it" in hanging_page[1]) == (1, True)
    code, _, err = tidings("doctor", "--quick")
    assert (code, "No Tidings runs" in err) == (1, True)


def test_the_doctor_offers_a_file_from_before_to_be_made_shrinkable(tidings: Told, tmp_path: Path) -> None:
    asyncio.run(town(tmp_path / "tidings.db"))
    with closing(sqlite3.connect(tmp_path / "tidings.db")) as raw:
        raw.execute("PRAGMA auto_vacuum = NONE")
        raw.execute("VACUUM")
    code, out, _ = tidings("doctor")
    assert (code, "tidings doctor --vacuum" in out) == (0, True)
    code, out, _ = tidings("doctor", "--vacuum")
    assert (code, "--vacuum" in out) == (0, False)
