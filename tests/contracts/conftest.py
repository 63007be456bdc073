"""The engines that must pass the contract suite. A new one is one more line here."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage import Store, open_store


@pytest.fixture(params=["sqlite-file", "sqlite-memory"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    path = tmp_path / "tidings.db" if request.param == "sqlite-file" else ":memory:"
    async with open_store(path) as opened:
        yield opened
