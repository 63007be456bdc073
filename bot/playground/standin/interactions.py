"""Interactions: begun by people, acknowledged once and in time, answered by one message and those that follow it.

Every rule is of Discord's docs (interactions/receiving-and-responding).
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from bot.playground.standin.components import TEXT_INPUT, walk
from bot.playground.standin.errors import ApiError, invalid, unknown
from bot.playground.standin.limits import check_message
from bot.playground.standin.objects import EPHEMERAL, Json, Message
from bot.playground.standin.permissions import EVERYONE
from bot.playground.standin.world import Channel, Guild, User, World

ACK_S = 3.0
TOKEN_S = 15 * 60.0
LOADING = 1 << 7
MAX_CHOICES = 25
MAX_CHOICE = 100
MAX_TITLE = 45
MAX_MODAL_ROWS = 5
MAX_INPUT = 4000
MAX_INPUT_LABEL = 45

IN_GUILD, IN_DM = 0, 1
"""Contexts of an interaction."""

SHOWN = ("content", "embeds", "components", "attachments", "allowed_mentions")
"""What an answer holds beside its flags."""


class Kind(IntEnum):
    """What somebody did."""

    COMMAND = 2
    COMPONENT = 3
    AUTOCOMPLETE = 4
    MODAL = 5


class Callback(IntEnum):
    """How the bot acknowledges it."""

    MESSAGE = 4
    DEFERRED = 5
    DEFERRED_UPDATE = 6
    UPDATE = 7
    CHOICES = 8
    MODAL = 9


ALLOWED = {
    Kind.COMMAND: {Callback.MESSAGE, Callback.DEFERRED, Callback.MODAL},
    Kind.COMPONENT: set(Callback) - {Callback.CHOICES},
    Kind.AUTOCOMPLETE: {Callback.CHOICES},
    Kind.MODAL: {Callback.MESSAGE, Callback.DEFERRED, Callback.DEFERRED_UPDATE, Callback.UPDATE},
}


@dataclass(slots=True, kw_only=True, eq=False)
class Interaction:
    """One thing somebody did, and what came of it. `began` and `acknowledged_at` are the event loop's seconds.

    `source` is the message that was clicked, `opener` what a form that was sent had been opened by.
    """

    id: int
    token: str
    kind: Kind
    user: User
    guild: Guild
    channel: Channel
    began: float
    source: Message | None = None
    opener: Interaction | None = None
    callback: Callback | None = None
    acknowledged_at: float | None = None
    is_ephemeral: bool = False
    original: Message | None = None
    followups: list[Message] = field(default_factory=list)
    modal: Json | None = None
    choices: list[Json] = field(default_factory=list)
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def is_waiting(self) -> bool:
        """Whether the deferred answer is still to come."""
        return self.original is not None and bool(int(self.original.payload.get("flags") or 0) & LOADING)


class Interactions:
    """All interactions; `dispatch` tells the bot."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._by_token: dict[str, Interaction] = {}
        self.dispatch: Callable[[str, Json, int | None], None] = world.emit

    def begin(
        self,
        kind: Kind,
        user: User,
        guild: Guild,
        channel: Channel,
        data: Json,
        *,
        source: Message | None = None,
        opener: Interaction | None = None,
    ) -> Interaction:
        """Tell the bot what somebody did."""
        interaction = Interaction(
            id=self._world.snowflake(),
            token=secrets.token_urlsafe(24),
            kind=kind,
            user=user,
            guild=guild,
            channel=channel,
            began=asyncio.get_running_loop().time(),
            source=source,
            opener=opener,
        )
        self._by_token[interaction.token] = interaction
        self.dispatch("INTERACTION_CREATE", self._payload(interaction, data), channel.guild_id)
        return interaction

    def acknowledge(self, interaction_id: int, token: str, body: Json) -> Json:
        """Take the bot's first answer. Raises ApiError for a late, second or impossible one."""
        interaction = self._by_token.get(token)
        now = asyncio.get_running_loop().time()
        if interaction is None or interaction.id != interaction_id:
            raise unknown("interaction")
        if interaction.callback is not None:
            raise ApiError(400, 40060, "Interaction has already been acknowledged.")
        if now - interaction.began > ACK_S:
            raise unknown("interaction")
        if body.get("type") not in set(Callback):
            raise invalid("type", "Value must be a callback type.", "BASE_TYPE_CHOICES")
        callback = Callback(body["type"])
        if callback not in ALLOWED[interaction.kind]:
            raise invalid("type", f"{callback.name} cannot answer {interaction.kind.name}.", "BASE_TYPE_CHOICES")
        self._take(interaction, callback, body.get("data") or {})
        interaction.callback, interaction.acknowledged_at = callback, now
        interaction.changed.set()
        return self._receipt(interaction)

    def with_token(self, token: str) -> Interaction:
        """Give the interaction a follow-up belongs to. Raises ApiError for an unknown or expired token."""
        interaction = self._by_token.get(token)
        if interaction is None or interaction.callback is None:
            raise unknown("webhook")
        if asyncio.get_running_loop().time() - interaction.began > TOKEN_S:
            raise ApiError(401, 50027, "Invalid Webhook Token")
        return interaction

    def follow_up(self, interaction: Interaction, payload: Json) -> Message:
        """Take a follow-up; the first one after a deferral fills the deferred answer."""
        check_message(payload, interaction=True)
        if interaction.original is not None and interaction.is_waiting:
            return self.edit(interaction, interaction.original, payload)
        is_ephemeral = bool(int(payload.get("flags") or 0) & EPHEMERAL)
        message = self._store(interaction, payload, is_ephemeral=is_ephemeral)
        interaction.followups.append(message)
        interaction.changed.set()
        return message

    def edit(self, interaction: Interaction, message: Message, payload: Json) -> Message:
        """Change an answer, or fill the first one; who sees it stays as it was."""
        check_message(payload, editing=message, interaction=True)
        before = int(message.payload.get("flags") or 0)
        flags = (before | int(payload.get("flags") or 0)) & ~(LOADING | EPHEMERAL)
        changes = {name: payload[name] for name in SHOWN if name in payload}
        self._world.edit_message(message, {**changes, "flags": flags}, is_filled=bool(before & LOADING))
        interaction.changed.set()
        return message

    def _take(self, interaction: Interaction, callback: Callback, data: Json) -> None:
        match callback:
            case Callback.MESSAGE | Callback.DEFERRED:
                is_message = callback is Callback.MESSAGE
                if is_message:
                    check_message(data, interaction=True)
                interaction.is_ephemeral = bool(int(data.get("flags") or 0) & EPHEMERAL)
                payload = data if is_message else {"flags": LOADING}
                interaction.original = self._store(interaction, payload, is_ephemeral=interaction.is_ephemeral)
            case Callback.UPDATE:
                if interaction.source is None:
                    raise invalid("type", "There is no message to update.")
                self.edit(interaction, interaction.source, data)
            case Callback.CHOICES:
                interaction.choices = _checked_choices(data)
            case Callback.MODAL:
                interaction.modal = _checked_modal(data)
            case Callback.DEFERRED_UPDATE:
                pass

    def _store(self, interaction: Interaction, payload: Json, *, is_ephemeral: bool) -> Message:
        kept = {name: payload.get(name) for name in SHOWN}
        kept["flags"] = int(payload.get("flags") or 0) & ~EPHEMERAL
        return self._world.store_message(
            interaction.channel,
            self._world.bot,
            kept,
            ephemeral_for=interaction.user.id if is_ephemeral else None,
            interaction=_metadata(interaction),
        )

    def _receipt(self, interaction: Interaction) -> Json:
        assert interaction.callback is not None
        own: Json = {"id": str(interaction.id), "type": int(interaction.kind)}
        message = interaction.original
        if message is not None:
            own |= {
                "response_message_id": str(message.id),
                "response_message_loading": interaction.is_waiting,
                "response_message_ephemeral": interaction.is_ephemeral,
            }
        if interaction.callback is Callback.UPDATE:
            message = interaction.source
        if message is None or interaction.callback not in {Callback.MESSAGE, Callback.UPDATE}:
            return {"interaction": own}
        shown = self._world.message_json(message, interaction.channel)
        return {"interaction": own, "resource": {"type": int(interaction.callback), "message": shown}}

    def _payload(self, interaction: Interaction, data: Json) -> Json:
        """Give INTERACTION_CREATE as Discord sends it to the bot."""
        world, channel, source = self._world, interaction.channel, interaction.source
        made: Json = {
            "id": str(interaction.id),
            "application_id": str(world.application_id),
            "type": int(interaction.kind),
            "token": interaction.token,
            "version": 1,
            "data": data,
            "channel_id": str(channel.id),
            "locale": interaction.user.locale,
            "entitlements": [],
            "authorizing_integration_owners": _owners(interaction),
            "attachment_size_limit": 10 * 2**20,
        }
        if source is not None:
            made["message"] = world.message_json(source, world.channels[source.channel_id])
        if channel.guild_id is None:
            alone = {"channel": channel.json(), "user": interaction.user.json(), "app_permissions": str(EVERYONE)}
            return made | alone | {"context": IN_DM}
        return made | self._whereabouts(interaction)

    def _whereabouts(self, interaction: Interaction) -> Json:
        """Give what INTERACTION_CREATE says of the guild, and of the person in it."""
        world, user, guild, channel = self._world, interaction.user, interaction.guild, interaction.channel
        bits = world.permissions_of(user.id, guild, channel)
        return {
            "guild_id": str(guild.id),
            "guild": {"id": str(guild.id), "locale": guild.preferred_locale, "features": []},
            "guild_locale": guild.preferred_locale,
            "channel": channel.json() | {"permissions": str(bits)},
            "member": guild.members[user.id].json() | {"permissions": str(bits)},
            "app_permissions": str(world.permissions_of(world.bot.id, guild, channel)),
            "context": IN_GUILD,
        }


