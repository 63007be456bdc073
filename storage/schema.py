"""The tables, as the first migration makes them. Each index names the query it serves.

Every datetime is integer seconds UTC; `guild_id` stands on every row a guild owns; ids are never used twice.
"""

from __future__ import annotations

FEEDS = (
    # Politeness is kept by host: `next_free_at` is when it may be asked again after a 429 or 503.
    """
    CREATE TABLE host (
        name TEXT PRIMARY KEY,
        next_free_at INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE feed (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        url TEXT NOT NULL,
        canonical_url TEXT NOT NULL,
        host TEXT NOT NULL REFERENCES host (name),
        title TEXT NOT NULL DEFAULT '',
        link TEXT NOT NULL DEFAULT '',
        language TEXT,
        guild_id INTEGER,
        identity TEXT,
        etag TEXT,
        last_modified TEXT,
        body_hash TEXT,
        read_pages INTEGER NOT NULL DEFAULT 0,
        paused INTEGER NOT NULL DEFAULT 0,
        gone INTEGER NOT NULL DEFAULT 0,
        next_poll INTEGER NOT NULL,
        last_polled INTEGER,
        last_success INTEGER,
        last_document INTEGER,
        error_count INTEGER NOT NULL DEFAULT 0,
        failing_since INTEGER,
        last_failure TEXT,
        last_detail TEXT NOT NULL DEFAULT '',
        moved_to TEXT,
        moved_count INTEGER NOT NULL DEFAULT 0,
        lease_owner TEXT,
        lease_until INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
    # add_feed: one row per canonical address, shared (guild_id NULL) or a guild's own
    "CREATE UNIQUE INDEX feed_address ON feed (canonical_url, COALESCE(guild_id, 0))",
    # claim_due_feeds, next_feed_due
    "CREATE INDEX feed_due ON feed (next_poll) WHERE paused = 0 AND gone = 0",
    # The seen-index outlives entries, hence no reference to them. known_keys reads it by its primary key.
    """
    CREATE TABLE seen (
        feed_id INTEGER NOT NULL REFERENCES feed (id) ON DELETE CASCADE,
        key INTEGER NOT NULL,
        first_seen INTEGER NOT NULL,
        last_seen INTEGER NOT NULL,
        PRIMARY KEY (feed_id, key)
    ) STRICT, WITHOUT ROWID
    """,
)

ENTRIES = (
    # `merged_into` names a story that is no alias itself: one step leads home. The trigger below keeps it so.
    """
    CREATE TABLE story (
        id INTEGER PRIMARY KEY,
        merged_into INTEGER REFERENCES story (id) CHECK (merged_into <> id),
        first_seen INTEGER NOT NULL,
        last_seen INTEGER NOT NULL
    ) STRICT
    """,
    # told: the aliases of a story
    "CREATE INDEX story_aliases ON story (merged_into) WHERE merged_into IS NOT NULL",
    """
    CREATE TRIGGER story_merged AFTER UPDATE OF merged_into ON story WHEN NEW.merged_into IS NOT NULL
    BEGIN
        SELECT RAISE(ABORT, 'a story cannot be merged into an alias')
        FROM story
        WHERE id = NEW.merged_into AND merged_into IS NOT NULL;
        UPDATE story SET merged_into = NEW.merged_into WHERE merged_into = NEW.id;
    END
    """,
    """
    CREATE TABLE entry (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        feed_id INTEGER NOT NULL REFERENCES feed (id) ON DELETE CASCADE,
        story_id INTEGER REFERENCES story (id),
        guid TEXT NOT NULL,
        link TEXT NOT NULL,
        title TEXT NOT NULL,
        author TEXT NOT NULL,
        outlet TEXT NOT NULL,
        language TEXT,
        image_url TEXT NOT NULL,
        image_alt TEXT NOT NULL,
        published INTEGER NOT NULL,
        updated INTEGER,
        first_seen INTEGER NOT NULL,
        paywalled INTEGER NOT NULL DEFAULT 0,
        text TEXT NOT NULL DEFAULT '',
        html TEXT NOT NULL,
        page_tries INTEGER NOT NULL DEFAULT 0,
        next_read INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
    # candidates; attach and the first document (the newest entries of a feed)
    "CREATE INDEX entry_of_feed ON entry (feed_id, first_seen)",
    # unjoined, claim_pages
    "CREATE INDEX entry_unjoined ON entry (id) WHERE story_id IS NULL",
    # joined_since, prune_entries
    "CREATE INDEX entry_first_seen ON entry (first_seen)",
    # prune_entries: stories without entries
    "CREATE INDEX entry_of_story ON entry (story_id) WHERE story_id IS NOT NULL",
    # The order in which entries found their stories, by transaction: ids grow and are never used twice, so a digest
    # that remembers the newest it saw knows what came later. candidates reads it by entry.
    """
    CREATE TABLE placement (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        entry_id INTEGER NOT NULL UNIQUE REFERENCES entry (id) ON DELETE CASCADE
    ) STRICT
    """,
    # Tokens are segmented by us, unicode61 only parts them at spaces. The tokens are kept: SQLite before 3.43 cannot
    # delete from a contentless index.
    "CREATE VIRTUAL TABLE entry_search USING fts5 (tokens, tokenize = 'unicode61 remove_diacritics 2')",
    """
    CREATE TRIGGER entry_deleted AFTER DELETE ON entry
    BEGIN
        DELETE FROM entry_search WHERE rowid = OLD.id;
    END
    """,
)

TOPICS = (
    """
    CREATE TABLE topic (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        guild_id INTEGER NOT NULL,
        name TEXT NOT NULL,
        description TEXT NOT NULL,
        keywords TEXT NOT NULL,
        exclude TEXT NOT NULL,
        language TEXT,
        role_id INTEGER,
        from_file INTEGER NOT NULL,
        UNIQUE (guild_id, name)
    ) STRICT
    """,
    # Entries after `after_entry` are new for the topic; NULL until the feed's first document.
    """
    CREATE TABLE topic_feed (
        topic_id INTEGER NOT NULL REFERENCES topic (id) ON DELETE CASCADE,
        feed_id INTEGER NOT NULL REFERENCES feed (id) ON DELETE CASCADE,
        attached_at INTEGER NOT NULL,
        backfill INTEGER NOT NULL,
        after_entry INTEGER,
        PRIMARY KEY (topic_id, feed_id)
    ) STRICT, WITHOUT ROWID
    """,
    # detach: does another topic hold the feed; the first document
    "CREATE INDEX topic_feed_of_feed ON topic_feed (feed_id)",
)

EDITIONS = (
    """
    CREATE TABLE edition (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        guild_id INTEGER NOT NULL,
        name TEXT NOT NULL,
        platform TEXT NOT NULL,
        address TEXT NOT NULL,
        at TEXT NOT NULL,
        timezone TEXT NOT NULL,
        days TEXT NOT NULL,
        style TEXT NOT NULL,
        language TEXT NOT NULL,
        max_stories INTEGER NOT NULL,
        quiet_day TEXT NOT NULL,
        catch_up TEXT NOT NULL,
        paused INTEGER NOT NULL,
        from_file INTEGER NOT NULL,
        created INTEGER NOT NULL,
        last_slot INTEGER,
        UNIQUE (guild_id, name)
    ) STRICT
    """,
    """
    CREATE TABLE edition_topic (
        edition_id INTEGER NOT NULL REFERENCES edition (id) ON DELETE CASCADE,
        topic_id INTEGER NOT NULL REFERENCES topic (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        PRIMARY KEY (edition_id, topic_id)
    ) STRICT, WITHOUT ROWID
    """,
    # the cascade from a topic
    "CREATE INDEX edition_topic_of_topic ON edition_topic (topic_id)",
)

DIGESTS = (
    # A delivered digest outlives its edition: archive links never break.
    """
    CREATE TABLE digest (
        id TEXT PRIMARY KEY,
        guild_id INTEGER NOT NULL,
        edition_id INTEGER REFERENCES edition (id) ON DELETE SET NULL,
        slot INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('pending', 'sending', 'sent', 'failed', 'superseded')),
        through INTEGER NOT NULL,
        json TEXT NOT NULL,
        UNIQUE (edition_id, slot)
    ) STRICT
    """,
    # unsent_slots
    "CREATE INDEX digest_pending ON digest (edition_id, slot) WHERE state = 'pending'",
    # `due` is when it was to go out, `next_try` when it may be tried; `attempts` counts tries begun; `uncertain`: a try
    # ended without an answer, so the part may be there.
    """
    CREATE TABLE outbox (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        digest_id TEXT NOT NULL REFERENCES digest (id) ON DELETE CASCADE,
        guild_id INTEGER NOT NULL,
        edition_id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        platform TEXT NOT NULL,
        address TEXT NOT NULL,
        part INTEGER NOT NULL,
        nonce TEXT NOT NULL UNIQUE,
        due INTEGER NOT NULL,
        next_try INTEGER NOT NULL,
        state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'done', 'failed', 'superseded')),
        attempts INTEGER NOT NULL DEFAULT 0,
        uncertain INTEGER NOT NULL DEFAULT 0,
        last_error TEXT,
        message_id TEXT,
        done_at INTEGER,
        lease_owner TEXT,
        lease_until INTEGER NOT NULL DEFAULT 0,
        UNIQUE (digest_id, part)
    ) STRICT
    """,
    # claim_operations, next_operation_due
    "CREATE INDEX outbox_due ON outbox (next_try) WHERE state = 'pending'",
    # `at` is the end of the digest's window: what was seen later is news to this audience. Rows outlive stories' merges
    # and editions, hence no references.
    """
    CREATE TABLE ledger (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        guild_id INTEGER NOT NULL,
        platform TEXT NOT NULL,
        address TEXT NOT NULL,
        story_id INTEGER NOT NULL,
        digest_id TEXT NOT NULL,
        edition_id INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('reserved', 'told', 'released')),
        at INTEGER NOT NULL,
        facts TEXT NOT NULL
    ) STRICT
    """,
    # told
    "CREATE INDEX ledger_of_audience ON ledger (platform, address, story_id)",
    # operation_done, operation_failed, save_digest: the rows of one digest
    "CREATE INDEX ledger_of_digest ON ledger (digest_id)",
    # prune_entries: is a story in any ledger
    "CREATE INDEX ledger_of_story ON ledger (story_id)",
)

FIRST = FEEDS + ENTRIES + TOPICS + EDITIONS + DIGESTS
