from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.core.moments import day_of_words

SLOT = datetime(2031, 3, 4, 8, tzinfo=UTC)
BEFORE = SLOT - timedelta(days=1)


@pytest.mark.parametrize(
    "text",
    [
        "The port reopens on Wednesday.",
        "Rates rose last month.",
        "Der Hafen öffnet am Mittwoch.",
        "El puerto abre mañana.",
        "Le port rouvre mercredi.",
        "Порт відкриють у понеділок.",
        "港口星期二重新开放。",
        "港は昨日再開した。",
    ],
)
def test_words_that_count_from_a_day_are_told_with_it(text: str) -> None:
    assert day_of_words(text, BEFORE, slot=SLOT) == BEFORE
    assert day_of_words(text, SLOT - timedelta(hours=3), slot=SLOT) is None


@pytest.mark.parametrize("text", ["The port reopened on 3 March 2031.", "Rates rose by 2 percent.", "Sundays are calm"])
def test_a_date_needs_no_other(text: str) -> None:
    assert day_of_words(text, BEFORE, slot=SLOT) is None


@given(st.text(max_size=200))
def test_any_text_gets_an_answer(text: str) -> None:
    assert day_of_words(text, BEFORE, slot=SLOT) in {None, BEFORE}
