"""Why entries are one story, or not: what each has in common with the others, and what would be enough."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nlargest

import regex

from digests.core.bundles import SHARED, Bundle
from digests.core.likeness import enough, likeness, parted
from digests.core.models import Entry, EntryId
from digests.core.shared_terms import sounds_of
from digests.core.sketches import Lexicon, lead_of, sketch
from digests.core.text import tokens

_TERMS = 8  # as many words as a reader takes in
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """How one entry is tied to others: how alike, from 0 to 1, what is `needed`, by which words, what parts them.

    Words are those of the entry as it prints them, the heaviest first.
    """

    entry_id: EntryId
    likeness: float
    needed: float
    in_common: tuple[str, ...]
    parted: str | None


def tie(entry: Entry, others: Sequence[Entry], lexicon: Lexicon) -> Tie:
    """Give the tie of an entry to the others taken together.

    As by words alone, and before terms are weighed by how rare they are these days: what holds tells, roughly, why.

    Raises:
        ValueError: there are no others.
    """
    if not others:
        raise ValueError("an entry is tied to others")
    one = Bundle(entry, sketch(entry, lexicon))
    rest, *more = (Bundle(other, sketch(other, lexicon)) for other in others)
    for bundle in more:
        rest.absorb(bundle)
    return Tie(
        entry_id=entry.id,
        likeness=likeness(one, rest),
        needed=enough(one, rest),
        in_common=_as_printed(entry, _in_common(one, rest), lexicon),
        parted=parted(one, rest),
    )


def _as_printed(entry: Entry, terms: Sequence[str], lexicon: Lexicon) -> tuple[str, ...]:
    """Give the word, number or country code that stands for each term in an entry, each once."""
    printed: dict[str, str] = {}
    for word in _WORD.findall(f"{entry.title} {lead_of(entry)}"):
        for term in (*tokens(word, entry.language), f"~{sounds_of(lexicon.romanised(word))}"):
            printed.setdefault(term, word)
    words = (printed.get(term, term.lstrip("~#=@")) for term in terms)
    return tuple(dict.fromkeys(word for word in words if word))


def _in_common(one: Bundle, rest: Bundle) -> tuple[str, ...]:
    gain: Counter[str] = Counter()
    for words, shared in one.parts.values():
        for other_words, other_shared in rest.parts.values():
            gain.update({word: (1 - SHARED) * words[word] * other_words[word] for word in words.keys() & other_words})
            gain.update({term: SHARED * shared[term] * other_shared[term] for term in shared.keys() & other_shared})
    return tuple(nlargest(_TERMS, gain, key=lambda term: (gain[term], term)))
