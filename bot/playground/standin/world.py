"""The state of the stand-in: who is there, what was said, and who hears of it. Permissions, but no HTTP."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.playground.standin import permissions
from bot.playground.standin.guild import GUILD, Guild
from bot.playground.standin.objects import (
    THREADS,
    Channel,
    ChannelType,
    Json,
    Member,
    Message,
    Overwrite,
    Role,
    User,
)
from bot.playground.standin.permissions import Permission

__all__ = ["Channel", "ChannelType", "Guild", "Member", "Message", "Role", "User", "World"]

EPOCH = datetime(2015, 1, 1, tzinfo=UTC)
"""The first second of snowflakes (Discord's docs, snowflakes)."""

NONCE_WINDOW = timedelta(minutes=5)
"""How long a nonce is known: "the past few minutes" (Discord's docs, create message)."""

Listener = Callable[[str, Json, int | None], None]


class World:
    """Guilds, channels and people. `clock` gives the time of this world, which a demo may compress."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._last_id = 0
        self._listeners: list[Listener] = []
        self._watchers: list[Callable[[], None]] = []
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self.users: dict[int, User] = {}
        self.commands: dict[int | None, list[Json]] = {}
        self.files: dict[str, bytes] = {}
        self.files_url = ""  # where they can be fetched, once somebody serves them
        self.application_id = self.snowflake()
        self.bot = User(id=self.application_id, name="Tidings", bot=True)
        self.users[self.bot.id] = self.bot

    def now(self) -> datetime:
        """Give the time."""
        return self._clock()

    def snowflake(self) -> int:
        """Give a new id, larger than all before, that tells when it was made."""
        at = int((self._clock() - EPOCH) / timedelta(milliseconds=1)) << 22
        self._last_id = max(at, self._last_id + 1)
        return self._last_id

    def keep_file(self, filename: str, content: bytes) -> Json:
        """Keep an uploaded file; give the attachment object that names it."""
        number = str(self.snowflake())
        self.files[f"{number}/{filename}"] = content
        url = f"{self.files_url}/{number}/{filename}"
        return {"id": number, "filename": filename, "size": len(content), "url": url, "proxy_url": url}

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Have every event told (name, data, guild); give what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def watch(self, watcher: Callable[[], None]) -> Callable[[], None]:
        """Have it told that something changed, what only one person sees too; give what ends that."""
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher)

    def emit(self, event: str, data: Json, guild_id: int | None) -> None:
        """Tell all who listen."""
        for listener in tuple(self._listeners):
            listener(event, data, guild_id)
        self.tell_watchers()

    def tell_watchers(self) -> None:
        """Say that something changed."""
        for watcher in tuple(self._watchers):
            watcher()

    def add_user(self, name: str, *, locale: str = "en-US") -> User:
        """Give somebody new."""
        user = User(id=self.snowflake(), name=name, locale=locale)
        self.users[user.id] = user
        return user

    def add_guild(self, name: str, *, owner: User, bot_permissions: int = permissions.BOT) -> Guild:
        """Give a new guild that the bot was invited to with these permissions."""
        guild = Guild(id=self.snowflake(), name=name, owner_id=owner.id, created=self.now())
        self.guilds[guild.id] = guild
        guild.roles[guild.id] = Role(id=guild.id, guild_id=guild.id, name="@everyone", permissions=permissions.EVERYONE)
        own = self.add_role(guild, self.bot.name, permissions=bot_permissions)
        own.managed = True
        self.add_member(guild, owner)
        self.add_member(guild, self.bot, [own])
        self.emit("GUILD_CREATE", self.guild_json(guild), guild.id)
        return guild

    def add_member(self, guild: Guild, user: User, roles: Iterable[Role] = ()) -> Member:
        """Let a user into a guild."""
        member = Member(user=user, guild_id=guild.id, joined=self.now(), roles=[role.id for role in roles])
        guild.members[user.id] = member
        return member

    def remove_member(self, guild: Guild, user: User) -> None:
        """Let a user leave a guild, or the bot be thrown out."""
        del guild.members[user.id]
        if user is self.bot:
            self.emit("GUILD_DELETE", {"id": str(guild.id)}, guild.id)

    def add_role(self, guild: Guild, name: str, *, permissions: int = 0, mentionable: bool = False) -> Role:
        """Give a new role; as in Discord it stands lowest but for @everyone."""
        for one in guild.roles.values():
            one.position += one.id != guild.id
        role = Role(
            id=self.snowflake(),
            guild_id=guild.id,
            name=name,
            permissions=permissions,
            mentionable=mentionable,
            position=1,
        )
        guild.roles[role.id] = role
        self.emit("GUILD_ROLE_CREATE", {"guild_id": str(guild.id), "role": role.json()}, guild.id)
        return role

    def remove_role(self, guild: Guild, role: Role) -> None:
        """Delete a role and take it from everybody."""
        del guild.roles[role.id]
        for member in guild.members.values():
            member.roles = [held for held in member.roles if held != role.id]
        self.emit("GUILD_ROLE_DELETE", {"guild_id": str(guild.id), "role_id": str(role.id)}, guild.id)

    def change_member(self, member: Member, roles: Iterable[int]) -> None:
        """Set a member's roles."""
        member.roles = list(dict.fromkeys(roles))
        self.emit("GUILD_MEMBER_UPDATE", member.json() | {"guild_id": str(member.guild_id)}, member.guild_id)

    def add_channel(
        self,
        guild: Guild,
        name: str,
        *,
        type: ChannelType = ChannelType.TEXT,
        require_tag: bool = False,
    ) -> Channel:
        """Give a new channel."""
        channel = Channel(
            id=self.snowflake(),
            guild_id=guild.id,
            name=name,
            type=type,
            require_tag=require_tag,
            position=len(self.channels),
            created=self.now(),
        )
        self.channels[channel.id] = channel
        self.emit("CHANNEL_CREATE", channel.json(), guild.id)
        return channel

    def add_thread(
        self, parent: Channel, name: str, *, owner: User, message: Message | None = None, tags: Iterable[int] = ()
    ) -> Channel:
        """Give a new public thread; one begun at a message has its id."""
        thread = Channel(
            id=message.id if message else self.snowflake(),
            guild_id=parent.guild_id,
            name=name,
            type=ChannelType.PUBLIC_THREAD,
            parent_id=parent.id,
            owner_id=owner.id,
            applied_tags=list(tags),
            created=self.now(),
        )
        self.channels[thread.id] = thread
        self.emit("THREAD_CREATE", thread.json() | {"newly_created": True}, parent.guild_id)
        return thread

    def change_channel(self, channel: Channel) -> None:
        """Tell that a channel changed."""
        event = "THREAD_UPDATE" if channel.type in THREADS else "CHANNEL_UPDATE"
        self.emit(event, channel.json(), channel.guild_id)

    def delete_channel(self, channel: Channel) -> None:
        """Delete a channel with all in it."""
        del self.channels[channel.id]
        event = "THREAD_DELETE" if channel.type in THREADS else "CHANNEL_DELETE"
        self.emit(event, channel.json(), channel.guild_id)

    def dm_of(self, user: User) -> Channel:
        """Give the bot's direct messages with somebody."""
        for channel in self.channels.values():
            if channel.type is ChannelType.DM and channel.recipients == [user]:
                return channel
        channel = Channel(
            id=self.snowflake(),
            guild_id=None,
            name="",
            type=ChannelType.DM,
            recipients=[user],
            created=self.now(),
        )
        self.channels[channel.id] = channel
        return channel

    def deny(self, channel: Channel, whom: Role | User, bits: int) -> None:
        """Forbid something in a channel."""
        rule = channel.overwrites.setdefault(whom.id, Overwrite(is_member=isinstance(whom, User)))
        rule.deny, rule.allow = rule.deny | bits, rule.allow & ~bits
        self.change_channel(channel)

    def allow(self, channel: Channel, whom: Role | User, bits: int) -> None:
        """Allow something in a channel."""
        rule = channel.overwrites.setdefault(whom.id, Overwrite(is_member=isinstance(whom, User)))
        rule.allow, rule.deny = rule.allow | bits, rule.deny & ~bits
        self.change_channel(channel)

    def permissions_of(self, user_id: int, guild: Guild, channel: Channel | None = None) -> int:
        """Give what a member may do, in the guild or in a channel of it; nothing for one who is no member."""
        member = guild.members.get(user_id)
        if member is None:
            return 0
        roles = {role.id: role.permissions for role in guild.roles.values()}
        base = permissions.in_guild(roles, member.roles, guild.id, is_owner=guild.owner_id == user_id)
        if channel is None:
            return base
        place = self.channels[channel.parent_id] if channel.is_thread and channel.parent_id else channel
        return permissions.in_channel(base, place.overwrites, member.roles, guild.id, user_id)

    def store_message(
        self,
        channel: Channel,
        author: User,
        payload: Json,
        *,
        nonce: str | None = None,
        ephemeral_for: int | None = None,
        interaction: Json | None = None,
        number: int | None = None,
    ) -> Message:
        """Keep a message and tell of it; one for a single pair of eyes is told to nobody else."""
        message = Message(
            id=number or self.snowflake(),
            channel_id=channel.id,
            author=author,
            created=self.now(),
            payload=dict(payload),
            nonce=nonce,
            ephemeral_for=ephemeral_for,
            interaction=interaction,
        )
        self._notify(message, channel)
        channel.messages.append(message)
        if ephemeral_for is None:
            self.emit("MESSAGE_CREATE", self.message_json(message, channel), channel.guild_id)
        else:
            self.tell_watchers()
        return message

    def edit_message(self, message: Message, payload: Json, *, is_filled: bool = False) -> Message:
        """Change what a message says; `is_filled`: it was empty until now, so nobody takes it for edited."""
        message.payload = {**message.payload, **payload}
        message.edited = None if is_filled else self.now()
        channel = self.channels[message.channel_id]
        if message.ephemeral_for is None:
            self.emit("MESSAGE_UPDATE", self.message_json(message, channel), channel.guild_id)
        else:
            self.tell_watchers()
        return message

    def delete_message(self, message: Message) -> None:
        """Delete a message; its nonce stays known for a while."""
        message.deleted = True
        channel = self.channels[message.channel_id]
        data = {"id": str(message.id), "channel_id": str(channel.id)}
        if channel.guild_id:
            data["guild_id"] = str(channel.guild_id)
        self.emit("MESSAGE_DELETE", data, channel.guild_id)

    def said_with(self, channel: Channel, author: User, nonce: str) -> Message | None:
        """Give the message this author sent with this nonce in the last minutes, a deleted one too."""
        since = self.now() - NONCE_WINDOW
        for message in reversed(channel.messages):
            if message.nonce == nonce and message.author is author and message.created >= since:
                return message
        return None

    def message_json(self, message: Message, channel: Channel) -> Json:
        """Give a message as events and answers hold it."""
        made = message.json()
        if channel.guild_id:
            made["guild_id"] = str(channel.guild_id)
        if message.nonce:
            made["nonce"] = message.nonce
        return made

    def guild_json(self, guild: Guild) -> Json:
        """Give the guild as GUILD_CREATE holds it: with channels, threads, roles, and the bot as a member."""
        if guild.unavailable:
            return {"id": str(guild.id), "unavailable": True}
        own = [channel for channel in self.channels.values() if channel.guild_id == guild.id]
        visible = [one for one in own if self.permissions_of(self.bot.id, guild, one)]
        return GUILD | {
            "id": str(guild.id),
            "name": guild.name,
            "owner_id": str(guild.owner_id),
            "preferred_locale": guild.preferred_locale,
            "joined_at": guild.created.isoformat(),
            "member_count": len(guild.members),
            "roles": [role.json() for role in guild.roles.values()],
            "members": [guild.members[self.bot.id].json()] if self.bot.id in guild.members else [],
            "channels": [one.json() for one in own if not one.is_thread],
            "threads": [one.json() for one in visible if one.is_thread and not one.archived],
        }

    def _notify(self, message: Message, channel: Channel) -> None:
        """Work out who is notified: who is mentioned in the text, allowed by the sender, and may be mentioned."""
        wanted: dict[str, Any] | None = message.payload.get("allowed_mentions")
        parse = ("everyone", "roles", "users") if wanted is None else tuple(wanted.get("parse") or ())
        named_roles = {int(one) for one in (wanted or {}).get("roles") or ()}
        named_users = {int(one) for one in (wanted or {}).get("users") or ()}
        guild = self.guilds.get(channel.guild_id or 0)
        bits = self.permissions_of(message.author.id, guild, channel) if guild else 0
        text = message.text
        for found in re.findall(r"<@&(\d+)>", text):
            role = guild.roles.get(int(found)) if guild else None
            may = role is not None and (role.mentionable or bool(bits & Permission.MENTION_EVERYONE))
            if may and ("roles" in parse or int(found) in named_roles):
                message.mentioned_roles.append(int(found))
        for found in re.findall(r"<@!?(\d+)>", text):
            if "users" in parse or int(found) in named_users:
                message.mentioned_users.append(int(found))
        everyone = bool(re.search(r"(?<!\\)@(?:everyone|here)", text))
        message.mentions_everyone = everyone and "everyone" in parse and bool(bits & Permission.MENTION_EVERYONE)
