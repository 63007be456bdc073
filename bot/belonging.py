"""Which guilds the bot is in: told to the store when it is taken out of one, or comes back, also while it was down."""

from __future__ import annotations

import logging
from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from digests.ports import GuildStore
from digests.usecases.installation import INSTALLATION

log = logging.getLogger(__name__)


async def leave(guilds: GuildStore, guild_id: int, *, now: datetime) -> None:
    """Let a guild rest that the bot was taken out of. An outage is none: discord.py tells that apart."""
    if await guilds.leave(guild_id, now=now):
        log.warning("guild left guild=%d, its editions rest", guild_id)


async def come_back(guilds: GuildStore, guild_id: int) -> None:
    """Let a guild go on that rested."""
    if await guilds.come_back(guild_id):
        log.info("guild is back guild=%d, its editions go on", guild_id)


class Shard(NamedTuple):
    """One connection of so many; it hears of some guilds only (Discord's docs, sharding)."""

    number: int
    of: int

    def hears_of(self, guild_id: int) -> bool:
        """Tell whether a guild is its business."""
        return (guild_id >> 22) % self.of == self.number


async def compare(guilds: GuildStore, present: Collection[int], *, shard: Shard, now: datetime) -> None:
    """Note what happened while nobody listened; `present` are the guilds the bot is in, unavailable ones included."""
    for guild_id in await guilds.resting():
        if guild_id in present:
            await come_back(guilds, guild_id)
    for guild_id in await guilds.served():
        if guild_id != INSTALLATION and shard.hears_of(guild_id) and guild_id not in present:
            await leave(guilds, guild_id, now=now)
