from __future__ import annotations

from tests.core.gates.faithful import by_hand
from tests.core.gates.figures import REACH, WRONGLY, of_faithful, of_mutants, true, untrue
from tests.data_path import shared

FREELY = 0.42  # of what is written as a model sums up: two fifths at first sight (docs/quality.md)
MENDED = 0.085  # of all lots that were looked at; the last of them is not mended on
SWING = 0.05  # of the share of some dozens; `make bench` has the figures of thousands


def test_untrue_sentences_of_the_half_that_shaped_nothing_are_stopped() -> None:
    shares = of_mutants(untrue("unseen", with_third_party=False))
    short = {kind: shares.of(kind) for kind, reach in REACH.items() if shares.of(kind) < reach - SWING}
    assert shares.total.total() > 1_000
    assert not short


def test_most_sentences_written_after_the_rules_stood_pass() -> None:
    shares = of_faithful(by_hand("unseen"))
    assert shares.total.total() > 40
    assert shares.overall <= FREELY


def test_the_sentences_the_rules_were_shaped_and_mended_on_pass() -> None:
    shares = of_faithful([*by_hand("shaping"), *by_hand("second"), *by_hand("mended")])
    assert shares.total.total() > 900
    assert shares.overall <= MENDED


def test_faithful_sentences_about_real_news_pass() -> None:
    shared("summaries/roundups_dev.jsonl")
    shares = of_faithful(true("unseen", with_third_party=True))
    assert shares.total["by rule"] > 150
    assert shares.of("by rule") <= WRONGLY
