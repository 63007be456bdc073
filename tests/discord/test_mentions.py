"""Pings where no role can be given: members are named, nobody in quiet hours; and roles of ours go with their topic."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.playground.standin.objects import Message
from bot.playground.standin.permissions import Permission
from bot.playground.standin.world import Role
from digests.core.ringing import MOST_NAMED
from tests.discord.conftest import Town
from tests.discord.test_walk import HERON, rss, set_up

SILENT = 1 << 12


def own_role(town: Town) -> Role:
    return next(role for role in town.guild.roles.values() if role.managed)


async def without(town: Town, permission: Permission) -> None:
    """Take a permission from the bot and wait until it heard of that."""
    own = own_role(town)
    own.permissions &= ~int(permission)
    town.world.emit("GUILD_ROLE_UPDATE", {"guild_id": str(town.guild.id), "role": own.json()}, town.guild.id)
    await town.ask(town.moderator, "health")


def posted(town: Town) -> list[Message]:
    return [one for one in town.news.messages if not one.ephemeral_for]


async def slot(town: Town) -> Message:
    """March to the digest's slot and give what was posted."""
    await town.march()
    await town.march(timedelta(hours=11))
    return posted(town)[-1]


async def test_without_the_right_to_make_roles_subscribers_are_mentioned_by_name(town: Town) -> None:
    await set_up(town, ping="on")
    await without(town, Permission.MANAGE_ROLES)
    said = await town.ask(town.member, "subscribe", topic="Aldmark")
    assert "mention you by name" in said.text
    assert "already" in (await town.ask(town.member, "subscribe", topic="Aldmark")).text
    message = await slot(town)
    assert message.mentioned_users == [town.member.user.id]
    assert message.payload["allowed_mentions"]["users"] == [town.member.user.id]
    assert not message.flags & SILENT
    await town.ask(town.member, "unsubscribe", topic="Aldmark")
    town.server.set("/rss", rss(HERON))
    await town.march(timedelta(hours=23))
    await town.march(timedelta(hours=1))
    assert posted(town)[-1].mentioned_users == []


async def test_a_role_out_of_reach_or_that_cannot_be_pinged_is_no_obstacle(town: Town) -> None:
    await set_up(town, ping="on")
    high = town.world.add_role(town.guild, "Readers", mentionable=True)
    plain = town.world.add_role(town.guild, "Plain")
    own = own_role(town)
    high.position, own.position = own.position, high.position
    for name, role in (("High", high), ("Plain", plain)):
        await town.ask(town.moderator, "topic create", name=name, role=role)
        assert "by name" in (await town.ask(town.member, "subscribe", topic=name)).text
    assert town.guild.members[town.member.user.id].roles == []


@pytest.mark.parametrize("whose", ["member", "server"])
async def test_nobody_is_named_in_quiet_hours(town: Town, whose: str) -> None:
    await set_up(town, ping="on")
    await without(town, Permission.MANAGE_ROLES)
    for person in (town.member, town.moderator):
        await town.ask(person, "subscribe", topic="Aldmark")
    hours = {"quiet_from": "17:30", "quiet_to": "19:00", "timezone": "UTC"}
    if whose == "member":
        await town.ask(town.member, "preferences", **hours)
    else:
        await town.ask(town.moderator, "server settings", **hours)
    message = await slot(town)
    assert message.mentioned_users == ([town.moderator.user.id] if whose == "member" else [])
    assert bool(message.flags & SILENT) is (whose == "server")


async def test_a_digest_that_comes_late_into_quiet_hours_pings_nobody(town: Town) -> None:
    await set_up(town, ping="on")
    await town.ask(town.member, "subscribe", topic="Aldmark")
    await town.ask(town.moderator, "server settings", quiet_from="18:30", quiet_to="07:00", timezone="UTC")
    await town.march()
    await town.march(timedelta(hours=13))  # down from seven in the morning until eight in the evening
    (message,) = posted(town)
    assert message.mentioned_roles == []


async def test_as_many_are_named_as_a_message_holds_and_the_next_is_told_so(town: Town) -> None:
    await set_up(town, ping="on", layout="text")
    await without(town, Permission.MANAGE_ROLES)
    (topic,) = await town.app.store.topics.topics(town.guild.id)
    for number in range(MOST_NAMED):
        await listed(town, topic.id, number)
    said = await town.ask(town.member, "subscribe", topic="Aldmark")
    assert f"{MOST_NAMED} members by name already" in said.text
    message = await slot(town)
    assert len(message.mentioned_users) == MOST_NAMED
    assert len(message.payload["content"]) <= 2000
    assert "Osprey" in message.text


async def listed(town: Town, topic_id: int, number: int) -> None:
    statement = """
        INSERT INTO subscription (guild_id, topic_id, member_id, deliver, listed, created)
        VALUES (:guild, :topic, :member, 'ping', 1, 0)
    """
    values = {"guild": town.guild.id, "topic": topic_id, "member": 4_400_000_000_000_000_000 + number}
    await town.app.store.database.write(lambda sql: sql.execute(statement, values))


async def test_a_role_the_bot_made_goes_with_its_topic_and_another_stays(town: Town) -> None:
    theirs = town.world.add_role(town.guild, "Readers", mentionable=True)
    await town.ask(town.moderator, "topic create", name="Made")
    await town.ask(town.moderator, "topic create", name="Given", role=theirs)
    for name in ("Made", "Given"):
        await town.ask(town.member, "subscribe", topic=name)
        await town.ask(town.moderator, "topic delete", topic=name)
    assert "Made" not in {role.name for role in town.guild.roles.values()}
    assert theirs.id in town.guild.roles


async def test_a_role_of_ours_that_moved_out_of_reach_is_named(town: Town) -> None:
    await town.ask(town.moderator, "topic create", name="Made")
    await town.ask(town.member, "subscribe", topic="Made")
    made = next(role for role in town.guild.roles.values() if role.name == "Made")
    made.position = own_role(town).position + 1
    said = await town.ask(town.moderator, "topic delete", topic="Made")
    assert f"<@&{made.id}> is out of my reach" in said.text
