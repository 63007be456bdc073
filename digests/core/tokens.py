"""Words that can be compared, whatever the script: the one place that knows how a language is cut and stemmed.

It weighs nothing; how telling a word is comes in through the WordStats port.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import regex
import snowballstemmer

# Scripts written without spaces between words: any two neighbours make a token, as FTS engines do.
_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}ー々〆"
_TOKEN = regex.compile(
    rf"(?V1)(?P<unspaced>[{_UNSPACED}]+)"
    r"|(?P<number>\p{Nd}+(?:[.,]\p{Nd}+)*(?![\p{L}\p{M}\p{N}]))"
    rf"|(?:(?P<initials>(?:\p{{Lu}}\.){{2,}})|(?P<word>[[\p{{L}}\p{{M}}\p{{N}}]--[{_UNSPACED}]]+))"
    r"(?:['’](?P<tail>\p{L}{1,2})(?![\p{L}\p{M}\p{N}]))?"  # Fed's, don't: what follows the apostrophe is no word
)
_ONE_UNSPACED = regex.compile(rf"[{_UNSPACED}]")
_THOUSANDS = regex.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_DOT_OF_I = "\u0307"  # what lower() leaves of the Turkish İ
_LONGEST_WORD = 40  # longer ones are addresses or noise, and not worth the memory of the stem cache

_STEMMERS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish", "fr": "french", "ga": "irish",
    "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian",
    "ms": "indonesian", "nb": "norwegian", "ne": "nepali", "nl": "dutch", "nn": "norwegian", "no": "norwegian",
    "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish",
    "ta": "tamil", "tr": "turkish",
}  # fmt: skip
# Inflected languages without a Snowball stemmer: the head of the word serves (McNamee, Nicholas, Mayfield 2009,
# "Addressing morphological variation in alphabetic languages": truncation comes close to stemming).
_HEADS = frozenset({"be", "bg", "hr", "lv", "mk", "sk", "sl", "uk"})
_HEAD_LENGTH = 6


def tokens(text: str, language: str | None) -> list[str]:
    """Give the words in order: lower case, accents kept, stemmed where the language (ISO 639-1) has a stemmer.

    Chinese, Japanese, Korean and other unspaced scripts come as pairs of characters; numbers stay, without the
    commas of thousands.
    """
    found: list[str] = []
    for unspaced, number, initials, word, _tail in _TOKEN.findall(unicodedata.normalize("NFKC", text)):
        if word:
            found.append(stem(word.lower().replace(_DOT_OF_I, ""), language))
        elif unspaced:
            found += [unspaced[at : at + 2] for at in range(max(1, len(unspaced) - 1))]
        elif number:
            found.append(_THOUSANDS.sub("", number))
        else:
            found.append(initials.replace(".", "").lower())
    return found


def search_tokens(text: str, language: str | None) -> str:
    """Give the tokens parted by spaces, ready for a full-text index that must not cut words itself."""
    return " ".join(tokens(text, language))


def is_unspaced(token: str) -> bool:
    """Tell whether a token is of a script written without spaces, so that it is a pair of characters."""
    return _ONE_UNSPACED.match(token) is not None


def stem(word: str, language: str | None, *, is_kept: bool = True) -> str:
    """Give the stem of a lower-case word; the word itself where the language has no stemmer.

    `is_kept`: it is remembered, as what is read over and over should be.
    """
    if language is None or len(word) > _LONGEST_WORD:
        return word
    if language in _HEADS:
        return word[:_HEAD_LENGTH]
    algorithm = _STEMMERS.get(language)
    if algorithm is None:
        return word
    return _kept(word, algorithm) if is_kept else _stemmed(word, algorithm)


def _stemmed(word: str, algorithm: str) -> str:
    # A stemmer keeps the word it works on: a fresh one each time makes this safe from any thread, at no cost.
    stemmed: str = snowballstemmer.stemmer(algorithm).stemWord(word)
    return stemmed or word


# A stem costs 22 µs, a look-up 0.1 (measured); a language's everyday words are ~30,000, 200 bytes each here.
_kept = lru_cache(maxsize=1 << 17)(_stemmed)
