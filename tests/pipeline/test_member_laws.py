"""What holds for members whatever happens: muted is not shown, quiet hours ring nobody, alerts are few and told once.

Each law is tried on small worlds in which reports, ties and hours come in any order.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, time, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digests.core.members import Deliver, GuildSettings
from digests.core.quiet import is_quiet
from digests.core.ties import Preferences
from tests.pipeline.small_world import GUILDS, INBOX, MEMBER, OUTLETS, THINGS, World, channel, small_world

OTHER = MEMBER + 1
TICK = timedelta(hours=3)
"""Longer than any between two ticks: what is late is told late, and the laws hold all the same."""

SHORT_TICK = timedelta(minutes=30)
"""Of which many fit into the hours in which news is urgent."""

outlets = st.sampled_from(OUTLETS)
things = st.integers(0, len(THINGS) - 1)
numbers = st.integers(11, 14)
guilds = st.sampled_from(GUILDS)
clocks = st.integers(0, 47).map(lambda half: time(half // 2, 30 * (half % 2)))
zones = st.sampled_from(["UTC", "Europe/Kyiv", "America/New_York", "Pacific/Auckland"])

reports = st.tuples(st.just("found"), outlets, things, numbers)
passing = st.tuples(st.just("wait"), st.integers(1, 5))
urgent_news = st.tuples(st.just("urgent"), things, numbers)
little = st.tuples(st.just("pass"), st.integers(1, 4))
ties = st.one_of(
    st.tuples(st.just("mute"), guilds, things),
    st.tuples(st.just("mute_outlet"), guilds, outlets),
    st.tuples(st.just("follow"), guilds, things),
)
Step = tuple[object, ...]
small = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


async def carry_out(world: World, steps: list[Step], after: Callable[[World], Awaitable[None]] | None = None) -> None:
    for name, *values in steps:
        if name in {"wait", "pass"}:
            (ticks,) = values
            assert isinstance(ticks, int)
            for _ in range(abs(ticks)):
                tick = TICK if name == "wait" else SHORT_TICK
                world.now += tick if ticks > 0 else -tick
                await world.tick()
        else:
            await getattr(world, str(name))(*values)
        if after:
            await after(world)


def histories(*kinds: st.SearchStrategy[Step]) -> st.SearchStrategy[list[Step]]:
    return st.lists(st.one_of(reports, reports, passing, *kinds), min_size=4, max_size=14)


@small
@given(histories(ties), clocks)
def test_what_a_member_muted_is_never_shown_to_them(steps: list[Step], at: time) -> None:
    async def law() -> None:
        async with small_world() as world:
            for guild in GUILDS:
                await world.subscribe(guild, Preferences(member_id=MEMBER, dm_at=at))
            muted: set[tuple[int, object]] = set()
            for step in [*steps, ("wait", 8)]:
                already = len(world.sent)
                await carry_out(world, [step])
                for sent in world.told(INBOX):
                    if sent in world.sent[already:]:
                        guild = sent.digest.guild_id
                        assert not {(guild, card.story_id) for card in sent.cards} & muted
                        cited = {(guild, source.name) for card in sent.cards for source in card.sources}
                        assert not cited & muted
                if step[0] == "mute":
                    muted.add((int(str(step[1])), world.stories.get(int(str(step[2])))))
                if step[0] == "mute_outlet":
                    muted.add((int(str(step[1])), f"{step[2]}.example"))

    asyncio.run(law())


@small
@given(histories(), clocks)
def test_a_story_is_told_to_a_member_again_only_with_news_whichever_guild_tells(steps: list[Step], at: time) -> None:
    async def law() -> None:
        async with small_world() as world:
            for guild in GUILDS:
                await world.subscribe(guild, Preferences(member_id=MEMBER, dm_at=at))
            await carry_out(world, [*steps, ("wait", 8)])
            known: dict[int, set[str]] = {}
            for sent in world.told(INBOX):
                for card in sent.cards:
                    assert all(own_feed(sent.digest.guild_id, source.name) for source in card.sources)
                    if card.story_id in known:
                        assert "new" not in card.status
                        assert set(card.facts) - known[card.story_id]
                    known.setdefault(card.story_id, set()).update(card.facts)

    asyncio.run(law())


def own_feed(guild: int, name: str) -> bool:
    """Tell whether a guild's topic reads an outlet."""
    return name.removesuffix(".example") in OUTLETS[guild - 1 : guild + 2]


