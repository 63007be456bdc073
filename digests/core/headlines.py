"""The headline of a story: one of its reports' own titles, never rewritten, cut at a word where it is long."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from math import sqrt

from digests.core.evidence import cut_at_word, word_count
from digests.core.models import Entry
from digests.core.sketches import Idf
from digests.core.text import tokens

MAX_HEADLINE = 90
"""Characters (editorial notes §2.2)."""

HALF_LIFE = timedelta(hours=12)
"""As of a sentence's freshness (`core.worth`): a strike that ended is not headed by its begin."""

_SHORT_TITLE = 4  # words; fewer are labels ("Live updates")
_TITLES = 40  # compared with each other; more only repeat


def headline(entries: Sequence[Entry], *, language: str | None, idf: Idf) -> str:
    """Give the title most of the others agree with, at most `MAX_HEADLINE` characters; empty where all are empty.

    Titles that fit whole, say something and ask nothing go first; of others a title half a day older counts half.
    """
    titled = [(title, entry.published) for entry in entries[-_TITLES:] if (title := " ".join(entry.title.split()))]
    if not titled:
        return ""
    titles = [title for title, _ in titled]
    newest = max(published for _, published in titled)
    vectors = [{word: idf(word) for word in set(tokens(title[: 2 * MAX_HEADLINE], language))} for title in titles]

    def worth(index: int) -> tuple[bool, float, int]:
        title = titles[index]
        is_plain = len(title) <= MAX_HEADLINE and word_count(title) >= _SHORT_TITLE and title[-1] not in "?？"
        freshness = 0.5 ** ((newest - titled[index][1]) / HALF_LIFE)
        return is_plain and not title.isupper(), _agreement(vectors, index) * freshness, -index

    return shorten(titles[max(range(len(titles)), key=worth)])


def shorten(text: str) -> str:
    """Give a title as a headline: on one line, cut at a word."""
    text = " ".join(text.split())
    return text if len(text) <= MAX_HEADLINE else text[: cut_at_word(text, MAX_HEADLINE - 1)] + "…"


def _agreement(vectors: Sequence[Mapping[str, float]], index: int) -> float:
    own = vectors[index]
    norm = sqrt(sum(weight * weight for weight in own.values())) or 1.0
    return sum(sum(own[word] ** 2 for word in own.keys() & other.keys()) for other in vectors) / norm
