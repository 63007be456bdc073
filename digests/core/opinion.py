"""Which entries give an opinion rather than a report: marked as such, told by an "I", or saying what ought to be.

An opinion feeds no fact.
"""

from __future__ import annotations

import regex

from digests.core.models import Entry

# Marks are words of the trade, in the languages of the starter topics: before a colon or a bar, after a bar, or as a
# folder of the address.
_WORDS = (
    r"op-?ed|opinion|comment(?:ary)?|editorial|column|viewpoint|leitartikel|kommentar|meinung|kolumne|glosse"
    r"|opini[oó]n|tribuna|columna|editoriale?|chronique|tribune|opinião|coluna|opinione|думка|колонка|блог|погляд|мнение"
    r"|colonna|opinie|社説|社论|社評|评论"
)
_MARKED = regex.compile(
    rf"^\W*(?:{_WORDS})\s*[:|–—-]|[|–—-]\s*(?:{_WORDS})\W*$|^\s*[\[(【](?:{_WORDS})[\])】]", regex.IGNORECASE
)
_FOLDER = regex.compile(
    r"/(?:opinions?|op-?ed|comment(?:ary|isfree)?|columns?|columnists?|editorials?|meinung|kommentare?|kolumnen?|opinion(?:es)?"
    r"|tribunas?|blogs?)/",
    regex.IGNORECASE,
)
# Reports name their authors' "I" only in quotations. Pro-drop languages show it in possessives at least.
_I = {
    "de": r"(?i)\b(?:ich|mir|mich|mein(?:e[mnrs]?)?)\b",
    "en": r"\b(?:I|I['’](?:m|ve|d|ll)|(?i:my|me))\b",
    "es": r"(?i)\b(?:yo|mi|mis|creo|conmigo)\b",
    "fr": r"(?i)\b(?:je|j['’]|mon|mes|moi)\b",
    "ru": r"(?i)\b(?:я|мне|меня|мой|моя|мои)\b",
    "uk": r"(?i)\b(?:я|мені|мене|мій|моя|мої)\b",
}
_FIRST_PERSON = {language: regex.compile(words) for language, words in _I.items()}
_QUOTED = regex.compile(r"\"[^\"]{0,400}\"|“[^”]{0,400}”|„[^“”]{0,400}[“”]|«[^»]{0,400}»|»[^«]{0,400}«|‘[^’]{0,400}’")
# A report says who said so, when, or how many. A signed text without any of it that says what must be is a comment: of
# the 2,900 captured entries 28 are, most of them essays.
_OUGHT = regex.compile(
    r"\b(?:should|must|ought|let us|muss|müssen|sollten?|darf|dürfen|debe|deben|debería\w*|hay que|doit|doivent|il faut"
    r"|deve|devem|dovrebbe\w*|bisogna|має|мусить|треба|варто|должен|должны|нужно|надо)\b",
    regex.IGNORECASE,
)
_REPORTED = regex.compile(
    r"\d|[\"“”„«»]|\b(?:said|says?|told|according|announced|added|reported|sagte|sagt|teilte|laut|zufolge|erklärte|dijo"
    r"|dice|según|afirmó|anunció|explicó|sostiene|dit|selon|affirmé|annoncé|disse|segundo|secondo|сказа\w+|каже|заяви\w+"
    r"|повідоми\w+|сообщи\w+|за словами|по словам)\b"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:yesterday|today|tomorrow|tonight|gestern|heute|morgen|ayer|hoy"
    r"|mañana|hier|demain|ontem|hoje|ieri|oggi|вчора|сьогодні|завтра|вчера|сегодня)\b|\b(?:montag|dienstag|mittwoch"
    r"|donnerstag|freitag|samstag|sonntag|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi"
    r"|vendredi|samedi|dimanche)|\b(?:понеділ|вівтор|серед[ауи]|четвер|п['’]ятниц|субот|неділ|понедельник|вторник|сред[ау]"
    r"|пятниц|воскресен)",
    regex.IGNORECASE,
)
_LEAST_WORDS = 25  # fewer are a teaser, which leaves out who said so
_FEWEST = 2
_READ = 3_000  # characters


def is_opinion(entry: Entry) -> bool:
    """Tell whether an entry gives an opinion.

    Its title or address says so, or its text says "I" twice, or, signed, what ought to be and nothing that was.
    """
    if _MARKED.search(entry.title) or _FOLDER.search(entry.link) or _is_comment(entry):
        return True
    first_person = _FIRST_PERSON.get(entry.language or "")
    if first_person is None:
        return False
    own_words = _QUOTED.sub(" ", entry.text[:_READ])
    return len(first_person.findall(own_words, timeout=1.0)) >= _FEWEST


def _is_comment(entry: Entry) -> bool:
    text = entry.text[:_READ]
    if not entry.author or len(text.split()) < _LEAST_WORDS or not _OUGHT.search(text, timeout=1.0):
        return False
    return not _REPORTED.search(text, timeout=1.0)
