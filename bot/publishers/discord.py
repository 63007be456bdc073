"""Digests posted to Discord, each part once whatever happens in between. Knows Discord's answers, draws nothing.

Within Discord's window of minutes the nonce keeps a repeat from showing. A try after the first looks for the part in
the channel's recent history before it sends, since nobody knows how long ago the earlier one ended.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import aiohttp
import discord

from bot.drawn import draw
from bot.formats.components import split
from bot.replies import Replies
from bot.traffic import TooManyRefusalsError
from bot.views import marks
from digests.core.digest import Digest, Operation, OperationKind, Receipt
from digests.core.errors import DeliveryError

HISTORY = 200
"""Messages looked through for a part that may be there: two pages (Discord's docs, get channel messages)."""

UNKNOWN_CHANNEL, UNKNOWN_MESSAGE, MISSING_ACCESS, MISSING_PERMISSIONS = 10003, 10008, 50001, 50013
"""Discord's JSON error codes (its docs, opcodes and status codes)."""

ALREADY_CROSSPOSTED = 40033

PAUSES = {
    UNKNOWN_CHANNEL: "notice-channel-gone",
    MISSING_ACCESS: "notice-channel-hidden",
    MISSING_PERMISSIONS: "notice-channel-closed",
}
"""What only a moderator can mend; any other refusal may pass (an HTML 403 is Cloudflare's)."""

BROKEN_REQUEST = 400


class DiscordPublisher:
    """Posts to channels and threads; a destination's address is the channel's id."""

    def __init__(self, client: discord.Client) -> None:
        self._client = client

    async def publish(self, operation: Operation, digest: Digest) -> Receipt:
        """Send or edit one part.

        Raises:
            DeliveryError: see `_refusal`.
        """
        if self._client.user is None:
            raise DeliveryError("not logged in yet")
        channel = self._client.get_partial_messageable(int(operation.destination.address))
        try:
            match operation.kind:
                case OperationKind.SEND:
                    return Receipt(message_id=str(await self._send(channel, operation, digest)))
                case OperationKind.EDIT:
                    return Receipt(message_id=str(await self._edit(channel, operation, digest)))
                case OperationKind.CROSSPOST:
                    return Receipt(message_id=str(await self._crosspost(channel, operation)))
                case _:
                    raise DeliveryError(f"{operation.kind} is nothing Discord does", permanent=True)
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            raise _refusal(error) from error
        except RuntimeError as error:  # aiohttp's "Session is closed": just reconnecting
            raise DeliveryError(f"not connected: {error}") from error

    def split(self, digest: Digest) -> tuple[int, ...]:
        """Give how many cards go into each message."""
        return split(digest, Replies(digest.language))

    async def _send(self, channel: discord.PartialMessageable, operation: Operation, digest: Digest) -> int:
        if operation.attempts and (found := await self._find(channel, operation)):
            return found
        drawn = draw(digest, operation.cards(digest), operation.first_card, Replies(digest.language))
        pinged = [discord.Object(int(role)) for role in digest.pings]
        try:
            message = await channel.send(
                **drawn.sent(),
                nonce=operation.nonce,
                allowed_mentions=discord.AllowedMentions(everyone=False, users=False, roles=pinged),
            )
        except discord.NotFound as error:
            if error.code == UNKNOWN_MESSAGE:  # the nonce is known: it arrived, and somebody deleted it since
                return 0
            raise
        return message.id

    async def _edit(self, channel: discord.PartialMessageable, operation: Operation, digest: Digest) -> int:
        assert operation.edits is not None
        message = channel.get_partial_message(int(operation.edits))
        drawn = draw(digest, operation.cards(digest), operation.first_card, Replies(digest.language))
        try:
            await message.edit(**drawn.edited(), allowed_mentions=discord.AllowedMentions.none())
        except discord.NotFound as error:
            if error.code != UNKNOWN_MESSAGE:  # deleted since: nothing is left to edit
                raise
        return message.id

    async def _crosspost(self, channel: discord.PartialMessageable, operation: Operation) -> int:
        assert operation.edits is not None
        message = channel.get_partial_message(int(operation.edits))
        try:
            await message.publish()
        except discord.HTTPException as error:
            if error.code not in {ALREADY_CROSSPOSTED, UNKNOWN_MESSAGE}:
                raise
        return message.id

    async def _find(self, channel: discord.PartialMessageable, operation: Operation) -> int | None:
        """Give the message an earlier try left; None also where we may not read the history."""
        wanted = marks(operation.digest_id, operation.first_card)
        me = self._client.user
        try:
            async for message in channel.history(limit=HISTORY):
                if me is not None and message.author.id == me.id and wanted & frozenset(_custom_ids(message)):
                    return message.id
        except discord.Forbidden as error:
            if error.code != MISSING_PERMISSIONS:
                raise
        return None


def _custom_ids(message: discord.Message) -> Iterator[str]:
    for component in message.components:
        for item in (component, *getattr(component, "children", ())):
            if isinstance(custom_id := getattr(item, "custom_id", None), str):
                yield custom_id


def _refusal(error: Exception) -> DeliveryError:
    """Give what a failure means: pausing, permanent, to be repeated later, or with an outcome nobody knows."""
    match error:
        case discord.HTTPException(code=code, text=text) if code in PAUSES:
            return DeliveryError(f"{code} {text}", pauses=PAUSES[code])
        case discord.HTTPException(status=status) if status == BROKEN_REQUEST:
            return DeliveryError(str(error), permanent=True)
        case discord.HTTPException(status=status, response=response):
            wait = response.headers.get("Retry-After", "")
            after = timedelta(seconds=float(wait)) if wait.replace(".", "", 1).isdigit() else None
            return DeliveryError(str(error), uncertain=status >= 500, retry_after=after)  # noqa: PLR2004
        case discord.RateLimited(retry_after=seconds) | TooManyRefusalsError(wait_s=seconds):
            return DeliveryError(str(error), retry_after=timedelta(seconds=seconds))
        case aiohttp.ClientConnectorError():
            return DeliveryError(str(error))
        case _:
            return DeliveryError(f"{type(error).__name__}: {error}", uncertain=True)
