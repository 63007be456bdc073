"""Lists of feeds: each line has its fate, nothing is added twice, over real HTTP."""

from __future__ import annotations

import pytest

from digests.core.editions import Topic
from digests.usecases.importing import Imported, Importer, Line
from tests.builders import GUILD, NOW
from tests.usecases.conftest import House
from tests.usecases.test_feeds import RSS
from tests.usecases.test_finding import NAMED, page

MOST = 40


@pytest.fixture
async def topic(house: House) -> Topic:
    for number in range(60):
        house.server.set(f"/{number}", RSS)
    return await house.services.topics.create(GUILD, "Imported")


async def imported(house: House, topic: Topic, *paths: str, most: int = MOST) -> list[Imported]:
    finder = house.services.feeds.finder
    importer = Importer(finder=finder, feeds=house.store.feeds, topics=house.store.topics, most=most)
    lines = [Line(address=path if "://" in path else house.server.url(path), topic=topic) for path in paths]
    return [one async for one in importer.add(lines, now=NOW)]


def fates(results: list[Imported]) -> list[str]:
    return [
        ("unread " if one.is_added else "") + one.refusal.code if one.refusal else "added" if one.is_added else "held"
        for one in results
    ]


async def test_every_line_has_its_fate_in_the_lists_order(house: House, topic: Topic) -> None:
    house.server.set("/site", page(NAMED.format("News", "/7")))
    house.server.set("/7?utm_source=list", RSS)
    house.server.set("/page", page())
    house.server.set("/ill", b"no", status=503)
    for place in ("/feed", "/rss"):
        house.server.remove(place)
    paths = [
        "/1",
        "/2",
        "/missing",
        "/ill",
        "/1#top",
        "/site",
        "/7?utm_source=list",
        "/page",
        "http://10.0.0.1/rss",
        "ftp://a.example/",
    ]
    results = await imported(house, topic, *paths)
    assert fates(results) == [
        *("added", "added", "failure-not-found", "unread failure-server", "held", "added", "held", "no-feed-there"),
        *("failure-private-address", "address-not-web"),
    ]
    assert len(await house.store.topics.feeds_of(topic.id)) == 4


async def test_a_list_imported_again_changes_nothing(house: House, topic: Topic) -> None:
    paths = [f"/{number}" for number in range(30)]
    assert set(fates(await imported(house, topic, *paths))) == {"added"}
    asked = len(house.server.requests)
    assert set(fates(await imported(house, topic, *paths))) == {"held"}
    assert len(house.server.requests) == asked  # what is held is not even asked


async def test_what_a_server_may_not_hold_any_more_is_refused_and_the_rest_is_told(house: House, topic: Topic) -> None:
    results = fates(await imported(house, topic, *(f"/{number}" for number in range(50)), most=40))
    assert results == ["added"] * 40 + ["feeds-too-many"] * 10


async def test_an_import_given_up_halfway_goes_on_another_time(house: House, topic: Topic) -> None:
    importer = Importer(
        finder=house.services.feeds.finder, feeds=house.store.feeds, topics=house.store.topics, most=MOST
    )
    lines = [Line(address=house.server.url(f"/{number}"), topic=topic) for number in range(30)]
    adding = importer.add(lines, now=NOW)
    for _ in range(3):
        await anext(adding)
    await adding.aclose()  # type: ignore[attr-defined]
    assert len(await house.store.topics.feeds_of(topic.id)) == 3
    assert fates(await imported(house, topic, *(f"/{number}" for number in range(30)))) == ["held"] * 3 + ["added"] * 27
