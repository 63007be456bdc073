from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digests.core.evidence import (
    MAX_SENTENCES,
    MAX_TITLE,
    MAX_WORDS,
    cut_at_word,
    evidence_of,
    evidence_of_title,
    word_count,
)
from digests.core.models import Entry, EntryId, FeedId

NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)


def entry(number: int = 1, *, title: str = "", text: str = "", language: str | None = "en") -> Entry:
    return Entry(
        id=EntryId(number),
        feed_id=FeedId(1),
        link="",
        title=title,
        text=text,
        language=language,
        published=NOON,
        first_seen=NOON,
    )


def texts(*entries: Entry) -> list[str]:
    return [evidence.text for evidence in evidence_of(entries)]


def test_evidence_is_the_very_characters_at_its_place() -> None:
    text = "The port of Varnholm reopened on Tuesday.\nInspectors cleared nine of fourteen berths."
    found = evidence_of([entry(text=text)])
    assert [text[each.start : each.end] for each in found] == text.split("\n")
    assert [each.text for each in found] == text.split("\n")
    assert [each.position for each in found] == [0, 1]


def test_an_entry_without_text_gives_its_title() -> None:
    (found,) = evidence_of([entry(title=" Varnholm port reopens ")])
    assert (found.text, found.start, found.end, found.in_title) == ("Varnholm port reopens", 1, 22, True)


def test_an_entry_of_nothing_gives_no_evidence() -> None:
    assert evidence_of([entry()]) == ()
    assert evidence_of([]) == ()
    assert evidence_of_title(entry(title="  ")) is None


def test_a_dateline_is_left_out_of_the_sentence_after_it() -> None:
    text = "VARNHOLM, Oresia (Nordwire) - The port reopened its ferry terminal on Tuesday."
    assert texts(entry(text=text)) == ["The port reopened its ferry terminal on Tuesday."]


@pytest.mark.parametrize("gap", [" ", "\n"])
def test_a_dateline_below_a_caption_is_left_out_too(gap: str) -> None:
    text = f"The pier is seen at dawn before the fire.{gap}VARNHOLM (Nordwire) - The port reopened on Tuesday."
    assert texts(entry(text=text))[1] == "The port reopened on Tuesday."


def test_a_name_with_its_initials_in_a_paragraph_is_no_dateline() -> None:
    text = "The pier is shut. The dockers' union (DUV) - the only one - called for a strike on Friday."
    assert texts(entry(text=text))[-1].startswith("The dockers' union (DUV)")


def test_words_without_a_full_stop_are_evidence_only_where_they_are_all() -> None:
    assert texts(entry(text="Varnholm port reopens its terminal")) == ["Varnholm port reopens its terminal"]
    lead = "The port of Varnholm reopened on Tuesday."
    assert texts(entry(text=f"March 10 by the Harbour staff\n{lead}")) == [lead]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sign up for our newsletter and never miss a story.",
        "Click here to read the whole report on our site.",
        "Lesen Sie mehr und jetzt abonnieren für nur einen Euro.",
        "Will the port ever be open again for the ferries?",
        "He said that the sprinklers had not worked at all.",
        "But the union says two of three zones were off.",
        "It said the berths would open again by noon.",
        "Photo: Ilse Dorn",
        "In this file photo of 2030 the pier of Varnholm is seen.",
        "The bank said on Monday that it would not …",
        "这是一个很好的新闻，点击查看更多内容。",
        "One " * (MAX_WORDS + 1) + "end.",
    ],
)
def test_a_sentence_that_cannot_stand_alone_is_no_evidence(sentence: str) -> None:
    lead = "The port of Varnholm reopened on Tuesday after a fire."
    assert texts(entry(text=f"{lead}\n{sentence}")) == [lead]


@pytest.mark.parametrize("marks", ["“”", '""', "»«", "«»", "„“", "「」"])
def test_a_quotation_is_not_cut_from_its_speaker(marks: str) -> None:
    lead = "The port of Varnholm reopened on Tuesday after a fire."
    opened = f"{marks[0]}We heard the alarm on the pier that night."
    closed = f"Nobody ever saw any water on the pier.{marks[1]}"
    whole = f"{marks[0]}Nobody ever saw any water on the pier.{marks[1]}"
    assert texts(entry(text="\n".join([lead, opened, closed, whole]))) == [lead]


def test_a_quotation_with_its_speaker_stands() -> None:
    sentence = "“We heard the alarm, not the water,” said Ilse Dorn of the crane crew."
    assert texts(entry(text=sentence)) == [sentence]


def test_a_sentence_that_only_repeats_the_title_is_not_taken_twice() -> None:
    found = evidence_of([entry(title="Varnholm port reopens on Tuesday", text="Varnholm port reopens on Tuesday.")])
    assert [each.in_title for each in found] == [True]


def test_a_sentence_standing_in_several_entries_comes_once_and_names_them_all() -> None:
    text = "The port of Varnholm reopened on Tuesday."
    (found,) = evidence_of([entry(1, text=text), entry(2, text=text), entry(3, text=text)])
    assert found.cites == (1, 2, 3)


def test_a_boundless_title_is_cut_at_a_word() -> None:
    (found,) = evidence_of([entry(title="Varnholm " * 340)])
    assert len(found.text) <= MAX_TITLE
    assert found.text.endswith("Varnholm")


def test_five_hundred_entries_give_a_bounded_number_of_sentences() -> None:
    many = [
        entry(n, text="\n".join(f"Report {n} names berth {line} as closed today." for line in range(30)))
        for n in range(500)
    ]
    assert 0 < len(evidence_of(many)) <= MAX_SENTENCES


def test_a_sentence_cut_in_two_by_the_cap_is_not_taken() -> None:
    text = "The port of Varnholm stays closed for one more day. " * 2_000
    assert set(texts(entry(text=text))) == {"The port of Varnholm stays closed for one more day."}


@pytest.mark.parametrize(("text", "words"), [("two words", 2), ("", 0), ("港口重新开放", 3), ("the 港口", 2)])
def test_words_are_counted_as_a_reader_sees_them(text: str, words: int) -> None:
    assert word_count(text) == words


@settings(deadline=None)
@given(st.text(), st.integers(1, 50))
def test_a_cut_is_never_longer_than_its_limit(text: str, limit: int) -> None:
    assert cut_at_word(text, limit) <= limit


@settings(deadline=None)
@given(st.text(), st.text(), st.sampled_from(["en", "de", "zh", "ar", None]))
def test_every_evidence_is_found_where_it_says(title: str, text: str, language: str | None) -> None:
    one = entry(title=title, text=text, language=language)
    for found in evidence_of([one]):
        whole = one.title if found.in_title else one.text
        assert found.text == whole[found.start : found.end]
        assert found.text.strip()
