"""Whether a sentence claims a cause, a superlative or a comparison that no evidence claims."""

from __future__ import annotations

from collections.abc import Sequence

from digests.core.gates.mark_words import Mark
from digests.core.gates.reading import Reading


def claims_more(sentence: Reading, cited: Sequence[Reading], kind: Mark) -> bool:
    """Tell whether a sentence has such a mark and nothing cited has one."""
    return bool(sentence.of(kind)) and not any(each.of(kind) for each in cited)
