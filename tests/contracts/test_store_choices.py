"""What guilds choose for feeds they share, and titles that publishers correct: what every engine must do."""

from __future__ import annotations

from dataclasses import replace

from digests.core.digest import Receipt
from digests.core.members import FeedChoice
from digests.core.models import Correction, Feed, FeedId
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


async def shared(store: Store, *guilds: int) -> Feed:
    feed = await store.feeds.add_feed(URL, now=NOW)
    for guild in guilds:
        interest = await store.topics.put_topic(topic(guild_id=guild))
        await store.topics.attach(interest.id, feed.id, now=NOW, backfill=5)
    return feed


async def choose(store: Store, feed: Feed, guild: int = GUILD, **changes: object) -> None:
    held = await store.feeds.choice(feed.id, guild)
    await store.feeds.put_choice(replace(held, **changes))  # type: ignore[arg-type]


async def claimed(store: Store) -> list[FeedId]:
    found = await store.feeds.claim_due_feeds(now=NOW, owner="a", limit=9, lease=minutes(5))
    return [feed.id for feed in found]


async def news(store: Store, feed: Feed, guild: int = GUILD) -> list[bool]:
    held = {one.guild_id: one.id for one in await store.topics.topics()}
    order = await store.editions.put_edition(edition(guild_id=guild, topics=(held[guild],)))
    pool = await store.entries.candidates(order.id, since=NOW - days(9))
    return [candidate.is_new for candidate in pool.candidates]


async def add_entry(store: Store, feed: Feed) -> None:
    (entry_id,) = await store.feeds.apply_updates([feed_update(feed.id, new_entry())])
    await store.entries.place([placement(entry_id)])


async def test_a_guild_that_chose_nothing_has_the_defaults(store: Store) -> None:
    feed = await shared(store, GUILD)
    assert await store.feeds.choice(feed.id, GUILD) == FeedChoice(feed_id=feed.id, guild_id=GUILD)


async def test_a_name_is_the_guilds_own(store: Store) -> None:
    feed = await shared(store, GUILD, OTHER_GUILD)
    await store.feeds.apply_updates([feed_update(feed.id)])
    await choose(store, feed, name="The Post")
    titles = {one.guild_id: (await store.topics.feeds_of(one.id))[0].title for one in await store.topics.topics()}
    assert titles == {GUILD: "The Post", OTHER_GUILD: "The Harbour Post"}


async def test_pages_are_read_where_any_guild_wants_it(store: Store) -> None:
    feed = await shared(store, GUILD, OTHER_GUILD)
    for guild, on in ((GUILD, True), (OTHER_GUILD, True), (GUILD, False)):
        await choose(store, feed, guild, read_pages=on)
        (held,) = await store.feeds.feeds()
        assert held.read_pages
    await choose(store, feed, OTHER_GUILD, read_pages=False)
    (held,) = await store.feeds.feeds()
    assert not held.read_pages


async def test_a_feed_is_polled_until_all_that_hold_it_paused_it(store: Store) -> None:
    feed = await shared(store, GUILD, OTHER_GUILD)
    await choose(store, feed, GUILD, paused=True)
    assert await claimed(store) == [feed.id]
    await store.feeds.release_feeds([feed.id])
    await choose(store, feed, OTHER_GUILD, paused=True)
    assert await claimed(store) == []
    await shared(store, 77)  # a guild that adds it wants it polled
    assert await claimed(store) == [feed.id]


async def test_a_guild_that_leaves_takes_its_choice_along(store: Store) -> None:
    feed = await shared(store, GUILD, OTHER_GUILD)
    await choose(store, feed, GUILD, read_pages=True)
    await choose(store, feed, OTHER_GUILD, paused=True)
    for one in await store.topics.topics(GUILD):
        await store.topics.detach(one.id, feed.id)
    (held,) = await store.feeds.feeds()
    assert (held.read_pages, held.paused) == (False, True)
    assert await store.feeds.holders(feed.id) == {OTHER_GUILD}
    assert await store.feeds.choice(feed.id, GUILD) == FeedChoice(feed_id=feed.id, guild_id=GUILD)


