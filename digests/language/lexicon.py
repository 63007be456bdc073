"""What is known of languages, put together: word statistics and names."""

from __future__ import annotations

from digests.core.sketches import Lexicon
from digests.language.names import CldrNames
from digests.language.words import WordfreqStats


def lexicon() -> Lexicon:
    """Give a lexicon of its own; its lists are read when first asked for."""
    words, names = WordfreqStats(), CldrNames()
    return Lexicon(idf_of=words.idf, countries=names.countries, romanised=names.romanised)
