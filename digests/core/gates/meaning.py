"""Whether a sentence means it as its evidence does: denied, alleged, possible, planned, and which of two opposites."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import regex

from digests.core.gates.copy_words import EXCHANGED, FIRMER
from digests.core.gates.edits import exchanges, marks_within
from digests.core.gates.function_words import UNSPACED_LANGUAGES
from digests.core.gates.likeness import overlap
from digests.core.gates.mark_words import Mark
from digests.core.gates.opposite_words import OPPOSITES
from digests.core.gates.reading import Marked, Reading, Word

_SAME = 0.8  # as in core.gates.speakers
_FEWEST = 2  # words of what is claimed that make it the same claim
_WILL = regex.compile(r"\b(?:will|is to|are to)\s(?:\p{L}+ly\s)?$", regex.IGNORECASE)
_IS_FUTURE = regex.compile(r"(?:will|is to|are to)\b", regex.IGNORECASE)
_PAST = regex.compile(r"\b(?:has|have|had|did|was|were|been|being|is|are)\s(?:\p{L}+ly\s)?$", regex.IGNORECASE)
_UNDONE = regex.compile(
    r"(?:fail|refus|declin)\p{L}* to\b|unable|verweiger|scheiter|versäum|fracas|rehús|échou|recus|відмов",
    regex.IGNORECASE,
)
_EXPECTED = regex.compile(r"expected to", regex.IGNORECASE)  # possible, or planned: "should"
_HALF = 0.5  # of a clause stands in the evidence it is held against
_CLOSE = 25  # characters: an article and a noun
_VOUCHED_BY_NOBODY = (Mark.REPORTED, Mark.CLAIMED, Mark.POSSIBLE)
_SAID_BY_MOOD = frozenset({"de", "en"})  # mood or a study that is named: it may come or go where the speaker is kept
_SAYS_NO = (Mark.NEGATION, Mark.NEGATIVE)
_NOT_CERTAIN = (Mark.REPORTED, Mark.POSSIBLE, Mark.PLANNED, Mark.CLAIMED)  # the first is a mood in German


def turns_polarity(sentence: Reading, cited: Sequence[Reading]) -> bool:
    """Tell whether a sentence denies what its evidence says, or says what it denies."""
    return (
        _loses(sentence, cited, Mark.NEGATION, also=_SAYS_NO)
        or _adds(sentence, cited, Mark.NEGATION, also=_SAYS_NO)
        or _adds_in_clause(sentence, cited)
        or _turns_opposite(sentence, cited)
        or _doubles(sentence) > sum(_doubles(each) for each in cited)
        or _denies_more(sentence, cited)
        or _turns_copy(sentence, cited, _SAYS_NO, (OPPOSITES, EXCHANGED))
    )


def turns_modality(sentence: Reading, cited: Sequence[Reading]) -> bool:
    """Tell whether what is alleged, possible or planned becomes more in a sentence, or what is certain less."""
    return (
        _loses(sentence, cited, Mark.POSSIBLE)
        or _loses(sentence, cited, Mark.PLANNED)
        or _adds(sentence, cited, Mark.POSSIBLE)
        or _adds(sentence, cited, Mark.CLAIMED)
        or (sentence.language not in _SAID_BY_MOOD and _adds(sentence, cited, Mark.REPORTED, also=_VOUCHED_BY_NOBODY))
        or _loses_claim(sentence, cited)
        or _turns_copy(sentence, cited, _NOT_CERTAIN[sentence.language == "de" :], (FIRMER,))
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
    is_planned = any(each.of(Mark.PLANNED) for each in cited)
    own = [mark for mark in sentence.of(kind) if not (is_planned and _EXPECTED.match(sentence.text, mark.start))]
    if len(own) > sum(len(each.of(other)) for each in cited for other in also or (kind,)):
        return True
    for mark in own:
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
            if any(0 < mark.start - no.end <= _CLOSE for no in each.of(Mark.NEGATIVE)) and sentence.of(Mark.NEGATIVE):
                continue  # "denied the accusation": nobody is accused by who tells that it is denied
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


def _turns_copy(
    sentence: Reading, cited: Sequence[Reading], kinds: Sequence[Mark], pairs: Sequence[Mapping[str, tuple[str, ...]]]
) -> bool:
    """Tell whether a near copy has other marks than its source, or one of two opposites in the place of the other."""
    if (copied := exchanges(sentence, cited)) is None:
        return False
    source, made = copied
    is_counted = sentence.language not in UNSPACED_LANGUAGES
    own: set[Marked] = set()
    theirs: set[Marked] = set()
    for one in made:
        ours = marks_within(sentence, kinds, one.begin, one.end)
        others = marks_within(source, kinds, one.their_begin, one.their_end)
        others = tuple(mark for mark in others if not _is_told_as_present(mark, source, sentence))
        is_counted = is_counted and not (one.is_clause and (ours or others))
        own.update(ours)
        theirs.update(others)
        for table in pairs:
            sides = _sides_within(sentence, table, one.begin, one.end)
            against = _sides_within(source, table, one.their_begin, one.their_end)
            if any((pair, not side) in against and (pair, side) not in against for pair, side in sides):
                return True
    return is_counted and len(own) != len(theirs)


def _is_told_as_present(mark: Marked, source: Reading, sentence: Reading) -> bool:
    """Tell whether a mark is an English "will" whose verb the sentence has in the present tense."""
    return _IS_FUTURE.match(source.text, mark.start) is not None and _is_present(mark.about, sentence, [source])


def _denies_more(sentence: Reading, cited: Sequence[Reading]) -> bool:
    """Tell whether somebody denies what nobody denies in the evidence: there it is at least told with a "not"."""
    if not sentence.of(Mark.DENIED) or any(each.of(Mark.DENIED) for each in cited):
        return False
    others = [mark for kind in _SAYS_NO for mark in sentence.of(kind)]
    denials = {mark.start for mark in sentence.of(Mark.DENIED)}
    nearest = max(cited, key=lambda each: (overlap(sentence, each), each.text))
    return any(mark.start not in denials for mark in others) or not nearest.of(Mark.NEGATION)


def _adds_in_clause(sentence: Reading, cited: Sequence[Reading]) -> bool:
    """Tell whether a clause says no, or that something failed, where the evidence most like it says neither."""
    if sentence.language in UNSPACED_LANGUAGES:
        return False
    marks = [*sentence.of(Mark.NEGATION)]
    marks += [mark for mark in sentence.of(Mark.NEGATIVE) if _UNDONE.match(sentence.text, mark.start)]
    for mark in marks:
        clause = sentence.clause(mark.start)
        shared = {each: len(clause & each.stems) for each in cited}
        nearest = max(cited, key=lambda each: (shared[each], each.text))
        if shared[nearest] >= max(_FEWEST, _HALF * len(clause)) and not any(
            each.of(kind) for each in cited for kind in _SAYS_NO if shared[each] == shared[nearest]
        ):
            return True
    return False


def _turns_opposite(sentence: Reading, cited: Sequence[Reading]) -> bool:
    own = _sides(sentence)
    if not own:
        return False
    theirs = frozenset().union(*(_sides(each) for each in cited))
    return any((pair, side, denied) not in theirs and (pair, not side, denied) in theirs for pair, side, denied in own)


@lru_cache(maxsize=2048)
def _sides(reading: Reading) -> frozenset[tuple[int, bool, bool]]:
    """Give which side of which pair of opposites a text has, and whether it denies it."""
    return frozenset(
        (one.pair, one.side, reading.is_near(Mark.NEGATION, one.begin, one.end))
        for one in _placed(reading, OPPOSITES.get(reading.language, ()))
    )


def _sides_within(
    reading: Reading, pairs: Mapping[str, tuple[str, ...]], begin: int, end: int
) -> frozenset[tuple[int, bool]]:
    """Give which sides of which pairs a part of a text says; "not allowed" says "banned"."""
    denials = [mark.start for mark in reading.of(Mark.NEGATION) if begin <= mark.start < end]
    return frozenset(
        (one.pair, one.side != any(0 < one.begin - denial <= _CLOSE for denial in denials))
        for one in _placed(reading, pairs.get(reading.language, ()))
        if begin <= one.begin < end
    )


class _Side(NamedTuple):
    """The characters `begin` to `end` say one side of a pair of opposites."""

    pair: int
    side: bool
    begin: int
    end: int


@lru_cache(maxsize=4096)
def _placed(reading: Reading, pairs: tuple[str, ...]) -> tuple[_Side, ...]:
    """Give every place of a text where a side of a pair stands."""
    text, found = reading.text.casefold(), []
    if len(text) != len(reading.text):  # a letter that folds to two moves every place behind it
        text = reading.text.lower()
    heads = _heads(pairs)
    for word in reading.words:
        for head in heads.get(text[word.start : word.start + 1], ()):
            end = word.start + len(head.form)
            if text.startswith(head.form, word.start) and not (head.is_whole and text[end : end + 1].isalpha()):
                found.append(_Side(head.pair, head.side, word.start, max(end, word.end)))
    return tuple(found)


class _Head(NamedTuple):
    form: str
    is_whole: bool
    pair: int
    side: bool


@lru_cache(maxsize=32)
def _heads(pairs: tuple[str, ...]) -> Mapping[str, tuple[_Head, ...]]:
    """Give the forms of pairs by their first letter."""
    found: dict[str, list[_Head]] = {}
    for pair, sides in enumerate(pairs):
        for side, forms in enumerate(sides.split("/")):
            for form in forms.split():
                head = _Head(form.removesuffix("$").replace("_", " "), form.endswith("$"), pair, bool(side))
                found.setdefault(form[0], []).append(head)
    return {letter: tuple(heads) for letter, heads in found.items()}
