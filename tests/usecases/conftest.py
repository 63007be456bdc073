"""Use cases over a real store, a real server on loopback and the real parser."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from bot.services import Services, services_of
from config.settings import Settings
from digests.language.detect import LiteDetector
from digests.language.lexicon import lexicon
from digests.sources.page import ArticleReader
from digests.sources.parse import WorkerParser
from storage import Store, open_store
from tests.builders import NOW
from tests.feed_server import FeedServer
from tests.fetching import fetcher
from tests.verbs import preparer_over


@dataclass
class House:
    store: Store
    services: Services
    server: FeedServer


@pytest.fixture
async def house() -> AsyncIterator[House]:
    languages = lexicon()
    limits = {"feeds_per_guild": 3, "topics_per_guild": 3, "editions_per_guild": 2, "subscriptions_per_member": 1}
    async with open_store(":memory:") as store, FeedServer() as server, fetcher() as web, WorkerParser() as parser:
        preparer = preparer_over(store, {}, idf_of=languages.idf_of)
        services = services_of(
            Settings(limits=limits),
            store,
            preparer,
            fetcher=web,
            parser=parser,
            pages=ArticleReader(web),
            detector=LiteDetector(),
            lexicon=languages,
            starters=(),
            one_story=None,
            now=lambda: NOW,
        )
        yield House(store=store, services=services, server=server)
