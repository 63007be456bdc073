"""What the flow needs kept of digests: what they say, how they go out, and what each audience was told."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from digests.core.digest import Digest, Operation, OperationId, Receipt
from digests.core.editions import Destination, Edition, EditionId, Told
from digests.core.models import EntryId, StoryId


class DigestStore(Protocol):
    """Digests, the outbox that delivers them, and the ledger of what each audience was told."""

    async def told(
        self, audience: Destination, stories: Iterable[StoryId], *, for_edition: EditionId | None
    ) -> Mapping[StoryId, Told]:
        """Give what the audience was told, or is about to be told, of these stories (aliases followed).

        What digests of `for_edition` reserved of which nothing was sent does not count: a new digest of this edition
        takes their place.
        """
        ...

    async def told_since(
        self, audience: Destination, since: datetime, *, for_edition: EditionId | None
    ) -> Mapping[StoryId, Told]:
        """Give all that the audience was told, or is about to be told, since then, by story; as `told` otherwise."""
        ...

    async def save_digest(
        self, digest: Digest, edition: Edition, *, due: datetime, parts: Sequence[int] = (), replace: bool = False
    ) -> bool:
        """Store a digest, its outbox operations and its reserved ledger rows, all or nothing.

        `parts` counts the cards of each part (`Publisher.split`); none means one part of all.
        Give False where (edition, slot) is held already; with `replace`, one of which nothing was sent is renewed.
        Earlier digests of the edition that were never begun are superseded and their rows released.
        """
        ...

    async def rephrase_digest(self, digest: Digest, edition: Edition, *, due: datetime, parts: Sequence[int]) -> bool:
        """Store a digest's cards in other words, and when it is due now; all else as `save_digest` with `replace`.

        Give False where it was begun, or composed anew since (`window_end` tells).
        """
        ...

    async def digest(self, digest_id: str) -> Digest | None:
        """Give a stored digest."""
        ...

    async def revise_digest(self, digest: Digest, *, now: datetime, retold: Collection[int] = ()) -> int:
        """Store a changed digest with as many cards, and an edit for each part sent; give how many edits.

        Where the cards `retold` (by number) were told, a message will say what became of them.
        """
        ...

    async def discuss(self, digest_id: str, number: int, *, now: datetime) -> str | None:
        """Give the address of the thread in which a card's story stands where the digest was sent.

        None where there is none: one is opened by the outbox then, however often it is asked for.
        """
        ...

    async def sent_digests(self, guild_id: int, *, since: datetime) -> Sequence[Digest]:
        """Give a guild's digests with slots since then of which something was sent, newest first."""
        ...

    async def citing(self, entry_id: EntryId, *, since: datetime) -> Sequence[Digest]:
        """Give digests with slots since then of which something was sent and that told the entry's story."""
        ...

    async def last_sent(self, edition_id: EditionId) -> datetime | None:
        """Give when something of this edition was last sent."""
        ...

    async def count_since(self, edition_id: EditionId, since: datetime) -> int:
        """Give how many digests with slots after that moment an edition was sent, or will be."""
        ...

    async def unsent_slots(
        self, editions: Iterable[EditionId] | None = None
    ) -> Mapping[EditionId, frozenset[datetime]]:
        """Give, for each of these editions (or of all) that has any, the slots of digests of which nothing was sent."""
        ...

    async def claim_operations(self, *, now: datetime, owner: str, limit: int, lease: timedelta) -> Sequence[Operation]:
        """Lease due operations; of each digest only its next part, and none while an earlier one is under way.

        Longest due first. What is due at one moment goes by turns: the most read edition of each guild, the most read
        of all first, then the second of each. Nothing for a guild that the bot is not in any more.
        """
        ...

    async def operation_done(self, operation_id: OperationId, receipt: Receipt, *, now: datetime) -> None:
        """Record a delivery: the rows its part reserved become told."""
        ...

    async def operation_failed(
        self, operation_id: OperationId, *, reason: str, retry_at: datetime | None, uncertain: bool
    ) -> None:
        """Record a failure; without `retry_at` it is final, and the rows of all parts not sent are released.

        `uncertain`: the part may have arrived. Its digest then counts as begun, and no later one takes its place.
        """
        ...

    async def next_operation_due(self) -> datetime | None:
        """Give when the next operation is due, or None."""
        ...
