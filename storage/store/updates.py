"""What polls found, stored: entries, seen-keys, the feed's row, its host. The hot path, so raw `executemany`.

Decides nothing about news: `core.updates` did. But never twice under a key: what came in since that decision counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlite_utils import Database as Sql

from digests.core.models import EntryId, FeedId, FeedUpdate, NewEntry
from storage import rows
from storage.store.corrections import note_corrections
from storage.store.held import tell_of_held
from storage.store.moves import settle_moves

HELD = """
    SELECT key
    FROM seen
    WHERE feed_id = :feed_id
        AND key IN (SELECT value FROM json_each(:keys))
"""

POLLED = """
    SELECT id, last_success
    FROM feed
    WHERE id IN (SELECT value FROM json_each(:ids))
"""

LAST_ENTRY = """
    SELECT seq
    FROM sqlite_sequence
    WHERE name = 'entry'
"""

ADD_ENTRY = """
    INSERT INTO entry (
        id, feed_id, guid, link, title, author, outlet, language, image_url, image_alt,
        published, updated, first_seen, html, held
    )
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""

SEE = """
    INSERT INTO seen (feed_id, key, first_seen, last_seen)
    VALUES (?1, ?2, ?3, ?3)
    ON CONFLICT DO UPDATE
    SET last_seen = MAX(last_seen, excluded.last_seen)
"""

# A redirect counts while documents keep coming from the same new address; a 304 or a failure says nothing about it.
SUCCEEDED = """
    UPDATE feed
    SET title = COALESCE(:title, title),
        link = COALESCE(:link, link),
        language = COALESCE(:language, language),
        identity = COALESCE(:identity, identity),
        etag = :etag,
        last_modified = :last_modified,
        body_hash = :body_hash,
        gone = :gone,
        gap_s = COALESCE(:gap_s, gap_s),
        rest = COALESCE(:rest, rest),
        hub = CASE WHEN :is_document THEN :hub ELSE hub END,
        topic_url = CASE WHEN :is_document THEN :topic_url ELSE topic_url END,
        push_told = COALESCE(:push_told, push_told),
        push_missed = CASE WHEN :push_told IS NULL THEN push_missed ELSE :push_missed END,
        next_poll = :next_poll,
        last_polled = :at,
        last_success = :at,
        last_body = CASE WHEN :has_body THEN :at ELSE last_body END,
        last_document = CASE WHEN :is_document THEN :at ELSE last_document END,
        error_count = 0,
        failing_since = NULL,
        last_failure = NULL,
        last_detail = '',
        moved_count = CASE
            WHEN :moved_to IS NOT NULL THEN IIF(moved_to = :moved_to, moved_count, 0) + 1
            WHEN :is_document THEN 0
            ELSE moved_count
        END,
        moved_to = CASE WHEN :is_document THEN :moved_to ELSE COALESCE(:moved_to, moved_to) END,
        lease_owner = NULL,
        lease_until = 0
    WHERE id = :feed_id
"""

FAILED = """
    UPDATE feed
    SET gone = MAX(gone, :gone),
        next_poll = :next_poll,
        last_polled = :at,
        error_count = error_count + 1,
        failing_since = COALESCE(failing_since, :at),
        last_failure = :failure,
        last_detail = :detail,
        lease_owner = NULL,
        lease_until = 0
    WHERE id = :feed_id
"""

COOL_HOST = """
    UPDATE host
    SET next_free_at = MAX(next_free_at, :free_at)
    WHERE name = (SELECT host FROM feed WHERE id = :feed_id)
"""

# The newest entry that does not count as new; with no more entries than the backfill, all of them do.
SET_START = """
    UPDATE topic_feed
    SET after_entry = COALESCE(
        (
            SELECT id
            FROM (
                SELECT id, ROW_NUMBER() OVER (ORDER BY first_seen DESC, id DESC) AS place
                FROM entry
                WHERE feed_id = :feed_id
            )
            WHERE place = topic_feed.backfill + 1
        ),
        0
    )
    WHERE feed_id = :feed_id
        AND after_entry IS NULL
"""


def apply_updates(sql: Sql, updates: Sequence[FeedUpdate]) -> tuple[EntryId, ...]:
    """Store updates in their order; one of a feed that is gone from the store is dropped. Give the new entries."""
    polled = dict(sql.conn.execute(POLLED, {"ids": rows.numbers(update.feed_id for update in updates)}))
    standing = [update for update in updates if update.feed_id in polled]
    succeeded = [update for update in standing if update.failure is None]
    added = _add_entries(sql, succeeded)
    sql.conn.executemany(SEE, _seen_rows(succeeded))
    for update in standing:  # one by one: a feed may have failed and recovered in one batch
        sql.conn.execute(SUCCEEDED if update.failure is None else FAILED, _feed_row(update))
    sql.conn.executemany(COOL_HOST, _cooling_rows(standing))
    first = {update.feed_id for update in succeeded if polled[update.feed_id] is None}
    sql.conn.executemany(SET_START, [{"feed_id": feed_id} for feed_id in first])
    tell_of_held(sql, [update for update in succeeded if any(entry.is_held for entry in update.entries)])
    note_corrections(sql, succeeded)
    settle_moves(sql, [update.feed_id for update in succeeded if update.moved_to])
    return added


