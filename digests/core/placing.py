"""The stories of a digest in their order. Reading texts takes time, so none is read further than its place demands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from heapq import heappop, heappush
from typing import NamedTuple

from digests.core.editions import Told, Topic
from digests.core.gravity import gravity
from digests.core.models import Entry, EntryId, StoryId
from digests.core.novelty import news, related
from digests.core.ranking import LATELY, Ranked, Standing, rank
from digests.core.telling import Telling
from digests.core.topics import is_in_title
from digests.core.voices import most_voices, voices


class Seen(NamedTuple):
    """A story as the edition may see it, under the first topic that brings it; `arrived` are its new entries."""

    story_id: StoryId
    topic: Topic
    entries: tuple[Entry, ...]
    arrived: tuple[Entry, ...]


class Placed(NamedTuple):
    """A story with its rank and the voice of each of its entries."""

    ranked: Ranked
    telling: Telling
    voice_of: Mapping[EntryId, str]


def placed(stories: Mapping[StoryId, Seen], told: Mapping[StoryId, Told], *, now: datetime) -> Iterator[Placed]:
    """Give the stories worth telling in their order, with the voices of their entries.

    A story is read as long as one not read could still rank above those read: no story ranks above its hope. What was
    told under another number is looked for once a story is next.
    """
    hopes = rank((_hope(story, is_told=story.story_id in told, now=now) for story in stories.values()), now=now)
    known: list[tuple[tuple[float, float, int], Placed]] = []
    for hope in hopes:
        while known and known[0][1].ranked.score > hope.score:
            yield from _if_unheard(heappop(known)[1], stories, told)
        story = stories[hope.story_id]
        if telling := _telling(story, told):
            voice_of = voices(telling.entries)
            (ranked,) = rank([_standing(telling, story.topic, voice_of, now)], now=now)
            heappush(known, (ranked.order, Placed(ranked, telling, voice_of)))
    while known:
        yield from _if_unheard(heappop(known)[1], stories, told)


def _if_unheard(found: Placed, stories: Mapping[StoryId, Seen], told: Mapping[StoryId, Told]) -> Iterator[Placed]:
    if found.telling.told or _is_unheard(stories[found.telling.story_id], told):
        yield found


def _hope(story: Seen, *, is_told: bool, now: datetime) -> Standing:
    """Give the most a story could have to show: no texts are compared, and only what two outlets print is read."""
    fresh = story.arrived if is_told else story.entries
    most = most_voices(story.entries)
    dates = [_date(entry) for entry in fresh]
    outlets = len({entry.outlet for entry in fresh})
    return Standing(
        story_id=story.story_id,
        voices=most,
        outlets=outlets,
        lately=min(most, sum(now - at <= LATELY for at in dates)),
        gravity=max(0.0, gravity(fresh)) if outlets > 1 else 0.0,
        topic_voices=min(most, sum(is_in_title(story.topic, entry) for entry in story.entries)),
        newest=max(dates),
        is_update=is_told,
    )


def _standing(telling: Telling, topic: Topic, voice_of: Mapping[EntryId, str], now: datetime) -> Standing:
    """Give what a story has to show. A voice's repeats do not make it fresher, so only its first report dates it."""
    first: dict[str, datetime] = {}
    for entry in telling.fresh:
        first.setdefault(voice_of[entry.id], _date(entry))
    lately = sum(now - at <= LATELY for at in first.values())
    earlier = (now - LATELY - min(first.values())) / LATELY
    return Standing(
        story_id=telling.story_id,
        voices=len({voice_of[entry.id] for entry in telling.entries}),
        outlets=len({entry.outlet for entry in telling.fresh}),
        lately=lately,
        usual=(len(first) - lately) / max(1.0, earlier),
        gravity=gravity(telling.fresh),
        topic_voices=len({voice_of[entry.id] for entry in telling.entries if is_in_title(topic, entry)}),
        newest=max(first.values()),
        is_update=telling.told is not None,
    )


def _date(entry: Entry) -> datetime:
    """Give when a report is from; a publisher's clock may be ahead."""
    return min(entry.published, entry.first_seen)


def _telling(story: Seen, told: Mapping[StoryId, Told]) -> Telling | None:
    """Give what there is to tell of a story, or None where it was told and its new entries say nothing else."""
    before = told.get(story.story_id)
    gained = news(story.arrived, related(story.entries, told.values()) | before.facts) if before else {}
    if before and not gained:
        return None
    return Telling(story_id=story.story_id, topic_id=story.topic.id, entries=story.entries, told=before, news=gained)


def _is_unheard(story: Seen, told: Mapping[StoryId, Told]) -> bool:
    """Tell whether a story has something that the audience was not told under another number."""
    facts = related(story.entries, told.values())
    return not facts or bool(news(story.arrived, facts))
