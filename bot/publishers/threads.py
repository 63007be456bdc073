"""Stories as messages of threads: those of a digest's own thread, the posts of a forum, threads opened on demand.

A story has one thread at a place. What is new of it comes as a message there, and the thread's first message then shows
the story as it stands.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any, Literal

import discord

from bot.drawn import Drawn, draw_card
from bot.formats.components import shortened
from bot.publishers.messages import NOBODY, NOWHERE, THREAD_ARCHIVED, UNKNOWN_MESSAGE, find, pinging, send
from bot.replies import Replies
from bot.story_buttons import mark
from digests.core.digest import Card, Digest, Operation, OperationKind, Receipt
from digests.core.editions import Layout
from digests.core.errors import DeliveryError
from digests.core.names import same_name

MAX_NAME = 100
"""Characters of a thread's name (Discord's docs, channel resource)."""

AWAKE_MINUTES: Literal[1440] = 1440
"""A day without a message, then a digest's thread leaves the list: by then the next one has come."""

MAX_TAGS = 5
"""Tags of a forum's post (Discord's docs, start thread in forum channel)."""

LOOKED_AT = 20
"""Threads of the same name that are read for what an earlier try left."""

THREAD_EXISTS, UNKNOWN_CHANNEL = 160004, 10003
"""Discord's JSON error codes (its docs, opcodes and status codes)."""


async def begin(client: discord.Client, operation: Operation, digest: Digest) -> Receipt:
    """Open a digest's thread at its message; the two have one number, so a thread that is there is the same.

    Where the message was deleted there is no place for a thread, and nothing follows.
    """
    assert operation.edits is not None
    name = shortened(f"{digest.edition} · {digest.slot:%Y-%m-%d}", MAX_NAME)
    channel, message = int(operation.destination.address), int(operation.edits)
    try:
        # a message's own create_thread wants its guild, which is known only while the gateway is up
        await client.http.start_thread_with_message(channel, message, name=name, auto_archive_duration=AWAKE_MINUTES)
    except discord.HTTPException as error:
        if error.code == UNKNOWN_MESSAGE:
            return Receipt(message_id=NOWHERE)
        if error.code != THREAD_EXISTS:
            raise
    return Receipt(message_id=operation.edits, thread=operation.edits)


async def send_card(channel: discord.PartialMessageable, operation: Operation, digest: Digest, me: int) -> Receipt:
    """Send a story to the digest's thread."""
    wanted = frozenset({mark(operation.digest_id, operation.first_card)})
    if operation.attempts and (found := await find(channel, wanted, me)):
        return Receipt(message_id=str(found))
    return Receipt(message_id=str(await send(channel, operation, card_of(operation, digest))))


def card_of(operation: Operation, digest: Digest) -> Drawn:
    """Give a story as the message an edit changes shows it: in a later message of its post, only what is new."""
    is_update = digest.layout is Layout.FORUM and operation.edits != operation.thread
    return draw_card(digest, operation.first_card, Replies(digest.language), is_update=is_update)


async def post(client: discord.Client, operation: Operation, digest: Digest, me: int) -> Receipt:
    """Tell a story in its thread, or where it has none that can be written to, in a new one.

    In a forum that is a post, elsewhere a thread that somebody asked for.
    """
    number, replies = operation.first_card, Replies(digest.language)
    wanted = frozenset({mark(operation.digest_id, number)})
    pings = operation.kind is OperationKind.FORUM_POST and number == 0
    pinged = pinging(digest) if pings else NOBODY
    if operation.thread:
        place = client.get_partial_messageable(int(operation.thread))
        try:
            if operation.attempts and (found := await find(place, wanted, me)):
                return Receipt(message_id=str(found), thread=operation.thread)
            drawn = draw_card(digest, number, replies, is_update=True, pings=pings)
            sent = await send(place, operation, drawn, pinged, is_silent=digest.is_hushed)
            return Receipt(message_id=str(sent), thread=operation.thread)
        except discord.HTTPException as error:
            if error.code not in {UNKNOWN_CHANNEL, THREAD_ARCHIVED}:
                raise
    channel, card = await _channel(client, operation), digest.cards[number]
    name = shortened(card.title, MAX_NAME)
    left = [one async for one in _left(channel, name, wanted, me)] if operation.attempts else []
    for thread, message_id in left:
        if message_id:
            return Receipt(message_id=str(message_id), thread=str(thread.id))
    drawn = draw_card(digest, number, replies, pings=pings)
    match channel:
        case discord.ForumChannel():
            assert isinstance(drawn.view, discord.ui.LayoutView)
            made = await channel.create_thread(
                name=name, view=drawn.view, applied_tags=_tags(channel, digest, card), allowed_mentions=pinged
            )
            return Receipt(message_id=str(made.message.id), thread=str(made.thread.id))
        case discord.TextChannel():
            empty = next((thread for thread, _ in left), None)
            kind = discord.ChannelType.news_thread if channel.is_news() else discord.ChannelType.public_thread
            opened = empty or await channel.create_thread(name=name, type=kind)
            place = client.get_partial_messageable(opened.id)
            return Receipt(message_id=str(await send(place, operation, drawn)), thread=str(opened.id))
        case _:
            raise DeliveryError(f"channel {channel.id} holds no threads", permanent=True)


async def _channel(client: discord.Client, operation: Operation) -> Any:
    """Give the forum, whose tags are known only while the gateway is up."""
    address = int(operation.destination.address)
    return client.get_channel(address) or await client.fetch_channel(address)


async def _left(
    parent: discord.ForumChannel | discord.TextChannel, name: str, wanted: frozenset[str], me: int
) -> AsyncIterator[tuple[discord.Thread, int | None]]:
    """Give what an earlier try left: threads that hold the story, with its message, and those without any message.

    Opening a thread takes no nonce, so they are looked for before each further try.
    """
    active = await parent.guild.active_threads()
    own = [one for one in active if one.parent_id == parent.id and one.owner_id == me and one.name == name]
    for thread in sorted(own, key=lambda one: one.id, reverse=True)[:LOOKED_AT]:
        if found := await find(thread, wanted, me):
            yield thread, found
        elif not [message async for message in thread.history(limit=1)]:
            yield thread, None


def _tags(forum: discord.ForumChannel, digest: Digest, card: Card) -> list[discord.ForumTag]:
    """Give the tags named as the story's topic; where a forum wants one and none is, its first."""
    topics = [section.topic for section in digest.sections if card in section.cards]
    fitting = [tag for tag in forum.available_tags if any(same_name(tag.name, topic) for topic in topics)]
    if not fitting and forum.flags.require_tag:
        fitting = list(forum.available_tags[:1])
    return fitting[:MAX_TAGS]
