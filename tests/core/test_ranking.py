from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from digests.core.models import StoryId
from digests.core.ranking import Standing, rank

NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)


def standing(
    number: int, *, voices: int = 1, hours: float = 0.0, is_update: bool = False, topic_voices: int = 0
) -> Standing:
    return Standing(
        story_id=StoryId(number),
        voices=voices,
        topic_voices=topic_voices,
        newest=NOON - timedelta(hours=hours),
        is_update=is_update,
    )


def order(*standings: Standing) -> list[int]:
    return [ranked.story_id for ranked in rank(standings, now=NOON)]


def test_more_independent_voices_stand_higher() -> None:
    assert order(standing(1), standing(2, voices=4), standing(3, voices=2)) == [2, 3, 1]


def test_of_two_alike_the_fresher_stands_higher() -> None:
    assert order(standing(1, hours=9), standing(2, hours=1)) == [2, 1]


def test_what_is_new_stands_above_an_update() -> None:
    assert order(standing(1, is_update=True), standing(2)) == [2, 1]


def test_a_topic_named_by_one_voice_moves_nothing() -> None:
    assert order(standing(1), standing(2, topic_voices=1)) == [1, 2]
    assert order(standing(1, voices=2), standing(2, voices=2, topic_voices=2)) == [2, 1]


def test_a_morning_stands_as_an_editor_would_have_it() -> None:
    """Deaths that three voices report, a resignation, a final as widely told, a story that only grew old."""
    base = standing(0, voices=3, hours=2)
    crash, office, final = (
        replace(base, story_id=StoryId(number), gravity=grave) for number, grave in ((1, 0.8), (2, 0.4), (3, 0.0))
    )
    old, told = standing(4, voices=3, hours=30), standing(5, hours=1, is_update=True)
    assert order(told, old, final, office, crash) == [1, 2, 3, 4, 5]


def test_of_two_as_widely_told_the_one_that_grows_stands_higher() -> None:
    grows = replace(standing(2, voices=4, hours=2), lately=3, usual=0.2)
    rests = replace(standing(1, voices=4, hours=2), lately=1, usual=1.0)
    assert order(rests, grows) == [2, 1]


def test_reprints_tell_that_others_care_but_less_than_a_voice_does() -> None:
    assert order(standing(1), replace(standing(2), outlets=3), standing(3, voices=3)) == [3, 2, 1]


def test_an_entry_from_the_future_gains_nothing() -> None:
    future, now = rank([standing(1, hours=-20), standing(2)], now=NOON)
    assert future.score == now.score


def test_the_reason_prints_every_term() -> None:
    (ranked,) = rank([standing(1, voices=3, hours=12, topic_voices=2)], now=NOON)
    assert ranked.why == "3 independent voices 2.00 + 12 h old 0.25 + new 0.25 + topic named by 2 0.50 = 3.00"
    (old,) = rank([standing(1, hours=72, is_update=True)], now=NOON)
    assert old.why.startswith("1 independent voice 1.00 + 3 d old 0.01 + update 0.00")


STANDINGS = st.lists(
    st.builds(standing, st.integers(1, 99), voices=st.integers(0, 9), hours=st.floats(-5, 99)),
    unique_by=lambda each: each.story_id,
)


@settings(deadline=None)
@given(STANDINGS.flatmap(lambda some: st.tuples(st.just(some), st.permutations(some))))
def test_the_order_does_not_depend_on_the_order_given(both: tuple[list[Standing], list[Standing]]) -> None:
    standings, shuffled = both
    assert order(*standings) == order(*shuffled)
    assert sorted(order(*standings)) == sorted(each.story_id for each in standings)
