"""What commands do, said in other languages: descriptions from bot/locales/*/slash.ftl. English is in the code."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands
from discord.app_commands import TranslationContextLocation as Place
from discord.app_commands import TranslationContextTypes, locale_str

from bot.replies import nearest, written_in

DESCRIBED = frozenset({Place.command_description, Place.group_description})


class Slash(app_commands.Translator):
    """Tells Discord the description of each command in each language we have."""

    async def translate(
        self, _string: locale_str, locale: discord.Locale, context: TranslationContextTypes, /
    ) -> str | None:
        """Give a description in a language, or None where there is none of its own."""
        if context.location not in DESCRIBED or not isinstance(context.data, app_commands.Command | app_commands.Group):
            return None
        return description(context.data, str(locale))


def description(command: app_commands.Command[Any, ..., Any] | app_commands.Group, locale: str) -> str | None:
    """Give what a command does in a language, None where it is English or a language we do not have."""
    return written_in(nearest(locale), key_of(command))


def key_of(command: app_commands.Command[Any, ..., Any] | app_commands.Group) -> str:
    """Give the key of a command's description."""
    return f"slash-{command.qualified_name.replace(' ', '-')}"