def _owners(interaction: Interaction) -> Json:
    """Give who installed the application: the guild, which in direct messages is written 0."""
    return {"0": str(interaction.channel.guild_id or 0)}


def _metadata(interaction: Interaction) -> Json:
    """Give what a message says of the interaction it answers."""
    made: Json = {
        "id": str(interaction.id),
        "type": int(interaction.kind),
        "user": interaction.user.json(),
        "authorizing_integration_owners": _owners(interaction),
    }
    if interaction.kind is Kind.COMPONENT and interaction.source is not None:
        made["interacted_message_id"] = str(interaction.source.id)
    if interaction.opener is not None:
        made["triggering_interaction_metadata"] = _metadata(interaction.opener)
    return made


def _checked_choices(data: Json) -> list[Json]:
    choices: list[Json] = data.get("choices") or []
    if len(choices) > MAX_CHOICES:
        raise invalid("data.choices", f"Must be {MAX_CHOICES} or fewer in length.", "BASE_TYPE_MAX_LENGTH")
    for number, choice in enumerate(choices):
        for name in ("name", "value"):
            if isinstance(choice[name], str) and not 1 <= len(choice[name]) <= MAX_CHOICE:
                raise invalid(f"data.choices.{number}.{name}", f"Must be between 1 and {MAX_CHOICE} in length.")
    return choices


