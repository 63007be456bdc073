"""What the flow needs kept of guilds themselves: whether the bot is still in them."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class GuildStore(Protocol):
    """Guilds that were left rest with all they ordered, until they come back or are forgotten."""

    async def served(self) -> frozenset[int]:
        """Give the guilds that have editions."""
        ...

    async def resting(self) -> frozenset[int]:
        """Give the guilds that were left and did not come back."""
        ...

    async def leave(self, guild_id: int, *, now: datetime) -> bool:
        """Let a guild rest: nothing of it is prepared, claimed or noticed; False where it rests already.

        Digests never begun are superseded: what they would have told is new when the guild comes back.
        """
        ...

    async def come_back(self, guild_id: int) -> bool:
        """Let a guild go on where it stopped; False where it did not rest."""
        ...

    async def forget_left(self, *, before: datetime) -> int:
        """Delete everything of guilds that were left before then, feeds that only they held included; give how many."""
        ...
