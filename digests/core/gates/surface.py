"""What a sentence may not look like, whatever it says: markup, addresses, control characters, a word to the reader."""

from __future__ import annotations

import unicodedata

import regex

from digests.core.calendar_words import MONTHS
from digests.core.names import PINGING
from digests.core.quote_marks import quoted_spans

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "So"})  # and pictures: no report is written in them
_SIGNS = frozenset("°©®№℃")
_MONTH = "|".join(MONTHS)
_MARKUP = regex.compile(
    rf"[*_~`|]{{2,}}|[`<>\\{{}}]|\](?=[(:])|(?<![\p{{L}}\p{{N}}])[*_](?=\S)|^\s*(?:#{{1,6}}\s|>|[-+•*]\s|-#|\d{{1,2}}[.)]\s(?!(?:{_MONTH})))"
    r"|:[a-z]\w{1,31}:\d*|&(?:[a-z]{2,8}|#x?[0-9a-f]{1,6});|={3,}|-{3,}",
    regex.IGNORECASE,
)
_ADDRESS = regex.compile(
    r"\p{L}[\p{L}\d+.-]{1,12}:\s?//|\bwww\.|(?<![\p{L}\p{N}])(?:mailto|tel|javascript|data|file):(?=\S)|@(?=[\p{L}\p{N}_])"
    r"|(?<![\p{L}\p{N}])(?:discord|dsc|t|bit|goo|youtu|tinyurl|wa)\s?(?:\.|\[?dot\]?|\(dot\))\s?(?:gg|me|ly|gl|be|com|li|io)\b"
    r"|(?<![\p{L}\p{N}.])(?:[\p{L}\p{N}-]{2,}\.)+(?:com|net|org|info|biz|io|gg|me|ly|ru|cn|xyz|top|app|dev|site|online|shop|link"
    r"|click|example|co|uk|de|fr|es|pt|ua|jp|br|eu|tv|gl|be|invite)(?![\p{L}\p{N}])(?:/\S*)?"
    r"|\b\d{1,3}(?:\.\d{1,3}){3}\b|\b(?:discord|telegram|whatsapp)\s?(?:\.|/)\s?\w|(?<![\p{L}\p{N}])#[\p{L}\p{N}_-]{2,}"
    r"|\b[\w.-]+\s?(?:\[at\]|\(at\))\s?[\w.-]+",
    regex.IGNORECASE,
)
_SECOND_PERSON = {
    "en": r"you|your|yours|yourself|yourselves|you['’](?:re|ve|ll|d)|dear readers?",
    "de": r"du|dich|dir|dein(?:e[mnrs]?)?|euch|euer|eure[mnrs]?|(?-i:(?<=\p{L}\s)(?:Sie|Ihnen|Ihre?[mnrs]?)(?!\p{L}))",
    "es": r"tú|ti|te|tus?|usted|ustedes|vosotr[oa]s|vuestr[oa]s?",
    "fr": r"tu|toi|vous|votre|vos",
    "pt": r"você|vocês|tu|teus?|tuas?|te|contigo",
    "uk": r"ти|тебе|тобі|твій|твоя|твої|ви|вас|вам|вами|ваш(?:а|е|і|ого|ої|их)?",
    "ja": r"あなた|皆さん|みなさん|貴方|読者の皆",
}
_MODEL_TALK = regex.compile(
    r"\b(?:as an ai|language model|system prompt|i cannot|i can['’]t|i['’]m sorry|here (?:is|are) (?:the|a) (?:summary|sentence)"
    r"|als (?:ki|sprachmodell)|como (?:modelo de lenguaje|ia)|en tant qu['’](?:ia|assistant)|як мовна модель)\b|言語モデルとして",
    regex.IGNORECASE,
)
_PERSON_FORMS = {
    language: regex.compile(rf"(?<![\p{{L}}\p{{M}}'’])(?:{forms})(?![\p{{L}}\p{{M}}])" if language != "ja" else forms, regex.I)
    for language, forms in _SECOND_PERSON.items()
}  # fmt: skip


def has_markup(text: str) -> bool:
    """Tell whether a chat or a page could read a text as more than words, or hold what nobody sees."""
    return any(unicodedata.category(sign) in _UNSEEN and sign not in _SIGNS for sign in text) or _MARKUP.search(text) is not None


def has_address(text: str) -> bool:
    """Tell whether a text leads anywhere: a URL, a host, a mention, a channel, an invitation; in any width of letters."""
    plain = unicodedata.normalize("NFKC", text)
    return PINGING.search(plain) is not None or _ADDRESS.search(plain) is not None


def speaks_to_reader(text: str, language: str) -> bool:
    """Tell whether a text, outside quotations, speaks to whoever reads it, or as the model that wrote it."""
    own = _outside_quotes(text)
    form = _PERSON_FORMS.get(language)
    return (form is not None and form.search(own) is not None) or _MODEL_TALK.search(own) is not None


def _outside_quotes(text: str) -> str:
    for span in reversed(quoted_spans(text).spans):
        if span.is_closed:
            text = f"{text[: span.start]} {text[span.end :]}"
    return text
