"""How much of a sentence stands in another, and whether anything in it stands in none: what no gate knows by form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import regex

from digests.core.gates.function_words import UNSPACED_LANGUAGES
from digests.core.gates.reading import HEAD, Reading, Word
from digests.core.gates.same_words import SAME_WORDS

LEAST_SHARE = 0.4
"""Of the words that carry facts, so many stand in the cited texts in every faithful paraphrase of the shaping half."""
LONGEST_RUN = 3
"""Words in a row that nothing cited has: "signed an executive order" is a fact of its own."""
_STOP = regex.compile(r"[.;!?](?=\s)|[。！？]")
_UNSPACED_SHARE, _UNSPACED_RUN = 0.3, 8  # pairs of characters; endings change more of them


def overlap(one: Reading, other: Reading) -> float:
    """Give the share of a text's content that another has."""
    content = {word.stem for word in one.content}
    return len(content & other.stems) / len(content) if content else 0.0


def is_unsupported(sentence: Reading, cited: Sequence[Reading]) -> bool:
    """Tell whether too little of a sentence stands in what it cites, or too many words in a row do not."""
    stems = frozenset().union(*(each.stems for each in cited))
    heads = frozenset().union(*(each.heads for each in cited))
    is_spaced = sentence.language not in UNSPACED_LANGUAGES
    share, run = (LEAST_SHARE, LONGEST_RUN) if is_spaced else (_UNSPACED_SHARE, _UNSPACED_RUN)
    for part in _parts(sentence):
        found = [is_there(word, stems, heads) for word in part]
        longest = max((len(list(group)) for there, group in groupby(found) if not there), default=0)
        is_foreign = len(found) > run and sum(found) < share * len(found)
        if is_foreign or longest >= run or not any(found):
            return True
    return False


def _parts(sentence: Reading) -> Iterator[Sequence[Word]]:
    """Yield the content of each sentence, or half of one, that a text is made of."""
    begin = 0
    for end in (*(stop.end() for stop in _STOP.finditer(sentence.text)), len(sentence.text)):
        if part := [word for word in sentence.content if begin <= word.start < end]:
            yield part
        begin = end


def is_there(word: Word, stems: frozenset[str], heads: frozenset[str]) -> bool:
    """Tell whether a text of these stems and heads of words has a word, in any of its forms."""
    return (
        word.stem in stems
        or (len(word.plain) >= HEAD and word.plain[:HEAD] in heads)
        or not stems.isdisjoint(SAME_WORDS.get(word.stem, ()))
    )
