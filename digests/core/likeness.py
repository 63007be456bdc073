"""When two bundles of entries tell one event: how alike they must be, and what parts them however alike they are."""

from __future__ import annotations

from datetime import timedelta
from math import exp2

from digests.core.bundles import Bundle

WINDOW = timedelta(hours=72)
"""How long a story waits for its next entry; news events are mostly told within three days."""

LARGEST = 400
"""Entries of a story. The largest of the labelled events has 322 in 17 hours; a story beyond is a sink."""

# Measured on shared/data/clusters (tests/benchmarks/grouping.py) and the fortnight. B³-F1 by words alone is .82–.83 on
# headlines, .85–.88 on articles and .80–.83 on the fortnight for a threshold of .13–.17, and .84–.85, .86–.90 and
# .82–.83 with meaning for .31–.33.
WORDS_ALIKE, MEANING_ALIKE = 0.15, 0.32
MEANING = 0.5
"""Share of meaning in likeness, where it is known: .4 and .5 differ by .01, .3 is worth less."""

# Few entries prove less: two need half of this more, three a third. 0 to .3 give the same on headlines, whose labelled
# events are large, and on articles; on the fortnight .1 is best.
_OF_FEW = 0.12
# One name in common makes no event of two entries: on 116 real feeds this parted the reports of three countries that
# had met in "TikTok".
_KEYS_IN_COMMON = 2

# What is told at once is more often one event: worth .005 on headlines for a half-life of 3–6 hours. Most of the
# likeness does not age, or tomorrow's report would not find today's story: .5 ageless costs .1 on the fortnight.
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
    is_meant = one.has_meaning and other.has_meaning
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
