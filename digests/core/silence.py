"""Is an edition silent that should have told something? Pure.

A quiet day that is kept quiet is no silence: its slot was dealt with.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from digests.core.editions import Edition, EditionId, Layout, QuietDay
from digests.core.slots import LONGEST_WAIT, slots_between

GAPS = 2
"""Slots' gaps without a digest that are too many: one may be lost to an outage that was mended."""

SLACK = timedelta(hours=1)
"""What a delivery may be late by its own retries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulse:
    """What an edition last did: when something of it was sent, and whether its newest slot's digest waits or failed."""

    told: datetime | None = None
    owes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuck:
    """Operations of one edition that wait long after they were due: how many, since when, and what went wrong last."""

    edition_id: EditionId
    operations: int
    since: datetime
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Editions that fell silent, and such that tell again."""

    fell: frozenset[EditionId] = frozenset()
    back: frozenset[EditionId] = frozenset()


def silent_since(edition: Edition, pulse: Pulse, *, now: datetime) -> datetime | None:
    """Give since when an edition is silent for longer than `GAPS` of its longest gap between slots, or None.

    Paused ones, and alerts, which have no slots, are never silent.
    """
    if edition.paused or edition.alert is not None:
        return None
    since = max(edition.created, pulse.told or edition.created, _dealt_with(edition, pulse) or edition.created)
    if now - since <= SLACK:
        return None
    slots = slots_between(edition.at, edition.days, edition.timezone, now - 2 * LONGEST_WAIT, now)
    gap = max((later - earlier for earlier, later in pairwise(slots)), default=LONGEST_WAIT)
    return since if now - since > GAPS * gap + SLACK else None


def _dealt_with(edition: Edition, pulse: Pulse) -> datetime | None:
    may_keep_quiet = edition.quiet_day is QuietDay.SKIP or edition.layout is Layout.FORUM
    return edition.last_slot if may_keep_quiet and not pulse.owes else None
