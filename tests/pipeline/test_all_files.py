"""Every feed file of the measuring data goes through the whole intake and ends in entries or in a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from digests.core.models import Failure
from tests.data_path import shared
from tests.pipeline.polling import desk

EXPLAINED = {Failure.NOT_A_FEED, Failure.UNREADABLE, Failure.EMPTY}


@pytest.mark.parametrize("folder", ["captures", "news", "encoding", "illformed"])
async def test_every_file_ends_in_entries_or_in_a_reason(tmp_path: Path, folder: str) -> None:
    files = sorted(shared(f"feeds/{folder}").iterdir())
    async with desk(tmp_path) as one:
        for file in files:
            one.server.set(f"/{file.name}", file.read_bytes(), content_type="application/xml")
            await one.follow(f"/{file.name}")
        report = await one.poll()
        feeds = await one.store.feeds.feeds()
        with_entries = await one.store.database.read(
            lambda sql: {feed_id for (feed_id,) in sql.execute("SELECT DISTINCT feed_id FROM entry")}
        )
    assert report.polled == len(files)
    for feed in feeds:
        name = feed.url.rpartition("/")[2]
        if feed.id in with_entries:
            assert feed.last_success, name
        elif feed.last_failure:
            assert feed.last_failure in EXPLAINED, (name, feed.last_failure)
            assert feed.last_detail, name
        else:
            assert feed.identity, (name, "a feed without entries is a feed all the same")
    if folder in {"captures", "news"}:
        assert len(with_entries) == len(files)
