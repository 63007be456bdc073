"""People and what they do in their clients: type commands, press buttons, choose from menus, fill forms.

A client offers only what is registered, allowed and well-formed; the rest is `NotOffered`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

from bot.playground.standin.components import BUTTON, CHANNEL, walk
from bot.playground.standin.interactions import (
    ACK_S,
    IN_DM,
    IN_GUILD,
    MAX_INPUT,
    Interaction,
    Interactions,
    Kind,
)
from bot.playground.standin.objects import Json, Message, numbered
from bot.playground.standin.permissions import ALL, Permission
from bot.playground.standin.typed import (
    GROUP,
    SUBCOMMAND,
    Attachment,
    NotOffered,
    can_be_picked,
    filled,
    shown_channel,
)
from bot.playground.standin.world import Channel, Guild, User, World

__all__ = ["Attachment", "NoAnswer", "NotOffered", "Person", "Reply"]

CHAT_INPUT, MESSAGE = 1, 3


class NoAnswer(Exception):  # noqa: N818 - nothing broke here
    """The application did not respond."""


class Reply:
    """What came of an interaction, as it stands now."""

    def __init__(self, interaction: Interaction) -> None:
        self.interaction = interaction

    @property
    def kind(self) -> str:
        """How it was acknowledged: message, deferred, deferred_update, update, choices or modal."""
        assert self.interaction.callback is not None
        return self.interaction.callback.name.lower()

    @property
    def is_ephemeral(self) -> bool:
        """Whether one person alone sees the answer."""
        return self.interaction.is_ephemeral

    @property
    def acknowledged_after(self) -> float:
        """Seconds until the acknowledgement."""
        assert self.interaction.acknowledged_at is not None
        return self.interaction.acknowledged_at - self.interaction.began

    @property
    def modal(self) -> Json | None:
        """The form that was opened."""
        return self.interaction.modal

    @property
    def messages(self) -> list[Message]:
        """The answer and those that followed it; none while a deferred one is to come."""
        first = self.interaction.original
        own = [first] if first is not None and not self.interaction.is_waiting else []
        return [*own, *self.interaction.followups]

    @property
    def text(self) -> str:
        """The words of all messages."""
        return "\n".join(message.text for message in self.messages)

    async def finished(self, *, messages: int = 1, timeout_s: float = 30.0) -> Reply:
        """Wait until a deferred answer is there, and as many messages in all."""
        async with asyncio.timeout(timeout_s):
            while self.interaction.is_waiting or len(self.messages) < messages:
                self.interaction.changed.clear()
                await self.interaction.changed.wait()
        return self


class Person:
    """Somebody with a channel of a guild open."""

    def __init__(self, world: World, interactions: Interactions, user: User, guild: Guild, channel: Channel) -> None:
        self._world = world
        self._interactions = interactions
        self.user = user
        self.guild = guild
        self.channel = channel

    async def command(self, name: str, /, **options: Any) -> Reply:
        """Type a slash command."""
        command, path = self._offered(name, CHAT_INPUT)
        resolved: Json = {}
        given = filled(path[-1] if path else command, options, resolved, self._world, self.guild)
        return await self._do(Kind.COMMAND, _data(command, path, given, resolved))

    async def complete(self, name: str, option: str, typed: str, /, **others: Any) -> list[Json]:
        """Begin to type an option; give what is offered."""
        command, path = self._offered(name, CHAT_INPUT)
        place = path[-1] if path else command
        wanted = next((one for one in place.get("options") or [] if one["name"] == option), None)
        if wanted is None or not wanted.get("autocomplete"):
            raise NotOffered(f"{name} completes no option {option}")
        resolved: Json = {}
        given = filled(place, others, resolved, self._world, self.guild, is_partial=True)
        given.append({"name": option, "type": wanted["type"], "value": typed, "focused": True})
        reply = await self._do(Kind.AUTOCOMPLETE, _data(command, path, given, resolved))
        return reply.interaction.choices

    async def use(self, name: str, message: Message) -> Reply:
        """Choose a command of a message's menu."""
        command, _ = self._offered(name, MESSAGE)
        channel = self._world.channels[message.channel_id]
        resolved = {"messages": {str(message.id): self._world.message_json(message, channel)}}
        data = _data(command, [], [], resolved) | {"target_id": str(message.id)}
        return await self._do(Kind.COMMAND, data)

    async def press(self, message: Message, button: str) -> Reply:
        """Press a button, named by its custom id or its label."""
        found = self._component(message, button)
        if found["type"] != BUTTON or found.get("disabled") or "custom_id" not in found:
            raise NotOffered(f"{button} cannot be pressed, or leads out of here")
        return await self._click(message, found, {})

    async def choose(self, message: Message, menu: str, values: Sequence[str | Channel]) -> Reply:
        """Choose from a menu, named by its custom id or its placeholder."""
        found = self._component(message, menu)
        if found["type"] == CHANNEL:
            offered = {one.id for one in self._world.channels.values() if can_be_picked(one, found, self.guild)}
        else:
            offered = {option["value"] for option in found.get("options") or []}
        picked = [value.id if isinstance(value, Channel) else value for value in values]
        least, most = found.get("min_values", 1), found.get("max_values", 1)
        if found.get("disabled") or not set(picked) <= offered or not least <= len(set(picked)) == len(picked) <= most:
            raise NotOffered(f"{menu} does not offer {picked}")
        resolved: Json = {}
        for one in values:
            if isinstance(one, Channel):
                resolved.setdefault("channels", {})[str(one.id)] = shown_channel(one, self._world, self.guild)
        more: Json = {"values": [str(one) for one in picked]}
        return await self._click(message, found, more | ({"resolved": resolved} if resolved else {}))

    async def submit(self, form: Reply, **fields: str) -> Reply:
        """Fill a form, by custom ids, and send it."""
        assert form.modal is not None
        rows: list[Json] = form.modal["components"]
        known = {one["custom_id"]: one for one in walk(rows) if "custom_id" in one}
        if strange := set(fields) - set(known):
            raise NotOffered(f"the form has no {sorted(strange)}")
        given = {name: fields.get(name, one.get("value") or "") for name, one in known.items()}
        for name, one in known.items():
            is_left_out = not given[name] and not one.get("required", True)
            least, most = max(1, one.get("min_length") or 0), one.get("max_length") or MAX_INPUT
            if not is_left_out and not least <= len(given[name]) <= most:
                raise NotOffered(f"{name} holds {least} to {most} characters")
        numbers = count(1)
        answered = [_answered(row, given, numbers) for row in rows]
        data = {"custom_id": form.modal["custom_id"], "components": answered}
        return await self._do(Kind.MODAL, data, source=form.interaction.source, opener=form.interaction)

    def offers(self, kind: int = CHAT_INPUT) -> list[Json]:
        """Give the commands that the client offers this person here."""
        return [one for one in self._commands() if one["type"] == kind and self._may_use(one)]

    def sees(self) -> list[Message]:
        """Give the messages of the open channel that this person sees, oldest first."""
        return [one for one in self.channel.messages if not one.deleted and one.ephemeral_for in {None, self.user.id}]

    async def _click(self, message: Message, component: Json, more: Json) -> Reply:
        own = {"component_type": component["type"], "custom_id": component["custom_id"], "id": component["id"]}
        return await self._do(Kind.COMPONENT, own | more, source=message)

    async def _do(
        self, kind: Kind, data: Json, *, source: Message | None = None, opener: Interaction | None = None
    ) -> Reply:
        channel = self._world.channels[source.channel_id] if source else self.channel
        interaction = self._interactions.begin(kind, self.user, self.guild, channel, data, source=source, opener=opener)
        try:
            async with asyncio.timeout(ACK_S):
                while interaction.callback is None:
                    interaction.changed.clear()
                    await interaction.changed.wait()
        except TimeoutError:
            raise NoAnswer("The application did not respond") from None
        return Reply(interaction)

    def _offered(self, name: str, kind: int) -> tuple[Json, list[Json]]:
        """Give a registered command and the way to its subcommand, if this person may use it."""
        first, *rest = [name] if kind == MESSAGE else name.split()
        command = next((one for one in self._commands() if one["name"] == first and one["type"] == kind), None)
        if command is None:
            raise NotOffered(f"there is no command {first}")
        if not self._may_use(command):
            raise NotOffered(f"{self.user.name} may not use {first}")
        path: list[Json] = []
        for step in rest:
            inside = (path[-1] if path else command).get("options") or []
            found = next((one for one in inside if one["name"] == step and one["type"] in {SUBCOMMAND, GROUP}), None)
            if found is None:
                raise NotOffered(f"there is no command {name}")
            path.append(found)
        if any(one["type"] in {SUBCOMMAND, GROUP} for one in (path[-1] if path else command).get("options") or []):
            raise NotOffered(f"{name} is a group")
        return command, path

    def _commands(self) -> list[Json]:
        """Give the commands of the open channel's place: a guild's own come first, direct messages have none."""
        everywhere = self._world.commands.get(None, [])
        if self.channel.guild_id is None:
            return [one for one in everywhere if one["contexts"] is None or IN_DM in one["contexts"]]
        fitting = [one for one in everywhere if one["contexts"] is None or IN_GUILD in one["contexts"]]
        return [*self._world.commands.get(self.guild.id, []), *fitting]

    def _may_use(self, command: Json) -> bool:
        if self.channel.guild_id is None:
            return True
        needed = command["default_member_permissions"]
        bits = self._world.permissions_of(self.user.id, self.guild, self.channel)
        if not bits & Permission.USE_APPLICATION_COMMANDS:
            return False
        return needed is None or bits == ALL or (int(needed) != 0 and bits & int(needed) == int(needed))

    def _component(self, message: Message, wanted: str) -> Json:
        """Give a component of a message that this person can see."""
        if message.deleted or message.ephemeral_for not in {None, self.user.id}:
            raise NotOffered("the message is not there")
        for component in walk(numbered(message.payload.get("components") or [])):
            if wanted in {component.get("custom_id"), component.get("label"), component.get("placeholder")}:
                return component
        raise NotOffered(f"the message has no {wanted}")


def _data(command: Json, path: list[Json], given: list[Json], resolved: Json) -> Json:
    options = given
    for step in reversed(path):
        options = [{"name": step["name"], "type": step["type"], "options": options}]
    data = {"id": command["id"], "name": command["name"], "type": command["type"], "options": options}
    return data | {"resolved": resolved} if resolved else data


def _answered(row: Json, given: dict[str, str], numbers: Iterator[int]) -> Json:
    """Give a form's row as it is sent: numbered, with what was filled in, empty fields as empty text."""
    made: Json = {"type": row["type"], "id": next(numbers)}
    if "components" in row:
        made["components"] = [_answered(one, given, numbers) for one in row["components"]]
    if "component" in row:
        made["component"] = _answered(row["component"], given, numbers)
    if "custom_id" in row:
        made |= {"custom_id": row["custom_id"], "value": given[row["custom_id"]]}
    return made
