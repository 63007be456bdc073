from __future__ import annotations

import pytest

from digests.core.gates import Dropped, Fault, Kept, Phrased, Replaced
from digests.core.gates.judging import judge
from digests.core.gates.repairing import repair
from tests.core.gates.packs import fault, said

FIRE = "At least six people were killed and 48 injured in the fire in Varnholm on Tuesday, the port said."


def test_a_role_without_a_name_gets_no_name_from_the_models_memory() -> None:
    evidence = "The prime minister resigned on Friday."
    assert fault("The prime minister, Tilda Ashgrove, resigned on Friday.", evidence) is Fault.NAME
    assert fault("Prime Minister Ashgrove resigned on Friday.", evidence) is Fault.NAME
    assert fault("On Friday the prime minister resigned.", evidence) is None


def test_an_executive_order_that_no_source_mentions_is_not_printed() -> None:
    evidence = "The president raised tariffs on steel to 25 percent on Monday."
    sentence = "The president signed an executive order on Monday, raising tariffs on steel to 25 percent."
    assert fault(sentence, evidence) is Fault.UNSUPPORTED


def test_a_paraphrase_is_not_printed_as_a_quotation() -> None:
    evidence = "Mayor Ada Rehl said the harbour would need years to recover."
    assert fault("“The harbour will need years to recover,” said mayor Ada Rehl.", evidence) is Fault.QUOTE
    quoted = "“The harbour needs years to recover,” said mayor Ada Rehl."
    assert fault("Mayor Ada Rehl said: “The harbour needs years to recover.”", quoted) is None


def test_a_digest_is_not_rejected_because_one_event_sits_in_two_stories() -> None:
    shared = said("A storm closed the port of Varnholm on Monday.")
    stories = [
        [shared, said("Nine of 14 berths are shut.")],
        [shared, said("Trains to Tornhelm are not running.")],
    ]
    told = [
        [
            Phrased(text="On Monday a storm closed the port of Varnholm.", cites=(1,)),
            Phrased(text="Nine berths of 15 are shut.", cites=(2,)),
        ],
        [
            Phrased(text="A storm closed Varnholm's port on Monday.", cites=(1,)),
            Phrased(text="No trains run to Tornhelm.", cites=(2,)),
        ],
    ]
    first, second = (repair(sentences, evidence) for sentences, evidence in zip(told, stories, strict=True))
    assert first == (Kept(sentence=told[0][0]), Replaced(sentence=told[0][1], fault=Fault.NUMBER, number=2))
    assert second == (Kept(sentence=told[1][0]), Kept(sentence=told[1][1]))


@pytest.mark.parametrize(
    ("sentence", "evidence", "expected"),
    [
        ("Seven people were killed, the port said.", FIRE, Fault.NUMBER),
        ("Six people were killed, the port said.", FIRE, Fault.NUMBER),  # "at least" is lost
        ("At least six people were killed on Monday, the port said.", FIRE, Fault.DATE),
        ("At least six people were killed on 4 March, the port said.", FIRE, None),  # the Tuesday before
        ("At least six people were killed on 11 March, the port said.", FIRE, Fault.DATE),
        ("At least 6 people were killed yesterday, the port said.", FIRE, Fault.DATE),
        ("At least six people were killed in the fire in Kelmouth, the port said.", FIRE, Fault.NAME),
        ("At least six people were killed in the fire, the mayor said.", FIRE, Fault.SPEAKER),
        ("At least six people were killed in the fire in Varnholm.", FIRE, Fault.ATTRIBUTION),
        ("At least six people may have been killed, the port said.", FIRE, Fault.MODALITY),
        ("At least six people were not killed, the port said.", FIRE, Fault.POLARITY),
        ("The talks lasted two days.", "The talks lasted two hours.", Fault.NUMBER),
        ("The bridge is 3 to 4 km long.", "The bridge is 3 km long.", Fault.NUMBER),
        ("The mayor took the money.", "The union alleges that the mayor took the money.", Fault.MODALITY),
        ("The union said the mayor took it.", "The union alleges that the mayor took it.", Fault.MODALITY),
        ("Lumenar cut 300 jobs.", "Lumenar plans to cut 300 jobs.", Fault.MODALITY),
        ("The council rejected the plan.", "The council approved the plan.", Fault.POLARITY),
        ("The cause is known.", "The cause is not known.", Fault.POLARITY),
        ("The council voted against the plan.", "The council voted for the plan, some against it.", Fault.POLARITY),
        ("The union denied the port was shut.", "The union said the port was shut.", Fault.POLARITY),
        ("Rescuers failed to reach the last carriage.", "Rescuers reached the last carriage.", Fault.POLARITY),
        ("The union forced the port to pay more.", "The union asked the port to pay more.", Fault.MODALITY),
        ("Doyle was told by a diver that the port was shut.", "Doyle said that the port was shut.", Fault.SPEAKER),
        ("The fire closed the port because of smoke.", "The fire closed the port; there was smoke.", Fault.CAUSE),
        ("It was the worst fire in the port.", "There was a fire in the port.", Fault.SUPERLATIVE),
        ("The port is larger than Kelmouth.", "The port is large. Kelmouth is near.", Fault.COMPARISON),
        ("Six people were injured and 48 killed.", "Six people were killed and 48 injured.", Fault.MOVED_NUMBER),
        ("Read it at harbourpost.example/fire now.", FIRE, Fault.ADDRESS),
        ("**At least six people** were killed, the port said.", FIRE, Fault.MARKUP),
        ("You should leave Varnholm, the port said.", FIRE, Fault.SECOND_PERSON),
        ("Mindestens sechs Menschen wurden bei dem Feuer in Varnholm getötet.", FIRE, Fault.LANGUAGE),
        ("  ", FIRE, Fault.EMPTY),
    ],
)  # fmt: skip
def test_each_gate_stops_what_it_is_there_for(sentence: str, evidence: str, expected: Fault | None) -> None:
    assert fault(sentence, evidence) is expected


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("Rescuers freed two men.", "Rescue teams freed two men."),  # a noun that opens a sentence is no name
        ("American officials left Luhostav.", "Officials from the United States left Luhostav."),
        ("President Kovalensky left Luhostav.", "President Taras Kovalenskyy left Luhostav."),
        ("The HSBO searched a flat.", "The Harbour Safety Board of Oresia searched a flat."),
        ("Tolbury's mayor resigned.", "The mayor of Tolbury resigned."),
        ("The trial lasted 3 days.", "The trial was a three-day affair, and it lasted three days."),
        ("The court sits at 09:00.", "The court sits at 9 a.m."),
        ("Ninety people were hurt.", "90 people were hurt."),
        ("Rates fell to 2.75%.", "Rates fell to 2.75 percent."),
        ("It expects 320 to 350 million dollars.", "It expects between 320 million and 350 million dollars."),
        ("The city offers 3 percent, the union wants 7.", "The city offers 3 percent; the union wants 7 percent."),
        ("Both sides left.", "The two sides left, and both were tired."),
        ("The two sides left.", "Both sides left."),
        ("They were ashore in under three hours.", "They were ashore within three hours."),
        ("More than 18,000 people ran.", "Over 18,000 people ran."),
        ("The trains stopped because of a strike.", "A strike stopped the trains."),
        ("Net fishing is banned there.", "Net fishing is not allowed there."),
        ("Hollis, who heads the board, said the firm was slow.", "Board head Ann Hollis said the firm was slow."),
        ("Lumenar said it was recalling heaters.", "Lumenar is recalling heaters, the company said."),
    ],
)
def test_the_same_in_other_words_passes(sentence: str, evidence: str) -> None:
    assert fault(sentence, evidence) is None


