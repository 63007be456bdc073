"""Digests as direct messages: is the member still there, where are their messages; the rest is a channel's matter.

Who left a server is announced only to bots with the members intent, so membership is looked up before a digest begins.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import aiohttp
import discord

from bot.membership import is_member
from bot.publishers.discord import DiscordPublisher, refusal
from digests.core.digest import Digest, Operation, OperationKind, Receipt
from digests.core.errors import DeliveryError

TOO_FAST = 40003
"""Discord's JSON code for too many direct messages opened (its docs, opcodes and status codes)."""

GAP_S = 1.0
"""Between two direct messages that are opened for the first time. Discord publishes no number and blocks bots that open
"too many too fast" (its docs, create DM); a channel once opened is remembered."""

REST_S = 600.0
"""After Discord said "too fast": as long as it looks back for other refusals."""

LONGEST_WAIT_S = 10.0
"""Who would wait longer to be opened is put off instead: a delivery has a deadline."""


class DirectPublisher:
    """Posts to members; an address is a member's number. `channels` posts once the place is known."""

    def __init__(self, client: discord.Client, channels: DiscordPublisher) -> None:
        self._client = client
        self._channels = channels
        self._next_opening = 0.0

    async def publish(self, operation: Operation, digest: Digest) -> Receipt:
        """Send or edit one part.

        Raises:
            DeliveryError: as `DiscordPublisher.publish`; or the member has left, or opening has to wait.
        """
        if self._client.user is None:
            raise DeliveryError("not logged in yet")
        guild = self._client.get_guild(digest.guild_id)
        digest = replace(digest, server=guild.name if guild else "")
        try:
            if operation.kind is OperationKind.SEND and operation.part == 1:
                await self._refuse_if_left(digest.guild_id, int(operation.destination.address))
            place = operation.thread or await self._opened(operation.destination.address)
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            raise refusal(error, operation) from error
        try:
            receipt = await self._channels.publish(replace(operation, thread=place), digest)
        except DeliveryError as error:
            if not error.pauses:
                raise
            # whatever closes a channel for good closes direct messages: only their member can open them again
            raise DeliveryError(str(error), pauses="direct-closed") from error
        return replace(receipt, thread=place)

    def split(self, digest: Digest) -> tuple[int, ...]:
        """Give how many cards go into each message."""
        return self._channels.split(digest)

    async def _refuse_if_left(self, guild_id: int, member_id: int) -> None:
        """Make sure that the member is one of the guild, and we are."""
        is_there = await is_member(self._client, guild_id, member_id)
        if is_there is None:
            raise DeliveryError(f"guild {guild_id} is closed to us", pauses="direct-no-server")
        if not is_there:
            raise DeliveryError(f"member {member_id} left guild {guild_id}", has_left=True)

    async def _opened(self, member_id: str) -> str:
        """Give the channel of a member's direct messages, opened in turn."""
        now = asyncio.get_running_loop().time()
        wait = max(0.0, self._next_opening - now)
        if wait > LONGEST_WAIT_S:
            raise DeliveryError("direct messages are opened one after another", retry_after=timedelta(seconds=wait))
        self._next_opening = now + wait + GAP_S
        await asyncio.sleep(wait)
        try:
            channel = await self._client.http.start_private_message(member_id)
        except discord.HTTPException as error:
            if error.code == TOO_FAST:
                self._next_opening = now + REST_S
                raise DeliveryError(str(error), retry_after=timedelta(seconds=REST_S)) from error
            raise
        return str(channel["id"])
