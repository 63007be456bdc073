"""Editions as moderators order and look at them, and what members read at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from digests.core.digest import OperationKind, Receipt
from digests.core.editions import Style, Topic
from digests.core.members import Deliver
from digests.usecases.editions import EditionOrder
from digests.usecases.members import LatestOrder
from tests.builders import CHANNEL, GUILD, NOW, days, feed_update, hours, minutes, new_entry, placement
from tests.usecases.conftest import House
from tests.usecases.test_topics import refused

MEMBER = 4_400_000_000_000_000_001


@pytest.fixture
async def topic(house: House) -> Topic:
    return await house.services.topics.create(GUILD, "Ferries")


def order(*topics: Topic, **changes) -> EditionOrder:
    wanted = EditionOrder(destination=CHANNEL, topics=topics, at=(time(8),), timezone="Europe/Kyiv")
    return replace(wanted, **changes)


async def held_entry(house: House, topic: Topic) -> None:
    """Bring an entry that was in its feed before the topic held it."""
    feed = await house.store.feeds.add_feed("https://kestrel.example/rss", now=NOW)
    await house.store.topics.attach(topic.id, feed.id, now=NOW, backfill=0)
    ids = await house.store.feeds.apply_updates([feed_update(feed.id, new_entry(1, published=NOW - hours(2)), at=NOW)])
    await house.store.entries.place([placement(entry_id) for entry_id in ids])


async def test_an_order_takes_its_name_from_topics_and_times_and_tells_its_next_slot(
    house: House, topic: Topic
) -> None:
    standing = await house.services.editions.schedule(GUILD, order(topic), now=NOW)
    assert standing.edition.name == "Ferries 08:00"
    assert standing.next_slot == NOW + hours(23)  # 7:00 UTC is 9:00 in Kyiv
    again = await house.services.editions.schedule(GUILD, order(topic), now=NOW)
    assert again.edition.name == "Ferries 08:00 #2"


async def test_an_order_is_refused_without_topic_with_an_unknown_zone_and_over_the_limit(
    house: House, topic: Topic
) -> None:
    schedule = house.services.editions.schedule
    assert (await refused(schedule(GUILD, order(), now=NOW))).code == "edition-without-topic"
    error = await refused(schedule(GUILD, order(topic, timezone="Kyiv"), now=NOW))
    assert (error.code, error.fields["suggestion"]) == ("unknown-zone", "Europe/Kyiv")
    for _ in range(2):
        await schedule(GUILD, order(topic), now=NOW)
    assert (await refused(schedule(GUILD, order(topic), now=NOW))).code == "editions-too-many"


async def test_a_preview_of_a_new_edition_shows_what_was_there_and_stores_nothing(house: House, topic: Topic) -> None:
    await held_entry(house, topic)
    edition = (await house.services.editions.schedule(GUILD, order(topic), now=NOW)).edition
    assert len((await house.services.editions.preview(edition, now=NOW)).cards) == 1
    assert len((await house.services.editions.preview(edition, now=NOW)).cards) == 1
    assert await house.store.digests.unsent_slots([edition.id]) == {}


async def test_a_digest_told_now_is_not_told_again(house: House, topic: Topic) -> None:
    await held_entry(house, topic)
    edition = (await house.services.editions.schedule(GUILD, order(topic), now=NOW)).edition
    digest = await house.services.editions.tell_now(edition, now=NOW)
    (operation,) = await house.store.digests.claim_operations(now=NOW, owner="a", limit=9, lease=minutes(2))
    assert operation.digest_id == digest.id
    later = NOW + hours(1)
    assert (await refused(house.services.editions.tell_now(edition, now=later))).code == "nothing-to-tell"


async def test_a_paused_edition_has_no_next_slot_and_tells_nothing_until_resumed(house: House, topic: Topic) -> None:
    edition = (await house.services.editions.schedule(GUILD, order(topic), now=NOW)).edition
    assert await house.services.editions.pause(edition)
    (standing,) = await house.services.editions.held(GUILD, now=NOW)
    assert standing.next_slot is None
    error = await refused(house.services.editions.tell_now(standing.edition, now=NOW))
    assert error.code == "edition-paused"
    resumed = await house.services.editions.resume(standing.edition)
    assert not resumed.paused


async def test_a_misspelt_edition_is_answered_with_the_nearest(house: House, topic: Topic) -> None:
    find = house.services.editions.find
    assert (await refused(find(GUILD, "Ferries"))).code == "no-editions"
    await house.services.editions.schedule(GUILD, order(topic), now=NOW)
    assert (await refused(find(GUILD, "Ferrys 08:00"))).fields["suggestion"] == "Ferries 08:00"


async def test_the_latest_reaches_back_a_week_where_a_day_holds_nothing(house: House, topic: Topic) -> None:
    await held_entry(house, topic)

    async def titles(now) -> list[str]:
        digest = await house.services.members.latest(
            LatestOrder(topics=[topic], guild_id=GUILD, style=Style.BRIEF, language="en", max_stories=5), now=now
        )
        return [card.title for card in digest.cards]

    assert len(await titles(NOW)) == 1
    assert len(await titles(NOW + days(3))) == 1
    assert await titles(NOW + days(9)) == []


async def test_a_member_subscribes_once_and_to_no_more_than_allowed(house: House, topic: Topic) -> None:
    members = house.services.members
    assert await members.subscribe(topic, MEMBER, deliver=Deliver.PING, now=NOW)
    assert not await members.subscribe(topic, MEMBER, deliver=Deliver.PING, now=NOW)
    other = await house.services.topics.create(GUILD, "Hills")
    error = await refused(members.subscribe(other, MEMBER, deliver=Deliver.PING, now=NOW))
    assert error.code == "subscriptions-too-many"
    await members.unsubscribe(topic, MEMBER)
    assert (await refused(members.unsubscribe(topic, MEMBER))).code == "not-subscribed"


async def test_a_retracted_story_is_marked_where_it_was_told_and_its_message_edited(house: House, topic: Topic) -> None:
    await held_entry(house, topic)
    edition = (await house.services.editions.schedule(GUILD, order(topic), now=NOW)).edition
    told = await house.services.editions.tell_now(edition, now=NOW)
    link = told.cards[0].sources[0].url
    retract = house.services.editions.retract
    assert (await refused(retract(GUILD, link, now=NOW))).code == "nothing-to-retract"  # it is not sent yet
    (operation,) = await house.store.digests.claim_operations(now=NOW, owner="a", limit=9, lease=minutes(2))
    await house.store.digests.operation_done(operation.id, Receipt(message_id="77"), now=NOW)
    assert await retract(GUILD, f"{link}#comments", now=NOW) == 1
    (edit,) = await house.store.digests.claim_operations(now=NOW, owner="a", limit=9, lease=minutes(2))
    assert (edit.kind, edit.edits) == (OperationKind.EDIT, "77")
    stored = await house.store.digests.digest(told.id)
    assert stored is not None
    assert stored.cards[0].status == ("withdrawn",)
    assert (await refused(retract(GUILD, link, now=NOW))).code == "nothing-to-retract"
