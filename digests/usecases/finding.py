"""From what a moderator typed to feeds that can be read: the address itself, what a page names, where sites keep them.

Nothing is stored. Every feed given was read. A page stands for a feed only where its site has none and it lists
articles.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace

from digests.core.discovery import MAX_FOUND, feed_links
from digests.core.errors import ParseError, UseError
from digests.core.identity import Document
from digests.core.known_sites import common_places, named_feeds
from digests.core.models import Failure, Fetched, FetchFailed, NotModified
from digests.core.updates import unreadable
from digests.core.urls import canonical, clean_feed_url, mask
from digests.ports import Fetcher, Parser

HEAD = 500_000
"""Characters of a page in which feeds are looked for: autodiscovery stands in the head."""

NO_FEED = frozenset({Failure.NOT_A_FEED, Failure.UNREADABLE, Failure.EMPTY})
"""What was read and is none, so that a look around is worth while; what could not be read is told instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A feed that was read: its address, where it moved to for good if it did, and what stands in it."""

    url: str
    document: Document
    as_page: bool = False  # it is a page without a feed, whose links are read as entries


@dataclass(frozen=True, slots=True, kw_only=True)
class Finder:
    """Reads addresses and looks around."""

    fetcher: Fetcher
    parser: Parser

    async def find(self, typed: str) -> tuple[Found, ...]:
        """Give the feeds meant, best first; several where a page names several.

        Raises:
            UseError: it is no address, cannot be read, or no feed is found there; the sentence says what was tried.
        """
        named = named_feeds(typed)
        if found := await self._read_all(named):
            return found
        is_address = "://" in typed or "." in typed.strip().partition("/")[0]
        url = clean_feed_url(typed if is_address or not named else named[0])
        outcome = await self.fetcher.fetch(url)
        read = await self._read(outcome, url)
        if isinstance(read, Found):
            return (read,)
        if read.reason not in NO_FEED or not isinstance(outcome, Fetched):
            raise UseError(f"failure-{read.reason}", source=mask(url), detail=read.detail or "-")
        return await self._around(outcome)

    async def read(self, url: str) -> Found | FetchFailed:
        """Read one address as a poll would."""
        return await self._read(await self.fetcher.fetch(url), url)

    async def _around(self, page: Fetched) -> tuple[Found, ...]:
        html = page.body[:HEAD].decode("utf-8", "replace")  # what matters of it is ASCII
        links = await asyncio.to_thread(feed_links, html, page.url)
        if named := await self._read_all(link.url for link in links):
            return named
        for place in common_places(page.url):
            found = await self.read(place)
            if isinstance(found, Found):
                return (found,)
        with suppress(ParseError):
            document = await self.parser.parse(replace(page, as_page=True))
            return (Found(url=page.moved_to or page.url, document=document, as_page=True),)
        raise UseError("no-feed-there", address=mask(page.url))

    async def _read_all(self, urls: Iterable[str]) -> tuple[Found, ...]:
        """Give those that are feeds, in order, each feed once: two addresses may lead to one."""
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(self.read(url)) for url in list(urls)[:MAX_FOUND]]
        found = [result for task in tasks if isinstance(result := task.result(), Found)]
        return tuple({canonical(one.url): one for one in found}.values())

    async def _read(self, outcome: object, url: str) -> Found | FetchFailed:
        match outcome:
            case FetchFailed():
                return outcome
            case Fetched():
                try:
                    return Found(url=outcome.moved_to or url, document=await self.parser.parse(outcome))
                except ParseError as error:
                    return unreadable(error)
            case NotModified():
                raise AssertionError("an unconditional request was answered with 304")
            case _:
                raise TypeError(outcome)
