"""What Discord lets us do in a channel, and what is missing for what a moderator asks, by name."""

from __future__ import annotations

from collections.abc import Sequence

import discord
from discord.abc import GuildChannel
from discord.app_commands import AppCommandChannel, AppCommandThread

from bot.replies import Replies
from digests.core.editions import Topic
from digests.core.errors import UseError

NEEDED = {
    "view_channel": "permission-view-channel",
    "send_messages": "permission-send-messages",
    "send_messages_in_threads": "permission-send-in-threads",
    "read_message_history": "permission-read-history",
}
"""What a digest needs: history is read so that no part is posted twice after a crash."""


WANTED = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    read_message_history=True,
    manage_roles=True,
)
"""What an invitation asks for: `NEEDED`, and making the roles that members subscribe by."""


def refuse_if_closed(
    guild: discord.Guild, channel: AppCommandChannel | AppCommandThread | GuildChannel, replies: Replies
) -> None:
    """Make sure that digests can be posted to a channel.

    Raises:
        UseError: they cannot; each missing permission is named.
    """
    found = guild.get_channel_or_thread(channel.id)
    held = found.permissions_for(guild.me) if found else discord.Permissions.none()
    other = "send_messages" if isinstance(channel, AppCommandThread) else "send_messages_in_threads"
    missing = [replies.say(key) for name, key in NEEDED.items() if name != other and not getattr(held, name)]
    if missing:
        raise UseError("channel-closed", channel=channel.mention, missing=", ".join(missing))


def refuse_if_unpingable(
    guild: discord.Guild, channel: AppCommandChannel | AppCommandThread, topics: Sequence[Topic]
) -> None:
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


def refuse_if_no_announcements(channel: AppCommandChannel | AppCommandThread | GuildChannel | None) -> None:
    """Make sure that what is posted to a channel can be sent on to those that follow it.

    Raises:
        UseError: it is no announcement channel.
    """
    if channel is None or channel.type is not discord.ChannelType.news:
        raise UseError("no-announcement-channel")
