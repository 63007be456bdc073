"""What status and headers mean: waits, freshness, validators, kinds of no."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from multidict import CIMultiDict

from digests.core.models import Failure, Validators
from digests.core.waits import MAX_WAIT_S, retry_after
from digests.sources.answers import (
    conditional,
    last_modified,
    max_age,
    media_type,
    refused,
    rest_s,
    sendable,
)

DATE = "Mon, 02 Feb 2026 10:00:00 GMT"
HOST = "harbour.example"


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("Mon, 02 Feb 2026 10:02:00 GMT", 120),
        ("Monday, 02-Feb-26 10:02:00 GMT", 120),
        ("Mon Feb  2 10:02:00 2026", 120),
        ("Mon, 02 Feb 2026 09:00:00 GMT", 0),
        ("Mon, 02 Feb 2099 09:00:00 GMT", MAX_WAIT_S),
        ("9" * 5000, MAX_WAIT_S),
        ("00000000000000060", 60),
        ("-5", None),
        ("1.5", None),
        ("soon", None),
        ("", None),
    ],
)
def test_retry_after_is_read_in_both_its_forms(value: str, seconds: int | None) -> None:
    assert retry_after(CIMultiDict({"retry-after": value, "date": DATE})) == seconds


def test_a_date_to_retry_after_means_nothing_without_the_servers_own_date() -> None:
    assert retry_after(CIMultiDict({"Retry-After": DATE})) is None


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Cache-Control": "public, max-age=900"}, 900),
        ({"Cache-Control": 'MAX-AGE="900"'}, 900),
        ({"Cache-Control": "max-age=900", "Age": "600"}, 300),
        ({"Cache-Control": "max-age=900", "Age": "1200"}, 0),
        ({"Cache-Control": "s-maxage=900"}, None),
        ({"Cache-Control": "max-age=900, no-cache"}, None),
        ({"Cache-Control": "no-store", "Expires": "Mon, 02 Feb 2026 11:00:00 GMT"}, None),
        ({"Cache-Control": "max-age=soon"}, None),
        ({"Cache-Control": "max-age=60", "Expires": "Mon, 02 Feb 2026 11:00:00 GMT"}, 60),
        ({"Expires": "Mon, 02 Feb 2026 11:00:00 GMT"}, 3600),
        ({"Expires": "Mon, 02 Feb 2026 09:00:00 GMT"}, 0),
        ({"Expires": "0"}, 0),
        ({"Cache-Control": "max-age=99999999999"}, MAX_WAIT_S),
        ({}, None),
    ],
)
def test_freshness_comes_from_max_age_else_expires(headers: dict[str, str], seconds: int | None) -> None:
    assert max_age(CIMultiDict({"Date": DATE, **headers})) == seconds


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_header_breaks_the_readers(value: str, date: str) -> None:
    headers = CIMultiDict({"Retry-After": value, "Date": date, "Expires": value, "Cache-Control": value, "Age": value})

    for seconds in (retry_after(headers), max_age(headers)):
        assert seconds is None or 0 <= seconds <= MAX_WAIT_S


@pytest.mark.parametrize("validator", ['"abc"', 'W/"abc-gzip"', "abc", '"é"', DATE])
def test_a_validator_goes_back_as_it_came(validator: str) -> None:
    assert sendable(validator) == validator


@pytest.mark.parametrize("validator", [None, "", " ", '""', 'W/""', '"a\udce9"', '"a\nb"', '"' + "a" * 5000 + '"'])
def test_a_validator_that_names_nothing_or_cannot_be_sent_is_dropped(validator: str | None) -> None:
    assert sendable(validator) is None
    assert conditional(Validators(etag=validator, last_modified=validator)) == {}


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (401, Failure.LOGIN),
        (403, Failure.BLOCKED),
        (451, Failure.BLOCKED),
        (404, Failure.NOT_FOUND),
        (410, Failure.GONE),
        (429, Failure.RATE_LIMITED),
        (500, Failure.SERVER),
        (503, Failure.SERVER),
        (599, Failure.SERVER),
        (400, Failure.STATUS),
        (202, Failure.STATUS),
        (206, Failure.STATUS),
        (304, Failure.STATUS),
        (302, Failure.STATUS),
    ],
)
def test_every_status_but_success_is_a_failure_that_names_it(status: int, reason: Failure) -> None:
    failed = refused(status, CIMultiDict(), HOST)

    assert failed is not None
    assert (failed.reason, failed.status, failed.retry_after_s) == (reason, status, None)
    assert failed.detail.startswith(f"{HOST} answered {status}")


@pytest.mark.parametrize("status", [200, 202, 403, 503])
def test_a_challenge_page_is_told_as_blocked_whatever_its_status(status: int) -> None:
    for headers in ({"CF-Mitigated": "challenge"}, {"x-amzn-waf-action": "captcha"}):
        failed = refused(status, CIMultiDict(headers), HOST)
        assert failed is not None
        assert failed.reason is Failure.BLOCKED


def test_only_429_and_503_are_asked_how_long_to_wait() -> None:
    for status, seconds in ((429, 60), (503, 60), (500, None), (403, None)):
        failed = refused(status, CIMultiDict({"Retry-After": "60"}), HOST)
        assert failed is not None
        assert failed.retry_after_s == seconds


def test_the_media_type_loses_its_parameters() -> None:
    assert media_type(CIMultiDict({"Content-Type": "Application/RSS+XML; charset=utf-8"})) == "application/rss+xml"
    assert media_type(CIMultiDict()) is None


@pytest.mark.parametrize(
    ("remaining", "reset", "seconds"),
    [
        ("0", "59", 60),
        ("0.0", "59.7", 60),
        ("0", "1770026460", 61),  # GitHub gives a Unix time: a minute after DATE
        ("0", "1770026000", 0),
        ("0", "99999", 3600),
        ("1", "59", None),
        ("99.0", "59", None),
        ("0", "", None),
        ("", "59", None),
        ("none", "59", None),
        ("0", "-1", None),
    ],
)
def test_an_allowance_that_is_used_up_asks_for_rest(remaining: str, reset: str, seconds: int | None) -> None:
    headers = {"x-ratelimit-remaining": remaining, "x-ratelimit-reset": reset, "date": DATE}
    assert rest_s(CIMultiDict(headers)) == seconds


@pytest.mark.parametrize(
    ("written", "kept"),
    [(DATE, True), ("Mon, 02 Feb 2026 09:00:00 GMT", True), ("Tue, 03 Feb 2026 10:00:00 GMT", False)],
)
def test_a_version_from_the_future_is_no_validator(written: str, *, kept: bool) -> None:
    assert (last_modified(CIMultiDict({"last-modified": written, "date": DATE})) is not None) == kept
