"""deliver(now): due operations → publisher → done, retry at, or failed. Never builds a digest."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from digests.core.delivery import next_try
from digests.core.digest import Digest, Operation, OperationKind
from digests.core.errors import DeliveryError
from digests.core.members import Notice
from digests.core.ringing import rung, rung_for_one, topics_of
from digests.ports import DigestStore, EditionStore, MemberStore, PersonalStore, Publisher

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=2)
"""Longer than PUBLISH_S, so that a live attempt is never claimed a second time."""

PUBLISH_S = 60.0
"""Deadline of one attempt; an attempt cut off has an unknown outcome and is tried again with the same nonce."""

BATCH = 50

CALL_S = 30.0
"""How long a call takes up more work: with `PUBLISH_S` it ends before the leases it took first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliverReport:
    """What one run did: of each operation carried out how long after it was due, and how many were not."""

    late: tuple[timedelta, ...] = ()
    failed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Deliverer:
    """The parts delivery needs; `publishers` by platform, `owner` names this process in leases."""

    store: DigestStore
    editions: EditionStore
    members: MemberStore
    personal: PersonalStore
    publishers: Mapping[str, Publisher]
    owner: str
    line: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def deliver(self, now: datetime) -> DeliverReport:
        """Carry out operations due.

        Where there are many, the rest waits for the next call: a lease counts from this one's `now`.
        """
        clock = asyncio.get_running_loop().time
        until = clock() + CALL_S
        late: list[timedelta] = []
        failed = 0
        while clock() < until and (claimed := await self._claim(now)):
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(self._carry_out(operation, digest, now)) for operation, digest in claimed]
            done = [operation for (operation, _), task in zip(claimed, tasks, strict=True) if task.result()]
            late += [max(now - operation.due, timedelta(0)) for operation in done]
            failed += len(claimed) - len(done)
        return DeliverReport(late=tuple(late), failed=failed)

    async def _claim(self, now: datetime) -> Sequence[tuple[Operation, Digest | BaseException | None]]:
        """Take the next of the line with their digests, one call after another: publishers are asked in that order."""
        async with self.line:
            taken = await self.store.claim_operations(now=now, owner=self.owner, limit=BATCH, lease=LEASE)
            read = await asyncio.gather(*(self._read(one, now) for one in taken), return_exceptions=True)
        return tuple(zip(taken, read, strict=True))

    async def _read(self, operation: Operation, now: datetime) -> Digest | None:
        digest = await self.store.digest(operation.digest_id)
        return digest and await self._rung(operation, digest, now)

    async def _carry_out(self, operation: Operation, digest: Digest | BaseException | None, now: datetime) -> bool:
        publisher = self.publishers.get(operation.destination.platform)
        if isinstance(digest, BaseException):
            log.error("delivery broke operation=%d, the others go on", operation.id, exc_info=digest)
            await self._fail(operation, DeliveryError(f"a fault of ours: {digest!r}"), now)
            return False
        if digest is None or publisher is None:
            await self._fail(operation, DeliveryError(f"no publisher for {operation.destination.platform}"), now)
            return False
        try:
            async with asyncio.timeout(PUBLISH_S):
                receipt = await publisher.publish(operation, digest)
        except TimeoutError:
            await self._fail(operation, DeliveryError(f"no answer within {PUBLISH_S:.0f} s", uncertain=True), now)
            return False
        except DeliveryError as error:
            await self._fail(operation, error, now)
            if error.has_left and digest.member_id is not None:
                await self.members.remove_member(digest.guild_id, digest.member_id)
                log.info("member left, direct digests end edition=%d", operation.edition_id)
            await self._pause(operation, digest, error, now)
            return False
        except Exception as error:
            log.exception("delivery broke operation=%d, the others go on", operation.id)
            await self._fail(operation, DeliveryError(f"a fault of ours: {error!r}", uncertain=True), now)
            return False
        await self.store.operation_done(operation.id, receipt, now=now)
        log.info("delivered digest=%s part=%d message=%s", digest.id, operation.part, receipt.message_id)
        return True

    async def _fail(self, operation: Operation, error: DeliveryError, now: datetime) -> None:
        retry_at = next_try(operation, error, now=now)
        await self.store.operation_failed(operation.id, reason=str(error), retry_at=retry_at, uncertain=error.uncertain)
        log.warning("delivery failed operation=%d retry=%s reason=%s", operation.id, retry_at, error)

    async def _rung(self, operation: Operation, digest: Digest, now: datetime) -> Digest:
        """Give a digest that is to be sent with whom it may ring now, whenever it was to come; an edit rings nobody."""
        if operation.kind not in {OperationKind.SEND, OperationKind.FORUM_POST}:
            return digest
        settings = await self.members.settings(digest.guild_id)
        if digest.member_id is not None:
            chosen = await self.personal.preferences(digest.member_id)
            return await asyncio.to_thread(rung_for_one, digest, chosen, settings, now=now)
        listed = await self.members.listed(digest.guild_id, topics_of(digest)) if digest.names else ()
        return await asyncio.to_thread(rung, digest, settings, listed, now=now)

    async def _pause(self, operation: Operation, digest: Digest, error: DeliveryError, now: datetime) -> None:
        """Stop an edition whose destination is closed to us; moderators are told once, a member when they next ask."""
        if not error.pauses or not await self.editions.pause_edition(operation.edition_id, reason=error.pauses):
            return
        if digest.member_id is not None:
            return
        if edition := await self.editions.edition(operation.edition_id):
            fields = {"edition": edition.name, "channel": edition.destination.address}
            await self.members.put_notice(Notice(guild_id=edition.guild_id, code=error.pauses, fields=fields, at=now))
