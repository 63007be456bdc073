"""Each fault of Discord at each step of a delivery: survived, each part once, or failed and told where one can act."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.playground.standin.faults import (
    Drop,
    Fault,
    Meanwhile,
    broken,
    forbidden_by_cloudflare,
    rate_limited,
    slow_mode,
)
from bot.playground.standin.permissions import Permission
from bot.replies import preload
from bot.traffic import Traffic
from digests.pipeline import deliver
from tests.discord.delivery_steps import LATER, STEPS, Walk, walking

PASSING: dict[str, Fault] = {
    "dropped before": Drop.BEFORE,
    "dropped after": Drop.AFTER,
    "never answers": Drop.NEVER_ANSWER,
    "429 of the route": rate_limited(0.02),
    "429 of all": rate_limited(0.02, scope="global"),
    "429 of Cloudflare": rate_limited(30, via=False),
    "slow mode": slow_mode(0.02),
    "500": broken(500),
    "guild unavailable": broken(503),
    "403 of Cloudflare": forbidden_by_cloudflare(),
}


@pytest.fixture(autouse=True)
async def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give an attempt two seconds where the bot gives it a minute."""
    await asyncio.to_thread(preload)
    monkeypatch.setattr(deliver, "PUBLISH_S", 2.0)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("fault", PASSING)
async def test_a_fault_that_passes_leaves_each_part_once(tmp_path: Path, step: str, fault: str) -> None:
    async with walking(tmp_path, STEPS[step]) as walk:
        await walk.go(PASSING[fault])
        await stands_whole(walk)


@pytest.mark.parametrize("step", STEPS)
async def test_two_processes_by_mistake_leave_each_part_once(tmp_path: Path, step: str) -> None:
    """The second sends what the first has under way: its claim has ended, its request not."""
    async with walking(tmp_path, STEPS[step]) as walk:
        again = walk.deliverer.publishers["discord"]
        publish = again.publish

        async def twice(operation, digest):
            receipt, _ = await asyncio.gather(publish(operation, digest), publish(operation, digest))
            return receipt

        if STEPS[step].channel.name != "FORUM":  # which takes no nonce: leases alone keep two apart
            walk.deliverer.publishers["discord"].publish = twice  # type: ignore[method-assign]
        await walk.go(None)
        await stands_whole(walk)


@pytest.mark.parametrize("step", STEPS)
async def test_with_too_many_refusals_everything_waits_until_discord_has_forgotten_them(
    tmp_path: Path, step: str
) -> None:
    now = 0.0
    traffic = Traffic(refusals=1, clock=lambda: now)
    async with walking(tmp_path, STEPS[step], lambda: traffic) as walk:
        await walk.go(forbidden_by_cloudflare())
        asked = len(walk.standin.exchanges)
        now += 601
        for _ in range(3):
            await walk.deliverer.deliver(walk.clock.at)
            walk.clock.at += LATER
        assert len(walk.standin.exchanges) > asked
        await stands_whole(walk)


async def stands_whole(walk: Walk) -> None:
    """Make sure that all is there once and as it should be, and nobody was bothered."""
    assert await walk.is_empty()
    assert walk.most_alike() == 1
    texts = walk.texts()
    if walk.step.edited:
        assert all("Withdrawn" in text for text in texts)
    for number in (1, 2):
        assert any(f"Ferry number {number}" in text for text in texts)
    if walk.step.crosspost:
        assert walk.channel.messages[0].flags & 1
    assert await walk.pause_reason() == ""
    assert await walk.notice_codes() == []
    assert [one for one in walk.standin.exchanges if one.method == "DELETE"] == []


@dataclass(frozen=True, slots=True)
class Lasting:
    """What happens to the world before a step, and by step the reason why the edition is paused; "" where it is not."""

    happens: Callable[[Walk], None]
    paused: dict[str, str]


def delete_channel(walk: Walk) -> None:
    for place in walk.places():
        walk.world.delete_channel(place)


def delete_thread(walk: Walk) -> None:
    walk.world.delete_channel(walk.places()[-1])


def delete_messages(walk: Walk) -> None:
    for place in walk.places():
        for message in place.messages:
            walk.world.delete_message(message)


def archive(walk: Walk) -> None:
    walk.places()[-1].archived = True


def lock(walk: Walk) -> None:
    walk.places()[-1].archived = walk.places()[-1].locked = True


def forbid(walk: Walk) -> None:
    every = Permission.SEND_MESSAGES | Permission.CREATE_PUBLIC_THREADS | Permission.SEND_MESSAGES_IN_THREADS
    walk.world.deny(walk.channel, walk.world.bot, int(every))


def hide(walk: Walk) -> None:
    walk.world.deny(walk.channel, walk.world.bot, int(Permission.VIEW_CHANNEL))


def leave(walk: Walk) -> None:
    walk.world.remove_member(walk.guild, walk.world.bot)


GONE, HIDDEN, CLOSED, THREADS = (
    f"notice-{what}" for what in ("channel-gone", "channel-hidden", "channel-closed", "threads-closed")
)
LASTING = {
    "channel deleted": Lasting(
        delete_channel, dict.fromkeys(("send", "edit", "crosspost", "open-thread", "forum-post"), GONE)
    ),
    "thread deleted": Lasting(delete_thread, {"card": "", "edit-card": ""}),
    "message deleted": Lasting(delete_messages, dict.fromkeys(("edit", "crosspost", "open-thread", "edit-card"), "")),
    "thread archived": Lasting(archive, {"card": "", "edit-card": ""}),
    "thread locked": Lasting(lock, {"card": "", "edit-card": ""}),
    "permission lost": Lasting(
        forbid,
        {
            "send": CLOSED,
            "edit": "",
            "crosspost": CLOSED,
            "open-thread": THREADS,
            "card": THREADS,
            "forum-post": CLOSED,
        },
    ),
    "channel hidden": Lasting(hide, dict.fromkeys(STEPS, HIDDEN)),
    "guild left": Lasting(leave, dict.fromkeys(STEPS, HIDDEN)),
}


@pytest.mark.parametrize(
    ("fault", "step"), [(fault, step) for fault, lasting in LASTING.items() for step in lasting.paused]
)
async def test_what_does_not_pass_ends_honestly(tmp_path: Path, fault: str, step: str) -> None:
    lasting = LASTING[fault]
    async with walking(tmp_path, STEPS[step]) as walk:
        await walk.go(Meanwhile(lambda: lasting.happens(walk)))
        reason = lasting.paused[step]
        assert await walk.pause_reason() == reason
        assert await walk.notice_codes() == [reason] * bool(reason)
        assert await walk.is_empty() or reason
        assert walk.most_alike() <= 1
        assert [one for one in walk.standin.exchanges if one.method == "DELETE"] == []
        assert len(await walk.store.editions.editions()) == 1
        if fault == "thread archived":
            await stands_whole(walk)