def _checked_modal(data: Json) -> Json:
    rows: list[Any] = data.get("components") or []
    if not 1 <= len(str(data.get("title") or "")) <= MAX_TITLE:
        raise invalid("data.title", f"Must be between 1 and {MAX_TITLE} in length.", "BASE_TYPE_BAD_LENGTH")
    if not 1 <= len(rows) <= MAX_MODAL_ROWS:
        raise invalid("data.components", f"Must be between 1 and {MAX_MODAL_ROWS} in length.", "BASE_TYPE_BAD_LENGTH")
    if not 1 <= len(str(data.get("custom_id") or "")) <= MAX_CHOICE:
        raise invalid("data.custom_id", "Must be between 1 and 100 in length.", "BASE_TYPE_BAD_LENGTH")
    inputs = [one for one in walk(rows) if one.get("type") == TEXT_INPUT]
    if len({one["custom_id"] for one in inputs}) < len(inputs):
        raise invalid("data.components", "Component custom id cannot be duplicated", "COMPONENT_CUSTOM_ID_DUPLICATED")
    for one in inputs:
        if len(one.get("label") or "") > MAX_INPUT_LABEL or len(one.get("value") or "") > MAX_INPUT:
            raise invalid("data.components", "A field has a label of 45 characters and a value of 4000 at most.")
    return data
