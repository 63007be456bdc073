"""True sentences made untrue, one change each. Knows nothing of the gates' own words and forms."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from digests.core.gates import Evidence, Phrased
from tests.core.gates.faithful import Faithful
from tests.core.gates.material import Pack
from tests.core.gates.turned import turned

KINDS = ("name", "number", "unit", "date", "quote", "polarity", "speaker", "modality", "moved")

_MEMORY = {
    "en": "Thornbury Okafor Lindqvist Castellano Ravensby Quillmark Dunmarrow Velmara Ostrander Pellworth Zimbrano",
    "de": "Lindqvist Castellano Okafor Ravensburger Quillmark Ostrander Pellwurm Zimbrano Velmara Dornhagen",
    "es": "Castellano Lindqvist Okafor Errejonda Quillmark Velmara Ostrander Zimbrano Pellerín",
    "fr": "Lindqvist Okafor Castellano Quillmark Velmara Ostrander Pellerin Zimbrano",
    "pt": "Lindqvist Okafor Castellano Quillmark Velmara Ostrander Zimbrano Pelourinho",
    "uk": "Ліндквіст Кастеллано Окафор Квілмар Зимбрано Остренко Пелюстка Велмара Дунмар",
    "ja": "リンドクヴィスト カステラーノ オカフォル クイルマーク",
}
"""Invented names that stand in no evidence, as a model would take real ones from its memory."""
_NAME = re.compile(r"(?<=[a-zß-ÿа-яєіїґ,] )(?P<run>[A-ZÀ-ÖØ-ÞА-ЯЄІЇҐ][\w’'-]+(?: [A-ZÀ-ÖØ-ÞА-ЯЄІЇҐ][\w’'-]+){0,3})")
_CALENDAR = re.compile(
    r"^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^(?:January|February|March|April|May|June|July|August|September"
    r"|October"
    r"|November|December|I|The|A|He|She|It|They|We|You|But|And|In|On|At|If|Mr|Mrs|Ms|Dr)\b"
)
_DIGITS = re.compile(r"(?<![\w.,:/-])(\d{1,3}(?:[.,]\d{3})*|\d+)(?![\w:/]|[.,]\d|-\d)")
_SPELLED = {
    "en": "two three four five six seven eight nine ten eleven twelve",
    "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze",
    "pt": "dois três quatro cinco seis sete oito nove dez onze doze",
    "uk": "два три чотири п'ять шість сім вісім дев'ять десять одинадцять дванадцять",
}
_UNITS = {
    "en": "minutes/days hours/weeks days/months weeks/years months/days years/weeks percent/points per_cent/points"
    " %/_points"
    " miles/kilometres kilometres/metres metres/kilometres million/billion billion/million tonnes/kilograms"
    " dollars/euros"
    " euros/dollars hour/day day/week week/month month/year year/month",
    "de": "Minuten/Tage Stunden/Wochen Tage/Monate Wochen/Jahre Monate/Tage Jahre/Wochen Prozent/Punkte Kilometer/Meter"
    " Meter/Kilometer Millionen/Milliarden Milliarden/Millionen Tonnen/Kilogramm Euro/Dollar Tagen/Monaten"
    " Jahren/Wochen",
    "es": "minutos/días horas/semanas días/meses semanas/años meses/días años/semanas kilómetros/metros"
    " metros/kilómetros"
    " toneladas/kilogramos euros/dólares %/_puntos",
    "fr": "heures/jours jours/semaines mois/ans ans/mois minutes/heures %/_points",
    "pt": "horas/dias dias/semanas meses/anos minutos/horas anos/meses metros/quilômetros",
    "ja": "時間/分 人/隻 %/ポイント 分/時間",
    "uk": "хвилин/днів годин/тижнів днів/місяців років/тижнів кілометрів/метрів метрів/кілометрів тонн/кілограмів"
    " мільйонів/мільярдів",
}
_DAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "ja": "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日",
    "uk": "понеділок вівторок середу четвер п'ятницю суботу неділю",
}
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
}
_YEAR = re.compile(r"(?<![\d.,])(19|20)(\d\d)(?![\d.,]\d)")
_QUOTED = re.compile(r"[\"“„«](?P<words>[^\"“”„«»]{12,200})[\"”“»]")
_PLAIN_RUN = re.compile(
    r"(?<=[a-zß-ÿа-яєіїґ,] )(?P<words>[a-zß-ÿа-яєіїґ]+(?: [a-zß-ÿа-яєіїґ]+){4,6})(?= [a-zß-ÿа-яєіїґ])"
)
_POLARITY = {
    "en": ("was/was_not were/were_not is/is_not are/are_not will/will_not has/has_not had/had_not would/would_not"
    " can/cannot"
           " not/ no/some rose/fell fell/rose increase/decrease increased/decreased approved/rejected rejected/approved"
           " won/lost lost/won opened/closed closed/opened higher/lower lower/higher more/less denied/confirmed"
           " confirmed/denied accepted/refused before/after after/before began/ended support/oppose supported/opposed"
           " arrested/released released/arrested killed/rescued guilty/innocent dead/alive cut/raised raised/cut"),
    "de": ("ist/ist_nicht war/war_nicht sind/sind_nicht waren/waren_nicht wurde/wurde_nicht wurden/wurden_nicht nicht/"
           " keine/ kein/ein stieg/sank sank/stieg gestiegen/gesunken gesunken/gestiegen bestätigte/bestritt"
           " geöffnet/geschlossen geschlossen/geöffnet mehr/weniger vor/nach festgenommen/freigelassen"
           " höher/niedriger"),
    "es": ("no/ fue/no_fue es/no_es está/no_está ha/no_ha han/no_han subió/bajó bajó/subió subido/bajado aprobó/rechazó"
           " rechazó/aprobó ganó/perdió más/menos abrió/cerró murieron/sobrevivieron antes/después detenido/liberado"),
    "fr": ("a/n'a_pas ont/n'ont_pas sont/ne_sont_pas est/n'est_pas pas/ aucun/un fermé/ouvert vivants/morts"
    " baisse/hausse"
           " abaissé/relevé contre/pour accuse/innocente"),
    "pt": ("é/não_é foi/não_foi não/ fechou/abriu cortou/elevou reduziu/aumentou contra/a_favor disseram/não_disseram"
           " deixou/não_deixou desligados/ligados menos/mais"),
    "ja": ("した。/しなかった。 された。/されなかった。 いない/いる 引き下げ/引き上げ 反対/賛成 死亡/生存 閉鎖/再開"),
    "uk": ("не/ є/не_є був/не_був була/не_була були/не_були зріс/впав зросла/впала знизив/підвищив підтвердив/заперечив"
           " відкрили/закрили закрили/відкрили загинули/вижили більше/менше перед/після після/перед"
           " затримали/звільнили"),
}  # fmt: skip
_MODALITY = {
    "en": ("may/will might/will could/will could_be/is may_be/is might_be/is alleged/confirmed alleges/confirms"
           " allegedly/ reportedly/ likely_to/certain_to is_expected_to/will are_expected_to/will plans_to/did"
           " plan_to/did"
           " will/did is/may_be was/may_have_been were/may_have_been has/may_have claims/proved claimed/proved"
           " possibly/ probably/ perhaps/ suspected/confirmed killed/allegedly_killed said_it_would/has"
           " said_they_would/have"),
    "de": ("könnte/wird könnten/werden dürfte/wird angeblich/ mutmaßlich/ möglicherweise/ vermutlich/ offenbar/"
    " will/hat"
           " wollen/haben plant/hat sollen/haben soll/hat ist/könnte_sein wurde/wurde_angeblich wurden/wurden_angeblich"
           " war/war_möglicherweise"),
    "es": ("podría/va_a podrían/van_a puede/va_a presunto/ presunta/ presuntamente/ supuesto/ supuestamente/ posible/"
           " quizá/ probablemente/ fue/podría_ser murieron/habrían_muerto es/podría_ser prevé/ha"),
    "fr": ("pourrait/va pourraient/vont peut/va accuse/confirme a/aurait ont/auraient sont/seraient sera/a_été"
    " seront/ont_été"),
    "pt": ("podem/vão poderiam/vão alega/confirma supostamente/ pretende/decidiu devem/vão foi/teria_sido vai/pode"),
    "ja": ("予定だ/こととなった 主張している/確認している 主張する/確認した した。/した可能性がある。"
    " された。/された可能性がある。 推定される/確定した"),
    "uk": ("може/буде можуть/будуть ймовірно/ нібито/ можливо/ планує/почав загинули/ймовірно_загинули був/можливо_був"
           " була/можливо_була"),
}  # fmt: skip
_SPEAKER = {
    "en": re.compile(
        r"(?P<who>[A-Z][\w’-]+(?: [A-Z][\w’-]+){0,2}|police|officials|(?:the|a) [a-z]+) (?:said|says|told|added"
        r"|warned)\b"
        r"|(?:[,”\"] (?:said|says)|according to) (?P<also>[A-Z][\w’-]+(?: [A-Z][\w’-]+){0,2}|police|officials|(?:the"
        r"|a) [a-z]+)"
        r"(?=[.,;]|$)"
    ),
    "de": re.compile(r"\b(?:sagte|sagt|erklärte|teilte|laut)(?: (?:der|die|das))? (?P<who>[A-ZÄÖÜ][\w-]+(?:"
    r" [A-ZÄÖÜ][\w-]+){0,2})"),
    "es": re.compile(r"\b(?:dijo|según|afirmó|explicó|señaló|informó)(?: (?:el|la|los|las))?"
    r" (?P<who>[\wÁÉÍÓÚáéíóúñ]+(?: [A-ZÁÉÍÓÚ]\w+){0,2})"),
    "uk": re.compile(r"\b(?:сказав|сказала|повідомив|повідомила|заявив|заявила|повідомили|за словами)"
    r" (?P<who>[\w'’-]+(?: [А-ЯЄІЇҐ]\w+){0,2})"),
}  # fmt: skip
_OTHER_SPEAKERS = {
    "en": ("the opposition leader", "a neighbour", "union officials", "the company"),
    "de": ("Oppositionsführerin Ruth Adler", "Nachbar Otto Behn", "Gewerkschafter Kai Brandt"),
    "es": ("la oposición", "un vecino", "el sindicato", "la empresa"),
    "uk": ("опозиція", "профспілка", "сусід"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """An untrue sentence, and what was changed in which true one."""

    kind: str
    sentence: Phrased
    true: str
    evidence: Sequence[Evidence]


def mutants(packs: Iterable[Pack], *, seed: int = 12) -> Iterator[Mutant]:
    """Give every kind of mutant that each short sentence of the packs allows, one of a kind a sentence."""
    dice = random.Random(seed)
    for pack in packs:
        for number, each in pack.short:
            others = [(n, other) for n, other in pack.short if n != number]
            cites = (number, dice.choice(others)[0]) if others and dice.random() < 0.5 else (number,)
            yield from mutants_of(Phrased(text=each.text, cites=cites), pack.evidence, dice)
        yield from _moved(pack)


def mutants_of(true: Phrased, evidence: Sequence[Evidence], dice: random.Random) -> Iterator[Mutant]:
    """Give a mutant of each kind that one true sentence allows."""
    language = evidence[true.cites[0] - 1].language or "en"
    cited = " ".join(f"{evidence[n - 1].text} {evidence[n - 1].title}" for n in true.cites)
    ways: dict[str, Callable[[], Iterator[str]]] = {
        "name": lambda: _names(true.text, language, cited, dice),
        "number": lambda: _numbers(true.text, language, cited, dice),
        "unit": lambda: _swaps(true.text, _UNITS.get(language, ""), before=_counted(language), dice=dice),
        "date": lambda: _dates(true.text, language, cited, dice),
        "quote": lambda: _quotes(true.text, dice),
        "polarity": lambda: _swaps(true.text, _POLARITY.get(language, ""), dice=dice),
        "speaker": lambda: _speakers(true.text, language, cited, dice),
        "modality": lambda: _swaps(true.text, _MODALITY.get(language, ""), dice=dice),
    }  # fmt: skip
    for kind, way in ways.items():
        if (text := next((made for made in way() if made != true.text), None)) is not None:
            yield Mutant(kind=kind, sentence=replace(true, text=text), true=true.text, evidence=evidence)
    for kind, sentence in turned(true, evidence, dice):
        yield Mutant(kind=kind, sentence=sentence, true=true.text, evidence=evidence)


def _counted(language: str) -> str:
    """Give what stands before a unit: digits, or a number in words."""
    words = "|".join(_SPELLED.get(language, "x").split())
    return rf"\d ?|\b(?:{words}) "


def _names(text: str, language: str, cited: str, dice: random.Random) -> Iterator[str]:
    runs = [match for match in _NAME.finditer(text) if not _CALENDAR.match(match["run"])]
    if language == "de":
        runs = [match for match in runs if " " in match["run"]]
    pool = [name for name in _MEMORY[language].split() if name.casefold() not in cited.casefold()]
    dice.shuffle(runs)
    for match in runs:
        words = match["run"].split()
        words[-1] = dice.choice(pool)
        yield f"{text[: match.start()]}{' '.join(words)}{text[match.end() :]}"


def _numbers(text: str, language: str, cited: str, dice: random.Random) -> Iterator[str]:
    digits = list(_DIGITS.finditer(text))
    dice.shuffle(digits)
    for match in digits:
        plain = re.sub(r"[.,]", "", match[1])
        made = str(int(plain) + dice.choice((1, 2, 7, 11, 30)))
        if plain != match[1]:
            made = f"{int(made):,}".replace(",", "." if "." in match[1] else ",")
        if not re.search(rf"(?<!\d){re.escape(made)}(?!\d)", cited):
            yield f"{text[: match.start()]}{made}{text[match.end() :]}"
    words = _SPELLED.get(language, "").split()
    spelled = [match for match in re.finditer(r"[\w'’]+", text) if match[0].casefold() in words]
    for match in spelled:
        made = dice.choice([word for word in words if word not in cited.casefold()] or ["x"])
        if made != "x":
            yield f"{text[: match.start()]}{made}{text[match.end() :]}"


def _swaps(text: str, pairs: str, *, dice: random.Random, before: str = r"\b") -> Iterator[str]:
    swaps = [tuple(word.replace("_", " ") for word in pair.split("/")) for pair in pairs.split()]
    dice.shuffle(swaps)
    outside = _outside_quotes(text)
    for old, new in swaps:
        is_spaced = old.isascii() or not re.match(r"[\u3040-\u9fff]", old)
        edge = r"(?!\w)" if old != "%" and is_spaced else ""
        front = (
            (rf"(?<![\w'’-]){re.escape(old)}" if is_spaced else re.escape(old))
            if before == r"\b"
            else rf"(?:{before}){re.escape(old)}"
        )
        if match := re.search(front + edge, outside):
            start = match.end() - len(old)
            if new.startswith(f"{old} ") and re.match(r" (?:not|nicht|no|не|n't)\b", text[match.end() :]):
                continue  # it is denied already
            if new == "did" and text[match.end() :].startswith(" be"):
                continue
            made = f"{text[:start]}{new}{text[match.end() :]}"
            yield re.sub(r" {2,}", " ", made).strip()


def _outside_quotes(text: str) -> str:
    return _QUOTED.sub(lambda match: "¤" * len(match[0]), text)


def _dates(text: str, language: str, cited: str, dice: random.Random) -> Iterator[str]:
    for table in (_DAYS, _MONTHS):
        names = table.get(language, "").split()
        for name in names:
            if language == "en" and name in {"May", "March"} and not re.search(rf"{name} \d|in {name}|\d {name}", text):
                continue
            if match := re.search(name if language == "ja" else rf"\b{name}\b", text):
                other = dice.choice([each for each in names if each not in cited])
                yield f"{text[: match.start()]}{other}{text[match.end() :]}"
    if match := _YEAR.search(text):
        yield f"{text[: match.start()]}{match[1]}{(int(match[2]) + 3) % 100:02}{text[match.end() :]}"


def _quotes(text: str, dice: random.Random) -> Iterator[str]:
    if match := _QUOTED.search(text):
        words = match["words"].split()
        if len(words) > 3:
            at = dice.randrange(1, len(words) - 1)
            words[at] = dice.choice(("really", "certainly", "hardly", "old"))
            yield f"{text[: match.start('words')]}{' '.join(words)}{text[match.end('words') :]}"
    elif match := _PLAIN_RUN.search(text):  # a paraphrase printed as a quotation
        yield f"{text[: match.start()]}“{match[0]}”{text[match.end() :]}"


def _speakers(text: str, language: str, cited: str, dice: random.Random) -> Iterator[str]:
    form = _SPEAKER.get(language)
    match = form.search(_outside_quotes(text)) if form else None
    if form is None or match is None:
        return
    group = "who" if match["who"] else "also"
    own = match[group]
    if own.casefold() in {"he", "she", "it", "they"}:
        return  # whom it means may well be the other one
    others = [
        name
        for found in form.finditer(cited)
        for name in found.groups()
        if name and name.split()[-1].casefold() not in own.casefold()
    ]
    runs = [run["run"] for run in _NAME.finditer(cited) if not _CALENDAR.match(run["run"]) and run["run"] not in text]
    other = dice.choice([*others, *runs[:1], dice.choice(_OTHER_SPEAKERS[language])])
    leads = re.search(r"[^\W\d_] $", text[: match.start(group)]) is not None  # "prefect", "of": a name must follow
    if leads and group == "who" and not (own[0].isupper() and other[0].isupper()):
        return
    if other.split()[-1].casefold() not in text.casefold() and not other.endswith(("'s", "’s")):
        yield f"{text[: match.start(group)]}{other}{text[match.end(group) :]}"


def mutants_by_hand(items: Iterable[Faithful], *, seed: int = 12) -> Iterator[Mutant]:
    """Give mutants of paraphrases: what a model would write, with one thing wrong."""
    dice = random.Random(seed)
    for item in items:
        yield from mutants_of(item.sentence, item.evidence, dice)


def _moved(pack: Pack) -> Iterator[Mutant]:
    """Put the number of one sentence in the place of another's, and cite both."""
    counted = [
        (n, each, match)
        for n, each in pack.short
        for match in _DIGITS.finditer(each.text)
        if not _YEAR.fullmatch(match[0])
    ]
    for (n, each, match), (m, _, number) in zip(counted, [*counted[1:], *counted[:1]], strict=True):
        if n == m or match[0] == number[0]:
            continue
        title = each.title
        if re.search(rf"(?<!\d){re.escape(number[0])}(?!\d)", f"{each.text} {title}"):
            continue
        text = f"{each.text[: match.start()]}{number[0]}{each.text[match.end() :]}"
        yield Mutant(kind="moved", sentence=Phrased(text=text, cites=(n, m)), true=each.text, evidence=pack.evidence)
