"""How languages say who said something: verbs of saying, pronouns, prepositions. Data and its patterns; no reading.

A verb is every form that stands beside quoted words in reports. Eight languages are known; Chinese and Japanese, which
are not spaced, have patterns of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

_VERBS = {
    "en": "said says say saying told tells added adds adding wrote writes writing asked asks replied stated states"
    " noted notes warned warns explained explains insisted insists argued argues announced claimed claims tweeted"
    " posted continued recalled recalls declared remarked observed admitted acknowledged commented concluded responded"
    " joked called described read reads confirmed testified vowed pledged stressed suggested complained reported"
    " alleged",
    "de": "sagte sagt sagten sagen erklärte erklärt erklärten betonte betont meinte meint fügte teilte schrieb schreibt"
    " schrieben berichtete berichtet kritisierte warnte warnt forderte fordert ergänzte antwortete fragte bestätigte"
    " mitteilte mitteilten mitgeteilt mahnte äußerte kündigte erzählte erzählt nannte lobte gesagt erinnerte"
    " unterstrich",
    "es": "dijo dice dijeron dicen dicho afirmó afirma afirmaron afirmado declaró declara declararon aseguró asegura"
    " aseguraron explicó explica explicaron explicado añadió añade señaló señala señalaron indicó indica indicaron"
    " subrayó manifestó sostuvo sostiene apuntó apunta agregó contó cuenta escribió escribe advirtió advierte recordó"
    " insistió lamentó comentó comenta respondió reconoció denunció anunció precisó detalló relató zanjó",
    "it": "disse dice dicono dichiara dichiarò afferma spiega spiegano aggiunge scrive sottolinea avverte commenta"
    " racconta risponde annuncia ricorda conclude osserva precisa",
    "pt": "disse disseram diz dizem afirmou afirma afirmaram declarou declara explicou explica acrescentou contou conta"
    " escreveu ressaltou destacou informou avisou alertou comentou respondeu completou concluiu lamentou relatou",
    "ru": "сказал сказала сказали говорит говорят заявил заявила заявили заявляет сообщил сообщила сообщили пояснил"
    " пояснила объяснил объяснила отметил отметила добавил добавила подчеркнул подчеркнула написал написала рассказал"
    " рассказала уточнил уточнила пишет считает ответил ответила предупредил предупредила",
    "uk": "сказав сказала сказали каже кажуть заявив заявила заявили заявляє повідомив повідомила повідомили пояснив"
    " пояснила зазначив зазначила додав додала наголосив наголосила написав написала розповів розповіла підкреслив"
    " підкреслила запевнив запевнила пише вважає відповів відповіла попередив попередила уточнив уточнила",
    "fr": "dit disent déclare déclarent affirme affirment explique expliquent ajoute indique précise assure souligne"
    " estime écrit avertit annonce confie raconte lance répond insiste rappelle regrette résume témoigne conclut",
}
# Their perfect tense stands beside quotations more often than the present does.
_PARTICIPLES = {
    "fr": r"(?:a|ont|avait|avaient)(?:\s|-t-(?P<clitic>elles?|ils?|on)\s)(?:\p{L}{2,12}\s)?(?:dit|déclaré|affirmé"
    r"|expliqué|ajouté|indiqué|précisé|assuré|souligné|estimé|écrit|averti|annoncé|confié|raconté|lancé|répondu|insisté"
    r"|rappelé|regretté|résumé|témoigné|conclu|martelé|prévenu|réagi|reconnu)",
    "it": r"(?:ha|hanno|aveva)\s(?:\p{L}{2,12}\s)?(?:detto|dichiarato|affermato|spiegato|aggiunto|scritto|sottolineato"
    r"|avvertito|commentato|raccontato|risposto|annunciato|ricordato|concluso|osservato|precisato|ribadito)",
}
_CLITIC = {"fr": r"(?:-t)?-(?P<clitic>elles?|ils?|on)"}  # explique-t-elle

_PRONOUNS = {
    "en": "he she they",
    "de": "er sie",
    "es": "él ella ellos ellas",
    "fr": "il elle ils elles",
    "it": "lui lei loro egli",
    "pt": "ele ela eles elas",
    "ru": "он она они",
    "uk": "він вона вони",
}
_ACCORDING = {
    "en": "according to",
    "de": "so|laut|nach (?:Angaben|Worten|Aussage) (?:von|der|des)",
    "es": "según|de acuerdo con|en palabras de",
    "fr": "selon|d['’]après",
    "it": "secondo|a detta di",
    "pt": "segundo|de acordo com|conforme",
    "ru": "по словам",
    "uk": "за словами|за даними|за інформацією",
}
_GOVERNING = {
    "en": "of for from at in near with by to on against outside across around into under over",
    "de": "von vom für aus bei beim in im ins mit des an am auf nach zum zur gegen",
    "es": "de del en a al para por con desde contra",
    "fr": "de du des d' d’ à au aux en chez pour avec contre dans par",
    "it": "di del della dei delle dell' dell’ degli a al alla in nel nella per con da dal dalla",
    "pt": "de do da dos das em no na nos nas para por com a ao à",
    "ru": "из от в на для с при у к по",
    "uk": "з із від у в для на при до по",
}
_ARTICLES = {
    "en": "the a an this that",
    "de": "der die das den dem ein eine einer eines einem einen",
    "es": "el la los las un una",
    "fr": "le la les l' l’ un une",
    "it": "il lo la i gli le l' l’ un una uno",
    "pt": "o os as um uma",
    "ru": "",
    "uk": "",
}
_DROPPING = frozenset({"es", "it", "pt", "ru", "uk"})
_BEING = r"(?<!\b(?:am|are|be|been|being|get|got|is|was|were)\s)"  # was told, being asked: the speaker is another


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """What one language has for saying who spoke; `governing` and `articles` are looked for right before a name."""

    verb: regex.Pattern[str]
    pronoun: str
    according: regex.Pattern[str]
    governing: regex.Pattern[str]
    article: regex.Pattern[str]
    drops_pronouns: bool


def _words(words: str) -> str:
    return "|".join(words.split())


def _before_name(words: str, more: str = "") -> regex.Pattern[str]:
    if not words:
        return regex.compile(r"(?!)")
    return regex.compile(rf"(?<![\p{{L}}\p{{M}}])(?:{_words(words)})(?:(?<=['’])|\s){more}$", regex.IGNORECASE)


@cache
def saying(language: str) -> Saying:
    """Give what one of the languages `SPOKEN` has; made when first asked for, since all of them take 150 ms."""
    verbs = rf"(?:{_words(_VERBS[language])}){_CLITIC.get(language, '')}"
    if language in _CLITIC:
        verbs = rf"{verbs}|(?:{_words(_VERBS[language])})"
    if language in _PARTICIPLES:
        verbs = rf"{_PARTICIPLES[language]}|{verbs}"
    being = _BEING if language == "en" else ""
    article = rf"(?:(?:{_words(_ARTICLES[language])})(?:(?<=['’])|\s))?" if _ARTICLES[language] else ""
    end = r"(?![\p{L}\p{M}])"
    return Saying(
        verb=regex.compile(rf"(?<![\p{{L}}\p{{M}}-]){being}(?:{verbs}){end}", regex.IGNORECASE),
        pronoun=rf"(?<![\p{{L}}\p{{M}}])(?:{_words(_PRONOUNS[language])}){end}",
        according=regex.compile(rf"(?<![\p{{L}}\p{{M}}])(?:{_ACCORDING[language]}){end}", regex.IGNORECASE),
        governing=_before_name(_GOVERNING[language], article),
        article=_before_name(_ARTICLES[language]),
        drops_pronouns=language in _DROPPING,
    )


SPOKEN = frozenset(_VERBS)
"""The languages of which it is known."""

_ROLES_WORDS = (
    "mr mrs ms miss dr prof professor sir dame lord lady president vice-president premier minister chancellor "
    "secretary senator sen rep representative congressman congresswoman gov governor mayor judge justice attorney "
    "general gen col colonel lt lieutenant maj sgt sergeant capt captain commander admiral chief inspector "
    "superintendent officer detective sheriff director chairman chairwoman ceo coach spokesman spokeswoman "
    "spokesperson ambassador commissioner king queen prince princess pope cardinal archbishop bishop reverend rev "
    "imam rabbi leader analyst economist columnist herr frau monsieur madame mme señor señora don doña signor "
    "signora"
)
ROLES = frozenset(_ROLES_WORDS.split())
"""Capitalised words before a name that are not part of it, without their full stops."""

GERMAN_ROLE = regex.compile(
    r"(?:minister|präsident|sprecher|meister|chef|leiter|kanzler|trainer|expert|forscher|vorsitzend|politiker|anwalt"
    r"|anwält|beamt|direktor|führer|arbeiter|professor|richter|rat|rät|kommissar|general|berater|ökonom|analyst"
    r"|wissenschaftler|senator|sekretär|botschafter|papst|könig|prinz|kollege|kollegin|autor|gründer|besitzer)"
    r"(?:e|en|er|es|in|innen|s)?$",
    regex.IGNORECASE,
)
"""How German words for a role end; they are capitalised as all its nouns are, and made at will."""


def _any_language(words: dict[str, str]) -> str:
    return "|".join(word for spoken in words.values() for word in spoken.split())


@cache
def nameless_speaker() -> regex.Pattern[str]:
    """Give the pattern of a pronoun that says something, in any of the languages: who it is stands elsewhere."""
    return regex.compile(
        rf"(?<![\p{{L}}\p{{M}}])(?:(?:{_any_language(_PRONOUNS)})\s(?:\p{{L}}{{2,12}}\s)?(?:{_any_language(_VERBS)})"
        rf"|(?:{_any_language(_VERBS)})(?:(?:-t)?-|\s)(?:{_any_language(_PRONOUNS)})"
        r"|(?:a|avait)-t-(?:il|elle)|[他她]们?(?:说|表示|称|說)|彼女?は)(?![\p{L}\p{M}])",
        regex.IGNORECASE,
    )
