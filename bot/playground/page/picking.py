"""What an option can hold: what a client offers for it, and what a typed text means. Asks the bot for nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.playground.page.line import said
from bot.playground.standin.objects import Json
from bot.playground.standin.people import Person
from bot.playground.standin.permissions import Permission
from bot.playground.standin.typed import (
    ATTACHMENT,
    BOOLEAN,
    CHANNEL,
    INTEGER,
    NUMBER,
    ROLE,
    USER,
    Attachment,
    NotOffered,
    can_be_picked,
)
from bot.playground.standin.world import Channel, Role, User, World

BOOLEANS = {"true": True, "false": False}
NUMBERS: dict[int, tuple[type[int] | type[float], str]] = {
    INTEGER: (int, "a whole number"),
    NUMBER: (float, "a number"),
}

Value = str | int | float | bool | User | Channel | Role | Attachment


def offered(option: Json, person: Person, world: World) -> dict[str, Value]:
    """Give what can be picked for an option, by what is shown; nothing where anything can be typed."""
    if option.get("choices"):
        return {said(choice, "name", person.user.locale): choice["value"] for choice in option["choices"]}
    kind: int = option["type"]
    if kind == BOOLEAN:
        return dict(BOOLEANS)
    if kind == CHANNEL:
        return {f"#{one.name}": one for one in _channels(option, person, world)}
    if kind == ROLE:
        return {f"@{role.name}": role for role in person.guild.roles.values() if role.id != person.guild.id}
    if kind == USER:
        return {f"@{member.user.name}": member.user for member in person.guild.members.values()}
    return {}


def meant(option: Json, text: str, person: Person, world: World, file: Attachment | None) -> Value:
    """Give the value that a text stands for.

    Raises:
        NotOffered: it stands for none.
    """
    name: str = option["name"]
    kind: int = option["type"]
    if kind == ATTACHMENT:
        if file is None:
            raise NotOffered(f"{name}: attach a file beside the message box")
        return file
    picked = offered(option, person, world)
    if picked:
        return _picked(option, text, picked)
    if kind in NUMBERS:
        make, called = NUMBERS[kind]
        try:
            return make(text)
        except ValueError:
            raise NotOffered(f"{name}: {text} is not {called}") from None
    return text


def _picked(option: Json, text: str, picked: dict[str, Value]) -> Value:
    """Find what a text names: as it is shown, by the value behind it, or by a mention's number."""
    wanted = text.casefold()
    number = re.fullmatch(r"<?[#@&!]*(\d+)>?", text)
    raw: dict[str, Value] = {choice["name"]: choice["value"] for choice in option.get("choices") or []}
    for shown, value in [*picked.items(), *raw.items()]:
        id_ = value.id if isinstance(value, User | Channel | Role) else None
        if wanted in {shown.casefold(), shown.lstrip("#@").casefold(), str(value).casefold()}:
            return value
        if number and id_ == int(number[1]):
            return value
    raise NotOffered(f"{option['name']}: {text or 'nothing'} is none of {', '.join(picked)}")


def _channels(option: Json, person: Person, world: World) -> Iterator[Channel]:
    for one in world.channels.values():
        bits = world.permissions_of(person.user.id, person.guild, one)
        if can_be_picked(one, option, person.guild) and bits & Permission.VIEW_CHANNEL:
            yield one
