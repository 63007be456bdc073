"""Where quotation marks open and close in a text, over sentences and paragraphs. It knows marks and no language.

Paragraphs are parted by a newline. A quotation may run over several: each opens with the mark, only the last closes.
An apostrophe never opens one: single marks count only where both ends stand in one paragraph.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

import regex

FEWEST_WORDS = 5
"""Fewer are a term somebody uses ("tourist", "official Beijing"), unless the text says who says them."""

_CLOSED_BY = {'"': '"', "“": "”", "”": "”", "„": '“”"', "«": "»", "»": "«", "「": "」", "『": "』"}
_CLOSE_ONLY = "”」』"
_MARK = regex.compile(
    r"[\"“”„«»「」『』]"
    r"|(?P<single_opens>(?<![\p{L}\p{N}\p{M}.,!?…)'’])['‘‚]"
    r"(?=[^\W_]|[«“\"\[(])(?!(?:n|em|til|tis|twas|cause|bout|cos)\b)(?!\d0s))"
    r"|(?P<single_closes>(?<=[^\s\-—–(\[])['’‘](?![\p{L}\p{N}]))",
    regex.IGNORECASE,
)
_LEADS = regex.compile(r"[\s(\[{\-—–/:：，、。‘'“「]")  # what may stand before a mark that opens
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}ー]")
_WORD = regex.compile(r"(?P<unspaced>[\p{Han}\p{Hiragana}\p{Katakana}ー])|[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*+")
_COUNTED = 240  # characters: more than enough to tell whether words are few
_MOST_SINGLES = 8  # looked at for one end: plurals and words in marks inside of it; keeps hostile text linear
_LONGEST_PLURAL = 60  # characters: 'the best workers' is a phrase; further off, "drivers'" is a possessive


class QuotedSpan(NamedTuple):
    """`text[start:end]` are quoted words without the marks around them; not closed where a mark is missing."""

    start: int
    end: int
    is_closed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedSpans:
    """The outermost quoted words of a text in order, short ones too; computed once, asked per sentence."""

    spans: tuple[QuotedSpan, ...]
    _starts: tuple[int, ...] = field(repr=False, compare=False)

    def open_at(self, position: int) -> QuotedSpan | None:
        """Give the quotation a position lies in, wherever it began; None outside of all."""
        index = bisect_right(self._starts, position) - 1
        return self.spans[index] if index >= 0 and position < self.spans[index].end else None

    def within(self, start: int, end: int) -> Sequence[QuotedSpan]:
        """Give those that share characters with `start` to `end`."""
        first = max(0, bisect_right(self._starts, start) - 1)
        found = self.spans[first : bisect_right(self._starts, max(start, end - 1))]
        return found[1:] if found and found[0].end <= start else found


def quoted_spans(text: str) -> QuotedSpans:
    """Give the quoted words of a whole text, in time linear in its length."""
    spans = tuple(_Scan(text).spans())
    return QuotedSpans(spans=spans, _starts=tuple(span.start for span in spans))


def has_few_words(text: str, start: int, end: int) -> bool:
    """Tell whether there are too few words to be a quotation of their own; two unspaced characters make one word."""
    words = spaced = 0
    for match in _WORD.finditer(text, start, min(end, start + _COUNTED)):
        words += 1
        spaced += match["unspaced"] is None
    return spaced + (words - spaced + 1) // 2 < FEWEST_WORDS


@dataclass(slots=True)
class _Scan:
    """One pass over the marks: `mark` is what is open since `start`, `depth` how often, `closed_at` its last closer."""

    text: str
    mark: str = ""
    start: int = 0
    depth: int = 0
    closed_at: int = 0

    def spans(self) -> Iterator[QuotedSpan]:
        begin = last_end = 0
        for paragraph in self.text.split("\n"):
            end = begin + len(paragraph)
            if paragraph and not paragraph.isspace():
                marks = list(_MARK.finditer(self.text, begin, end))
                if self.mark:
                    if self._continues(marks, begin):
                        marks = marks[1:] if self._reopens(marks, begin) else marks
                    else:
                        yield self._broken(last_end)
                yield from self._paragraph(marks, begin)
                last_end = end
            begin = end + 1
        if self.mark:
            yield self._broken(last_end)

    def _paragraph(self, marks: list[regex.Match[str]], begin: int) -> Iterator[QuotedSpan]:
        last_single = max((i for i, mark in enumerate(marks) if mark["single_closes"]), default=-1)
        skip_to = 0
        for index, match in enumerate(marks):
            at, mark = match.start(), match[0]
            if index < skip_to:
                continue
            if self.mark:
                if mark in _CLOSED_BY.get(self.mark, "") and not (mark == self.mark == '"' and self._opens(at)):
                    self.closed_at = at
                    self.depth -= 1
                    if not self.depth:
                        yield QuotedSpan(self.start, at, True)
                        self.mark = ""
                elif mark == '"' == self.mark:
                    yield QuotedSpan(self.start, at, False)  # the one before was never closed
                    self._open(mark, at)
                elif mark == self.mark:
                    self.depth += 1
            elif match["single_opens"]:
                closer = self._single_closer(marks, index) if index < last_single else None
                if closer is not None:
                    yield QuotedSpan(at + 1, marks[closer].start(), True)
                    skip_to = closer + 1
            elif mark in "“„«「『" or (mark in '"”»' and self._opens(at)):
                self._open(mark, at)
            elif mark in _CLOSE_ONLY:
                yield QuotedSpan(begin, at, False)  # begun where nobody marked it
                begin = at + 1
            if not self.mark:
                begin = max(begin, at + 1)

    def _open(self, mark: str, at: int) -> None:
        self.mark, self.start, self.depth, self.closed_at = mark, at + 1, 1, 0

    def _broken(self, end: int) -> QuotedSpan:
        self.mark = ""
        return QuotedSpan(self.start, max(self.start, self.closed_at or end), False)

    def _opens(self, at: int) -> bool:
        """Tell by its neighbours whether a mark that looks the same at both ends opens: it leans on what follows."""
        before, after = self.text[at - 1 : at], self.text[at + 1 : at + 2]
        if not after or after.isspace():
            return False
        if _UNSPACED.match(before):
            return not self.mark
        return not before or _LEADS.match(before) is not None

    def _continues(self, marks: list[regex.Match[str]], begin: int) -> bool:
        if self._reopens(marks, begin):
            return True
        first = next((match for match in marks if match[0] in _CLOSED_BY or match[0] in _CLOSE_ONLY), None)
        return first is not None and first[0] in _CLOSED_BY[self.mark] and not self._opens(first.start())

    def _reopens(self, marks: list[regex.Match[str]], begin: int) -> bool:
        if not marks or self.text[begin : marks[0].start()].strip():
            return False
        return marks[0][0] == self.mark or (self.mark == "«" and marks[0][0] == "»")  # French papers have both

    def _single_closer(self, marks: list[regex.Match[str]], index: int) -> int | None:
        """Give the mark that ends words in single marks; "drivers'" does not where a better one follows."""
        singles = list(islice((i for i in range(index + 1, len(marks)) if marks[i].lastgroup), _MOST_SINGLES))
        for i, following in zip(singles, [*singles[1:], None], strict=False):
            if not marks[i]["single_closes"]:
                continue
            at = marks[i].start()
            if self.text[at - 1] != "s":
                return i
            is_last = following is None or marks[following]["single_opens"]
            if is_last and at - marks[index].start() <= _LONGEST_PLURAL:
                return i
        return None
