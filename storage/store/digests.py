"""Digests as they are stored, and what each audience was told. How they go out is `outbox`'s matter."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database as Sql

from digests.core.digest import Digest, Operation, OperationId, Receipt
from digests.core.editions import Destination, Edition, EditionId, Told
from digests.core.models import EntryId, StoryId
from storage import rows
from storage.database import Database
from storage.store import claiming, corrections, discussing, following, outbox
from storage.store.editions import pass_slot
from storage.store.families import FAMILIES


@dataclass(frozen=True, slots=True)
class SqliteDigests:
    """`DigestStore` on SQLite; the contract stands in `digests.ports`."""

    database: Database

    async def told(
        self, audience: Destination, stories: Iterable[StoryId], *, for_edition: EditionId | None
    ) -> Mapping[StoryId, Told]:
        """Give what the audience knows of each story asked for, whatever edition told it, under whatever alias."""
        asked = {"stories": rows.numbers(stories)}
        return await self.database.read(lambda sql: _told(sql, audience, for_edition, TOLD, asked))

    async def told_since(
        self, audience: Destination, since: datetime, *, for_edition: EditionId | None
    ) -> Mapping[StoryId, Told]:
        """Give what the audience was told lately, each story under its home."""
        wanted = {"since": rows.seconds(since)}
        return await self.database.read(lambda sql: _told(sql, audience, for_edition, TOLD_SINCE, wanted))

    async def save_digest(
        self, digest: Digest, edition: Edition, *, due: datetime, parts: Sequence[int] = (), replace: bool = False
    ) -> bool:
        """Store a digest with its delivery and its ledger rows; False also where the edition was removed."""
        counts = tuple(parts) or (len(digest.cards),)
        return await self.database.write(lambda sql: _save(sql, digest, edition, due, counts, replace=replace))

    async def rephrase_digest(self, digest: Digest, edition: Edition, *, due: datetime, parts: Sequence[int]) -> bool:
        """Renew an unsent digest in other words; False where another was composed meanwhile."""
        return await self.database.write(lambda sql: _rephrase(sql, digest, edition, due, parts))

    async def digest(self, digest_id: str) -> Digest | None:
        """Give a stored digest."""
        return await self.database.read(lambda sql: _digest(sql, digest_id))

    async def revise_digest(self, digest: Digest, *, now: datetime, retold: Collection[int] = ()) -> int:
        """Store a changed digest and enqueue its edits, and what is said of cards retold, in one transaction."""
        return await self.database.write(lambda sql: following.revise(sql, digest, now, retold))

    async def discuss(self, digest_id: str, number: int, *, now: datetime) -> str | None:
        """Give the thread of a card's story, or have one opened."""
        return await self.database.write(lambda sql: discussing.discuss(sql, digest_id, number, now))

    async def sent_digests(self, guild_id: int, *, since: datetime) -> Sequence[Digest]:
        """Give what a guild was sent, newest first."""
        wanted = {"guild_id": guild_id, "since": rows.seconds(since)}
        return await self.database.read(lambda sql: tuple(rows.digest(row["json"]) for row in sql.query(SENT, wanted)))

    async def citing(self, entry_id: EntryId, *, since: datetime) -> Sequence[Digest]:
        """Give the digests sent since then that told the entry's story."""
        return await self.database.read(lambda sql: corrections.citing(sql, entry_id, since))

    async def last_sent(self, edition_id: EditionId) -> datetime | None:
        """Give when something of this edition was last sent."""
        return await self.database.read(lambda sql: outbox.last_sent(sql, edition_id))

    async def count_since(self, edition_id: EditionId, since: datetime) -> int:
        """Count an edition's digests since then."""
        wanted = {"edition_id": edition_id, "since": rows.seconds(since)}
        return await self.database.read(lambda sql: int(sql.execute(COUNT_SINCE, wanted).fetchone()[0]))

    async def unsent_slots(
        self, editions: Iterable[EditionId] | None = None
    ) -> Mapping[EditionId, frozenset[datetime]]:
        """Give the slots of digests never begun, by edition."""
        return await self.database.read(lambda sql: outbox.unsent_slots(sql, editions))

    async def claim_operations(self, *, now: datetime, owner: str, limit: int, lease: timedelta) -> Sequence[Operation]:
        """Lease due operations, longest due first; at one moment the most read, guild by guild."""
        return await self.database.write(lambda sql: claiming.claim(sql, now, owner, limit, lease))

    async def operation_done(self, operation_id: OperationId, receipt: Receipt, *, now: datetime) -> None:
        """Record a delivery."""
        await self.database.write(lambda sql: outbox.done(sql, operation_id, receipt, now))

    async def operation_failed(
        self, operation_id: OperationId, *, reason: str, retry_at: datetime | None, uncertain: bool
    ) -> None:
        """Record a failure."""
        await self.database.write(lambda sql: outbox.failed(sql, operation_id, reason, retry_at, uncertain=uncertain))

    async def next_operation_due(self) -> datetime | None:
        """Give when the next operation can be claimed."""
        return await self.database.read(claiming.next_due)


