"""What Discord lets us do in a channel, and what is missing for what a moderator asks, by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import discord
from discord.abc import GuildChannel
from discord.app_commands import AppCommandChannel, AppCommandThread

from bot.replies import Replies
from digests.core.editions import Layout, Topic
from digests.core.errors import UseError

THREADS = frozenset(
    {discord.ChannelType.public_thread, discord.ChannelType.private_thread, discord.ChannelType.news_thread}
)

NAMES = {
    "view_channel": "permission-view-channel",
    "send_messages": "permission-send-messages",
    "create_public_threads": "permission-create-threads",
    "send_messages_in_threads": "permission-send-in-threads",
    "read_message_history": "permission-read-history",
}
"""What digests need, and the key of what Discord calls it. History is read so that no part is posted twice after a
crash."""

WANTED = discord.Permissions(**dict.fromkeys([*NAMES, "manage_roles"], True))
"""What an invitation asks for: `NAMES`, and making the roles that members subscribe by."""

Place: TypeAlias = AppCommandChannel | AppCommandThread | GuildChannel | discord.Thread
"""A channel as an option or a menu gives it, or as it is known."""


def refuse_if_closed(
    guild: discord.Guild, channel: Place, replies: Replies, *, layout: Layout = Layout.OVERVIEW
) -> None:
    """Make sure that digests can be posted to a channel.

    Raises:
        UseError: they cannot; each missing permission is named.
    """
    is_thread = channel.type in THREADS
    if is_thread and layout is Layout.THREAD:
        raise UseError("no-thread-in-thread", channel=channel.mention)
    found = guild.get_channel_or_thread(channel.id)
    held = found.permissions_for(guild.me) if found else discord.Permissions.none()
    missing = [replies.say(NAMES[name]) for name in _needed(layout, is_thread=is_thread) if not getattr(held, name)]
    if missing:
        raise UseError("channel-closed", channel=channel.mention, missing=", ".join(missing))


def refuse_if_no_threads(interaction: discord.Interaction, replies: Replies) -> None:
    """Make sure that who clicks may have a thread opened where they are, and that we can.

    Raises:
        UseError: one of us cannot.
    """
    if not interaction.permissions.create_public_threads:
        raise UseError("discuss-not-allowed")
    needed = ("create_public_threads", "send_messages_in_threads")
    missing = [replies.say(NAMES[name]) for name in needed if not getattr(interaction.app_permissions, name)]
    if missing:
        raise UseError("channel-closed", channel=f"<#{interaction.channel_id}>", missing=", ".join(missing))


def _needed(layout: Layout, *, is_thread: bool) -> list[str]:
    spared = {
        "create_public_threads": layout is not Layout.THREAD,
        "send_messages_in_threads": not is_thread and layout not in {Layout.THREAD, Layout.FORUM},
        "send_messages": is_thread,
    }
    return [name for name in NAMES if not spared.get(name)]


def refuse_if_unpingable(guild: discord.Guild, channel: Place, topics: Sequence[Topic]) -> None:
    """Make sure that the topics' roles can be pinged: those that not everybody may mention need a permission.

    Raises:
        UseError: the first role that cannot.
    """
    found = guild.get_channel_or_thread(channel.id)
    if found and found.permissions_for(guild.me).mention_everyone:
        return
    for topic in topics:
        role = guild.get_role(topic.role_id) if topic.role_id else None
        if role and not role.mentionable:
            raise UseError("role-not-mentionable", role=role.mention)


def refuse_if_no_announcements(channel: Place | None) -> None:
    """Make sure that what is posted to a channel can be sent on to those that follow it.

    Raises:
        UseError: it is no announcement channel.
    """
    if channel is None or channel.type is not discord.ChannelType.news:
        raise UseError("no-announcement-channel")
