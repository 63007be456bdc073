"""Commands as Discord lists them: every text in every language, valid by Discord's rules, no name twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from discord import app_commands

from bot.replies import FALLBACK, locales
from bot.slash import option_description, option_keys, option_name
from tests.bot.test_replies import written
from tests.discord.conftest import Town

NAME = re.compile(r"[-_'\w]{1,32}")
"""Discord's docs, application command naming."""

SUBCOMMAND, MESSAGE = 1, 3

OTHERS = sorted(set(locales()) - {FALLBACK})


def commands(town: Town) -> list[app_commands.Command]:  # type: ignore[type-arg]  # of any cog
    assert town.app.discord is not None
    return [one for one in town.app.discord.client.tree.walk_commands() if isinstance(one, app_commands.Command)]


def options(town: Town) -> Iterator[app_commands.Parameter]:
    for command in commands(town):
        yield from command.parameters


async def test_every_option_is_named_and_described_in_every_language_within_discords_limits(town: Town) -> None:
    for locale in OTHERS:
        for command in commands(town):
            names = [option_name(option, locale) or "" for option in command.parameters]
            assert all(NAME.fullmatch(name) and name == name.lower() for name in names), (locale, names)
            assert len(set(names)) == len(names), (locale, command.qualified_name, names)
            for option in command.parameters:
                described = option_description(option, locale) or ""
                assert 1 <= len(described) <= 100, (locale, option_keys(option))


async def test_no_text_of_an_option_is_left_over(town: Town) -> None:
    used = {key for option in options(town) for key in option_keys(option)}
    used |= {f"choice-{choice.name}".replace(" ", "-") for option in options(town) for choice in option.choices}
    for locale in OTHERS:
        assert {key for key in written(locale) if key.startswith(("option-", "choice-"))} <= used


async def test_every_choice_is_named_in_every_language(town: Town) -> None:
    wanted = {f"choice-{choice.name}".replace(" ", "-") for option in options(town) for choice in option.choices}
    for locale in OTHERS:
        assert wanted <= set(written(locale)), locale


@pytest.mark.parametrize("locale", ["de", "es-ES", "es-419", "fr", "pt-BR", "uk", "ja"])
async def test_discord_is_told_the_options_of_all_languages(town: Town, locale: str) -> None:
    latest = next(one for one in town.world.commands[None] if one["name"] == "latest")
    (topic, style) = latest["options"]
    assert topic["name_localizations"][locale] != topic["name"]
    assert topic["description_localizations"][locale] != topic["description"]
    assert style["choices"][0]["name_localizations"][locale] != style["choices"][0]["name"]


async def test_every_command_is_named_in_every_language_and_no_two_in_one_place_alike(town: Town) -> None:
    for locale in OTHERS:
        for place in (town.world.commands[None], *(one["options"] for one in groups(town))):
            names = [one["name_localizations"][locale] for one in place]
            assert len(set(names)) == len(names), (locale, names)
            chat = [one["name_localizations"][locale] for one in place if one["type"] != MESSAGE]
            assert all(NAME.fullmatch(name) and name == name.lower() for name in chat), (locale, chat)
            assert all(1 <= len(name) <= 32 for name in names)


def groups(town: Town) -> Iterator[dict[str, Any]]:
    for command in town.world.commands[None]:
        if any(option["type"] == SUBCOMMAND for option in command.get("options") or []):
            yield command


async def test_a_command_is_no_longer_than_discord_takes_in_any_language(town: Town) -> None:
    for command in town.world.commands[None]:
        assert longest(command) <= 8000


def longest(part: dict[str, object]) -> int:
    """Give the characters of a command's names, descriptions and choices, each in its longest language."""
    texts = 0
    for field in ("name", "description"):
        others = part.get(f"{field}_localizations") or {}
        assert isinstance(others, dict)
        texts += max(len(str(text)) for text in (part.get(field) or "", *others.values()))
    inside = [*(part.get("options") or []), *(part.get("choices") or [])]  # type: ignore[misc]
    return texts + len(str(part.get("value", ""))) + sum(longest(one) for one in inside)
