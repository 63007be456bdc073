"""The parser as the flow sees it: documents go to `sources.document` in a process that can be killed, and come back."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from digests.core.identity import Document
from digests.core.models import Fetched
from digests.sources.parcel import Parcel, unpack
from digests.sources.worker import Worker


class WorkerParser:
    """A `Parser` whose work is done in processes that can be killed; an async context manager."""

    def __init__(self, *, processes: int = 1, deadline_s: float = 2.0) -> None:
        self._worker = Worker[tuple[Fetched, str | None], Parcel](
            "digests.sources.document:read_document", processes=processes, deadline_s=deadline_s
        )

    async def __aenter__(self) -> Self:
        await self._worker.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._worker.__aexit__(kind, error, trace)

    async def parse(self, fetched: Fetched, identity: str | None = None) -> Document:
        """Give the document's entries in its order, keyed; see `ports.Parser`."""
        return unpack(await self._worker.run((fetched, identity)))
