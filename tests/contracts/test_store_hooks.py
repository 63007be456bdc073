"""What every store must do with hooks: one a feed, asked again until answered, ended when their reason is gone."""

from __future__ import annotations

from itertools import count

from digests.core.hubs import Offer
from digests.core.models import Feed
from digests.core.polling import Pace
from storage import Store
from tests.builders import GUILD, NOW, days, feed_update, hours, minutes, new_entry

BASE = "https://news.example"
PACE = Pace(interval=minutes(30), shortest=minutes(5), longest=days(1))
_keys = count()


def new_key() -> str:
    return f"key-{next(_keys)}"


async def offered(store: Store, name: str = "a", guild_id: int | None = None) -> Feed:
    """Give a feed whose document names a hub."""
    url = f"https://{name}.example/feed"
    feed = await store.feeds.add_feed(url, now=NOW, guild_id=guild_id)
    offer = Offer(hub="https://hub.example/", topic_url=url)
    await store.feeds.apply_updates([feed_update(feed.id, new_entry(), offer=offer)])
    return feed


async def follow(store: Store, base: str | None = BASE) -> None:
    await store.hooks.follow_offers(base, now=NOW, new_key=new_key)


async def test_every_shared_feed_with_a_hub_gets_one_hook(store: Store) -> None:
    for name in ("a", "b"):
        await offered(store, name)
    await offered(store, "c", guild_id=GUILD)
    await store.feeds.add_feed("https://d.example/feed", now=NOW)
    for _ in range(2):
        await follow(store)
    hooks = await store.hooks.claim_hooks(now=NOW, limit=9)
    assert [hook.topic_url for hook in hooks] == ["https://a.example/feed", "https://b.example/feed"]
    assert len({hook.callback for hook in hooks} | {hook.secret for hook in hooks}) == 4
    assert all(hook.callback.startswith(f"{BASE}/hub/key-") for hook in hooks)


async def test_a_claim_is_a_try_and_comes_again_by_itself(store: Store) -> None:
    await offered(store)
    await follow(store)
    for at, found in ((NOW, 1), (NOW, 0), (NOW + minutes(15), 1), (NOW + minutes(44), 0), (NOW + minutes(45), 1)):
        assert len(await store.hooks.claim_hooks(now=at, limit=9)) == found


async def test_a_hook_is_found_by_its_key_and_what_it_was_asked_is_known(store: Store) -> None:
    await offered(store)
    await follow(store)
    key = f"key-{next(_keys) - 2}"
    hook = await store.hooks.hook(key)
    assert hook is not None
    assert not hook.is_asked
    await store.hooks.claim_hooks(now=NOW, limit=1)
    await store.hooks.verified(hook.id, until=NOW + days(10), renew_at=NOW + days(5))
    hook = await store.hooks.hook(key)
    assert hook is not None
    assert hook.is_asked
    assert await store.hooks.hook("another") is None


async def test_a_poll_with_a_document_without_hub_ends_the_hook_and_calls_the_feed(store: Store) -> None:
    feed = await offered(store)
    await follow(store)
    (hook,) = await store.hooks.claim_hooks(now=NOW, limit=1)
    await store.hooks.verified(hook.id, until=NOW + days(10), renew_at=NOW + days(5))
    await store.feeds.apply_updates([feed_update(feed.id, next_poll=NOW + days(1), at=NOW)])  # not modified
    await follow(store)
    assert await store.hooks.claim_hooks(now=NOW, limit=1) == ()
    await store.feeds.apply_updates([feed_update(feed.id, new_entry(), next_poll=NOW + days(1), at=NOW)])
    await follow(store)
    (leaving,) = await store.hooks.claim_hooks(now=NOW, limit=1)
    assert leaving.id == hook.id
    assert leaving.is_leaving
    assert await store.hooks.look_at_called(now=NOW, pace=PACE) == 1
    held = await store.feeds.feed(feed.id)
    assert held is not None
    assert held.next_poll == NOW + minutes(5)
    assert held.pushes.until is None


async def test_a_late_word_of_a_hub_that_is_to_end_changes_nothing(store: Store) -> None:
    feed = await offered(store)
    await follow(store)
    (hook,) = await store.hooks.claim_hooks(now=NOW, limit=1)
    await follow(store, None)
    await store.hooks.verified(hook.id, until=NOW + days(10), renew_at=NOW + days(5))
    await store.hooks.denied(hook.id, again_at=NOW + days(7))
    await store.hooks.pushed(hook.id, now=NOW)
    assert await store.hooks.look_at_called(now=NOW, pace=PACE) == 0
    assert len(await store.hooks.claim_hooks(now=NOW, limit=1)) == 1
    held = await store.feeds.feed(feed.id)
    assert held is not None
    assert (held.pushes.until, held.pushes.last) == (None, None)


async def test_a_feed_that_is_being_polled_stays_called(store: Store) -> None:
    feed = await offered(store)
    await follow(store)
    (hook,) = await store.hooks.claim_hooks(now=NOW, limit=1)
    await store.feeds.claim_due_feeds(now=NOW + hours(2), owner="a", limit=1, lease=minutes(5))
    await store.hooks.pushed(hook.id, now=NOW + hours(2))
    assert await store.hooks.look_at_called(now=NOW + hours(2), pace=PACE) == 0
    await store.feeds.apply_updates([feed_update(feed.id, at=NOW + hours(2), next_poll=NOW + days(2))])
    assert await store.hooks.look_at_called(now=NOW + hours(2), pace=PACE) == 1
    held = await store.feeds.feed(feed.id)
    assert held is not None
    assert held.next_poll == NOW + hours(2) + minutes(5)


async def test_two_feeds_that_become_one_leave_no_hook_behind(store: Store) -> None:
    here, there = await offered(store, "a"), await offered(store, "b")
    await follow(store)
    await store.hooks.claim_hooks(now=NOW, limit=9)
    for _ in range(3):
        await store.feeds.apply_updates([feed_update(here.id, new_entry(), moved_to=there.url)])
    await follow(store)
    (leaving,) = await store.hooks.claim_hooks(now=NOW, limit=9)
    assert (leaving.topic_url, leaving.is_leaving) == (here.url, True)
