"""Bodies: every encoding whole, every bomb stopped, every stream that ends early noticed. Counted, not timed."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.sources.bodies import STEP, Spoiled, read_body
from tests.hostile_server import packed

CODINGS = ["gzip", "deflate", "raw-deflate", "br"]
MIB = 2**20


class Pieces:
    """A body on its way; `taken` counts the bytes that were asked for."""

    def __init__(self, data: bytes, size: int = 2**16, *, repeats: int = 1) -> None:
        self._data, self._size, self._repeats = data, size, repeats
        self.taken = 0

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for _ in range(self._repeats):
            for at in range(0, len(self._data), self._size):
                piece = self._data[at : at + self._size]
                self.taken += len(piece)
                yield piece


async def read(pieces: Pieces, coding: str, limit: int = MIB) -> bytes | Spoiled:
    return await read_body(aiter(pieces), encoding=coding.removeprefix("raw-"), limit=limit)


@pytest.mark.parametrize("coding", CODINGS)
@given(body=st.binary(min_size=1, max_size=3000), size=st.integers(1, 700))
async def test_a_body_comes_out_as_it_went_in_however_it_is_cut(coding: str, body: bytes, size: int) -> None:
    assert await read(Pieces(packed(body, coding), size), coding) == body


@pytest.mark.parametrize("coding", CODINGS)
@pytest.mark.parametrize("size", [STEP - 1, STEP, STEP + 1, 3 * STEP])
async def test_a_body_of_several_steps_is_whole(coding: str, size: int) -> None:
    body = bytes(range(256)) * (size // 256 + 1)

    assert await read(Pieces(packed(body, coding)), coding, limit=len(body)) == body


@pytest.mark.parametrize("coding", CODINGS)
async def test_a_bomb_is_stopped_at_the_cap(coding: str) -> None:
    assert await read(Pieces(packed(bytes(32 * MIB), coding)), coding) is Spoiled.TOO_LARGE


@pytest.mark.parametrize("coding", CODINGS)
async def test_a_compressed_body_that_ends_early_is_no_body(coding: str) -> None:
    whole = packed(bytes(range(256)) * 40, coding)

    assert await read(Pieces(whole[:-9]), coding) is Spoiled.GARBLED


@pytest.mark.parametrize("coding", [*CODINGS, "zstd", "gzip, br"])
async def test_a_body_that_is_not_what_it_claims_is_garbled(coding: str) -> None:
    assert await read(Pieces(b"<rss>plain text</rss>"), coding) is Spoiled.GARBLED


@pytest.mark.parametrize("coding", ["", "identity", " Identity "])
async def test_a_plain_body_is_taken_up_to_the_cap_and_no_piece_further(coding: str) -> None:
    exact, endless = Pieces(b"x" * MIB), Pieces(b"x" * MIB, repeats=1000)

    assert await read(exact, coding) == b"x" * MIB
    assert await read(endless, coding) is Spoiled.TOO_LARGE
    assert endless.taken <= MIB + 2**16


async def test_a_stream_that_decodes_to_nothing_for_ever_is_stopped_by_what_was_received() -> None:
    endless = Pieces(packed(b"", "gzip"), repeats=10**6)

    assert await read(endless, "gzip") is Spoiled.TOO_LARGE
    assert endless.taken <= MIB + 64


async def test_members_of_gzip_are_joined_and_padding_after_them_is_passed_over() -> None:
    data = packed(b"one ", "gzip") + packed(b"two", "gzip") + bytes(100)

    assert await read(Pieces(data), "x-gzip") == b"one two"


async def test_an_empty_body_is_empty_in_any_encoding() -> None:
    assert await read(Pieces(b""), "gzip") == b""
