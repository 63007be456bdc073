"""Mend the sentence ends a library found: take back wrong ones, add missed ones, by form and by small tables.

Positions in one paragraph go in and come out. It must not look further than a few words around a place (hostile text
stays cheap), and must not know what the sentences are for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from digests.core.sentence_words import COUNTED, KNOWN_WELL, STARTERS, TITLES

# As far as a rule reads to either side: a title, an initial, "Name Surname said,".
_AROUND = 64
_LONE = 12  # "• 10." and ". . ." with their white space: longer pieces say something

# After these, a German number with a stop counts the noun that follows: "der 2. Bundesliga".
_GERMAN_ARTICLES = "der die das dem den des im am vom zum zur beim seinem ihrem seiner ihrer"
# "Is it?" Ann Poe asked. — only verbs of speech, and only where the clause ends behind them.
_SPEECH = "said says asked asks added adds replied wrote writes shouted cried told tweeted tells wondered"
_HOURS_OF = (
    "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Eastern|Pacific|Central"
    "|E[SD]?T|P[SD]?T|C[SD]?T|M[SD]?T|GMT|UTC|BST|CET"
)

_STOPPED_WORD = regex.compile(r"(?:^|[\s(\[{\"'“‘«„/])([^\s(\[{\"'“‘«„/]{1,6}?)\p{Cf}?\.$")
# The library parts some initials from their names: Bulgarian and Belarusian ones, Ukrainian ones after a title.
_CYRILLIC_INITIAL = regex.compile(r"(?V1)(?:^|[\s(«„“\"'.])[\p{Script=Cyrillic}&&\p{Lu}]\.$")
# In 300 lines of news each of Polish, Turkish and Ukrainian, nothing parted from a small letter was longer than five.
_SHORT_WORD = regex.compile(r"(?:^|[^\w.])(?:\w{1,5}|(?:\w{1,3}\.){1,3}\w{1,3})\.$")
_ADDRESS = regex.compile(r"https?:|www\.")
# No word has one letter before a stop and goes on without a space: "D-N.|Y.", "F.|D.E.S."
_LETTERED = regex.compile(r"(?<!\p{L})\p{L}\.$")
_THREE_DOTS = regex.compile(r"\p{L} \. \. \.$")
_HOUR = regex.compile(r"\d\s?[ap]\.m\.$", regex.IGNORECASE)
_OF_HOUR = regex.compile(rf"(?:{_HOURS_OF})\b")
_GERMAN_ORDINAL = regex.compile(
    rf"\b(?:{_GERMAN_ARTICLES.replace(' ', '|')}) (?:\d{{1,3}}\. ?[-–] ?)?\d{{1,3}}\.$", regex.IGNORECASE
)
_LISTED_INLINE = regex.compile(r"[,;:]\s\d{1,2}\.$")
_SHOUTED = regex.compile(r"[!?][\"”’']$")
_SPEAKER = regex.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep)\. )?\p{Lu}[\p{L}'’-]{1,20}(?: \p{Lu}[\p{L}'’.-]{0,20}){0,2}"
    rf" (?:{_SPEECH.replace(' ', '|')})(?:[.,;:]|$)"
)
_NUMBER_OR_DOTS = regex.compile(r"[•⁃▪‣·\-–]?\s*(?:(?:\d{1,2}|\p{L})(?:\.\)|[.)])|[.…](?:\s?[.…])*)$")
_STRAY_OPENING = regex.compile(r"\s[“\"«„]$")

_COUNTING = regex.compile(r"(?:^|(?<=\s))(?P<bullet>[•⁃▪‣·]\s?)?(?P<count>\d{1,3}|[a-z])(?P<style>\.\)|[.)])\s")
# A long small word before the stop: "on Dec. 28." and "at p. 55." end with a number that counts nothing.
_NUMBER_AFTER_END = regex.compile(r"(?:(?<=[^\p{L}][\p{Ll}\p{Lo}]{4,15}\.\s)|(?<=[!?…)”\"][.!?…]?\s))\d{1,3}\.$")
_OPENING_DOTS = regex.compile(r"(?<=\p{L}{2}\.)(?= \. \. \. \p{Lu})")
_MAY_END = regex.compile(r"\b(?:(?:\p{Lu}\.){2,4}|[Cc]o\.)\s(?=(\p{Lu}\p{L}{0,9})\b)")


def mend(text: str, ends: Iterable[int], language: str) -> list[int]:
    """Give the ends of sentences in one paragraph, ascending, from those a library found in it."""
    missed = {_bare(text, end) for end in _missed(text, language)}
    places = sorted({_moved(text, end, language) for end in ends} | missed)
    mended: list[int] = []
    start = 0
    for number, end in enumerate(places):
        opened = None if language in KNOWN_WELL else _opened(text, start, end)
        if opened is not None:
            mended.append(opened)
            start = opened
        counts = start == 0 or start in missed or language not in KNOWN_WELL
        is_last = number + 1 == len(places)
        if is_last or not (_is_lone(text, start, end, counts=counts) or _goes_on(text, start, end, language)):
            mended.append(end)
            start = end
    return mended


def _moved(text: str, end: int, language: str) -> int:
    """Take an end without its white space, and before an opening quotation mark taken for a closing one.

    German closes with the mark others open with.
    """
    joins = end < len(text) and text[end].isalnum()
    if joins and language != "de" and _STRAY_OPENING.search(text, max(0, end - 2), end):
        end -= 1
    return _bare(text, end)


def _bare(text: str, end: int) -> int:
    while end and text[end - 1].isspace():
        end -= 1
    return end


def _opened(text: str, start: int, end: int) -> int | None:
    """Find where a counting number opens the next sentence: "It left. 2." and then its words."""
    match = _NUMBER_AFTER_END.search(text, max(start, end - _AROUND), end)
    opened = _bare(text, match.start()) if match else start
    return opened if opened > start else None


def _is_lone(text: str, start: int, end: int, *, counts: bool) -> bool:
    """Tell a count, an initial or dots that belong to what follows; "How many? 28." answers where nothing counts."""
    if end - start > _LONE or not _NUMBER_OR_DOTS.match(piece := text[start:end].strip()):
        return False
    return counts or not piece[:1].isdigit()


def _goes_on(text: str, start: int, end: int, language: str) -> bool:
    """Tell whether the sentence goes on after this place."""
    before = text[max(start, end - _AROUND) : end].rstrip()
    after = text[end : end + _AROUND]
    if after and not after[0].isspace() and _is_within_word(before, after):
        return True
    after = after.lstrip()
    return (
        _is_title(before, after, language)
        or _is_counted(before, after, language)
        or _is_small_after_stop(before, after, language)
        or _is_ordinal(before, after, language)
        or _is_initial(before, after)
        or _is_hour(before, after)
        or _is_pause(before)
        or _is_speaker(before, after)
    )


def _is_within_word(before: str, after: str) -> bool:
    """Tell "D-N.|Y.", "F.|D.E.S." and a mark that closes what was opened before from a missing space."""
    if after[0] in ",;)]":
        return True
    return after[0].isalpha() and (_LETTERED.search(before) or _LISTED_INLINE.search(before)) is not None


def _is_title(before: str, after: str, language: str) -> bool:
    word = _STOPPED_WORD.search(before)
    if word is None or word[1] not in TITLES.get(language, ()):
        return False
    return after.partition(" ")[0] not in STARTERS.get(language, ())  # "Mr." where a feed cut its text


def _is_counted(before: str, after: str, language: str) -> bool:
    word = _STOPPED_WORD.search(before)
    return word is not None and word[1] in COUNTED.get(language, ()) and after[:1].isdecimal()


def _is_small_after_stop(before: str, after: str, language: str) -> bool:
    """Tell an abbreviation no table has: short, or with stops inside, and a small letter behind it ("tys. egz.")."""
    return (
        language not in KNOWN_WELL
        and after[:1].islower()
        and not _ADDRESS.match(after)
        and _SHORT_WORD.search(before) is not None
    )


def _is_initial(before: str, after: str) -> bool:
    return after[:1].isupper() and _CYRILLIC_INITIAL.search(before) is not None


def _is_hour(before: str, after: str) -> bool:
    return _HOUR.search(before) is not None and _OF_HOUR.match(after) is not None


def _is_ordinal(before: str, after: str, language: str) -> bool:
    return language == "de" and after[:1].isalpha() and _GERMAN_ORDINAL.search(before) is not None


def _is_pause(before: str) -> bool:
    """Three spaced dots stand for a pause or words left out; an end has its own stop before them, a fourth."""
    return _THREE_DOTS.search(before) is not None


def _is_speaker(before: str, after: str) -> bool:
    return _SHOUTED.search(before) is not None and _SPEAKER.match(after) is not None


def _missed(text: str, language: str) -> Iterator[int]:
    yield from _items(text, language)
    yield from (match.start() for match in _OPENING_DOTS.finditer(text))
    if starters := STARTERS.get(language):
        yield from (match.end() for match in _MAY_END.finditer(text) if match[1] in starters)


def _items(text: str, language: str) -> Iterator[int]:
    """Find the items of a list told in one line: it opens with a count, and the others count on by one.

    German nouns have capitals, so "2. Bundesliga" looks like an item there: it is one after a mark or a bullet only.
    """
    first = _COUNTING.match(text)
    if first is None:
        return
    due = _value(first["count"]) + 1
    for match in _COUNTING.finditer(text, first.end() - 1):
        alike = match["style"] == first["style"] and match["count"].isdigit() == first["count"].isdigit()
        if not alike or _value(match["count"]) != due or text[match.end() : match.end() + 1].islower():
            continue
        may_be_ordinal = language == "de" and match["style"] == "." and not match["bullet"]
        if may_be_ordinal and text[max(0, match.start() - 2) : match.start()].rstrip()[-1:] not in ".!?:;":
            continue
        yield match.start()
        due += 1


def _value(count: str) -> int:
    return int(count) if count.isdigit() else ord(count)
