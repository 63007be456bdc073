"""Whether a translation means it as its sentence does: denied, alleged, possible, and which of two opposites.

The word lists of one language are `mark_words` and `opposite_words`; here is what ties them together. What turns a
sentence round without a word of these lists is not seen.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import regex

from digests.core.gates.function_words import UNSPACED_LANGUAGES
from digests.core.gates.mark_words import Mark
from digests.core.gates.opposite_words import OPPOSITES
from digests.core.gates.reading import Reading

TURNS = {
    turn: dict(pair.split("=") for pair in words.split())
    for turn, words in {
        "more": "en=increas de=erhöh es=aument fr=augment pt=aument uk=підвищ ja=増加",
        "approved": "en=approv de=gebilligt es=aprob fr=approuv pt=aprov uk=схвал ja=可決",
        "denied": "en=confirm de=bestätig es=confirm fr=confirm pt=confirm uk=підтвер ja=確認",
        "won": "en=victor de=gewann es=venc fr=gagn pt=venc uk=перемог ja=勝利",
        "opened": "en=reopen de=öffn es=reabr fr=rouvr pt=abert uk=відкри ja=開業",
        "began": "en=began de=begann es=empez fr=commenc pt=começ uk=розпоч ja=始ま",
        "alive": "en=alive de=überleb es=sobreviv fr=surviv pt=sobreviv uk=вижи ja=生存",
        "guilty": "en=guilty de=schuldig es=culpable fr=coupable pt=culpado uk=винн ja=有罪",
        "arrested": "en=arrest de=verhaftet es=arrest fr=arrêté pt=preso uk=заарешт ja=逮捕",
        "allowed": "en=allow de=erlaub es=permit fr=permet pt=permit uk=дозвол ja=許可",
        "bought": "en=purchas de=gekauft es=compr fr=achat pt=compr uk=купи ja=購入",
    }.items()
}
"""Opposites that all the languages' lists have, by a form of one side that stands in no other pair."""

_ALSO = {
    "de": {"more": ("hob$ hoben anhob angehoben", "")},
    "es": {"approved": ("", "rechaz")},
    "fr": {"denied": ("", "nié nient"), "more": ("relev", ""), "bought": ("achet", "")},
    "uk": {"denied": ("", "запереч"), "bought": ("придба", "")},
    "ja": {"more": ("引き上げ", "引き下げ")},
}
"""Forms the sentences of the shaping half use besides."""

_MORE_NO = {"ja": regex.compile("抜き|なしで|無しで|ずに|せず|欠い|できず|ません|ぬ(?=。|$)")}
"""Ways to say no that the list of a language lacks."""

_ACCUSED = regex.compile(
    r"(?:accused|suspects?|angeklagt\w*|verdächtig\w*|beschuldigt\w*|(?<=(?:el|la|los|las|un|una|\p{L}+s) )acusad\w+"
    r"|accusée?s?|suspecte?s?|acusad[oa]s?|підозрюван\w+|обвинувачен\w+|容疑者?)(?!\p{L}*ed\b)",
    regex.IGNORECASE,
)
"""Who stands accused is so in fact: no allegation of the text's own."""

_MORE_CLAIMS = {"de": regex.compile(r"(?<!\p{L})(?:soll(?:en)?|nach angaben|laut)(?!\p{L})", regex.IGNORECASE)}
"""Ways to leave something to who says it that the list of a language lacks, or counts for less."""

_WITHOUT = regex.compile(r"without|ohne|sin|sans|sem|без", regex.IGNORECASE)
"""Says no of a noun alone: "sin luz" is what "cut power" leaves, so one more of it is no denial."""

_SOMEBODY = {"fr": regex.compile(r"(?<=(?:une|la|cette|chaque|seule|par)\s)personne", regex.IGNORECASE)}
"""What only looks like a negation of the list."""

_CLAUSE = regex.compile(r"[,;:.!?()—–、。]|\s(?:and|but|und|aber|y|pero|et|mais|e|mas|і|й|та|але)\s")
_VOUCHED_BY_NOBODY = (Mark.CLAIMED, Mark.REPORTED, Mark.POSSIBLE)
_UNSURE = (*_VOUCHED_BY_NOBODY, Mark.PLANNED)


