"""Quotations of a text with their speakers: whose words stand between the marks, over sentences and paragraphs.

It names a speaker only where the text does, by an attribution, a pronoun with one person to stand for, or a quotation
that goes on in the next paragraph. Where that is not clear nobody is named: a quote under a wrong name is worse.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from digests.core.attributions import Attribution, attribution_after, attribution_before, signed
from digests.core.callings import Calling, between, callings, full_names
from digests.core.facts import TITLE_CASE
from digests.core.quote_marks import QuotedSpan, QuotedSpans, has_few_words, quoted_spans
from digests.core.sayings import SPOKEN, nameless_speaker, saying
from digests.core.unspaced_attributions import UNSPACED, unspaced_attribution

REACH = 240
"""Characters around a quotation in which its attribution is looked for: the longest sentences about a quotation in the
development articles have some 200 outside of it."""

_WINDOW = 600  # characters back in which a pronoun's person must stand, beside the paragraph before

_SENTENCE_END = regex.compile(
    r"(?<!(?:^|[\s.])\p{Lu})(?<!\b(?:Mr|Ms|Mrs|Dr|St|Gov|Sen|Rep|Gen|Col|Lt|Sgt|Capt|Prof|Jr|Sr|No|Sra?|M|Mme))"
    r"[.!?…](?=[\s\"”»’)]|$)|[。！？]"
)
_ENDED = ".。"  # before the closing mark: the sentence is over, and what follows is another
_OPENING = (":", "：", ",", "，")
_TERMINAL = ".!?…。！？"
_LONG = 4  # letters of a word that titles capitalise
_NEAR = 8  # marked terms that may stand between a verb of saying and the words it leads to
_PAUSE = regex.compile(r"\s*(?:[,;—–-]|\p{Ll})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words of a speaker: `text[start:end]` are the words themselves, without the marks around them.

    One that runs over paragraphs keeps the newlines and marks inside. `speaker` is the fullest form of the name the
    text has given by then, "" where nobody is named; `speaker_at` is where the name stands that attributes the words.
    """

    start: int
    end: int
    speaker: str
    speaker_at: tuple[int, int] | None


def quotations(text: str, language: str | None) -> tuple[Quotation, ...]:
    """Give the quotations of a text in order; terms in marks and quotations without an end are none."""
    spans = quoted_spans(text)
    if not spans.spans:
        return ()
    return tuple(_Reading(text, language, spans).quotations())


def needs_speaker(text: str, spans: QuotedSpans, start: int, end: int) -> bool:
    """Tell whether the sentence `text[start:end]` is nothing but quoted words: who says them stands outside.

    `spans` are the text's `quoted_spans`. A sentence that opens or closes a mark alone is for `spans.open_at` to tell.
    """
    outside, at = [], start
    for span in spans.within(start, end):
        outside.append(text[at : max(at, span.start)])
        at = max(at, span.end)
    outside.append(text[at:end])
    return len(outside) > 1 and not any(character.isalnum() for part in outside for character in part)


def is_said_by_nobody(text: str) -> bool:
    """Tell whether a sentence gives somebody's words as "he said": who that is stands elsewhere."""
    spans = quoted_spans(text)
    return any(
        nameless_speaker().search(text, max(0, span.end), span.end + REACH)
        or nameless_speaker().search(text, max(0, span.start - REACH), span.start)
        for span in spans.spans
    )


@dataclass(frozen=True, slots=True)
class _Speaker:
    name: str
    at: tuple[int, int] | None
    is_person: bool = False


_NOBODY = _Speaker("", None)


