"""Lines of an extracted text that are no part of the article: links to others, bylines of agencies, calls to subscribe.

Each is recognised by how it begins or what it asks for, in the languages most news is in; a line that only mentions
such words is kept. Pure text, no page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_LEADS: Final = "|".join(
    (
        *(r"related(?: articles?| stor(?:y|ies)| coverage| content)?", "see also", "recommended(?: for you)?"),
        *("read (?:more|also|next|the full story)", "more(?: on this)?", r"also (?:on|read|see)(?: [\w.]+)?"),
        *(
            "you (?:may|might) (?:also )?like",
            "don['’]t miss",
            "watch(?: now)?",
            "listen",
            "filed under",
            "tags?",
            "topics?",
        ),
        *("sources?", "share(?: this)?(?: article| story)?", "photo(?:s| credit)?"),
        *("lesen sie (?:auch|mehr)", "mehr zum thema", "siehe auch", "quelle"),
        *("lire aussi", "à lire(?: aussi)?", "voir aussi"),
        *("leggi anche", "fonte", "lee (?:también|más)", "te puede interesar", "ver también", "fuente"),
        *(
            "leia (?:mais|também)",
            "veja também",
            "lees ook",
            "läs (?:också|mer)",
            "czytaj (?:też|także)",
            "zobacz także",
        ),
        *("читайте (?:также|также на)", "источник", "читайте також", "джерело", "ilgili haberler"),
    )
)
_LABEL: Final = re.compile(rf"(?:{_LEADS})\s*(?:[:：|»>…]|\.{{3}}).*", re.IGNORECASE)
_LABEL_ALONE: Final = re.compile(
    rf"(?:{_LEADS}|comments?|advertisement|sponsored|newsletter)\s*[.:：…!]*", re.IGNORECASE
)
_CALL: Final = re.compile(
    "|".join(
        (
            r"(?:please )?(?:sign up|subscribe|register now|join our|click here|tap here|download (?:the|our))\b",
            r"get (?:the|our|your|all the) (?:latest|day['’]s|top|best|biggest|free|full|\w+ newsletter)\b",
            r"(?:like|liked|enjoyed?) this (?:story|article|post)",
            r"(?:have|got) a (?:news )?tip\b",
            "tell us what you think",
            r"follow (?:us|me|him|her|them|the|@|\w+ (?:\w+ )?on (?:twitter|facebook|instagram|x\b))",
            "like us on|support (?:our|quality) journalism",
            r"already (?:a )?subscribe[rd]?|log in to\b",
            "abonnieren sie|jetzt (?:abonnieren|anmelden)|abonnez-vous|inscrivez-vous|suscríbete|suscríbase|iscriviti",
            r"assine\b|подпишитесь|подписывайтесь|підпис(?:уйтесь|атися)|zapisz się|abone ol",
        )
    ),
    re.IGNORECASE,
)
_WALL: Final = re.compile(
    "|".join(
        (
            r"(?:subscribe|sign up|log ?in|register|become a member)\b.{0,40}\b"
            r"(?:to (?:read|continue|keep|access|unlock|view)|for full access)",
            r"\b(?:this|the) (?:article|story|content) is (?:for|only available to|available to|reserved for) (?:our )?"
            r"\w*\s?(?:subscribers?|members?)",
            r"already (?:a )?(?:subscriber|member|subscribed)|to (?:continue|keep) reading\b",
            "weiterlesen mit|nur für abonnenten|réservé (?:à nos|aux) abonnés",
            "exclusivo para (?:suscriptores|assinantes)",
            "riservato agli abbonati|только для подписчиков|лише для передплатників|tylko dla subskrybentów",
        )
    ),
    re.IGNORECASE,
)
_PAID: Final = re.compile(r"subscri|log ?in\b|sign up to|member|abonn|suscri|assin|подпис|передплат", re.IGNORECASE)
_START: Final = r"(?:(?<=[.!?…\"”’»)])\s+|^)"
_LAST_CALL: Final = re.compile(
    rf"{_START}(?:[^.!?]{{1,80}}\?\s+)?(?:please )?(?:subscribe|sign up|log ?in|register|become a member)\b"
    r"[^.!?]{0,120}[.!]?\s*$"
    rf"|{_START}(?:this|the) (?:article|story|content) is (?:for|reserved for|available to|only available to)"
    r"[^.!?]{1,60}(?:subscribers?|members?)[^.!?]{0,60}[.!]?\s*$",
    re.IGNORECASE,
)
_MOST_CALL: Final = 300
"""Characters of a call to subscribe; a paragraph of an article that begins so is longer."""

_CREDIT: Final = re.compile(
    r"\(?(?:additional )?(?:reporting|writing|compiled|edited|editing) (?:and (?:writing|editing) )?by [A-Z].*"
    r"|.{0,80}\b(?:may|can) be reached at \S+@.*|(?:©|\(c\)|copyright)\s.{0,200}",
    re.IGNORECASE,
)
_SHORTCODE: Final = re.compile(r"\[/?[a-z][\w-]*(?: [^\]]*)?\].*")
_BULLET: Final = re.compile(r"[-*•·–]\s+")
_ENDS: Final = re.compile(r"[.!?…:;。！？\"”»’')\]]$")


def without_chrome(lines: Sequence[str], *, title: str = "") -> list[str]:
    """Give the article's own lines, in order; the title is dropped where the text begins with it."""
    kept = [line for line in lines if not _is_chrome(line)]
    own = _bare(title)
    while kept and own and _bare(kept[0]) == own:
        kept.pop(0)
    return _without_tail(kept)


def is_call(line: str) -> bool:
    """Tell whether a line asks to subscribe or log in, as a wall before the rest of an article does."""
    return len(line) <= _MOST_CALL and bool(_WALL.search(line))


def without_call(lines: Sequence[str]) -> tuple[list[str], bool]:
    """Give the lines without calls (lines of their own, or last sentences), and whether one asked to pay or log in."""
    kept, is_walled = [], False
    for line in lines:
        cut = _LAST_CALL.sub("", line).rstrip()
        if cut == line and len(line) <= _MOST_CALL and _CALL.match(line):
            cut = ""
        is_walled |= cut != line and bool(_PAID.search(line))
        if cut:
            kept.append(cut)
    return kept, is_walled


def _is_chrome(line: str) -> bool:
    text = _BULLET.sub("", line.strip(), count=1)
    if _CREDIT.fullmatch(text):
        return True
    if len(text) > _MOST_CALL:
        return False
    return any(form.fullmatch(text) for form in (_LABEL, _LABEL_ALONE, _SHORTCODE)) or bool(_CALL.match(text))


def _without_tail(lines: list[str]) -> list[str]:
    """Drop a list of titles at the end: bullets none of which ends as a sentence does."""
    end = len(lines)
    while end and _BULLET.match(lines[end - 1]):
        end -= 1
    tail = lines[end:]
    return lines[:end] if tail and end and not any(_ENDS.search(line) for line in tail) else lines


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
