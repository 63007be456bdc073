"""Whether a sentence means it as its evidence does: denied, alleged, possible, planned, and which of two opposites."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import regex

from digests.core.gates.likeness import overlap
from digests.core.gates.mark_words import Mark
from digests.core.gates.opposite_words import OPPOSITES
from digests.core.gates.reading import Reading, Word

_SAME = 0.8  # as in core.gates.speakers
_FEWEST = 2  # words of what is claimed that make it the same claim
_WILL = regex.compile(r"\b(?:will|is to|are to)\s(?:\p{L}+ly\s)?$", regex.IGNORECASE)
_PAST = regex.compile(r"\b(?:has|have|had|did|was|were|been|being|is|are)\s(?:\p{L}+ly\s)?$", regex.IGNORECASE)
_CLOSE = 25  # characters: an article and a noun
_VOUCHED_BY_NOBODY = (Mark.REPORTED, Mark.CLAIMED, Mark.POSSIBLE)
_SAYS_NO = (Mark.NEGATION, Mark.NEGATIVE)


def turns_polarity(sentence: Reading, cited: Sequence[Reading]) -> bool:
    """Tell whether a sentence denies what its evidence says, or says what it denies."""
    return (
        _loses(sentence, cited, Mark.NEGATION, also=_SAYS_NO)
        or _adds(sentence, cited, Mark.NEGATION, also=_SAYS_NO)
        or _turns_opposite(sentence, cited)
        or _doubles(sentence) > sum(_doubles(each) for each in cited)
    )


def turns_modality(sentence: Reading, cited: Sequence[Reading]) -> bool:
    """Tell whether what is alleged, possible or planned becomes more in a sentence, or what is certain less."""
    return (
        _loses(sentence, cited, Mark.POSSIBLE)
        or _loses(sentence, cited, Mark.PLANNED)
        or _adds(sentence, cited, Mark.POSSIBLE)
        or _adds(sentence, cited, Mark.CLAIMED)
        or (sentence.language != "de" and _adds(sentence, cited, Mark.REPORTED, also=_VOUCHED_BY_NOBODY))
        or _loses_claim(sentence, cited)
    )


def _loses(sentence: Reading, cited: Sequence[Reading], kind: Mark, also: Sequence[Mark] = ()) -> bool:
    """Tell whether a word that stands under a mark in all the evidence stands without it in the sentence.

    A mark of the sentence on a word that no evidence marks says it otherwise: "no raised levels" were "not measured".
    """
    kinds = also or (kind,)
    about = {mark.about for each in cited for mark in each.of(kind) if mark.about}
    known = {mark.about for each in cited for other in kinds for mark in each.of(other)}
    if not about or any(mark.about not in known for mark in sentence.of(kind)):
        return False
    free = frozenset().union(*(each.unmarked(kind) for each in cited))
    own = {word.stem for word in sentence.content} - sentence.marked(kind)
    for other in also:
        theirs = {each.text[mark.start : mark.end].casefold() for each in cited for mark in each.of(other)}
        new = {
            mark.about for mark in sentence.of(other) if sentence.text[mark.start : mark.end].casefold() not in theirs
        }
        own -= sentence.beside(other) if new else frozenset()
    lost = about & own - free
    return any(kind is not Mark.PLANNED or not _is_present(stem, sentence, cited) for stem in lost)


def _is_present(stem: str, sentence: Reading, cited: Sequence[Reading]) -> bool:
    """Tell whether an English sentence has in the present tense what its evidence says will be: it says the same."""
    bases = {word.plain for each in cited for word in each.content if word.stem == stem and _follows(_WILL, each, word)}
    present = {form for base in bases for form in (base, f"{base}s", f"{base}es")}
    return any(
        word.stem == stem and word.plain in present and not _follows(_PAST, sentence, word) for word in sentence.content
    )


def _follows(form: regex.Pattern[str], reading: Reading, word: Word) -> bool:
    return form.search(reading.text, max(0, word.start - _CLOSE), word.start) is not None


def _adds(sentence: Reading, cited: Sequence[Reading], kind: Mark, also: Sequence[Mark] = ()) -> bool:
    """Tell whether a sentence puts a mark where no evidence has one, or more of them than all the evidence."""
    if len(sentence.of(kind)) > sum(len(each.of(other)) for each in cited for other in also or (kind,)):
        return True
    for mark in sentence.of(kind):
        if not mark.about or kind is Mark.CLAIMED:
            continue
        bare = any(mark.about in each.stems for each in cited)
        marked = any(
            mark.about in (each.beside(other) if other is Mark.NEGATIVE else each.marked(other))
            for each in cited
            for other in also or (kind,)
        )
        if bare and not marked and not _is_rephrased(sentence, cited, kind):
            return True
    return False


def _is_rephrased(sentence: Reading, cited: Sequence[Reading], kind: Mark) -> bool:
    """Tell whether the evidence most like the sentence has such a mark on a word the sentence does without."""
    nearest = max(overlap(sentence, each) for each in cited)
    return any(
        mark.about and mark.about not in sentence.stems
        for each in cited
        if overlap(sentence, each) == nearest
        for mark in each.of(kind)
    )


def _loses_claim(sentence: Reading, cited: Sequence[Reading]) -> bool:
    claims = [each for each in cited if each.of(Mark.CLAIMED)]
    if not claims or sentence.of(Mark.CLAIMED):
        return False
    own = {word.stem for word in sentence.content}
    free = max((overlap(sentence, each) for each in cited if each not in claims), default=0.0)
    for each in claims:
        for mark in each.of(Mark.CLAIMED):
            claimed = {mark.about, *(word.stem for word in each.content if word.start >= mark.end)}
            if len(own & claimed) >= min(_FEWEST, len(claimed)) and free < _SAME * overlap(sentence, each):
                return True
    return False


def _doubles(reading: Reading) -> int:
    """Count the negations of what says no itself: "not unknown"."""
    return sum(
        0 < negative.start - mark.end <= _CLOSE
        for mark in reading.of(Mark.NEGATION)
        for negative in reading.of(Mark.NEGATIVE)
    )


def _turns_opposite(sentence: Reading, cited: Sequence[Reading]) -> bool:
    own = _sides(sentence)
    if not own:
        return False
    theirs = frozenset().union(*(_sides(each) for each in cited))
    return any((pair, side, denied) not in theirs and (pair, not side, denied) in theirs for pair, side, denied in own)


@lru_cache(maxsize=2048)
def _sides(reading: Reading) -> frozenset[tuple[int, bool, bool]]:
    """Give which side of which pair of opposites a text has, and whether it denies it."""
    text, found = reading.text.casefold(), set()
    if len(text) != len(reading.text):  # a letter that folds to two moves every place behind it
        text = reading.text.lower()
    for word in reading.words:
        for head in _heads(reading.language).get(text[word.start : word.start + 1], ()):
            end = word.start + len(head.form)
            if text.startswith(head.form, word.start) and not (head.is_whole and text[end : end + 1].isalpha()):
                found.add((head.pair, head.side, reading.is_near(Mark.NEGATION, word.start, max(end, word.end))))
    return frozenset(found)


class _Head(NamedTuple):
    form: str
    is_whole: bool
    pair: int
    side: bool


@lru_cache(maxsize=16)
def _heads(language: str) -> Mapping[str, tuple[_Head, ...]]:
    """Give the forms of a language by their first letter."""
    found: dict[str, list[_Head]] = {}
    for pair, sides in enumerate(OPPOSITES.get(language, ())):
        for side, forms in enumerate(sides.split("/")):
            for form in forms.split():
                head = _Head(form.removesuffix("$").replace("_", " "), form.endswith("$"), pair, bool(side))
                found.setdefault(form[0], []).append(head)
    return {letter: tuple(heads) for letter, heads in found.items()}
