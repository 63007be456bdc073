"""The evidence a card may be built of: whole sentences of entries, each with its exact place.

Decides what may be printed at all. It does not choose among what may be (`core.summary`), and it never rewrites:
`text` is always the very characters of the entry, so that what is printed can be found where it is cited.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from digests.core.datelines import dateline
from digests.core.models import Entry, EntryId
from digests.core.quotations import needs_speaker
from digests.core.quote_marks import QuotedSpans, quoted_spans
from digests.core.text import Span, clean_lead, sentences

MIN_WORDS, MAX_WORDS = 4, 60
"""Below, it is a label or a byline; above, a list or a table run together. The sentences of the development
summaries (shared/data/summaries) have 4 to 60 words in 97 of 100 cases; a card's lead wants 25-45 in all."""

MAX_TEXT = 12_000
"""Characters of one entry that are read. News says what matters first; a 200 kB page must not cost seconds."""

MAX_ENTRIES, MAX_SENTENCES = 40, 240
"""Per story. The median live story has 2 entries; beyond 40 more reports repeat, and time is bounded."""

MAX_TITLE = 300
"""Characters of a title that can be evidence; longer ones are texts in the wrong field, cut at a word."""

NOTHING: Final[Mapping[str, frozenset[str]]] = MappingProxyType({})
"""No boilerplate is known."""

_CLOSERS = "\"'”’»›)]」』"
_ENDS = tuple(".!…。！.؟।۔")
_UNFINISHED = ("…", "...", "[…]", "[...]", "(...)", "(…)")
_QUESTIONS = tuple("?？؟")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_MARKS = re.compile(r"[\"“”„«»「」]")
_NOT_WORD = re.compile(r"[\W_]+")

_DATELINE_WITHIN = 4  # sentences; further down, a place and brackets are part of what is told

_BOILERPLATE = re.compile(
    r"\b(?:subscrib(?:e|ers?)\b.{0,40}\b(?:to|now|today|here|only)|sign up|log in to|newsletter|cookie|click here"
    r"|read (?:more|the full|the rest)|continue reading|follow us|all rights reserved|first appeared on"
    r"|originally (?:appeared|published)|^(?:photo|image|picture)s?:|image (?:credit|source|copyright|caption)"
    r"|file photo|\(?photo (?:by|courtesy)|\bphoto/|advertisement|(?:personal|non-commercial) use only|reprints:"
    r"|download (?:our|the) app|share this|support our|terms of (?:use|service)|privacy policy"
    r"|weiterlesen|jetzt abonnieren|alle rechte vorbehalten|abonnez-vous|lire (?:aussi|la suite)|suscr[ií]bete"
    r"|leer más|lee también|tous droits réservés|todos los derechos reservados|assine (?:já|agora)|leia mais)"
    r"|©|订阅|点击(?:这里|查看)|版权所有|続きを読む|會員專享",
    re.IGNORECASE,
)
"""Calls and notices seen in the captured feeds, in the languages that stand there most often."""

_DANGLING = re.compile(
    r"(?:he|she|they|his|her|their|him|them|that|these|those|such|but|and|or|so|yet|however|meanwhile|instead|still"
    r"|therefore|moreover|also|then|nor|er|doch|aber|jedoch|dabei|deshalb|denn|zudem|il|elle|ils|elles|mais|cependant"
    r"|pero|ella|ellos|además|mas|ele|ela|він|вона|вони|але|проте|однак|он|она|они|но|однако)\b"
    r"|(?:it|this|there) (?:said|says|added|also|was also|has also|comes|came|follows|would)\b"
    r"|(?:他|她|他们|但|但是|然而|同时|彼|しかし|また)",
    re.IGNORECASE,
)
"""Openings that lean on the sentence before: without it nobody knows who "he" is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One sentence and where it stands: `text` is characters `start` to `end` of the entry's text.

    With `in_title` they are characters of the entry's title, which is all some entries say. `position` counts the
    sentences of its entry, those not taken included, from 0. `also`: further entries that hold the same characters.
    """

    entry_id: EntryId
    start: int
    end: int
    text: str
    position: int
    in_title: bool = False
    also: tuple[EntryId, ...] = ()

    @property
    def cites(self) -> tuple[EntryId, ...]:
        """Every entry it stands in, its own first."""
        return (self.entry_id, *self.also)


