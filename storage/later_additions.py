"""What each migration from the thirteenth on adds to the tables; those before stand in `additions`. Append only."""

from __future__ import annotations

PUSHES = (
    # Which hub tells of the feed, and under which address, by its newest document; NULL: none.
    "ALTER TABLE feed ADD COLUMN hub TEXT",
    "ALTER TABLE feed ADD COLUMN topic_url TEXT",
    # How that hub does (`core.hubs.Pushes`); `called`: a look at the feed is wanted as soon as may be.
    "ALTER TABLE feed ADD COLUMN pushed_until INTEGER",
    "ALTER TABLE feed ADD COLUMN last_push INTEGER",
    "ALTER TABLE feed ADD COLUMN push_told INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE feed ADD COLUMN push_missed INTEGER",
    "ALTER TABLE feed ADD COLUMN called INTEGER NOT NULL DEFAULT 0",
    # follow_offers
    "CREATE INDEX feed_hub ON feed (id) WHERE hub IS NOT NULL",
    # look_at_called
    "CREATE INDEX feed_called ON feed (id) WHERE called = 1",
    # What is agreed with a hub about a feed. It outlives the feed until the hub has let us go. `base` is the public
    # address it was made under, `key` what nobody guesses of the callback.
    """
    CREATE TABLE hook (
        id INTEGER PRIMARY KEY,
        feed_id INTEGER UNIQUE REFERENCES feed (id) ON DELETE SET NULL,
        hub TEXT NOT NULL,
        topic_url TEXT NOT NULL,
        base TEXT NOT NULL,
        key TEXT NOT NULL UNIQUE,
        secret TEXT NOT NULL,
        tries INTEGER NOT NULL DEFAULT 0,
        next_try INTEGER NOT NULL,
        denied INTEGER NOT NULL DEFAULT 0,
        leaving INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
    # claim_hooks
    "CREATE INDEX hook_due ON hook (next_try)",
)

SEARCH = (
    # search: which feed an entry is of, without its texts
    "CREATE INDEX entry_feed ON entry (id, feed_id)",
)
