"""The body of an answer: read in pieces, decompressed in steps, never past its cap. Knows no HTTP but the encodings.

aiohttp's own decompression is not used: it gives a gzip or brotli stream that was cut short as if it were whole
(measured with 3.14), and then half a feed would be compared with the whole one; nor does it count compressed bytes.
"""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import AsyncIterator
from enum import StrEnum
from typing import Final, Protocol

import brotli

OFFERED: Final = "gzip, deflate, br"
# Bytes decoded before the loop gets its turn (brotli gives up to twice as many): 0.4 ms of gzip, 6 ms of brotli zeros
# at most (measured); aiohttp's own step.
STEP: Final = 2**18


class Spoiled(StrEnum):
    """Why there is no body."""

    TOO_LARGE = "too-large"
    GARBLED = "garbled"  # not in the encoding it claims, or its stream ends early


class _Decoder(Protocol):
    """One compressed stream."""

    def step(self, data: bytes) -> tuple[bytes, bytes | None]:
        """Give about STEP decoded bytes at most, and what the next step needs; None when `data` is used up."""
        ...

    @property
    def is_finished(self) -> bool:
        """Tell whether the stream came to its own end."""
        ...


async def read_body(pieces: AsyncIterator[bytes], *, encoding: str, limit: int) -> bytes | Spoiled:
    """Give the decoded body; `limit` caps the bytes received and the bytes decoded alike.

    `encoding` is the Content-Encoding, "" for none. Errors of `pieces` pass. At most `limit` + STEP bytes are held.
    """
    coding = encoding.strip().lower()
    if coding in {"", "identity"}:
        return await _read_plain(pieces, limit)
    received, body, decoder = 0, bytearray(), None
    async for piece in pieces:
        received += len(piece)
        if received > limit:
            return Spoiled.TOO_LARGE
        decoder = decoder or _decoder(coding, piece)
        if decoder is None or not await _decode(decoder, piece, body, limit):
            return Spoiled.GARBLED
        if len(body) > limit:
            return Spoiled.TOO_LARGE
    return bytes(body) if decoder is None or decoder.is_finished else Spoiled.GARBLED


async def _read_plain(pieces: AsyncIterator[bytes], limit: int) -> bytes | Spoiled:
    body = bytearray()
    async for piece in pieces:
        body += piece
        if len(body) > limit:
            return Spoiled.TOO_LARGE
    return bytes(body)


async def _decode(decoder: _Decoder, piece: bytes, body: bytearray, limit: int) -> bool:
    """Append what `piece` decodes to, stopping soon after `limit`; give False where it is no such stream."""
    rest: bytes | None = piece
    while rest is not None and len(body) <= limit:
        try:
            decoded, rest = decoder.step(rest)
        except (zlib.error, brotli.error):
            return False
        body += decoded
        if rest is not None:
            await asyncio.sleep(0)
    return True


def _decoder(coding: str, start: bytes) -> _Decoder | None:
    match coding:
        case "gzip" | "x-gzip":  # RFC 9110 §8.4.1.3
            return _Inflate(zlib.MAX_WBITS | 16)
        case "deflate":
            # It means zlib (RFC 9110 §8.4.1.2), but some servers send raw deflate; RFC 1950 §2.2: a zlib stream's
            # first byte ends in 8.
            return _Inflate(zlib.MAX_WBITS if start[0] & 0x0F == zlib.DEFLATED else -zlib.MAX_WBITS)
        case "br":
            return _Brotli()
        case _:
            return None


class _Inflate:
    """gzip of any number of members, zlib, raw deflate; what follows the end is padding and is passed over."""

    def __init__(self, window_bits: int) -> None:
        self._window_bits = window_bits
        self._stream = zlib.decompressobj(window_bits)

    @property
    def is_finished(self) -> bool:
        return self._stream.eof

    def step(self, data: bytes) -> tuple[bytes, bytes | None]:
        if self._stream.eof:
            if not (self._window_bits > zlib.MAX_WBITS and data.startswith(b"\x1f\x8b")):
                return b"", None
            self._stream = zlib.decompressobj(self._window_bits)
        decoded = self._stream.decompress(data, STEP)
        if self._stream.eof:
            return decoded, self._stream.unused_data or None
        # A full step may leave bytes inside the stream although its input is used up.
        return decoded, self._stream.unconsumed_tail if len(decoded) == STEP else None


class _Brotli:
    """One brotli stream; the library keeps the input it has not come to."""

    def __init__(self) -> None:
        self._stream = brotli.Decompressor()

    @property
    def is_finished(self) -> bool:
        return bool(self._stream.is_finished())

    def step(self, data: bytes) -> tuple[bytes, bytes | None]:
        decoded = bytes(self._stream.process(data, output_buffer_limit=STEP))
        # A full step may leave bytes inside the stream although it would take more input.
        is_drained = len(decoded) < STEP and self._stream.can_accept_more_data()
        return decoded, None if self.is_finished or is_drained else b""
