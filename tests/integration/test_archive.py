"""The archive of `tidings run` as an admin meets it: where it is said to be, and what happens where it cannot be."""

from __future__ import annotations

import asyncio
import re
import signal
import socket
from pathlib import Path

import pytest
from aiohttp import ClientSession

from tests.feed_server import FeedServer
from tests.integration.running import FERRY, run


def serve_at(config: Path, line: str) -> None:
    """Have the archive served otherwise."""
    config.write_text(config.read_text().replace("port = 0\n", line))


@pytest.mark.timeout(150)
async def test_the_archive_is_where_it_is_said_to_be(config: Path) -> None:
    serve_at(config, "port = 0\nmetrics = true\n")
    async with run(config) as running, ClientSession() as session:
        await running.until(FERRY)
        found = re.search(r"The archive: (http://127\.0\.0\.1:\d+)/([a-z2-7]{32})/", running.words())
        assert found
        base, key = found.groups()
        async with asyncio.timeout(20):
            while True:  # printed a moment before it is recorded as sent
                async with session.get(f"{base}/{key}/") as page:
                    if FERRY in await page.text():
                        break
        for path, words in (("/livez", "ok"), ("/readyz", "ok"), ("/metrics", "tidings_digests_total")):
            async with session.get(base + path) as answer:
                assert (answer.status, words in await answer.text()) == (200, True)
        assert key not in running.printed
        assert await running.stop(signal.SIGTERM) == 0


async def test_a_port_in_use_is_said_in_a_sentence_and_nothing_is_begun(
    config: Path,
    server: FeedServer,
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        serve_at(config, f"port = {port}\n")
        async with run(config) as running:
            await asyncio.wait_for(running.process.communicate(), 40)
            assert running.process.returncode == 1
            assert f"cannot listen at 127.0.0.1, port {port}" in running.words()
            assert "Traceback" not in running.words()
    assert server.count("/rss") == 0
