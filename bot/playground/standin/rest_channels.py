"""Channels over REST, and opening direct messages."""

from __future__ import annotations

from bot.playground.standin.errors import ApiError, missing_permissions, unknown
from bot.playground.standin.objects import Json
from bot.playground.standin.permissions import Permission
from bot.playground.standin.rest import Request, Route
from bot.playground.standin.world import ChannelType


def read(request: Request) -> Json:
    """Give a channel."""
    return request.channel().json()


def change(request: Request) -> Json:
    """Rename a channel; archive, lock or rename a thread (its owner may, others need Manage Threads)."""
    channel = request.channel()
    bits = request.permissions(channel)
    is_own = channel.is_thread and channel.owner_id == request.world.bot.id
    needed = Permission.MANAGE_THREADS if channel.is_thread else Permission.MANAGE_CHANNELS
    if not bits & needed and (not is_own or "locked" in request.json):
        raise missing_permissions()
    channel.name = request.json.get("name", channel.name)
    channel.archived = request.json.get("archived", channel.archived)
    channel.locked = request.json.get("locked", channel.locked)
    request.world.change_channel(channel)
    return channel.json()


def delete(request: Request) -> Json:
    """Delete a channel."""
    channel = request.channel(Permission.MANAGE_CHANNELS)
    request.world.delete_channel(channel)
    return channel.json()


def open_dm(request: Request) -> Json:
    """Give the direct messages with somebody; the bot must share a guild with them."""
    recipient = str(request.json.get("recipient_id"))
    user = request.world.users.get(int(recipient)) if recipient.isdecimal() else None
    if user is None or user.bot:
        raise unknown("user")
    bot = request.world.bot.id
    if not any(user.id in guild.members and bot in guild.members for guild in request.world.guilds.values()):
        raise ApiError(403, 50278, "Cannot send messages to this user due to having no mutual guilds")
    return request.world.dm_of(user).json()


def of_guild(request: Request) -> list[Json]:
    """Give the channels of a guild, threads left out."""
    guild = request.guild()
    own = (one for one in request.world.channels.values() if one.guild_id == guild.id)
    return [one.json() for one in own if not one.is_thread and one.type is not ChannelType.DM]


ROUTES: tuple[Route, ...] = (
    ("GET", "/channels/{channel_id}", read),
    ("PATCH", "/channels/{channel_id}", change),
    ("DELETE", "/channels/{channel_id}", delete),
    ("POST", "/users/@me/channels", open_dm),
    ("GET", "/guilds/{guild_id}/channels", of_guild),
)
