"""What the flow needs kept. Every method is one transaction, safe to cancel: it happened or not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from digests.core.articles import PageText
from digests.core.editions import (
    Candidate,
    EditionId,
    Pool,
    Topic,
    TopicId,
)
from digests.core.members import FeedChoice
from digests.core.models import (
    Correction,
    Entry,
    EntryId,
    Feed,
    FeedId,
    FeedUpdate,
    Placement,
    Printed,
    StoryId,
)
from digests.core.regrouping import Regrouping


class FeedStore(Protocol):
    """Feeds, the hosts they live on, and the keys of every entry ever seen in them."""

    async def add_feed(self, url: str, *, now: datetime, guild_id: int | None = None, as_page: bool = False) -> Feed:
        """Give the feed of this address, added and due at once if it is new (one row per canonical address).

        `as_page`: it is no feed but a page; its links are read as entries, and the pages behind them.
        """
        ...

    async def feed(self, feed_id: FeedId) -> Feed | None:
        """Give one feed, or None where there is none."""
        ...

    async def feeds(self) -> Sequence[Feed]:
        """Give all feeds by address."""
        ...

    async def claim_due_feeds(self, *, now: datetime, owner: str, limit: int, lease: timedelta) -> Sequence[Feed]:
        """Lease feeds that are due on hosts that are free, longest due first. `pipeline.poll` alone calls it."""
        ...

    async def next_feed_due(self) -> datetime | None:
        """Give when the next feed is due, or None where none will be."""
        ...

    async def is_any_unpolled(self, since: datetime) -> bool:
        """Say whether a feed that was due by then still waits for its poll, under way ones included."""
        ...

    async def report_health(self, *, now: datetime, grace: timedelta) -> int:
        """Put a notice to every guild that holds a feed ill for `grace` (or gone), or well again after such a notice.

        Once each, the notices and what was reported in one transaction; give how many notices.
        """
        ...

    async def decide_held(self, feed_id: FeedId, guild_id: int, *, release: bool) -> int:
        """Let entries held by the burst guard count as news in a guild's topics, or never; give how many entries.

        Each is decided once; held ones of a guild that decides nothing are no news there.
        """
        ...

    async def known_keys(self, feed_id: FeedId, keys: Iterable[int]) -> frozenset[int]:
        """Give those of the keys that this feed's seen-index holds."""
        ...

    async def titles_held(self, feed_id: FeedId, titles: Iterable[str]) -> frozenset[str]:
        """Give those of the titles that stored entries of this feed have. `pipeline.poll` asks, seldom."""
        ...

    async def recent(self, feed_id: FeedId, *, since: datetime) -> Sequence[Printed]:
        """Give a feed's entries first seen since then: those whose titles are followed."""
        ...

    async def corrections(self, limit: int) -> Sequence[Correction]:
        """Give corrections that `apply_updates` stored and nobody has followed yet, oldest first."""
        ...

    async def correction_done(self, entry_id: EntryId) -> None:
        """Forget a correction that was followed."""
        ...

    async def release_feeds(self, feed_ids: Iterable[FeedId]) -> None:
        """End the leases of feeds that were claimed and not polled."""
        ...

    async def choice(self, feed_id: FeedId, guild_id: int) -> FeedChoice:
        """Give what a guild chose for a feed, the defaults where it chose nothing."""
        ...

    async def put_choice(self, choice: FeedChoice) -> None:
        """Store what a guild chose for a feed.

        Pages are read where any guild wants it; a feed is polled unless all that hold it paused it. A guild that lets a
        paused feed go on gets as news only what comes from then on.
        """
        ...

    async def set_encoding(self, feed_id: FeedId, encoding: str | None, *, now: datetime) -> None:
        """Store by which encoding a feed is read (None: by its own word), and have it read anew."""
        ...

    async def holders(self, feed_id: FeedId) -> frozenset[int]:
        """Give the guilds whose topics hold a feed."""
        ...

    async def apply_updates(self, updates: Sequence[FeedUpdate]) -> Sequence[EntryId]:
        """Store what polls found, many feeds in one transaction, and end their leases; give the new entries.

        On a feed's first document the entries stored are its backlog: `topic_feed.after_entry` of every topic that
        holds the feed is set so that only its backfill counts as new there.
        """
        ...


