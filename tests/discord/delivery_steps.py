"""The steps of a delivery to Discord, each walked alone: what is ordered, and which request carries it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from bot.playground.standin.components import walk
from bot.playground.standin.faults import Fault
from bot.playground.standin.objects import Channel, ChannelType
from bot.playground.standin.server import StandIn
from bot.playground.standin.world import Guild, World
from bot.publishers.discord import DiscordPublisher
from bot.traffic import Traffic
from digests.core.digest import Digest
from digests.core.editions import Destination, Edition, Layout
from digests.pipeline.deliver import Deliverer
from storage import Store, open_store
from tests.builders import NOW, card, digest, edition
from tests.discord.conftest import Clock
from tests.discord.outgoing import logged_in
from tests.verbs import deliverer_over

LATER = timedelta(minutes=11)
"""Longer than the longest wait between tries."""

ROUNDS = 6


@dataclass(frozen=True, slots=True)
class Step:
    """What one step needs: where it goes, how it is laid out, its request, and whether a change comes before it."""

    layout: Layout
    method: str
    path: str
    channel: ChannelType = ChannelType.TEXT
    crosspost: bool = False
    edited: bool = False


STEPS = {
    "send": Step(Layout.OVERVIEW, "POST", r"/messages$"),
    "edit": Step(Layout.OVERVIEW, "PATCH", r"/messages/\d+$", edited=True),
    "crosspost": Step(Layout.OVERVIEW, "POST", r"/crosspost$", ChannelType.ANNOUNCEMENT, crosspost=True),
    "open-thread": Step(Layout.THREAD, "POST", r"/messages/\d+/threads$"),
    "card": Step(Layout.THREAD, "POST", r"/messages$"),
    "edit-card": Step(Layout.THREAD, "PATCH", r"/messages/\d+$", edited=True),
    "forum-post": Step(Layout.FORUM, "POST", r"/channels/\d+/threads$", ChannelType.FORUM),
}


@dataclass
class Walk:
    """A store with one digest on its way to one channel of a stand-in."""

    step: Step
    store: Store
    clock: Clock
    world: World
    standin: StandIn
    guild: Guild
    channel: Channel
    order: Edition
    told: Digest
    deliverer: Deliverer

    async def go(self, fault: Fault | None) -> None:
        """Send everything, with a fault at the step; then as often again as tries may need."""
        is_late = self.step is STEPS["card"] or self.step.edited
        if is_late:
            await self._until_step()
        if fault:
            self.standin.faults.add(fault, method=self.step.method, path=self.step.path)
        if self.step.edited:
            changed = self.told.with_cards(lambda one: replace(one, title=f"Withdrawn: {one.title}"))
            await self.store.digests.revise_digest(changed, now=self.clock.at)
        for _ in range(ROUNDS):
            await self.deliverer.deliver(self.clock.at)
            self.clock.at += LATER

    async def _until_step(self) -> None:
        """Send what comes before the step."""
        if self.step.edited:
            await self.deliverer.deliver(self.clock.at)
            return
        for _ in range(2):  # the overview, and its thread
            (operation,) = await self.store.digests.claim_operations(
                now=self.clock.at, owner="test", limit=1, lease=LATER
            )
            receipt = await self.deliverer.publishers["discord"].publish(operation, self.told)
            await self.store.digests.operation_done(operation.id, receipt, now=self.clock.at)

    def places(self) -> list[Channel]:
        """Give the channel and its threads, as far as they are there."""
        return [one for one in self.world.channels.values() if self.channel.id in {one.id, one.parent_id}]

    def texts(self) -> list[str]:
        """Give what stands there."""
        return [one.text for place in self.places() for one in place.messages if not one.deleted]

    def most_alike(self) -> int:
        """Give how often the part stands that stands most often, 0 where none does."""
        marks: Counter[str] = Counter()
        for place in self.places():
            for message in place.messages:
                ids = {one["custom_id"] for one in walk(message.payload["components"]) if "custom_id" in one}
                marks.update(ids)
        return max(marks.values(), default=0)

    async def is_empty(self) -> bool:
        """Tell whether nothing is left to be sent."""
        return await self.store.digests.next_operation_due() is None

    async def notice_codes(self) -> list[str]:
        """Give the notices to moderators."""
        rows = await self.store.database.read(lambda sql: list(sql.query("SELECT code FROM notice")))
        return [row["code"] for row in rows]

    async def pause_reason(self) -> str:
        """Give why the edition is paused, "" where it is not."""
        found = await self.store.editions.edition(self.order.id)
        assert found
        return found.pause_reason


@asynccontextmanager
async def walking(folder: Path, step: Step, traffic: Callable[[], Traffic] = Traffic) -> AsyncIterator[Walk]:
    """Give a walk to a step."""
    clock = Clock(NOW)
    world = World(clock)
    guild = world.add_guild("Aldmouth", owner=world.add_user("Olin"))
    channel = world.add_channel(guild, "news", type=step.channel)
    place = Destination(platform="discord", address=str(channel.id))
    async with (
        open_store(folder / "store.db") as store,
        StandIn(world) as standin,
        logged_in(standin, traffic()) as client,
    ):
        order = await store.editions.put_edition(edition(guild_id=guild.id, destination=place, layout=step.layout))
        told = digest(card(1), card(2), layout=step.layout, crosspost=step.crosspost)
        parts = (1, 1) if step.layout is Layout.FORUM else (2,)
        await store.digests.save_digest(told, order, due=NOW, parts=parts)
        deliverer = deliverer_over(store, {"discord": DiscordPublisher(client)})
        yield Walk(step, store, clock, world, standin, guild, channel, order, told, deliverer)
        assert standin.errors == []
