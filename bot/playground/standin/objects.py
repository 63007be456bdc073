"""What a server is made of, and its JSON as Discord writes it. No rules here."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum
from typing import Any

EPHEMERAL = 1 << 6
COMPONENTS_V2 = 1 << 15
TEXT_DISPLAY = 10
REPLY = 19

Json = dict[str, Any]


class ChannelType(IntEnum):
    """The kinds of channels (Discord's docs, channel types)."""

    TEXT = 0
    DM = 1
    ANNOUNCEMENT = 5
    ANNOUNCEMENT_THREAD = 10
    PUBLIC_THREAD = 11
    PRIVATE_THREAD = 12
    FORUM = 15


THREADS = frozenset({ChannelType.ANNOUNCEMENT_THREAD, ChannelType.PUBLIC_THREAD, ChannelType.PRIVATE_THREAD})


@dataclass(slots=True, kw_only=True, eq=False)
class User:
    """Somebody, or the bot. `dms_closed`: direct messages are refused."""

    id: int
    name: str
    bot: bool = False
    locale: str = "en-US"
    dms_closed: bool = False

    def json(self) -> Json:
        """Give the user object."""
        return {
            "id": str(self.id),
            "username": self.name,
            "global_name": None if self.bot else self.name,
            "discriminator": "0",
            "avatar": None,
            "bot": self.bot,
            "public_flags": 0,
            "flags": 0,
            "primary_guild": None,
        }


@dataclass(slots=True, kw_only=True, eq=False)
class Role:
    """A role of a guild; @everyone has the guild's id."""

    id: int
    guild_id: int
    name: str
    permissions: int = 0
    mentionable: bool = False
    managed: bool = False
    position: int = 0

    def json(self) -> Json:
        """Give the role object."""
        return {
            "id": str(self.id),
            "name": self.name,
            "permissions": str(self.permissions),
            "position": self.position,
            "color": 0,
            "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
            "hoist": False,
            "managed": self.managed,
            "mentionable": self.mentionable,
            "icon": None,
            "unicode_emoji": None,
            "flags": 0,
        }


@dataclass(slots=True, kw_only=True, eq=False)
class Member:
    """A user in a guild."""

    user: User
    guild_id: int
    joined: datetime
    roles: list[int] = field(default_factory=list)

    def json(self) -> Json:
        """Give the guild member object."""
        return {
            "user": self.user.json(),
            "nick": None,
            "avatar": None,
            "banner": None,
            "roles": [str(role) for role in self.roles],
            "joined_at": self.joined.isoformat(),
            "premium_since": None,
            "communication_disabled_until": None,
            "deaf": False,
            "mute": False,
            "pending": False,
            "flags": 0,
        }


@dataclass(slots=True, kw_only=True, eq=False)
class Message:
    """A message as it was sent or edited; `payload` holds content, embeds, components and flags."""

    id: int
    channel_id: int
    author: User
    created: datetime
    payload: Json
    nonce: str | None = None
    edited: datetime | None = None
    ephemeral_for: int | None = None
    mentioned_roles: list[int] = field(default_factory=list)
    mentioned_users: list[int] = field(default_factory=list)
    mentions_everyone: bool = False
    interaction: Json | None = None
    deleted: bool = False

    @property
    def flags(self) -> int:
        """The message's flags."""
        own = int(self.payload.get("flags") or 0)
        return own | EPHEMERAL if self.ephemeral_for else own

    @property
    def text(self) -> str:
        """All words a reader sees, a line each."""
        return "\n".join(_words(self.payload))

    def json(self) -> Json:
        """Give the message object."""
        reference = self.payload.get("message_reference")
        made: Json = {
            "id": str(self.id),
            "channel_id": str(self.channel_id),
            "type": REPLY if reference else 20 if self.interaction else 0,
            "author": self.author.json(),
            "content": self.payload.get("content") or "",
            "timestamp": self.created.isoformat(),
            "edited_timestamp": self.edited.isoformat() if self.edited else None,
            "tts": False,
            "mention_everyone": self.mentions_everyone,
            "mentions": [],
            "mention_roles": [str(role) for role in self.mentioned_roles],
            "attachments": self.payload.get("attachments") or [],
            "embeds": self.payload.get("embeds") or [],
            "components": numbered(self.payload.get("components") or [], self.payload.get("attachments") or []),
            "pinned": False,
            "flags": self.flags,
        }
        if self.interaction:
            made["interaction_metadata"] = self.interaction
        if reference:
            own = {"type": 0, "channel_id": str(self.channel_id), "message_id": str(reference["message_id"])}
            made["message_reference"] = own
        return made


@dataclass(slots=True, kw_only=True, eq=False)
class Overwrite:
    """What a channel allows and denies to a role or a member."""

    is_member: bool
    allow: int = 0
    deny: int = 0


@dataclass(slots=True, kw_only=True, eq=False)
class Channel:
    """A channel, thread or direct message; `overwrites` by role or member."""

    id: int
    guild_id: int | None
    name: str
    type: ChannelType
    overwrites: dict[int, Overwrite] = field(default_factory=dict)
    parent_id: int | None = None
    owner_id: int = 0
    archived: bool = False
    locked: bool = False
    require_tag: bool = False
    available_tags: list[Json] = field(default_factory=list)
    applied_tags: list[int] = field(default_factory=list)
    recipients: list[User] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    position: int = 0
    created: datetime

    @property
    def is_thread(self) -> bool:
        """Whether it is a thread."""
        return self.type in THREADS

    def json(self) -> Json:
        """Give the channel object of its kind."""
        last = next((str(one.id) for one in reversed(self.messages) if not one.deleted and not one.ephemeral_for), None)
        made: Json = {"id": str(self.id), "type": int(self.type), "flags": 0, "last_message_id": last}
        if self.type is ChannelType.DM:
            return made | {"recipients": [user.json() for user in self.recipients]}
        made |= {"guild_id": str(self.guild_id), "name": self.name}
        if self.parent_id:
            made["parent_id"] = str(self.parent_id)
        if self.is_thread:
            count = len(self.messages)
            return made | {
                "owner_id": str(self.owner_id),
                "message_count": count,
                "total_message_sent": count,
                "member_count": 1,
                "applied_tags": [str(tag) for tag in self.applied_tags],
                "thread_metadata": {
                    "archived": self.archived,
                    "locked": self.locked,
                    "auto_archive_duration": 4320,
                    "archive_timestamp": self.created.isoformat(),
                    "create_timestamp": self.created.isoformat(),
                },
            }
        made |= {
            "position": self.position,
            "nsfw": False,
            "topic": None,
            "rate_limit_per_user": 0,
            "permission_overwrites": [
                {"id": str(whom), "type": int(one.is_member), "allow": str(one.allow), "deny": str(one.deny)}
                for whom, one in self.overwrites.items()
            ],
        }
        if self.type is ChannelType.FORUM:
            made |= {"available_tags": self.available_tags, "flags": 1 << 4 if self.require_tag else 0}
        return made


def numbered(components: list[Json], attachments: list[Json] | None = None) -> list[Json]:
    """Give components as Discord stores them: each with a number of its own, files as what was uploaded."""
    count = 0
    uploaded = {f"attachment://{one['filename']}": one for one in attachments or []}

    def store(component: Json) -> Json:
        nonlocal count
        count += 1
        stored = {"id": count, **component}
        if "components" in component:
            stored["components"] = [store(child) for child in component["components"]]
        if found := uploaded.get((component.get("file") or {}).get("url", "")):
            stored |= {"name": found["filename"], "size": found["size"]}
            stored["file"] = {name: found[name] for name in ("id", "url", "proxy_url")}
        if "accessory" in component:
            stored["accessory"] = store(component["accessory"])
        return stored

    return [store(component) for component in components]


def _words(payload: Json) -> list[str]:
    found = [payload["content"]] if payload.get("content") else []
    for embed in payload.get("embeds") or []:
        found += [embed[name] for name in ("title", "description") if embed.get(name)]
        found += [f"{one['name']}\n{one['value']}" for one in embed.get("fields") or []]
    return found + [word for component in payload.get("components") or [] for word in _component_words(component)]


def _component_words(component: Json) -> list[str]:
    own = [component["content"]] if component.get("type") == TEXT_DISPLAY else []
    children = [*component.get("components", []), *([component["accessory"]] if "accessory" in component else [])]
    return own + [word for child in children for word in _component_words(child)]
