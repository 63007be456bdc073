"""Who a text says is speaking, of what part of it, and whether a sentence keeps both.

"The port knew, the union said" is what the union said; without the union it would be a fact, and by the port a lie.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from digests.core.gates.function_words import UNSPACED_LANGUAGES
from digests.core.gates.likeness import overlap
from digests.core.gates.mark_words import Mark
from digests.core.gates.reading import Reading, Word
from digests.core.quote_marks import quoted_spans
from digests.core.sayings import SAYINGS

_WEAK_WORDS = (
    "announced called describe described read reads posted added adding continued pledged vowed asked asks recalled"
    " kündigte nannte fragte anunció anunciado annonce annoncé anunciou leia escreveu schrieb wrote denounced report"
    " reported lobte forderte kritisierte contó conta contou berichtete berichtet calls suggested concluded"
)
_WEAK = frozenset(_WEAK_WORDS.split())
"""Verbs of saying that also tell what was done: a plan that is announced is there."""
_PAUSE = regex.compile(r"[,;:()—–]|\s-\s")
_STOP = regex.compile(r"[;:.!?()—–\"“”«»]|\s-\s")
_ZUFOLGE = regex.compile(r"(?P<who>[^,;.]{2,60})\szufolge\b")
_REACH = 70  # characters of an attribution: a role, a name, an apposition
_FEWEST = 2  # content words that make what is said
_SAME = 0.8
"""Share of the best likeness from which another sentence is as near: one that states the fact itself lets it stand."""
_LEEWAY = 0.15  # likeness by which the speaker's own sentence may fall behind another cited one
_KANA_SAID = regex.compile(r"によると|によれば|と(?:[^。「」]{0,14}?)(?:述べ|語|話し|強調|指摘|説明|コメント|訴え|明らか|主張|答え|言)")


@dataclass(frozen=True, slots=True)
class Said:
    """`who` are the words that may name the speaker, `what` the stems that are said; `is_strong`: it vouches nothing."""

    who: tuple[Word, ...]
    what: frozenset[str]
    is_strong: bool


@lru_cache(maxsize=2048)
def said(reading: Reading) -> tuple[Said, ...]:
    """Give the attributions of a text in order."""
    if reading.language in UNSPACED_LANGUAGES:
        stems = frozenset(word.stem for word in reading.content)
        return tuple(Said((), stems, is_strong=True) for _ in _KANA_SAID.finditer(reading.text))
    return tuple(_said(reading))


def is_foreign_speaker(sentence: Reading, cited: Sequence[Reading], outlets: frozenset[str]) -> bool:
    """Tell whether somebody is said to have said what nothing cited has them say."""
    if sentence.language in UNSPACED_LANGUAGES:
        return False  # names cannot be cut from a clause; quotations and names have gates of their own
    nearest = max((overlap(sentence, each) for each in cited), default=0.0)
    for own in said(sentence):
        key = _key(sentence, own.who)
        if not key or key & outlets:
            continue
        theirs = [each for each in cited if any(key & {word.stem for word in one.who} for one in said(each))]
        if not theirs or max(overlap(sentence, each) for each in theirs) < nearest - _LEEWAY:
            return True
    return False


def loses_speaker(sentence: Reading, cited: Sequence[Reading], titles: Sequence[Reading]) -> bool:
    """Tell whether the sentence tells as a fact what its evidence only gives as somebody's words."""
    if said(sentence) or sentence.of(Mark.CLAIMED) or sentence.of(Mark.REPORTED):
        return False
    own = {word.stem for word in sentence.content}
    told = free = 0
    for each in (*cited, *titles):
        strong = [one for one in said(each) if one.is_strong]
        theirs = frozenset().union(*(one.what for one in strong))
        who = {word.stem for one in strong for word in one.who}
        told = max(told, len(own & theirs - who))
        free = max(free, len(own & (each.stems - theirs - who)))
    return told >= _FEWEST and free < _SAME * told


def _said(reading: Reading) -> Iterator[Said]:
    saying = SAYINGS.get(reading.language)
    if saying is None:
        return
    text, quoted = reading.text, quoted_spans(reading.text)
    before = 0
    for verb in saying.verb.finditer(text):
        if quoted.open_at(verb.start()) is None:
            yield _of_verb(reading, verb, before)
            before = verb.end()
    for preposition in saying.according.finditer(text):
        pause = regex.compile(r"[,;.—–]").search(text, preposition.end())
        end = min(pause.start() if pause else len(text), preposition.end() + _REACH)
        who = tuple(word for word in reading.content if preposition.end() <= word.start < end)
        if reading.language == "de" and preposition[0].casefold() == "so" and preposition.start() and not who:
            continue
        what = frozenset(word.stem for word in reading.content if not preposition.start() <= word.start < end)
        if preposition[0].casefold() != "so" or text[preposition.start() - 2 : preposition.start()] == ", ":
            yield Said(who, what, is_strong=True)
    for match in _ZUFOLGE.finditer(text) if reading.language == "de" else ():
        who = tuple(word for word in reading.content if match.start("who") <= word.start < match.end("who"))
        yield Said(who, reading.stems - {word.stem for word in who}, is_strong=True)


def _of_verb(reading: Reading, verb: regex.Match[str], begin: int) -> Said:
    text, content = reading.text, reading.content
    pauses = [pause.end() for pause in _PAUSE.finditer(text, begin, verb.start())]
    clause = pauses[-1] if pauses else begin
    before = [word for word in content if clause <= word.start < verb.start()]
    stop = _STOP.search(text, verb.end())
    limit = min(stop.start() if stop else len(text), verb.end() + _REACH)
    after = [word for word in content if verb.end() <= word.start < limit]
    follows = [word for word in content if word.start >= verb.end()]
    leads = [word for word in content if begin <= word.start < clause]
    is_strong = verb[0].casefold().split()[-1] not in _WEAK
    if before and text[:verb.start()].rstrip()[-1:] not in {",", '"', "”", "“", "«", "»"}:
        who = before if len(pauses) < 2 else [*leads[-6:], *before]
        what = follows if len(follows) > _FEWEST else leads
    else:
        pause = _PAUSE.search(text, verb.end(), limit)
        who = [word for word in after if not pause or word.start < pause.start() or not before] or leads[-6:]
        what = leads or follows
        if not text[: verb.start()].rstrip().endswith((",", '"', "”", "“", "«", "»")):
            what = follows
    return Said(tuple(who), frozenset(word.stem for word in what), is_strong=is_strong)


def _key(reading: Reading, who: Sequence[Word]) -> frozenset[str]:
    """Give the stem a speaker is known by: the last capitalised word of a name, else every word of the phrase."""
    names = [word for word in who if reading.text[word.start].isupper() and word.start]
    if names and reading.language != "de":
        last = names[0]
        for word in names[1:]:
            if word.start - last.end > 2:
                break
            last = word
        return frozenset({last.stem})
    if names:
        return frozenset({names[-1].stem})
    return frozenset(word.stem for word in who)
