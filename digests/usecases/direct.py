"""Digests by direct message: what a member's personal edition is to be, when it comes, and why it does not."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime

from digests.core.editions import Edition
from digests.core.personal import personal_edition
from digests.core.slots import next_slot
from digests.core.ties import Preferences
from digests.ports import MemberStore, PersonalStore
from digests.usecases.editions import EditionDefaults


@dataclass(frozen=True, slots=True, kw_only=True)
class Direct:
    """The personal editions of members; `defaults` are what they are like where nobody chose."""

    members: MemberStore
    personal: PersonalStore
    defaults: EditionDefaults

    async def edition_in(self, guild_id: int, chosen: Preferences, *, language: str, now: datetime) -> Edition:
        """Give a member's edition in a guild as they prefer it; `language` is theirs who chose none."""
        return personal_edition(
            chosen,
            await self.members.settings(guild_id),
            style=self.defaults.style,
            language=language,
            max_stories=self.defaults.max_stories,
            catch_up=self.defaults.catch_up,
            now=now,
        )

    async def editions_as(self, chosen: Preferences, *, language: str, now: datetime) -> list[Edition]:
        """Give all personal editions of a member as they now prefer them, none of them stopped."""
        held = await self.personal.editions_of(chosen.member_id)
        return [await self.edition_in(one.guild_id, chosen, language=language, now=now) for one in held]

    async def next_slot(self, edition: Edition, *, now: datetime) -> datetime:
        """Give when an edition comes next; its zone is read from a file, so in a thread."""
        return await asyncio.to_thread(next_slot, edition.at, edition.days, edition.timezone, now)

    async def stopped(self, member_id: int) -> str:
        """Give the code of what stopped a member's direct messages, "" where nothing did."""
        held = await self.personal.editions_of(member_id)
        return next((edition.pause_reason for edition in held if edition.paused), "")