def held_keys(sql: Sql, feed_id: FeedId, keys: Iterable[int]) -> set[int]:
    """Give those of the keys that the feed's seen-index holds."""
    return {key for (key,) in sql.conn.execute(HELD, {"feed_id": feed_id, "keys": rows.numbers(keys)})}


def set_start(sql: Sql, feed_id: FeedId) -> None:
    """Fix from which entry on a feed's entries are new for topics attached to it just now."""
    sql.conn.execute(SET_START, {"feed_id": feed_id})


def _add_entries(sql: Sql, updates: Sequence[FeedUpdate]) -> tuple[EntryId, ...]:
    """Number entries ourselves: one writer under the write lock, and SQLite keeps its sequence at the highest."""
    last = sql.conn.execute(LAST_ENTRY).fetchone()
    number = last[0] if last else 0
    taken: defaultdict[FeedId, set[int]] = defaultdict(set)
    added: list[tuple[Any, ...]] = []
    for update in updates:
        held = taken[update.feed_id]
        held |= held_keys(sql, update.feed_id, (key for entry in update.entries for key in entry.keys))
        for entry in _oldest_first(update.entries):
            if held.isdisjoint(entry.keys):
                number += 1
                added.append(_entry_row(entry, update, number))
            held.update(entry.keys)
    sql.conn.executemany(ADD_ENTRY, added)
    return tuple(EntryId(row[0]) for row in added)


def _oldest_first(entries: Sequence[NewEntry]) -> list[NewEntry]:
    """Documents stand newest first as a rule, which settles equal dates."""
    newest_first = sorted(entries, key=lambda entry: entry.published, reverse=True)
    return newest_first[::-1]


def _entry_row(entry: NewEntry, update: FeedUpdate, number: int) -> tuple[Any, ...]:
    """Give the values of ADD_ENTRY, by place: by name they took a tenth of the transaction longer (measured)."""
    data = entry.data
    return (
        number,
        update.feed_id,
        rows.whole(data.guid),
        rows.whole(data.link),
        rows.whole(data.title),
        rows.whole(data.author),
        rows.whole(data.outlet),
        data.language and rows.whole(data.language),
        rows.whole(data.image_url),
        rows.whole(data.image_alt),
        rows.seconds(entry.published),
        rows.optional_seconds(data.updated),
        rows.seconds(update.at),
        rows.whole(data.html),
        int(entry.is_held),
    )


def _seen_rows(updates: Sequence[FeedUpdate]) -> Iterable[tuple[int, ...]]:
    """Yield the values of SEE: feed, key, time."""
    for update in updates:
        at = rows.seconds(update.at)
        keys = {*update.keys, *(key for entry in update.entries for key in entry.keys)}
        # In the order of the primary key: neighbours share a page.
        yield from ((update.feed_id, key, at) for key in sorted(keys))


def _feed_row(update: FeedUpdate) -> dict[str, Any]:
    return {
        "feed_id": update.feed_id,
        "at": rows.seconds(update.at),
        "next_poll": rows.seconds(update.next_poll),
        "gap_s": update.gap_s,
        "rest": update.rest and rows.rest_json(update.rest),
        "hub": update.offer and rows.whole(update.offer.hub),
        "topic_url": update.offer and rows.whole(update.offer.topic_url),
        "push_told": update.pushes and update.pushes.told,
        "push_missed": update.pushes and rows.optional_seconds(update.pushes.missed),
        "title": update.title and rows.whole(update.title),
        "link": update.link and rows.whole(update.link),
        "language": update.language and rows.whole(update.language),
        "identity": update.identity,
        "etag": update.validators.etag,
        "last_modified": update.validators.last_modified,
        "body_hash": update.validators.body_hash,
        "has_body": update.has_body,
        "is_document": bool(update.keys or update.entries),
        "failure": update.failure,
        "detail": rows.whole(update.detail),
        "gone": update.gone,
        "moved_to": update.moved_to,
    }


def _cooling_rows(updates: Sequence[FeedUpdate]) -> list[dict[str, Any]]:
    return [
        {"feed_id": update.feed_id, "free_at": rows.seconds(update.host_free_at)}
        for update in updates
        if update.host_free_at is not None
    ]