def test_an_outlet_may_be_named_as_the_source_of_what_it_reports() -> None:
    evidence = said("Nine berths are shut.", outlet="Harbour Post")
    assert fault("The Harbour Post reported that nine berths are shut.", evidence) is None


def test_a_number_may_not_move_to_the_subject_of_another_sentence() -> None:
    evidence = ("Six people died in Tolbury.", "Nine people died in Kelmouth.")
    assert fault("Nine people died in Tolbury.", *evidence) is Fault.MOVED_NUMBER
    assert fault("Six people died in Tolbury and nine in Kelmouth.", *evidence) is None


def test_a_quotation_stays_with_who_said_it() -> None:
    evidence = (
        "“We heard the alarm and saw no water,” said crane driver Ilse Dorn.",
        "Port director Emil Hask denied it.",
    )
    assert fault("“We heard the alarm and saw no water,” said Emil Hask.", *evidence) is Fault.SPEAKER
    assert fault("“We heard the alarm and saw no water,” Dorn said.", *evidence) is None


def test_the_parts_of_two_names_do_not_make_a_third() -> None:
    evidence = ("Prefect Oriane Teskil left.", "Fire chief Harriet Doyle stayed.")
    assert fault("Oriane Doyle left.", *evidence) is Fault.NAME


def test_a_sentence_that_cites_nothing_or_what_is_not_there_is_refused() -> None:
    evidence = [said(FIRE)]
    for cites in ((), (0,), (2,), (1, 7), (-1,)):
        assert judge(Phrased(text="The port said so.", cites=cites), evidence) is Fault.UNKNOWN_CITATION


def test_more_than_25_words_in_a_row_are_a_copy_unless_they_are_quoted() -> None:
    words = " ".join(f"word{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")
    assert fault(f"{words}.", f"{words}.") is Fault.LONG_COPY
    assert fault(f"{words.rpartition(' ')[0]}.", f"{words.rpartition(' ')[0]}.") is None
    assert fault(f"Dorn said: “{words}”", f"Dorn said: “{words}”") is None


def test_a_text_without_end_is_no_sentence() -> None:
    assert fault("not the mayor " * 10_000, FIRE) is Fault.LENGTH


def test_a_sentence_with_a_fault_is_replaced_by_its_first_evidence_once() -> None:
    evidence = [said("Nine berths are shut."), said("Rain is expected.")]
    wrong = Phrased(text="Eight berths are shut.", cites=(1, 2))
    outcomes = repair([wrong, wrong, Phrased(text="Snow.", cites=(9,))], evidence)
    assert outcomes == (
        Replaced(sentence=wrong, fault=Fault.NUMBER, number=1),
        Dropped(sentence=wrong, fault=Fault.NUMBER),
        Dropped(sentence=Phrased(text="Snow.", cites=(9,)), fault=Fault.UNKNOWN_CITATION),
    )


def test_evidence_that_a_kept_sentence_cites_is_not_printed_again() -> None:
    evidence = [said("Nine berths are shut.")]
    kept, wrong = Phrased(text="Nine berths are shut.", cites=(1,)), Phrased(text="Eight berths are shut.", cites=(1,))
    assert [type(outcome) for outcome in repair([wrong, kept], evidence)] == [Dropped, Kept]
