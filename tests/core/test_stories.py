"""Stories as they form, and voices in them. All people, places and outlets are invented."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from math import cos, sin
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.core.likeness import LARGEST
from digests.core.models import Entry, EntryId, StoryId
from digests.core.stories import UNDATED, WINDOW, Regrouping, StoryIndex, cluster, voices
from tests.builders import NOW, entry, hours, lexicon

RATES = {"the": 1.3, "in": 1.7, "after": 3.0, "live": 3.5, "updates": 4.1, "updat": 4.1, "port": 4.2, "fire": 4.0}
FOUND = "The missing crane operator was found alive in a lift shaft, cold but unhurt, her crew said. " * 3
TITLES = (
    "Varnholm port fire shuts berths",
    "Fire in Varnholm: port shuts nine berths",
    "Port of Varnholm reopens after fire",
    "Oresia cuts its key rate",
    "Key rate of Oresia cut, first since 2029",
    "Oresia glacier survey",
    "Live updates",
    "Varnholm tribunal, day 2",
    "Varnholm tribunal, day 3",
)
REPORT = (
    "Inspectors closed nine of the fourteen berths of Varnholm after a fire in warehouse seven on Monday night. "
    "Eleven people were treated for smoke, the harbour master Ilse Dorn said, and one crane operator is missing. "
    "The cargo side stays shut until a store of fertiliser has been cleared, which may take until Thursday."
)


LEXICON = lexicon(RATES)


class Direction:
    """A meaning in a plane, by its angle."""

    def __init__(self, angle: float, *, at: tuple[float, float] | None = None) -> None:
        self.at = at or (cos(angle), sin(angle))

    def __add__(self, other: Direction) -> Direction:
        return Direction(0, at=(self.at[0] + other.at[0], self.at[1] + other.at[1]))

    def __matmul__(self, other: Direction) -> float:
        return self.at[0] * other.at[0] + self.at[1] * other.at[1]


def told(number: int, title: str, **changes: Any) -> Entry:
    return replace(entry(number, title=title, text="", story_id=None), **changes)


def placed(index: StoryIndex, *entries: Entry) -> dict[EntryId, StoryId]:
    """Place entries, pass a second time, and give their stories."""
    before = {entry.id: index.place(entry) for entry in entries}
    return {**before, **index.second_pass().moved}


def test_entries_of_one_event_share_the_number_of_the_first() -> None:
    index = StoryIndex(LEXICON)
    assert index.place(told(7, "Varnholm port fire shuts nine berths")) == 7
    assert index.place(told(8, "Fire in Varnholm: port shuts berths")) == 7
    assert index.place(told(9, "Oresia cuts its key rate")) == 9
    assert len(index) == 2


def test_an_entry_out_of_the_window_begins_a_story_of_its_own() -> None:
    index = StoryIndex(LEXICON)
    index.place(told(1, "Varnholm port fire shuts berths"))
    later = NOW + WINDOW + hours(1)
    assert index.place(told(2, "Varnholm port fire shuts berths", published=later)) == 2
    assert index.place(told(3, "Varnholm port fire shuts berths", published=UNDATED)) in {1, 2}


def test_a_story_without_new_entries_ages_out() -> None:
    index = StoryIndex(LEXICON)
    index.place(told(1, "Varnholm port fire shuts berths"))
    index.place(told(2, "Oresia cuts its key rate", first_seen=NOW + hours(2)))
    index.forget(before=NOW + hours(1))
    assert len(index) == 1
    assert index.place(told(3, "Varnholm port fire shuts berths")) == 3
    assert index.place(told(4, "Oresia cuts its key rate")) == 2


def test_one_name_in_common_makes_no_event_of_two_entries() -> None:
    index = StoryIndex(LEXICON)
    index.place(told(1, "Varnholm mourns poet"))
    assert index.place(told(2, "Varnholm budget passed")) == 2


def test_numbered_days_are_different_stories() -> None:
    titles = ["Varnholm tribunal hearing, day 2", "Varnholm tribunal hearing, day 21"]
    assert cluster([told(number, title) for number, title in enumerate(titles, 1)], LEXICON) == (1, 2)


def test_a_title_that_says_nothing_joins_nothing() -> None:
    assert len(set(cluster([told(number, "Live updates") for number in range(1, 51)], LEXICON))) == 50


def test_a_story_does_not_grow_beyond_its_cap() -> None:
    found = cluster([told(number, "Varnholm port fire shuts berths") for number in range(1, LARGEST + 50)], LEXICON)
    assert len(set(found)) > 1
    assert max(Counter(found).values()) <= LARGEST


@pytest.mark.parametrize(
    "odd",
    ["", " ", "\u200b\u202e\x07", "ꙮ", "𓀀𓀁 𓀂", "!!!", "X", "FIRE", "a" * 200_000, "fire " * 40_000, "\ud800"],
)
def test_odd_entries_get_a_story_and_never_an_error(odd: str) -> None:
    index = StoryIndex(LEXICON)
    index.place(told(1, "Varnholm port fire shuts berths"))
    assert index.place(told(2, odd, text=odd, language=None)) in {1, 2}
    voices([told(3, odd, text=odd, author=odd)])


@given(
    st.lists(st.text(max_size=60), min_size=1, max_size=8), st.sampled_from([None, "ar", "de", "ja", "th", "xx", "zh"])
)
def test_any_text_in_any_script_gets_a_sane_story(texts: list[str], language: str | None) -> None:
    entries = [told(number, text, text=text, language=language) for number, text in enumerate(texts, 1)]
    found = cluster(entries, LEXICON)
    assert set(found) <= {entry.id for entry in entries}


def test_a_feed_that_lies_about_dates_makes_no_event_of_two() -> None:
    lying = [NOW - timedelta(days=4000), NOW + timedelta(days=4000), UNDATED, datetime.max.replace(tzinfo=UTC)]
    entries = [told(number, f"Varnholm port fire {number}", published=date) for number, date in enumerate(lying, 1)]
    entries += [told(9, "Oresia cuts its key rate")]
    found = cluster(entries, LEXICON)
    assert found[-1] == 9


def test_capitals_and_hidden_characters_do_not_hide_a_story() -> None:
    plain, loud = "Varnholm port fire shuts nine berths", "VARNHOLM PORT FIRE SHUTS NINE BERTHS"
    assert cluster([told(1, plain), told(2, loud)], LEXICON) == (1, 1)


def test_an_index_rebuilt_from_stored_entries_decides_the_same() -> None:
    index, rebuilt = StoryIndex(LEXICON), StoryIndex(LEXICON)
    for number, title in enumerate(["Varnholm port fire", "Oresia key rate cut", "Port fire in Varnholm"], 1):
        rebuilt.load([told(number, title, story_id=index.place(told(number, title)))])
    probe = told(9, "Varnholm fire: port closed")
    assert rebuilt.place(probe) == index.place(probe)
    assert len(rebuilt) == len(index)


def test_an_entry_without_a_story_cannot_be_loaded() -> None:
    with pytest.raises(ValueError, match="entry 1 has no story"):
        StoryIndex(LEXICON).load([told(1, "Varnholm port fire")])


def test_the_second_pass_joins_stories_that_turned_out_alike() -> None:
    titles = [
        "Varnholm warehouse blaze",
        "Nine berths closed at harbour",
        "Varnholm warehouse blaze: nine berths closed at harbour",
        "Blaze shuts nine harbour berths at Varnholm warehouse",
    ]
    entries = [told(number, title) for number, title in enumerate(titles, 1)]
    assert len(set(cluster(entries, LEXICON, second_pass=False))) == 2
    assert len(set(cluster(entries, LEXICON))) == 1


def test_the_second_pass_keeps_numbered_days_and_far_days_apart() -> None:
    days = [told(1, "Varnholm tribunal hearing day 2"), told(2, "Varnholm tribunal hearing day 3")]
    far = [told(3, "Oresia glacier survey"), told(4, "Oresia glacier survey", published=NOW + WINDOW + hours(1))]
    assert cluster([*days, *far], LEXICON) == (1, 2, 3, 4)


def test_what_was_wrongly_one_story_comes_apart_when_it_grows() -> None:
    index = StoryIndex(LEXICON)
    index.load([told(1, "Varnholm port fire shuts berths", story_id=1)])
    index.load([told(2, "Oresia glacier survey finds ice loss", story_id=1)])
    index.place(told(3, "Fire shuts berths of Varnholm port"))
    changed = index.second_pass()
    assert changed.moved == {2: 2}
    assert changed.parted == {2: 1}
    assert index.place(told(4, "Ice loss: Oresia glacier survey")) == 2


def test_a_story_merged_away_is_known_by_its_survivor() -> None:
    index = StoryIndex(LEXICON)
    stories = placed(index, told(1, "Varnholm warehouse blaze"), told(2, "Nine berths closed at harbour"))
    assert len(set(stories.values())) == 2
    index.place(told(3, "Varnholm warehouse blaze: nine berths closed at harbour"))
    index.place(told(4, "Blaze shuts nine harbour berths at Varnholm warehouse"))
    assert len(index.second_pass().merged) == 1
    assert len(index) == 1


def test_a_pass_without_new_entries_changes_nothing() -> None:
    index = StoryIndex(LEXICON)
    placed(index, told(1, "Varnholm port fire"), told(2, "Varnholm port fire shuts berths"))
    assert index.second_pass() == Regrouping()


def test_two_languages_join_by_names_and_numbers_and_not_by_one_of_them() -> None:
    english = told(1, "Harbour of Varnholm shut", text="A fire at Varnholm cost 4,300,000 crowns, Ilse Dorn said.")
    german = told(2, "Hafen gesperrt", text="Der Brand in Varnholm kostet 4.300.000 Kronen, sagte Ilse Dorn.")
    other = told(3, "Ausstellung eröffnet", text="Eine Ausstellung in Varnholm zeigt Aquarelle von Ute Brand.")
    found = cluster([english, replace(german, language="de"), replace(other, language="de")], LEXICON)
    assert found == (1, 1, 3)


def test_nearness_in_meaning_joins_what_words_leave_apart() -> None:
    entries = [
        told(1, "Varnholm harbour blaze kills crane hands early Monday while night shift loads grain"),
        told(2, "Pair die: dockside burns for hours, Varnholm harbour cordoned, smoke drifts inland east"),
    ]
    assert len(set(cluster(entries, LEXICON))) == 2
    assert len(set(cluster(entries, LEXICON, meanings=[Direction(0.0), Direction(0.1)]))) == 1
    assert len(set(cluster(entries, LEXICON, meanings=[Direction(0.0), Direction(2.0)]))) == 2


@given(st.lists(st.sampled_from(TITLES), min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_stories_after_the_second_pass_do_not_depend_on_the_order_of_arrival(titles: list[str], dice: Random) -> None:
    entries = [told(number, title, published=NOW + hours(number)) for number, title in enumerate(titles, 1)]
    shuffled = dice.sample(entries, len(entries))
    stories = dict(zip((entry.id for entry in shuffled), cluster(shuffled, LEXICON), strict=True))
    as_sets = {frozenset(key for key, value in stories.items() if value == story) for story in stories.values()}
    in_order = dict(zip((entry.id for entry in entries), cluster(entries, LEXICON), strict=True))
    assert as_sets == {frozenset(k for k, value in in_order.items() if value == story) for story in in_order.values()}


@given(st.lists(st.sampled_from(TITLES), min_size=1, max_size=14), st.integers(1, 5))
def test_every_entry_keeps_one_story_of_the_index_through_passes(titles: list[str], every: int) -> None:
    index, stories = StoryIndex(LEXICON), {}
    for number, title in enumerate(titles, 1):
        stories[number] = index.place(told(number, title))
        if number % every == 0:
            changed = index.second_pass()
            stories |= changed.moved
            assert changed.merged.keys().isdisjoint(stories.values())
            assert set(changed.merged.values()) <= set(stories.values())
            assert changed.parted.keys() <= set(stories.values())
    assert len(index) == len(set(stories.values()))


def test_reprints_of_one_text_are_the_voice_of_who_was_first() -> None:
    reprint = REPORT.replace("Monday night", "Monday evening").replace("Eleven", "At least eleven")
    spoken = voices([
        told(1, "Late print", text=reprint, outlet="kestrel.example", published=NOW + hours(2)),
        told(2, "First print", text=REPORT, outlet="harbour-post.example"),
        told(3, "Own report", text=FOUND, outlet="lyn.example"),
    ])  # fmt: skip
    assert spoken == {1: "harbour-post.example", 2: "harbour-post.example", 3: "lyn.example"}


def test_one_agency_credit_is_one_voice_in_dateline_or_byline() -> None:
    spoken = voices([
        told(1, "a", text="VARNHOLM (Nordwire) - Berths reopen.", outlet="harbour-post.example"),
        told(2, "b", text="Another text.", author="Nordwire", outlet="kestrel.example"),
        told(3, "c", text="Third text.", author="By Osk Fennimar, UPI", outlet="lyn.example"),
        told(4, "d", text="ABILON (UPI) -- Fourth text.", outlet="post.example"),
        told(5, "e", text="Fifth text.", author="Mira Tolland", outlet="fifth.example"),
    ])  # fmt: skip
    assert spoken == {1: "Nordwire", 2: "Nordwire", 3: "UPI", 4: "UPI", 5: "fifth.example"}


def test_an_entry_without_an_outlet_is_a_voice_of_its_own() -> None:
    assert len(set(voices([told(1, "a", outlet=""), told(2, "b", outlet="")]).values())) == 2


def test_short_texts_are_not_taken_for_reprints() -> None:
    spoken = voices(
        [
            told(1, "a", text="Berths reopen.", outlet="x.example"),
            told(2, "b", text="Berths reopen.", outlet="y.example"),
        ]
    )
    assert len(set(spoken.values())) == 2
    assert spoken[EntryId(1)] == "x.example"


def test_events_that_have_nothing_but_a_number_in_common_stay_apart() -> None:
    events = ["Orlenda paints 315 ferries in Skerrow", "Brannik loses 315 lorries in Tolland"]
    reports = [told(number, events[number % 2]) for number in range(1, 7)]
    assert len(set(cluster(reports, LEXICON))) == len(events)
