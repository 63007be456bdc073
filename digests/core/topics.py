"""Which entries a topic is about: a small query over title and text.

Decides yes or no by words alone. It knows nothing of feeds (the store does) and nothing of rank.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from digests.core.editions import Topic
from digests.core.models import Entry

_TERM = re.compile(r'"([^"]*)"(\*?)|([^\s,;，、"]+)')
_QUOTES = str.maketrans("“”„«»「」", '"' * 7)
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts that part no words with spaces, and Korean, whose particles cling to the word."""


def matches(topic: Topic, entry: Entry) -> bool:
    """Tell whether the entry is of the topic: any of its keywords, none of those it excludes, and its language.

    Words are parted by commas or spaces. `"exact phrase"` keeps its order, `prefix*` takes any ending; otherwise
    whole words count, in any case (substrings where words are not spaced). No keywords take everything. A topic with
    a language takes entries in it, and those whose language nobody knows.
    """
    if topic.language and entry.language and entry.language != topic.language:
        return False
    wanted, unwanted = _compile(topic.keywords), _compile(topic.exclude)
    if wanted is None and unwanted is None:
        return True
    text = _fold(f"{entry.title}\n{entry.text}")
    return (wanted is None or bool(wanted.search(text))) and not (unwanted and unwanted.search(text))


def is_in_title(topic: Topic, entry: Entry) -> bool:
    """Tell whether the title alone holds a keyword; never where the topic has none."""
    wanted = _compile(topic.keywords)
    return wanted is not None and bool(wanted.search(_fold(entry.title)))


@lru_cache(maxsize=1024)
def _compile(query: str) -> re.Pattern[str] | None:
    """Give one pattern for all terms of a query, or None where it has none."""
    terms = []
    for phrase, star, word in _TERM.findall(_fold(query.translate(_QUOTES))):
        is_prefix = bool(star) or word.endswith("*")
        text = " ".join((phrase or word.rstrip("*")).split())
        if text:
            terms.append(_term(text, is_prefix=is_prefix))
    return re.compile("|".join(terms)) if terms else None


def _term(text: str, *, is_prefix: bool) -> str:
    pattern = r"\s+".join(re.escape(word) for word in text.split(" "))
    if _UNSPACED.search(text):
        return pattern
    return rf"(?<!\w){pattern}" if is_prefix else rf"(?<!\w){pattern}(?!\w)"


def _fold(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()
