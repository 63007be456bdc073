"""What people ask of editions: order one, list them, preview one, tell one now, retract what one told."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from digests.core.digest import Digest
from digests.core.editions import EVERY_DAY, CatchUp, Destination, Edition, EditionId, Layout, QuietDay, Style, Topic
from digests.core.errors import UseError
from digests.core.names import LONGEST_NAME, meant
from digests.core.slots import next_slot, zone
from digests.core.withdrawing import amend, changed_cards, withdraw
from digests.pipeline.prepare import Preparer
from digests.ports import DigestStore, EditionStore

RETRACTABLE = timedelta(days=30)
"""How far back a story is looked for: what is older nobody reads, and a day holds a handful of digests at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionDefaults:
    """What an edition is like where its order says nothing."""

    style: Style
    language: str
    max_stories: int
    catch_up: CatchUp


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionOrder:
    """What a moderator asks for. `at` are local times in `timezone`, `days` ISO weekdays; None means the default."""

    destination: Destination
    topics: tuple[Topic, ...]
    at: tuple[time, ...]
    timezone: str
    days: frozenset[int] = EVERY_DAY
    style: Style | None = None
    layout: Layout = Layout.OVERVIEW
    max_stories: int | None = None
    language: str | None = None
    crosspost: bool = False
    ping: bool = False
    quiet_day: QuietDay = QuietDay.SAY


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionChanges:
    """What a moderator wants to be otherwise; None leaves it as it is."""

    destination: Destination | None = None
    topics: tuple[Topic, ...] | None = None
    at: tuple[time, ...] | None = None
    timezone: str | None = None
    days: frozenset[int] | None = None
    style: Style | None = None
    max_stories: int | None = None
    language: str | None = None
    layout: Layout | None = None
    crosspost: bool | None = None
    ping: bool | None = None
    quiet_day: QuietDay | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """An edition as it stands: when its next slot is (None while paused, or for alerts), when it was last sent."""

    edition: Edition
    next_slot: datetime | None
    last_sent: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Editions:
    """The editions of guilds; `per_guild` limits them."""

    editions: EditionStore
    digests: DigestStore
    preparer: Preparer
    defaults: EditionDefaults
    per_guild: int

    async def schedule(self, guild_id: int, order: EditionOrder, *, now: datetime) -> Standing:
        """Store an order; its first digest comes at its next slot.

        Raises:
            UseError: no topic, an unknown zone, or the guild has as many editions as it may.
        """
        if not order.topics:
            raise UseError("edition-without-topic")
        await asyncio.to_thread(zone, order.timezone)
        held = await self.editions.editions(guild_id)
        if len(held) >= self.per_guild:
            raise UseError("editions-too-many", limit=self.per_guild)
        stored = await self.editions.put_edition(
            Edition(
                id=EditionId(0),
                guild_id=guild_id,
                name=_free_name(order.topics, order.at, [edition.name for edition in held]),
                topics=tuple(topic.id for topic in order.topics),
                destination=order.destination,
                at=order.at,
                timezone=order.timezone,
                days=order.days,
                style=order.style or self.defaults.style,
                language=order.language or self.defaults.language,
                max_stories=order.max_stories or self.defaults.max_stories,
                quiet_day=order.quiet_day,
                catch_up=self.defaults.catch_up,
                layout=order.layout,
                crosspost=order.crosspost,
                ping=order.ping,
                created=now,
            )
        )
        return await self._standing(stored, now)

    async def ensure(self, guild_id: int, order: EditionOrder, *, now: datetime) -> Standing:
        """Store an order, or make the one that stands for the same place, times and zone like it.

        Raises:
            UseError: as `schedule` and `change`.
        """
        for held in await self.editions.editions(guild_id):
            if (held.destination, held.at, held.timezone) == (order.destination, order.at, order.timezone):
                asked = {name: getattr(order, name) for name in EditionChanges.__slots__}
                return await self.change(held, EditionChanges(**asked), order.topics, now=now)
        return await self.schedule(guild_id, order, now=now)

    async def change(
        self, edition: Edition, changes: EditionChanges, topics: Sequence[Topic], *, now: datetime
    ) -> Standing:
        """Change an order; `topics` are those it has then. What it told its readers goes with it to another place.

        Raises:
            UseError: it is the file's or tells alerts, or the zone is unknown.
        """
        refuse_if_from_file(edition)
        if edition.alert:
            raise UseError("alert-has-no-times", name=edition.name)
        if changes.timezone:
            await asyncio.to_thread(zone, changes.timezone)
        at = changes.at or edition.at
        others = [other.name for other in await self.editions.editions(edition.guild_id) if other.id != edition.id]
        wanted = {
            name: value
            for name in EditionChanges.__slots__
            if name != "topics" and (value := getattr(changes, name)) is not None
        }
        changed = replace(
            edition, **wanted, topics=tuple(topic.id for topic in topics), name=_free_name(topics, at, others)
        )
        return await self._standing(await self.editions.change_edition(changed), now)

    async def order_alerts(self, topic: Topic, destination: Destination, most: int, *, now: datetime) -> Edition:
        """Have a topic's urgent stories told at once, `most` in 24 hours; one that stands is changed, and goes on.

        Raises:
            UseError: the guild has as many editions as it may.
        """
        held = await self.editions.editions(topic.guild_id)
        if standing := _alerts_of(topic, held):
            changed = replace(standing, destination=destination, alert=most, paused=False, pause_reason="")
            return await self.editions.change_edition(changed)
        if len(held) >= self.per_guild:
            raise UseError("editions-too-many", limit=self.per_guild)
        return await self.editions.put_edition(
            Edition(
                id=EditionId(0),
                guild_id=topic.guild_id,
                name=_free_name([topic], (), [edition.name for edition in held]),
                topics=(topic.id,),
                destination=destination,
                at=(),
                timezone="UTC",
                style=Style.BRIEF,
                language=topic.language or self.defaults.language,
                max_stories=1,
                quiet_day=QuietDay.SKIP,
                layout=Layout.ALERT,
                ping=True,
                alert=most,
                created=now,
            )
        )

    async def end_alerts(self, topic: Topic) -> bool:
        """End a topic's alerts; False where it has none."""
        standing = _alerts_of(topic, await self.editions.editions(topic.guild_id))
        if standing:
            await self.editions.remove_edition(standing.id)
        return standing is not None

    async def place_of(self, topic: Topic) -> Destination | None:
        """Give where a topic's digests go, the first of several; None where it has none."""
        held = await self.editions.editions(topic.guild_id)
        return next((edition.destination for edition in held if edition.at and topic.id in edition.topics), None)

    async def only_about(self, topic: Topic) -> Edition | None:
        """Give an edition that tells of nothing but a topic, or None."""
        held = await self.editions.editions(topic.guild_id)
        return next((edition for edition in held if edition.topics == (topic.id,)), None)

    async def remove(self, edition: Edition) -> None:
        """End an order; what it posted stays.

        Raises:
            UseError: it is the file's.
        """
        refuse_if_from_file(edition)
        await self.editions.remove_edition(edition.id)

    async def held(self, guild_id: int, *, now: datetime) -> Sequence[Standing]:
        """Give a guild's editions by name."""
        return [await self._standing(edition, now) for edition in await self.editions.editions(guild_id)]

    async def find(self, guild_id: int, name: str) -> Edition:
        """Give the edition meant by a typed name.

        Raises:
            UseError: there is none; the nearest name is suggested.
        """
        held = {edition.name: edition for edition in await self.editions.editions(guild_id)}
        return held[meant(name, held, code="unknown-edition" if held else "no-editions")]

    async def preview(self, edition: Edition, *, now: datetime) -> Digest:
        """Give the digest it would tell now; nothing is stored, nobody counts as told."""
        return await self.preparer.preview(edition, now=now)

    async def tell_now(self, edition: Edition, *, now: datetime) -> Digest:
        """Store a digest that goes out at once.

        Raises:
            UseError: it is paused, or there is nothing to tell.
        """
        if edition.paused:
            raise UseError("edition-paused", name=edition.name)
        digest = await self.preparer.tell(edition, now=now.replace(microsecond=0))
        if digest is None:
            raise UseError("nothing-to-tell", name=edition.name)
        return digest

    async def retract(self, guild_id: int, link: str, *, correction: str = "", now: datetime) -> int:
        """Mark a story as withdrawn, or as corrected, wherever this guild was told it; give in how many digests.

        The messages that told it are edited, and below the newest of each edition another says so.

        Raises:
            UseError: no digest of the last days cites this address, or every one that does is marked so already.
        """
        count, said_in = 0, set[str]()
        for digest in await self.digests.sent_digests(guild_id, since=now - RETRACTABLE):
            changed = amend(digest, link, correction) if correction else withdraw(digest, link)
            if changed is not None:
                retold = () if digest.edition in said_in else changed_cards(digest, changed)
                await self.digests.revise_digest(changed, now=now, retold=retold)
                said_in.add(digest.edition)
                count += 1
        if not count:
            raise UseError("nothing-to-retract", link=link)
        return count

    async def resume(self, edition: Edition) -> Edition:
        """Let a paused edition go on; a slot it missed is caught up as the edition asks."""
        return await self.editions.put_edition(replace(edition, paused=False, pause_reason=""))

    async def pause(self, edition: Edition) -> bool:
        """Stop an edition until it is resumed; False where it was stopped already."""
        return await self.editions.pause_edition(edition.id, reason="")

    async def _standing(self, edition: Edition, now: datetime) -> Standing:
        """Give how an edition stands; its zone is read from a file, so in a thread."""
        coming = None
        if edition.at and not edition.paused:
            coming = await asyncio.to_thread(next_slot, edition.at, edition.days, edition.timezone, now)
        return Standing(edition=edition, next_slot=coming, last_sent=await self.digests.last_sent(edition.id))


def refuse_if_from_file(edition: Edition) -> None:
    """Keep commands off what the config file owns.

    Raises:
        UseError: the file owns it.
    """
    if edition.from_file:
        raise UseError("owned-by-file", name=edition.name)


def _alerts_of(topic: Topic, held: Sequence[Edition]) -> Edition | None:
    return next((edition for edition in held if edition.alert and edition.topics == (topic.id,)), None)


def _free_name(told: Sequence[Topic], at: Sequence[time], taken: Sequence[str]) -> str:
    """Give a name of topics and times that is free: moderators name none, and lists need one; alerts have "!"."""
    times = " ".join(f"{each:%H:%M}" for each in at) or "!"
    topics = " + ".join(topic.name for topic in told)
    room = LONGEST_NAME - len(times) - len(" · #99")
    stem = f"{topics if len(topics) <= room else topics[: room - 1] + '…'} {times}"
    names = (stem, *(f"{stem} #{number}" for number in range(2, len(taken) + 2)))
    return next(name for name in names if name not in taken)
