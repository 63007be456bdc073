"""Who changed what: which commands change something for everybody, and how the log of them is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import discord

from bot.formats.components import shortened
from bot.formats.markdown import escape
from digests.core.members import Deed
from digests.core.urls import mask

CHANGES: dict[Any, Any] = {"changes": True}
"""The extras of a command that changes something for a whole server."""

LONGEST = 200
"""Characters of what was typed that the log keeps: a line or two."""


def deed_of(interaction: discord.Interaction[Any], now: datetime) -> Deed | None:
    """Give what a command that was carried out changed; None where it shows and changes nothing."""
    command = interaction.command
    if command is None or interaction.guild_id is None or not command.extras.get("changes"):
        return None
    typed = ", ".join(f"{name}: {_shown(value)}" for name, value in interaction.namespace)
    if not typed and command.qualified_name == "server settings":
        return None
    return Deed(
        guild_id=interaction.guild_id,
        member_id=interaction.user.id,
        code=command.qualified_name,
        what=shortened(typed, LONGEST),
        at=now,
    )


def deed_lines(deeds: Sequence[Deed]) -> Iterator[str]:
    """Give a line for each deed: when, who, which command, with what."""
    for deed in deeds:
        what = f" · {escape(deed.what)}" if deed.what else ""
        yield f"- <t:{int(deed.at.timestamp())}:R> <@{deed.member_id}> `/{deed.code}`{what}"


def _shown(value: object) -> str:
    match value:
        case str():
            return mask(value) if "://" in value else value
        case discord.Attachment():
            return value.filename
        case discord.Role() | discord.app_commands.AppCommandChannel() | discord.app_commands.AppCommandThread():
            return value.name
        case _:
            return str(value)
