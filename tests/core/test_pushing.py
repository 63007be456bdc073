"""How far a hub is relied on: never further than one slow interval, and not at all once it missed something."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.core.hubs import NO_LINKS, Hook, HookId, HubLinks, Offer, Pushes
from digests.core.models import Rest
from digests.core.polling import Pace
from digests.core.pushing import (
    LEASE,
    LONGEST_LEASE,
    PROVEN,
    SAFETY_NET,
    after_poll,
    agrees,
    called_poll,
    choose_offer,
    lease_end,
    net_poll,
    next_try,
    renewal,
    request_form,
    settle,
)
from tests.builders import NOW, feed, hours, minutes

PACE = Pace(interval=timedelta(minutes=30), shortest=timedelta(minutes=5), longest=timedelta(days=1))
URL = "https://harbour-post.example/feed.xml"
HUB = "https://hub.example/"

moments = st.integers(-20 * 86_400, 20 * 86_400).map(lambda second: NOW + timedelta(seconds=second))
states = st.builds(
    Pushes, until=st.none() | moments, last=st.none() | moments, told=st.integers(0, PROVEN), missed=st.none() | moments
)
usual_waits = st.integers(300, 86_400).map(lambda seconds: timedelta(seconds=seconds))
rests = st.none() | st.builds(Rest, hours=st.frozensets(st.integers(0, 23), max_size=5))


@given(states, usual_waits, rests)
def test_a_feed_is_never_polled_slower_than_usual_for_longer_than_the_safety_net(
    pushes: Pushes, usual: timedelta, rest: Rest | None
) -> None:
    at = net_poll(NOW + usual, pushes, now=NOW, rest=rest, pace=PACE)
    assert at >= NOW + usual
    assert at <= max(NOW + usual, NOW + SAFETY_NET + hours(len(rest.hours) if rest else 0))


@given(states, st.lists(st.tuples(usual_waits, st.booleans()), min_size=1, max_size=30), st.none() | moments)
def test_from_news_that_a_silent_hub_missed_on_polls_are_as_usual_for_ever(
    pushes: Pushes, polls: list[tuple[timedelta, bool]], last_success: datetime | None
) -> None:
    polled = feed(pushes=Pushes(until=pushes.until, told=pushes.told), last_success=last_success)
    at, has_missed = NOW, False
    for wait, has_news in polls:
        usual = at + wait
        slow, judged = after_poll(usual, polled, now=at, has_news=has_news, rest=None, pace=PACE)
        has_missed = has_missed or has_news
        assert not has_missed or slow == usual
        polled, at = replace(polled, pushes=judged, last_success=at), usual


@given(states, usual_waits)
def test_a_push_of_which_nothing_is_to_be_seen_keeps_polls_as_usual(pushes: Pushes, wait: timedelta) -> None:
    polled = feed(pushes=replace(pushes, last=NOW - minutes(1)), last_success=NOW - minutes(2))
    at, _ = after_poll(NOW + wait, polled, now=NOW, has_news=False, rest=None, pace=PACE)
    assert at == NOW + wait


@given(states, moments, st.booleans())
def test_only_a_push_makes_a_hub_more_reliable(pushes: Pushes, now: datetime, has_news: bool) -> None:
    unheard = replace(pushes, last=None)
    assert settle(unheard, now=now, is_called=False, has_news=has_news, pace=PACE).told <= unheard.told


@given(states, st.booleans(), st.booleans())
def test_without_a_lease_nothing_is_relied_on(pushes: Pushes, is_called: bool, has_news: bool) -> None:
    ended = replace(pushes, until=NOW)
    after = settle(ended, now=NOW, is_called=is_called, has_news=has_news, pace=PACE)
    assert (after.told, after.missed) == (0, None)


@given(moments, st.none() | moments)
def test_a_push_moves_the_next_poll_earlier_only_and_keeps_the_shortest_interval(
    next_poll: datetime, last_polled: datetime | None
) -> None:
    at = called_poll(next_poll, last_polled, now=NOW, pace=PACE)
    assert at <= next_poll
    assert at == next_poll or last_polled is None or at >= last_polled + PACE.shortest
    assert at <= max(NOW, (last_polled or NOW) + PACE.shortest)


def test_a_push_later_than_a_usual_poll_is_no_push() -> None:
    missed = Pushes(until=NOW + hours(99), last=NOW + minutes(31), told=PROVEN, missed=NOW)
    after = settle(missed, now=NOW + minutes(32), is_called=True, has_news=False, pace=PACE)
    assert (after.told, after.missed) == (0, None)


@given(st.integers(1, 60))
def test_a_hub_that_does_not_answer_is_asked_later_each_time_up_to_about_a_day(tries: int) -> None:
    waits = [next_try(number, now=NOW) - NOW for number in (tries, tries + 1)]
    assert timedelta(minutes=15) <= waits[0] <= waits[1] <= hours(32)


@given(st.text(max_size=12) | st.integers(0, 10**12).map(str))
def test_a_lease_is_as_long_as_the_hub_says_within_reason_and_renewed_by_its_half(said: str) -> None:
    until = lease_end(said, now=NOW)
    assert NOW <= until <= NOW + LONGEST_LEASE
    assert renewal(until, now=NOW) == max(NOW + (until - NOW) / 2, NOW + minutes(15))


def test_a_hub_that_names_no_lease_has_agreed_to_ours() -> None:
    assert lease_end("", now=NOW) == NOW + LEASE
    assert lease_end("3600", now=NOW) == NOW + hours(1)


@pytest.mark.parametrize(
    ("header", "document", "offer"),
    [
        (NO_LINKS, NO_LINKS, None),
        (NO_LINKS, HubLinks(hubs=(HUB,), self_url=URL), Offer(hub=HUB, topic_url=URL)),
        (HubLinks(hubs=(HUB,), self_url=URL), HubLinks(hubs=("https://b.example/",)), Offer(hub=HUB, topic_url=URL)),
        (HubLinks(hubs=(HUB,)), HubLinks(self_url=URL), Offer(hub=HUB, topic_url=URL)),
        (NO_LINKS, HubLinks(hubs=(HUB,)), None),
        (NO_LINKS, HubLinks(self_url=URL), None),
        (NO_LINKS, HubLinks(hubs=("http://a.example/", HUB), self_url=URL), Offer(hub=HUB, topic_url=URL)),
    ],
)
def test_the_hub_is_the_first_that_headers_name_else_the_document(
    header: HubLinks, document: HubLinks, offer: Offer | None
) -> None:
    assert choose_offer(URL, URL, header, document) == offer


@pytest.mark.parametrize(
    ("self_url", "is_taken"),
    [
        ("http://example.org/feed", True),
        ("https://feeds.example.org/x", True),
        ("https://burner.example/post", True),  # where the feed's address redirects to
        ("https://hill-courier.example/feed", False),
        ("https://www.example.org/feed?token=abc", False),
        ("https://www.example.org.evil.example/feed", False),
    ],
)
def test_a_hub_speaks_for_a_feed_under_an_address_of_its_own_site_only(self_url: str, is_taken: bool) -> None:
    named = HubLinks(hubs=(HUB,), self_url=self_url)
    assert (
        choose_offer("https://www.example.org/xml", "https://burner.example/xml", NO_LINKS, named) is not None
    ) is is_taken


def hook(**changes: bool) -> Hook:
    kept = {"is_leaving": False, "is_asked": True} | changes
    return Hook(id=HookId(1), hub=HUB, topic_url=URL, callback="https://news.example/hub/k", secret="s", **kept)


@pytest.mark.parametrize(
    ("mode", "changes", "is_agreed"),
    [
        ("subscribe", {}, True),
        ("subscribe", {"is_asked": False}, False),
        ("subscribe", {"is_leaving": True}, False),
        ("unsubscribe", {}, False),
        ("unsubscribe", {"is_leaving": True}, True),
        ("denied", {}, True),
        ("denied", {"is_leaving": True}, True),
        ("", {}, False),
    ],
)
def test_a_hub_is_confirmed_only_what_it_was_asked(mode: str, changes: dict[str, bool], is_agreed: bool) -> None:
    assert agrees(hook(**changes), mode, URL) is is_agreed
    assert not agrees(hook(**changes), mode, f"{URL}/")


def test_the_secret_goes_only_where_pushes_are_to_come_from() -> None:
    assert request_form(hook())["hub.secret"] == "s"
    assert "hub.secret" not in request_form(hook(is_leaving=True))
