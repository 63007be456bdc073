"""Messages of ours in a Discord channel or thread: sent once, found again, edited."""

from __future__ import annotations

from collections.abc import Iterator

import discord

from bot.drawn import Drawn
from digests.core.digest import Digest, Operation, Receipt
from digests.core.errors import DeliveryError

HISTORY = 200
"""Messages looked through for a part that may be there: two pages (Discord's docs, get channel messages)."""

UNKNOWN_MESSAGE, MISSING_PERMISSIONS, THREAD_ARCHIVED = 10008, 50013, 50083
"""Discord's JSON error codes (its docs, opcodes and status codes)."""

NOWHERE = "0"
"""The receipt of what has no message: it arrived and was deleted since, or there is no place for it."""

NOBODY = discord.AllowedMentions.none()


def pinging(digest: Digest) -> discord.AllowedMentions:
    """Give leave to ping the roles of a digest, and nobody else."""
    roles = [discord.Object(int(role)) for role in digest.pings]
    return discord.AllowedMentions(everyone=False, users=False, roles=roles)


async def send(
    channel: discord.PartialMessageable, operation: Operation, drawn: Drawn, pinged: discord.AllowedMentions = NOBODY
) -> int:
    """Send a message under the operation's nonce; give its number, 0 where it arrived and was deleted since."""
    try:
        message = await channel.send(**drawn.sent(), nonce=operation.nonce, allowed_mentions=pinged)
    except discord.NotFound as error:
        if error.code == UNKNOWN_MESSAGE:  # the nonce is known
            return 0
        raise
    return message.id


async def edit(client: discord.Client, operation: Operation, drawn: Drawn) -> Receipt:
    """Change a message; one deleted since is left so. A thread that fell asleep is opened for it.

    Raises:
        DeliveryError: the thread is closed for good.
    """
    assert operation.edits is not None
    channel = client.get_partial_messageable(int(operation.thread or operation.destination.address))
    message = channel.get_partial_message(int(operation.edits))
    try:
        try:
            await message.edit(**drawn.edited(), allowed_mentions=NOBODY)
        except discord.HTTPException as error:
            if error.code != THREAD_ARCHIVED:
                raise
            await _awaken(client, channel.id)
            await message.edit(**drawn.edited(), allowed_mentions=NOBODY)
    except discord.NotFound as error:
        if error.code != UNKNOWN_MESSAGE:
            raise
    return Receipt(message_id=operation.edits)


async def _awaken(client: discord.Client, thread: int) -> None:
    try:
        await client.http.edit_channel(thread, archived=False)
    except discord.Forbidden as error:
        raise DeliveryError(f"thread {thread} was closed by a moderator", permanent=True) from error


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
