"""Messages over REST: send, read, edit, delete, crosspost, typing."""

from __future__ import annotations

from typing import Any

from bot.playground.standin.errors import ApiError, invalid, missing_permissions, unknown
from bot.playground.standin.limits import check_message
from bot.playground.standin.objects import Json
from bot.playground.standin.permissions import Permission
from bot.playground.standin.rest import Request, Route
from bot.playground.standin.world import Channel, ChannelType

MAX_PAGE = 100
DEFAULT_PAGE = 50
CROSSPOSTED = 1 << 0
CHANGEABLE = frozenset({"content", "embeds", "components", "flags"})


def send(request: Request) -> Any:
    """Store a message, or give the one that was sent with the same nonce just now."""
    channel = request.channel()
    _refuse_if_closed(request, channel)
    payload = request.json
    check_message(payload)
    _check_reference(request, channel, payload.get("message_reference"))
    world, nonce = request.world, payload.get("nonce")
    nonce = None if nonce is None else str(nonce)
    if nonce is not None and payload.get("enforce_nonce"):
        earlier = world.said_with(channel, world.bot, nonce)
        if earlier is not None and earlier.deleted:
            raise unknown("message")
        if earlier is not None:
            return world.message_json(earlier, channel)
    if not request.permissions(channel) & Permission.EMBED_LINKS and channel.type is not ChannelType.DM:
        payload = {**payload, "embeds": []}
    if channel.is_thread and channel.archived:
        channel.archived = False
        world.change_channel(channel)
    shown = ("content", "embeds", "components", "attachments", "flags", "allowed_mentions", "message_reference")
    kept = {name: payload.get(name) for name in shown}
    return world.message_json(world.store_message(channel, world.bot, kept, nonce=nonce), channel)


def history(request: Request) -> list[Json]:
    """Give a page of messages, newest first; none to a bot that may not read them."""
    channel = request.channel()
    limit = int(request.query.get("limit", DEFAULT_PAGE))
    if not 1 <= limit <= MAX_PAGE:
        raise invalid("limit", f"int value should be between 1 and {MAX_PAGE}.", "NUMBER_TYPE_MAX")
    may_read = request.permissions(channel) & Permission.READ_MESSAGE_HISTORY or channel.type is ChannelType.DM
    kept = [one for one in channel.messages if may_read and not one.deleted and one.ephemeral_for is None]
    if "after" in request.query:
        after = [one for one in kept if one.id > int(request.query["after"])]
        page = after[:limit]
    else:
        before = int(request.query.get("before", 1 << 63))
        page = [one for one in kept if one.id < before][-limit:]
    return [request.world.message_json(one, channel) for one in reversed(page)]


def read(request: Request) -> Json:
    """Give one message."""
    channel = request.channel(Permission.READ_MESSAGE_HISTORY)
    return request.world.message_json(request.message(channel), channel)


def edit(request: Request) -> Json:
    """Change a message of the bot."""
    channel = request.channel()
    message = request.message(channel)
    if message.author is not request.world.bot:
        raise ApiError(403, 50005, "Cannot edit a message authored by another user")
    if channel.is_thread and channel.archived:
        raise ApiError(400, 50083, "Thread is archived")
    check_message(request.json, editing=message)
    changes: Json = {name: value for name, value in request.json.items() if name in CHANGEABLE}
    if "flags" in changes:  # what was sent on stays so
        changes["flags"] |= message.flags & CROSSPOSTED
    return request.world.message_json(request.world.edit_message(message, changes), channel)


def delete(request: Request) -> None:
    """Delete a message; another's only with Manage Messages."""
    channel = request.channel()
    message = request.message(channel)
    if message.author is not request.world.bot and not request.permissions(channel) & Permission.MANAGE_MESSAGES:
        raise missing_permissions()
    request.world.delete_message(message)


def crosspost(request: Request) -> Json:
    """Send a message of an announcement channel to the channels that follow it, once."""
    channel = request.channel(Permission.SEND_MESSAGES)
    message = request.message(channel)
    if channel.type is not ChannelType.ANNOUNCEMENT:
        raise ApiError(400, 50024, "Cannot execute action on this channel type")
    if message.flags & CROSSPOSTED:
        raise ApiError(400, 40033, "This message has already been crossposted")
    changed = request.world.edit_message(message, {"flags": message.flags | CROSSPOSTED})
    return request.world.message_json(changed, channel)


def typing(request: Request) -> None:
    """Show that the bot types."""
    request.channel(Permission.SEND_MESSAGES)


def _check_reference(request: Request, channel: Channel, reference: Json | None) -> None:
    """Refuse an answer to a message that is not there, or that the bot may not read (Discord's docs, replies)."""
    if not reference:
        return
    if channel.type is not ChannelType.DM and not request.permissions(channel) & Permission.READ_MESSAGE_HISTORY:
        raise ApiError(400, 160002, "Cannot reply without permission to read message history")
    there = {one.id for one in channel.messages if not one.deleted}
    if reference.get("fail_if_not_exists", True) and int(reference["message_id"]) not in there:
        raise invalid("message_reference", "Unknown message", "REPLIES_UNKNOWN_MESSAGE")


def _refuse_if_closed(request: Request, channel: Channel) -> None:
    """Refuse a send to where the bot may not write."""
    if channel.type is ChannelType.DM:
        if any(user.dms_closed for user in channel.recipients):
            raise ApiError(403, 50007, "Cannot send messages to this user")
        return
    if channel.type is ChannelType.FORUM:
        raise ApiError(400, 50008, "Cannot send messages in a non-text channel")
    if channel.is_thread and channel.locked:
        raise ApiError(400, 50083, "Thread is archived")
    needed = Permission.SEND_MESSAGES_IN_THREADS if channel.is_thread else Permission.SEND_MESSAGES
    if not request.permissions(channel) & needed:
        raise missing_permissions()


ROUTES: tuple[Route, ...] = (
    ("POST", "/channels/{channel_id}/messages", send),
    ("GET", "/channels/{channel_id}/messages", history),
    ("GET", "/channels/{channel_id}/messages/{message_id}", read),
    ("PATCH", "/channels/{channel_id}/messages/{message_id}", edit),
    ("DELETE", "/channels/{channel_id}/messages/{message_id}", delete),
    ("POST", "/channels/{channel_id}/messages/{message_id}/crosspost", crosspost),
    ("POST", "/channels/{channel_id}/typing", typing),
)
