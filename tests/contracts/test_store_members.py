"""The contract of `MemberStore`."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from digests.core.members import Deliver, GuildSettings, Images, Notice, Subscription
from storage import Store
from tests.builders import GUILD, NOW, OTHER_GUILD, topic

MEMBER = 4_400_000_000_000_000_001


async def a_subscription(store: Store) -> Subscription:
    interest = await store.topics.put_topic(topic())
    return Subscription(guild_id=GUILD, topic_id=interest.id, member_id=MEMBER, created=NOW)


async def test_a_second_subscription_is_none_unless_it_changes_how_it_reaches_the_member(store: Store) -> None:
    tie = await a_subscription(store)
    assert await store.members.put_subscription(tie)
    assert not await store.members.put_subscription(tie)
    assert await store.members.put_subscription(replace(tie, deliver=Deliver.DM))
    assert await store.members.subscriptions_of(GUILD, MEMBER) == (replace(tie, deliver=Deliver.DM),)


async def test_a_subscription_ends_once(store: Store) -> None:
    tie = await a_subscription(store)
    await store.members.put_subscription(tie)
    assert await store.members.remove_subscription(tie.topic_id, MEMBER)
    assert not await store.members.remove_subscription(tie.topic_id, MEMBER)
    assert await store.members.subscriptions_of(GUILD, MEMBER) == ()


async def test_subscriptions_are_of_one_guild_and_go_with_their_topic(store: Store) -> None:
    tie = await a_subscription(store)
    await store.members.put_subscription(tie)
    assert await store.members.subscriptions_of(OTHER_GUILD, MEMBER) == ()
    await store.topics.remove_topic(tie.topic_id)
    assert await store.members.subscriptions_of(GUILD, MEMBER) == ()


async def test_a_guild_that_set_nothing_has_the_defaults(store: Store) -> None:
    assert await store.members.settings(GUILD) == GuildSettings(guild_id=GUILD)
    chosen = GuildSettings(
        guild_id=GUILD,
        notices=7,
        language="de",
        timezone="Europe/Kyiv",
        quiet_from=time(22),
        quiet_to=time(7, 30),
        blocked=("a.example", "ö.example"),
        trusted=("b.example",),
        images=Images.NO_GRAPHIC,
    )
    await store.members.put_settings(replace(chosen, notices=6))
    await store.members.put_settings(chosen)
    assert await store.members.settings(GUILD) == chosen


async def test_a_notice_waits_for_a_channel_and_is_posted_once(store: Store) -> None:
    notice = Notice(guild_id=GUILD, code="notice-edition-paused", fields={"edition": "Früh"}, at=NOW)
    await store.members.put_notice(notice)
    assert await store.members.unsent_notices(9) == ()
    await store.members.put_settings(GuildSettings(guild_id=GUILD, notices=7))
    (waiting,) = await store.members.unsent_notices(9)
    assert waiting == replace(notice, id=waiting.id)
    await store.members.notice_sent(waiting.id)
    assert await store.members.unsent_notices(9) == ()
