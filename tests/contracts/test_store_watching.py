"""What every engine's `WatchStore` must do."""

from __future__ import annotations

import pytest

from digests.core.digest import Receipt
from digests.core.editions import Edition
from digests.core.members import GuildSettings
from digests.core.silence import Change, Pulse, Stuck
from storage import Store
from tests.builders import GUILD, NOW, card, digest, edition, hours, minutes


@pytest.fixture
async def order(store: Store) -> Edition:
    await store.members.put_settings(GuildSettings(guild_id=GUILD, notices=4_200_000_000_000_000_009))
    return await store.editions.put_edition(edition())


async def send(store: Store, *, at=NOW) -> None:
    (operation,) = await store.digests.claim_operations(now=at, owner="a", limit=9, lease=minutes(2))
    await store.digests.operation_done(operation.id, Receipt(message_id="1"), now=at)


async def notices(store: Store) -> list[tuple[str, dict[str, str]]]:
    return [(one.code, dict(one.fields)) for one in await store.members.unsent_notices(9)]


async def test_a_pulse_says_what_was_sent_and_what_is_owed(store: Store, order: Edition) -> None:
    assert await store.watching.pulses() == {order.id: Pulse()}
    await store.digests.save_digest(digest(), order, due=NOW)
    assert await store.watching.pulses() == {order.id: Pulse(owes=True)}
    await send(store, at=NOW + minutes(1))
    assert await store.watching.pulses() == {order.id: Pulse(told=NOW + minutes(1))}


async def test_a_digest_that_was_refused_for_good_is_owed(store: Store, order: Edition) -> None:
    await store.digests.save_digest(digest(), order, due=NOW)
    (operation,) = await store.digests.claim_operations(now=NOW, owner="a", limit=9, lease=minutes(2))
    await store.digests.operation_failed(operation.id, reason="no", retry_at=None, uncertain=False)
    assert await store.watching.pulses() == {order.id: Pulse(owes=True)}


async def test_what_waits_too_long_is_stuck_with_its_last_trouble(store: Store, order: Edition) -> None:
    await store.digests.save_digest(digest(card(1), card(2)), order, due=NOW, parts=(1, 1))
    assert await store.watching.stuck(due_before=NOW - minutes(1)) == ()
    (operation,) = await store.digests.claim_operations(now=NOW, owner="a", limit=9, lease=minutes(2))
    later = NOW + hours(1)
    await store.digests.operation_failed(operation.id, reason="no answer", retry_at=later, uncertain=False)
    stuck = Stuck(edition_id=order.id, operations=2, since=NOW, error="no answer")
    assert await store.watching.stuck(due_before=NOW) == (stuck,)


async def test_a_silence_is_told_once_and_its_end_once(store: Store, order: Edition) -> None:
    since, here = NOW - hours(60), frozenset({order.id})
    assert await store.watching.report_silence({order: since}, well=[], now=NOW) == Change(fell=here)
    assert await store.watching.report_silence({order: since}, well=[], now=NOW) == Change()
    assert await store.watching.report_silence({}, well=[], now=NOW) == Change()  # neither: it stays reported
    assert await store.watching.report_silence({}, well=[order], now=NOW) == Change(back=here)
    assert await store.watching.report_silence({}, well=[order], now=NOW) == Change()
    name = {"edition": order.name}
    told = ("notice-silence", {**name, "since": str(int(since.timestamp()))})
    assert await notices(store) == [told, ("notice-silence-over", name)]


async def test_a_silence_of_the_installations_own_edition_puts_no_notice(store: Store) -> None:
    own = await store.editions.put_edition(edition(guild_id=0))
    assert await store.watching.report_silence({own: NOW}, well=[], now=NOW) == Change(fell=frozenset({own.id}))
    assert await notices(store) == []
