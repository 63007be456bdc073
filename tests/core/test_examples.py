from __future__ import annotations

from dataclasses import replace

from digests.core.editions import Topic, TopicId
from digests.core.examples import TERMS, example_of, is_like
from digests.core.models import Entry, EntryId, FeedId
from digests.core.topics import judged, matches
from tests.builders import NOW, lexicon


def entry(title: str, text: str = "") -> Entry:
    return Entry(
        id=EntryId(1), feed_id=FeedId(1), link="", title=title, text=text, language="en", published=NOW, first_seen=NOW
    )


STORY = [
    entry("Ferry Osprey runs aground off Kelmouth", "The ferry Osprey ran aground off Kelmouth with 81 passengers."),
    entry("Osprey stuck: passengers taken off ferry", "Lifeboats took 81 passengers off the Osprey at Kelmouth."),
]
NEXT = entry("Kelmouth ferry Osprey towed free", "Tugs pulled the Osprey off the rocks.")
OTHER = entry("Central bank raises key rate", "The bank of Aldmark raised its rate to 4.5 percent.")


def test_a_report_of_the_same_is_like_a_story_and_another_is_not() -> None:
    example = example_of(STORY, lexicon())
    assert 0 < len(example) <= TERMS
    assert abs(sum(weight for _, weight in example) - 1) < 0.01
    assert is_like(NEXT, example)
    assert not is_like(OTHER, example)


def test_a_topic_takes_what_its_words_mean_or_what_is_like_its_example() -> None:
    like = Topic(
        id=TopicId(1), guild_id=1, name="Osprey", example=example_of(STORY, lexicon()), example_title="Aground"
    )
    assert matches(like, NEXT)
    assert judged(like, NEXT).by == ("Aground",)
    assert not matches(like, OTHER)
    assert matches(replace(like, keywords="rate"), OTHER)
    assert not matches(replace(like, exclude="tugs"), NEXT)


def test_an_example_of_nothing_is_like_nothing() -> None:
    assert example_of([], lexicon()) == ()
    assert not is_like(NEXT, ())
