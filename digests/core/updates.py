"""What one poll of one feed changes. Pure deciders: they give a `FeedUpdate`, the store carries it out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from hashlib import sha1
from http import HTTPStatus

from digests.core.corrections import find_corrections
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
    Printed,
    Validators,
)
from digests.core.polling import COOL_DOWN, Pace, next_poll, next_retry, posting_gap_s
from digests.core.pushing import after_poll, choose_offer

BURST_LEAST = 8
"""Entries that come again at once before anybody speaks of a burst: 87 % of the captured feeds hold as many, and that
a few come again is daily life."""

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
    titles: Collection[str] = (),
    recent: Iterable[Printed] = (),
    now: datetime,
    pace: Pace,
) -> FeedUpdate:
    """Decide which entries are new: those of whose deciding keys `known` (the seen-index) holds none.

    `titles` are those of `suspects` that stored entries of the feed have; `recent` are the entries whose titles are
    followed.

    When a feed falls back to titles, nobody knows which entries were told under their old keys: this document
    only primes the index, and admits nothing.
    """
    policy, keyed = document.identity, document.entries
    priming = policy == TITLE and feed.identity not in (None, TITLE)
    fresh = [] if priming else _fresh(document, known)
    held = _burst(feed, fresh, titles, total=len(keyed))
    gap_s = posting_gap_s((one.data.published for one in keyed), now=now)
    asked = [wait for wait in (fetched.max_age_s, document.ttl_s) if wait]
    usual = next_poll(pace, feed.id, now=now, asked_s=max(asked, default=None), gap_s=gap_s, rest=document.rest)
    has_news = feed.identity is not None and len(fresh) > len(held)
    at, pushes = after_poll(usual, feed, now=now, has_news=has_news, rest=document.rest, pace=pace)
    return FeedUpdate(
        feed_id=feed.id,
        at=now,
        next_poll=at,
        gap_s=gap_s,
        rest=document.rest,
        validators=Validators(etag=fetched.etag, last_modified=fetched.last_modified, body_hash=hash_of_body),
        title=document.title or None,
        link=document.link or None,
        language=document.language,
        identity=policy,
        entries=tuple(_new_entry(one, now, is_held=one in held) for one in fresh),
        keys=tuple(key for one in keyed for key in one.stored),
        corrections=find_corrections(document, recent),
        has_body=True,
        moved_to=fetched.moved_to,
        host_free_at=_free_at(now, fetched.rest_s),
        offer=choose_offer(feed.url, fetched.url, fetched.links, document.links),
        pushes=pushes,
    )


def suspects(feed: Feed, document: Document, known: Collection[int]) -> Sequence[str]:
    """Give the titles to look up before deciding: those of new entries where they may be an archive published again."""
    fresh = _fresh(document, known) if feed.identity else []
    is_many = len(fresh) >= BURST_LEAST and len(fresh) > len(document.entries) / 2
    return [one.data.title for one in fresh if one.data.title] if is_many else []


def decide_unchanged(feed: Feed, outcome: NotModified | Fetched, *, now: datetime, pace: Pace) -> FeedUpdate:
    """Decide after a 304 or the same body again: nothing but the validators (RFC 9111 §4.3.4) and the next poll.

    A 304 about another version than the one we hold contradicts itself (§4.3.3): it brings no validators, and the next
    request will be unconditional.
    """
    if isinstance(outcome, NotModified) and _is_of_another(feed, outcome):
        validators = Validators(body_hash=feed.validators.body_hash)
    else:
        validators = Validators(
            etag=outcome.etag or feed.validators.etag,
            last_modified=outcome.last_modified or feed.validators.last_modified,
            body_hash=feed.validators.body_hash,
        )
    usual = next_poll(pace, feed.id, now=now, asked_s=outcome.max_age_s, gap_s=feed.gap_s, rest=feed.rest)
    at, pushes = after_poll(usual, feed, now=now, has_news=False, rest=feed.rest, pace=pace)
    return FeedUpdate(
        feed_id=feed.id,
        at=now,
        next_poll=at,
        pushes=pushes,
        validators=validators,
        identity=feed.identity,
        has_body=isinstance(outcome, Fetched),
        moved_to=outcome.moved_to,
        host_free_at=_free_at(now, outcome.rest_s),
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


def _fresh(document: Document, known: Collection[int]) -> list[Keyed]:
    return [one for one in document.entries if not any(key in known for key in one.deciding)]


def _burst(feed: Feed, fresh: Sequence[Keyed], titles: Collection[str], *, total: int) -> Collection[Keyed]:
    """Give the entries to hold: those that came before, where most of a known feed is new and came before at once.

    A publisher that moves house gives every entry a new guid and a new address, and may give it today's date. It came
    before if it is dated long before our last look, or if an entry of its very title is stored. All else is news,
    however much there is of it, since silence would be worse.
    """
    if feed.identity is None or feed.last_success is None:
        return ()
    latest = feed.last_success - SLACK
    old = [
        one
        for one in fresh
        if (one.data.published and one.data.published < latest) or (one.data.title and one.data.title in titles)
    ]
    return old if len(old) >= BURST_LEAST and len(old) > total / 2 else ()


def _is_of_another(feed: Feed, outcome: NotModified) -> bool:
    ours, theirs = feed.validators.etag, outcome.etag
    return bool(ours and theirs) and _opaque(ours) != _opaque(theirs)


def _opaque(etag: str | None) -> str:
    """Give what weak comparison looks at (RFC 9110 §8.8.3.2), without the suffixes servers add as they compress."""
    tag = (etag or "").removeprefix("W/").strip('"')
    return tag.removesuffix("-gzip").removesuffix(";gzip").removesuffix("-br")


def _free_at(now: datetime, rest_s: int | None) -> datetime | None:
    return None if rest_s is None else now + timedelta(seconds=rest_s)


def _new_entry(one: Keyed, now: datetime, *, is_held: bool) -> NewEntry:
    data = one.data
    return NewEntry(
        data=data,
        published=believable(data.published, now),
        keys=one.stored,
        is_held=is_held,
    )
