"""What each migration after the first adds to the tables of `schema`. Append only, see `migrations`."""

from __future__ import annotations

DISCORD = (
    "ALTER TABLE edition ADD COLUMN ping INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE edition ADD COLUMN pause_reason TEXT NOT NULL DEFAULT ''",
    # A part shows some of the digest's cards (NULL: all); an edit names the message it changes.
    "ALTER TABLE outbox ADD COLUMN first_card INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE outbox ADD COLUMN card_count INTEGER",
    "ALTER TABLE outbox ADD COLUMN edits TEXT",
    # The part that tells the story: with it the row becomes told.
    "ALTER TABLE ledger ADD COLUMN part INTEGER NOT NULL DEFAULT 1",
    # last_sent
    "CREATE INDEX outbox_of_edition ON outbox (edition_id, done_at) WHERE done_at IS NOT NULL",
    """
    CREATE TABLE guild (
        id INTEGER PRIMARY KEY,
        notices INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE subscription (
        guild_id INTEGER NOT NULL,
        topic_id INTEGER NOT NULL REFERENCES topic (id) ON DELETE CASCADE,
        member_id INTEGER NOT NULL,
        deliver TEXT NOT NULL CHECK (deliver IN ('ping', 'dm')),
        created INTEGER NOT NULL,
        PRIMARY KEY (topic_id, member_id)
    ) STRICT, WITHOUT ROWID
    """,
    # subscriptions_of
    "CREATE INDEX subscription_of_member ON subscription (member_id, guild_id)",
    """
    CREATE TABLE notice (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        guild_id INTEGER NOT NULL,
        code TEXT NOT NULL,
        fields TEXT NOT NULL,
        at INTEGER NOT NULL,
        sent INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
    """
    CREATE TABLE note (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    # sent_digests
    "CREATE INDEX digest_of_guild ON digest (guild_id, slot)",
    # Whether the guilds that hold it were told that it is ill.
    "ALTER TABLE feed ADD COLUMN reported INTEGER NOT NULL DEFAULT 0",
    # Usual seconds between two of its entries.
    "ALTER TABLE feed ADD COLUMN gap_s INTEGER",
    # JSON: the hours and weekdays in which it asks not to be read.
    "ALTER TABLE feed ADD COLUMN rest TEXT NOT NULL DEFAULT '[[], []]'",
    # report_health
    "CREATE INDEX feed_ill ON feed (failing_since) WHERE failing_since IS NOT NULL AND reported = 0",
    "CREATE INDEX feed_reported ON feed (id) WHERE reported = 1",
    # What came in a burst of old entries is new only for topics whose guild released it.
    "ALTER TABLE entry ADD COLUMN held INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX entry_held ON entry (feed_id) WHERE held = 1",
    """
    CREATE TABLE held_entry (
        topic_id INTEGER NOT NULL REFERENCES topic (id) ON DELETE CASCADE,
        entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
        released INTEGER NOT NULL,
        PRIMARY KEY (topic_id, entry_id)
    ) STRICT, WITHOUT ROWID
    """,
    # the cascade from an entry
    "CREATE INDEX held_entry_of_entry ON held_entry (entry_id)",
    # unsent_notices
    "CREATE INDEX notice_unsent ON notice (id) WHERE sent = 0",
)

INTAKE = (
    # What a guild chose for a feed it may share with others.
    """
    CREATE TABLE feed_choice (
        feed_id INTEGER NOT NULL REFERENCES feed (id) ON DELETE CASCADE,
        guild_id INTEGER NOT NULL,
        name TEXT NOT NULL,
        read_pages INTEGER NOT NULL,
        paused INTEGER NOT NULL,
        PRIMARY KEY (feed_id, guild_id)
    ) STRICT, WITHOUT ROWID
    """,
    # By which a moderator says it is to be read, whatever it says itself.
    "ALTER TABLE feed ADD COLUMN encoding TEXT",
    # A page of a site without feeds, read for its links.
    "ALTER TABLE feed ADD COLUMN as_page INTEGER NOT NULL DEFAULT 0",
    # When it last gave a body, the same as before or another.
    "ALTER TABLE feed ADD COLUMN last_body INTEGER",
    # Titles corrected since they were stored, with the title before.
    """
    CREATE TABLE correction (
        entry_id INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
        was TEXT NOT NULL,
        at INTEGER NOT NULL
    ) STRICT
    """,
)

PAGE = (
    # JSON: the words of a story whose like the topic takes, with their weights; its title.
    "ALTER TABLE topic ADD COLUMN example TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE topic ADD COLUMN example_title TEXT NOT NULL DEFAULT ''",
    # What a guild's moderators set for all of it; blocked is a JSON list of domains.
    "ALTER TABLE guild ADD COLUMN language TEXT",
    "ALTER TABLE guild ADD COLUMN blocked TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE guild ADD COLUMN images INTEGER NOT NULL DEFAULT 1",
)

EDITOR = (
    # An alias can become a story of its own again, so entries name the story they are in, not one it went into.
    """
    UPDATE entry
    SET story_id = (SELECT merged_into FROM story WHERE story.id = entry.story_id)
    WHERE story_id IN (SELECT id FROM story WHERE merged_into IS NOT NULL)
    """,
)

PERSONS = (
    # Local times as "HH:MM".
    """
    CREATE TABLE member (
        id INTEGER PRIMARY KEY,
        timezone TEXT,
        dm_at TEXT,
        language TEXT,
        quiet_from TEXT,
        quiet_to TEXT
    ) STRICT
    """,
    # To a story, or with `outlet` to all of a domain. Titles and links are kept: stories outlive neither their entries
    # nor retention, what somebody saved does; hence no reference.
    """
    CREATE TABLE tie (
        guild_id INTEGER NOT NULL,
        member_id INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('follow', 'mute', 'save')),
        story_id INTEGER NOT NULL DEFAULT 0,
        outlet TEXT NOT NULL DEFAULT '',
        title TEXT NOT NULL,
        link TEXT NOT NULL,
        created INTEGER NOT NULL,
        PRIMARY KEY (member_id, guild_id, kind, story_id, outlet)
    ) STRICT, WITHOUT ROWID
    """,
    # Who changed what: what moderators see of each other's work.
    """
    CREATE TABLE deed (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        guild_id INTEGER NOT NULL,
        member_id INTEGER NOT NULL,
        code TEXT NOT NULL,
        what TEXT NOT NULL,
        at INTEGER NOT NULL
    ) STRICT
    """,
    # all_of, erase
    "CREATE INDEX deed_of_member ON deed (member_id)",
    # deeds_of
    "CREATE INDEX deed_of_guild ON deed (guild_id, id)",
    "ALTER TABLE edition ADD COLUMN layout TEXT NOT NULL DEFAULT 'overview'",
    "ALTER TABLE edition ADD COLUMN crosspost INTEGER NOT NULL DEFAULT 0",
)

SERVERS = (
    # What a guild's moderators set for all of it: local times as "HH:MM" in its zone, a JSON list of domains.
    "ALTER TABLE guild ADD COLUMN timezone TEXT",
    "ALTER TABLE guild ADD COLUMN quiet_from TEXT",
    "ALTER TABLE guild ADD COLUMN quiet_to TEXT",
    "ALTER TABLE guild ADD COLUMN trusted TEXT NOT NULL DEFAULT '[]'",
    # Most alerts in 24 hours; NULL: it tells at its times.
    "ALTER TABLE edition ADD COLUMN alert INTEGER",
    # Where an operation happens, or a message stands, if not at the destination itself.
    "ALTER TABLE outbox ADD COLUMN thread TEXT",
    # The post a story has in a forum, and the digest whose card its first message shows. Stories become one and come
    # apart, hence no reference.
    """
    CREATE TABLE story_post (
        platform TEXT NOT NULL,
        address TEXT NOT NULL,
        story_id INTEGER NOT NULL,
        thread TEXT NOT NULL,
        digest_id TEXT NOT NULL,
        PRIMARY KEY (platform, address, story_id)
    ) STRICT, WITHOUT ROWID
    """,
    # revise: does the post's first message show this digest
    "CREATE INDEX story_post_of_thread ON story_post (thread)",
)

THREADS = (
    # The message that shows the story as it stands: in a forum the post's first one, which has the post's number.
    "ALTER TABLE story_post ADD COLUMN message TEXT NOT NULL DEFAULT ''",
    "UPDATE story_post SET message = thread",
)

ARCHIVE = (
    "ALTER TABLE guild ADD COLUMN is_archive_public INTEGER NOT NULL DEFAULT 0",
    # The part of a guild's private addresses that nobody guesses; 0 is the installation's own.
    """
    CREATE TABLE archive (
        guild_id INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE
    ) STRICT
    """,
    # When its text last changed after it was sent; grows with each change, so it tells versions apart.
    "ALTER TABLE digest ADD COLUMN revised INTEGER",
    # Which topics a digest tells of, found by their names as it is stored: names change, addresses of pages do not.
    """
    CREATE TABLE digest_topic (
        topic_id INTEGER NOT NULL REFERENCES topic (id) ON DELETE CASCADE,
        slot INTEGER NOT NULL,
        digest_id TEXT NOT NULL REFERENCES digest (id) ON DELETE CASCADE,
        PRIMARY KEY (topic_id, slot, digest_id)
    ) STRICT, WITHOUT ROWID
    """,
    # the cascade from a digest
    "CREATE INDEX digest_topic_of_digest ON digest_topic (digest_id)",
    """
    CREATE TRIGGER digest_added AFTER INSERT ON digest
    BEGIN
        INSERT OR IGNORE INTO digest_topic (topic_id, slot, digest_id)
        SELECT topic.id, NEW.slot, NEW.id
        FROM json_each(NEW.json, '$.sections') AS section
        JOIN topic ON topic.guild_id = NEW.guild_id
            AND topic.name = json_extract(section.value, '$.topic');
    END
    """,
    """
    INSERT OR IGNORE INTO digest_topic (topic_id, slot, digest_id)
    SELECT topic.id, digest.slot, digest.id
    FROM digest, json_each(digest.json, '$.sections') AS section
    JOIN topic ON topic.guild_id = digest.guild_id
        AND topic.name = json_extract(section.value, '$.topic')
    """,
)

MEMBERS = (
    # Of a personal edition: whom it is for. One a member and guild; personal_editions.
    "ALTER TABLE edition ADD COLUMN member_id INTEGER",
    "CREATE UNIQUE INDEX edition_of_member ON edition (member_id, guild_id) WHERE member_id IS NOT NULL",
    # Pings name the member, since no role could be given.
    "ALTER TABLE subscription ADD COLUMN listed INTEGER NOT NULL DEFAULT 0",
    # The role was made by us, and goes with its topic.
    "ALTER TABLE topic ADD COLUMN role_made INTEGER NOT NULL DEFAULT 0",
    # claim: where somebody's direct messages are; all_of, erase
    "CREATE INDEX outbox_direct ON outbox (address, id) WHERE platform = 'discord-dm'",
    # What several members complain about is one notice, and one message that is edited.
    "ALTER TABLE notice ADD COLUMN about TEXT",
    "ALTER TABLE notice ADD COLUMN message_id TEXT",
    "CREATE UNIQUE INDEX notice_about ON notice (guild_id, about) WHERE about IS NOT NULL",
    """
    CREATE TABLE complaint (
        notice_id INTEGER NOT NULL REFERENCES notice (id) ON DELETE CASCADE,
        member_id INTEGER NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (notice_id, member_id)
    ) STRICT, WITHOUT ROWID
    """,
    # all_of, erase
    "CREATE INDEX complaint_of_member ON complaint (member_id)",
)

SCALE = (
    # When to look at it again; 0 and less: at once. Each change of an edition gives another number below 0, so that who
    # looked at it before the change does not put that look off. NULL: never, it has no times.
    "ALTER TABLE edition ADD COLUMN next_look INTEGER DEFAULT 0",
    # due_editions
    "CREATE INDEX edition_due ON edition (next_look) WHERE paused = 0 AND next_look IS NOT NULL",
    # alerting
    "CREATE INDEX edition_alert ON edition (name, guild_id) WHERE alert IS NOT NULL AND paused = 0",
    # Its place in the line of what is due at one moment, NULL until it stands in it; how many members wait for it.
    "ALTER TABLE outbox ADD COLUMN turn INTEGER",
    "ALTER TABLE outbox ADD COLUMN readers INTEGER NOT NULL DEFAULT 0",
    "DROP INDEX outbox_due",
    # claim_operations, next_operation_due
    "CREATE INDEX outbox_due ON outbox (next_try, turn, readers DESC) WHERE state = 'pending'",
    # claim_operations: who has no place in the line yet
    "CREATE INDEX outbox_unlined ON outbox (next_try) WHERE state = 'pending' AND turn IS NULL",
    # When the bot was taken out of it.
    "ALTER TABLE guild ADD COLUMN left_at INTEGER",
    "CREATE INDEX guild_left ON guild (left_at) WHERE left_at IS NOT NULL",
    # change_edition: what it told goes along
    "CREATE INDEX ledger_of_edition ON ledger (edition_id)",
    # Stories that lost an entry since stories were last forgotten: only they can have become empty.
    """
    CREATE TABLE thinned (
        story_id INTEGER PRIMARY KEY
    ) STRICT
    """,
    """
    CREATE TRIGGER entry_left_story AFTER DELETE ON entry WHEN OLD.story_id IS NOT NULL
    BEGIN
        INSERT INTO thinned (story_id) VALUES (OLD.story_id) ON CONFLICT DO NOTHING;
    END
    """,
    """
    CREATE TRIGGER entry_moved AFTER UPDATE OF story_id ON entry
    WHEN OLD.story_id IS NOT NULL AND OLD.story_id IS NOT NEW.story_id
    BEGIN
        INSERT INTO thinned (story_id) VALUES (OLD.story_id) ON CONFLICT DO NOTHING;
    END
    """,
)

MODEL = (
    # JSON: what a language model said that passed the gates, under the hash of its question. Shared by guilds: who has
    # not the same evidence has another key.
    """
    CREATE TABLE phrasing (
        key TEXT PRIMARY KEY,
        json TEXT NOT NULL,
        kept INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    # prune_phrasings
    "CREATE INDEX phrasing_kept ON phrasing (kept)",
    # Tokens a language model read and wrote on a UTC day, for a guild's digests.
    """
    CREATE TABLE spending (
        day INTEGER NOT NULL,
        guild_id INTEGER NOT NULL,
        read INTEGER NOT NULL,
        written INTEGER NOT NULL,
        PRIMARY KEY (day, guild_id)
    ) STRICT, WITHOUT ROWID
    """,
)
