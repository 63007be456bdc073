"""Which slots of an edition want a digest now. Pure; the slots themselves are computed in `core.slots`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from digests.core.editions import CatchUp, Edition
from digests.core.slots import LONGEST_WAIT, slots_between

MISSED_AFTER = timedelta(minutes=10)
"""A slot this long past was missed (we were down), not merely late by a tick or a slow poll."""

LOOK_BACK_DAYS = 8
"""How far back missed slots are looked for: a weekly edition's last slot is at most seven days old."""

REFRESH_BEFORE = timedelta(minutes=1)
"""How close to its slot a prepared digest is made again from what came in meanwhile."""


PATIENCE = timedelta(seconds=60)
"""How long after its slot a digest may wait for cards in a model's words: nobody calls a minute late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """What an edition needs at a moment. `passed`: missed slots not told on their own, oldest first.

    `slot` gets a digest; `refresh` means that it has one already, which is to be renewed.
    """

    passed: tuple[datetime, ...] = ()
    slot: datetime | None = None
    refresh: bool = False


def agenda(edition: Edition, *, now: datetime, ahead: timedelta, unsent: frozenset[datetime]) -> Agenda:
    """Give what to do for an edition whose next digest may be prepared `ahead` of its slot.

    Missed slots merge: only the newest is told, late (its window reaches back to what was last told), unless the
    edition skips what it missed. `unsent` are slots whose digests wait to be sent.
    """
    if edition.paused:
        return Agenda()
    waiting = [slot for slot in unsent if now < slot <= now + REFRESH_BEFORE]
    if waiting:
        return Agenda(slot=waiting[0], refresh=True)
    since = max(edition.last_slot or edition.created, now - timedelta(days=LOOK_BACK_DAYS))
    slots = slots_between(edition.at, edition.days, edition.timezone, since, now + ahead)
    past = [slot for slot in slots if slot <= now]
    coming = [slot for slot in slots if slot > now]
    if past and not _is_skipped(past[-1], edition, now):
        return Agenda(passed=tuple(past[:-1]), slot=past[-1])
    return Agenda(passed=tuple(past), slot=coming[0] if coming else None)


def next_look(edition: Edition, todo: Agenda, *, now: datetime, ahead: timedelta) -> datetime | None:
    """Give when an edition whose agenda was dealt with has something on it again; None where it has no times.

    That is `ahead` of its next slot, but not before a late digest had time to go out, which the next would supersede;
    once the next is prepared, when it is to be renewed; then ahead of the slot after, but not before the next has come.
    """
    dealt_with = [slot for slot in (edition.last_slot, todo.slot, *todo.passed) if slot is not None]
    coming = slots_between(edition.at, edition.days, edition.timezone, now, now + LONGEST_WAIT)
    if not coming:
        return None
    slot = coming[0]
    if slot not in dealt_with:
        is_late = todo.slot is not None and todo.slot <= now
        return min(max(slot - ahead, now + REFRESH_BEFORE), slot) if is_late else slot - ahead
    if now < slot - REFRESH_BEFORE:
        return slot - REFRESH_BEFORE
    after = slots_between(edition.at, edition.days, edition.timezone, slot, slot + LONGEST_WAIT)
    return max(slot, after[0] - ahead)


def due_with_words(slot: datetime, *, now: datetime) -> datetime:
    """Give when a digest goes out whose cards are still to be phrased: at its slot, or `PATIENCE` from now if later.

    Never later than `PATIENCE` after its slot; one caught up late waits for nothing.
    """
    return min(max(slot, now + PATIENCE), slot + PATIENCE)


def _is_skipped(slot: datetime, edition: Edition, now: datetime) -> bool:
    return edition.catch_up is CatchUp.SKIP and now - slot > MISSED_AFTER
