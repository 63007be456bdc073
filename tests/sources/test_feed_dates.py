from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.core.dates import OLDEST
from digests.sources.feed_dates import read_date
from tests.data_path import shared

MORNING = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-02T07:00:00Z",
        "2026-03-02T08:00:00+01:00",
        "2026-03-02T08:00:00+0100",
        "2026-03-02T08:00+01",
        "2026-03-02 07:00:00 UTC",
        "2026/03/02 07:00",
        "20260302T070000Z",
        "2026年3月2日 07:00",
        "2026년 03월 02일 16:00:00",
        "2026-03-02 오후 4:00:00",
        "Mon, 02 Mar 2026 07:00:00 GMT",
        "Mon, 02 Mar 2026 07:00:00 +0000 (UTC)",
        "Mon, 02 Mar 2026 02:00 AM EST",
        "Mon, 2 Mar 26 00:00:00 GMT-07:00",
        "Sun, 01 Mar 2026 23:00:00 PST",
        "Mon,02 March 2026 07:00",
        "Mon Mar  2 07:00:00 2026",
        "Mon Mar 2 09:00:00 EET 2026",
        "March 2, 2026 at 7:00 am",
        "lundi 2 mars 2026 - 07:00",
        "2 de marzo de 2026 07:00",
        "Mo, 2. März 2026 08:00 MEZ",
        "2 марта 2026 10:00 MSK",
        "02.03.2026 07:00",
        "1772434800",
        "1772434800000",
        "\n  Mon, 02 Mar 2026\t07:00:00 GMT ",
    ],
)
def test_one_moment_in_the_many_spellings_of_feeds(text: str) -> None:
    assert read_date(text) == MORNING


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-03-02", datetime(2026, 3, 2, tzinfo=UTC)),
        ("Sat, 28 Feb 2026 24:00:00 GMT", datetime(2026, 3, 1, tzinfo=UTC)),
        ("2026-12-31T23:59:60Z", datetime(2027, 1, 1, tzinfo=UTC)),
        ("Mon, 02 Mar 2026 12:30 AM", datetime(2026, 3, 2, 0, 30, tzinfo=UTC)),
        ("Mon, 02 Mar 2026 12:30 PM", datetime(2026, 3, 2, 12, 30, tzinfo=UTC)),
        ("Mon, 02 Mar 2026 07:00:00 XYZ", MORNING),
        ("2026-03-02T07:00:00+19:00", MORNING),
    ],
)
def test_special_cases_are_read_as_the_standards_say(text: str, expected: datetime) -> None:
    assert read_date(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "Nov. 2020",
        "2026-03",
        "2026",
        "03/04/2026",
        "Mon, 31 Feb 2026 07:00:00 GMT",
        "2026-03-02T25:00:00Z",
        "2026-03-02T07:61:00Z",
        "2026-03-02T07:00:00+01:75",
        "0001-01-01T00:00:00Z",
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "9999-12-31T23:59:59-12:00",
        "99999999999999",
        "Mon, 02 Mar 2026 07:00:00 GMT " + "and so on " * 20,
    ],
)
def test_what_names_no_moment_is_no_date(text: str) -> None:
    assert read_date(text) is None


@given(st.text(max_size=120))
def test_no_text_breaks_it(text: str) -> None:
    found = read_date(text)
    assert found is None or (found.tzinfo is UTC and found >= OLDEST)


@given(st.datetimes(min_value=OLDEST.replace(tzinfo=None), timezones=st.just(UTC)))
def test_iso_dates_are_read_back(moment: datetime) -> None:
    assert read_date(moment.isoformat()) == moment.replace(microsecond=0)


def test_it_agrees_with_feedparsers_collection_or_gives_none() -> None:
    cases = json.loads(shared("text/dates_feeds.json").read_bytes())
    agreeing = 0
    for case in cases:
        expected = datetime(*case["expected_utc"][:6], tzinfo=UTC) if case["expected_utc"] else None
        found = read_date(case["string"])
        assert found in {None, expected}, case
        agreeing += found == expected
    assert agreeing >= 64  # the other 8 name no day, leave out the century, or are of the year 99


def test_dates_of_many_languages_are_read_right_or_not_at_all() -> None:
    agreeing = 0
    for case in json.loads(shared("text/dates_any_language.json").read_bytes()):
        found = read_date(case["string"])
        expected = datetime.fromisoformat(case["expected"]).replace(microsecond=0)
        assert found is None or found.replace(tzinfo=None) == expected.replace(tzinfo=None), case
        agreeing += found is not None
    assert agreeing >= 140  # of 337, most of which name no day, month or year
