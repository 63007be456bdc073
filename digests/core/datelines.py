"""The line agencies put before a report: its place, its credit, its end. It knows forms, and names no agency."""

from __future__ import annotations

from typing import NamedTuple

import regex

# All are anchored and bounded, so hostile text costs no more than these few characters.
_PLACE = r"\p{Lu}[\p{Lu}\p{M} .'’-]{3,40}"  # PORT LYN, ST. ORM; shorter ones are names of firms and teams
_NAMES = r"(?:[\p{Lu}\d][\p{L}\p{M}\d.'’/-]*+(?:,\s|\s)?+){0,6}"  # Port Lyn, Oresia; April 10
_MORE = r"(?:,\s[\p{L}\p{M}\d .'’]{1,30}){0,3}"  # , Oresia, March 10
_CREDIT = r"\((?P<credit>[^()\n]{0,40})\)"
_DASH = r"(?:--+|[—–-])"
_FORMS = tuple(
    regex.compile(form)
    for form in (
        rf"\s*{_PLACE}{_MORE}\s*{_CREDIT}\s*(?:{_DASH}|:)\s*",
        rf"\s*{_NAMES}{_CREDIT}\s*{_DASH}\s*",
        rf"\s*{_PLACE}{_MORE}\s*(?:{_DASH}\s|:\s)\s*",
        r"\s*[（(【\[](?P<credit>[^（）()【】\[\]\n]{1,20})[讯訊电電][)）】\]]\s*",
        r"\s*(?P<credit>\p{Han}{2,5}[社网網])[\p{Han}\d ]{0,16}[电電讯訊][：:\s]*",
    )
)
_REACH = 160


class Dateline(NamedTuple):
    """`end` is where the report itself begins; `credit` is what stood in brackets, empty where nothing did."""

    end: int
    credit: str


def dateline(text: str) -> Dateline | None:
    """Give the dateline a text begins with, or None."""
    head = text[:_REACH]
    for form in _FORMS:
        if match := form.match(head):
            return Dateline(match.end(), (match.groupdict().get("credit") or "").strip())
    return None
