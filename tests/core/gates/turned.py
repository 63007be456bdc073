"""More ways to make a true sentence untrue by a turn of its meaning: opposites, denials, speakers swapped or left out.

Written without a look at the gates' own words; a kind of `mutants.KINDS` each.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import permutations

from digests.core.gates import Evidence, Phrased

_OPPOSITES = {
    "en": (
        "rises/falls rising/falling climbed/dropped gained/lost wins/loses winning/losing victory/defeat approve/reject"
        " approves/rejects backed/opposed agreed_to/refused_to managed_to/failed_to able_to/unable_to with/without"
        " still/no_longer began/ended begins/ends start/end started/stopped joined/left allowed/banned legal/illegal"
        " possible/impossible known/unknown likely/unlikely safe/unsafe praised/criticised"
        " welcomed/condemned best/worst"
        " success/failure majority/minority hired/fired bought/sold arrived/departed highest/lowest accepted/declined"
        " extended/shortened improved/worsened everyone/nobody many/few always/never built/demolished up/down"
        " increase/cut strong/weak widened/narrowed expanded/shrank lifted/imposed passed/blocked survived/died"
        " returned/fled found/lost remained/ceased included/excluded voted_for/voted_against inside/outside said/denied"
        " confirmed/ruled_out continue/stop resumed/suspended reopened/shut raised/lowered rise/drop success/defeat"
    ),
    "de": "stieg/fiel gewann/verlor stimmte_zu/lehnte_ab mit/ohne noch/nicht_mehr begann/endete erlaubt/verboten"
    " begrüßte/verurteilte beste/schlechteste Erfolg/Misserfolg kaufte/verkaufte alle/keine gelang/misslang"
    " offen/geschlossen bekannt/unbekannt möglich/unmöglich gesund/krank sagte/bestritt billigte/verwarf",
    "es": "sube/baja ganó/perdió aprobó/vetó con/sin todavía/ya_no comenzó/terminó permitió/prohibió mejor/peor"
    " éxito/fracaso compró/vendió todos/ninguno aceptó/rehusó abierto/cerrado conocido/desconocido aumento/descenso"
    " dijo/negó apoyó/rechazó",
    "fr": "augmenté/diminué gagné/perdu approuvé/rejeté avec/sans encore/plus commencé/cessé autorisé/interdit"
    " meilleur/pire succès/échec acheté/vendu tous/aucun ouvert/fermé connu/inconnu",
    "pt": "subiu/caiu ganhou/perdeu aprovou/vetou com/sem ainda/já_não começou/terminou permitiu/proibiu melhor/pior"
    " sucesso/fracasso comprou/vendeu todos/nenhum aceitou/recusou aberto/fechado aumento/queda disse/negou",
    "uk": "зріс/знизився виграв/програв схвалив/відхилив з/без досі/більше_не почався/закінчився дозволив/заборонив"
    " кращий/гірший успіх/провал купив/продав усі/жоден відкрито/закрито відомо/невідомо сказав/заперечив",
    "ja": "増加/減少 上昇/下落 勝利/敗北 可決/否決 開始/終了 許可/禁止 成功/失敗 再開/中止",
}
_FIRMER = {
    "en": "proposed/passed considering/starting suspected_of/guilty_of accused_of/convicted_of"
    " charged_with/found_guilty_of"
    " wants_to/will hopes_to/will intends_to/has_begun_to plans_to/has_begun_to expected_to/certain_to"
    " believed_to_be/known_to_be thought_to_be/known_to_be reportedly/definitely threatened_to/began_to"
    " promised_to/began_to urged/forced asked/forced said_it_may/said_it_will could/will might/did can/must"
    " risk_of/certainty_of is_a/is_said_to_be_a",
    "de": "verdächtig/schuldig droht/beginnt will/wird könnte/muss vorgeschlagen/beschlossen fordert/erzwingt",
    "es": "sospechoso/culpable quiere/logró propuso/aprobó amenaza_con/empezó_a pidió/logró espera/sabe",
    "fr": "soupçonné/coupable veut/va_certainement propose/impose demande/obtient menace_de/commence_à",
    "pt": "suspeito/culpado quer/conseguiu propôs/aprovou ameaça/começou_a pediu/conseguiu",
    "uk": "підозрюють/засудили хоче/почав пропонує/ухвалив просить/змусив може/мусить",
    "ja": "検討している/決定した 提案した/実施した 見込みだ/決まった",
}
_NAMED = re.compile(r"(?<![\w.])[A-Z][a-z’'-]+(?: [A-Z][a-z’'-]+)+")
_ORGANISATIONS = ("the interior ministry", "Kestrel Bank", "the chamber of commerce", "Halden University")
_SAYS = r"(?:said|says|told reporters|warned)"
_PRONOUN = re.compile(r"(?:he|she|it|they|that|this|we|I)\b", re.IGNORECASE)
_TAIL = re.compile(
    rf"^(?P<what>[^\"“”]{{25,}}), (?:(?P<who>[^,\"“”]{{3,60}}) {_SAYS}|according to (?P<also>[^,]{{3,60}}))\.$"
)
_HEAD = re.compile(rf"^(?P<who>[A-Z][^,\"“”]{{2,60}}) {_SAYS} (?:on \w+day )?(?:that )?(?P<what>[^\"“”]{{25,}})\.$")


def turned(true: Phrased, evidence: Sequence[Evidence], dice: random.Random) -> Iterator[tuple[str, Phrased]]:
    """Give the kind and the sentence of every turn that one true sentence allows, one of a way."""
    language = evidence[true.cites[0] - 1].language or "en"
    ways: list[tuple[str, Callable[[], Iterator[Phrased]]]] = [
        ("polarity", lambda: _swapped(true, _OPPOSITES.get(language, ""), dice, both_ways=True)),
        ("modality", lambda: _swapped(true, _FIRMER.get(language, ""), dice, both_ways=False)),
    ]
    if language == "en":
        ways += [
            ("polarity", lambda: _failed(true)),
            ("speaker", lambda: _exchanged(true)),
            ("speaker", lambda: _by_an_organisation(true, evidence, dice)),
            ("speaker", lambda: _without_speaker(true)),
            ("speaker", lambda: _with_anothers_claim(true, evidence)),
            ("speaker", lambda: _was_told(true)),
        ]
    for kind, way in ways:
        if (made := next(way(), None)) is not None:
            yield kind, made


def _swapped(true: Phrased, pairs: str, dice: random.Random, *, both_ways: bool) -> Iterator[Phrased]:
    swaps = [tuple(word.replace("_", " ") for word in pair.split("/")) for pair in pairs.split()]
    swaps += [(new, old) for old, new in swaps] if both_ways else []
    dice.shuffle(swaps)
    outside = re.sub(r"[\"“„«][^\"“”»]*[\"”“»]", lambda match: "¤" * len(match[0]), true.text)
    for old, new in swaps:
        form = re.escape(old) if not re.match(r"[\w ]+$", old, re.ASCII) and old > "぀" else rf"\b{re.escape(old)}\b"
        match = re.search(form, outside)
        if match and not (old in _WITH_NOUN and re.match(r" \d", outside[match.end() :])):
            yield replace(true, text=f"{true.text[: match.start()]}{new}{true.text[match.end() :]}")


_WITH_NOUN = frozenset({"up", "down", "with", "without"})  # "up 12 percent": a matter of the verb


def _failed(true: Phrased) -> Iterator[Phrased]:
    """Make "rescuers reached the town" be "rescuers failed to reach the town"."""
    for form, base in (("reached", "reach"), ("won", "win"), ("found", "find"), ("signed", "sign"), ("passed", "pass"),
                       ("opened", "open"), ("paid", "pay"), ("finished", "finish"), ("stopped", "stop")):  # fmt: skip
        if match := re.search(rf"(?<!was )(?<!were )(?<!been )(?<!has )(?<!had )(?<!have )\b{form}\b", true.text):
            yield replace(true, text=f"{true.text[: match.start()]}failed to {base}{true.text[match.end() :]}")


def _exchanged(true: Phrased) -> Iterator[Phrased]:
    """Let two people of one sentence change places, where one of them says something."""
    names = list(_NAMED.finditer(true.text))
    for one, other in permutations(names, 2):
        if one.start() < other.start() and one[0] != other[0] and re.match(rf" {_SAYS}\b", true.text[other.end() :]):
            text = true.text
            yield replace(
                true,
                text=f"{text[: one.start()]}{other[0]}{text[one.end() : other.start()]}{one[0]}{text[other.end() :]}",
            )


def _speaker(text: str) -> re.Match[str] | None:
    return _TAIL.match(text) or _HEAD.match(text)


def _who(match: re.Match[str]) -> str:
    return next(name for key in ("who", "also") if (name := match.groupdict().get(key)))


def _by_an_organisation(true: Phrased, evidence: Sequence[Evidence], dice: random.Random) -> Iterator[Phrased]:
    if match := _speaker(true.text):
        cited = " ".join(evidence[n - 1].text.casefold() for n in true.cites)
        other = dice.choice([name for name in _ORGANISATIONS if name.casefold() not in cited])
        yield replace(true, text=f"{match['what'][0].upper()}{match['what'][1:]}, {other} said.")


def _without_speaker(true: Phrased) -> Iterator[Phrased]:
    if (match := _speaker(true.text)) and not _PRONOUN.match(match["what"]) and not _PRONOUN.match(_who(match)):
        yield replace(true, text=f"{match['what'][0].upper()}{match['what'][1:]}.")


def _with_anothers_claim(true: Phrased, evidence: Sequence[Evidence]) -> Iterator[Phrased]:
    """Let the speaker of another sentence of evidence say what this one's said; both are cited."""
    if (match := _speaker(true.text)) is None:
        return
    own = _who(match)
    for number, each in enumerate(evidence, 1):
        other = _speaker(each.text)
        if number not in true.cites and other and not set(_who(other).split()) & set(own.split()):
            who = _who(other)
            if re.match(r"(?:[Tt]he |[A-Z])", who) and not re.search(r"\b(?:he|she|they|it|I)\b", who, re.IGNORECASE):
                text = f"{match['what'][0].upper()}{match['what'][1:]}, {who} said."
                yield Phrased(text=text, cites=(*true.cites, number))


def _was_told(true: Phrased) -> Iterator[Phrased]:
    """Make who spoke be who was spoken to."""
    match = _HEAD.match(true.text)
    if match and not re.search(r"\b(?:has|have|had|also|on|day)$", match["who"]):
        yield replace(true, text=f"{match['who']} was told by a neighbour that {match['what']}.")
