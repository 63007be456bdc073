"""The dates feeds write, to aware UTC. It guesses no missing part: a date without its day is no date.

Own reader, since the ready ones are wrong where they should give up (measured): dateutil read "GMT-07:00" seven hours
off, lost the zone of "11:12 PM EST" and took today's day for "Nov. 2020"; feedparser read unix times as dates of 2015.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Final

from digests.core.dates import OLDEST

MAX_CHARS: Final = 100  # the longest date of the measuring files has 40; a longer text is prose

_ZONE: Final = r"(?P<zone>Z|[A-Za-z/]{1,9}(?=$|\s|[+-])(?:\s?[+-]\d{1,2}:?\d{2})?|[+-]\d{2}:?(?:\d{2})?)?"
_TIME: Final = r"(?P<hour>\d{1,2})\s?[:h時时시]\s?(?P<minute>\d{1,2})[分분]?(?::(?P<second>\d{1,2})(?:[.,]\d+)?)?"
_AT: Final = r"(?:(?:at|à|a\ las|as|às|om|um|kl\.?|klo|o|ore|в|у|о|@|\|)\s+)?"  # what stands before a time
_OF_YEAR: Final = r"(?:\s?(?:г|р|року|года)\b\.?)?"  # what stands after a year
_CLOCK: Final = rf"(?P<early>오전|오후|[AaPp]\.?[Mm]\.?)?\s*{_TIME}\s*(?P<half>[AaPp]\.?[Mm]\b\.?)?\s*{_ZONE}"
_WEEKDAY: Final = r"(?:[^\W\d_]+(?:-[^\W\d_]+)?(?:\.?\s*,|\.?\s)\s*)?"

_FORMS: Final = tuple(
    re.compile(form, re.VERBOSE)
    for form in (
        # 2026-03-02T07:00:00Z, 2026/03/02 07:00, 2026-March-02, 2026年3月2日 and every shorter form with a day
        rf"{_WEEKDAY}(?P<year>\d{{4}})[-/.년年]\s*(?P<month>\d{{1,3}}|[^\W\d_]{{3,}})[-/.월月]\s*"
        rf"(?P<day>\d{{1,2}})[일日]?(?:(?:\s*T|\s+|(?<=[일日]))\s*{_CLOCK})?",
        # Mon, 2 Mar 2026 07:00:00 GMT, with or without weekday, comma, seconds, zone (RFC 5322 §3.3 and §4.3)
        rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?[\s,-]*(?:de\s+)?(?P<month>[^\W\d_]{{3,}})\.?[\s,-]*(?:del?\s+)?"
        rf"(?P<year>\d{{4}}|\d{{2}}){_OF_YEAR}(?:[\s,T-]+{_AT}{_CLOCK})?",
        # Mar 2, 2026 7:00 PM EST
        rf"{_WEEKDAY}(?P<month>[^\W\d_]{{3,}})\.?[\s-]+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+(?P<year>\d{{4}})"
        rf"(?:[\s,T-]+{_AT}{_CLOCK})?",
        # Mon Mar  2 07:00:00 UTC 2026 (asctime and date(1))
        rf"{_WEEKDAY}(?P<month>[^\W\d_]{{3,}})\s+(?P<day>\d{{1,2}})\s+{_TIME}\s*{_ZONE}\s*(?P<year>\d{{4}})",
        # 02.03.2026 07:00 (with dots it is day first everywhere; with slashes nobody knows, so it is no date)
        rf"(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?P<year>\d{{4}}){_OF_YEAR}(?:[\s,T]+{_AT}{_CLOCK})?",
        # 20260302, 20260302T070000Z
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})"
        rf"(?:T(?P<hour>\d{{2}}):?(?P<minute>\d{{2}}):?(?P<second>\d{{2}})?(?:[.,]\d+)?{_ZONE})?",
    )
)
_COMMENT: Final = re.compile(r"\s*\([^()]*\)$")  # RFC 5322 §3.2.2: "+0000 (UTC)"
_HANGUL: Final = re.compile(r"[가-힣]")
_OFFSET: Final = re.compile(r"([+-])(\d{1,2}?):?(\d{2})?$")
_UNIX: Final = re.compile(r"\d{10}(?:\d{3})?(?:\.\d+)?")  # seconds, or milliseconds, since 2001-09-09

# Months by their first letters, as news feeds write them: English, German, French, Spanish, Portuguese, Italian,
# Dutch, Swedish, Danish, Polish, Russian, Ukrainian, Greek, Hungarian, Turkish, Romanian, Finnish, Czech. Longest
# beginnings are tried first. (Croatian is left out: its "listopad" is October, in Polish it is November.)
_MONTHS: Final = {
    beginning: number
    for number, beginnings in enumerate(
        (
            "jan ene gen янв січ sty ιαν oca ian tam led",
            "feb fév fev фев лют lut φεβ şub hel úno",
            "mar mär maa mrt мар бер μαρ μάρ már bře",
            "apr avr abr кві апр kwi απρ ápr nis huh dub",
            "may mai mag maj mei мая май тра μαι μαϊ máj tou kvě",
            "jun jui juin giu июн чер cze ιουν ιούν jún haz iun kes čer",
            "jul juil lug июл лип lip ιουλ ιούλ júl tem iul hei červenec července",
            "aug aoû aou ago авг сер sie αυγ αύγ ağu elo srp",
            "sep set сен вер wrz σεπ szept eyl syy zář",
            "oct okt ott out окт жов paź οκτ eki lok říj",
            "nov ноя лис lis νοε νοέ kas noi",
            "dec dez déc dic дек гру gru δεκ ara jou pro",
        ),
        start=1,
    )
    for beginning in beginnings.split()
}
_LONGEST_BEGINNING: Final = max(map(len, _MONTHS))

# Minutes east of Greenwich. RFC 5322 §4.3 gives the American names; a name that means two zones ("IST", "BST", "CST")
# is read as fastfeedparser reads it, since most feeds that write it are from there.
_ZONES: Final = {
    **dict.fromkeys(("Z", "UT", "UTC", "GMT", "WET", "GMZ", "ETC/GMT", "ETC/UTC", "UCT"), 0),
    **dict.fromkeys(("CET", "MET", "MEZ", "WEST", "BST"), 60),
    **dict.fromkeys(("CEST", "MEST", "MESZ", "EET", "SAST"), 120),
    **dict.fromkeys(("EEST", "MSK", "TRT"), 180),
    **dict.fromkeys(("AST", "AT"), -240),
    **dict.fromkeys(("EST", "ET"), -300),
    **dict.fromkeys(("CST", "CT"), -360),
    **dict.fromkeys(("MST", "MT"), -420),
    **dict.fromkeys(("PST", "PT"), -480),
    **dict.fromkeys(("BRT", "ART", "ADT"), -180),
    **dict.fromkeys(("SGT", "HKT", "AWST"), 480),
    **dict.fromkeys(("JST", "KST"), 540),
    "AKDT": -480,
    "AKST": -540,
    "HST": -600,
    "EDT": -240,
    "CDT": -300,
    "MDT": -360,
    "PDT": -420,
    "GST": 240,
    "PKT": 300,
    "IST": 330,
    "ICT": 420,
    "ACST": 570,
    "AEST": 600,
    "ACDT": 630,
    "AEDT": 660,
    "NZST": 720,
    "NZDT": 780,
}
_KOREA: Final = 540
_NOON: Final = 12
_MIDNIGHT: Final = 24  # as an hour: the end of its day (ISO 8601)
_LAST_MINUTE: Final = 59
_LEAP_SECOND: Final = 60
_THIS_CENTURY: Final = 50  # years of two digits below it (RFC 5322 §4.3)
_FURTHEST: Final = (
    14 * 60
)  # no zone lies further from Greenwich; a wider offset is a mistake (miniflux reads it as UTC)


def read_date(text: str) -> datetime | None:
    """Give the moment a feed's date names, aware UTC; None where it is unreadable, incomplete or before 1995.

    A date without time is its midnight, one without zone is UTC.
    """
    return _read(text) if text and len(text) <= MAX_CHARS else None


@lru_cache(maxsize=4096)
def _read(text: str) -> datetime | None:
    text = _COMMENT.sub("", " ".join(text.split()))
    if _UNIX.fullmatch(text):
        seconds = float(text)
        return datetime.fromtimestamp(seconds / 1000 if seconds >= 10**12 else seconds, UTC)
    found = next((found for form in _FORMS if (found := form.fullmatch(text))), None)
    moment = _moment(found) if found else None
    return moment if moment is not None and moment >= OLDEST else None


def _moment(found: re.Match[str]) -> datetime | None:
    part = {name: value for name, value in found.groupdict().items() if value}
    month = _month(part["month"])
    east = _east(part.get("zone", ""))
    if month is None or east is None:
        return None
    if "zone" not in part and _HANGUL.search(found[0]):
        east = _KOREA  # Korean dates come without a zone, and name the country by their script
    try:
        midnight = datetime(_year(part["year"]), month, int(part["day"]), tzinfo=UTC)
        return midnight + _since_midnight(part) - timedelta(minutes=east)
    except (ValueError, OverflowError):  # there is no such day or time
        return None


def _since_midnight(part: Mapping[str, str]) -> timedelta:
    hour, minute, second = (int(part.get(name, 0)) for name in ("hour", "minute", "second"))
    half = part.get("half") or part.get("early") or ""
    if half and hour <= _NOON:
        hour = hour % _NOON + (_NOON if half == "오후" or half[0] in "Pp" else 0)
    if hour > _MIDNIGHT or minute > _LAST_MINUTE or second > _LEAP_SECOND:
        raise ValueError("no time of day")
    return timedelta(hours=hour, minutes=minute, seconds=second)


def _month(text: str) -> int | None:
    if text.isdecimal():
        return int(text)
    lengths = range(_LONGEST_BEGINNING, 2, -1)
    return next((_MONTHS[begins] for length in lengths if (begins := text.casefold()[:length]) in _MONTHS), None)


def _year(text: str) -> int:
    """Read two digits as RFC 5322 §4.3 does."""
    year = int(text)
    century = 0 if len(text) == len("2026") else 2000 if year < _THIS_CENTURY else 1900
    return century + year


def _east(zone: str) -> int | None:
    """Give minutes east of Greenwich; 0 for names nobody knows (RFC 5322 §4.3), None for an offset that cannot be."""
    offset = _OFFSET.search(zone)
    if offset is None:
        return _ZONES.get(zone.upper(), 0)
    minutes = int(offset[3] or 0)
    east = int(offset[2]) * 60 + minutes
    if minutes > _LAST_MINUTE:
        return None
    return 0 if east > _FURTHEST else -east if offset[1] == "-" else east
