"""What every engine's `FeedStore` must do."""

from __future__ import annotations

from digests.core.models import Failure, FeedId, FeedUpdate, Rest, Validators
from storage import Store
from tests.builders import GUILD, NOW, OTHER_GUILD, days, feed_update, hours, minutes, new_entry, topic

URL = "https://harbour-post.example/feed.xml"
OTHER_URL = "https://hill-courier.example/rss"


async def claim(store: Store, *, now=NOW, limit=10, owner="a"):
    return await store.feeds.claim_due_feeds(now=now, owner=owner, limit=limit, lease=minutes(5))


def failure(feed_id, *, at=NOW, reason=Failure.TIMEOUT, **changes) -> FeedUpdate:
    return FeedUpdate(
        feed_id=feed_id, at=at, next_poll=at + hours(1), failure=reason, detail="no answer in 30 s", **changes
    )


async def test_an_added_feed_is_due_at_once(store: Store) -> None:
    added = await store.feeds.add_feed(URL, now=NOW)
    assert (added.url, added.next_poll, added.last_success, added.identity) == (URL, NOW, None, None)
    assert await store.feeds.next_feed_due() == NOW
    assert await store.feeds.feed(added.id) == added


async def test_one_canonical_address_is_one_feed(store: Store) -> None:
    first = await store.feeds.add_feed(URL, now=NOW)
    again = await store.feeds.add_feed("HTTP://www.Harbour-Post.example:80/feed.xml#top", now=NOW + days(1))
    assert again == first


async def test_a_private_feed_is_another_than_the_shared_one_and_than_another_guilds(store: Store) -> None:
    owners = [None, GUILD, OTHER_GUILD, GUILD]
    feeds = [await store.feeds.add_feed(URL, now=NOW, guild_id=owner) for owner in owners]
    assert [feed.guild_id for feed in feeds] == owners
    assert len({feed.id for feed in feeds}) == 3


async def test_feeds_are_listed_by_address(store: Store) -> None:
    urls = ["https://b.example/", "https://c.example/", "https://a.example/"]
    for url in urls:
        await store.feeds.add_feed(url, now=NOW)
    assert [feed.url for feed in await store.feeds.feeds()] == sorted(urls)


async def test_no_feeds_no_due_time(store: Store) -> None:
    assert await store.feeds.next_feed_due() is None
    assert await claim(store) == ()


async def test_feeds_are_claimed_longest_due_first_and_only_once(store: Store) -> None:
    ids = [
        (await store.feeds.add_feed(f"https://{name}.example/", now=NOW - minutes(late))).id
        for name, late in [("a", 1), ("b", 9), ("c", 5)]
    ]
    first = await claim(store, limit=2)
    rest = await claim(store, limit=9)
    assert [feed.id for feed in first] == [ids[1], ids[2]]
    assert [feed.id for feed in rest] == [ids[0]]
    assert await claim(store) == ()


async def test_a_feed_is_claimed_again_when_its_lease_ran_out(store: Store) -> None:
    added = await store.feeds.add_feed(URL, now=NOW)
    await claim(store)
    assert await claim(store, now=NOW + minutes(4), owner="b") == ()
    assert await store.feeds.next_feed_due() == NOW + minutes(5)
    assert [feed.id for feed in await claim(store, now=NOW + minutes(5), owner="b")] == [added.id]


async def test_an_update_ends_the_lease(store: Store) -> None:
    added = await store.feeds.add_feed(URL, now=NOW)
    await claim(store)
    await store.feeds.apply_updates([feed_update(added.id, next_poll=NOW + minutes(1))])
    assert [feed.id for feed in await claim(store, now=NOW + minutes(1))] == [added.id]


async def test_a_feed_that_is_gone_is_never_due(store: Store) -> None:
    added = await store.feeds.add_feed(URL, now=NOW)
    await store.feeds.apply_updates([failure(added.id, reason=Failure.GONE, gone=True)])
    assert await store.feeds.next_feed_due() is None
    assert await claim(store, now=NOW + days(9)) == ()
    held = await store.feeds.feed(added.id)
    assert held is not None
    assert held.gone


