"""A member's tie to a topic and the role that shows it, kept in step: the role first, since only it can be refused.

Where no role can be given, pings name the member instead.
"""

from __future__ import annotations

from dataclasses import replace

import discord

from bot.formats.markdown import escape
from bot.replies import Replies
from bot.roles import Roles
from bot.services import Services
from digests.core.editions import Topic, TopicId
from digests.core.errors import UseError
from digests.core.members import Deliver, Subscription


async def subscribe(
    interaction: discord.Interaction,
    services: Services,
    roles: Roles,
    topic: Topic,
    replies: Replies,
    deliver: Deliver = Deliver.PING,
) -> str:
    """Tie the member to a topic, by its role, by name or by direct message; give the sentence that says so.

    Raises:
        UseError: the member has as many topics as one may, as many are named as can be, or a role cannot be taken.
    """
    if deliver is Deliver.DM:
        return await _subscribe_directly(interaction, services, roles, topic, replies)
    member = interaction.user
    assert isinstance(member, discord.Member)
    role = await _given_role(member, services, roles, topic)
    is_new = await services.members.subscribe(
        topic, member.id, deliver=Deliver.PING, is_listed=role is None, now=services.now()
    )
    if role is None:
        return replies.say("subscribed-by-name" if is_new else "subscribed-by-name-already", topic=escape(topic.name))
    key = "subscribed" if is_new else "subscribed-already"
    return replies.say(key, topic=topic.name, role=role.mention)


async def _given_role(member: discord.Member, services: Services, roles: Roles, topic: Topic) -> discord.Role | None:
    """Give a member the topic's role; None where it cannot be made, given, or pinged."""
    found = await roles.role_of(member.guild, topic)
    if found is None:
        return None
    role, is_made = found
    if role.id != topic.role_id:
        await services.store.topics.change_topic(replace(topic, role_id=role.id, role_made=is_made))
    if not role.mentionable and not member.guild.me.guild_permissions.mention_everyone:
        return None
    return role if await roles.give(member, role) else None


async def _subscribe_directly(
    interaction: discord.Interaction, services: Services, roles: Roles, topic: Topic, replies: Replies
) -> str:
    member, now = interaction.user, services.now()
    assert isinstance(member, discord.Member)
    tie = await _tie(services, topic, member.id)
    stopped = await services.direct.stopped(member.id)
    if tie and _is_by_role(tie) and topic.role_id:
        await roles.take(member, topic.role_id)
    chosen = await services.personal.preferences(member.id)
    edition = await services.direct.edition_in(
        topic.guild_id, chosen, language=replies.locale.split("-", maxsplit=1)[0], now=now
    )
    is_new = await services.members.subscribe(topic, member.id, deliver=Deliver.DM, personal=edition, now=now)
    coming = await services.direct.next_slot(edition, now=now)
    said = replies.say(
        "direct-subscribed" if is_new else "direct-subscribed-already",
        topic=escape(topic.name),
        at=f"{edition.at[0]:%H:%M}",
        zone=edition.timezone,
        coming=f"<t:{int(coming.timestamp())}:f>",
    )
    return f"{said}\n{replies.say('direct-resumed')}" if stopped else said


async def unsubscribe(
    interaction: discord.Interaction, services: Services, roles: Roles, topic: Topic, replies: Replies
) -> str:
    """End a member's tie to a topic and take its role; give the sentence that says so.

    Raises:
        UseError: there was none, or the role cannot be taken.
    """
    member = interaction.user
    assert isinstance(member, discord.Member)
    tie = await _tie(services, topic, member.id)
    await services.members.unsubscribe(topic, member.id)
    if tie and _is_by_role(tie) and topic.role_id:
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
    change = unsubscribe if await _tie(services, topic, interaction.user.id) else subscribe
    return await change(interaction, services, roles, topic, replies)


async def take_roles(interaction: discord.Interaction, services: Services, roles: Roles) -> list[str]:
    """Take the roles of a member's topics in this server; give those that are out of our reach."""
    guild_id, member = interaction.guild_id or 0, interaction.user
    if not isinstance(member, discord.Member):
        return []
    held = {tie.topic_id for tie in await services.members.subscribed(guild_id, member.id) if _is_by_role(tie)}
    out_of_reach = []
    for topic in await services.topics.held(guild_id):
        if topic.id in held and topic.role_id:
            try:
                await roles.take(member, topic.role_id)
            except UseError:
                out_of_reach.append(f"<@&{topic.role_id}>")
    return out_of_reach


async def _tie(services: Services, topic: Topic, member_id: int) -> Subscription | None:
    held = await services.members.subscribed(topic.guild_id, member_id)
    return next((tie for tie in held if tie.topic_id == topic.id), None)


def _is_by_role(tie: Subscription) -> bool:
    return tie.deliver is Deliver.PING and not tie.listed
