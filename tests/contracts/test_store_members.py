"""The contract of `MemberStore`."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from digests.core.editions import Destination, Edition
from digests.core.errors import UseError
from digests.core.members import DIRECT, Deliver, GuildSettings, Images, Notice, Subscription
from digests.core.ties import Preferences
from storage import Store
from tests.builders import GUILD, NOW, OTHER_GUILD, days, digest, edition, hours, minutes, topic

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


def personal_of(member_id: int, **changes: object) -> Edition:
    """Give the edition of a member at eight in UTC."""
    whose = Destination(platform=DIRECT, address=str(member_id))
    return replace(edition(f"@{member_id}", member_id=member_id, destination=whose, timezone="UTC"), **changes)  # type: ignore[arg-type]


async def test_a_personal_edition_stands_while_its_member_subscribes_by_direct_message(store: Store) -> None:
    first = replace(await a_subscription(store), deliver=Deliver.DM)
    other = await store.topics.put_topic(topic("Hills"))
    second = replace(first, topic_id=other.id, created=NOW + minutes(1))
    for tie in (first, second):
        await store.members.put_subscription(tie, personal=personal_of(MEMBER))
    (standing,) = await store.personal.editions_of(MEMBER)
    assert standing.topics == (first.topic_id, other.id)
    assert await store.editions.editions(GUILD) == ()
    assert await store.editions.editions() == (standing,)
    await store.topics.remove_topic(first.topic_id)
    assert [one.topics for one in await store.personal.editions_of(MEMBER)] == [(other.id,)]
    await store.members.put_subscription(replace(second, deliver=Deliver.PING))
    assert await store.personal.editions_of(MEMBER) == ()


async def test_what_was_prepared_and_not_begun_is_forgotten_when_topics_change(store: Store) -> None:
    tie = replace(await a_subscription(store), deliver=Deliver.DM)
    await store.members.put_subscription(tie, personal=personal_of(MEMBER))
    (standing,) = await store.personal.editions_of(MEMBER)
    await store.digests.save_digest(digest(slot=NOW + hours(1)), standing, due=NOW + hours(1))
    other = await store.topics.put_topic(topic("Hills"))
    await store.members.put_subscription(replace(tie, topic_id=other.id), personal=personal_of(MEMBER))
    assert await store.digests.unsent_slots([standing.id]) == {}
    (again,) = await store.personal.editions_of(MEMBER)
    assert again.last_slot is not None
    assert again.last_slot < NOW + hours(1)


async def test_a_stopped_personal_edition_goes_on_after_now(store: Store) -> None:
    tie = replace(await a_subscription(store), deliver=Deliver.DM)
    await store.members.put_subscription(tie, personal=personal_of(MEMBER))
    (standing,) = await store.personal.editions_of(MEMBER)
    await store.editions.pause_edition(standing.id, reason="direct-closed")
    later = replace(tie, created=NOW + days(3))
    assert not await store.members.put_subscription(later, personal=personal_of(MEMBER))
    (again,) = await store.personal.editions_of(MEMBER)
    assert (again.paused, again.pause_reason, again.last_slot) == (False, "", NOW + days(3))


async def test_who_leaves_a_guild_keeps_what_they_have_in_another(store: Store) -> None:
    here = replace(await a_subscription(store), deliver=Deliver.DM)
    elsewhere = await store.topics.put_topic(topic(guild_id=OTHER_GUILD))
    there = replace(here, guild_id=OTHER_GUILD, topic_id=elsewhere.id)
    await store.members.put_subscription(here, personal=personal_of(MEMBER))
    await store.members.put_subscription(there, personal=personal_of(MEMBER, guild_id=OTHER_GUILD))
    await store.members.remove_member(GUILD, MEMBER)
    assert [one.guild_id for one in await store.personal.editions_of(MEMBER)] == [OTHER_GUILD]
    assert await store.members.subscriptions_of(GUILD, MEMBER) == ()


async def test_nobody_is_tied_to_a_topic_that_is_gone(store: Store) -> None:
    tie = replace(await a_subscription(store), deliver=Deliver.DM)
    await store.topics.remove_topic(tie.topic_id)
    with pytest.raises(UseError, match="topic-gone"):
        await store.members.put_subscription(tie, personal=personal_of(MEMBER))
    assert await store.personal.editions_of(MEMBER) == ()


async def test_those_named_come_in_their_order_with_what_they_prefer(store: Store) -> None:
    tie = replace(await a_subscription(store), listed=True)
    chosen = Preferences(member_id=MEMBER + 1, timezone="Europe/Kyiv", quiet_from=time(22), quiet_to=time(7))
    await store.personal.put_preferences(chosen, [], now=NOW)
    await store.members.put_subscription(replace(tie, member_id=MEMBER + 1))
    await store.members.put_subscription(replace(tie, created=NOW + minutes(1)))
    await store.members.put_subscription(replace(tie, member_id=MEMBER + 2, listed=False))
    assert await store.members.listed(GUILD, ["Ferries", "Hills"]) == (chosen, Preferences(member_id=MEMBER))
    assert await store.members.listed(OTHER_GUILD, ["Ferries"]) == ()


async def test_a_complaint_is_counted_once_a_member_and_told_anew_when_more_join(store: Store) -> None:
    await store.members.put_settings(GuildSettings(guild_id=GUILD, notices=7))
    said = Notice(guild_id=GUILD, code="notice-report", fields={"what": "fact"}, at=NOW)
    assert await store.members.complain(said, "fact:1", MEMBER)
    assert not await store.members.complain(said, "fact:1", MEMBER)
    (first,) = await store.members.unsent_notices(9)
    assert await store.members.complain(replace(said, at=NOW + minutes(1)), "fact:1", MEMBER + 1)
    await store.members.notice_sent(first.id, message_id="46", by=1)  # posted before the second joined
    (both,) = await store.members.unsent_notices(9)
    assert (both.by, both.message_id) == ((MEMBER, MEMBER + 1), "46")
    await store.members.notice_sent(both.id, message_id="46", by=2)
    assert await store.members.unsent_notices(9) == ()
