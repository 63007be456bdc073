"""Messages of ours in a Discord channel or thread: sent once, found again, edited."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import discord

from bot.drawn import Drawn
from bot.replies import Replies
from bot.story_buttons import show_mark
from bot.story_view import retraction_view
from digests.core.digest import Digest, Operation, Receipt
from digests.core.errors import DeliveryError

HISTORY = 200
"""Messages looked through for a part that may be there: two pages (Discord's docs, get channel messages)."""

UNKNOWN_MESSAGE, MISSING_PERMISSIONS, NO_HISTORY, THREAD_ARCHIVED = 10008, 50013, 160002, 50083
"""Discord's JSON error codes (its docs, opcodes and status codes)."""

NOWHERE = "0"
"""The receipt of what has no message: it arrived and was deleted since, or there is no place for it."""

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
    reference: discord.MessageReference | None = None,
    is_silent: bool = False,
) -> int:
    """Send a message under the operation's nonce; give its number, 0 where it arrived and was deleted since.

    A silent one rings nobody, not even who wants to hear of every message.
    """
    try:
        more: dict[str, Any] = {"reference": reference} if reference else {}
        message = await channel.send(
            **drawn.sent() | more, nonce=operation.nonce, allowed_mentions=pinged, silent=is_silent
        )
    except discord.NotFound as error:
        if error.code == UNKNOWN_MESSAGE:  # the nonce is known
            return 0
        raise
    return message.id


async def take_back(channel: discord.PartialMessageable, operation: Operation, digest: Digest, me: int) -> Receipt:
    """Say in answer to the message that told a story what became of it; where that cannot be, in the channel."""
    assert operation.edits is not None
    number = operation.first_card
    wanted = frozenset({show_mark(digest.id, number, operation.part)})
    if operation.attempts and (found := await find(channel, wanted, me)):
        return Receipt(message_id=str(found))
    told = channel.get_partial_message(int(operation.edits)).to_reference(fail_if_not_exists=False)
    drawn = Drawn(view=retraction_view(digest, number, operation.part, Replies(digest.language)))
    try:
        sent = await send(channel, operation, drawn, reference=told)
    except discord.HTTPException as error:
        if error.code != NO_HISTORY:
            raise
        sent = await send(channel, operation, drawn)
    return Receipt(message_id=str(sent))


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
