from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digests.core.quotations import is_said_by_nobody, needs_speaker, quotations
from digests.core.quote_marks import quoted_spans
from tests.data_path import shared

HEARD = "We heard the alarm, not the water, and then we ran"


def said(text: str, language: str | None = "en") -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.speaker) for one in quotations(text, language)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (f'"{HEARD}," said Ilse Dorn, a crane driver.', "en"),
        (f"Ilse Dorn said: “{HEARD}.”", "en"),
        (f"“{HEARD},” Ilse Dorn, a crane driver, told the Harbour Post.", "en"),
        (f'Ilse Dorn drives a crane. "{HEARD}," Dorn said.', "en"),
        (f'Ilse Dorn drives a crane. "{HEARD}," she said.', "en"),
        ("„Wir hörten den Alarm und liefen dann los“, sagte Ilse Dorn.", "de"),
        ("«Oímos la alarma y salimos corriendo», dijo Ilse Dorn.", "es"),
        ("« Nous avons entendu l'alarme et couru », a déclaré Ilse Dorn.", "fr"),
    ],
)
def test_words_are_said_by_whom_the_text_names(text: str, language: str) -> None:
    ((_, speaker),) = said(text, language)
    assert speaker == "Ilse Dorn"


def test_a_quotation_over_paragraphs_keeps_its_speaker_and_stops_where_it_ends() -> None:
    text = (
        'Mayor Bo Renskar met the crews at dawn.\n"The store burned for nine hours," Renskar said. "Nobody came.\n'
        '"Then the engines arrived, all eleven of them.\n"We will not forget that."\nThe port reopens on Friday.'
    )
    assert {speaker for _, speaker in said(text)} == {"Bo Renskar"}
    assert quoted_spans(text).open_at(text.index("eleven")) is not None
    assert quoted_spans(text).open_at(text.index("reopens")) is None


def test_terms_in_marks_and_apostrophes_are_no_quotations() -> None:
    assert said('The mayor called it a "tragedy" on the drivers\' day.') == []
    assert said("China’s rock ’n’ roll years ended in the ’90s.") == []


def test_two_people_leave_a_pronoun_without_a_name() -> None:
    text = f'Bo Renskar met Karl Vinter at the quay. "{HEARD}," he said.'
    assert [speaker for _, speaker in said(text)] == [""]


def test_a_sentence_of_quoted_words_alone_needs_its_speaker() -> None:
    text = f'Ilse Dorn was there. "{HEARD}." "It was dark," Dorn said.'
    spans = quoted_spans(text)
    start = text.index('"We')
    assert needs_speaker(text, spans, start, start + len(HEARD) + 3)
    assert not needs_speaker(text, spans, text.index('"It'), len(text))
    assert is_said_by_nobody(f'"{HEARD}," she said.')
    assert not is_said_by_nobody(f'"{HEARD}," Ilse Dorn said.')


@settings(deadline=None)
@given(st.text(alphabet='ab "“”„«»‘’\n.,:said Dorn', max_size=120), st.sampled_from(["en", "de", "zh", None]))
def test_any_text_gives_ordered_quotations_within_it(text: str, language: str | None) -> None:
    found = quotations(text, language)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)


def test_the_aggregators_page_keeps_its_speaker_over_three_paragraphs() -> None:
    lines = shared("pages/aggregator_page.txt").read_text(encoding="utf-8").splitlines()
    text = "\n".join(lines[6:21])
    speakers = {
        speaker for words, speaker in said(text) if any(part in words for part in (lines[8][10:60], lines[9][10:60]))
    }
    assert speakers <= {"Volodymyr Zelensky", "Zelensky"}
