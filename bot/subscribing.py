"""A member's tie to a topic and the role that shows it, kept in step: the role first, since only it can be refused."""

from __future__ import annotations

from dataclasses import replace

import discord

from bot.replies import Replies
from bot.roles import Roles
from bot.services import Services
from digests.core.editions import Topic, TopicId
from digests.core.errors import UseError
from digests.core.members import Deliver


async def subscribe(
    interaction: discord.Interaction, services: Services, roles: Roles, topic: Topic, replies: Replies
) -> str:
    """Tie the member to a topic and give them its role; give the sentence that says so.

    Raises:
        UseError: the role cannot be made or given, or the member has as many topics as one may.
    """
    guild, member = interaction.guild, interaction.user
    assert guild is not None
    assert isinstance(member, discord.Member)
    role = await roles.role_of(guild, topic)
    if role.id != topic.role_id:
        topic = await services.store.topics.put_topic(replace(topic, role_id=role.id))
    await roles.give(member, role)
    is_new = await services.members.subscribe(topic, member.id, deliver=Deliver.PING, now=services.now())
    key = "subscribed" if is_new else "subscribed-already"
    return replies.say(key, topic=topic.name, role=role.mention)


async def unsubscribe(
    interaction: discord.Interaction, services: Services, roles: Roles, topic: Topic, replies: Replies
) -> str:
    """End a member's tie to a topic and take its role; give the sentence that says so.

    Raises:
        UseError: there was none, or the role cannot be taken.
    """
    member = interaction.user
    assert isinstance(member, discord.Member)
    await services.members.unsubscribe(topic, member.id)
    if topic.role_id:
        await roles.take(member, topic.role_id)
    return replies.say("unsubscribed", topic=topic.name)


async def toggle(
    interaction: discord.Interaction, services: Services, roles: Roles, topic_id: TopicId, replies: Replies
) -> str:
    """Subscribe or unsubscribe, whichever changes something. Errors as both."""
    guild_id = interaction.guild_id or 0
    topic = next((topic for topic in await services.topics.held(guild_id) if topic.id == topic_id), None)
    if topic is None:
        raise UseError("topic-gone")
    held = await services.members.subscribed(guild_id, interaction.user.id)
    change = unsubscribe if topic_id in {tie.topic_id for tie in held} else subscribe
    return await change(interaction, services, roles, topic, replies)
