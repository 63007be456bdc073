from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.core.gravity import gravity
from digests.core.models import Entry, EntryId, FeedId
from tests.builders import NOW

CRASHES = [
    ("Night train derails in Halvane, killing six", "en"),
    ("Zwei Tote bei Explosion in Zinnroda", "de"),
    ("Cinco muertos en la riada", "es"),
]


def entry(title: str, outlet: str = "post.example", language: str = "en") -> Entry:
    return Entry(
        id=EntryId(1), feed_id=FeedId(1), link="", title=title, outlet=outlet, language=language, published=NOW,
        first_seen=NOW,
    )  # fmt: skip


def twice(title: str, language: str = "en") -> list[Entry]:
    return [entry(title, "one.example", language), entry(title, "two.example", language)]


@pytest.mark.parametrize(("title", "language"), CRASHES)
def test_lives_are_graver_than_office_and_office_graver_than_a_final(title: str, language: str) -> None:
    office = gravity(twice("Harbours minister resigns over dredger shares"))
    final = gravity(twice("Rovers reach the cup final"))
    assert gravity(twice(title, language)) > office > 0 > final


def test_more_dead_are_graver() -> None:
    assert gravity(twice("Storm kills 40 in Oresia")) > gravity(twice("Storm kills 4 in Oresia"))


@pytest.mark.parametrize("count", ["0", "0.4", "00"])
def test_a_count_of_no_dead_does_not_stop_the_digest(count: str) -> None:
    assert gravity(twice(f"Storm in Oresia leaves {count} dead")) <= gravity(twice("Storm kills 1 in Oresia"))


def test_what_one_outlet_says_makes_nothing_grave() -> None:
    loud = entry("KILLED KILLED 900 dead massacre", "loud.example")
    assert gravity([loud]) == 0
    assert gravity([loud, entry("Goat on the ferry has paid")]) == 0


COUNTED = st.lists(
    st.sampled_from(["0", "00", "0,4", "1e9", "-4", "900", "000", "dead", "killed", "Tote", "muertos", "in", "of"])
).map(" ".join)


@given(st.lists(st.tuples(st.text(max_size=80) | COUNTED, st.sampled_from(["a", "b", "c"])), max_size=5))
def test_gravity_is_between_nothing_and_all(titles: list[tuple[str, str]]) -> None:
    assert -1 <= gravity([replace(entry(title), outlet=outlet) for title, outlet in titles]) <= 1


def test_an_archive_and_a_game_weigh_less_than_nothing() -> None:
    assert gravity(twice("From our archive: 40 killed in mill fire")) < gravity(twice("Rovers win the cup 2-1")) < 0
    assert gravity([entry("Aus unserem Archiv: Drei Tote bei Brand", language="de")]) < 0
