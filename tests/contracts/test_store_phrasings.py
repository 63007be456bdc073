"""What every engine's `PhrasingStore` must do, and what its digests do when they are phrased."""

from __future__ import annotations

from dataclasses import replace

from digests.core.gates import Phrased
from digests.core.phrasing import Phrasing
from digests.core.spending import Caps, Tokens
from storage import Store
from tests.builders import GUILD, NOW, OTHER_GUILD, card, days, digest, edition, hours, minutes

SAID = Phrasing(lead=(Phrased(text="„Später“ 🚢", cites=(1, 2)),), points=(Phrased(text="x", cites=(3,)),))


async def test_a_phrasing_comes_back_as_it_was_kept(store: Store) -> None:
    await store.phrasings.keep_phrasing("a", Phrasing(), now=NOW)
    await store.phrasings.keep_phrasing("a", SAID, now=NOW)
    assert await store.phrasings.phrasings(["a", "b"]) == {"a": SAID}


async def test_the_old_and_the_oldest_of_too_many_are_let_go(store: Store) -> None:
    for age in range(4):
        await store.phrasings.keep_phrasing(f"{age}", SAID, now=NOW - days(age))
    assert await store.phrasings.prune_phrasings(before=NOW - days(2), most=2) == 2
    assert set(await store.phrasings.phrasings("0123")) == {"0", "1"}


async def test_tokens_are_taken_until_a_cap_is_reached_and_again_the_next_day(store: Store) -> None:
    caps = Caps(daily_tokens=1000)
    wanted = Tokens(read=400, written=100)
    taken = [await store.phrasings.take_tokens(GUILD, wanted, caps=caps, now=NOW) for _ in range(3)]
    assert taken == [True, True, False]
    assert await store.phrasings.spent(NOW + hours(3)) == {GUILD: Tokens(read=800, written=200)}
    assert await store.phrasings.take_tokens(GUILD, wanted, caps=caps, now=NOW + days(1))


async def test_one_guilds_cap_is_no_other_guilds(store: Store) -> None:
    caps = Caps(guild_daily_tokens=500)
    wanted = Tokens(read=500)
    assert await store.phrasings.take_tokens(GUILD, wanted, caps=caps, now=NOW)
    assert not await store.phrasings.take_tokens(GUILD, wanted, caps=caps, now=NOW)
    assert await store.phrasings.take_tokens(OTHER_GUILD, wanted, caps=caps, now=NOW)


async def test_a_day_costs_no_more_than_its_cap(store: Store) -> None:
    caps = Caps(daily_cost=1.0, price_in=1.0, price_out=10.0)
    assert await store.phrasings.take_tokens(GUILD, Tokens(read=500_000, written=50_000), caps=caps, now=NOW)
    assert not await store.phrasings.take_tokens(OTHER_GUILD, Tokens(written=1), caps=caps, now=NOW)


async def test_what_was_really_spent_takes_the_place_of_the_estimate(store: Store) -> None:
    taken = Tokens(read=900, written=600)
    await store.phrasings.take_tokens(GUILD, taken, caps=Caps(), now=NOW)
    await store.phrasings.correct_tokens(GUILD, taken=taken, spent=Tokens(read=950, written=80), now=NOW)
    assert await store.phrasings.spent(NOW) == {GUILD: Tokens(read=950, written=80)}


async def test_a_phrased_digest_takes_the_place_of_the_one_it_was_made_of(store: Store) -> None:
    order = await store.editions.put_edition(edition())
    extract = digest(card(1), card(2))
    await store.digests.save_digest(extract, order, due=NOW + minutes(1))
    phrased = extract.with_cards(lambda one: replace(one, written_by="small-model"))
    assert await store.digests.rephrase_digest(phrased, order, due=NOW, parts=(1, 1))
    assert await store.digests.digest(extract.id) == phrased
    operations = await store.digests.claim_operations(now=NOW, owner="a", limit=9, lease=minutes(2))
    assert [(one.part, one.due) for one in operations] == [(1, NOW)]


async def test_words_for_a_digest_composed_anew_or_begun_come_too_late(store: Store) -> None:
    order = await store.editions.put_edition(edition())
    await store.digests.save_digest(digest(card(1)), order, due=NOW)
    anew = digest(card(2), window_end=NOW + minutes(1))
    await store.digests.save_digest(anew, order, due=NOW, replace=True)
    assert not await store.digests.rephrase_digest(digest(card(1)), order, due=NOW, parts=(1,))
    await store.digests.claim_operations(now=NOW, owner="a", limit=9, lease=minutes(2))
    assert not await store.digests.rephrase_digest(anew, order, due=NOW, parts=(1,))
    assert await store.digests.digest(anew.id) == anew