async def test_a_tired_host_rests_with_all_its_feeds_and_holds_nobody_else(store: Store) -> None:
    tired = await store.feeds.add_feed(URL, now=NOW)
    await store.feeds.add_feed("https://harbour-post.example/sport.xml", now=NOW)
    other = await store.feeds.add_feed(OTHER_URL, now=NOW)
    await store.feeds.apply_updates(
        [failure(tired.id, reason=Failure.RATE_LIMITED, host_free_at=NOW + hours(2))],
    )
    assert [feed.id for feed in await claim(store, now=NOW + hours(1.5))] == [other.id]
    assert len(await claim(store, now=NOW + hours(2))) == 3


async def test_a_shorter_rest_never_ends_a_longer_one(store: Store) -> None:
    added = await store.feeds.add_feed(URL, now=NOW)
    for wait in (3, 1):
        await store.feeds.apply_updates([failure(added.id, host_free_at=NOW + hours(wait))])
    assert await store.feeds.next_feed_due() == NOW + hours(3)


async def test_a_success_is_written_whole(store: Store) -> None:
    added = await store.feeds.add_feed(URL, now=NOW)
    await store.feeds.apply_updates([feed_update(added.id, new_entry(1), link="https://harbour-post.example/")])
    held = await store.feeds.feed(added.id)
    assert held is not None
    assert (held.title, held.link) == ("The Harbour Post", "https://harbour-post.example/")
    assert held.validators == Validators(etag='"v1"', last_modified="Mon, 02 Mar 2026 06:59:00 GMT", body_hash="00ff")
    assert (held.identity, held.last_polled, held.last_success) == ("guid+link", NOW, NOW)
    assert held.next_poll == NOW + hours(1)


async def test_what_an_update_leaves_out_stays(store: Store) -> None:
    added = await store.feeds.add_feed(URL, now=NOW)
    await store.feeds.apply_updates([feed_update(added.id, language="de")])
    await store.feeds.apply_updates([feed_update(added.id, title=None, language=None, identity=None)])
    held = await store.feeds.feed(added.id)
    assert held is not None
    assert (held.title, held.language, held.identity) == ("The Harbour Post", "de", "guid+link")


async def test_failures_are_counted_and_forget_nothing(store: Store) -> None:
    added = await store.feeds.add_feed(URL, now=NOW)
    await store.feeds.apply_updates([feed_update(added.id)])
    await store.feeds.apply_updates([failure(added.id, at=NOW + hours(1))])
    await store.feeds.apply_updates([failure(added.id, at=NOW + hours(2), reason=Failure.SERVER)])
    held = await store.feeds.feed(added.id)
    assert held is not None
    assert (held.error_count, held.failing_since) == (2, NOW + hours(1))
    assert (held.last_failure, held.last_detail) == (Failure.SERVER, "no answer in 30 s")
    assert (held.last_polled, held.last_success) == (NOW + hours(2), NOW)
    assert (held.title, held.validators.etag) == ("The Harbour Post", '"v1"')


async def test_a_success_clears_what_failed(store: Store) -> None:
    added = await store.feeds.add_feed(URL, now=NOW)
    await store.feeds.apply_updates([failure(added.id), feed_update(added.id, at=NOW + hours(1))])
    held = await store.feeds.feed(added.id)
    assert held is not None
    assert (held.error_count, held.failing_since, held.last_failure, held.last_detail) == (0, None, None, "")


async def test_equal_redirects_are_counted(store: Store) -> None:
    added = await store.feeds.add_feed(URL, now=NOW)
    seen = []
    for target in (OTHER_URL, OTHER_URL, "https://third.example/", None):
        await store.feeds.apply_updates([feed_update(added.id, new_entry(), moved_to=target)])
        held = await store.feeds.feed(added.id)
        assert held is not None
        seen.append((held.moved_to, held.moved_count))
    assert seen == [(OTHER_URL, 1), (OTHER_URL, 2), ("https://third.example/", 1), (None, 0)]


