"""What a guild's moderators choose for one of their feeds. Which feeds they have is the matter of `usecases.feeds`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from digests.core.errors import UseError
from digests.core.members import FeedChoice
from digests.core.models import Feed
from digests.core.urls import mask
from digests.ports import FeedStore

OWN_WORD = "auto"
"""The encoding that stands for what the feed says itself."""

OWN_NAME = "-"
"""The name that stands for the feed's own title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEdit:
    """What to change; None leaves as it is. `encoding` is a codec's label or `OWN_WORD`."""

    name: str | None = None
    read_pages: bool | None = None
    encoding: str | None = None
    pause: bool | None = None


async def edit_feed(feed: Feed, guild_id: int, edit: FeedEdit, *, feeds: FeedStore, now: datetime) -> FeedChoice:
    """Carry out what was asked for a feed of a guild; give how it stands there now.

    Raises:
        UseError: nothing was asked, or an encoding for a feed that other guilds read too.
    """
    if edit == FeedEdit():
        raise UseError("feed-edit-empty")
    if edit.encoding is not None:
        if feed.guild_id is None and await feeds.holders(feed.id) - {guild_id}:
            raise UseError("encoding-shared", feed=feed.title or mask(feed.url))
        await feeds.set_encoding(feed.id, None if edit.encoding == OWN_WORD else edit.encoding, now=now)
    held = await feeds.choice(feed.id, guild_id)
    name = "" if edit.name == OWN_NAME else edit.name
    chosen = replace(
        held,
        name=held.name if name is None else " ".join(name.split()),
        read_pages=held.read_pages if edit.read_pages is None else edit.read_pages,
        paused=held.paused if edit.pause is None else edit.pause,
    )
    if chosen != held:
        await feeds.put_choice(chosen)
    return chosen
