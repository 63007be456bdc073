"""A feed server, and a config file that orders its feed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.feed_server import FeedServer
from tests.integration.pushed import House, house
from tests.integration.running import FERRY, RATE, rss, write_config


@pytest.fixture
async def server() -> AsyncIterator[FeedServer]:
    async with FeedServer() as one:
        one.set("/rss", rss(FERRY, RATE))
        yield one


@pytest.fixture
def config(tmp_path: Path, server: FeedServer) -> Path:
    return write_config(tmp_path, server)


@pytest.fixture
async def home(tmp_path: Path) -> AsyncIterator[House]:
    async with house(tmp_path) as one:
        yield one
