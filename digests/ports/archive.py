"""What the archive needs from the store: where a page's address leads, what stands on it, the digests themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from digests.core.archive import Ask, Contents, Hall
from digests.core.digest import Digest
from digests.core.models import StoryId


class ArchiveStore(Protocol):
    """Sent digests, by guild. Nothing here finds a digest of one guild by the address of another."""

    async def key(self, guild_id: int, *, fresh: str, renew: bool = False) -> str:
        """Give the secret part of a guild's addresses; `fresh` where it has none yet, or is to get a new one."""
        ...

    async def hall(self, name: str) -> Hall | None:
        """Give the archive a first part of an address leads to: a secret, or the number of a guild that is public."""
        ...

    async def contents(self, name: str, ask: Ask, *, limit: int) -> Contents | None:
        """Give what stands on a page, newest digest first, at most `limit`; None where there is no such page.

        One look: who may read it and what it shows are of the same moment.
        """
        ...

    async def digests(self, ids: Iterable[str]) -> Sequence[Digest]:
        """Give stored digests in the order asked for."""
        ...

    async def tellers(self, guild_id: int, stories: Iterable[StoryId]) -> Mapping[StoryId, tuple[str, StoryId]]:
        """Give, for those stories a guild's digests told, the newest such digest and the story's number in it."""
        ...
