"""Publishers of the headless bot: a part is shown once, whatever happens between showing and recording."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.publishers.files import FilePublisher
from bot.publishers.terminal import TerminalPublisher
from digests.core.digest import Operation, OperationId, OperationKind
from digests.core.editions import Destination, EditionId
from digests.core.errors import DeliveryError
from tests.builders import card, digest


def operation(platform: str, address: str = "") -> Operation:
    return Operation(
        id=OperationId(1),
        digest_id="d1",
        edition_id=EditionId(1),
        kind=OperationKind.SEND,
        destination=Destination(platform=platform, address=address),
        part=1,
        nonce="nonce-1",
        due=datetime(2031, 3, 4, 8, tzinfo=UTC),
    )


async def test_a_corrected_title_is_not_printed_again(tmp_path: Path) -> None:
    out = io.StringIO()
    publisher = TerminalPublisher(out, tmp_path / "printed")
    edit = replace(operation("terminal"), kind=OperationKind.EDIT, nonce="nonce-2")
    await publisher.publish(operation("terminal"), digest(card(1)))
    printed = out.getvalue()
    await publisher.publish(edit, digest(card(1)))
    assert out.getvalue() == printed


async def test_a_digest_printed_by_a_process_that_died_is_not_printed_again(tmp_path: Path) -> None:
    journal = tmp_path / "printed"
    first, second = io.StringIO(), io.StringIO()
    receipt = await TerminalPublisher(first, journal).publish(operation("terminal"), digest(card(1)))
    again = await TerminalPublisher(second, journal).publish(operation("terminal"), digest(card(1)))
    assert card(1).title in first.getvalue()
    assert second.getvalue() == ""
    assert receipt == again


async def test_a_reader_that_went_away_is_a_failed_delivery(tmp_path: Path) -> None:
    class Gone(io.StringIO):
        def write(self, _text: str) -> int:
            raise BrokenPipeError

    with pytest.raises(DeliveryError):
        await TerminalPublisher(Gone(), tmp_path / "printed").publish(operation("terminal"), digest(card(1)))
    out = io.StringIO()
    await TerminalPublisher(out, tmp_path / "printed").publish(operation("terminal"), digest(card(1)))
    assert out.getvalue()


async def test_files_are_whole_and_written_twice_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "digests"
    for _ in range(2):
        await FilePublisher().publish(operation("file", str(folder)), digest(card(1)))
    assert sorted(path.suffix for path in folder.iterdir()) == [".json", ".md"]
    (page,) = folder.glob("*.json")
    assert json.loads(page.read_text())["sections"][0]["stories"][0]["title"] == card(1).title


async def test_a_folder_that_cannot_be_made_is_a_failed_delivery(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(DeliveryError, match="taken"):
        await FilePublisher().publish(operation("file", str(tmp_path / "taken")), digest(card(1)))
