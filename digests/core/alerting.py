"""What is worth an alert: a story nobody here was told, minutes or hours old, that several independent voices report.

One outlet is enough where a guild's moderators trust it. Who is told how often is the pipeline's matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from digests.core.editions import Pool, Topic
from digests.core.models import Entry, StoryId
from digests.core.stories import voices
from digests.core.topics import matches

VOICES = 3
"""Independent voices that are "several": two often are an agency and who rewrote it without naming it."""

FRESH = timedelta(hours=6)
"""How long after its first report a story can become an alert; later it is news for the next digest."""


def urgent(
    topics: Sequence[Topic], pool: Pool, told: Collection[StoryId], trusted: Collection[str], *, now: datetime
) -> frozenset[StoryId]:
    """Give the stories worth an alert. `told` are those the audience knows, `trusted` domains of outlets.

    Time is that of `voices` for each fresh story.
    """
    by_topic = {topic.id: topic for topic in topics}
    entries: defaultdict[StoryId, dict[int, Entry]] = defaultdict(dict)
    new: set[StoryId] = set()
    for one in pool.candidates:
        story_id = one.entry.story_id
        if story_id is None or story_id in told or not matches(by_topic[one.topic_id], one.entry):
            continue
        entries[story_id][one.entry.id] = one.entry
        if one.is_new:
            new.add(story_id)
    return frozenset(story_id for story_id in new if _is_urgent([*entries[story_id].values()], trusted, now))


def _is_urgent(entries: Sequence[Entry], trusted: Collection[str], now: datetime) -> bool:
    if min(entry.first_seen for entry in entries) < now - FRESH:
        return False
    ends = tuple(f".{outlet}" for outlet in trusted)
    if ends and any(f".{entry.outlet.lower()}".endswith(ends) for entry in entries):
        return True
    return len(entries) >= VOICES and len(set(voices(entries).values())) >= VOICES
