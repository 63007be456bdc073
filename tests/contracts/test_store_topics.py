"""What every engine's `TopicStore` and `EditionStore` must do."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from digests.core.digest import Receipt
from digests.core.editions import CatchUp, Destination, Layout, QuietDay, Style
from storage import Store
from tests.builders import (
    CHANNEL,
    GUILD,
    NOW,
    OTHER_GUILD,
    days,
    digest,
    edition,
    feed_update,
    hours,
    minutes,
    new_entry,
    placement,
    topic,
)

URL = "https://harbour-post.example/feed.xml"


async def test_a_topic_is_added_and_then_changed_under_its_name(store: Store) -> None:
    given = topic(description="boats", keywords="ferry", exclude="toy", language="en", role_id=OTHER_GUILD)
    added = await store.topics.put_topic(given)
    changed = await store.topics.put_topic(replace(added, keywords="ship", from_file=True))
    assert added == replace(given, id=added.id)
    assert changed == replace(added, keywords="ship", from_file=True)
    assert await store.topics.topics(GUILD) == (changed,)


async def test_a_topic_keeps_its_example_and_takes_another_name(store: Store) -> None:
    held = await store.topics.put_topic(topic(example=(("ferry", 0.6), ("港口", 0.4)), example_title="Ferry aground"))
    renamed = await store.topics.change_topic(replace(held, name="Boats", example=()))
    assert held.example == (("ferry", 0.6), ("港口", 0.4))
    assert renamed == replace(held, name="Boats", example=())
    assert await store.topics.topics(GUILD) == (renamed,)


async def test_topics_are_listed_by_name_and_by_guild(store: Store) -> None:
    for name, guild_id in [("Weather", GUILD), ("Ferries", GUILD), ("Ferries", OTHER_GUILD)]:
        await store.topics.put_topic(topic(name, guild_id=guild_id))
    assert [one.name for one in await store.topics.topics(GUILD)] == ["Ferries", "Weather"]
    assert [(one.name, one.guild_id) for one in await store.topics.topics()] == [
        ("Ferries", GUILD),
        ("Ferries", OTHER_GUILD),
        ("Weather", GUILD),
    ]


async def test_a_feed_is_attached_once(store: Store) -> None:
    interest = await store.topics.put_topic(topic())
    feed = await store.feeds.add_feed(URL, now=NOW)
    assert await store.topics.attach(interest.id, feed.id, now=NOW, backfill=0)
    assert not await store.topics.attach(interest.id, feed.id, now=NOW, backfill=5)
    assert await store.topics.feeds_of(interest.id) == (feed,)


async def test_a_feed_goes_with_the_last_topic_that_holds_it_and_takes_its_entries_along(store: Store) -> None:
    one, two = [await store.topics.put_topic(topic(name)) for name in ("Ferries", "Harbours")]
    feed = await store.feeds.add_feed(URL, now=NOW)
    for interest in (one, two):
        await store.topics.attach(interest.id, feed.id, now=NOW, backfill=0)
    ids = await store.feeds.apply_updates([feed_update(feed.id, new_entry(), new_entry())])
    await store.entries.place([placement(ids[0])])
    await store.topics.detach(one.id, feed.id)
    assert await store.feeds.feed(feed.id) is not None
    await store.topics.remove_topic(two.id)
    assert await store.feeds.feed(feed.id) is None
    assert await store.entries.unjoined(10) == ()
    assert await store.entries.search([["ferry"]], feeds=[feed.id], limit=10) == ()


async def test_removing_a_topic_keeps_feeds_that_another_holds(store: Store) -> None:
    one, two = [await store.topics.put_topic(topic(name)) for name in ("Ferries", "Harbours")]
    feed = await store.feeds.add_feed(URL, now=NOW)
    for interest in (one, two):
        await store.topics.attach(interest.id, feed.id, now=NOW, backfill=0)
    await store.topics.remove_topic(one.id)
    assert await store.topics.topics() == (two,)
    assert await store.topics.feeds_of(two.id) == (feed,)


async def test_detaching_a_feed_that_was_not_attached_does_nothing(store: Store) -> None:
    interest = await store.topics.put_topic(topic())
    feed = await store.feeds.add_feed(URL, now=NOW)
    await store.topics.detach(interest.id, feed.id)
    assert await store.feeds.feed(feed.id) == feed


async def test_an_edition_comes_back_as_it_was_put(store: Store) -> None:
    one, two = [await store.topics.put_topic(topic(name)) for name in ("Ferries", "Harbours")]
    given = edition(
        topics=(two.id, one.id),
        destination=Destination(platform="terminal", address=""),
        at=(time(8, 0), time(18, 30)),
        days=frozenset({1, 4}),
        style=Style.DEEP,
        language="de",
        max_stories=3,
        quiet_day=QuietDay.SKIP,
        layout=Layout.EMBEDS,
        crosspost=True,
        catch_up=CatchUp.SKIP,
        paused=True,
        from_file=True,
        last_slot=NOW,
    )
    added = await store.editions.put_edition(given)
    assert added == replace(given, id=added.id)
    assert await store.editions.editions(GUILD) == (added,)
    assert await store.editions.editions(OTHER_GUILD) == ()


async def test_changing_an_edition_keeps_its_last_slot_and_its_birthday(store: Store) -> None:
    added = await store.editions.put_edition(edition())
    await store.editions.pass_slot(added.id, NOW)
    changed = await store.editions.put_edition(
        replace(added, destination=replace(CHANNEL, address="9"), created=NOW, last_slot=None)
    )
    assert changed == replace(added, destination=replace(CHANNEL, address="9"), last_slot=NOW)


async def test_slots_only_move_forward(store: Store) -> None:
    added = await store.editions.put_edition(edition())
    for slot in (NOW, NOW - days(1)):
        await store.editions.pass_slot(added.id, slot)
    assert [one.last_slot for one in await store.editions.editions()] == [NOW]


async def test_a_topic_that_goes_leaves_its_editions(store: Store) -> None:
    interest = await store.topics.put_topic(topic())
    await store.editions.put_edition(edition(topics=(interest.id,)))
    await store.topics.remove_topic(interest.id)
    assert [one.topics for one in await store.editions.editions()] == [()]


async def test_a_removed_edition_takes_its_undelivered_digests_along_and_leaves_the_ledger(store: Store) -> None:
    order = await store.editions.put_edition(edition())
    sent, unsent = digest(slot=NOW), digest(slot=NOW + days(1))
    await store.digests.save_digest(sent, order, due=NOW)
    (operation,) = await store.digests.claim_operations(now=NOW, owner="a", limit=9, lease=minutes(2))
    await store.digests.operation_done(operation.id, Receipt(message_id="1"), now=NOW)
    await store.digests.save_digest(unsent, order, due=NOW + days(1))
    await store.editions.remove_edition(order.id)
    assert await store.editions.editions() == ()
    assert await store.digests.digest(sent.id) == sent
    assert await store.digests.digest(unsent.id) is None
    assert await store.digests.next_operation_due() is None
    assert [
        told.at for told in (await store.digests.told(CHANNEL, [sent.cards[0].story_id], for_edition=None)).values()
    ] == [NOW]


async def test_an_edition_removed_while_a_digest_goes_out_counts_it_as_told(store: Store) -> None:
    order = await store.editions.put_edition(edition())
    await store.digests.save_digest(digest(), order, due=NOW)
    (operation,) = await store.digests.claim_operations(now=NOW, owner="a", limit=9, lease=minutes(2))
    await store.editions.remove_edition(order.id)
    await store.digests.operation_done(operation.id, Receipt(message_id="1"), now=NOW)
    assert await store.digests.claim_operations(now=NOW + hours(1), owner="a", limit=9, lease=minutes(2)) == ()
    assert set(await store.digests.told(CHANNEL, [digest().cards[0].story_id], for_edition=None)) == {
        digest().cards[0].story_id
    }


async def test_a_changed_edition_keeps_its_id_under_another_name(store: Store) -> None:
    first = await store.editions.put_edition(edition())
    changed = await store.editions.change_edition(replace(first, name="Late", at=(time(22),), paused=True))
    assert changed == replace(first, name="Late", at=(time(22),), paused=True)
    assert await store.editions.editions(GUILD) == (changed,)


async def test_an_edition_that_moves_takes_along_what_it_told_and_what_waits(store: Store) -> None:
    order = await store.editions.put_edition(edition())
    elsewhere = Destination(platform="discord", address="77")
    assert await store.digests.save_digest(digest(), order, due=NOW)
    (operation,) = await store.digests.claim_operations(now=NOW, owner="test", limit=9, lease=minutes(2))
    await store.digests.operation_done(operation.id, Receipt(message_id="1"), now=NOW)
    assert await store.digests.save_digest(digest(id="next", slot=NOW + days(1)), order, due=NOW)
    moved = await store.editions.change_edition(replace(order, destination=elsewhere))
    story = digest().cards[0].story_id
    assert set(await store.digests.told(elsewhere, [story], for_edition=moved.id)) == {story}
    assert set(await store.digests.told(CHANNEL, [story], for_edition=None)) == {story}
    (waiting,) = await store.digests.claim_operations(now=NOW + days(1), owner="test", limit=9, lease=minutes(2))
    assert (waiting.digest_id, waiting.destination) == ("next", elsewhere)