class _Reading:
    """One text, its quotations read once in order; `known` holds who spoke so far."""

    def __init__(self, text: str, language: str | None, spans: QuotedSpans) -> None:
        self._text, self._language, self._spans = text, language, spans.spans
        self._ends = [match.end() for match in _SENTENCE_END.finditer(text)]
        self._saying = saying(language) if language in SPOKEN else None
        found = callings(text, language or "", self._saying or saying("en"))
        self._names = tuple(name for name in found if spans.open_at(name.start) is None)
        self._full = full_names(self._names)
        self._people = {
            name.text for name in self._names if name.is_full and not (name.is_governed or name.has_article)
        } | {name.text for name in self._names if name.is_titled}
        self._known: list[tuple[QuotedSpan, _Speaker]] = []

    def quotations(self) -> Iterator[Quotation]:
        for index, span in enumerate(self._spans):
            if not span.is_closed:
                continue
            lead = self._lead(index)
            attribution = self._attribution(index, lead)
            if not self._is_term(span, lead, attribution):
                speaker = self._speaker(index, lead, attribution)
                self._known.append((span, speaker))
                start, end = _trimmed(self._text, span)
                yield Quotation(start=start, end=end, speaker=speaker.name, speaker_at=speaker.at)

    def _lead(self, index: int) -> tuple[int, int]:
        """Give the part of a quotation's sentence that stands before it, or the sentence that ends in a colon above."""
        end = self._spans[index].start - 1
        begin = max(0, end - REACH)
        for span in reversed(self._spans[:index]) if index < _NEAR else self._spans[index - 1 : index - _NEAR : -1]:
            if span.end < begin:
                break
            if not (span.is_closed and has_few_words(self._text, span.start, span.end)):
                begin = span.end + 1
                break
        paragraph = self._text.rfind("\n", begin, end) + 1
        if paragraph and not self._text[paragraph:end].strip():
            above = self._text[begin : paragraph - 1].rstrip()
            if above.endswith((":", "：")):
                return self._sentence(max(begin, above.rfind("\n") + 1), begin + len(above)), begin + len(above)
        return self._sentence(max(begin, paragraph), end), end

    def _sentence(self, begin: int, end: int) -> int:
        index = bisect_right(self._ends, end) - 1
        return max(begin, self._ends[index]) if index >= 0 else begin

    def _attribution(self, index: int, lead: tuple[int, int]) -> Attribution | None:
        text, span = self._text, self._spans[index]
        begin = span.end + 1
        end = min(len(text), begin + REACH)
        end = min(end, self._spans[index + 1].start - 1) if index + 1 < len(self._spans) else end
        following = bisect_right(self._ends, begin)
        end = min(end, self._ends[following]) if following < len(self._ends) else end
        newline = text.find("\n", begin, end)
        end = max(begin, newline if newline >= 0 else end)
        if self._language in UNSPACED:
            return unspaced_attribution(text, lead, (begin, end), self._language)
        if name := self._signing(lead, begin, end):
            return Attribution(kind="name", start=name.start, end=name.end)
        if self._saying is None:
            return None
        before = attribution_before(text, *lead, self._saying, self._names)
        if before and before.kind != "nobody":
            return before
        if text[span.end - 1] in _ENDED and not _PAUSE.match(text, begin, end):
            return before
        after = attribution_after(text, begin, end, self._saying, self._names)
        return after or before

    def _signing(self, lead: tuple[int, int], begin: int, end: int) -> Calling | None:
        """Give the name before a colon or after a dash: what is clear in any language."""
        at = signed(self._text, begin, end)
        for name in between(self._names, at, end) if at is not None else ():
            if name.start == at or name.is_titled:
                return name
        head = self._text[slice(*lead)].rstrip()
        if head.endswith(":"):
            last = next(reversed(between(self._names, *lead)), None)
            if last and last.end == lead[0] + len(head) - 1 and not last.is_governed:
                return last
        return None

    def _is_term(self, span: QuotedSpan, lead: tuple[int, int], attribution: Attribution | None) -> bool:
        """Tell whether marks only set off a term or a title rather than somebody's words."""
        text, (start, end) = self._text, _trimmed(self._text, span)
        if start == end:
            return True
        stands_alone = not text[slice(*lead)].strip()
        if not has_few_words(text, start, end):
            return attribution is None and not stands_alone and _is_title(text[start:end])
        if text[start].islower() or not (stands_alone or text[slice(*lead)].rstrip().endswith(_OPENING)):
            return True
        return attribution is None and not (stands_alone and text[end - 1] in _TERMINAL)

    def _speaker(self, index: int, lead: tuple[int, int], attribution: Attribution | None) -> _Speaker:
        if attribution is None:
            return self._carried(index) if not self._text[slice(*lead)].strip() else _NOBODY
        if attribution.kind == "nobody":
            return _NOBODY
        if attribution.kind == "pronoun":
            return self._person(attribution.start)
        at = (attribution.start, attribution.end)
        named = next(iter(between(self._names, *at)), None)
        is_person = named is not None and not named.has_article
        return _Speaker(self._fullest(" ".join(self._text[slice(*at)].split()), at[0]), at, is_person)

    def _fullest(self, name: str, at: int) -> str:
        """Give the full name somebody was called before, where that is one person."""
        if " " in name:
            return name
        full = [each.text for each in self._full.get(name, ()) if each.start < at]
        return full[0] if len({text.split(" ", 1)[0] for text in full}) == 1 else name

    def _person(self, at: int) -> _Speaker:
        """Give the one person a pronoun can stand for, of its own paragraph and the one before."""
        paragraph = self._text.rfind("\n", max(0, at - _WINDOW), at)
        begin = max(0, at - _WINDOW, self._text.rfind("\n", max(0, at - _WINDOW), max(0, paragraph)) + 1)
        found: dict[str, tuple[int, int] | None] = {}
        for name in between(self._names, begin, at):
            text = self._fullest(name.text, at)
            if text in self._people:
                found[text] = (name.start, name.end)
        if self._known and self._known[-1][0].end >= begin:
            speaker = self._known[-1][1]
            if not speaker.is_person:
                return _NOBODY
            found.setdefault(speaker.name, speaker.at)
        if len(found) != 1:
            return _NOBODY
        ((text, place),) = found.items()
        return _Speaker(text, place, is_person=True)

    def _carried(self, index: int) -> _Speaker:
        """Give who spoke just before, where nobody else is named since; a question is answered by another."""
        if not self._known or not self._spans[index - 1].is_closed:
            return _NOBODY
        (before, speaker), start = self._known[-1], self._spans[index].start - 1
        gap = self._text[before.end : min(start, before.end + REACH + 1)]
        if start - before.end > REACH or gap.strip().count("\n") > 1 or self._text[before.end - 1] in "?？":
            return _NOBODY
        others = {self._fullest(name.text, start) for name in between(self._names, before.end, start)}
        return speaker if others & self._people <= {speaker.name} else _NOBODY


def _trimmed(text: str, span: QuotedSpan) -> tuple[int, int]:
    """Give the words without white space, and without the comma of the sentence around them."""
    words = text[span.start : span.end]
    return span.end - len(words.lstrip()), span.start + len(words.rstrip().rstrip(",，").rstrip())


def _is_title(words: str) -> bool:
    long = [word for word in words.split() if len(word) >= _LONG and word[0].isalpha()]
    return len(long) > 1 and sum(word[0].isupper() for word in long) >= TITLE_CASE * len(long)
