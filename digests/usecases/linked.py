"""What a page behind a link says, as a card: read on the spot, nothing is stored, nobody counts as told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from digests.core.articles import PageText
from digests.core.compose import choose, compose
from digests.core.digest import Digest
from digests.core.editions import Candidate, Destination, Edition, EditionId, Pool, Style, Topic, TopicId
from digests.core.errors import UseError
from digests.core.models import Entry, EntryId, Failure, FeedId, FetchFailed, StoryId
from digests.core.urls import mask, registrable
from digests.ports import Idf, LanguageDetector, PageReader

TOPIC = TopicId(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """The parts that reading one page needs."""

    pages: PageReader
    detector: LanguageDetector
    idf_of: Callable[[str], Idf]

    async def digest(self, link: str, *, language: str, now: datetime) -> Digest:
        """Give a digest of one card, or of none where the page holds no report.

        Raises:
            UseError: the page cannot be read; its code and fields are the failure's.
        """
        page = await self.pages.read(link)
        if isinstance(page, FetchFailed) and page.reason is Failure.UNREADABLE:
            raise UseError("no-report-there", link=mask(link))
        if isinstance(page, FetchFailed):
            raise UseError(f"failure-{page.reason}", source=mask(link), detail=page.detail or "-")
        return await asyncio.to_thread(self._compose, link, page, language, now)

    def _compose(self, link: str, page: PageText, language: str, now: datetime) -> Digest:
        published = min(page.published or now, now)
        entry = Entry(
            id=EntryId(1),
            feed_id=FeedId(1),
            story_id=StoryId(1),
            link=link,
            title=page.title,
            text=page.text,
            published=published,
            first_seen=published,
            outlet=page.source or registrable(link).removeprefix("www."),
            author=page.author,
            language=self.detector.detect(f"{page.title}\n{page.text}") or page.language,
            image_url=page.image.url if page.image else "",
            image_alt=page.image.alt if page.image else "",
            paywalled=page.paywalled,
        )
        edition = Edition(
            id=EditionId(0),
            guild_id=0,
            name=entry.outlet,
            topics=(TOPIC,),
            destination=Destination(platform="none", address=""),
            at=(),
            timezone="UTC",
            style=Style.DEEP,
            language=language,
            max_stories=1,
            created=published,
        )
        has_report = bool(page.title and page.text)
        candidates = (Candidate(entry=entry, topic_id=TOPIC, is_new=True),) if has_report else ()
        return compose(
            edition,
            [Topic(id=TOPIC, guild_id=0, name=entry.outlet)],
            Pool(candidates=candidates, through=0),
            {},
            slot=now,
            now=now,
            feeds_ok=1,
            feeds_total=1,
            choose=partial(choose, idf_of=self.idf_of),
        )
