"""What holds for every test: nothing of ours blocks the event loop."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from blockbuster import blockbuster_ctx
from hypothesis import HealthCheck, settings


def pytest_configure() -> None:
    """Have commands speak English, whatever this machine speaks, and laws hold however busy it is."""
    os.environ["LC_ALL"] = "C.UTF-8"
    settings.register_profile("tidings", deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.load_profile("tidings")


@pytest.hookimpl(tryfirst=True)  # before those are chosen that have a mark
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what starts whole programs or a browser: `make test` leaves it to `make test-programs`."""
    for item in items:
        if not {"browser", "integration"}.isdisjoint(item.path.parts):
            item.add_marker(pytest.mark.programs)


@pytest.fixture(autouse=True)
def _no_blocking_call_on_the_loop() -> Iterator[None]:
    """Make a blocking call (file, socket, SQLite, sleep) from a coroutine of ours an error."""
    with blockbuster_ctx(["bot", "digests", "storage", "config"]):
        yield