TOLD = f"""
    WITH {FAMILIES}
    SELECT family.id AS asked, ledger.at, ledger.facts
    FROM family
    JOIN ledger ON ledger.story_id = family.member
        AND ledger.platform = :platform
        AND ledger.address = :address
    WHERE ledger.state IN ('reserved', 'told')
        AND ledger.digest_id NOT IN (SELECT value FROM json_each(:unsent))
"""  # noqa: S608  only the constant above is put in

TOLD_SINCE = """
    SELECT COALESCE(story.merged_into, ledger.story_id) AS asked, ledger.at, ledger.facts
    FROM ledger
    LEFT JOIN story ON story.id = ledger.story_id
    WHERE ledger.platform = :platform
        AND ledger.address = :address
        AND ledger.at >= :since
        AND ledger.state IN ('reserved', 'told')
        AND ledger.digest_id NOT IN (SELECT value FROM json_each(:unsent))
"""

SENT = """
    SELECT json
    FROM digest
    WHERE guild_id = :guild_id
        AND slot >= :since
        AND state IN ('sending', 'sent')
    ORDER BY slot DESC
"""

COUNT_SINCE = """
    SELECT COUNT(*)
    FROM digest
    WHERE edition_id = :edition_id
        AND slot > :since
        AND state IN ('pending', 'sending', 'sent')
"""

HELD = """
    SELECT id
    FROM digest
    WHERE edition_id = :edition_id
        AND slot = :slot
"""

ADD = """
    INSERT INTO digest (id, guild_id, edition_id, slot, state, through, json)
    VALUES (:digest_id, :guild_id, :edition_id, :slot, 'pending', :through, :json)
"""

RESERVE = """
    INSERT INTO ledger (guild_id, platform, address, story_id, digest_id, edition_id, part, state, at, facts)
    VALUES (:guild_id, :platform, :address, :story_id, :digest_id, :edition_id, :part, 'reserved', :at, :facts)
"""


def _told(
    sql: Sql, audience: Destination, for_edition: EditionId | None, query: str, asked: Mapping[str, object]
) -> dict[StoryId, Told]:
    told: dict[StoryId, Told] = {}
    unsent = [] if for_edition is None else list(outbox.unsent(sql, for_edition))
    whom = {"platform": audience.platform, "address": audience.address}
    for row in sql.query(query, {**asked, "unsent": json.dumps(unsent), **whom}):
        story_id = StoryId(row["asked"])
        at, facts = rows.moment(row["at"]), frozenset(json.loads(row["facts"]))
        if before := told.get(story_id):
            at, facts = max(at, before.at), facts | before.facts
        told[story_id] = Told(story_id=story_id, at=at, facts=facts)
    return told


def _save(sql: Sql, digest: Digest, edition: Edition, due: datetime, parts: Sequence[int], *, replace: bool) -> bool:
    slot = {"edition_id": edition.id, "slot": rows.seconds(digest.slot)}
    unsent = outbox.unsent(sql, edition.id)
    held = [row["id"] for row in sql.query(HELD, slot)]
    if held and not (replace and held[0] in unsent):
        return False
    if not pass_slot(sql, edition.id, digest.slot):
        return False
    for digest_id in held:
        outbox.forget(sql, digest_id)
    for digest_id, earlier in unsent.items():
        if earlier < digest.slot and digest_id not in held:
            outbox.supersede(sql, digest_id)
    whose = {"digest_id": digest.id, "guild_id": edition.guild_id, **slot}
    sql.execute(ADD, {**whose, "through": digest.through, "json": rows.digest_json(digest)})
    outbox.enqueue(sql, digest, edition, due, parts)
    sql.conn.executemany(RESERVE, _ledger_rows(digest, edition, parts))
    return True


def _rephrase(sql: Sql, digest: Digest, edition: Edition, due: datetime, parts: Sequence[int]) -> bool:
    held = _digest(sql, digest.id)
    if held is None or held.window_end != digest.window_end:
        return False
    return _save(sql, digest, edition, due, parts, replace=True)


def _ledger_rows(digest: Digest, edition: Edition, parts: Sequence[int]) -> list[dict[str, object]]:
    part_of = [part for part, count in enumerate(parts, start=1) for _ in range(count)]
    return [
        {
            "guild_id": edition.guild_id,
            "platform": edition.destination.platform,
            "address": edition.destination.address,
            "story_id": card.story_id,
            "digest_id": digest.id,
            "edition_id": edition.id,
            "part": part,
            "at": rows.seconds(digest.window_end),
            "facts": json.dumps(card.facts, ensure_ascii=False),
        }
        for card, part in zip(digest.cards, part_of, strict=True)
    ]


def _digest(sql: Sql, digest_id: str) -> Digest | None:
    found = sql.query("SELECT json FROM digest WHERE id = :digest_id", {"digest_id": digest_id})
    return next((rows.digest(row["json"]) for row in found), None)