def turns_meaning(original: Reading, translation: Reading) -> bool:
    """Tell whether a translation lost or gained a "not", or says the opposite."""
    own, theirs = _denials(original), _denials(translation)
    if _is_without(original) and not (theirs or _is_without(translation) or _has(translation, Mark.NEGATIVE)):
        return True
    if own and not theirs:
        return not (_count(translation, Mark.NEGATIVE) > _count(original, Mark.NEGATIVE) or _is_without(translation))
    if theirs and not own:
        return not (_count(original, Mark.NEGATIVE) > _count(translation, Mark.NEGATIVE) or _is_without(original))
    if own > 1 and theirs + _count(translation, Mark.NEGATIVE) < own:
        return True
    return bool(own) == bool(theirs) and _is_opposite(_sides(original), _sides(translation))


def turns_certainty(original: Reading, translation: Reading) -> bool:
    """Tell whether what is alleged or possible becomes a fact, or a fact only possible."""
    return (
        (_is_alleged(original) and not (_has(translation, *_VOUCHED_BY_NOBODY) or _is_left_to_who_says(translation)))
        or (_has(original, Mark.POSSIBLE) and not _has(translation, *_UNSURE))
        or (_has(translation, Mark.POSSIBLE) and not _has(original, *_UNSURE))
    )


def _is_alleged(reading: Reading) -> bool:
    """Tell whether a text alleges; that somebody is an accused or a suspect is a fact."""
    return any(_ACCUSED.match(reading.text, mark.start) is None for mark in reading.of(Mark.CLAIMED))


def _is_left_to_who_says(reading: Reading) -> bool:
    form = _MORE_CLAIMS.get(reading.language)
    return form is not None and form.search(reading.text) is not None


def _has(reading: Reading, *kinds: Mark) -> bool:
    return any(reading.of(kind) for kind in kinds)


def _count(reading: Reading, kind: Mark) -> int:
    return len(reading.of(kind))


def _denials(reading: Reading) -> int:
    """Count the negations, several of one clause as one where a language doubles them: ніхто не, no … ningún."""
    somebody = _SOMEBODY.get(reading.language)
    marks = [
        mark.start
        for mark in reading.of(Mark.NEGATION)
        if not _WITHOUT.fullmatch(reading.text, mark.start, mark.end)
        and not (somebody and somebody.match(reading.text, mark.start))
    ]
    places = sorted([*marks, *_places(_MORE_NO.get(reading.language), reading.text)])
    return sum(
        at == 0 or _CLAUSE.search(reading.text, places[at - 1], place) is not None for at, place in enumerate(places)
    )


def _is_without(reading: Reading) -> bool:
    return any(_WITHOUT.fullmatch(reading.text, mark.start, mark.end) for mark in reading.of(Mark.NEGATION))


def _places(form: regex.Pattern[str] | None, text: str) -> list[int]:
    return [match.start() for match in form.finditer(text)] if form else []


def _is_opposite(own: Mapping[str, frozenset[bool]], theirs: Mapping[str, frozenset[bool]]) -> bool:
    """Tell whether two texts have different sides of one turn alone, or one says no and the other does not at all."""
    if any(len(sides) == len(theirs.get(turn, ())) == 1 and theirs[turn] != sides for turn, sides in own.items()):
        return True
    return _refuses(own) and not any(True in sides for sides in theirs.values())


def _refuses(sides: Mapping[str, frozenset[bool]]) -> bool:
    return sides.get("denied") == frozenset({True})


def _sides(reading: Reading) -> Mapping[str, frozenset[bool]]:
    """Give which sides of which turns a text has."""
    forms = shared_turns(reading.language)
    found = {
        turn: frozenset(side for side, form in enumerate(pair) if form.search(reading.text))
        for turn, pair in forms.items()
    }
    return {turn: frozenset(map(bool, sides)) for turn, sides in found.items() if sides}


@lru_cache(maxsize=16)
def shared_turns(language: str) -> Mapping[str, tuple[regex.Pattern[str], regex.Pattern[str]]]:
    """Give the opposites of a language that the others have too, each side as a form."""
    found = {}
    for turn, anchors in TURNS.items():
        anchor = anchors.get(language)
        pair = next((one for one in OPPOSITES.get(language, ()) if anchor in one.replace("/", " ").split()), None)
        if pair is not None:
            one, other = pair.split("/")
            more, less = _ALSO.get(language, {}).get(turn, ("", ""))
            found[turn] = (_form(f"{one} {more}", language), _form(f"{other} {less}", language))
    return found


def _form(words: str, language: str) -> regex.Pattern[str]:
    is_spaced = language not in UNSPACED_LANGUAGES
    forms = "|".join(
        regex.escape(word.removesuffix("$").replace("_", " ")) + (r"(?!\p{L})" if word.endswith("$") else "")
        for word in words.split()
    )
    return regex.compile(rf"(?<!\p{{L}})(?:{forms})" if is_spaced else forms, regex.IGNORECASE)
