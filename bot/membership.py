"""Whether somebody is a member of a guild: looked up, since who leaves is announced only to bots with that intent."""

from __future__ import annotations

import discord

UNKNOWN_GUILD, UNKNOWN_MEMBER, UNKNOWN_USER, MISSING_ACCESS = 10004, 10007, 10013, 50001
"""Discord's JSON codes (its docs, opcodes and status codes)."""


async def is_member(client: discord.Client, guild_id: int, member_id: int) -> bool | None:
    """Tell whether somebody is a member; None where the guild is closed to us. Raises what discord.py raises."""
    try:
        await client.http.get_member(guild_id, member_id)
    except discord.HTTPException as error:
        if error.code in {UNKNOWN_MEMBER, UNKNOWN_USER}:
            return False
        if error.code in {UNKNOWN_GUILD, MISSING_ACCESS}:
            return None
        raise
    return True
