"""`tidings run` as an admin runs it: a process of its own, a config file, feeds over HTTP, digests on stdout."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

import pytest

from tests.feed_server import FeedServer
from tests.integration.running import FERRY, PATIENCE_S, run


@pytest.mark.timeout(150)
async def test_feeds_of_the_file_end_as_a_digest_once(config: Path, server: FeedServer) -> None:
    async with run(config) as first:
        await first.until(FERRY)
        async with run(config) as second:
            await second.process.communicate()
            assert (second.process.returncode, "in use by another Tidings" in second.words()) == (1, True)
        assert await first.stop(signal.SIGTERM) == 0

    polled = server.count("/rss")
    async with run(config) as again:
        async with asyncio.timeout(PATIENCE_S):
            while server.count("/rss") < polled + 2:
                server.arrived.clear()
                await server.arrived.wait()
        assert await again.stop(signal.SIGINT) == 130
    assert FERRY not in again.printed