class EntryStore(Protocol):
    """Entries, their stories and the search rows over them."""

    async def unjoined(self, limit: int) -> Sequence[Entry]:
        """Give entries that have no story yet, oldest first. `pipeline.join` calls it."""
        ...

    async def joined_since(self, since: datetime) -> Sequence[Entry]:
        """Give entries with a story first seen since then, oldest first: what join rebuilds its index from."""
        ...

    async def place(self, placements: Sequence[Placement]) -> None:
        """Store where entries went; a story unknown so far begins. Entries placed meanwhile keep their story."""
        ...

    async def regroup(self, changed: Regrouping) -> None:
        """Store what a second pass changed, all or nothing.

        A story merged into another is an alias of it from then on: what was told of either is known under both. A part
        inherits what was told of the whole.
        """
        ...

    async def of_story(self, story_id: StoryId) -> Sequence[Entry]:
        """Give all entries of a story (an alias followed), oldest first, whichever guild may see them."""
        ...

    async def candidates(self, edition_id: EditionId, *, since: datetime) -> Pool:
        """Give entries with a story that the edition's topics hold and that were first seen since then.

        One candidate an (entry, topic), by entry id; never an entry of another guild's private feed. `place` numbers
        placements in the order of its transactions: `Pool.through` is the newest number, and what `is_new` compares
        with is the highest `Digest.through` among the edition's digests of which something was sent. A clock could
        not do this: an entry seen before a digest may be stored after it.
        """
        ...

    async def search(
        self, readings: Iterable[Sequence[str]], *, feeds: Iterable[FeedId], limit: int, told_in: int | None = None
    ) -> Sequence[Entry]:
        """Give entries of these feeds that hold all tokens of a reading, best first; of very many, the newest.

        `told_in`: only those of stories that guild was told.
        """
        ...

    async def held_by(self, topics: Iterable[TopicId], *, guild_id: int, since: datetime) -> Sequence[Candidate]:
        """Give entries with a story that these topics hold, first seen since then; all count as new, see above."""
        ...

    async def prune_entries(self, *, before: datetime, seen_before: datetime) -> int:
        """Forget entries first seen before `before` and keys last seen before `seen_before`; give how many entries."""
        ...


class PageStore(Protocol):
    """Entries that are only a teaser, in feeds whose pages are read."""

    async def claim_pages(self, *, now: datetime, limit: int, retry_after: timedelta) -> Sequence[Entry]:
        """Give teasers whose page is due (`core.pages`), a try counted for each; not given again before `retry_after`.

        Until its tries are used up or its page is read, an entry is not among `EntryStore.unjoined`.
        """
        ...

    async def page_read(self, entry_id: EntryId, page: PageText) -> None:
        """Store what a page gave, unless the entry was joined meanwhile; picture and author only where it has none."""
        ...


class TopicStore(Protocol):
    """Topics and the feeds attached to them."""

    async def put_topic(self, topic: Topic) -> Topic:
        """Store a topic by (guild, name): added (its id given), or changed."""
        ...

    async def change_topic(self, topic: Topic) -> Topic:
        """Store a topic under its id, its name too; a name another topic of the guild has is refused by the caller.

        Raises:
            UseError: it is there no more.
        """
        ...

    async def topics(self, guild_id: int | None = None) -> Sequence[Topic]:
        """Give a guild's topics by name, or all."""
        ...

    async def remove_topic(self, topic_id: TopicId) -> None:
        """Remove a topic and its attachments; its feeds stay while another topic holds them, else they are deleted."""
        ...

    async def attach(self, topic_id: TopicId, feed_id: FeedId, *, now: datetime, backfill: int) -> bool:
        """Attach a feed; give False where it was attached already. `backfill` newest held entries count as new."""
        ...

    async def detach(self, topic_id: TopicId, feed_id: FeedId) -> None:
        """Detach a feed; see `remove_topic` for what becomes of it."""
        ...

    async def feeds_of(self, topic_id: TopicId) -> Sequence[Feed]:
        """Give the feeds of a topic by address, with the name and rest its guild chose for them."""
        ...
