"""A server that misbehaves, and a fetcher that may reach it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from digests.sources.fetch import HttpFetcher
from tests.fetching import fetcher
from tests.hostile_server import HostileServer


@pytest.fixture
async def server() -> AsyncIterator[HostileServer]:
    async with HostileServer() as running:
        yield running


@pytest.fixture
async def client() -> AsyncIterator[HttpFetcher]:
    async with fetcher() as running:
        yield running
