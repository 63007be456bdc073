"""Digests posted to Discord, each part once whatever happens in between. Knows Discord's answers, draws nothing.

Within Discord's window of minutes the nonce keeps a repeat from showing. A try after the first looks for the part in
the channel's recent history before it sends, since nobody knows how long ago the earlier one ended.
"""

from __future__ import annotations

from datetime import timedelta

import aiohttp
import discord

from bot.drawn import draw
from bot.formats.components import split
from bot.publishers import threads
from bot.publishers.messages import UNKNOWN_MESSAGE, edit, find, pinging, send, take_back
from bot.replies import Replies
from bot.traffic import TooManyRefusalsError
from bot.views import marks
from digests.core.digest import Digest, Operation, OperationKind, Receipt
from digests.core.errors import DeliveryError

UNKNOWN_CHANNEL, MISSING_ACCESS, MISSING_PERMISSIONS = 10003, 50001, 50013
"""Discord's JSON error codes (its docs, opcodes and status codes)."""

ALREADY_CROSSPOSTED = 40033

CLOSED, NO_MUTUAL_GUILD = 50007, 50278
"""Discord's JSON codes for direct messages that their member does not take."""

PAUSES = {
    UNKNOWN_CHANNEL: "notice-channel-gone",
    MISSING_ACCESS: "notice-channel-hidden",
    MISSING_PERMISSIONS: "notice-channel-closed",
    CLOSED: "direct-closed",
    NO_MUTUAL_GUILD: "direct-closed",
}
"""What only a moderator can mend, or the member whose direct messages are closed; any other refusal may pass (an HTML
403 is Cloudflare's)."""

IN_THREADS = frozenset({OperationKind.OPEN_THREAD, OperationKind.CARD})
"""What needs the permissions of threads beside those of the channel."""

BROKEN_REQUEST = 400


class DiscordPublisher:
    """Posts to channels, threads and forums; a destination's address is the channel's id."""

    def __init__(self, client: discord.Client) -> None:
        self._client = client

    async def publish(self, operation: Operation, digest: Digest) -> Receipt:  # noqa: PLR0911 - one for each kind
        """Send or edit one part.

        Raises:
            DeliveryError: see `refusal`.
        """
        if self._client.user is None:
            raise DeliveryError("not logged in yet")
        channel = self._client.get_partial_messageable(int(operation.thread or operation.destination.address))
        try:
            match operation.kind:
                case OperationKind.SEND:
                    return Receipt(message_id=str(await self._send(channel, operation, digest)))
                case OperationKind.EDIT:
                    drawn = draw(digest, operation.cards(digest), operation.first_card, Replies(digest.language))
                    return await edit(self._client, operation, drawn)
                case OperationKind.CROSSPOST:
                    return Receipt(message_id=str(await self._crosspost(channel, operation)))
                case OperationKind.OPEN_THREAD:
                    return await threads.begin(self._client, operation, digest)
                case OperationKind.CARD:
                    return await threads.send_card(channel, operation, digest, self._client.user.id)
                case OperationKind.EDIT_CARD:
                    return await edit(self._client, operation, threads.card_of(operation, digest))
                case OperationKind.FORUM_POST | OperationKind.STORY_THREAD:
                    return await threads.post(self._client, operation, digest, self._client.user.id)
                case OperationKind.RETRACTION:
                    return await take_back(channel, operation, digest, self._client.user.id)
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            raise refusal(error, operation) from error
        except RuntimeError as error:  # aiohttp's "Session is closed": just reconnecting
            raise DeliveryError(f"not connected: {error}") from error

    def split(self, digest: Digest) -> tuple[int, ...]:
        """Give how many cards go into each message."""
        return split(digest, Replies(digest.language))

    async def _send(self, channel: discord.PartialMessageable, operation: Operation, digest: Digest) -> int:
        assert self._client.user is not None
        wanted = marks(operation.digest_id, operation.first_card)
        if operation.attempts and (found := await find(channel, wanted, self._client.user.id)):
            return found
        drawn = draw(digest, operation.cards(digest), operation.first_card, Replies(digest.language))
        return await send(channel, operation, drawn, pinging(digest), is_silent=digest.is_hushed)

    async def _crosspost(self, channel: discord.PartialMessageable, operation: Operation) -> int:
        assert operation.edits is not None
        message = channel.get_partial_message(int(operation.edits))
        try:
            await message.publish()
        except discord.HTTPException as error:
            if error.code not in {ALREADY_CROSSPOSTED, UNKNOWN_MESSAGE}:
                raise
        return message.id


def refusal(error: Exception, operation: Operation) -> DeliveryError:  # noqa: PLR0911 - one for each meaning
    """Give what a failure means: pausing, permanent, to be repeated later, or with an outcome nobody knows.

    A thread that is gone was taken away by somebody who may; its edition goes on.
    """
    match error:
        case discord.NotFound(code=code, text=text) if code == UNKNOWN_CHANNEL and operation.thread:
            return DeliveryError(f"{code} {text}: the thread was deleted", permanent=True)
        case discord.Forbidden(code=code, text=text) if code == MISSING_PERMISSIONS and operation.kind in IN_THREADS:
            return DeliveryError(f"{code} {text}", pauses="notice-threads-closed")
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
