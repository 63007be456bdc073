from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digests.core.models import Entry, EntryId, FeedId
from digests.core.novelty import facts, facts_of, news

NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)


def entry(text: str, *, title: str = "", number: int = 1, seen: datetime = NOON, author: str = "") -> Entry:
    return Entry(
        id=EntryId(number),
        feed_id=FeedId(1),
        link="",
        title=title,
        text=text,
        author=author,
        outlet="harbourpost.example",
        language="en",
        published=seen,
        first_seen=seen,
    )


def told(*entries: Entry) -> frozenset[str]:
    """Give what an audience knows that was told these."""
    return frozenset[str]().union(*(facts_of(each) for each in entries))


@pytest.mark.parametrize(
    ("text", "language", "fact"),
    [
        ("Damage came to 41 million euros.", "en", "number:41000000 €"),
        ("Damage came to $41m, it said.", "en", "number:41000000 $"),
        ("It cost 1,550 pounds.", "en", "number:1550 £"),
        ("It cost 1.500.000 yen.", "en", "number:1500000 ¥"),
        ("Es kostet 1.500 Euro.", "de", "number:1500 €"),
        ("Der Satz sinkt auf 2,75 Prozent.", "de", "number:2.75 %"),
        ("The rate fell to 2.75 percent.", "en", "number:2.75 %"),
        ("The rate fell to 2.75%.", "en", "number:2.75 %"),
        ("Збитки сягають 41 млн гривень.", "uk", "number:41000000"),
        ("火灾造成155人受伤，损失4.5亿元。", "zh", "number:155"),
        ("火灾造成155人受伤，损失4.5亿元。", "zh", "number:450000000"),
        ("At least three workers were hurt.", "en", "number:3"),
        ("It was shut for 3 days.", "en", "number:3 time"),
        ("The talks with Ilse Dorn ended.", "en", "name:ilse dorn"),
        ("The Port of Lyn's gates shut.", "en", "name:port of lyn"),
        ("Am Montag sprach Ilse Dorn im Hafen.", "de", "name:ilse dorn"),
        ("Порт Варнгольм відкрили зранку.", "uk", "name:порт варнгольм"),
        ("记者在《港湾报》写道。", "zh", "name:港湾报"),
        ("It opened on 4 March 2031.", "en", "date:4-3"),
        ("It opened on March 4, 2031.", "en", "year:2031"),
        ("Er kam am 3. Mai an.", "de", "date:3-5"),
        ("码头于3月4日开放。", "zh", "date:4-3"),
        ("Opened 2031-03-04 at noon.", "en", "date:4-3"),
    ],
)
def test_a_fact_has_one_form(text: str, language: str, fact: str) -> None:
    assert fact in facts(text, language)


@pytest.mark.parametrize(
    "text",
    ["One of them left at 9 a.m. or 09:30.", "In the 1990s and in 2014 it stood.", "Order 1234567890123456789 came."],
)
def test_clocks_years_and_order_numbers_count_nothing(text: str) -> None:
    assert not any(fact.startswith("number:") for fact in facts(text, "en"))


@pytest.mark.parametrize("text", ["4 aprıl 2031", "fıve ships", "1,111" * 3_000, "٤ ships and ٤٠٠", "9.9.9.9 " * 2_000])
def test_odd_letters_and_digits_are_read_without_error(text: str) -> None:
    assert isinstance(facts(text, "en"), frozenset)


def test_a_line_in_title_case_names_nobody_for_certain() -> None:
    found = facts("Three Hurt As Storm Hits The Coast Of Varnholm", "en")
    assert not any(fact.startswith("name:") for fact in found)
    assert "word:varnholm" in found


def test_a_capital_that_opens_a_sentence_proves_no_name() -> None:
    assert facts("Officials left.", "en") == {"word:officials"}


def test_german_nouns_are_no_names() -> None:
    assert not any(fact.startswith("name:") for fact in facts("Am Abend stand das Tor offen.", "de"))


YESTERDAY = entry("A fire shut the port of Varnholm, and 11 people were treated, Ilse Dorn said.")


def test_a_number_not_told_brings_a_story_back() -> None:
    update = entry("The Varnholm fire did damage of 41 million euros.", number=2)
    assert news([update], told(YESTERDAY)) == {2: {"number:41000000 €"}}


def test_only_the_entries_with_news_are_named() -> None:
    entries = [entry("The port is shut.", number=2), entry("Damage of 41 million.", number=3), entry("", number=4)]
    assert news(entries, told(YESTERDAY)) == {3: {"number:41000000"}}


def test_a_name_not_told_brings_a_story_back() -> None:
    update = entry("The inspector in Varnholm, Oskar Lind, closed the pier.", number=2)
    assert news([update], told(YESTERDAY)) == {2: {"name:oskar lind"}}


@pytest.mark.parametrize(
    "text",
    [
        "A fire shut the port of Varnholm, where eleven people were treated.",
        "According to Dorn, the port stays shut.",
        "Two years on, in 2031, the port is shut on 4 March.",
        "The paper Harbourpost wrote about it.",
    ],
)
def test_a_story_told_does_not_come_back_without_a_new_fact(text: str) -> None:
    assert news([entry(text, number=2)], told(YESTERDAY)) == {}


def test_a_number_cut_in_two_by_the_reach_is_no_news() -> None:
    text = "The port of Varnholm is shut. " * 19 + "As told there is damage of 41 million."
    again = entry(text, number=2)
    assert all(
        news([replace(again, text="x" * more + text)], told(replace(again, text="x" * more + text))) == {}
        for more in range(40)
    )


def test_background_deep_in_a_text_brings_nothing_back() -> None:
    update = entry("The port of Varnholm is shut. " * 30 + "In all 987 ships called there.", number=2)
    assert news([update], told(YESTERDAY)) == {}


def test_a_number_told_without_its_unit_is_told() -> None:
    before = told(entry("The damage is 41 million, she said."))
    assert news([entry("Damage of 41 million euros.", number=2)], before) == {}


def test_a_number_with_another_unit_is_new() -> None:
    before = told(entry("The rate fell by 5 percent."))
    assert news([entry("The fee rose by 5 euros.", number=2)], before) == {2: {"number:5 €"}}


def test_a_day_named_alone_brings_nothing_back() -> None:
    before = told(entry("The port of Varnholm shut on 3 March 2031."))
    assert news([entry("The port is shut, they said on 4 March.", number=2)], before) == {}


def test_an_author_is_no_news() -> None:
    update = entry("The fire is out, reports Anna Berg for us.", number=2, author="Anna Berg")
    assert news([update], told(YESTERDAY)) == {}


@settings(deadline=None)
@given(st.text(), st.sampled_from(["en", "de", "zh", "uk", None]))
def test_what_was_told_is_never_news(text: str, language: str | None) -> None:
    assert facts(text, language) == facts(text, language)
    again = entry(text, number=2)
    assert news([again], told(again)) == {}
