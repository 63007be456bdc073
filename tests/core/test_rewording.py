"""A card in a model's words: what of them is printed, and what stays as the sources have it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.core.digest import Card, Sentence, Was
from digests.core.gates import Phrased
from digests.core.gates.judging import judge
from digests.core.phrasing import Material, Phrasing, Question, Role, key_of, material_of
from digests.core.rewording import accepted, reworded
from tests.builders import NOW, card, days

LEAD = "The ferry Aurora left the harbour of Aldmouth with 212 passengers, said pilot Mira Tolland."
NEWS = "Divers found the missing anchor near the pier of Aldmouth."
POINT = "The harbour opened again after a storm of two days."
MODEL = "small-model"


def one_cited(text: str, number: int) -> Phrased:
    return Phrased(text=text, cites=(number,))


@pytest.fixture
def told() -> Card:
    first = card()
    sources = tuple(replace(first.sources[0], n=number) for number in (1, 2, 3))
    return replace(
        first,
        sentences=(Sentence(text=LEAD, cites=(1, 2)),),
        new=(Sentence(text=NEWS, cites=(3,), changed=(Was(was="1", now="missing anchor", cite=1),)),),
        points=(Sentence(text=POINT, cites=(2,)),),
        sources=sources,
    )


def material(told: Card) -> Material:
    found = material_of(told)
    assert found is not None
    return found


def test_evidence_is_numbered_in_the_order_of_the_card(told: Card) -> None:
    given_ = material(told)
    assert [each.text for each in given_.evidence] == [LEAD, NEWS, POINT]
    assert given_.roles == (Role.LEAD, Role.NEW, Role.POINTS)


def test_a_true_sentence_is_printed_with_the_sources_of_its_evidence_and_signed(told: Card) -> None:
    said = "The ferry Aurora left Aldmouth with 212 passengers, said pilot Mira Tolland."
    printed = reworded(told, Phrasing(lead=(one_cited(said, 1),)), model=MODEL, slot=NOW)
    assert [(one.text, one.cites) for one in printed.sentences] == [(said, (1, 2))]
    assert printed.written_by == MODEL
    assert printed.sources == told.sources


def test_a_role_without_a_name_gets_no_name_from_the_models_memory(told: Card) -> None:
    said = "The ferry Aurora left Aldmouth with 212 passengers, said pilot Harlan Quibb."
    assert reworded(told, Phrasing(lead=(one_cited(said, 1),)), model=MODEL, slot=NOW) == told


def test_an_order_no_source_mentions_is_not_printed(told: Card) -> None:
    said = "The president signed executive order 14999 on the ferry Aurora."
    assert reworded(told, Phrasing(lead=(one_cited(said, 1),)), model=MODEL, slot=NOW) == told


def test_a_paraphrase_is_not_printed_as_a_quotation(told: Card) -> None:
    said = "“We left with 212 people aboard”, said pilot Mira Tolland."
    assert reworded(told, Phrasing(lead=(one_cited(said, 1),)), model=MODEL, slot=NOW) == told


def test_what_is_new_is_told_whatever_the_model_leaves_out(told: Card) -> None:
    said = "The ferry Aurora left Aldmouth with 212 passengers, said pilot Mira Tolland."
    printed = reworded(told, Phrasing(lead=(one_cited(said, 1),)), model=MODEL, slot=NOW)
    assert printed.new == told.new
    assert printed.points == told.points


def test_as_new_only_what_stands_on_something_new_is_printed(told: Card) -> None:
    said = Phrasing(new=(one_cited("The harbour opened again after two days of storm.", 3),))
    assert reworded(told, said, model=MODEL, slot=NOW) == told


def test_what_a_number_was_before_stays_beside_it(told: Card) -> None:
    said = "Near the pier of Aldmouth divers found the missing anchor."
    (line,) = reworded(told, Phrasing(new=(one_cited(said, 2),)), model=MODEL, slot=NOW).new
    assert (line.text, line.cites) == (said, (3,))
    assert line.changed == told.new[0].changed


def test_a_bad_sentence_gives_way_to_its_evidence_and_costs_no_other(told: Card) -> None:
    good = "The ferry Aurora left Aldmouth with 212 passengers, said pilot Mira Tolland."
    said = Phrasing(lead=(one_cited(good, 1),), new=(one_cited("Divers found 12 anchors near the pier.", 2),))
    printed = reworded(told, said, model=MODEL, slot=NOW)
    assert printed.sentences[0].text == good
    assert [one.text for one in printed.new] == [NEWS]


def test_a_copied_card_is_no_work_of_the_model(told: Card) -> None:
    said = Phrasing(lead=(one_cited(LEAD, 1),), new=(one_cited(NEWS, 2),), points=(one_cited(POINT, 3),))
    assert reworded(told, said, model=MODEL, slot=NOW) == told


def test_neither_a_withdrawn_card_nor_a_phrased_one_is_phrased(told: Card) -> None:
    assert material_of(replace(told, status=("withdrawn",))) is None
    assert material_of(replace(told, written_by=MODEL)) is None


def asked(card: Card) -> Question:
    return Question(material=material(card), today=NOW.date())


def test_one_key_for_one_question(told: Card) -> None:
    key = key_of(asked(told), "one")
    assert key == key_of(asked(replace(told, why="another place", status=("update",))), "one")
    later = tuple(replace(source, published=source.published + days(1)) for source in told.sources)
    others = {key_of(asked(told), "two"), key_of(asked(replace(told, sources=later)), "one")}
    assert key not in others


WORDS = st.sampled_from(
    ["Aurora", "ferry", "212", "213", "not", "Aldmouth", "Quibb", "may", "because", "https://e.example", "“x”", "left"]
)
SAID = st.builds(
    lambda words, cites: Phrased(text=" ".join(words), cites=tuple(cites)),
    st.lists(WORDS, max_size=9),
    st.lists(st.integers(-1, 5), max_size=3),
)


@given(st.lists(SAID, max_size=4), st.lists(SAID, max_size=4), st.lists(SAID, max_size=4))
def test_whatever_a_model_says_each_printed_sentence_passes_the_gates_or_is_evidence(
    lead: list[Phrased], new: list[Phrased], points: list[Phrased]
) -> None:
    sources = tuple(replace(card().sources[0], n=number) for number in (1, 2, 3))
    base = replace(
        card(),
        sentences=(Sentence(text=LEAD, cites=(1,)),),
        new=(Sentence(text=NEWS, cites=(2,)),),
        points=(Sentence(text=POINT, cites=(3,)),),
        sources=sources,
    )
    printed = reworded(base, Phrasing(lead=tuple(lead), new=tuple(new), points=tuple(points)), model=MODEL, slot=NOW)
    assert printed.sentences
    assert 2 in {cite for one in printed.new for cite in one.cites}
    for one in printed.told:
        phrased = Phrased(text=one.text, cites=one.cites)
        assert one.text in {LEAD, NEWS, POINT} or judge(phrased, material(base).evidence) is None


@given(st.lists(SAID, max_size=4))
def test_what_was_accepted_is_accepted_again_as_it_is(lead: list[Phrased]) -> None:
    base = material(replace(card(), sentences=(Sentence(text=LEAD, cites=(1,)), Sentence(text=POINT, cites=(1,)))))
    once = accepted(Phrasing(lead=tuple(lead)), base)
    assert once is None or accepted(once, base) == once
