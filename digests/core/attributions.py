"""Who a clause beside quoted words says is speaking: a name, a pronoun, or somebody it does not name.

It reads one clause of a spaced language, before the words or after them; what that means for a text, and which name a
pronoun stands for, is `core.quotations`' work.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import regex

from digests.core.callings import Calling, between
from digests.core.sayings import Saying

_ADVERBS = (
    r"(?:\s(?:also|has|had|have|then|later|therefore|previously|recently|who|auch|hat|ya|también|aussi"
    r"|[\p{Ll}]{2,10}ly))?"
)
_ADJACENT = regex.compile(rf"{_ADVERBS}\s?$")
_LEAD = regex.compile(r"[\s,;:—–-]*+")
_STOPS = regex.compile(r"[,;:.!?()\n—–]|\s-\s|--")
_AS_APPOSITION = regex.compile(r",\s(?=\p{Lu})")
_DASHED = regex.compile(r"[\s]*(?:—|–|--|-\s|―)\s*(?=\p{Lu})")
_CHAIN = regex.compile(r"(?:\s\p{Ll}[\p{Ll}\p{M}-]*+){1,3}\s")  # Harbour Post columnist Ilse Dorn
_FUNCTION_WORDS = (
    "and but or that who whom whose which as when while where after before during since until if because late "
    "early und aber oder dass wer als wenn während nach vor seit bis weil y o pero que quien cuando mientras tras "
    "antes desde si porque et ou mais qui quand pendant après avant depuis dans lors e ma che chi quando mentre "
    "dopo prima mas quem enquanto após и но что кто когда после до й та але що хто коли після"
)
_FUNCTION = frozenset(_FUNCTION_WORDS.split())
_LONGEST_PHRASE = 8  # words from a verb of saying to the name it is about
_FAR = 90  # characters between quoted words and the verb that attributes them: a name, and an apposition to it


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """`start` to `end` is the name; of a pronoun, and where nobody is named, the verb."""

    kind: Literal["name", "pronoun", "nobody"]
    start: int
    end: int


def attribution_after(text: str, start: int, end: int, saying: Saying, names: Sequence[Calling]) -> Attribution | None:
    """Read the clause that follows quoted words, up to the end of its sentence; None where nobody says anything."""
    start = _skip(_LEAD, text, start, end)
    for match in saying.verb.finditer(text, start, end):
        if match.start() - start > _FAR:
            break
        if _clitic(match):
            return Attribution(kind="pronoun", start=match.start(), end=match.end())
        is_inverted = not text[start : match.start()].strip()
        found = None if is_inverted else _subject_before(text, start, match.start(), saying, names)
        found = found or _subject_after(text, match.end(), end, saying, names)
        return found or Attribution(kind="nobody", start=match.start(), end=match.end())
    if according := saying.according.search(text, start, end):
        if name := _head(text, according.end(), end, names):
            return Attribution(kind="name", start=name.start, end=name.end)
        if not text[start : according.start()].strip():
            return Attribution(kind="nobody", start=according.start(), end=according.end())
    return None


def attribution_before(text: str, start: int, end: int, saying: Saying, names: Sequence[Calling]) -> Attribution | None:
    """Read the clause that leads to quoted words, from the start of its sentence; None where nobody says anything."""
    verbs = list(saying.verb.finditer(text, start, end))
    for match in reversed(verbs):
        if _clitic(match):
            return Attribution(kind="pronoun", start=match.start(), end=match.end())
        found = _subject_before(text, start, match.start(), saying, names) or _subject_after(
            text, match.end(), end, saying, names, is_close=True
        )
        if found:
            return found
    if (according := saying.according.search(text, start, end)) and (name := _head(text, according.end(), end, names)):
        return Attribution(kind="name", start=name.start, end=name.end)
    if verbs:
        return Attribution(kind="nobody", start=verbs[-1].start(), end=verbs[-1].end())
    return None


def signed(text: str, start: int, end: int) -> int | None:
    """Give where a name begins that signs quoted words after a dash, as any language does."""
    match = _DASHED.match(text, start, end)
    return match.end() if match else None


def _subject_before(text: str, start: int, verb: int, saying: Saying, names: Sequence[Calling]) -> Attribution | None:
    if pronoun := regex.search(rf"{saying.pronoun}{_ADVERBS}\s$", text, regex.IGNORECASE, pos=start, endpos=verb):
        return Attribution(kind="pronoun", start=pronoun.start(), end=verb)
    named = [name for name in between(names, start, verb) if not name.is_governed and not name.is_possessive]
    if not named:
        return None
    last, first = named[-1], named[0]
    if _ADJACENT.fullmatch(text, last.end, verb):
        return _of(last)
    if text[:verb].endswith(", "):  # Dorn, a crane driver, said
        return next((_of(name) for name in named if text[name.end : name.end + 1] == ","), None)
    opens = not regex.search(r"[,;:]", text[start : first.start])
    after = saying.governing.search(text[first.end : first.end + 8].rstrip() + " ")
    return _of(first) if opens and after else None  # Dorn of the Harbour Union said


def _subject_after(
    text: str, start: int, end: int, saying: Saying, names: Sequence[Calling], *, is_close: bool = False
) -> Attribution | None:
    if pronoun := regex.match(rf"\s{saying.pronoun}", text, regex.IGNORECASE, pos=start, endpos=end):
        return Attribution(kind="pronoun", start=start, end=pronoun.end())
    if name := _head(text, start, end, names, is_close=is_close):
        return _of(name)
    follows = text[start : start + 24].lstrip()
    if (
        saying.drops_pronouns
        and not saying.article.search(follows.partition(" ")[0] + " ")
        and _is_bare(follows, saying)
    ):
        return Attribution(kind="pronoun", start=start, end=start)
    return None


def _head(text: str, start: int, end: int, names: Sequence[Calling], *, is_close: bool = False) -> Calling | None:
    """Give whom a phrase is about: "the head of the Harbour Union, Ilse Dorn" is about her."""
    stop = _STOPS.search(text, start, end)
    limit = stop.start() if stop else end
    if stop and stop[0] == "." and stop.end() < end:
        limit = end if text[stop.start() - 1 : stop.start()].isupper() else limit
    phrase = [name for name in between(names, start, limit) if not name.is_governed and not name.is_possessive]
    phrase = [name for name in phrase if not _parted(text[start : name.start])]
    for name, following in zip(phrase, [*phrase[1:], None], strict=False):
        chained = following is not None and _CHAIN.fullmatch(text, name.end, following.start)
        if not (chained and following and following.is_full):
            return name
    if phrase or is_close:
        return None
    apposition = _AS_APPOSITION.match(text, limit, end)
    if apposition and (also := between(names, apposition.end(), end)) and also[0].start == apposition.end():
        return also[0]
    return None


def _parted(words: str) -> bool:
    """Tell whether a phrase ended before: another clause begins in these words."""
    return any(word in _FUNCTION for word in words.split()) or len(words.split()) > _LONGEST_PHRASE


def _is_bare(follows: str, saying: Saying) -> bool:
    """Tell whether no noun follows the verb that could be its subject."""
    first = follows.split(" ", 1)[0]
    return not first or not first[0].isalpha() or saying.governing.search(f"{first} ") is not None


def _clitic(match: regex.Match[str]) -> bool:
    return "clitic" in match.re.groupindex and match["clitic"] is not None


def _of(name: Calling) -> Attribution:
    return Attribution(kind="name", start=name.start, end=name.end)


def _skip(pattern: regex.Pattern[str], text: str, start: int, end: int) -> int:
    match = pattern.match(text, start, end)
    return match.end() if match else start
