"""Digests that stopped are told of once, and once when they come again. Real store."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from datetime import time
from pathlib import Path

import pytest

from digests.core.digest import Receipt
from digests.pipeline.watch import Watcher
from storage import Store, open_store
from tests.builders import NOW, days, digest, edition, hours, minutes


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with open_store(tmp_path / "tidings.db") as opened:
        yield opened


def watcher(store: Store) -> Watcher:
    return Watcher(editions=store.editions, store=store.watching)


def told(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage().split(" edition=")[0] for record in caplog.records if "digests" in record.getMessage()]


async def test_a_silence_is_logged_once_after_an_hour_and_its_end_once(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    order = await store.editions.put_edition(edition(at=(time(7),), timezone="UTC", created=NOW - days(9)))
    watching = watcher(store)
    await watching.watch(NOW)
    await watching.watch(NOW + minutes(59))
    assert told(caplog) == []
    for late in (hours(1), hours(2)):
        await watching.watch(NOW + late)
    assert told(caplog) == ["digests stopped"]
    await store.digests.save_digest(digest(), order, due=NOW)
    (operation,) = await store.digests.claim_operations(now=NOW, owner="a", limit=1, lease=minutes(2))
    await store.digests.operation_done(operation.id, Receipt(message_id="1"), now=NOW + hours(2))
    for late in (hours(3), hours(4)):
        await watching.watch(NOW + late)
    assert told(caplog) == ["digests stopped", "digests come again"]


async def test_a_start_after_days_tells_late_by_itself_and_alarms_nobody(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    order = await store.editions.put_edition(edition(at=(time(7),), timezone="UTC", created=NOW - days(9)))
    watching = watcher(store)
    await watching.watch(NOW)
    await store.digests.save_digest(digest(), order, due=NOW)
    (operation,) = await store.digests.claim_operations(now=NOW, owner="a", limit=1, lease=minutes(2))
    await store.digests.operation_done(operation.id, Receipt(message_id="1"), now=NOW)
    await watching.watch(NOW + hours(2))
    assert told(caplog) == []


async def test_a_restart_does_not_tell_of_the_same_silence_again(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    await store.editions.put_edition(edition(at=(time(7),), timezone="UTC", created=NOW - days(9)))
    for _ in range(2):
        watching = watcher(store)
        for late in (hours(0), hours(1)):
            await watching.watch(NOW + late)
    assert told(caplog) == ["digests stopped"]
