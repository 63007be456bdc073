"""What was found of an installation, in lines for who hosts it: each problem says what to do. Finds nothing itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from bot.replies import Replies
from digests.core.models import Feed
from digests.core.urls import mask
from digests.usecases.checkup import Condition
from storage.database import Room
from storage.file import Holder

MEGABYTE = 1_000_000

LOW_DISK = 200 * MEGABYTE
"""Some days of 10,000 entries each (3 GB for ninety of them), and the journal of one large transaction."""

EXAMPLES = 5
"""Ill feeds named for each reason; `tidings feeds list` names all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """An installation at one moment. `hangs`: a process holds the database, and its event loop does not turn."""

    version: str
    path: str
    schema: str
    room: Room
    free_bytes: int
    holder: Holder | None
    hangs: bool
    condition: Condition


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page; a problem needs somebody."""

    text: str
    is_problem: bool = False


def lines_of(facts: Facts, replies: Replies, *, now: datetime) -> list[Line]:
    """Give the page: the machine first, then feeds, editions, deliveries."""
    return [*_machine(facts, replies), *_feeds(facts.condition, replies), *_editions(facts.condition, replies, now)]


def _machine(facts: Facts, replies: Replies) -> Iterator[Line]:
    room = facts.room
    yield Line(replies.say("doctor-version", version=facts.version, schema=facts.schema))
    size, free = (_megabytes(value) for value in (room.pages * room.page_bytes, facts.free_bytes))
    yield Line(replies.say("doctor-database", path=facts.path, megabytes=size, free=free))
    if facts.free_bytes < LOW_DISK:
        yield Line(replies.say("doctor-low-disk", free=free), is_problem=True)
    if not room.can_shrink:
        yield Line(replies.say("doctor-cannot-shrink", megabytes=_megabytes(room.unused_pages * room.page_bytes)))
    if facts.holder is None:
        yield Line(replies.say("doctor-not-running", path=facts.path))
    elif facts.hangs:
        yield Line(replies.say("doctor-hangs", pid=str(facts.holder.pid), path=facts.path), is_problem=True)
    else:
        yield Line(replies.say("doctor-running", pid=str(facts.holder.pid)))


def _feeds(condition: Condition, replies: Replies) -> Iterator[Line]:
    yield Line(replies.say("doctor-feeds", well=condition.feeds - len(condition.ill), total=condition.feeds))
    by_reason = sorted(condition.ill, key=lambda feed: (feed.last_failure or "", feed.url))
    for _reason, group in groupby(by_reason, key=lambda feed: feed.last_failure):
        same = list(group)
        for feed in same[:EXAMPLES]:
            yield Line(_why(feed, replies), is_problem=True)
        if len(same) > EXAMPLES:
            yield Line(replies.say("doctor-more-feeds", count=len(same) - EXAMPLES), is_problem=True)


def _why(feed: Feed, replies: Replies) -> str:
    return replies.say(f"failure-{feed.last_failure or 'gone'}", source=mask(feed.url), detail=feed.last_detail or "-")


def _editions(condition: Condition, replies: Replies, now: datetime) -> Iterator[Line]:
    yield Line(replies.say("doctor-editions", count=len(condition.editions)))
    for edition, since in condition.silent.items():
        yield Line(replies.say("doctor-silent", edition=edition.name, hours=_hours(since, now)), is_problem=True)
    for found, stuck in condition.stuck:
        name = found.name if found else str(stuck.edition_id)
        told = replies.say("doctor-stuck", edition=name, count=stuck.operations, hours=_hours(stuck.since, now))
        yield Line(f"{told} {stuck.error}".strip(), is_problem=True)
    for edition in condition.paused:
        if edition.pause_reason:
            channel = f"<#{edition.destination.address}>"
            why = replies.say(edition.pause_reason, edition=edition.name, channel=channel)
            yield Line(why, is_problem=True)
        else:
            yield Line(replies.say("doctor-paused", edition=edition.name))


def _megabytes(count: int) -> float:
    return round(count / MEGABYTE, 1)


def _hours(since: datetime, now: datetime) -> int:
    return int((now - since).total_seconds() // 3600)
