"""Whether a sentence keeps how its evidence means it: denied, alleged, possible, planned; and which of two opposites."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import regex

from digests.core.gates.function_words import UNSPACED_LANGUAGES
from digests.core.gates.likeness import overlap
from digests.core.gates.mark_words import Mark
from digests.core.gates.opposite_words import OPPOSITES
from digests.core.gates.reading import Reading
from digests.core.gates.speakers import said

_SAME = 0.8  # as in core.gates.speakers
_FEWEST = 2  # words of what is claimed that make it the same claim
_SAYS_NO = (Mark.NEGATION, Mark.NEGATIVE)


def turns_polarity(sentence: Reading, cited: Sequence[Reading]) -> bool:
    """Tell whether a sentence denies what its evidence says, or says what it denies."""
    return (
        _loses(sentence, cited, Mark.NEGATION, also=_SAYS_NO)
        or _adds(sentence, cited, Mark.NEGATION, also=_SAYS_NO)
        or _turns_opposite(sentence, cited)
    )


def turns_modality(sentence: Reading, cited: Sequence[Reading]) -> bool:
    """Tell whether what is alleged, possible or planned becomes more in a sentence, or what is certain less."""
    return (
        _loses(sentence, cited, Mark.POSSIBLE)
        or _loses(sentence, cited, Mark.PLANNED)
        or _adds(sentence, cited, Mark.POSSIBLE)
        or _adds(sentence, cited, Mark.CLAIMED)
        or _loses_claim(sentence, cited)
    )


def _loses(sentence: Reading, cited: Sequence[Reading], kind: Mark, also: Sequence[Mark] = ()) -> bool:
    """Tell whether a word that stands under a mark in all the evidence stands without it in the sentence."""
    about = {mark.about for each in cited for mark in each.of(kind) if mark.about}
    if not about:
        return False
    free = frozenset().union(*(each.unmarked(kind) for each in cited))
    own = {word.stem for word in sentence.content}
    for other in also or (kind,):
        own &= sentence.unmarked(other)
    return bool(about & own - free)


def _adds(sentence: Reading, cited: Sequence[Reading], kind: Mark, also: Sequence[Mark] = ()) -> bool:
    """Tell whether a sentence puts a mark where no evidence has one."""
    for mark in sentence.of(kind):
        theirs = [each for each in cited if any(each.of(other) for other in also or (kind,))]
        if not theirs:
            return True
        if not mark.about:
            continue
        bare = any(mark.about in each.stems for each in cited)
        marked = any(mark.about not in each.unmarked(other) for each in theirs for other in also or (kind,) if each.of(other))
        if bare and not marked:
            return True
    return False


def _loses_claim(sentence: Reading, cited: Sequence[Reading]) -> bool:
    claims = [each for each in cited if each.of(Mark.CLAIMED)]
    if not claims or sentence.of(Mark.CLAIMED) or _is_according(sentence):
        return False
    own = {word.stem for word in sentence.content}
    free = max((overlap(sentence, each) for each in cited if each not in claims), default=0.0)
    for each in claims:
        for mark in each.of(Mark.CLAIMED):
            following = [word.stem for word in each.content if word.start >= mark.end]
            claimed = {*following, mark.about}
            if len(own & claimed) >= min(_FEWEST, len(claimed)) and free < _SAME * overlap(sentence, each):
                return True
    return False


def _is_according(sentence: Reading) -> bool:
    from digests.core.sayings import SAYINGS

    saying = SAYINGS.get(sentence.language)
    if saying is None:
        return bool(said(sentence))
    return saying.according.search(sentence.text) is not None or " zufolge" in sentence.text


def _turns_opposite(sentence: Reading, cited: Sequence[Reading]) -> bool:
    own = _sides(sentence)
    if not own:
        return False
    theirs = frozenset().union(*(_sides(each) for each in cited))
    return any((pair, side) not in theirs and (pair, not side) in theirs for pair, side in own)


@lru_cache(maxsize=2048)
def _sides(reading: Reading) -> frozenset[tuple[int, bool]]:
    """Give which side of which pair of opposites a text has; a denied word stands for the other side."""
    found = set()
    for pair, forms in enumerate(_pairs(reading.language)):
        for side, form in enumerate(forms):
            for match in form.finditer(reading.text):
                denied = any(reading.is_near(kind, *match.span()) for kind in (Mark.NEGATION,))
                found.add((pair, bool(side) is not denied))
    return frozenset(found)


@lru_cache(maxsize=16)
def _pairs(language: str) -> tuple[tuple[regex.Pattern[str], regex.Pattern[str]], ...]:
    is_spaced = language not in UNSPACED_LANGUAGES
    return tuple(
        tuple(_form(side, is_spaced=is_spaced) for side in pair.split("/"))  # type: ignore[misc]
        for pair in OPPOSITES.get(language, ())
    )


def _form(words: str, *, is_spaced: bool) -> regex.Pattern[str]:
    if not is_spaced:
        return regex.compile("|".join(map(regex.escape, words.split())))
    heads = "|".join(
        word.removesuffix("$").replace("_", " ") + (r"(?!\p{L})" if word.endswith("$") else "") for word in words.split()
    )
    return regex.compile(rf"(?<![\p{{L}}\p{{M}}])(?:{heads})", regex.IGNORECASE)
