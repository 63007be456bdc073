"""The archive of what was told: where it is, what stands on its pages, what is found in it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from digests.core.archive import Ask, Clipping, Contents, Hall, Listing, clippings, printable
from digests.core.digest import Digest
from digests.core.models import StoryId
from digests.ports import ArchiveStore
from digests.usecases.searching import FOUND, Searching

ON_A_PAGE = 20
"""Digests in a list: three weeks of a daily edition, and no more text than one digest page holds."""

TIMES_TOLD = 50
"""Digests a story's page is made of; a story lives some days, and few are told so often."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """The parts the archive needs. `base` is its address as readers see it, without a slash at the end.

    `new_key` gives what nobody guesses (at least 128 bits, letters and digits).
    """

    store: ArchiveStore
    searching: Searching
    new_key: Callable[[], str]
    base: str

    async def address(self, guild_id: int, *, is_public: bool = False, renew: bool = False) -> str:
        """Give where a guild's archive is; a private one's secret is made now if it has none, or anew."""
        key = await self.store.key(guild_id, fresh=self.new_key(), renew=renew)
        return f"{self.base}/{guild_id if is_public else key}/"

    async def contents(self, name: str, ask: Ask) -> Contents | None:
        """Give what stands on a page of the archive that `name` leads to; None where there is none."""
        return await self.store.contents(name, ask, limit=ON_A_PAGE if isinstance(ask, Listing) else TIMES_TOLD)

    async def digests(self, contents: Contents) -> Sequence[Digest]:
        """Give the digests of a page, as its readers may see them."""
        stored = await self.store.digests(copy.digest_id for copy in contents.copies)
        return await asyncio.to_thread(lambda: [printable(digest, contents.hall) for digest in stored])

    async def search(self, hall: Hall, query: str, *, language: str) -> Sequence[Clipping]:
        """Give what was told of the stories that hold all words of a query, best first, each as it was told last.

        Raises:
            UseError: the query has no word.
        """
        topics = await self.searching.topics.topics(hall.guild_id)
        hits = await self.searching.search(query, topics, language=language, most=FOUND, told_in=hall.guild_id)
        found = [hit.entry.story_id for hit in hits if hit.entry.story_id is not None]
        tellers = await self.store.tellers(hall.guild_id, found)
        told = [tellers[story] for story in found if story in tellers][:ON_A_PAGE]
        digests = await self.store.digests(dict.fromkeys(digest_id for digest_id, _ in told))
        return await asyncio.to_thread(_as_told, hall, digests, told)


def _as_told(hall: Hall, digests: Sequence[Digest], told: Sequence[tuple[str, StoryId]]) -> list[Clipping]:
    by_id = {digest.id: printable(digest, hall) for digest in digests}
    return [one for digest_id, story in told for one in clippings([by_id[digest_id]], frozenset({story}))]
