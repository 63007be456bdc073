"""Sentences that say what their evidence says in other words: by hand, and by rules that keep the meaning."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal, TypeAlias

from digests.core.gates import Evidence, Phrased
from digests.core.models import EntryId
from tests.core.gates.material import Pack

Half: TypeAlias = Literal["shaping", "second", "mended", "unseen"]
"""Rules were shaped on the first, mended by the next two after looks at each, and never by the last."""
_FOLDERS: dict[Half, str] = {"shaping": "", "second": "", "mended": "mended/", "unseen": "unseen/"}

BY_HAND = Path(__file__).parents[2] / "data" / "gates"
PUBLISHED = datetime(2031, 3, 7, 9, tzinfo=UTC)  # a Friday


@dataclass(frozen=True, slots=True, kw_only=True)
class Faithful:
    """A true sentence with its evidence, and how it was made."""

    way: str
    sentence: Phrased
    evidence: tuple[Evidence, ...]


def by_hand(half: Half) -> Iterator[Faithful]:
    """Give the sentences written by hand: every other pack of the first files, those between, or later files."""
    for file in sorted(BY_HAND.glob(f"{_FOLDERS[half]}faithful_*.toml")):
        language = file.stem.removeprefix("faithful_")
        for place, pack in enumerate(tomllib.loads(file.read_text(encoding="utf-8"))["pack"], 1):
            if not _FOLDERS[half] and (place % 2 == 1) is not (half == "shaping"):
                continue
            evidence = tuple(
                Evidence(
                    text=text,
                    title=pack["title"],
                    outlet=pack["outlet"],
                    published=PUBLISHED,
                    language=language,
                    entry_id=EntryId(1),
                )
                for text in pack["evidence"]
            )
            for line in pack["faithful"]:
                text, cites = re.fullmatch(r"(.*?)\s?\[([\d, ]+)\]", line).groups()  # type: ignore[union-attr]
                yield Faithful(
                    way=f"by hand, {language}",
                    sentence=Phrased(text=text, cites=tuple(int(cite) for cite in cites.split(","))),
                    evidence=evidence,
                )


def by_rule(packs: Iterable[Pack]) -> Iterator[Faithful]:
    """Give each short sentence in every way a rule can say it otherwise, and all rules that fit at once."""
    for pack in packs:
        for number, each in pack.short:
            rules = _RULES.get(each.language or "en", {})
            all_at_once, changed = each.text, 0
            for way, rule in rules.items():
                made = rule(each.text, each)
                all_at_once = rule(all_at_once, each)
                if made != each.text:
                    changed += 1
                    yield Faithful(way=way, sentence=Phrased(text=made, cites=(number,)), evidence=pack.evidence)
            if changed > 1:
                yield Faithful(
                    way="several", sentence=Phrased(text=all_at_once, cites=(number,)), evidence=pack.evidence
                )
        for (number, one), (following, other) in zip(pack.short, pack.short[1:], strict=False):
            if (
                one.entry_id == other.entry_id
                and len(f"{one.text} {other.text}".split()) <= 25
                and one.text.endswith(".")
            ):
                made = f"{one.text[:-1]}; {other.text}"
                yield Faithful(
                    way="two as one", sentence=Phrased(text=made, cites=(number, following)), evidence=pack.evidence
                )


Rule = Callable[[str, Evidence], str]
_NUMBERS = {
    "en": "two three four five six seven eight nine ten eleven twelve",
    "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce",
}


def _outside_quotes(text: str, change: Callable[[str], str]) -> str:
    if len(re.findall(r"[\"“”„«»]", text)) % 2 or re.search(r"(?<!\w)['‘]\w", text):
        return text  # where its quotation ends is not clear
    parts = re.split(r"([\"“„«][^\"”“»]*[\"”“»])", text)
    return "".join(part if at % 2 else change(part) for at, part in enumerate(parts))


def _digits(language: str) -> Rule:
    words = {word: str(number) for number, word in enumerate(_NUMBERS[language].split(), 2)}
    form = re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-]| dozen)")
    return lambda text, _: _outside_quotes(text, lambda part: form.sub(lambda match: words[match[0]], part))


def _replaced(*pairs: str) -> Rule:
    def rule(text: str, _: Evidence) -> str:
        for pair in pairs:
            old, new = pair.split("/")
            text = _outside_quotes(
                text, lambda part, old=old, new=new: re.sub(rf"(?<![\w'’]){old}(?![\w'’])", new, part)
            )  # type: ignore[misc]
        return text

    return rule


def _fronted(text: str, _: Evidence) -> str:
    """Put who said it to the front: "It rained, the mayor said." becomes "The mayor said it rained."."""
    match = re.fullmatch(r"(?P<what>[^\"“”;:]+), (?P<who>[^,\"“”]{3,60}) (?P<verb>said|says)\.", text)
    if not match or re.search(r"\b(?:and|but|who|which)$", match["who"]):
        return text
    return f"According to {match['who']}, {_lower(match['what'])}."


def _said_first(text: str, _: Evidence) -> str:
    match = re.fullmatch(r"(?P<what>[^\"“”;:]+), (?P<who>[^,\"“”]{3,60}) said\.", text)
    if not match or re.search(r"\b(?:and|but|who|which)$", match["who"]):
        return text
    return f"{match['who'][0].upper()}{match['who'][1:]} said that {_lower(match['what'])}."


def _lower(text: str) -> str:
    first = text.split(" ", 1)[0]
    is_common = first in {
        "The",
        "A",
        "An",
        "It",
        "They",
        "He",
        "She",
        "There",
        "This",
        "No",
        "At",
        "In",
        "On",
        "Some",
        "About",
    }
    return text[0].lower() + text[1:] if is_common else text


def _dated(text: str, evidence: Evidence) -> str:
    """Give the day for the weekday, as it was when that was written."""
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    past = re.search(r"\b(?:was|were|had|said|died|killed|fell|rose|lost|won)\b", text)
    match = re.search(rf"\bon ({'|'.join(names)})\b(?! (?:morning|evening|night|afternoon))", text)
    if not match or not past or re.search(r"[\"“”«»„]", text):
        return text
    day = evidence.published - timedelta(days=(evidence.published.weekday() - names.index(match[1])) % 7)
    return f"{text[: match.start()]}on {day.day} {day:%B}{text[match.end() :]}"


def _time_first(text: str, _: Evidence) -> str:
    match = re.fullmatch(r"(?P<what>[^\"“”,;:]+) on (?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\.", text)
    return f"On {match['day']}, {_lower(match['what'])}." if match else text


def _surname(text: str, _: Evidence) -> str:
    """Leave out a first name after a role: "prefect Oriane Teskil" becomes "prefect Teskil"."""
    return re.sub(r"\b(chief|leader|doctor|prefect|judge|mayor|coach) [A-Z]\w+ (?=[A-Z]\w+)", r"\1 ", text, count=1)


def _shortened(text: str, _: Evidence) -> str:
    """Leave out a clause that only adds: ", which ... ," and ", who ... ,"."""
    return re.sub(
        r", (?:which|who|die|der|que) [^,\"“”]{5,80}(?=[,.](?!\d))(?:,(?= (?:was|is|has|said|will)))?",
        "",
        text,
        count=1,
    )


_RULES: dict[str, dict[str, Rule]] = {
    "en": {
        "number as digits": _digits("en"),
        "contraction": _replaced("was not/wasn't", "were not/weren't", "did not/didn't", "is not/isn't"),
        "sign for unit": _replaced(" ?percent/%", " ?per cent/%", "kilometres/km", "kilograms/kg"),
        "other verb of saying": _replaced("told reporters/said", "says/said", "added/said"),
        "said to the front": _said_first,
        "according to": _fronted,
        "day for weekday": _dated,
        "time to the front": _time_first,
        "surname only": _surname,
        "clause left out": _shortened,
        "synonym": _replaced(
            "people/persons", "roughly/about", "around/about", "began/started", "whether/if", "almost/nearly",
            "children/kids", "firefighters/fire crews", "near/close to", "injured/hurt", "as well as/and",
        ),
        "US": _replaced("United States/US", "U\\.S\\./US", "United Kingdom/UK", "European Union/EU"),
    },
    "de": {
        "number as digits": _digits("de"),
        "sign for unit": _replaced(" Prozent/ %", "Millionen/Mio.", "Kilometer/km"),
        "synonym": _replaced("rund/etwa", "etwa/rund", "mitgeteilt/gesagt", "begonnen/angefangen", "erklärte/sagte"),
        "clause left out": _shortened,
    },
    "es": {
        "number as digits": _digits("es"),
        "sign for unit": _replaced(" por ciento/ %", "kilómetros/km"),
        "synonym": _replaced("afirmó/dijo", "explicó/dijo", "unos/cerca de", "empezó/comenzó", "heridas/lesionadas"),
    },
    "uk": {
        "sign for unit": _replaced("відсотків/%", "мільйонів/млн", "кілометрів/км"),
        "synonym": _replaced("близько/приблизно", "заявив/сказав", "заявила/сказала", "повідомив/сказав"),
    },
}  # fmt: skip
