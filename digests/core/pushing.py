"""What follows from a feed's hub: whether to have one, when to ask it again, how far its pushes are relied on.

A push is trusted with one thing only: that its feed is worth a look. Why: docs/decisions/0039.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from digests.core.hubs import Hook, HubLinks, Offer, Pushes
from digests.core.models import Feed, Rest
from digests.core.polling import COOL_DOWN, Pace, after_rest
from digests.core.urls import has_secret, registrable

LEASE = timedelta(days=10)
"""What we ask for (WebSub §8.2 calls it a good default)."""

LONGEST_LEASE = timedelta(days=30)
"""No hub is believed for longer, so that one that forgot us is asked again."""

DENIED_WAIT = timedelta(days=7)
"""How long a hub that refused is left alone (Feedbin's rule)."""

BACKOFF_STEPS = 7
"""Doublings of the wait after a try that came to nothing; 15 min · 2⁷ is past a day."""

LEAVING_TRIES = 3
"""How often a hub is asked to let us go: it forgets us by itself when its lease ends."""

PROVEN = 3
"""News in a row that a hub must have told of before it is relied on, as many as a redirect must be seen."""

SAFETY_NET = timedelta(days=1)
"""How long a feed whose hub is relied on is not asked (FreshRSS waits as long)."""


def choose_offer(url: str, fetched_url: str, header: HubLinks, document: HubLinks) -> Offer | None:
    """Give the hub to ask about the feed at `url`; None where it names none, or none that may speak for it.

    Headers go before the document (§4), https before http. An address of another site is not the feed's own, and one
    that carries a secret is not told to strangers.
    """
    hubs = header.hubs or document.hubs
    topic_url = header.self_url or document.self_url
    if not hubs or not topic_url or has_secret(topic_url):
        return None
    if registrable(topic_url) not in {registrable(url), registrable(fetched_url)}:
        return None
    return Offer(hub=min(hubs, key=lambda hub: not hub.startswith("https:")), topic_url=topic_url)


def request_form(hook: Hook) -> Mapping[str, str]:
    """Give what a hub is asked (§5.1)."""
    form = {"hub.callback": hook.callback, "hub.topic": hook.topic_url}
    if hook.is_leaving:
        return form | {"hub.mode": "unsubscribe"}
    lease_s = int(LEASE.total_seconds())
    return form | {"hub.mode": "subscribe", "hub.lease_seconds": str(lease_s), "hub.secret": hook.secret}


def agrees(hook: Hook, mode: str, topic_url: str) -> bool:
    """Tell whether what a hub says it was asked, or denies, is what we asked (§5.3)."""
    if topic_url != hook.topic_url:
        return False
    match mode:
        case "subscribe":
            return hook.is_asked and not hook.is_leaving
        case "unsubscribe":
            return hook.is_leaving
        case _:
            return mode == "denied"


def next_try(tries: int, *, now: datetime) -> datetime:
    """Give when a hub is asked again if try number `tries` comes to nothing."""
    return now + COOL_DOWN * (1 << min(tries - 1, BACKOFF_STEPS))


def lease_end(seconds: str, *, now: datetime) -> datetime:
    """Give until when a hub says it will push; one that names no number is taken to have agreed to ours."""
    is_number = seconds.isascii() and seconds.isdigit() and len(seconds) <= len(str(10**9))
    return now + (min(timedelta(seconds=int(seconds)), LONGEST_LEASE) if is_number else LEASE)


def renewal(until: datetime, *, now: datetime) -> datetime:
    """Give when a lease is renewed: at its half, so that the other half is left for tries (Feedbin's rule)."""
    return now + max((until - now) / 2, COOL_DOWN)


def is_pushed(pushes: Pushes, at: datetime) -> bool:
    """Tell whether a hub has agreed to push a feed for longer than this moment."""
    return pushes.until is not None and pushes.until > at


def settle(pushes: Pushes, *, now: datetime, is_called: bool, has_news: bool, pace: Pace) -> Pushes:
    """Judge a hub by a poll that succeeded; `is_called`: a push came since the one before.

    News that no push told of is a miss. One that comes after all within the usual interval makes up for it: the poll
    was merely quicker; later than that, a push is worth no more than a poll, and the hub must prove itself anew.
    """
    if not is_pushed(pushes, now):
        return Pushes(until=pushes.until, last=pushes.last)
    told, missed = pushes.told, pushes.missed
    if missed is not None:
        if pushes.last is not None and missed <= pushes.last <= missed + pace.interval:
            told, missed = told + 1, None
        elif now > missed + pace.interval:
            told, missed = 0, None
    if has_news and is_called:
        told += 1
    elif has_news:
        missed = missed or now
    return Pushes(until=pushes.until, last=pushes.last, told=min(told, PROVEN), missed=missed)


def net_poll(usual: datetime, pushes: Pushes, *, now: datetime, rest: Rest | None, pace: Pace) -> datetime:
    """Give the next poll: the usual one, or a slow one as a safety net where the hub is relied on, within its lease."""
    if pushes.until is None or not is_pushed(pushes, now) or pushes.told < PROVEN or pushes.missed is not None:
        return usual
    slow = min(now + min(SAFETY_NET, pace.longest), pushes.until)
    return max(usual, after_rest(slow, rest) if rest else slow)


def after_poll(
    usual: datetime, feed: Feed, *, now: datetime, has_news: bool, rest: Rest | None, pace: Pace
) -> tuple[datetime, Pushes]:
    """Give the next poll after one that succeeded, and what is known of the feed's hub then.

    A push of which nothing is to be seen yet is no reason to stay away: a cache may be behind its hub.
    """
    last = feed.pushes.last
    is_called = last is not None and feed.last_success is not None and last > feed.last_success
    pushes = settle(feed.pushes, now=now, is_called=is_called, has_news=has_news, pace=pace)
    is_waiting = is_called and not has_news
    return usual if is_waiting else net_poll(usual, pushes, now=now, rest=rest, pace=pace), pushes


def called_poll(next_poll: datetime, last_polled: datetime | None, *, now: datetime, pace: Pace) -> datetime:
    """Give the next poll of a feed that asks for a look now: soon, never within the shortest interval, never later."""
    soon = now if last_polled is None else max(now, last_polled + pace.shortest)
    return min(next_poll, soon)
