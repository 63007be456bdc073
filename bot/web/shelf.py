"""Pages as they were drawn, kept by what they show. None is ever stale: other contents are another page.

Bounded by bytes; the page longest not asked for goes first. Draws nothing.
"""

from __future__ import annotations

import zlib
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

MOST_BYTES = 16 * 1024 * 1024
"""Some five hundred digests' pages with what they are packed to."""

WORTH_PACKING = 1_000
"""Bytes below which a page fits one packet of a network anyway (an Ethernet frame carries 1,500)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A page, ready to be sent. `etag` names the text, packed or not. `changed`: None where nobody knows."""

    body: bytes
    packed: bytes | None
    etag: str
    content_type: str
    is_public: bool
    changed: datetime | None = None

    @property
    def size(self) -> int:
        """The bytes it takes."""
        return len(self.body) + len(self.packed or b"")


def drawn(text: str, *, content_type: str, is_public: bool, changed: datetime | None) -> Drawn:
    """Give a page from its text. Packing takes milliseconds: call it off the event loop."""
    body = text.encode("utf-8", "replace")
    packer = zlib.compressobj(wbits=31)  # 31: gzip's frame, with no time in it
    packed = packer.compress(body) + packer.flush() if len(body) > WORTH_PACKING else None
    return Drawn(
        body=body,
        packed=packed,
        etag=blake2b(body, digest_size=12).hexdigest(),
        content_type=content_type,
        is_public=is_public,
        changed=changed,
    )


class Shelf:
    """The pages kept."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most = most_bytes
        self._held: OrderedDict[Hashable, Drawn] = OrderedDict()
        self._bytes = 0

    def get(self, key: Hashable) -> Drawn | None:
        """Give a page that is kept."""
        page = self._held.get(key)
        if page is not None:
            self._held.move_to_end(key)
        return page

    def put(self, key: Hashable, page: Drawn) -> None:
        """Keep a page, and let go of others where there is no room; one larger than all the room is not kept."""
        if key in self._held or page.size > self._most:
            return
        self._held[key] = page
        self._bytes += page.size
        while self._bytes > self._most:
            _, gone = self._held.popitem(last=False)
            self._bytes -= gone.size
