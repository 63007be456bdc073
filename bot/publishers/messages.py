"""Messages of ours in a Discord channel or thread: sent once, found again, edited."""

from __future__ import annotations

from collections.abc import Iterator

import discord

from bot.drawn import Drawn
from digests.core.digest import Digest, Operation, Receipt

HISTORY = 200
"""Messages looked through for a part that may be there: two pages (Discord's docs, get channel messages)."""

UNKNOWN_MESSAGE, MISSING_PERMISSIONS = 10008, 50013
"""Discord's JSON error codes (its docs, opcodes and status codes)."""

NOBODY = discord.AllowedMentions.none()


def pinging(digest: Digest) -> discord.AllowedMentions:
    """Give leave to ping the roles of a digest and the members it names, and nobody else."""
    roles = [discord.Object(int(role)) for role in digest.pings]
    members = [discord.Object(member) for member in digest.named]
    return discord.AllowedMentions(everyone=False, users=members, roles=roles)


async def send(
    channel: discord.PartialMessageable,
    operation: Operation,
    drawn: Drawn,
    pinged: discord.AllowedMentions = NOBODY,
    *,
    is_silent: bool = False,
) -> int:
    """Send a message under the operation's nonce; give its number, 0 where it arrived and was deleted since.

    A silent one rings nobody, not even who wants to hear of every message.
    """
    try:
        message = await channel.send(**drawn.sent(), nonce=operation.nonce, allowed_mentions=pinged, silent=is_silent)
    except discord.NotFound as error:
        if error.code == UNKNOWN_MESSAGE:  # the nonce is known
            return 0
        raise
    return message.id


async def edit(channel: discord.PartialMessageable, operation: Operation, drawn: Drawn) -> Receipt:
    """Change a message; one deleted since is left so."""
    assert operation.edits is not None
    message = channel.get_partial_message(int(operation.edits))
    try:
        await message.edit(**drawn.edited(), allowed_mentions=NOBODY)
    except discord.NotFound as error:
        if error.code != UNKNOWN_MESSAGE:
            raise
    return Receipt(message_id=operation.edits)


async def find(channel: discord.PartialMessageable | discord.Thread, wanted: frozenset[str], me: int) -> int | None:
    """Give the message of ours an earlier try left, by a custom id; None also where we may not read the history."""
    try:
        async for message in channel.history(limit=HISTORY):
            if message.author.id == me and wanted & frozenset(custom_ids(message)):
                return message.id
    except discord.Forbidden as error:
        if error.code != MISSING_PERMISSIONS:
            raise
    return None


def custom_ids(message: discord.Message) -> Iterator[str]:
    """Give the custom ids of all that can be clicked in a message."""
    for component in message.components:
        for item in (component, *getattr(component, "children", ())):
            if isinstance(custom_id := getattr(item, "custom_id", None), str):
                yield custom_id