def evidence_of(
    entries: Sequence[Entry], *, language: str | None = None, boilerplate: Mapping[str, frozenset[str]] = NOTHING
) -> tuple[Evidence, ...]:
    """Give the sentences of a story that can stand alone, by entry and then by place.

    An entry without a usable sentence gives its title. The same characters come once, with all entries that hold
    them. `language` is for entries that do not know theirs; `boilerplate` holds lines by outlet that say nothing. At
    most `MAX_SENTENCES`, leads before later text.
    """
    taken = list(entries[:MAX_ENTRIES])
    each = max(2, MAX_SENTENCES // max(1, len(taken)))
    first: dict[str, Evidence] = {}
    also: dict[str, list[EntryId]] = {}
    for entry in taken:
        lines = boilerplate.get(entry.outlet, frozenset())
        for evidence in _of_entry(entry, entry.language or language, limit=each, boilerplate=lines):
            if evidence.text not in first:
                first[evidence.text] = evidence
                also[evidence.text] = []
            elif evidence.entry_id not in (first[evidence.text].entry_id, *also[evidence.text]):
                also[evidence.text].append(evidence.entry_id)
    return tuple(replace(evidence, also=tuple(also[text])) for text, evidence in first.items())


def evidence_of_title(entry: Entry) -> Evidence | None:
    """Give an entry's title as evidence, cut at a word where it is no title but a text; None where it is empty."""
    start = len(entry.title) - len(entry.title.lstrip())
    end = start + cut_at_word(entry.title[start:].rstrip(), MAX_TITLE)
    if start == end:
        return None
    text = entry.title[start:end]
    return Evidence(entry_id=entry.id, start=start, end=end, text=text, position=0, in_title=True)


def word_count(text: str) -> int:
    """Give how many words a reader sees; two characters make one where words are not spaced (Chinese, Thai)."""
    spaced, unspaced = _UNSPACED.subn(" ", text)
    return len(spaced.split()) + (unspaced + 1) // 2


def has_quotation(text: str) -> bool:
    """Tell whether words of somebody are quoted in a text, or begin or end in it."""
    return _MARKS.search(text) is not None


def bare(text: str) -> str:
    """Give the text without case, spaces and punctuation, to tell whether two say the same."""
    return _NOT_WORD.sub("", text.casefold())


def cut_at_word(text: str, limit: int) -> int:
    """Give where to cut so that at most `limit` characters stay and no word is broken, where words are spaced."""
    if len(text) <= limit:
        return len(text)
    space = text.rfind(" ", limit // 2, limit + 1)
    return len(text[: space if space > 0 else limit].rstrip())


def _of_entry(entry: Entry, language: str | None, *, limit: int, boilerplate: frozenset[str]) -> list[Evidence]:
    title = bare(entry.title)
    found: list[Evidence] = []
    spans = _spans(entry.text, language)
    quoted = quoted_spans(entry.text[:MAX_TEXT])
    for position, span in enumerate(spans):
        text = entry.text[span.start : span.end]
        stands = _can_stand(text, is_first=position == 0, is_only=len(spans) == 1)
        is_own = bare(text) != title and not (boilerplate and _line_around(entry.text, span) in boilerplate)
        if stands and is_own and not _is_quoted(entry.text, quoted, span):
            found.append(Evidence(entry_id=entry.id, start=span.start, end=span.end, text=text, position=position))
            if len(found) == limit:
                break
    if not found and (title_evidence := evidence_of_title(entry)):
        return [title_evidence]
    return found


def _spans(text: str, language: str | None) -> list[Span]:
    """Give the sentences of the report itself, without datelines, what the feed appended, or one our cap cut in two."""
    head = text[:MAX_TEXT]
    lead = clean_lead(head)
    begin = max(0, head.find(lead))
    end = begin + len(lead) if len(text) == len(head) else head.rfind("\n") + 1 or len(head) - MAX_TITLE
    spans: list[Span] = []
    for span in sentences(head, language):
        if begin < span.end <= end:
            start = max(span.start, begin)
            skip = _dateline_length(head, start, span.end) if len(spans) < _DATELINE_WITHIN else 0
            spans.append(Span(start + skip, span.end))
    return spans


def _dateline_length(text: str, start: int, end: int) -> int:
    """Give how much of a sentence is a dateline: at the head of a paragraph, or in capitals after a caption."""
    line = dateline(text[start:end])
    if line is None:
        return 0
    opens = start == 0 or text[start - 1] == "\n"
    return line.end if opens or text[start : start + line.end].partition("(")[0].isupper() else 0


def _can_stand(text: str, *, is_first: bool, is_only: bool) -> bool:
    """Tell whether a sentence says something of its own, whole, to a reader who sees nothing around it.

    Without a full stop it is a byline, a caption or a heading, unless it is all the feed says.
    """
    if not MIN_WORDS <= word_count(text) <= MAX_WORDS or "\n" in text or text.endswith(_UNFINISHED):
        return False
    core = text.rstrip(_CLOSERS)
    if core.endswith(_QUESTIONS) or not (core.endswith(_ENDS) or is_only):
        return False
    if not is_first and _DANGLING.match(text.lstrip("\"'“‘«„(")):
        return False
    return _BOILERPLATE.search(text) is None


def _line_around(text: str, span: Span) -> str:
    end = text.find("\n", span.end)
    return text[text.rfind("\n", 0, span.start) + 1 : end if end >= 0 else len(text)].strip()


def _is_quoted(text: str, quoted: QuotedSpans, span: Span) -> bool:
    """Tell whether a sentence is part of a longer quotation, or all quotation: its speaker stands elsewhere."""
    if quoted.open_at(span.start) or any(one.end > span.end for one in quoted.within(*span)):
        return True
    return needs_speaker(text, quoted, *span)
