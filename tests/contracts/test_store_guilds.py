"""What every engine must do with guilds that were left."""

from __future__ import annotations

from digests.core.digest import Receipt
from digests.core.models import StoryId
from storage import Store
from tests.builders import CHANNEL, GUILD, NOW, OTHER_GUILD, card, days, digest, edition, feed_update, minutes, topic


async def claim(store: Store, now=NOW):
    return await store.digests.claim_operations(now=now, owner="a", limit=9, lease=minutes(2))


async def test_what_was_never_begun_is_free_to_be_told_when_the_guild_is_back(store: Store) -> None:
    order = await store.editions.put_edition(edition())
    await store.digests.save_digest(digest(card(1)), order, due=NOW)
    assert await store.guilds.served() == {GUILD}
    assert await store.guilds.leave(GUILD, now=NOW)
    assert not await store.guilds.leave(GUILD, now=NOW + days(1))
    assert await store.digests.told(CHANNEL, [StoryId(1)], for_edition=None) == {}
    assert await store.editions.due_editions(NOW, limit=9) == ()
    assert await store.guilds.come_back(GUILD)
    assert not await store.guilds.come_back(GUILD)
    assert await claim(store) == ()
    assert len(await store.editions.due_editions(NOW, limit=9)) == 1


async def test_a_half_sent_digest_is_completed_when_the_guild_is_back(store: Store) -> None:
    order = await store.editions.put_edition(edition())
    await store.digests.save_digest(digest(card(1), card(2)), order, due=NOW, parts=(1, 1))
    (first,) = await claim(store)
    await store.digests.operation_done(first.id, Receipt(message_id="1"), now=NOW)
    await store.guilds.leave(GUILD, now=NOW)
    assert await claim(store) == ()
    await store.guilds.come_back(GUILD)
    assert [operation.part for operation in await claim(store)] == [2]


async def test_forgetting_a_guild_takes_all_its_rows_and_nothing_of_others(store: Store) -> None:
    shared, own = [await store.feeds.add_feed(f"https://{name}.example/rss", now=NOW) for name in ("shared", "own")]
    private = await store.feeds.add_feed("https://private.example/rss?token=1", now=NOW, guild_id=GUILD)
    for guild, feeds in ((GUILD, (shared, own, private)), (OTHER_GUILD, (shared,))):
        interest = await store.topics.put_topic(topic(guild_id=guild))
        for feed in feeds:
            await store.topics.attach(interest.id, feed.id, now=NOW, backfill=0)
            await store.feeds.apply_updates([feed_update(feed.id)])
        order = await store.editions.put_edition(edition(guild_id=guild, topics=(interest.id,)))
        await store.digests.save_digest(digest(card(1), id=f"of {guild}"[-16:]), order, due=NOW)
    await store.guilds.leave(GUILD, now=NOW)
    assert await store.guilds.forget_left(before=NOW) == 0
    assert await store.guilds.forget_left(before=NOW + days(1)) == 1
    assert [one.id for one in await store.feeds.feeds()] == [shared.id]
    assert {one.guild_id for one in await store.topics.topics()} == {OTHER_GUILD}
    assert {one.guild_id for one in await store.editions.editions()} == {OTHER_GUILD}
    assert await store.digests.digest(f"of {GUILD}"[-16:]) is None
    assert len(await claim(store)) == 1
    tables = await store.database.read(
        lambda sql: [table.name for table in sql.tables if "guild_id" in table.columns_dict]
    )
    for table in tables:
        held = f"SELECT COUNT(*) FROM {table} WHERE guild_id = {GUILD}"
        assert await store.database.read(lambda sql, held=held: sql.execute(held).fetchone()) == (0,), table
