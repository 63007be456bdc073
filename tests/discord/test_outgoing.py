"""Many editions due at one moment: as fast as Discord allows and no faster, the most read first, guild by guild."""

from __future__ import annotations

from pathlib import Path

from bot.traffic import BURST
from digests.core.editions import Destination
from digests.core.members import Subscription
from storage import open_store
from tests.builders import NOW, card, digest, edition, topic
from tests.discord.outgoing import send_all, towns, turns, world_at

GUILDS = 30
LARGE = 25
"""Editions of the first guild; the others have two."""


async def test_everything_goes_out_at_the_limit_and_nobody_waits_for_a_large_guild(tmp_path: Path) -> None:
    world = world_at(NOW)
    places = towns(world, 1, LARGE) | towns(world, GUILDS, 2)
    read = [*places.values()][-1][1].id
    async with open_store(tmp_path / "store.db") as store:
        for guild, channels in places.items():
            for number, channel in enumerate(channels):
                own = await store.topics.put_topic(topic(f"Topic {number}", guild_id=guild.id))
                if channel.id == read:
                    await store.members.put_subscription(
                        Subscription(guild_id=guild.id, topic_id=own.id, member_id=1, created=NOW)
                    )
                place = Destination(platform="discord", address=str(channel.id))
                named = {"guild_id": guild.id, "topics": (own.id,), "destination": place}
                order = await store.editions.put_edition(edition(f"Edition {number}", **named))
                await store.digests.save_digest(digest(card(1), id=f"digest{channel.id}"[-16:]), order, due=NOW)
        sent = await send_all(store, world, NOW)
    editions = LARGE + 2 * GUILDS
    assert len({*sent.order}) == len(sent.order) == editions
    assert sent.requests == editions
    assert sent.violations == 0
    assert sent.ratio <= 1.1
    assert sent.order.index(read) < BURST
    in_turn = turns(sent, places)
    assert in_turn[: GUILDS + 1].count(0) == GUILDS + 1
    assert max(in_turn[: 2 * GUILDS + 2]) <= 2
