"""What every engine's `DigestStore` must do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digests.core.digest import OperationKind, Receipt, Sentence
from digests.core.editions import Destination, Edition, EditionId, Layout, Told
from digests.core.members import Subscription
from digests.core.models import StoryId
from digests.core.regrouping import Regrouping
from storage import Store
from tests.builders import (
    CHANNEL,
    NOW,
    card,
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

RECEIPT = Receipt(message_id="4300000000000000001")


@pytest.fixture
async def order(store: Store) -> Edition:
    return await store.editions.put_edition(edition())


async def claim(store: Store, *, now=NOW, owner="a", limit=9):
    return await store.digests.claim_operations(now=now, owner=owner, limit=limit, lease=minutes(2))


async def told(store: Store, *stories: int, audience: Destination = CHANNEL, for_edition: EditionId | None = None):
    return await store.digests.told(audience, [StoryId(story) for story in stories], for_edition=for_edition)


async def test_a_digest_comes_back_as_it_was_saved(store: Store, order: Edition) -> None:
    given = digest(card(1, new=(Sentence(text="„Später“ 🚢", cites=(1,)),)), card(2, language=None, status=()))
    assert await store.digests.save_digest(given, order, due=NOW)
    assert await store.digests.digest(given.id) == given
    assert await store.digests.digest("unknown") is None


async def test_a_saved_digest_is_one_operation_to_its_destination(store: Store, order: Edition) -> None:
    await store.digests.save_digest(digest(), order, due=NOW)
    assert await store.digests.next_operation_due() == NOW
    assert await claim(store, now=NOW - minutes(1)) == ()
    (operation,) = await claim(store)
    assert (operation.digest_id, operation.edition_id) == (digest().id, order.id)
    assert (operation.kind, operation.destination, operation.part) == (OperationKind.SEND, CHANNEL, 1)
    assert (operation.due, operation.attempts) == (NOW, 0)
    assert 0 < len(operation.nonce) <= 25


async def test_saving_advances_the_edition(store: Store, order: Edition) -> None:
    await store.digests.save_digest(digest(), order, due=NOW)
    assert [one.last_slot for one in await store.editions.editions()] == [NOW]


async def test_one_slot_has_one_digest(store: Store, order: Edition) -> None:
    assert await store.digests.save_digest(digest(card(1)), order, due=NOW)
    assert not await store.digests.save_digest(digest(card(2), id="another"), order, due=NOW)
    assert set(await told(store, 1, 2)) == {1}


async def test_a_digest_of_an_edition_removed_meanwhile_is_not_saved(store: Store, order: Edition) -> None:
    await store.editions.remove_edition(order.id)
    assert not await store.digests.save_digest(digest(), order, due=NOW)
    assert await store.digests.next_operation_due() is None


@pytest.mark.parametrize("new_id", ["digest-20260302T070000", "another"])
async def test_an_unsent_digest_is_renewed_in_place(store: Store, order: Edition, new_id: str) -> None:
    await store.digests.save_digest(digest(card(1)), order, due=NOW)
    renewed = digest(card(2), id=new_id)
    assert await store.digests.save_digest(renewed, order, due=NOW, replace=True)
    assert set(await told(store, 1, 2)) == {2}
    assert [operation.digest_id for operation in await claim(store)] == [new_id]
    assert await store.digests.digest(new_id) == renewed


async def test_a_digest_under_way_is_not_renewed(store: Store, order: Edition) -> None:
    await store.digests.save_digest(digest(card(1)), order, due=NOW)
    await claim(store)
    assert not await store.digests.save_digest(digest(card(2)), order, due=NOW, replace=True)
    assert set(await told(store, 1, 2)) == {1}


async def test_reserved_stories_count_as_told_and_stay_told(store: Store, order: Edition) -> None:
    given = digest(card(1, facts=("a", "b")), window_end=NOW - minutes(5))
    await store.digests.save_digest(given, order, due=NOW)
    expected = {1: Told(story_id=StoryId(1), at=NOW - minutes(5), facts=frozenset({"a", "b"}))}
    assert await told(store, 1, 2) == expected
    (operation,) = await claim(store)
    await store.digests.operation_done(operation.id, RECEIPT, now=NOW)
    assert await told(store, 1, 2) == expected
    assert await told(store, 1, audience=replace(CHANNEL, address="9")) == {}


async def test_what_two_digests_told_of_a_story_is_added_up(store: Store, order: Edition) -> None:
    for day, facts in enumerate([("a", "b"), ("b", "c")]):
        await store.digests.save_digest(digest(card(1, facts=facts), slot=NOW + days(day)), order, due=NOW)
        (operation,) = await claim(store)
        await store.digests.operation_done(operation.id, RECEIPT, now=NOW)
    assert await told(store, 1) == {
        1: Told(story_id=StoryId(1), at=NOW + days(1), facts=frozenset({"a", "b", "c"})),
    }


async def test_another_edition_to_the_same_place_knows_what_was_told_there(store: Store, order: Edition) -> None:
    evening = await store.editions.put_edition(edition("Evening"))
    await store.digests.save_digest(digest(card(1)), order, due=NOW)
    await store.digests.save_digest(digest(card(2), id="evening"), evening, due=NOW)
    assert set(await told(store, 1, 2, 3)) == {1, 2}


async def test_an_unsent_digest_is_superseded_by_the_next(store: Store, order: Edition) -> None:
    await store.digests.save_digest(digest(card(1)), order, due=NOW)
    await store.digests.save_digest(digest(card(2), slot=NOW + days(1)), order, due=NOW)
    assert [operation.digest_id for operation in await claim(store)] == [digest(slot=NOW + days(1)).id]
    assert set(await told(store, 1, 2)) == {2}


async def test_a_digest_under_way_is_completed_beside_the_next(store: Store, order: Edition) -> None:
    await store.digests.save_digest(digest(card(1)), order, due=NOW)
    (begun,) = await claim(store)
    await store.digests.save_digest(digest(card(2), slot=NOW + days(1)), order, due=NOW)
    assert set(await told(store, 1, 2)) == {1, 2}
    await store.digests.operation_done(begun.id, RECEIPT, now=NOW)
    assert len(await claim(store)) == 1


async def test_what_an_unsent_digest_reserved_is_free_for_the_next_of_its_edition(store: Store, order: Edition) -> None:
    await store.digests.save_digest(digest(card(1)), order, due=NOW)
    assert await told(store, 1, for_edition=order.id) == {}
    assert set(await told(store, 1, for_edition=EditionId(order.id + 1))) == {1}
    await claim(store)
    assert set(await told(store, 1, for_edition=order.id)) == {1}


async def test_a_part_that_may_have_arrived_is_not_superseded(store: Store, order: Edition) -> None:
    await store.digests.save_digest(digest(card(1)), order, due=NOW)
    (operation,) = await claim(store)
    await store.digests.operation_failed(operation.id, reason="cut off", retry_at=NOW + minutes(1), uncertain=True)
    await store.digests.save_digest(digest(card(2), slot=NOW + days(1)), order, due=NOW + days(1))
    assert set(await told(store, 1, 2)) == {1, 2}
    assert [again.nonce for again in await claim(store, now=NOW + minutes(1))] == [operation.nonce]


async def test_unsent_slots_are_those_nothing_was_sent_of(store: Store, order: Edition) -> None:
    assert await store.digests.unsent_slots([order.id]) == {}
    await store.digests.save_digest(digest(), order, due=NOW)
    assert await store.digests.unsent_slots([order.id]) == {order.id: frozenset({NOW})}
    (operation,) = await claim(store)
    assert await store.digests.unsent_slots([order.id]) == {}
    await store.digests.operation_failed(operation.id, reason="busy", retry_at=NOW + minutes(1), uncertain=False)
    assert await store.digests.unsent_slots([order.id]) == {order.id: frozenset({NOW})}


async def test_an_operation_is_leased_once_and_again_after_its_lease(store: Store, order: Edition) -> None:
    await store.digests.save_digest(digest(), order, due=NOW)
    (first,) = await claim(store)
    assert await claim(store, owner="b") == ()
    assert await store.digests.next_operation_due() == NOW + minutes(2)
    (second,) = await claim(store, now=NOW + minutes(2), owner="b")
    assert second == replace(first, attempts=1)


async def test_operations_are_claimed_longest_due_first(store: Store) -> None:
    for name, late in [("a", 1), ("b", 3), ("c", 2)]:
        order = await store.editions.put_edition(edition(name))
        await store.digests.save_digest(digest(id=name), order, due=NOW - minutes(late))
    assert [operation.digest_id for operation in await claim(store, limit=2)] == ["b", "c"]
    assert [operation.digest_id for operation in await claim(store)] == ["a"]


async def test_what_is_due_at_one_moment_goes_by_turns_of_guilds_and_the_most_read_first(store: Store) -> None:
    readers = {"small a": (1, 1), "small b": (1, 0), "large a": (2, 0), "large b": (2, 3), "large c": (2, 2)}
    for name, (guild, members) in readers.items():
        own = await store.topics.put_topic(topic(name, guild_id=guild))
        for member in range(members):
            tie = Subscription(guild_id=guild, topic_id=own.id, member_id=member, created=NOW)
            await store.members.put_subscription(tie)
        order = await store.editions.put_edition(edition(name, guild_id=guild, topics=(own.id,)))
        await store.digests.save_digest(digest(id=name), order, due=NOW)
    claimed = [operation.digest_id for operation in await claim(store, limit=5)]
    assert claimed == ["large b", "small a", "large c", "small b", "large a"]


async def test_a_digest_renewed_late_keeps_its_place(store: Store) -> None:
    for guild in (1, 2):
        for name in ("first", "second"):
            order = await store.editions.put_edition(edition(name, guild_id=guild))
            await store.digests.save_digest(digest(id=f"{name} of {guild}"), order, due=NOW)
    (renewed,) = [one for one in await store.editions.editions(1) if one.name == "first"]
    await store.digests.save_digest(digest(id="first of 1"), renewed, due=NOW, replace=True)
    claimed = [operation.digest_id for operation in await claim(store, limit=4)]
    assert {*claimed[:2]} == {"first of 1", "first of 2"}


async def test_a_failed_try_waits_for_its_time_and_remembers_when_it_was_due(store: Store, order: Edition) -> None:
    await store.digests.save_digest(digest(), order, due=NOW)
    (operation,) = await claim(store)
    await store.digests.operation_failed(operation.id, reason="busy", retry_at=NOW + hours(1), uncertain=False)
    assert await store.digests.next_operation_due() == NOW + hours(1)
    assert await claim(store, now=NOW + minutes(59)) == ()
    assert await claim(store, now=NOW + hours(1)) == (replace(operation, attempts=1),)


async def test_a_final_failure_releases_the_stories(store: Store, order: Edition) -> None:
    await store.digests.save_digest(digest(card(1)), order, due=NOW)
    (operation,) = await claim(store)
    await store.digests.operation_failed(operation.id, reason="no such channel", retry_at=None, uncertain=False)
    assert await told(store, 1) == {}
    assert await store.digests.next_operation_due() is None
    assert await store.digests.unsent_slots([order.id]) == {}


async def test_a_digest_without_cards_is_sent_too(store: Store, order: Edition) -> None:
    quiet = digest(sections=())
    await store.digests.save_digest(quiet, order, due=NOW)
    (operation,) = await claim(store)
    await store.digests.operation_done(operation.id, RECEIPT, now=NOW)
    assert await store.digests.next_operation_due() is None


async def test_a_forum_has_one_post_a_story_whatever_becomes_of_its_digests(store: Store) -> None:
    order = await store.editions.put_edition(edition(layout=Layout.FORUM))
    for day in range(2):
        both = digest(card(1), card(2), slot=NOW + days(day), layout=Layout.FORUM)
        await store.digests.save_digest(both, order, due=both.slot, parts=(1, 1))
        for number in (1, 2):
            (operation,) = await claim(store, now=both.slot)
            assert operation.kind is OperationKind.FORUM_POST
            assert operation.thread == (None if day == 0 else f"{number}00")
            receipt = Receipt(message_id=f"{number}0{day}", thread=f"{number}00")
            await store.digests.operation_done(operation.id, receipt, now=both.slot)
    edits = await claim(store, now=NOW + days(1))
    assert [(edit.kind, edit.edits) for edit in edits] == [(OperationKind.EDIT_CARD, "100")]
    assert await store.digests.count_since(order.id, NOW) == 1


async def test_a_post_that_is_refused_for_good_takes_no_other_with_it(store: Store) -> None:
    order = await store.editions.put_edition(edition(layout=Layout.FORUM))
    await store.digests.save_digest(digest(card(1), card(2), layout=Layout.FORUM), order, due=NOW, parts=(1, 1))
    (first,) = await claim(store)
    await store.digests.operation_failed(first.id, reason="no", retry_at=None, uncertain=False)
    (second,) = await claim(store)
    await store.digests.operation_done(second.id, Receipt(message_id="7", thread="7"), now=NOW)
    assert set(await told(store, 1, 2)) == {2}


async def test_a_digest_changed_twice_in_one_second_is_edited_twice(store: Store) -> None:
    order = await store.editions.put_edition(edition())
    await store.digests.save_digest(digest(), order, due=NOW)
    (send,) = await claim(store)
    await store.digests.operation_done(send.id, Receipt(message_id="7"), now=NOW)
    assert [await store.digests.revise_digest(digest(), now=NOW) for _ in range(2)] == [1, 1]


async def test_a_post_of_a_story_that_went_into_another_is_edited_once_and_shows_what_was_told_last(
    store: Store,
) -> None:
    ids = await store.feeds.apply_updates(
        [feed_update((await store.feeds.add_feed("https://a.example/rss", now=NOW)).id, new_entry(1), new_entry(2))]
    )
    await store.entries.place([placement(entry_id) for entry_id in ids])
    first, second = (StoryId(entry_id) for entry_id in ids)
    order = await store.editions.put_edition(edition(layout=Layout.FORUM))
    for day, story in enumerate((second, first)):
        told_now = digest(card(story), slot=NOW + days(day), layout=Layout.FORUM)
        await store.digests.save_digest(told_now, order, due=told_now.slot)
        (operation,) = await claim(store, now=told_now.slot)
        assert operation.thread == (None if day == 0 else "700")
        await store.digests.operation_done(
            operation.id, Receipt(message_id=f"70{day}", thread="700"), now=told_now.slot
        )
        if day == 0:
            await store.entries.regroup(Regrouping(merged={second: first}))
    later = NOW + days(2)
    (edit,) = await claim(store, now=later)
    await store.digests.operation_done(edit.id, Receipt(message_id="700"), now=later)
    newest, older = await store.digests.sent_digests(order.guild_id, since=NOW - days(1))
    assert await store.digests.revise_digest(newest, now=later) == 2
    assert sorted(one.edits for one in await claim(store, now=later, limit=1)) == ["700"]
    assert await store.digests.revise_digest(older, now=later) == 0
