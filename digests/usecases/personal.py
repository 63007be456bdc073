"""What members ask for themselves: follow, mute and save stories, say how to be reached, see it all and end it all."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from digests.core.digest import Card
from digests.core.errors import UseError
from digests.core.slots import zone
from digests.core.ties import Preferences, Tie, TieKind
from digests.ports import PersonalStore
from digests.usecases.direct import Direct

MOST_TIES = 200
"""Stories a member may follow, mute or save in one guild: more than anybody reads of, and a bound."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Personal:
    """What is kept of members alone."""

    store: PersonalStore
    direct: Direct

    async def toggle(self, kind: TieKind, card: Card, *, guild_id: int, member_id: int, now: datetime) -> bool:
        """Tie a member to a told story, or end that tie; True where it stands now.

        Raises:
            UseError: the member has as many as one may.
        """
        tie = tie_to(card, kind, guild_id=guild_id, member_id=member_id, now=now)
        if await self.store.remove_tie(tie):
            return False
        if not await self.store.put_tie(tie, most=MOST_TIES):
            raise UseError("ties-too-many", limit=MOST_TIES)
        return True

    async def mute_outlet(self, outlet: str, *, guild_id: int, member_id: int, now: datetime) -> bool:
        """Mute an outlet for a member, or end that; True where it is muted now. Errors as `toggle`."""
        tie = Tie(guild_id=guild_id, member_id=member_id, kind=TieKind.MUTE, outlet=outlet, title=outlet, created=now)
        if await self.store.remove_tie(tie):
            return False
        if not await self.store.put_tie(tie, most=MOST_TIES):
            raise UseError("ties-too-many", limit=MOST_TIES)
        return True

    async def ties(self, guild_id: int, member_id: int) -> Sequence[Tie]:
        """Give a member's ties in a guild, newest first."""
        return await self.store.ties_of(guild_id, member_id)

    async def end(self, ties: Sequence[Tie]) -> None:
        """End ties; one that is gone is no error."""
        for tie in ties:
            await self.store.remove_tie(tie)

    async def preferences(self, member_id: int) -> Preferences:
        """Give how a member wants to be reached."""
        return await self.store.preferences(member_id)

    async def prefer(self, preferences: Preferences, *, language: str, now: datetime) -> None:
        """Store how a member wants to be reached; their direct digests follow, and go on where they had stopped.

        `language` is theirs who chose none.

        Raises:
            UseError: the zone is unknown, or quiet hours have but one end.
        """
        if preferences.timezone:
            await asyncio.to_thread(zone, preferences.timezone)
        if (preferences.quiet_from is None) != (preferences.quiet_to is None):
            raise UseError("quiet-hours-open")
        editions = await self.direct.editions_as(preferences, language=language, now=now)
        await self.store.put_preferences(preferences, editions, now=now)

    async def export(self, member_id: int) -> Mapping[str, Sequence[Mapping[str, object]]]:
        """Give all that is stored about a member, by table."""
        return await self.store.all_of(member_id)

    async def erase(self, member_id: int) -> int:
        """Delete all that is stored about a member; give how many rows there were."""
        return await self.store.erase(member_id)


def tie_to(card: Card, kind: TieKind, *, guild_id: int, member_id: int, now: datetime) -> Tie:
    """Give the tie of a member to the story of a card."""
    return Tie(
        guild_id=guild_id,
        member_id=member_id,
        kind=kind,
        story_id=card.story_id,
        title=card.title,
        link=card.sources[0].url,
        created=now,
    )
