"""Feeds as moderators add and try them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digests.core.editions import Topic
from digests.core.errors import UseError
from digests.core.models import Feed
from tests.builders import GUILD, NOW
from tests.usecases.conftest import House
from tests.usecases.test_topics import refused

RSS = b"""<rss version="2.0"><channel><title>Kestrel</title>
<item><guid>1</guid><title>Ferry late</title><link>https://kestrel.example/1</link></item></channel></rss>"""
PAGE = b"<!doctype html><html><body><h1>Kestrel</h1></body></html>"


@pytest.fixture
async def topic(house: House) -> Topic:
    house.server.set("/rss", RSS)
    return await house.services.topics.create(GUILD, "Ferries")


async def add(house: House, path: str, topic: Topic, *, private: bool = False) -> Feed:
    (found,) = await house.services.feeds.look_for(house.server.url(path), topic)
    return await house.services.feeds.add(found, topic, now=NOW, private=private)


async def test_a_feed_is_read_before_it_is_added_and_due_at_once(house: House, topic: Topic) -> None:
    feed = await add(house, "/rss", topic)
    assert feed.title == ""
    assert feed.next_poll == NOW
    assert [held.id for held in await house.services.topics.feeds_of(topic)] == [feed.id]


@pytest.mark.parametrize("spelling", ["{}#top", "{}?utm_source=x", " {} "])
async def test_the_same_feed_under_another_spelling_is_refused(house: House, topic: Topic, spelling: str) -> None:
    url = house.server.url("/rss")
    await add(house, "/rss", topic)
    error = await refused(house.services.feeds.look_for(spelling.format(url), topic))
    assert (error.code, error.fields["topic"]) == ("feed-held", "Ferries")


async def test_one_feed_may_serve_two_topics(house: House, topic: Topic) -> None:
    other = await house.services.topics.create(GUILD, "Hills")
    one, two = await add(house, "/rss", topic), await add(house, "/rss", other)
    assert one.id == two.id


async def test_an_address_that_is_no_feed_is_refused_and_nothing_stored(house: House, topic: Topic) -> None:
    house.server.remove("/rss")
    house.server.set("/page", PAGE, content_type="text/html")
    error = await refused(house.services.feeds.look_for(house.server.url("/page"), topic))
    assert error.code == "no-feed-there"
    assert await house.store.feeds.feeds() == ()


async def test_what_is_no_address_is_refused(house: House, topic: Topic) -> None:
    assert (await refused(house.services.feeds.finder.find("mailto:a@b.example"))).code == "address-not-web"


async def test_a_guild_cannot_have_more_feeds_than_it_may(house: House, topic: Topic) -> None:
    for number in range(4):
        house.server.set(f"/{number}", RSS)
    for number in range(3):
        await add(house, f"/{number}", topic)
    error = await refused(house.services.feeds.look_for(house.server.url("/3"), topic))
    assert error.code == "feeds-too-many"


async def test_what_the_file_owns_is_not_changed_by_command(house: House, topic: Topic) -> None:
    owned = await house.store.topics.put_topic(replace(topic, name="Filed", from_file=True))
    with pytest.raises(UseError, match="owned-by-file"):
        await add(house, "/rss", owned)


async def test_a_private_feed_belongs_to_its_guild(house: House, topic: Topic) -> None:
    feed = await add(house, "/rss", topic, private=True)
    assert feed.guild_id == GUILD
