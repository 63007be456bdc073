"""The role of a topic: found or made, given to subscribers and taken from them. Decides nothing about topics."""

from __future__ import annotations

import asyncio

import discord

from digests.core.editions import Topic
from digests.core.errors import UseError

MAX_NAME = 100
"""Characters of a role's name (Discord's docs, create guild role)."""


class Roles:
    """Roles are made one at a time, so that two first subscribers do not get one each."""

    def __init__(self) -> None:
        self._making = asyncio.Lock()

    async def role_of(self, guild: discord.Guild, topic: Topic) -> discord.Role:
        """Give the topic's role; where it has none, one without any permission, made if need be.

        A role of the same name without permissions is taken: a crash may have come before it was remembered.

        Raises:
            UseError: we may not make roles.
        """
        async with self._making:
            if topic.role_id and (role := guild.get_role(topic.role_id)):
                return role
            name = topic.name[:MAX_NAME]
            for role in guild.roles:
                if role.name == name and role.permissions == discord.Permissions.none() and not role.managed:
                    return role
            if not guild.me.guild_permissions.manage_roles:
                raise UseError("roles-forbidden")
            nothing = discord.Permissions.none()
            return await guild.create_role(name=name, permissions=nothing, mentionable=True, reason=topic.name)

    async def give(self, member: discord.Member, role: discord.Role) -> None:
        """Give a member a role.

        Raises:
            UseError: it stands above ours, or we may not give roles.
        """
        try:
            await member.add_roles(role, reason=role.name)
        except discord.Forbidden as error:
            raise UseError("role-out-of-reach", role=role.mention) from error

    async def take(self, member: discord.Member, role_id: int) -> None:
        """Take a role from a member; one that is gone is no error. Errors as `give`."""
        role = member.guild.get_role(role_id)
        if role is None:
            return
        try:
            await member.remove_roles(role, reason=role.name)
        except discord.Forbidden as error:
            raise UseError("role-out-of-reach", role=role.mention) from error
