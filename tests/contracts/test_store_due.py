"""Which editions every engine gives to be looked at: what is due, and what was changed."""

from __future__ import annotations

from dataclasses import replace

from storage import Store
from tests.builders import NOW, edition, hours


async def due(store: Store, now=NOW, limit=9):
    return await store.editions.due_editions(now, limit=limit)


async def test_an_edition_is_looked_at_when_added_and_then_when_it_was_said(store: Store) -> None:
    added = await store.editions.put_edition(edition())
    (one,) = await due(store)
    assert one.edition == added
    await store.editions.look_again([(one, NOW + hours(1))])
    assert await due(store) == ()
    assert [again.edition for again in await due(store, NOW + hours(1))] == [added]


async def test_one_without_times_is_looked_at_when_it_is_changed(store: Store) -> None:
    await store.editions.put_edition(edition())
    (one,) = await due(store)
    await store.editions.look_again([(one, None)])
    assert await due(store, NOW + hours(1000)) == ()
    await store.editions.change_edition(replace(one.edition, name="Evening"))
    assert [again.edition.name for again in await due(store)] == ["Evening"]


async def test_a_change_during_a_look_is_seen_by_the_next(store: Store) -> None:
    added = await store.editions.put_edition(edition())
    (one,) = await due(store)
    await store.editions.put_edition(replace(added, max_stories=3))
    await store.editions.look_again([(one, NOW + hours(9))])
    assert [again.edition.max_stories for again in await due(store)] == [3]


async def test_a_paused_edition_is_not_due_until_it_goes_on(store: Store) -> None:
    added = await store.editions.put_edition(edition())
    await store.editions.pause_edition(added.id, reason="notice-channel-gone")
    assert await due(store) == ()
    await store.editions.put_edition(added)
    assert len(await due(store)) == 1


async def test_the_longest_due_are_first(store: Store) -> None:
    for name in ("a", "b", "c"):
        await store.editions.put_edition(edition(name))
    held = {one.edition.name: one for one in await due(store)}
    await store.editions.look_again([(held["a"], NOW), (held["b"], NOW - hours(2)), (held["c"], NOW - hours(1))])
    assert [one.edition.name for one in await due(store, limit=2)] == ["b", "c"]


async def test_alerts_are_those_of_editions_that_are_not_paused(store: Store) -> None:
    await store.editions.put_edition(edition("told at its times"))
    urgent = await store.editions.put_edition(edition("urgent", at=(), alert=3))
    assert await store.editions.alerting() == (urgent,)
    await store.editions.pause_edition(urgent.id, reason="")
    assert await store.editions.alerting() == ()
    assert (await store.editions.edition(urgent.id)) == replace(urgent, paused=True)
