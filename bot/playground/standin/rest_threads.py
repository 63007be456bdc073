"""Threads over REST: begun at a message, by themselves, or as posts of a forum."""

from __future__ import annotations

from bot.playground.standin.errors import ApiError, invalid
from bot.playground.standin.limits import check_message
from bot.playground.standin.objects import Json
from bot.playground.standin.permissions import Permission
from bot.playground.standin.rest import Request, Route
from bot.playground.standin.world import ChannelType

MAX_NAME = 100
MAX_TAGS = 5


def at_message(request: Request) -> Json:
    """Begin the thread of a message; each has one at most."""
    channel = request.channel(Permission.CREATE_PUBLIC_THREADS)
    message = request.message(channel)
    if message.id in request.world.channels:
        raise ApiError(400, 160004, "A thread has already been created for this message")
    name = _name(request.json)
    return request.world.add_thread(channel, name, owner=request.world.bot, message=message).json()


def by_itself(request: Request) -> Json:
    """Begin a thread, in a forum with its first message."""
    channel = request.channel()
    name = _name(request.json)
    if channel.type is not ChannelType.FORUM:
        request.channel(Permission.CREATE_PUBLIC_THREADS)
        return request.world.add_thread(channel, name, owner=request.world.bot).json()
    request.channel(Permission.SEND_MESSAGES)
    tags = [int(tag) for tag in request.json.get("applied_tags") or ()]
    if channel.require_tag and not tags:
        raise ApiError(400, 40067, "A tag is required to create a forum post in this channel")
    if len(tags) > MAX_TAGS or not set(tags) <= {int(one["id"]) for one in channel.available_tags}:
        raise invalid("applied_tags", "Not tags of this channel, or more than five.")
    payload = request.json.get("message") or {}
    check_message(payload)
    thread = request.world.add_thread(channel, name, owner=request.world.bot, tags=tags)
    # the first message has its post's number (Discord's docs, start thread in forum channel)
    message = request.world.store_message(thread, request.world.bot, payload, number=thread.id)
    return thread.json() | {"message": request.world.message_json(message, thread)}


def active(request: Request) -> Json:
    """Give the threads of a guild that are not archived."""
    guild = request.guild()
    own = (one for one in request.world.channels.values() if one.guild_id == guild.id)
    threads = [one.json() for one in own if one.is_thread and not one.archived]
    return {"threads": threads, "members": [], "has_more": False}


def _name(body: Json) -> str:
    name = str(body.get("name") or "")
    if not 1 <= len(name) <= MAX_NAME:
        raise invalid("name", f"Must be between 1 and {MAX_NAME} in length.", "BASE_TYPE_BAD_LENGTH")
    return name


ROUTES: tuple[Route, ...] = (
    ("POST", "/channels/{channel_id}/messages/{message_id}/threads", at_message),
    ("POST", "/channels/{channel_id}/threads", by_itself),
    ("GET", "/guilds/{guild_id}/threads/active", active),
)

CREATING = frozenset({at_message, by_itself})
"""What is answered with 201."""
