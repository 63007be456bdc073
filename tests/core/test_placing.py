"""Stories are read lazily; the order must be the one that reading all of them gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from digests.core.editions import Told
from digests.core.models import Entry, EntryId, StoryId
from digests.core.placing import Seen, placed
from tests.builders import NOW, entry, hours, topic

AGENCY = "ALDMOUTH (Norvik) - "
REPORT = "The council of Aldmouth voted for a new bridge over the Tarn, and pilots of the old ferry will be asked. "
LEADS = ("", "Three people died and 14 were injured. ", "The government resigns. ", "Mira Tolland wins the cup. ")

entries = st.builds(
    lambda outlet, lead, credit, copied, age, ahead: entry(
        outlet=outlet,
        title=f"{lead}The bridge of {outlet}",
        text=(AGENCY if credit else "") + lead + (REPORT * 2 if copied else f"Only {outlet} knows number {age}."),
        published=NOW - hours(age),
        first_seen=NOW - hours(max(0, age - ahead)),
    ),
    st.sampled_from(["a.example", "b.example", "c.example"]),
    st.sampled_from(LEADS),
    st.booleans(),
    st.booleans(),
    st.integers(0, 30),
    st.integers(-2, 2),
)


@given(stories=st.lists(st.lists(entries, min_size=1, max_size=4), max_size=6), known=st.sets(st.integers(1, 6)))
def test_a_story_stands_where_it_would_if_all_were_read(stories: Sequence[Sequence[Entry]], known: set[int]) -> None:
    seen = {story.story_id: story for story in (_seen(number, of) for number, of in enumerate(stories, start=1))}
    told = {StoryId(one): Told(story_id=StoryId(one), at=NOW - hours(40), facts=frozenset()) for one in known}
    alone = [found for story in seen.values() for found in placed({story.story_id: story}, told, now=NOW)]
    assert list(placed(seen, told, now=NOW)) == sorted(alone, key=lambda found: found.ranked.order)


def _seen(number: int, of: Sequence[Entry]) -> Seen:
    ordered = tuple(
        replace(one, id=EntryId(number * 10 + place), story_id=StoryId(number))
        for place, one in enumerate(sorted(of, key=lambda one: one.published))
    )
    return Seen(StoryId(number), topic(), ordered, ordered[-2:])
