"""How much of a sentence stands in another, and whether anything in it stands in none: what no gate knows by form."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from digests.core.gates.function_words import UNSPACED_LANGUAGES
from digests.core.gates.reading import Reading, Word

LEAST_SHARE = 0.4
"""Of the words that carry facts, so many stand in the cited texts in every faithful paraphrase of the shaping half."""
LONGEST_RUN = 3
"""Words in a row that nothing cited has: "signed an executive order" is a fact of its own."""
_HEAD = 5  # letters: rescuers and rescue, explosion and exploded
_UNSPACED_SHARE, _UNSPACED_RUN = 0.3, 8  # pairs of characters; endings change more of them


def overlap(one: Reading, other: Reading) -> float:
    """Give the share of a text's content that another has."""
    content = {word.stem for word in one.content}
    return len(content & other.stems) / len(content) if content else 0.0


def is_unsupported(sentence: Reading, cited: Sequence[Reading]) -> bool:
    """Tell whether too little of a sentence stands in what it cites, or too many words in a row do not."""
    stems = frozenset().union(*(each.stems for each in cited))
    heads = frozenset().union(*(_heads(each) for each in cited))
    found = [_is_there(word, stems, heads) for word in sentence.content]
    is_spaced = sentence.language not in UNSPACED_LANGUAGES
    share, run = (LEAST_SHARE, LONGEST_RUN) if is_spaced else (_UNSPACED_SHARE, _UNSPACED_RUN)
    longest = max((len(list(group)) for there, group in groupby(found) if not there), default=0)
    return bool(found) and (sum(found) < share * len(found) or longest >= run)


def _is_there(word: Word, stems: frozenset[str], heads: frozenset[str]) -> bool:
    return word.stem in stems or (len(word.plain) >= _HEAD and word.plain[:_HEAD] in heads)


@lru_cache(maxsize=2048)
def _heads(reading: Reading) -> frozenset[str]:
    return frozenset(word.plain[:_HEAD] for word in reading.words if len(word.plain) >= _HEAD)
