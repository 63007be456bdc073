"""What somebody fills into a command's options, as their client sends it, or why it would not be sent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.playground.standin.objects import Json
from bot.playground.standin.world import Channel, Guild, Role, User, World

SUBCOMMAND, GROUP, STRING, INTEGER, BOOLEAN, USER, CHANNEL, ROLE, _MENTIONABLE, NUMBER, ATTACHMENT = range(1, 12)
"""The types of options (Discord's docs, application command option type)."""

PLAIN: dict[int, type] = {STRING: str, INTEGER: int, BOOLEAN: bool, NUMBER: float}
PICKED: dict[int, type[User | Channel | Role]] = {USER: User, CHANNEL: Channel, ROLE: Role}
RESOLVED = {USER: "users", CHANNEL: "channels", ROLE: "roles", ATTACHMENT: "attachments"}
MAX_STRING = 6000

MEMBER = frozenset(
    {
        "nick",
        "avatar",
        "banner",
        "roles",
        "joined_at",
        "premium_since",
        "communication_disabled_until",
        "pending",
        "flags",
    }
)
"""What is told of a member who was picked, beside the user (Discord's docs, resolved data structure)."""


class NotOffered(Exception):  # noqa: N818 - nothing broke
    """The client would not let one send this."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file put into an option."""

    filename: str
    content: bytes


def filled(
    place: Json, values: Json, resolved: Json, world: World, guild: Guild, *, is_partial: bool = False
) -> list[Json]:
    """Give options as a client sends them; what was picked goes into `resolved`.

    Raises:
        NotOffered: an option that is not there, a required one left out, or a value the client would not take.
    """
    known = {one["name"]: one for one in place.get("options") or []}
    if strange := set(values) - set(known):
        raise NotOffered(f"there is no option {', '.join(sorted(strange))}")
    missing = [name for name, one in known.items() if one.get("required") and name not in values]
    if missing and not is_partial:
        raise NotOffered(f"{', '.join(missing)} must be given")
    return [_option(known[name], value, resolved, world, guild) for name, value in values.items()]


def _option(option: Json, value: Any, resolved: Json, world: World, guild: Guild) -> Json:
    kind, name = option["type"], option["name"]
    made: Json = {"name": name, "type": kind}
    if kind in PLAIN:
        for problem in _problems(option, value):
            raise NotOffered(f"{name}: {problem}")
        return made | {"value": value}
    if isinstance(value, Attachment):
        shown = world.keep_file(value.filename, value.content)
        picked = int(shown["id"])
    elif isinstance(value, User | Channel | Role) and isinstance(value, PICKED[kind]):
        picked, shown = value.id, value.json()
    else:
        raise NotOffered(f"{name}: {value!r} cannot be picked")
    if isinstance(value, Channel):
        if not can_be_picked(value, option, guild):
            raise NotOffered(f"{name}: {value.name} cannot be picked")
        shown = shown_channel(value, world, guild)
    if isinstance(value, User) and value.id in guild.members:
        bits = world.permissions_of(value.id, guild)
        member = {name: one for name, one in guild.members[value.id].json().items() if name in MEMBER}
        resolved.setdefault("members", {})[str(picked)] = member | {"permissions": str(bits)}
    resolved.setdefault(RESOLVED[kind], {})[str(picked)] = shown
    return made | {"value": str(picked)}


def can_be_picked(channel: Channel, place: Json, guild: Guild) -> bool:
    """Tell whether an option or a menu offers a channel: one of this guild, of the kinds it names."""
    kinds = place.get("channel_types") or [channel.type]
    return channel.guild_id == guild.id and channel.type in kinds


def shown_channel(channel: Channel, world: World, guild: Guild) -> Json:
    """Give what is told of a channel that was picked."""
    return channel.json() | {"permissions": str(world.permissions_of(world.bot.id, guild, channel))}


def _problems(option: Json, value: Any) -> Iterator[str]:
    kind: int = option["type"]
    choices = option.get("choices") or []
    if type(value) is not PLAIN[kind]:
        yield f"{value!r} is of another type"
    elif choices and value not in {choice["value"] for choice in choices}:
        yield f"{value!r} is none of the choices"
    elif kind in {INTEGER, NUMBER} and not option.get("min_value", value) <= value <= option.get("max_value", value):
        yield f"{value!r} is out of range"
    elif isinstance(value, str) and not option.get("min_length", 0) <= len(value) <= option.get(
        "max_length", MAX_STRING
    ):
        yield "its length is out of range"
