"""Who looks at what: a person of the scene before a channel. Both stand in the address; there is no other state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.playground.scene import Scene
from bot.playground.standin.objects import Json
from bot.playground.standin.permissions import Permission
from bot.playground.standin.world import Channel, ChannelType, Message, User

ADDRESS = re.compile(r"^/as/(\d{1,20})/channels/(\d{1,20})(?:/|$)")
HISTORY = 50
"""Messages on a page: as many as Discord's client asks for at once (its docs, get channel messages)."""


class WrongAddress(Exception):  # noqa: N818 - somebody mistyped
    """There is nobody, or no channel that they see, at this address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A person before a channel."""

    user: User
    channel: Channel

    @property
    def address(self) -> str:
        """The path of the page."""
        return f"/as/{self.user.id}/channels/{self.channel.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A line of the channel list, with the threads or posts under it."""

    channel: Channel
    kind: str
    threads: list[Channel]


KINDS = {
    ChannelType.TEXT: "text channel",
    ChannelType.ANNOUNCEMENT: "announcement channel",
    ChannelType.FORUM: "forum",
    ChannelType.DM: "direct messages",
}


def people(scene: Scene) -> tuple[User, ...]:
    """Give whom one can act as."""
    return scene.moderator, scene.member, scene.second


def seat_at(scene: Scene, path: str) -> Seat:
    """Give the seat an address names.

    Raises:
        WrongAddress: there is none.
    """
    found = ADDRESS.match(path)
    user = next((one for one in people(scene) if found and one.id == int(found[1])), None)
    channel = scene.world.channels.get(int(found[2])) if found else None
    if user is None or channel is None or not can_see(scene, user, channel):
        raise WrongAddress(path)
    return Seat(user=user, channel=channel)


def can_see(scene: Scene, user: User, channel: Channel) -> bool:
    """Tell whether a channel is among those a person's client shows."""
    if channel.type is ChannelType.DM:
        return channel.recipients == [user]
    return bool(scene.world.permissions_of(user.id, scene.guild, channel) & Permission.VIEW_CHANNEL)


def places(scene: Scene, user: User) -> list[Place]:
    """Give a person's channel list, their direct messages with the bot last."""
    direct = scene.world.dm_of(user)
    own = [one for one in scene.world.channels.values() if one.guild_id == scene.guild.id and can_see(scene, user, one)]
    return [
        Place(
            channel=one,
            kind=KINDS[one.type],
            threads=[thread for thread in own if thread.parent_id == one.id and not thread.archived],
        )
        for one in [*(channel for channel in own if not channel.is_thread), direct]
    ]


def history(seat: Seat, before: int | None) -> tuple[list[Message], bool]:
    """Give the last messages of a seat's channel (before one of them), oldest first, and whether there are earlier."""
    seen = [
        one
        for one in seat.channel.messages
        if not one.deleted and one.ephemeral_for in {None, seat.user.id} and (before is None or one.id < before)
    ]
    return seen[-HISTORY:], len(seen) > HISTORY


def shown(scene: Scene, messages: list[Message]) -> Iterator[Json]:
    """Give messages as clients get them, with the thread that was begun at one."""
    for message in messages:
        channel = scene.world.channels[message.channel_id]
        made = scene.world.message_json(message, channel)
        thread = scene.world.channels.get(message.id)
        if thread is not None and thread is not channel:
            made["thread"] = thread.json()
        yield made
