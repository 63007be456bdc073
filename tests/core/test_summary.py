from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from digests.core.evidence import evidence_of, word_count
from digests.core.models import Entry, EntryId, FeedId
from digests.core.summary import choose, summarise
from digests.core.worth import weigh

NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)
LEAD = "The port of Varnholm reopened its ferry terminal on Tuesday after a fire."
BERTHS = "Nine of fourteen berths stay closed until inspectors clear the store."
WEATHER = "A choir from Lyn sang folk tunes in the old market hall."


def idf(word: str) -> float:
    return 1.0 if len(word) < 4 else 6.0


def entry(number: int, text: str, title: str = "") -> Entry:
    return Entry(
        id=EntryId(number),
        feed_id=FeedId(1),
        link="",
        title=title,
        text=text,
        language="en",
        published=NOON,
        first_seen=NOON,
    )


def summary(*entries: Entry, max_words: int = 60) -> list[str]:
    return [each.text for each in summarise(entries, idf=idf, language="en", max_words=max_words)]


def test_the_first_sentence_of_one_report_leads_its_summary() -> None:
    assert summary(entry(1, f"{LEAD}\n{BERTHS}\n{WEATHER}"), max_words=14) == [LEAD]


def test_sentences_stand_in_the_order_they_are_read() -> None:
    text = "\n".join([WEATHER, "The ferry terminal stays open, the port said after the fire.", BERTHS, LEAD])
    places = [text.index(sentence) for sentence in summary(entry(1, text), max_words=45)]
    assert len(places) > 1
    assert places == sorted(places)


def test_what_several_reports_say_goes_before_what_one_says() -> None:
    other = "The Varnholm ferry terminal reopened on Tuesday, port officials said."
    assert WEATHER not in summary(entry(1, WEATHER), entry(2, LEAD), entry(3, other), max_words=14)


def test_the_same_thing_is_not_said_twice() -> None:
    again = "The port of Varnholm reopened its ferry terminal on Tuesday after the fire."
    assert len(summary(entry(1, LEAD), entry(2, again))) == 1


def test_one_sentence_is_given_even_where_none_is_short_enough() -> None:
    assert summary(entry(1, LEAD), max_words=3) == [LEAD]


def test_nothing_is_added_once_enough_is_told() -> None:
    one = entry(1, f"{LEAD}\n{BERTHS}\n{WEATHER}")
    weighed = weigh(evidence_of([one]), [one], idf=idf, language="en")
    assert [each.evidence.text for each in choose(weighed, max_words=60, enough=10)] == [LEAD]


def test_room_that_only_an_aside_could_fill_stays_empty() -> None:
    berths = "The ferry terminal of Varnholm reopened with nine of fourteen berths closed."
    assert WEATHER not in summary(entry(1, f"{LEAD}\n{berths}\n{BERTHS}\n{WEATHER}"), max_words=100)


def test_entries_of_nothing_give_nothing() -> None:
    assert summary() == []
    assert summary(entry(1, "")) == []


def test_a_title_serves_where_there_is_no_text() -> None:
    assert summary(entry(1, "", title="Varnholm port reopens")) == ["Varnholm port reopens"]


SENTENCES = st.lists(st.sampled_from([LEAD, BERTHS, WEATHER, "港口于星期二重新开放渡轮码头。", "A. B.", "\u202e abc"]))


@settings(deadline=None)
@given(st.lists(SENTENCES.map("\n".join), max_size=5), st.integers(0, 60))
def test_a_summary_keeps_its_length_and_repeats_no_sentence(written: list[str], max_words: int) -> None:
    entries = [entry(number, text) for number, text in enumerate(written, start=1)]
    given_back = summary(*entries, max_words=max_words)
    assert len(set(given_back)) == len(given_back)
    assert len(given_back) < 2 or sum(map(word_count, given_back)) <= max_words
