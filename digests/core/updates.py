"""What one poll of one feed changes. Pure deciders: they give a `FeedUpdate`, the store carries it out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from hashlib import sha1
from http import HTTPStatus

from digests.core.dates import believable
from digests.core.errors import ParseError
from digests.core.identity import TITLE, Document, Keyed
from digests.core.models import (
    Failure,
    Feed,
    FeedUpdate,
    Fetched,
    FetchFailed,
    NewEntry,
    NotModified,
    Validators,
)
from digests.core.polling import COOL_DOWN, Pace, next_poll, next_retry, posting_gap_s

BURST_LEAST = 8
"""Old entries that come at once before anybody speaks of a burst: 87 % of the captured feeds hold as many, and that a
few come again is daily life."""

SLACK = timedelta(days=2)
"""How long before our last look an entry may be dated and still be late rather than old: drafts and embargoes."""

HINTS = {"html": Failure.NOT_A_FEED, "json": Failure.NOT_A_FEED, "text": Failure.NOT_A_FEED, "empty": Failure.EMPTY}
"""What a body that no parser takes looks like → why; "killed" and "xml" have classes of their own below."""


def body_hash(body: bytes) -> str:
    """Give what tells whether a body was taken in before; a publisher who forges it fools himself alone."""
    return sha1(body, usedforsecurity=False).hexdigest()


def decide_update(
    feed: Feed,
    fetched: Fetched,
    document: Document,
    *,
    hash_of_body: str,
    known: Collection[int],
    now: datetime,
    pace: Pace,
) -> FeedUpdate:
    """Decide which entries are new: those of whose deciding keys `known` (the seen-index) holds none.

    When a feed falls back to titles, nobody knows which entries were told under their old keys: this document
    only primes the index, and admits nothing.
    """
    policy, keyed = document.identity, document.entries
    priming = policy == TITLE and feed.identity not in (None, TITLE)
    fresh = [] if priming else [one for one in keyed if not any(key in known for key in one.deciding)]
    held = _burst(feed, fresh, total=len(keyed))
    gap_s = posting_gap_s((one.data.published for one in keyed), now=now)
    asked = [wait for wait in (fetched.max_age_s, document.ttl_s) if wait]
    return FeedUpdate(
        feed_id=feed.id,
        at=now,
        next_poll=next_poll(pace, feed.id, now=now, asked_s=max(asked, default=None), gap_s=gap_s, rest=document.rest),
        gap_s=gap_s,
        rest=document.rest,
        validators=Validators(etag=fetched.etag, last_modified=fetched.last_modified, body_hash=hash_of_body),
        title=document.title or None,
        link=document.link or None,
        language=document.language,
        identity=policy,
        entries=tuple(_new_entry(one, now, is_held=one in held) for one in fresh),
        keys=tuple(key for one in keyed for key in one.stored),
        moved_to=fetched.moved_to,
    )


def decide_unchanged(feed: Feed, outcome: NotModified | Fetched, *, now: datetime, pace: Pace) -> FeedUpdate:
    """Decide after a 304 or the same body again: nothing but the validators (RFC 9111 §4.3.4) and the next poll."""
    return FeedUpdate(
        feed_id=feed.id,
        at=now,
        next_poll=next_poll(pace, feed.id, now=now, asked_s=outcome.max_age_s, gap_s=feed.gap_s, rest=feed.rest),
        validators=Validators(
            etag=outcome.etag or feed.validators.etag,
            last_modified=outcome.last_modified or feed.validators.last_modified,
            body_hash=feed.validators.body_hash,
        ),
        identity=feed.identity,
        moved_to=outcome.moved_to,
    )


def decide_failure(feed: Feed, failed: FetchFailed, *, now: datetime, pace: Pace) -> FeedUpdate:
    """Decide after a failure: nothing is forgotten, the next try comes later, a tired host rests as a whole."""
    rests = (
        failed.reason is Failure.RATE_LIMITED
        or failed.status == HTTPStatus.SERVICE_UNAVAILABLE
        or failed.retry_after_s is not None
    )
    rest = timedelta(seconds=failed.retry_after_s) if failed.retry_after_s is not None else COOL_DOWN
    return FeedUpdate(
        feed_id=feed.id,
        at=now,
        next_poll=next_retry(
            pace, feed.id, now=now, error_count=feed.error_count + 1, retry_after_s=failed.retry_after_s
        ),
        validators=feed.validators,
        identity=feed.identity,
        failure=failed.reason,
        detail=failed.detail,
        gone=failed.reason is Failure.GONE,
        host_free_at=now + rest if rests else None,
    )


def unreadable(error: ParseError) -> FetchFailed:
    """Give the failure that a body which is no feed amounts to."""
    match error.hint:
        case "killed":
            reason = Failure.HUNG
        case hint:
            reason = HINTS.get(hint, Failure.UNREADABLE)
    return FetchFailed(reason=reason, detail=str(error))


def _burst(feed: Feed, fresh: Sequence[Keyed], *, total: int) -> Collection[Keyed]:
    """Give the entries to hold: all that is old, where most of a known feed is new and old at once.

    A publisher that moves house gives every entry a new guid and a new address. What is dated after our last look is
    news, however much there is of it; what has no date is taken for news too, since silence would be worse.
    """
    if feed.identity is None or feed.last_success is None:
        return ()
    latest = feed.last_success - SLACK
    old = [one for one in fresh if one.data.published and one.data.published < latest]
    return old if len(old) >= BURST_LEAST and len(old) > total / 2 else ()


def _new_entry(one: Keyed, now: datetime, *, is_held: bool) -> NewEntry:
    data = one.data
    return NewEntry(
        data=data,
        published=believable(data.published, now),
        keys=one.stored,
        is_held=is_held,
    )
