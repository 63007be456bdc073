"""What every engine's `EntryStore` must do."""

from __future__ import annotations

import pytest

from digests.core.models import EntryId, StoryId
from digests.core.regrouping import Regrouping
from storage import Store
from tests.builders import (
    GUILD,
    NOW,
    OTHER_GUILD,
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

URL = "https://harbour-post.example/feed.xml"


async def stored(store: Store, count: int = 3, *, url: str = URL, at=NOW, **feed):
    """Give a feed and its new entries, oldest first."""
    added = await store.feeds.add_feed(url, now=NOW, **feed)
    entries = [new_entry(published=at) for _ in range(count)]
    return added, await store.feeds.apply_updates([feed_update(added.id, *entries, at=at)])


async def ordered(store: Store, *feeds, guild_id=GUILD, backfill=10):
    """Give an edition of one topic that holds these feeds."""
    interest = await store.topics.put_topic(topic(guild_id=guild_id))
    for feed in feeds:
        await store.topics.attach(interest.id, feed.id, now=NOW, backfill=backfill)
    return await store.editions.put_edition(edition(topics=(interest.id,), guild_id=guild_id))


async def test_unjoined_entries_come_oldest_first_up_to_the_limit(store: Store) -> None:
    _, ids = await stored(store, 3)
    assert [entry.id for entry in await store.entries.unjoined(2)] == list(ids[:2])


async def test_a_placed_entry_has_its_story_and_text_and_no_html(store: Store) -> None:
    _, ids = await stored(store, 2)
    await store.entries.place([placement(ids[0], text="One.\nTwo.", language="fr")])
    (joined,) = await store.entries.joined_since(NOW)
    assert (joined.story_id, joined.text, joined.language, joined.html) == (ids[0], "One.\nTwo.", "fr", "")
    assert [entry.id for entry in await store.entries.unjoined(10)] == [ids[1]]


async def test_an_entry_placed_meanwhile_keeps_its_story(store: Store) -> None:
    _, ids = await stored(store, 2)
    await store.entries.place([placement(ids[0]), placement(ids[1])])
    await store.entries.place([placement(ids[1], ids[0], text="other")])
    stories = {entry.id: entry.story_id for entry in await store.entries.joined_since(NOW)}
    assert stories == {ids[0]: ids[0], ids[1]: ids[1]}


async def test_placing_an_entry_that_is_gone_does_nothing(store: Store) -> None:
    await store.entries.place([placement(EntryId(77))])
    assert await store.entries.joined_since(NOW) == ()


async def test_joined_since_leaves_out_what_is_older(store: Store) -> None:
    _, old = await stored(store, 1, at=NOW - days(3))
    _, new = await stored(store, 1)
    await store.entries.place([placement(entry_id) for entry_id in (*old, *new)])
    assert [entry.id for entry in await store.entries.joined_since(NOW - days(1))] == list(new)
    assert [entry.id for entry in await store.entries.joined_since(NOW - days(3))] == [*old, *new]


async def test_candidates_are_joined_entries_of_the_editions_feeds_since_then(store: Store) -> None:
    feed, ids = await stored(store, 3)
    _, foreign = await stored(store, 1, url="https://hill-courier.example/")
    order = await ordered(store, feed)
    await store.entries.place([placement(entry_id) for entry_id in (*ids[:2], *foreign)])
    found = (await store.entries.candidates(order.id, since=NOW)).candidates
    assert [(one.entry.id, one.topic_id) for one in found] == [(entry_id, order.topics[0]) for entry_id in ids[:2]]
    assert (await store.entries.candidates(order.id, since=NOW + hours(1))).candidates == ()


async def test_an_entry_of_two_topics_is_two_candidates(store: Store) -> None:
    feed, ids = await stored(store, 1)
    topics = [await store.topics.put_topic(topic(name)) for name in ("Ferries", "Harbours")]
    for one in topics:
        await store.topics.attach(one.id, feed.id, now=NOW, backfill=1)
    order = await store.editions.put_edition(edition(topics=tuple(one.id for one in reversed(topics))))
    await store.entries.place([placement(ids[0])])
    found = (await store.entries.candidates(order.id, since=NOW)).candidates
    assert [one.topic_id for one in found] == [topics[1].id, topics[0].id]


async def test_a_private_feed_tells_only_its_own_guild(store: Store) -> None:
    feed, ids = await stored(store, 1, guild_id=GUILD)
    own = await ordered(store, feed)
    foreign = await ordered(store, feed, guild_id=OTHER_GUILD)
    await store.entries.place([placement(ids[0])])
    assert len((await store.entries.candidates(own.id, since=NOW)).candidates) == 1
    assert (await store.entries.candidates(foreign.id, since=NOW)).candidates == ()


@pytest.mark.parametrize("backfill", [0, 2, 9])
async def test_of_a_feeds_first_document_only_the_backfill_is_new(store: Store, backfill: int) -> None:
    feed = await store.feeds.add_feed(URL, now=NOW)
    order = await ordered(store, feed, backfill=backfill)
    ids = await store.feeds.apply_updates([feed_update(feed.id, *(new_entry() for _ in range(4)))])
    later = await store.feeds.apply_updates([feed_update(feed.id, new_entry(), at=NOW + hours(1))])
    await store.entries.place([placement(entry_id) for entry_id in (*ids, *later)])
    found = (await store.entries.candidates(order.id, since=NOW)).candidates
    new = [one.entry.id for one in found if one.is_new]
    assert len(found) == 5
    assert new == [*ids[max(0, 4 - backfill) :], *later]


@pytest.mark.parametrize("backfill", [0, 2, 9])
async def test_of_a_held_feed_only_the_backfill_is_new_for_a_topic_attached_later(store: Store, backfill: int) -> None:
    feed, ids = await stored(store, 4)
    order = await ordered(store, feed, backfill=backfill)
    later = await store.feeds.apply_updates([feed_update(feed.id, new_entry(), at=NOW + hours(1))])
    await store.entries.place([placement(entry_id) for entry_id in (*ids, *later)])
    new = [one.entry.id for one in (await store.entries.candidates(order.id, since=NOW)).candidates if one.is_new]
    assert new == [*ids[max(0, 4 - backfill) :], *later]


async def test_an_empty_first_document_makes_all_that_follows_new(store: Store) -> None:
    feed = await store.feeds.add_feed(URL, now=NOW)
    order = await ordered(store, feed, backfill=0)
    await store.feeds.apply_updates([feed_update(feed.id)])
    (late,) = await store.feeds.apply_updates([feed_update(feed.id, new_entry())])
    await store.entries.place([placement(late)])
    assert [one.is_new for one in (await store.entries.candidates(order.id, since=NOW)).candidates] == [True]


async def test_what_a_begun_digest_has_been_through_is_not_new_again(store: Store) -> None:
    feed, ids = await stored(store)
    order = await ordered(store, feed)
    await store.entries.place([placement(ids[0])])
    seen = await store.entries.candidates(order.id, since=NOW)
    await store.digests.save_digest(digest(through=seen.through), order, due=NOW)
    await store.entries.place([placement(ids[1])])
    assert [one.is_new for one in (await store.entries.candidates(order.id, since=NOW)).candidates] == [True, True]
    await store.digests.claim_operations(now=NOW, owner="a", limit=1, lease=minutes(2))
    begun = await store.entries.candidates(order.id, since=NOW)
    assert [one.is_new for one in begun.candidates] == [False, True]
    assert (seen.told_until, begun.told_until) == (None, NOW)


async def test_what_a_failed_digest_has_been_through_is_new_again(store: Store) -> None:
    feed, ids = await stored(store)
    order = await ordered(store, feed)
    await store.entries.place([placement(entry_id) for entry_id in ids])
    seen = await store.entries.candidates(order.id, since=NOW)
    await store.digests.save_digest(digest(through=seen.through), order, due=NOW)
    (operation,) = await store.digests.claim_operations(now=NOW, owner="a", limit=1, lease=minutes(2))
    await store.digests.operation_failed(operation.id, reason="no such channel", retry_at=None, uncertain=False)
    assert all(one.is_new for one in (await store.entries.candidates(order.id, since=NOW)).candidates)


async def test_pruning_everything_does_not_make_later_entries_old(store: Store) -> None:
    feed, ids = await stored(store)
    order = await ordered(store, feed)
    await store.entries.place([placement(entry_id) for entry_id in ids])
    await store.digests.save_digest(digest(through=len(ids)), order, due=NOW)
    await store.digests.claim_operations(now=NOW, owner="a", limit=1, lease=minutes(2))
    await store.entries.prune_entries(before=NOW + days(1), seen_before=NOW)
    (later,) = await store.feeds.apply_updates([feed_update(feed.id, new_entry(), at=NOW + days(2))])
    await store.entries.place([placement(later)])
    assert [one.is_new for one in (await store.entries.candidates(order.id, since=NOW)).candidates] == [True]


async def test_merged_stories_are_one_whatever_the_order(store: Store) -> None:
    feed, ids = await stored(store)
    order = await ordered(store, feed)
    await store.entries.place([placement(entry_id) for entry_id in ids])
    first, second, third = (StoryId(entry_id) for entry_id in ids)
    await store.entries.regroup(Regrouping(merged={third: second}))
    await store.entries.regroup(Regrouping(merged={second: first}))
    await store.entries.regroup(Regrouping(merged={second: first, third: first, first: third}))
    pool = await store.entries.candidates(order.id, since=NOW)
    assert {one.entry.story_id for one in pool.candidates} == {first}


async def test_a_part_of_a_story_inherits_what_was_told_of_the_whole(store: Store) -> None:
    feed, ids = await stored(store)
    order = await ordered(store, feed)
    first, second, third = (StoryId(entry_id) for entry_id in ids)
    await store.entries.place([placement(ids[0]), placement(ids[1], story_id=first), placement(ids[2], story_id=first)])
    await store.digests.save_digest(digest(card(first)), order, due=NOW)
    whole = await store.digests.told(order.destination, [first], for_edition=None)
    changed = Regrouping(moved={ids[1]: second, ids[2]: second}, parted={second: first})
    for _ in range(2):  # killed before anybody knew, and done again
        await store.entries.regroup(changed)
    told = await store.digests.told(order.destination, [first, second, third], for_edition=None)
    assert told[second].facts == told[first].facts == whole[first].facts
    pool = await store.entries.candidates(order.id, since=NOW)
    assert [one.entry.story_id for one in pool.candidates] == [first, second, second]
    (operation,) = await store.digests.claim_operations(now=NOW, owner="a", limit=1, lease=minutes(2))
    await store.digests.operation_failed(operation.id, reason="no such channel", retry_at=None, uncertain=False)
    assert await store.digests.told(order.destination, [first, second], for_edition=None) == {}


async def test_joining_goes_on_where_a_long_story_outlived_its_first_entries(store: Store) -> None:
    """The index knows entries of a living story that the store let go of, and their story with them."""
    feed, ids = await stored(store)
    order = await ordered(store, feed)
    forgotten, second, third = (StoryId(entry_id) for entry_id in ids)
    await store.entries.place([placement(ids[1], story_id=third), placement(ids[2])])
    changed = Regrouping(moved={ids[1]: second, ids[0]: second}, merged={forgotten: second}, parted={second: forgotten})
    for _ in range(2):
        await store.entries.regroup(changed)
    pool = await store.entries.candidates(order.id, since=NOW)
    assert {one.entry.id: one.entry.story_id for one in pool.candidates} == {ids[1]: second, ids[2]: third}


async def test_an_alias_can_become_a_story_again(store: Store) -> None:
    feed, ids = await stored(store)
    order = await ordered(store, feed)
    await store.entries.place([placement(entry_id) for entry_id in ids])
    first, second, third = (StoryId(entry_id) for entry_id in ids)
    everything = Regrouping(moved={ids[1]: first, ids[2]: first}, merged={second: first, third: first})
    await store.entries.regroup(everything)
    await store.entries.regroup(Regrouping(moved={ids[1]: second, ids[2]: second}, parted={second: first}))
    pool = await store.entries.candidates(order.id, since=NOW)
    assert [one.entry.story_id for one in pool.candidates] == [first, second, second]


async def test_search_finds_entries_that_hold_all_tokens(store: Store) -> None:
    feed, ids = await stored(store, 3)
    texts = ["storm over aldmouth", "storm closes ferry ferry ferry aldmouth", "calm aldmouth"]
    await store.entries.place(
        [placement(entry_id, search_tokens=text) for entry_id, text in zip(ids, texts, strict=True)]
    )
    found = await store.entries.search([["storm", "aldmouth"]], feeds=[feed.id], limit=10)
    assert {entry.id for entry in found} == set(ids[:2])
    assert await store.entries.search([["storm"]], feeds=[], limit=10) == ()
    assert await store.entries.search([[]], feeds=[feed.id], limit=10) == ()
    assert len(await store.entries.search([["aldmouth"]], feeds=[feed.id], limit=2)) == 2


async def test_search_finds_a_word_inside_a_language_without_spaces(store: Store) -> None:
    feed, ids = await stored(store, 1)
    await store.entries.place([placement(ids[0], search_tokens="渡轮 离开 港口")])
    assert len(await store.entries.search([["离开"]], feeds=[feed.id], limit=10)) == 1


@pytest.mark.parametrize("odd", ['"', "a OR b", "NEAR(", "*", "col:x", "^", "-", "'", "(", "a\x00b", "AND", "🚢"])
async def test_no_token_is_a_query_language(store: Store, odd: str) -> None:
    feed, ids = await stored(store, 1)
    await store.entries.place([placement(ids[0])])
    assert await store.entries.search([[odd, "zzz"]], feeds=[feed.id], limit=10) == ()


async def test_pruned_entries_leave_search_and_stories_but_not_the_seen_index(store: Store) -> None:
    feed, old = await stored(store, 1, at=NOW - days(40))
    _, new = await stored(store, 1)
    await store.entries.place([placement(entry_id) for entry_id in (*old, *new)])
    pruned = await store.entries.prune_entries(before=NOW - days(30), seen_before=NOW - days(90))
    assert pruned == 1
    assert [entry.id for entry in await store.entries.search([["ferry"]], feeds=[feed.id], limit=9)] == list(new)
    assert [entry.id for entry in await store.entries.joined_since(NOW - days(99))] == list(new)


async def test_a_pruned_entry_that_the_feed_shows_again_stays_known(store: Store) -> None:
    feed = await store.feeds.add_feed(URL, now=NOW)
    entry = new_entry()
    await store.feeds.apply_updates([feed_update(feed.id, entry, at=NOW - days(40))])
    await store.entries.prune_entries(before=NOW, seen_before=NOW - days(90))
    assert await store.feeds.apply_updates([feed_update(feed.id, entry)]) == ()


async def test_a_key_is_forgotten_when_it_is_old_and_out_of_the_document(store: Store) -> None:
    feed = await store.feeds.add_feed(URL, now=NOW)
    await store.feeds.apply_updates([feed_update(feed.id, keys=(1, 2), at=NOW - days(100))])
    await store.feeds.apply_updates([feed_update(feed.id, keys=(2, 3), at=NOW - days(95))])
    await store.feeds.apply_updates([feed_update(feed.id, at=NOW)])  # a 304
    await store.entries.prune_entries(before=NOW - days(90), seen_before=NOW - days(90))
    assert await store.feeds.known_keys(feed.id, [1, 2, 3]) == {2, 3}


async def test_ids_of_pruned_entries_are_not_used_again(store: Store) -> None:
    _, old = await stored(store, 3)
    await store.entries.prune_entries(before=NOW + days(1), seen_before=NOW)
    _, new = await stored(store, 1)
    assert new[0] > max(old)


async def test_a_story_that_was_told_outlives_its_entries(store: Store) -> None:
    feed, ids = await stored(store, 2)
    order = await ordered(store, feed)
    await store.entries.place([placement(entry_id) for entry_id in ids])
    await store.digests.save_digest(digest(card(ids[0])), order, due=NOW)
    await store.entries.prune_entries(before=NOW + days(1), seen_before=NOW)
    told = await store.digests.told(order.destination, [StoryId(entry_id) for entry_id in ids], for_edition=None)
    assert set(told) == {ids[0]}


async def test_what_is_held_is_news_only_where_it_was_released_and_there_whatever_was_told_meanwhile(
    store: Store,
) -> None:
    feed = await store.feeds.add_feed(URL, now=NOW)
    here = await ordered(store, feed, backfill=0)
    elsewhere = await ordered(store, feed, guild_id=OTHER_GUILD, backfill=0)
    await store.feeds.apply_updates([feed_update(feed.id)])
    ids = await store.feeds.apply_updates([feed_update(feed.id, new_entry(is_held=True), new_entry(is_held=True))])
    await store.entries.place([placement(entry_id) for entry_id in ids])

    async def news(order) -> int:
        return sum(one.is_new for one in (await store.entries.candidates(order.id, since=NOW)).candidates)

    assert (await news(here), await news(elsewhere)) == (0, 0)
    passed = (await store.entries.candidates(here.id, since=NOW)).through
    await store.digests.save_digest(digest(through=passed), here, due=NOW)
    await store.digests.claim_operations(now=NOW, owner="a", limit=1, lease=minutes(2))
    assert await store.feeds.decide_held(feed.id, GUILD, release=True) == 2
    assert (await news(here), await news(elsewhere)) == (2, 0)
    assert await store.feeds.decide_held(feed.id, GUILD, release=False) == 0
    assert await store.feeds.decide_held(feed.id, OTHER_GUILD, release=False) == 2
    assert (await news(here), await news(elsewhere)) == (2, 0)
