"""The values of intake: feeds, what a fetch brings, entries. Frozen, without behaviour; datetimes are aware UTC.

Words follow docs/glossary.md: `published` and `updated` are what the feed says, `last_*` what we did,
`next_*` when something is due. `None` means unknown, and the field says so where it means more.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType, TypeAlias

from digests.core.hubs import NEVER_PUSHED, NO_LINKS, HubLinks, Offer, Pushes

FeedId = NewType("FeedId", int)
EntryId = NewType("EntryId", int)
StoryId = NewType("StoryId", int)
"""A story takes the number of its first entry."""


class Failure(StrEnum):
    """Why a feed or page could not be read, in the classes a moderator can act on."""

    BAD_ADDRESS = "bad-address"  # not http(s), no host, user typed nonsense
    PRIVATE_ADDRESS = "private-address"  # the guard refused to connect
    UNKNOWN_HOST = "unknown-host"
    CONNECTION = "connection"
    CERTIFICATE = "certificate"
    TIMEOUT = "timeout"
    TOO_LARGE = "too-large"
    REDIRECTS = "redirects"  # a loop, or too many
    LOGIN = "login"  # 401
    BLOCKED = "blocked"  # 403, 451, or a challenge page
    NOT_FOUND = "not-found"
    GONE = "gone"  # 410
    RATE_LIMITED = "rate-limited"  # 429
    SERVER = "server"  # 5xx
    STATUS = "status"  # any other status
    BROKEN = "broken"  # the HTTP answer itself is malformed or cut short
    EMPTY = "empty"
    NOT_A_FEED = "not-a-feed"
    UNREADABLE = "unreadable"  # it looked like a feed, and no parser could make entries of it
    HUNG = "hung"  # the parser was killed at its deadline


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """Hours of the day and ISO weekdays, UTC, in which a feed asks not to be read (RSS 2.0 skipHours, skipDays)."""

    hours: frozenset[int] = frozenset()
    days: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What makes the next request conditional (RFC 9110 §8.8), and the hash of the last body taken in."""

    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A polled source, shared by all guilds; `guild_id` is set only where it is private to one."""

    id: FeedId
    url: str
    title: str = ""
    link: str = ""
    language: str | None = None
    guild_id: int | None = None
    identity: str | None = None  # the pinned policy, see core.updates; None before the first document
    validators: Validators = Validators()
    read_pages: bool = False
    paused: bool = False
    gone: bool = False
    next_poll: datetime
    gap_s: int | None = None  # usual seconds between two entries, see core.polling
    rest: Rest = Rest()
    host: str = ""  # whose servers it is on (`urls.hosting`): what politeness is owed to
    last_polled: datetime | None = None
    last_success: datetime | None = None
    error_count: int = 0
    failing_since: datetime | None = None
    last_failure: Failure | None = None
    last_detail: str = ""
    as_page: bool = False  # it is no feed: a page whose links are read as entries
    encoding: str | None = None  # what a moderator says it is in, whatever it says itself
    last_body: datetime | None = None  # when it last gave a body rather than a 304
    moved_to: str | None = None  # a permanent redirect under observation
    moved_count: int = 0
    pushes: Pushes = NEVER_PUSHED


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A body, whole and decoded. `moved_to` is set when every hop to `url` was permanent (301, 308).

    `charset` is what HTTP says, `encoding` what a moderator does. `as_page`: a page that is read for its links.
    `rest_s`: so long the host gives nothing more. `links` are those of its headers.
    """

    url: str
    body: bytes
    content_type: str | None = None
    charset: str | None = None
    encoding: str | None = None
    as_page: bool = False
    etag: str | None = None
    last_modified: str | None = None
    max_age_s: int | None = None
    rest_s: int | None = None
    moved_to: str | None = None
    links: HubLinks = NO_LINKS


@dataclass(frozen=True, slots=True, kw_only=True)
class NotModified:
    """304: what we hold is current. `moved_to` and `rest_s` as in `Fetched`."""

    etag: str | None = None
    last_modified: str | None = None
    max_age_s: int | None = None
    rest_s: int | None = None
    moved_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchFailed:
    """The network said no. `retry_after_s` is the server's own word (RFC 9110 §10.2.3), for the whole host."""

    reason: Failure
    detail: str = ""
    status: int | None = None
    retry_after_s: int | None = None


FetchOutcome: TypeAlias = Fetched | NotModified | FetchFailed


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryData:
    """One entry as the feed gives it. Title and names are plain text, `html` is raw and capped.

    `link` is absolute http(s) or empty. `outlet` is the one an aggregator names (RSS `<source>`), else the domain that
    somebody registered of the link.
    """

    guid: str = ""
    link: str = ""
    title: str = ""
    html: str = ""
    author: str = ""
    outlet: str = ""
    language: str | None = None
    published: datetime | None = None
    updated: datetime | None = None
    image_url: str = ""
    image_alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedFeed:
    """A document as its reader gives it, in its own order.

    `ttl_s` is the shortest wait the feed itself asks for, `rest` when it asks not to be read at all.
    """

    title: str = ""
    link: str = ""
    language: str | None = None
    ttl_s: int | None = None
    rest: Rest = Rest()
    links: HubLinks = NO_LINKS
    entries: tuple[EntryData, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEntry:
    """An entry to be stored, with the keys under which it must never come again.

    `is_held`: it came in a burst of old ones, and is news only where a guild's moderators say so.
    """

    data: EntryData
    published: datetime  # the feed's date where it can be believed, else first seen
    keys: tuple[int, ...]
    is_held: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What is stored of an entry that its publisher may yet correct."""

    entry_id: EntryId
    guid: str
    link: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """An entry's new title, and the one it `was` stored under."""

    entry_id: EntryId
    was: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedUpdate:
    """All that one poll of one feed changes; applied whole, in one transaction (DESIGN §4).

    `keys` are those of every entry standing in the document, old and new: their `last_seen` moves to `at`.
    `failure` None means the poll succeeded; then `entries` may still be empty (304, same body).
    `offer` counts only of a document: a 304 and the same body say nothing about hubs.
    `has_body`: the server sent one, be it the same as before. `host_free_at` cools the whole host down.
    """

    feed_id: FeedId
    at: datetime
    next_poll: datetime
    validators: Validators = Validators()
    title: str | None = None
    link: str | None = None
    language: str | None = None
    identity: str | None = None
    entries: tuple[NewEntry, ...] = ()
    keys: tuple[int, ...] = ()
    corrections: tuple[Correction, ...] = ()
    has_body: bool = False
    failure: Failure | None = None
    detail: str = ""
    gone: bool = False
    gap_s: int | None = None  # None: as it was
    rest: Rest | None = None  # None: as it was
    moved_to: str | None = None
    host_free_at: datetime | None = None
    offer: Offer | None = None
    pushes: Pushes | None = None  # None: as it was


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item of a feed. `text` is plain, paragraphs parted by a newline; empty until it was joined."""

    id: EntryId
    feed_id: FeedId
    link: str
    title: str
    published: datetime
    first_seen: datetime
    outlet: str = ""
    text: str = ""
    html: str = ""  # raw, only until joined
    author: str = ""
    language: str | None = None
    image_url: str = ""
    image_alt: str = ""
    story_id: StoryId | None = None
    paywalled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where join put an entry, and what it made of its text."""

    entry_id: EntryId
    story_id: StoryId
    text: str
    language: str | None
    search_tokens: str  # space-separated, segmented by us: FTS5's own tokenizers cannot part Chinese
