"""When two bundles of entries tell one event: how alike they must be, and what parts them however alike they are."""

from __future__ import annotations

from datetime import timedelta
from math import exp2

from digests.core.bundles import Bundle

WINDOW = timedelta(hours=72)
"""How long a story waits for its next entry; news events are mostly told within three days."""

LARGEST = 400
"""Entries of a story. The largest of the labelled events has 322 in 17 hours; a story beyond is a sink."""

# Measured on shared/data/clusters (tests/benchmarks/grouping.py). B³-F1 by words alone is .844–.852 on headlines and
# .86–.88 on articles for a threshold of .16–.20, and .849–.862 and .867–.896 with meaning for .32–.36.
WORDS_ALIKE, MEANING_ALIKE = 0.15, 0.32
MEANING = 0.5
"""Share of meaning in likeness, where it is known: .3 to .5 differ by .01."""

# Few entries prove less: two need this much more, by half, three by a third. 0 to .4 give the same on headlines, whose
# labelled events are large; .15 to .35 are best on articles, which stand in pairs.
_OF_FEW = 0.12
# One name in common makes no event of two entries: on 116 real feeds this parted the reports of three countries that
# had met in "TikTok".
_KEYS_IN_COMMON = 2

# What is told at once is more often one event: worth .01 on headlines for a half-life of 3–6 hours. Half of the
# likeness does not age, or tomorrow's report would never find today's story.
_HALF_LIFE = timedelta(hours=6)
_AGELESS = 0.8


def likeness(one: Bundle, other: Bundle) -> float:
    """Give how alike two bundles are, from 0 to 1: words, meaning where both know it, nearness in time."""
    alike = one.cosine(other)
    meaning = one.meaning_cosine(other)
    if meaning is not None:
        alike = (1 - MEANING) * alike + MEANING * meaning
    half_lives: float = one.age_apart(other) / _HALF_LIFE
    return alike * (_AGELESS + (1 - _AGELESS) * exp2(-half_lives))


def enough(one: Bundle, other: Bundle) -> float:
    """Give the likeness from which two bundles tell one event."""
    is_meant = one.meaning_cosine(other) is not None
    return (MEANING_ALIKE if is_meant else WORDS_ALIKE) + _OF_FEW / (one.size + other.size)


def parted(one: Bundle, other: Bundle) -> str | None:
    """Give what parts two bundles however alike they are: "size", "time", "number", "words"; None where nothing does.

    A number parts day 2 from day 21; words part what shares a single telling one.
    """
    if one.size + other.size > LARGEST:
        return "size"
    if one.gap(other) > WINDOW:
        return "time"
    if one.contradicts(other):
        return "number"
    if min(one.size, other.size) == 1 and one.keys_in_common(other) < min(
        _KEYS_IN_COMMON, len(one.keys), len(other.keys)
    ):
        return "words"
    return None


def join(one: Bundle, other: Bundle, *, strictness: float = 1.0) -> float | None:
    """Give the likeness of two bundles that tell one event, or None; `strictness` times as much is asked for."""
    if parted(one, other):
        return None
    alike = likeness(one, other)
    return alike if alike >= strictness * enough(one, other) else None
