"""How much an event matters to people, as reports name it: lives, harm, public affairs; a game or an archive does not.

A story's gravity is what at least two outlets say, so that none can talk itself up the page by strong words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from math import log10

from digests.core.facts import undated
from digests.core.models import Entry
from digests.core.numbers import numbers
from digests.core.turns import turns

READ = 120
"""Characters of a text beside its title: what a report says first is what it is about."""

DEATH, HARM, PUBLIC, GAME, PAST = 0.4, 0.4, 0.2, -0.4, -1.0
"""Parts of gravity, at most 1 in all. Beside the fortnight's editor list death and harm weigh alike, public affairs
half of it; from half to twice each the order is as good within .01 nDCG."""

_FIRST = 0.6  # of a death's part; the rest comes with the logarithm of how many, full at a thousand
_MANY = 3  # powers of ten
_AROUND = 25  # characters between a number and the word that says they died

# Heads of words in the languages of the starter topics; whole words where marked "$".
_HARM = (
    "injur wound hurt$ hospitali infect outbreak trapped missing evacuat homeless strand collaps explo earthquake "
    "quake flood avalanche storm derail crash fire$ blaze burn spill leak verletz vermisst evakuier lawine "
    "erdbeben hochwasser sturm brand unglück erkrank herid desaparecid evacua terremoto riada inundaci incendio "
    "vertido accidente enferm bless évacu séisme inondation incendie ferid sismo ferit alluvion постражда зник "
    "евакуй вибух землетрус повін пожеж обвал поранен хвор ранен взрыв наводнен"
)
_PUBLIC = (
    "government parliament election minister president central_bank key_rate ambassador strike law$ ban$ bans$ "
    "court regierung wahl notenbank leitzins streik gesetz botschafter gobierno elecci ministr banco_central "
    "huelga paro$ ley$ embajador gouvernement élection grève ambassadeur governo eleiç greve elezion sciopero "
    "уряд парламент вибор міністр президент нацбанк ставк страйк закон посол правительств выбор забастовк"
)
_GAME = (
    "cup$ match league title$ champion goal$ goals$ tennis marathon pokal finale$ liga$ turnier copa$ partido$ "
    "gol$ матч кубок турнір гол$"
)
_FROM_ARCHIVE = (
    r"^\W*(?:from (?:our|the) archives?|aus unserem archiv|aus dem archiv|de nuestro archivo|з (?:нашого )?архіву)"
)
_LETTER = r"[^\W\d_]"  # `re` has no \p{L}, and looks through so many heads four times as fast as `regex`
_SCORE = r"(?<!\d)\d{1,2}[-:–]\d{1,2}(?!\d)"


def gravity(entries: Iterable[Entry]) -> float:
    """Give the gravity of a story, from `PAST` to 1: the second highest of what its outlets say, 0 where one is alone.

    What one outlet calls a game or takes from its archive is that, alone or not: nobody talks a story down for gain.
    """
    by_outlet: dict[str, float] = {}
    for entry in entries:
        found = _of(entry)
        by_outlet[entry.outlet] = max(by_outlet.get(entry.outlet, found), found)
    highest = sorted(by_outlet.values(), reverse=True)
    return min(highest[:2]) if len(highest) > 1 else min([0.0, *highest])


def is_graphic(text: str) -> bool:
    """Tell whether a text is of death or harm, so that a picture beside it may be hard to look at."""
    return bool(_HARMED.search(text.casefold())) or "death" in turns(text)


def _pattern(heads: str) -> str:
    forms = (head.removesuffix("$") + (rf"(?!{_LETTER})" if head.endswith("$") else "") for head in heads.split())
    return rf"(?<!{_LETTER})(?:" + "|".join(form.replace("_", " ") for form in forms) + ")"


_HARMED = re.compile(_pattern(_HARM))
_OF_ALL = re.compile(_pattern(_PUBLIC))
_PAST = re.compile(_FROM_ARCHIVE)
_PLAYED = re.compile(f"{_SCORE}|{_pattern(_GAME)}")


@lru_cache(maxsize=2_000)  # editions that share feeds ask for the same entries one after another
def _of(entry: Entry) -> float:
    if _PAST.search(entry.title.casefold()):
        return PAST
    text = undated(f"{entry.title}\n{entry.text[:READ]}")
    folded = text.casefold()
    found = HARM * bool(_HARMED.search(folded)) + PUBLIC * bool(_OF_ALL.search(folded))
    if "death" in turns(text):
        found += DEATH * _deaths(text, entry.language)
    return found + GAME * bool(_PLAYED.search(entry.title.casefold()))


def _deaths(text: str, language: str | None) -> float:
    dead = (
        float(number.value)
        for number in numbers(text, language)
        if not number.unit and "death" in turns(text[max(0, number.start - _AROUND) : number.end + _AROUND])
    )
    return _FIRST + (1 - _FIRST) * min(1.0, log10(max([1.0, *dead])) / _MANY)
