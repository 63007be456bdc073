"""Numbers that changed since they were told. All people, places and outlets are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digests.core.changes import Change, changed_numbers
from digests.core.editions import Told
from digests.core.models import StoryId
from digests.core.novelty import facts_of
from tests.builders import NOW, entry

ILL = entry(1, title="Measles in Grauwald", text="By Monday 31 people had fallen ill with measles in Grauwald.")


def changes(text: str, before: str = ILL.text, language: str = "en") -> list[tuple[str, str]]:
    """Give what was and is, for a sentence after another."""
    old = replace(ILL, text=before, language=language)
    told = Told(story_id=StoryId(1), at=NOW, facts=facts_of(old))
    return [(one.was, one.now) for one in changed_numbers(text, language=language, before=[old], told=told)]


@pytest.mark.parametrize(
    ("before", "after", "expected", "language"),
    [
        (ILL.text, "Now 44 people had fallen ill with measles.", [("31", "44")], "en"),
        ("Three miners are trapped in the Corrin mine.", "Eleven miners are trapped in the Corrin mine.",
         [("Three", "Eleven")], "en"),
        ("Der Schaden am Hafen beträgt 30 Millionen Kronen.", "Der Schaden am Hafen beträgt nun 41 Millionen Kronen.",
         [("30 Millionen", "41 Millionen")], "de"),
        ("Norvane offered Pellgrove 48 crowns a share.", "Norvane offered Pellgrove holders 51 crowns a share.",
         [("48", "51")], "en"),
    ],
)  # fmt: skip
def test_a_changed_number_is_told_with_what_it_was(
    before: str, after: str, expected: list[tuple[str, str]], language: str
) -> None:
    assert changes(after, before, language) == expected


@pytest.mark.parametrize(
    "after",
    [
        "Another 13 people had fallen ill with measles in Grauwald.",  # on top, no new state
        "From 31, the count of people ill with measles in Grauwald rose to 44 people.",  # says so itself
        "The council will pay 44 crowns a head.",  # counts something else
        "For 44 days people fell ill with measles in Grauwald.",  # a duration
        "By Monday 31 people had fallen ill with measles in Grauwald.",
        "",
    ],
)
def test_what_is_no_change_is_not_told_as_one(after: str) -> None:
    assert changes(after) == []


def test_a_number_that_was_never_told_is_not_said_to_have_changed() -> None:
    nothing = Told(story_id=StoryId(1), at=NOW, facts=frozenset())
    after = "Now 44 people had fallen ill with measles in Grauwald."
    assert changed_numbers(after, language="en", before=[ILL], told=nothing) == ()


def test_the_newest_number_told_is_the_one_it_was() -> None:
    later = replace(ILL, id=2, text="By Tuesday 38 people had fallen ill with measles in Grauwald.")
    later = replace(later, published=ILL.published.replace(hour=23))
    told = Told(story_id=StoryId(1), at=NOW, facts=facts_of(ILL) | facts_of(later))
    after = "By Wednesday 44 people had fallen ill with measles in Grauwald."
    found = changed_numbers(after, language="en", before=[ILL, later], told=told)
    assert found == (Change(was="38", now="44", entry_id=later.id),)
