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

    async def role_of(self, guild: discord.Guild, topic: Topic) -> tuple[discord.Role, bool] | None:
        """Give the topic's role, and whether it is one of our making; None where it has none and we may not make one.

        A role of the same name without permissions is taken: a crash may have come before it was remembered.
        """
        async with self._making:
            if topic.role_id and (role := guild.get_role(topic.role_id)):
                return role, topic.role_made
            name = topic.name[:MAX_NAME]
            for role in guild.roles:
                if role.name == name and role.permissions == discord.Permissions.none() and not role.managed:
                    return role, False
            if not guild.me.guild_permissions.manage_roles:
                return None
            nothing = discord.Permissions.none()
            made = await guild.create_role(name=name, permissions=nothing, mentionable=True, reason=topic.name)
            return made, True

    async def remove(self, guild: discord.Guild, role_id: int) -> bool:
        """Delete a role; False where we may not. One that is gone is no error."""
        role = guild.get_role(role_id)
        try:
            if role is not None:
                await role.delete(reason=role.name)
        except discord.NotFound:
            return True
        except discord.Forbidden:
            return False
        return True

    async def give(self, member: discord.Member, role: discord.Role) -> bool:
        """Give a member a role; False where it stands above ours, or we may not give roles."""
        try:
            await member.add_roles(role, reason=role.name)
        except discord.Forbidden:
            return False
        return True

    async def take(self, member: discord.Member, role_id: int) -> None:
        """Take a role from a member; one that is gone is no error.

        Raises:
            UseError: it stands above ours, or we may not take roles.
        """
        role = member.guild.get_role(role_id)
        if role is None:
            return
        try:
            await member.remove_roles(role, reason=role.name)
        except discord.Forbidden as error:
            raise UseError("role-out-of-reach", role=role.mention) from error