async def moved(store: Store, feed_id: FeedId, target: str, *, times: int = 3) -> None:
    for number in range(times):
        await store.feeds.apply_updates([feed_update(feed_id, new_entry(), at=NOW + hours(number), moved_to=target)])


async def test_a_permanent_redirect_is_stored_after_three_sightings(store: Store) -> None:
    added = await store.feeds.add_feed(URL, now=NOW)
    await moved(store, added.id, OTHER_URL, times=2)
    (held,) = await store.feeds.feeds()
    assert held.url == URL
    await moved(store, added.id, OTHER_URL, times=1)
    (held,) = await store.feeds.feeds()
    assert (held.id, held.url, held.moved_to, held.moved_count) == (added.id, OTHER_URL, None, 0)
    assert (await store.feeds.add_feed(OTHER_URL, now=NOW)).id == added.id


async def test_a_feed_that_moves_to_a_known_one_becomes_it_and_nothing_comes_again(store: Store) -> None:
    old, other = [await store.feeds.add_feed(url, now=NOW) for url in (URL, OTHER_URL)]
    one, both = [await store.topics.put_topic(topic(name)) for name in ("One", "Both")]
    for interest, feed in ((one, old), (both, old), (both, other)):
        await store.topics.attach(interest.id, feed.id, now=NOW, backfill=0)
    entry = new_entry(7)
    await store.feeds.apply_updates([feed_update(old.id, entry)])
    await moved(store, old.id, OTHER_URL)
    (held,) = await store.feeds.feeds()
    assert held.id == other.id
    for interest in (one, both):
        assert [feed.id for feed in await store.topics.feeds_of(interest.id)] == [other.id]
    assert await store.feeds.known_keys(other.id, entry.keys) == frozenset(entry.keys)
    assert await store.feeds.apply_updates([feed_update(other.id, entry, at=NOW + hours(9))]) == ()
    assert len(await store.entries.unjoined(9)) == 4


async def test_a_shared_feed_is_not_led_to_an_address_with_a_secret(store: Store) -> None:
    added = await store.feeds.add_feed(URL, now=NOW)
    await moved(store, added.id, f"{OTHER_URL}?token=x", times=5)
    (held,) = await store.feeds.feeds()
    assert held.url == URL


async def test_neither_a_304_nor_a_failure_says_anything_about_a_redirect(store: Store) -> None:
    added = await store.feeds.add_feed(URL, now=NOW)
    await store.feeds.apply_updates(
        [feed_update(added.id, new_entry(), moved_to=OTHER_URL), feed_update(added.id), failure(added.id)]
    )
    held = await store.feeds.feed(added.id)
    assert held is not None
    assert (held.moved_to, held.moved_count) == (OTHER_URL, 1)


async def test_entries_come_in_oldest_first(store: Store) -> None:
    added = await store.feeds.add_feed(URL, now=NOW)
    dated = [new_entry(number, published=NOW - hours(age)) for number, age in [(1, 2), (2, 9), (3, 5), (4, 5)]]
    new = await store.feeds.apply_updates([feed_update(added.id, *dated)])
    held = await store.entries.unjoined(10)
    assert [entry.id for entry in held] == list(new)
    # Of equal dates the one further down in the document is older.
    assert [entry.title.split()[2] for entry in held] == ["2", "4", "3", "1"]


async def test_an_entry_is_stored_as_the_feed_gave_it(store: Store) -> None:
    added = await store.feeds.add_feed(URL, now=NOW)
    given = new_entry(7, data={"image_url": "https://harbour-post.example/7.jpg", "image_alt": "a ferry"})
    await store.feeds.apply_updates([feed_update(added.id, given)])
    (held,) = await store.entries.unjoined(10)
    assert (held.feed_id, held.link, held.title, held.html) == (
        added.id,
        given.data.link,
        given.data.title,
        given.data.html,
    )
    assert (held.author, held.outlet, held.language) == ("Osk Fennimar", "harbour-post.example", "en")
    assert (held.image_url, held.image_alt) == ("https://harbour-post.example/7.jpg", "a ferry")
    assert (held.published, held.first_seen, held.story_id, held.text) == (NOW, NOW, None, "")


