"""Each a bug that users of feed bots report: entries that come again, or never. Real server, parser and store."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.pipeline.polling import Desk, desk

TITLES = tuple(f"Ferry {name} leaves Aldmouth" for name in ["Aurora", "Boreas", "Corvus", "Dorado", "Eridan", "Fornax"])


def item(
    n: int, *, guid: str = "g{n}", link: str = "https://kestrel.example/{n}", title: str = "", date: str = ""
) -> str:
    named = f"<guid isPermaLink='false'>{guid.format(n=n)}</guid>" if guid else ""
    linked = f"<link>{link.format(n=n)}</link>".replace("&", "&amp;") if link else ""
    dated = f"<pubDate>{date}</pubDate>" if date else ""
    return f"<item>{named}{linked}<title>{title or TITLES[n]}</title>{dated}</item>"


def other(name: str) -> str:
    """Give an item that is none of the six."""
    return item(0, guid=name, link=f"https://kestrel.example/{name}", title=f"Rill bridge shut {name}")


def feed(*items: str) -> str:
    return f"<rss version='2.0'><channel><title>Kestrel</title>{''.join(items)}</channel></rss>"


def all_of(**changes: str) -> str:
    return feed(*(item(n, **changes) for n in range(6)))


@pytest.fixture
async def polled(tmp_path: Path) -> AsyncIterator[Desk]:
    """A feed whose six entries were seen."""
    async with desk(tmp_path) as one:
        await one.follow("/rss")
        assert await one.new("/rss", all_of()) == 6
        yield one


@pytest.mark.parametrize(
    "changes",
    [
        {"guid": "https://kestrel.example/?p={n}"},
        {"guid": ""},
        {"guid": "same"},
        {"link": "https://www.kestrel.example/{n}/"},
        {"link": "http://kestrel.example/{n}"},
        {"link": "https://kestrel.example/{n}?utm_source=rss&utm_medium=feed"},
        {"link": "https://amp.kestrel.example/{n}"},
        {"link": "https://kestrel.example/{n}/amp/"},
        {"link": "https://kestrel.example/{n}.amp.html", "guid": "g{n}"},
        {"link": "https://archive.kestrel.example/2026/{n}"},
        {"link": ""},
        {"link": "https://kestrel.example/"},
        {"date": "Tue, 03 Mar 2026 09:00:00 GMT"},
        {"title": "UPDATE: something else altogether"},
    ],
    ids=lambda changes: "-".join(f"{key}-{value}" for key, value in changes.items()),
)
async def test_nothing_is_reposted_when_a_publisher_changes(polled: Desk, changes: dict[str, str]) -> None:
    assert await polled.new("/rss", all_of(**changes)) == 0
    assert await polled.new("/rss", all_of()) == 0
    assert await polled.new("/rss", feed(other("9"))) == 1


async def test_reordered_and_pinned_entries_are_no_news(polled: Desk) -> None:
    assert await polled.new("/rss", feed(*(item(n) for n in (3, 5, 0, 1, 4, 2)))) == 0
    assert await polled.new("/rss", feed(item(5), *(item(n) for n in range(5)))) == 0


async def test_an_entry_that_left_and_comes_back_is_no_news(polled: Desk) -> None:
    assert await polled.new("/rss", feed(item(0))) == 0
    assert await polled.new("/rss", feed()) == 0
    assert await polled.new("/rss", all_of()) == 0


async def test_an_entry_that_stands_in_the_feed_for_a_year_is_never_told_again(polled: Desk) -> None:
    for week in range(1, 60):
        polled.at += timedelta(days=5)
        assert await polled.new("/rss", feed(item(0), other(f"w{week}"))) == 1
        before = polled.now - timedelta(days=90)
        await polled.store.entries.prune_entries(before=before, seen_before=before)
    assert await polled.new("/rss", feed(item(0))) == 0


async def test_a_feed_that_answers_304_for_months_forgets_nothing(polled: Desk) -> None:
    for _ in range(60):
        assert (await polled.poll(timedelta(days=3))).new_entries == 0
        before = polled.now - timedelta(days=90)
        await polled.store.entries.prune_entries(before=before, seen_before=before)
    assert polled.server.count("/rss", status=304)
    assert await polled.new("/rss", feed(*(item(n) for n in range(6)), other("x"))) == 1


async def test_a_server_that_says_unchanged_for_ever_is_asked_whole_once_a_week(polled: Desk) -> None:
    body = feed(other("new"))
    polled.server.set("/rss", all_of(), etag='"frozen"')
    await polled.poll()
    polled.server.set("/rss", body, etag='"frozen"')
    found = [(await polled.poll(timedelta(days=1))).new_entries for _ in range(10)]
    assert sum(found) == 1


async def test_a_304_about_another_version_is_not_believed_for_long(polled: Desk) -> None:
    body = feed(other("new"))
    polled.server.set("/rss", body)
    polled.server.fail("/rss", status=304, headers={"ETag": '"of another"'}, etag="")
    assert (await polled.poll()).new_entries == 0
    assert (await polled.poll()).new_entries == 1


async def test_an_etag_that_never_changes_its_mind_about_compression_is_believed(polled: Desk) -> None:
    polled.server.set("/rss", all_of(), etag='W/"v1-gzip"')
    await polled.poll()
    polled.server.fail("/rss", status=304, headers={"ETag": '"v1"'}, etag="")
    await polled.poll()
    await polled.poll()
    assert "if-none-match" in polled.server.last("/rss").headers


async def test_two_spellings_of_one_address_are_one_feed(polled: Desk) -> None:
    for spelling in ("/rss#top", "/rss?utm_source=chat", "//rss/"):
        await polled.follow(spelling)
    assert len(await polled.store.feeds.feeds()) == 1


TOWNS = ("Rill", "Kelmouth", "Tolbury")
ARCHIVE = tuple(f"{what} of {town} in the news" for what in ("Fair", "Fire", "Flood") for town in TOWNS)


def archive(house: str, **changes: str) -> str:
    return feed(
        *(
            item(n, guid=f"{house}{{n}}", link=f"https://{house}.example/{{n}}", title=title, **changes)
            for n, title in enumerate(ARCHIVE)
        )
    )


@pytest.mark.parametrize("date", ["", "Wed, 04 Mar 2026 07:00:00 GMT", "20 Feb 2026 10:00:00 GMT"])
async def test_an_archive_published_again_is_held_whatever_its_dates(tmp_path: Path, date: str) -> None:
    async with desk(tmp_path) as one:
        await one.follow("/rss")
        assert await one.new("/rss", archive("old")) == 9
        assert await one.new("/rss", archive("new", date=date)) == 9
        held = await one.store.database.read(lambda sql: sql.execute("SELECT SUM(held) FROM entry").fetchone()[0])
        assert held == 9


async def test_nine_new_stories_at_once_are_news(tmp_path: Path) -> None:
    async with desk(tmp_path) as one:
        await one.follow("/rss")
        await one.new("/rss", archive("old"))
        fresh = [item(n, guid=f"n{n}", link=f"https://n.example/{n}", title=f"Something new {n}") for n in range(9)]
        assert await one.new("/rss", feed(*fresh)) == 9
        held = await one.store.database.read(lambda sql: sql.execute("SELECT SUM(held) FROM entry").fetchone()[0])
        assert held == 0
