"""The order of stories, with reasons: a sum of a few named terms that a reader can check.

Terms count independent voices, never words or entries, so one source cannot talk a story up the page. Which stories
stand to be ranked, and how many are shown, is decided in `core.compose`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import log2
from operator import attrgetter

from digests.core.models import StoryId

HALF_LIFE = timedelta(hours=12)
"""A report counts half after so long: this morning's and last night's stand on one page, yesterday's below them."""

LATELY = timedelta(hours=3)
"""Voices that joined within count as growth: two digests a day see a story grow over some four such spans."""

RECENCY, UPDATE, TOPIC = 0.5, 0.25, 0.5
"""Weights beside 1 for each doubling of voices. Beside the fortnight's editor list age hardly matters within a day, and
being new no more than that."""

REACH, GROWTH, GRAVITY = 0.5, 0.25, 3.0
"""For each doubling of the outlets that print what is new; for voices joining faster than they used to; for what it
means to people. On the same list, from half to twice each the order is as good within .02 nDCG."""

_HOURS_SHOWN = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a story has to show: its independent voices, those whose title names the topic, its newest report.

    `outlets` print what is new of it, `lately` so many voices joined of `usual` ones in as much time, `gravity` is what
    `core.gravity` gives.
    """

    story_id: StoryId
    voices: int
    outlets: int = 1
    topic_voices: int = 0
    lately: int = 0
    usual: float = 0.0
    gravity: float = 0.0
    newest: datetime
    is_update: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A story's score, and the terms it is the sum of, in words."""

    story_id: StoryId
    score: float
    newest: datetime
    why: str

    @property
    def order(self) -> tuple[float, float, int]:
        """What to sort by: the best first, of those level the newest, then the lowest number."""
        return -self.score, -self.newest.timestamp(), self.story_id


def rank(standings: Iterable[Standing], *, now: datetime) -> tuple[Ranked, ...]:
    """Give the stories best first; those level stand newest first, then by their number."""
    return tuple(sorted((_score(standing, now=now) for standing in standings), key=attrgetter("order")))


def _score(standing: Standing, *, now: datetime) -> Ranked:
    age = max(timedelta(), now - standing.newest)
    voices = log2(1 + max(1, standing.voices))
    recency = RECENCY * 0.5 ** (age / HALF_LIFE)
    novelty = 0.0 if standing.is_update else UPDATE
    # The first voice that names the topic counts nothing: a single source must not write itself upwards.
    topic = TOPIC * log2(max(1, standing.topic_voices))
    reach = REACH * log2(max(1, standing.outlets))
    growth = GROWTH * min(1.0, max(0.0, log2(max(1, standing.lately) / (1 + standing.usual))))
    terms = [
        (f"{standing.voices} independent {'voice' if standing.voices == 1 else 'voices'}", voices),
        (f"{_hours(age)} old", recency),
        ("update" if standing.is_update else "new", novelty),
    ]
    more = [
        (f"topic named by {standing.topic_voices}", topic),
        (f"printed by {standing.outlets}", reach),
        (f"{standing.lately} lately", growth),
        ("what it means", GRAVITY * standing.gravity),
    ]
    terms += [(name, value) for name, value in more if value]
    score = sum(value for _, value in terms)
    why = " + ".join(f"{name} {value:.2f}" for name, value in terms)
    return Ranked(story_id=standing.story_id, score=score, newest=standing.newest, why=f"{why} = {score:.2f}")


def _hours(age: timedelta) -> str:
    hours = int(age / timedelta(hours=1))
    return f"{hours} h" if hours < _HOURS_SHOWN else f"{hours // 24} d"
