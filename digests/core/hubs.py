"""Hubs (WebSub, W3C Recommendation of 2018-01-23): what a feed says of them, what is agreed with one. Values only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

HookId = NewType("HookId", int)

CALLBACK = "/hub/{key}"
"""Where below the public address hubs reach us; the key is the hook's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HubLinks:
    """The hubs an answer or a document names, in its order, and which address it calls its own; all absolute or ""."""

    hubs: tuple[str, ...] = ()
    self_url: str = ""


NO_LINKS = HubLinks()


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Which hub tells of a feed, and under which address (WebSub's topic URL) it knows the feed."""

    hub: str
    topic_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pushes:
    """How a feed's hub has done. `until` is the end of its lease, `last` the last push whose signature was good.

    `told` counts the news in a row of which a push told us; `missed` is when a poll found news of which none did.
    """

    until: datetime | None = None
    last: datetime | None = None
    told: int = 0
    missed: datetime | None = None


NEVER_PUSHED = Pushes()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hook:
    """What is agreed with a hub about one feed; one that `is_leaving` is to be ended there.

    `callback` is where the hub reaches us, with a part that nobody guesses; `secret` signs what it sends. `is_asked`:
    the hub may ask whether we want it.
    """

    id: HookId
    hub: str
    topic_url: str
    callback: str
    secret: str
    is_leaving: bool
    is_asked: bool