async def test_a_paused_feed_gives_its_guild_nothing_and_goes_on_with_what_comes_later(store: Store) -> None:
    feed = await shared(store, GUILD, OTHER_GUILD)
    await choose(store, feed, paused=True)
    await add_entry(store, feed)
    assert await news(store, feed) == []
    assert await news(store, feed, OTHER_GUILD) == [True]
    await choose(store, feed, paused=False)
    await add_entry(store, feed)
    assert await news(store, feed) == [False, True]
    assert await news(store, feed, OTHER_GUILD) == [True, True]


async def test_an_encoding_has_the_feed_read_anew_and_whole(store: Store) -> None:
    feed = await shared(store, GUILD)
    await store.feeds.apply_updates([feed_update(feed.id, at=NOW, next_poll=NOW + hours(9))])
    await store.feeds.set_encoding(feed.id, "windows-1251", now=NOW + hours(1))
    (held,) = await store.feeds.feeds()
    assert (held.encoding, held.next_poll, held.validators.etag) == ("windows-1251", NOW + hours(1), None)
    await store.feeds.set_encoding(feed.id, None, now=NOW + hours(1))
    (held,) = await store.feeds.feeds()
    assert held.encoding is None


async def test_feeds_given_back_are_claimed_again(store: Store) -> None:
    feed = await shared(store, GUILD)
    assert await claimed(store) == [feed.id]
    assert await claimed(store) == []
    await store.feeds.release_feeds([feed.id])
    assert await claimed(store) == [feed.id]


async def test_a_corrected_title_is_stored_and_given_to_be_followed_once(store: Store) -> None:
    feed = await shared(store, GUILD)
    (entry_id,) = await store.feeds.apply_updates([feed_update(feed.id, new_entry(1))])
    (printed,) = await store.feeds.recent(feed.id, since=NOW - hours(1))
    assert await store.feeds.recent(feed.id, since=NOW + hours(1)) == ()
    for title in ("Ferry sinks", "Ferry aground"):
        changed = Correction(entry_id=entry_id, was="not looked at", title=title)
        await store.feeds.apply_updates([feed_update(feed.id, corrections=(changed, changed))])
    (pending,) = await store.feeds.corrections(9)
    assert pending == Correction(entry_id=entry_id, was=printed.title, title="Ferry aground")
    (entry,) = await store.entries.unjoined(9)
    assert entry.title == "Ferry aground"
    await store.feeds.correction_done(entry_id)
    assert await store.feeds.corrections(9) == ()


async def test_titles_held_are_the_feeds_own(store: Store) -> None:
    feed = await shared(store, GUILD)
    other = await store.feeds.add_feed("https://hill-courier.example/rss", now=NOW)
    await store.feeds.apply_updates([feed_update(feed.id, new_entry(data={"title": 'Ferry "Aurora"'}))])
    asked = ['Ferry "Aurora"', "Ferry"]
    assert await store.feeds.titles_held(feed.id, asked) == {'Ferry "Aurora"'}
    assert await store.feeds.titles_held(other.id, asked) == frozenset()


async def test_a_digest_that_told_the_story_of_an_entry_is_found_under_any_alias(store: Store) -> None:
    feed = await shared(store, GUILD)
    first, second = await store.feeds.apply_updates([feed_update(feed.id, new_entry(1), new_entry(2))])
    await store.entries.place([placement(first), placement(second)])
    (interest,) = await store.topics.topics()
    order = await store.editions.put_edition(edition(topics=(interest.id,)))
    told = digest(card(second))
    await store.digests.save_digest(told, order, due=NOW)
    assert await store.digests.citing(second, since=NOW - days(1)) == ()
    (operation,) = await store.digests.claim_operations(now=NOW, owner="a", limit=1, lease=minutes(2))
    await store.digests.operation_done(operation.id, Receipt(message_id="43"), now=NOW)
    assert await store.digests.citing(second, since=NOW - days(1)) == (told,)
    assert await store.digests.citing(first, since=NOW - days(1)) == ()
    await store.entries.regroup(Regrouping(merged={second: first}))  # type: ignore[dict-item]
    assert await store.digests.citing(second, since=NOW - days(1)) == (told,)
    assert await store.digests.citing(second, since=NOW + days(1)) == ()
