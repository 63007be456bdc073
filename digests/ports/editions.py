"""What the flow needs kept of editions: the orders, and when each is to be looked at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from digests.core.editions import Due, Edition, EditionId


class EditionStore(Protocol):
    """Editions: the standing orders of guilds."""

    async def put_edition(self, edition: Edition) -> Edition:
        """Store an edition by (guild, name): added (its id given), or changed; `last_slot` and `created` stay."""
        ...

    async def editions(self, guild_id: int | None = None) -> Sequence[Edition]:
        """Give a guild's editions by name, or all."""
        ...

    async def edition(self, edition_id: EditionId) -> Edition | None:
        """Give one edition, or None where there is none."""
        ...

    async def due_editions(self, now: datetime, *, limit: int) -> Sequence[Due]:
        """Give editions to be looked at now, longest due first; none that is paused, or of a guild we left.

        One is due when it was added or changed, and when `look_again` said. `pipeline.prepare` alone calls it.
        """
        ...

    async def look_again(self, looks: Sequence[tuple[Due, datetime | None]]) -> None:
        """Store when editions are to be looked at again (None: when changed); those changed meanwhile are due still."""
        ...

    async def alerting(self) -> Sequence[Edition]:
        """Give editions that tell what is urgent, by name; none that is paused, or of a guild we left."""
        ...

    async def change_edition(self, edition: Edition) -> Edition:
        """Store an edition under its id, its name too; `last_slot` and `created` stay.

        Where its destination changed, what it told goes along (the ledger), and what waits to be sent; a digest of
        which a part was sent is completed where it began.
        """
        ...

    async def remove_edition(self, edition_id: EditionId) -> None:
        """Remove an edition with its undelivered digests; the ledger stays."""
        ...

    async def pass_slot(self, edition_id: EditionId, slot: datetime) -> None:
        """Record that a slot was dealt with without a digest (skipped, or a quiet day)."""
        ...

    async def pause_edition(self, edition_id: EditionId, *, reason: str) -> bool:
        """Stop an edition until a moderator resumes it; give False where it was stopped already."""
        ...
