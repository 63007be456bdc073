from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digests.core.editions import Topic, TopicId
from digests.core.models import Entry, EntryId, FeedId
from digests.core.topics import is_in_title, matches

NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)


def entry(title: str, text: str = "", language: str | None = None) -> Entry:
    return Entry(
        id=EntryId(1),
        feed_id=FeedId(1),
        link="",
        title=title,
        text=text,
        language=language,
        published=NOON,
        first_seen=NOON,
    )


def topic(keywords: str = "", exclude: str = "", language: str | None = None) -> Topic:
    return Topic(id=TopicId(1), guild_id=1, name="Port", keywords=keywords, exclude=exclude, language=language)


@pytest.mark.parametrize(
    ("keywords", "title"),
    [
        ("", "anything at all"),
        (" , ;", "anything at all"),
        ("*", "anything at all"),
        ("port", "The Port reopens"),
        ("rail, port", "The port reopens"),
        ("rail port", "The port reopens"),
        ("port", "Port-side fire"),
        ('"ferry terminal"', "The ferry  terminal reopens"),
        ("“ferry terminal”", "The ferry terminal reopens"),
        ("ferr*", "Two ferries collide"),
        ('"ferry term"*', "The ferry terminals"),
        ("c++", "C++ gets a new release"),
        ("straße", "Die STRASSE ist gesperrt"),
        ("порт", "Порт відкрили"),
        ("港口", "瓦恩港口重新开放"),
        ("서울", "서울에서 불이 났다"),
        ('port"', "The port reopens"),
    ],
)
def test_an_entry_matches_by_any_keyword(keywords: str, title: str) -> None:
    assert matches(topic(keywords), entry(title))
    assert matches(topic(keywords), entry("", text=title))


@pytest.mark.parametrize(
    ("keywords", "title"),
    [
        ("port", "Sport and reports"),
        ("iran", "Tirana is calm"),
        ('"ferry terminal"', "Terminal for the ferry"),
        ("ferr*", "The conferring went on"),
        ("port", ""),
        ("港口", "码头"),
    ],
)
def test_parts_of_words_and_other_orders_do_not_match(keywords: str, title: str) -> None:
    assert not matches(topic(keywords), entry(title))


def test_what_is_excluded_never_matches() -> None:
    assert not matches(topic("port", exclude="sherry"), entry("Port and sherry"))
    assert not matches(topic(exclude="sherry"), entry("Sherry"))
    assert matches(topic(exclude="sherry"), entry("Port"))


def test_a_topic_with_a_language_takes_it_and_the_unknown() -> None:
    assert matches(topic(language="de"), entry("Hafen", language="de"))
    assert matches(topic(language="de"), entry("Hafen"))
    assert not matches(topic(language="de"), entry("Port", language="en"))


def test_a_keyword_in_the_text_alone_is_not_in_the_title() -> None:
    assert is_in_title(topic("port"), entry("The port"))
    assert not is_in_title(topic("port"), entry("News", text="The port"))
    assert not is_in_title(topic(), entry("The port"))


@settings(deadline=None)
@given(st.text(), st.text(), st.text())
def test_any_query_gives_an_answer(keywords: str, exclude: str, title: str) -> None:
    assert matches(topic(keywords, exclude), entry(title)) in {True, False}
