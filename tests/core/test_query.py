from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digests.core.errors import UseError
from digests.core.query import Query, Words, match, parse, read


def holds(query: str, text: str, language: str | None = "en") -> bool:
    return match(parse(query), Words(text, language)).is_meant


@pytest.mark.parametrize(
    ("query", "text", "language"),
    [
        ("elections", "The election is over", "en"),
        ("rate", "Rates rise again", "en"),
        ("Wahlen", "Die Wahl ist vorbei", "de"),
        ("elecciones", "La elección terminó", "es"),
        ("страйк", "Страйків не буде", "uk"),
        ("Malaga", "Fuego en Málaga", "es"),
        ("+rate bank", "The bank raised its key rate", "en"),
        ("+(rate or rates) +(bank fed)", "Fed rates", "en"),
        ("(+rate +bank) ferry", "A ferry", "en"),
        ("rate -mortgage", "Rate decision", "en"),
        ("-mortgage", "Rate decision", "en"),
        ('"key rate" ferry', "the key  rate", "en"),
        ("c++ well-known", "C++ is older", "en"),
        ("well-known", "A well-known baker", "en"),
        ("选举", "总统选举开始", "zh"),
    ],
)
def test_a_text_is_meant(query: str, text: str, language: str) -> None:
    assert holds(query, text, language)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("+rate bank", "The bank is closed"),
        ("+rate bank", "The rate is high"),
        ("rate -mortgage", "Mortgage rate"),
        ("rate -(home loan*)", "Home rate"),
        ('"key rate"', "the rate is key"),
        ("Málaga", "Malaga wine"),
        ("organ", "The organisation met"),
        ("(+rate +bank)", "The rate"),
    ],
)
def test_a_text_is_not_meant(query: str, text: str) -> None:
    assert not holds(query, text)


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ('"key rate', "problem-query-quote-open"),
        ('"" rate', "problem-query-quote-empty"),
        ("(rate", "problem-query-bracket-open"),
        ("rate)", "problem-query-bracket-closed"),
        ("()", "problem-query-bracket-empty"),
        ("rate - bank", "problem-query-sign-alone"),
        ("+", "problem-query-sign-alone"),
        ("+-rate", "problem-query-sign-alone"),
        ("((((rate))))", "problem-query-too-deep"),
    ],
)
def test_a_query_that_cannot_be_read_is_named_and_still_matches_its_words(query: str, code: str) -> None:
    with pytest.raises(UseError) as caught:
        parse(query)
    assert caught.value.code == code
    assert "rate" not in query or match(read(query), Words("a rate", "en")).is_meant


def test_a_verdict_names_the_words_it_stands_on() -> None:
    words = Words("The bank raised its key rate", "en")
    assert match(parse('+rate "key rate" ferry'), words).by == ("rate", '"key rate"')
    assert match(parse("+ferry"), words).lacks == ("ferry",)
    assert match(parse("+(ferry boat)"), words).lacks == ("(ferry boat)",)
    assert match(parse("bank -rates"), words).barred == ("rates",)


QUERIES = st.text(alphabet='ab"()+-* ,o r', max_size=30) | st.text(max_size=30)


@settings(deadline=None)
@given(QUERIES, st.text(max_size=60), st.sampled_from(["en", "uk", "zh", None]))
def test_any_query_is_read_or_refused_and_never_more(query: str, text: str, language: str | None) -> None:
    try:
        parsed = parse(query)
    except UseError:
        parsed = read(query)
    assert isinstance(parsed, Query)
    found = match(parsed, Words(text, language))
    assert not (found.is_meant and (found.lacks or found.barred))


def test_what_must_be_there_and_must_not_is_never_meant() -> None:
    assert not holds("+rate -rate", "rate")