@small
@given(histories(urgent_news, little), clocks, clocks, clocks, zones, zones)
def test_nobody_is_rung_in_quiet_hours_by_role_by_name_or_directly(
    steps: list[Step], at: time, start: time, end: time, ours: str, theirs: str
) -> None:
    chosen = Preferences(member_id=MEMBER, dm_at=at, timezone=ours, quiet_from=start, quiet_to=end)
    guild_wide = GuildSettings(guild_id=1, timezone=theirs, quiet_from=end, quiet_to=at)

    async def law() -> None:
        async with small_world() as world:
            await world.store.members.put_settings(guild_wide)
            await world.store.personal.put_preferences(chosen, [], now=world.now)
            await world.subscribe(1, Preferences(member_id=OTHER), Deliver.PING)
            await world.subscribe(1, chosen, Deliver.PING)
            await world.subscribe(2, chosen)
            await world.order(1)
            await world.order_alerts(1, 3)
            day: list[Step] = [step for thing in range(len(THINGS)) for step in (("urgent", thing, 11), ("pass", 12))]
            await carry_out(world, [*day, *steps, ("wait", 8)])
            for sent in world.told(INBOX):
                assert sent.digest.is_hushed is is_quiet(sent.at, start, end, ours)
            for sent in world.told(channel(1)):
                if is_quiet(sent.at, end, at, theirs):
                    assert (sent.digest.pings, sent.digest.named) == ((), ())
                    assert sent.digest.is_hushed
                    assert sent.digest.layout != "alert"
                elif is_quiet(sent.at, start, end, ours):
                    assert sent.digest.named == (OTHER,)
                else:
                    assert set(sent.digest.named) == {OTHER, MEMBER}

    asyncio.run(law())


jumps = st.tuples(st.just("wait"), st.integers(-9, -1))


@small
@given(histories(jumps, urgent_news, little), st.integers(1, 3), st.integers(1, 4), st.booleans())
def test_alerts_are_so_many_a_day_one_a_story_and_no_news_of_the_digest(
    steps: list[Step], most: int, begun: int, ordered: bool
) -> None:
    async def law() -> None:
        async with small_world() as world:
            await world.order(1)
            if ordered:
                await world.order_alerts(1, most)
            # urgent stories first, and again with other numbers, so that there are alerts to count and to repeat
            burst: list[Step] = [
                *(("urgent", thing, 11) for thing in range(begun)),
                ("pass", 4),
                ("urgent", 0, 14),
                ("pass", 2),
            ]
            await carry_out(world, [*burst, *steps, ("wait", 8)])
            told = world.told(channel(1))
            alerts = [sent for sent in told if sent.digest.layout == "alert"]
            assert ordered or not alerts
            slots = [sent.digest.slot for sent in alerts]
            assert all(sum(slot - timedelta(days=1) < one <= slot for one in slots) <= most for slot in slots)
            alerted = [card.story_id for sent in alerts for card in sent.cards]
            assert len(alerted) == len(set(alerted))
            seen: set[int] = set()
            for sent in told:
                fresh = {card.story_id for card in sent.cards if "new" in card.status}
                assert not fresh & seen
                seen |= {card.story_id for card in sent.cards}

    asyncio.run(law())


def test_the_worlds_do_ring_alert_and_tell() -> None:
    """The laws above would hold of a world in which nothing happens."""

    async def told() -> World:
        async with small_world() as world:
            await world.order(1)
            await world.order_alerts(1, 2)
            await world.subscribe(1, Preferences(member_id=MEMBER, dm_at=time(8)))
            await world.subscribe(2, Preferences(member_id=MEMBER, dm_at=time(8)))
            burst: list[Step] = [("found", outlet, thing, 11) for thing in range(3) for outlet in OUTLETS]
            await carry_out(world, [*burst, ("wait", 8), ("found", "courier", 0, 13), ("wait", 8)])
            return world

    world = asyncio.run(told())
    assert sum(sent.digest.layout == "alert" for sent in world.told(channel(1))) == 2
    assert any("update" in card.status for sent in world.told(INBOX) for card in sent.cards)
    assert any(sent.digest.pings for sent in world.told(channel(1)))
    assert {sent.digest.guild_id for sent in world.told(INBOX)} <= {1, 2}
    assert world.now > datetime(2026, 3, 3, tzinfo=UTC)