async def test_half_a_character_in_a_feed_harms_neither_it_nor_its_batch(store: Store) -> None:
    added = await store.feeds.add_feed(URL, now=NOW)
    await store.feeds.apply_updates(
        [feed_update(added.id, new_entry(1, data={"title": "Ferry \ud83d late"}), title="The \udc00 Post")]
    )
    (held,) = await store.entries.unjoined(10)
    assert held.title == "Ferry ? late"


async def test_an_entry_of_which_any_key_is_held_never_comes_again(store: Store) -> None:
    added = await store.feeds.add_feed(URL, now=NOW)
    await store.feeds.apply_updates([feed_update(added.id, new_entry(1, keys=(11, 12)))])
    again = await store.feeds.apply_updates([feed_update(added.id, new_entry(2, keys=(99, 12)))])
    assert again == ()
    assert await store.feeds.known_keys(added.id, [11, 12, 13, 99]) == {11, 12, 99}


async def test_two_entries_of_one_batch_that_share_a_key_are_one(store: Store) -> None:
    added = await store.feeds.add_feed(URL, now=NOW)
    twice = [feed_update(added.id, new_entry(1), new_entry(1)), feed_update(added.id, new_entry(1))]
    assert len(await store.feeds.apply_updates(twice)) == 1


async def test_keys_are_a_feeds_own(store: Store) -> None:
    one = await store.feeds.add_feed(URL, now=NOW)
    two = await store.feeds.add_feed(OTHER_URL, now=NOW)
    new = await store.feeds.apply_updates([feed_update(one.id, new_entry(1)), feed_update(two.id, new_entry(1))])
    assert len(new) == 2


async def test_keys_as_large_as_sqlite_can_hold_are_kept_exactly(store: Store) -> None:
    added = await store.feeds.add_feed(URL, now=NOW)
    keys = (2**63 - 1, 2**63 - 2, 0)
    await store.feeds.apply_updates([feed_update(added.id, keys=keys)])
    assert await store.feeds.known_keys(added.id, [*keys, 2**63 - 3]) == set(keys)


async def test_an_update_of_a_feed_that_was_removed_meanwhile_is_dropped(store: Store) -> None:
    kept = await store.feeds.add_feed(URL, now=NOW)
    missing = type(kept.id)(kept.id + 1)
    new = await store.feeds.apply_updates([feed_update(missing, new_entry(1)), feed_update(kept.id, new_entry(2))])
    assert len(new) == 1


async def test_a_feed_is_unpolled_until_its_update_is_stored(store: Store) -> None:
    feed = await store.feeds.add_feed("https://harbour-post.example/feed.xml", now=NOW)
    assert await store.feeds.is_any_unpolled(NOW)
    await store.feeds.claim_due_feeds(now=NOW, owner="a", limit=1, lease=minutes(5))
    assert await store.feeds.is_any_unpolled(NOW)
    await store.feeds.apply_updates([feed_update(feed.id)])
    assert not await store.feeds.is_any_unpolled(NOW)


async def test_a_feeds_pace_and_rest_are_kept_until_a_document_says_otherwise(store: Store) -> None:
    added = await store.feeds.add_feed(URL, now=NOW)
    rest = Rest(hours=frozenset({1, 2}), days=frozenset({7}))
    await store.feeds.apply_updates([feed_update(added.id, gap_s=900, rest=rest)])
    await store.feeds.apply_updates([feed_update(added.id)])
    held = await store.feeds.feed(added.id)
    assert held is not None
    assert (held.gap_s, held.rest) == (900, rest)
    await store.feeds.apply_updates([feed_update(added.id, rest=Rest())])
    held = await store.feeds.feed(added.id)
    assert held is not None
    assert held.rest == Rest()
