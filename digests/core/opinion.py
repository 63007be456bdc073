"""Which entries give an opinion rather than a report: marked as such, or told by an "I". An opinion feeds no fact."""

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
    "de": r"\b(?:ich|mir|mich|mein(?:e[mnrs]?)?)\b",
    "en": r"\b(?:I|I['’](?:m|ve|d|ll)|my|me)\b",
    "es": r"\b(?:yo|mi|mis|creo|conmigo)\b",
    "fr": r"\b(?:je|j['’]|mon|mes|moi)\b",
    "ru": r"\b(?:я|мне|меня|мой|моя|мои)\b",
    "uk": r"\b(?:я|мені|мене|мій|моя|мої)\b",
}
_FIRST_PERSON = {language: regex.compile(words) for language, words in _I.items()}
_QUOTED = regex.compile(r"\"[^\"]{0,400}\"|“[^”]{0,400}”|„[^“”]{0,400}[“”]|«[^»]{0,400}»|»[^«]{0,400}«|‘[^’]{0,400}’")
_FEWEST = 2
_READ = 3_000  # characters


def is_opinion(entry: Entry) -> bool:
    """Tell whether an entry gives an opinion: its title or address says so, or its text says "I" twice."""
    if _MARKED.search(entry.title) or _FOLDER.search(entry.link):
        return True
    first_person = _FIRST_PERSON.get(entry.language or "")
    if first_person is None:
        return False
    own_words = _QUOTED.sub(" ", entry.text[:_READ])
    return len(first_person.findall(own_words, timeout=1.0)) >= _FEWEST
