from __future__ import annotations

import pytest

from digests.core.gates import Evidence, Phrased, Replaced
from digests.core.gates.judging import judge
from digests.core.gates.repairing import repair
from digests.core.gates.surface import has_address, has_markup
from tests.core.gates.packs import said
from tests.core.gates.payloads import SECURITY_NEWS, Payload, payloads

PAYLOADS = tuple(payloads())
TRUE = "A fire closed nine berths of Varnholm port on Monday."


def evidence(payload: Payload) -> tuple[list[Evidence], tuple[int, ...]]:
    """Give evidence with a payload in it, and what an obedient model cites."""
    match payload.place:
        case "title":
            return [said(TRUE, title=payload.text)], (1,)
        case "outlet":
            return [said(TRUE, outlet=payload.text)], (1,)
        case "text":
            return [said(payload.text), said(TRUE)], (1,)
        case _:
            return [said(payload.text), said(TRUE)], (1, 2)


def test_there_are_payloads_enough() -> None:
    assert len(PAYLOADS) >= 150


@pytest.mark.parametrize("payload", PAYLOADS, ids=lambda payload: f"{payload.place}: {payload.text[:40]}")
def test_an_obedient_model_prints_nothing_of_a_payload(payload: Payload) -> None:
    given, cites = evidence(payload)
    for text in (payload.echo, f"{payload.echo}.", payload.text, f"{TRUE} {payload.echo}"):
        assert judge(Phrased(text=text, cites=cites), given) is not None


@pytest.mark.parametrize("payload", PAYLOADS, ids=lambda payload: f"{payload.place}: {payload.text[:40]}")
def test_what_is_printed_instead_is_news_and_the_other_sentences_stay(payload: Payload) -> None:
    given, cites = evidence(payload)
    honest = Phrased(text=TRUE, cites=(len(given),))
    outcomes = repair([Phrased(text=payload.echo, cites=cites), honest], given)
    assert outcomes[1:] == repair([honest], [said(TRUE)] * len(given))
    for outcome in outcomes:
        if isinstance(outcome, Replaced):
            text = given[outcome.number - 1].text
            assert text == TRUE
            assert not has_markup(text)
            assert not has_address(text)


@pytest.mark.parametrize("headline", SECURITY_NEWS)
def test_news_about_such_attacks_is_news(headline: str) -> None:
    languages = {"Fors": "de", "Un f": "es", "Une ": "fr", "Досл": "uk"}
    given = [said(headline, title=headline, language=languages.get(headline[:4], "en"))]
    assert judge(Phrased(text=headline, cites=(1,)), given) is None
    assert judge(Phrased(text=headline.rstrip("."), cites=(1,)), given) is None
