"""What the config file orders becomes rows, and what it no longer names goes away; commands' rows are left alone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.orders import orders
from config.settings import EditionEntry, Settings, TopicEntry
from digests.core.editions import Destination
from digests.usecases.installation import INSTALLATION, follow_file
from storage import Store, open_store
from tests.builders import GUILD, topic

NOW = datetime(2031, 3, 4, 8, tzinfo=UTC)
COAST = TopicEntry(name="Coast", feeds=("https://kestrel.example/rss", "https://harbour.example/rss"), backfill=2)
HILLS = TopicEntry(name="Hills", feeds=("https://harbour.example/rss",))
ABSOLUTE = Path("digests").absolute()
MORNING = EditionEntry(topics=("Coast",), at=("08:00",), folder=Path("digests"))


@pytest.fixture
async def store() -> AsyncIterator[Store]:
    async with open_store(":memory:") as one:
        yield one


async def follow(store: Store, *topics: TopicEntry, editions: tuple[EditionEntry, ...] = ()) -> None:
    stored = [one.name for one in await store.topics.topics(INSTALLATION) if not one.from_file]
    ordered = orders(Settings(topics=topics, editions=editions), stored=stored, now=NOW)
    await follow_file(
        *ordered,
        feed_store=store.feeds,
        topic_store=store.topics,
        edition_store=store.editions,
        now=NOW,
    )


async def test_following_the_same_file_twice_changes_nothing(store: Store) -> None:
    await follow(store, COAST, HILLS, editions=(MORNING,))
    before = (await store.topics.topics(), await store.editions.editions(), await store.feeds.feeds())
    await follow(store, COAST, HILLS, editions=(MORNING,))
    assert (await store.topics.topics(), await store.editions.editions(), await store.feeds.feeds()) == before


async def test_what_the_file_no_longer_names_goes_and_a_feed_another_topic_holds_stays(store: Store) -> None:
    await follow(store, COAST, HILLS, editions=(MORNING,))
    await follow(store, HILLS)
    assert [one.name for one in await store.topics.topics()] == ["Hills"]
    assert [one.url for one in await store.feeds.feeds()] == ["https://harbour.example/rss"]
    assert [one.name for one in await store.editions.editions()] == ["Tidings"]


async def test_topics_made_by_command_are_left_alone(store: Store) -> None:
    await store.topics.put_topic(topic(guild_id=GUILD, name="Ferries"))
    await follow(store, COAST)
    await follow(store)
    assert [one.name for one in await store.topics.topics()] == ["Ferries"]


async def test_without_any_edition_all_the_installations_topics_are_told_in_the_terminal(store: Store) -> None:
    imported = await store.topics.put_topic(topic(guild_id=INSTALLATION, name="Imported"))
    await follow(store, COAST)
    (hourly,) = await store.editions.editions()
    assert imported.id in hourly.topics
    assert (len(hourly.topics), hourly.destination.platform, len(hourly.at)) == (2, "terminal", 24)


async def test_an_edition_with_a_folder_writes_files(store: Store) -> None:
    await follow(store, COAST, editions=(MORNING,))
    (edition,) = await store.editions.editions()
    assert edition.destination == Destination(platform="file", address=str(ABSOLUTE))


async def test_a_feed_whose_address_holds_a_secret_belongs_to_its_guild(store: Store) -> None:
    await follow(store, TopicEntry(name="Inside", feeds=("https://harbour.example/rss?token=abc",)))
    (feed,) = await store.feeds.feeds()
    assert feed.guild_id == INSTALLATION
