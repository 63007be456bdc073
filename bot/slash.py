"""What commands and their options are called and do in other languages: bot/locales/*/slash.ftl and options.ftl.

English is in the code.
"""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands
from discord.app_commands import TranslationContextLocation as Place
from discord.app_commands import TranslationContextTypes, locale_str

from bot.replies import nearest, written_in

DESCRIBED = frozenset({Place.command_description, Place.group_description})


class Slash(app_commands.Translator):
    """Tells Discord of each command and option in each language we have."""

    async def translate(
        self, string: locale_str, locale: discord.Locale, context: TranslationContextTypes, /
    ) -> str | None:
        """Give a text in a language, or None where there is none of its own."""
        match context.data:
            case app_commands.Command() | app_commands.Group() if context.location in DESCRIBED:
                return description(context.data, str(locale))
            case app_commands.Command() | app_commands.Group() | app_commands.ContextMenu():
                return written_in(nearest(str(locale)), f"{key_of(context.data)}.name")
            case app_commands.Parameter() if context.location is Place.parameter_name:
                return option_name(context.data, str(locale))
            case app_commands.Parameter():
                return option_description(context.data, str(locale))
            case app_commands.Choice():
                return written_in(nearest(str(locale)), f"choice-{string.message}".replace(" ", "-"))
            case _:
                return None


def description(command: app_commands.Command[Any, ..., Any] | app_commands.Group, locale: str) -> str | None:
    """Give what a command does in a language, None where it is English or a language we do not have."""
    return written_in(nearest(locale), key_of(command))


def option_name(option: app_commands.Parameter, locale: str) -> str | None:
    """Give what an option is called in a language; the same in all commands."""
    return written_in(nearest(locale), f"option-{option.name}.name")


def option_description(option: app_commands.Parameter, locale: str) -> str | None:
    """Give what an option is, in this command or else in all."""
    return next((text for key in option_keys(option) if (text := written_in(nearest(locale), key))), None)


def option_keys(option: app_commands.Parameter) -> tuple[str, str]:
    """Give the keys of an option's description: of this command's own, of all commands'."""
    return f"option-{option.command.qualified_name.replace(' ', '-')}-{option.name}", f"option-{option.name}"


def key_of(
    command: app_commands.Command[Any, ..., Any] | app_commands.Group | app_commands.ContextMenu,
) -> str:
    """Give the key of a command's description; its name is the attribute of it."""
    return f"slash-{command.qualified_name.lower().replace(' ', '-')}"
