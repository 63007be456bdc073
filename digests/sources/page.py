"""The text of the page behind a link: fetched like a feed, extracted by trafilatura in a worker that can be killed."""

from __future__ import annotations

from contextlib import AsyncExitStack
from types import TracebackType
from typing import Final, Self

from digests.core.articles import PageText
from digests.core.errors import ParseError
from digests.core.models import Failure, Fetched, FetchFailed, NotModified
from digests.ports import Fetcher
from digests.sources.worker import Worker

MAX_HTML: Final = 2_000_000
"""Bytes of a page that are read: 9 MB of flat paragraphs held trafilatura for more than 40 s (ingest notes §2)."""

DEADLINE_S: Final = 3.0
"""95 of 100 pages take below 33 ms (ingest notes §2)."""


class ArticleReader:
    """Implements `ports.PageReader`. Its worker starts with the first page: most installations read none."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        self._owned = AsyncExitStack()
        self._worker: Worker[Fetched, PageText] | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._owned.aclose()

    async def read(self, url: str) -> PageText | FetchFailed:
        """Give the article, or say why there is none."""
        outcome = await self._fetcher.fetch(url)
        match outcome:
            case FetchFailed():
                return outcome
            case NotModified():
                raise AssertionError("an unconditional request was answered with 304")
            case Fetched():
                return await self.extract(outcome)

    async def extract(self, fetched: Fetched) -> PageText | FetchFailed:
        """Give the article of a page that was fetched, or say why there is none."""
        if len(fetched.body) > MAX_HTML:
            return FetchFailed(reason=Failure.TOO_LARGE, detail=f"the page has {len(fetched.body)} bytes")
        if self._worker is None:
            worker = Worker[Fetched, PageText]("digests.sources.article:read_article", deadline_s=DEADLINE_S)
            self._worker = await self._owned.enter_async_context(worker)
        try:
            return await self._worker.run(fetched)
        except ParseError as error:
            reason = Failure.HUNG if error.hint == "killed" else Failure.UNREADABLE
            return FetchFailed(reason=reason, detail=str(error))
