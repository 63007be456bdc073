from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from digests.core.evidence import word_count
from digests.core.gates import Evidence, Phrased
from digests.core.gates.copying import MOST_COPIED
from digests.core.gates.judging import judge
from digests.core.gates.repairing import repair
from digests.core.models import EntryId
from tests.core.gates.material import invented

LANGUAGES = st.sampled_from(["en", "de", "es", "fr", "pt", "uk", "ja", "it", "zh", None, "en-GB", ""])
WORDS = st.one_of(
    st.sampled_from(
        ["the", "mayor", "not", "said", "no", "3", "41", "%", "million", "on", "Tuesday", "at", "least", "to"]
    ),
    st.sampled_from(
        ["because", "may", "5", "March", "2031", "о", "сорок", "не", "der", "nicht", "soll", "été", "n'a", "91"]
    ),
    st.sampled_from(["“", "”", '"', "«", "»", "„", ":", ";", ",", ".", "(", ")", "-", "—", "’", "...", "10:30", "88"]),
    st.sampled_from(
        ["と述べた", "引き下げ", "7人", "d'Ambre", "İ", "ß", "\u200b", "\ud800", "Varnholm", "U.S.", "A320"]
    ),
)
SENTENCES = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=25).map(" ".join))
EVIDENCE = st.builds(
    Evidence,
    text=SENTENCES,
    title=SENTENCES,
    outlet=st.text(max_size=20),
    published=st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2090, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    language=LANGUAGES,
    entry_id=st.integers(1, 3).map(EntryId),
)
PACKS = st.lists(EVIDENCE, max_size=4)
CITES = st.lists(st.integers(-1, 5), max_size=3).map(tuple)
TRUE = [each for pack in invented() for _, each in pack.short]


@given(SENTENCES, CITES, PACKS)
@settings(max_examples=300, deadline=None)
def test_no_text_makes_the_gates_raise(text: str, cites: tuple[int, ...], evidence: Sequence[Evidence]) -> None:
    judge(Phrased(text=text, cites=cites), evidence)
    repair([Phrased(text=text, cites=cites)] * 2, evidence)


@given(st.sampled_from(TRUE))
@settings(max_examples=200, deadline=None)
def test_evidence_that_cites_itself_passes_while_it_is_no_long_copy(evidence: Evidence) -> None:
    assert word_count(evidence.text) <= MOST_COPIED
    assert judge(Phrased(text=evidence.text, cites=(1,)), [evidence]) is None


@given(SENTENCES, st.permutations(range(4)), st.lists(EVIDENCE, min_size=4, max_size=4))
@settings(max_examples=150, deadline=None)
def test_the_order_of_evidence_does_not_matter(text: str, order: list[int], evidence: list[Evidence]) -> None:
    shuffled = [evidence[place] for place in order]
    one = judge(Phrased(text=text, cites=(1, 3)), evidence)
    other = judge(Phrased(text=text, cites=(order.index(2) + 1, order.index(0) + 1)), shuffled)
    assert one == other


@given(SENTENCES, EVIDENCE, PACKS)
@settings(max_examples=150, deadline=None)
def test_evidence_that_is_not_cited_changes_nothing(text: str, cited: Evidence, more: list[Evidence]) -> None:
    sentence = Phrased(text=text, cites=(1,))
    assert judge(sentence, [cited]) == judge(sentence, [cited, *more])


@given(st.lists(st.builds(Phrased, text=SENTENCES, cites=CITES), max_size=4), PACKS)
@settings(max_examples=100, deadline=None)
def test_each_sentence_has_an_outcome_of_its_own(sentences: list[Phrased], evidence: list[Evidence]) -> None:
    outcomes = repair(sentences, evidence)
    assert [outcome.sentence for outcome in outcomes] == sentences


@given(st.sampled_from(TRUE), st.sampled_from(TRUE))
@settings(max_examples=100, deadline=None)
def test_a_fault_of_one_sentence_leaves_the_others_as_they_are(one: Evidence, other: Evidence) -> None:
    good = Phrased(text=one.text, cites=(1,))
    bad = Phrased(text="Nobody at all ever said 98,765 such things.", cites=(2,))
    evidence = [one, replace(other, entry_id=EntryId(2))]
    assert repair([good, bad], evidence)[0] == repair([good], evidence)[0]
