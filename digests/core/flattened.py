"""Pages of a news aggregator that were flattened to text, taken apart again: the article, and those printed beside it.

What an article is, is told by structure: a head (its title, printed once or more, around a line that says when it came)
and the lines up to the next head. Nothing is taken from where on the page it stands: blocks come in any order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import takewhile
from typing import Final

from digests.core.articles import Kind, PageText, Precision
from digests.core.chrome import without_call
from digests.core.datelines import dateline
from digests.core.evidence import word_count

_CHROME: Final = frozenset(
    {
        *("logo", "comments", "no comments yet", "related articles", "related stories", "download the app", "share"),
        *("try our ai features", "get started now download the app", "app storeplay store", "app store", "play store"),
        *(
            "advertisement",
            "sign in",
            "log in",
            "menu",
            "search",
            "home",
            "load more",
            "show more",
            "hashtags",
            "follow",
        ),
    }
)
"""Lines that belong to the site, as `_bare` writes them."""

_CHROME_FORM: Final = re.compile(
    r"\w+ (?:background|icon|logo|image|banner|illustration|avatar)|explore what .{1,40} can do for you:?"
    r"|ready to dive into .*|.{0,60}\bapp today\b.*|no comments? yet.*|be the first to comment.*|\d+ comments?",
    re.IGNORECASE,
)
_UNITS: Final = {
    "second": timedelta(seconds=1),
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(weeks=1),
    "month": timedelta(days=30),
    "year": timedelta(days=365),
}
_AGO: Final = re.compile(
    rf"(?:time\s*)?(?P<count>an?|\d{{1,3}})\s*(?P<unit>{'|'.join(_UNITS)})s?\s+ago|(?:time\s*)?(?P<now>just now)",
    re.IGNORECASE,
)
_GAP: Final = r"[\s•|·,-]*"
_DATED: Final = re.compile(
    rf"(?P<source>.*?)(?:{_GAP}(?P<first>\d{{2}})[-./](?P<second>\d{{2}})[-./](?P<year>\d{{4}})"
    r"|(?:^|[\s•|·,])+(?P<first1>\d{1,2})[-./](?P<second1>\d{1,2})[-./](?P<year1>\d{4})"
    rf"|{_GAP}(?P<year2>\d{{4}})-(?P<month2>\d{{2}})-(?P<day2>\d{{2}}))"
)
_MONTH_DAY: Final = re.compile(
    r"\b(?P<month>[A-Z][a-z]{2,8})\.?\s(?P<day>\d{1,2})\b|\b(?P<day2>\d{1,2})\s(?P<month2>[A-Z][a-z]{2,8})\b"
)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_BULLET: Final = re.compile(r"^[•·*▪◦–-]\s+")
_SENTENCE: Final = re.compile(r"[.!…。！]['\"”’»)]*$|[?？]['\"”’»)]+$")
_LONGEST_TITLE: Final = 220  # characters; of 2,891 real titles the longest has 206
_LONGEST_SOURCE: Final = 50
_FEW_WORDS: Final = 3  # of a name that may end in a full stop ("Ferries Ltd.")
_BEFORE: Final = 5  # lines that a head may have before its time: title twice or thrice, source


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    is_bullet: bool = False
    is_call: bool = False

    @property
    def is_time(self) -> bool:
        return bool(_AGO.fullmatch(self.text) or _dated(self.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """Where a block begins (`start`) and its body does (`end`), and what its lines say; `time` is a line or empty."""

    start: int
    end: int
    title: str
    source: str = ""
    time: str = ""


def is_flattened(text: str) -> bool:
    """Tell a flattened page of an aggregator from other text and from HTML."""
    lines = text.splitlines()
    has_time = any(_AGO.fullmatch(line.strip()) or _dated(line.strip()) for line in lines)
    return "</" not in text and (has_time or any(_bare(line) == "related articles" for line in lines))


def read_flattened(text: str, *, fetched: datetime | None = None) -> PageText:
    """Give the page's article with the related ones in their order. Relative times need `fetched`; else they are None.

    A page without any head is one article: its first line is the title.
    """
    lines = _lines(text)
    heads = _heads(lines)
    if not heads:
        body = [line.text for line in lines[1:]]
        return _article(_Head(start=0, end=1, title=lines[0].text if lines else ""), body, fetched)
    ends = [*(head.start for head in heads[1:]), len(lines)]
    articles = [
        _article(head, [line.text for line in lines[head.end : end]], fetched)
        for head, end in zip(heads, ends, strict=True)
    ]
    main = next((n for n, head in enumerate(heads) if _dated(head.time)), None)
    if main is None:
        main = next((n for n, head in enumerate(heads) if not head.time), 0)
    return replace(articles[main], related=tuple(one for n, one in enumerate(articles) if n != main))


def _lines(text: str) -> list[_Line]:
    found = []
    for raw in text.splitlines():
        line = " ".join(raw.split())
        if not line or _bare(line) in _CHROME or _CHROME_FORM.fullmatch(line):
            continue
        found.append(
            _Line(_BULLET.sub("", line), is_bullet=bool(_BULLET.match(line)), is_call=not without_call([line])[0])
        )
    return found


def _heads(lines: Sequence[_Line]) -> list[_Head]:
    """Give the heads in their order: around each time, then where a title is printed twice without one."""
    heads: list[_Head] = []
    for at, line in enumerate(lines):
        if line.is_time and (head := _head_around(lines, at, heads[-1].end if heads else 0)):
            heads.append(head)
    taken = {n for head in heads for n in range(head.start, head.end)}
    for at, line in enumerate(lines):
        again = next((n for n in range(at + 1, min(at + 4, len(lines))) if _same(lines[n], line)), None)
        if (
            at not in taken
            and again is not None
            and again not in taken
            and _is_titlelike(line.text)
            and not line.is_call
        ):
            end = again + 1
            while end < len(lines) and _same(lines[end], line):
                end += 1
            between = [one.text for one in lines[at + 1 : again] if not _same(one, line)]
            heads.append(_Head(start=at, end=end, title=line.text, source=between[0] if between else ""))
            taken |= set(range(at, end))
    return sorted(heads, key=lambda head: head.start)


def _head_around(lines: Sequence[_Line], at: int, floor: int) -> _Head | None:
    """Give the head whose time stands at `at`: title and source before it, and what repeats them after it."""
    before = range(at - 1, max(floor, at - _BEFORE) - 1, -1)
    after = list(takewhile(lambda n: not lines[n].is_time, range(at + 1, min(at + 5, len(lines)))))
    near = _near(lines, before, after)
    dated = _dated(lines[at].text)
    bullet = next((lines[n].text for n in after if lines[n].is_bullet and len(lines[n].text) <= _LONGEST_SOURCE), "")
    longest = max((word_count(lines[n].text) for n in near), default=0)
    repeated = next(
        (
            n
            for n in near
            if _is_repeated(lines, n, (*near, *after))
            and _bare(lines[n].text) != _bare(bullet)
            and (word_count(lines[n].text) == longest or len(lines[n].text) > _LONGEST_SOURCE)  # else it is a source
        ),
        None,
    )
    if repeated is not None:
        title = lines[repeated].text
    elif len(near) > 1 and (_bare(lines[near[0]].text) == _bare(bullet) if bullet else _is_source(lines, near)):
        title = lines[near[1]].text
    elif near and _bare(lines[near[0]].text) != _bare(bullet):
        title = lines[near[0]].text
    else:
        title = next((lines[n].text for n in after if not lines[n].is_bullet and _is_titlelike(lines[n].text)), "")
    if not title:
        return None
    source = dated[0] if dated and dated[0] else bullet
    if (
        not source
        and near
        and _bare(lines[near[0]].text) != _bare(title)
        and len(lines[near[0]].text) <= _LONGEST_SOURCE
    ):
        source = lines[near[0]].text
    own = {_bare(title), _bare(source)}
    start = at
    while start > floor and _bare(lines[start - 1].text) in own:
        start -= 1
    end = at + 1
    while end < len(lines) and (_bare(lines[end].text) in own):
        end += 1
    return _Head(start=start, end=end, title=title, source=source, time=lines[at].text)


def _near(lines: Sequence[_Line], before: Sequence[int], after: Sequence[int]) -> list[int]:
    """Give the lines before a time that may be its title or source, the nearest first.

    A title that reads like a sentence is known by its place, next to the time or to a source, and by its repetition:
    a paragraph may be repeated too, where two outlets print one report.
    """
    places = before[:1] if not before or len(lines[before[0]].text) > _LONGEST_SOURCE else before[:2]
    return [
        n
        for n in before
        if not lines[n].is_call
        and (_is_titlelike(lines[n].text) or (n in places and _is_repeated(lines, n, (*before, *after))))
    ]


def _is_repeated(lines: Sequence[_Line], at: int, among: Sequence[int]) -> bool:
    return any(n != at and _same(lines[n], lines[at]) for n in among)


def _is_source(lines: Sequence[_Line], near: Sequence[int]) -> bool:
    """Tell whether the line nearest to a time is who published: short, and shorter than the title before it."""
    if len(near) < 2 or near[0] - near[1] != 1:  # noqa: PLR2004 - a title and a source
        return False
    source, title = lines[near[0]].text, lines[near[1]].text
    return len(source) <= _LONGEST_SOURCE and word_count(source) < word_count(title)


def _article(head: _Head, body: Sequence[str], fetched: datetime | None) -> PageText:
    kept, is_walled = without_call(body)
    published, precision = _time(head.time, fetched, kept)
    found = dateline(kept[0]) if kept else None
    return PageText(
        title=head.title,
        source=head.source,
        agency=found.credit if found else "",
        published=published,
        precision=precision,
        text="\n".join(kept),
        paywalled=is_walled,
        kind=Kind.REPORT if kept else Kind.STUB,
    )


def _time(line: str, fetched: datetime | None, body: Sequence[str]) -> tuple[datetime | None, Precision | None]:
    """Give when a block says it came, and how exactly that is known."""
    if dated := _dated(line):
        date = _date(dated[1], dated[2], dated[3], body)
        return date, Precision.DAY if date else None
    ago = _AGO.fullmatch(line)
    if ago is None or fetched is None:
        return None, None
    if ago["now"]:
        return fetched, Precision.MINUTE
    unit, count = ago["unit"].lower(), ago["count"].lower()
    moment = fetched - _UNITS[unit] * (int(count) if count.isdecimal() else 1)
    return moment, Precision.MINUTE if unit in {"second", "minute"} else Precision.DAY


def _dated(line: str) -> tuple[str, int, int, int] | None:
    """Give (source, day, month, year) as they stand; which of the numbers is the day is yet to be told."""
    found = _DATED.fullmatch(line)
    if found is None or len(found["source"]) > _LONGEST_SOURCE:
        return None
    source = found["source"].strip(" •|·,-")
    if found["year2"]:
        return source, int(found["day2"]), int(found["month2"]), int(found["year2"])
    first, second = found["first"] or found["first1"], found["second"] or found["second1"]
    return source, int(first), int(second), int(found["year"] or found["year1"])


def _date(first: int, second: int, year: int, body: Sequence[str]) -> datetime | None:
    """Read day and month in the order that gives a date; where both do, as the dateline says, else day first."""
    orders = [(second, first), (first, second)]  # (month, day)
    named = _MONTH_DAY.search(body[0][:60]) if body else None
    if named:
        month, day = named["month"] or named["month2"], named["day"] or named["day2"]
        number = _MONTHS.index(month[:3].lower()) + 1 if month[:3].lower() in _MONTHS else 0
        orders.sort(key=lambda order: order[0] != number or abs(order[1] - int(day)) > 1)
    for month_number, day_number in orders:
        try:
            return datetime(year, month_number, day_number, tzinfo=UTC)
        except ValueError:
            continue
    return None


def _is_titlelike(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and not (_SENTENCE.search(text) and len(text.split()) > _FEW_WORDS)


def _same(one: _Line, other: _Line) -> bool:
    return _bare(one.text) == _bare(other.text) != ""


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
