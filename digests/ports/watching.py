"""What must be known of the flow to see that it stands still: of all families, read only but for what was reported."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from digests.core.editions import Edition, EditionId
from digests.core.silence import Change, Pulse, Stuck


class WatchStore(Protocol):
    """What editions last did, and which were reported as silent. `pipeline.watch` and `usecases.checkup` ask."""

    async def pulses(self) -> Mapping[EditionId, Pulse]:
        """Give what each edition last did."""
        ...

    async def stuck(self, *, due_before: datetime) -> Sequence[Stuck]:
        """Give what waits to be sent since before then, by edition, longest first."""
        ...

    async def report_silence(
        self, silent: Mapping[Edition, datetime], *, well: Collection[Edition], now: datetime
    ) -> Change:
        """Put a notice to the guild of each edition that fell silent, with since when, or that tells again.

        Once each, the notices and what was reported in one transaction. An edition in neither of both stays as it was
        reported.
        """
        ...
