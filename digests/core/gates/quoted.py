"""Whether what stands in quotation marks was said so, and by whom: verbatim, in marks there too, the same speaker."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import regex

from digests.core.evidence import bare
from digests.core.gates.reading import Reading
from digests.core.quotations import Quotation, quotations
from digests.core.quote_marks import quoted_spans

_MARKS = regex.compile(r"[\"“”„«»「」『』]")
_SPACE = regex.compile(r"\s+")
_TRIM = " ,.;:!?，。、"
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "–": "-", "—": "-"})


def has_foreign_quote(sentence: Reading, cited: Sequence[Reading], titles: Sequence[str]) -> bool:
    """Tell whether quoted words are not, to the letter, quoted words of a cited sentence or title."""
    spans = quoted_spans(sentence.text).spans
    if _MARKS.search(sentence.text) is None and not spans:
        return False
    if any(not span.is_closed for span in spans):
        return True
    known = [words for text in (*(each.text for each in cited), *titles) for words in _quoted(text)]
    own = [_normal(sentence.text[span.start : span.end]) for span in spans]
    return any(not words or not any(_is_part(words, other) for other in known) for words in own)


def is_misattributed(sentence: Reading, cited: Sequence[Reading]) -> bool:
    """Tell whether a quotation has another speaker than in every cited sentence that holds it."""
    for own in _quotations(sentence):
        words = _normal(sentence.text[own.start : own.end])
        speakers = {
            theirs.speaker
            for each in cited
            for theirs in _quotations(each)
            if _is_part(words, _normal(each.text[theirs.start : theirs.end]))
        }
        if own.speaker and speakers and not any(_is_one(own.speaker, speaker) for speaker in speakers if speaker):
            return True
    return False


@lru_cache(maxsize=1024)
def _quotations(reading: Reading) -> tuple[Quotation, ...]:
    return quotations(reading.text, reading.language) if _MARKS.search(reading.text) else ()


@lru_cache(maxsize=1024)
def _quoted(text: str) -> tuple[str, ...]:
    return tuple(_normal(text[span.start : span.end]) for span in quoted_spans(text).spans)


def _normal(words: str) -> str:
    return _SPACE.sub(" ", words.translate(_APOSTROPHES)).strip(_TRIM)


def _is_part(words: str, other: str) -> bool:
    """Tell whether words are whole words of others; only the first letter's case may differ."""
    at = other.find(words)
    if at < 0 and words[1:] and words[1:] in other:
        at = other.find(words[1:]) - 1
        if other[at : at + 1].casefold() != words[0].casefold():
            return False
    end = at + len(words)
    return at >= 0 and not (other[at - 1 : at].isalpha() and other[at].isascii()) and not (
        other[end : end + 1].isalpha() and words[-1].isascii()
    )


def _is_one(name: str, other: str) -> bool:
    """Tell whether one name may stand for the other: its last word is the other's."""
    return bare(name.split()[-1]) == bare(other.split()[-1]) or bare(name) in bare(other) or bare(other) in bare(name)
