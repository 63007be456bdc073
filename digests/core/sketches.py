"""What an entry is about, as weights that can be compared: its telling words, and what any language would write alike.

No decision is taken here; what likeness is enough stands in core.likeness.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from math import sqrt
from typing import TypeAlias

from digests.core.models import Entry
from digests.core.shared_terms import shared_terms
from digests.core.text import clean_lead, tokens

Idf: TypeAlias = Callable[[str], float]
"""Word (lower case) → how telling it is in its language: about 1 for "the", about 8 for a word never counted."""

IdfOf: TypeAlias = Callable[[str], Idf]
"""Language (ISO 639-1) to the weights of its words, as `digests.ports.WordStats.idf` gives them."""

UNKNOWN_LANGUAGE = "und"

# Chosen on shared/data/clusters together with the thresholds of core.likeness. B³-F1 moves by less than .015 for a
# common weight of 1.5–2.5, a rarest of 5–8, a lead of 400–1200 characters weighing .4–.7, and 24–64 words kept. Pairs
# of words, weighed .3 before, changed nothing and doubled the memory.
_COMMON = 2.0  # a word that makes 1 % of all text or more tells nothing
_RAREST = 6.0  # one never counted is as often a typing error as a name
_TITLE_CHARS = 300  # titles of real feeds end below; what is longer is a text in the wrong place
_LEAD_CHARS = 600
_LEAD = 0.5
_GIST_CHARS = 300  # of the lead; 600 gave the same and took twice the time
# A number is as rare as a word nobody counted, and two reports have the same one by chance: 98 of 666 invented events
# were joined by "315" alone, none with a half. On the labelled files .3 to 1 give the same within .004.
_NUMBER = 0.5
_WORDS, _SHARED_TERMS = 32, 16
# Below this the words say too little to find a story by ("Live updates"); one word nobody counted says 4.
_LEAST_EVIDENCE = 3.0
# A single name that two languages share is no evidence of one event, two are.
_LEAST_SHARED = 2.0
_WORD_KEYS, _SHARED_KEYS = 12, 8
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """What is known of languages; the ports `WordStats` and `NamesAcross` give it.

    `countries` gives the ISO 3166 codes of the countries that a text names: of the text, its tokens and its language.
    `romanised` writes a name in Latin letters.
    """

    idf_of: IdfOf
    countries: Callable[[str, Sequence[str], str | None], Iterable[str]]
    romanised: Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """The weights of an entry's words and of its shared terms (`core.shared_terms`), each a vector of length 1.

    `keys` are the terms it is found by; empty where it says too little to be found or to find anything.
    """

    language: str
    words: dict[str, float]
    shared: dict[str, float]
    keys: dict[str, None]  # in order, unlike a set


def sketch(entry: Entry, lexicon: Lexicon) -> Sketch:
    """Give the sketch of an entry's title and the begin of its text, without dateline and boilerplate."""
    title, lead = entry.title[:_TITLE_CHARS], lead_of(entry)
    idf = lexicon.idf_of(entry.language or UNKNOWN_LANGUAGE)
    title_words, lead_words = tokens(title, entry.language), tokens(lead, entry.language)
    words: dict[str, float] = {}
    for found, share in ((title_words, 1.0), (lead_words, _LEAD)):
        for word in found:
            weight = (min(_RAREST, idf(word)) - _COMMON) * share * (_NUMBER if _DIGIT.search(word) else 1.0)
            if weight > 0 and weight > words.get(word, 0.0):
                words[word] = weight
    text = f"{title}\n{lead}"
    countries = lexicon.countries(text, [*title_words, *lead_words], entry.language)
    shared = shared_terms(text, countries, language=entry.language, idf=idf, romanised=lexicon.romanised)
    telling = _length(words)
    unit_words = _unit(_heaviest(words, _WORDS))
    unit_shared = _unit(_heaviest(shared, _SHARED_TERMS)) if _length(shared) >= _LEAST_SHARED else {}
    keys = (*_heaviest(unit_words, _WORD_KEYS), *_heaviest(unit_shared, _SHARED_KEYS))
    return Sketch(
        language=entry.language or "",
        words=unit_words,
        shared=unit_shared,
        keys=dict.fromkeys(keys if telling >= _LEAST_EVIDENCE else ()),
    )


def lead_of(entry: Entry) -> str:
    """Give the begin of an entry's text that is compared."""
    return clean_lead(entry.text)[:_LEAD_CHARS]


def gist(entry: Entry) -> str:
    """Give what an entry says in short: what an `Embedder` reads."""
    lead = lead_of(entry)[:_GIST_CHARS]
    return f"{entry.title[:_TITLE_CHARS]}. {lead}" if lead else entry.title[:_TITLE_CHARS]


def _heaviest(terms: Mapping[str, float], count: int) -> Mapping[str, float]:
    """Give the heaviest terms, of those level the last in the alphabet."""
    if len(terms) <= count:
        return terms
    return {term: terms[term] for term in nlargest(count, terms, key=lambda term: (terms[term], term))}


def _length(terms: Mapping[str, float]) -> float:
    return sqrt(sum(weight * weight for weight in terms.values()))


def _unit(terms: Mapping[str, float]) -> dict[str, float]:
    length = _length(terms)
    return {term: weight / length for term, weight in terms.items()} if length else {}
