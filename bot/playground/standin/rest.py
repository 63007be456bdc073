"""What every route of the stand-in gets and gives: a request taken apart, plain data back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.playground.standin.errors import invalid, missing_access, missing_permissions, unknown
from bot.playground.standin.objects import Json
from bot.playground.standin.permissions import Permission
from bot.playground.standin.world import Channel, ChannelType, Guild, Message, World

if TYPE_CHECKING:
    from bot.playground.standin.interactions import Interactions


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request: `ids` from its path, `query`, and its JSON."""

    world: World
    interactions: Interactions
    ids: dict[str, str]
    query: dict[str, str]
    body: Any
    gateway_url: str = ""

    @property
    def json(self) -> Json:
        """The body, which must be an object."""
        if not isinstance(self.body, dict):
            raise invalid("_", "Only dictionaries may be used in a DictType", "DICT_TYPE_CONVERT")
        return self.body

    def id(self, name: str) -> int:
        """Give an id of the path."""
        text = self.ids[name]
        if not text.isdecimal():
            raise invalid(name, f'Value "{text}" is not snowflake.', "NUMBER_TYPE_COERCE")
        return int(text)

    def guild(self) -> Guild:
        """Give the guild of the path; the bot must be in it."""
        guild = self.world.guilds.get(self.id("guild_id"))
        if guild is None:
            raise unknown("guild")
        if self.world.bot.id not in guild.members:
            raise missing_access()
        return guild

    def channel(self, *needed: Permission) -> Channel:
        """Give the channel of the path, in which the bot may do what is needed."""
        channel = self.world.channels.get(self.id("channel_id"))
        if channel is None:
            raise unknown("channel")
        if channel.type is ChannelType.DM:
            return channel
        bits = self.permissions(channel)
        if not bits & Permission.VIEW_CHANNEL:
            raise missing_access()
        if any(not bits & one for one in needed):
            raise missing_permissions()
        return channel

    def permissions(self, channel: Channel) -> int:
        """Give what the bot may do in a channel of a guild."""
        guild = self.world.guilds.get(channel.guild_id or 0)
        return self.world.permissions_of(self.world.bot.id, guild, channel) if guild else 0

    def message(self, channel: Channel) -> Message:
        """Give the message of the path."""
        wanted = self.id("message_id")
        for message in channel.messages:
            if message.id == wanted and not message.deleted and message.ephemeral_for is None:
                return message
        raise unknown("message")


Handler = Callable[[Request], Any]
"""Gives the answer's JSON, or None for 204; raises ApiError."""

Route = tuple[str, str, Handler]
