"""The grammar of a typed command: `/feed add url:https://… topic:Coast`, in English or in the person's own language.

An option's value runs to the next option's name, as when Discord's client takes a pasted line apart. Knows no values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.playground.standin.objects import Json
from bot.playground.standin.typed import GROUP, SUBCOMMAND

STRANGE = re.compile(r"(?:^|\s)([a-z_]{2,}):(?!//)(?=\S)")
"""What looks like an option within a value. Who means a word and a colon writes a space behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A command that can be typed; `shown` is its name in the person's language."""

    name: str
    shown: str
    description: str
    options: Sequence[Json]


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A line taken apart: values by option, as they stand. `stray` stands before the first option.

    `last` is the option whose value ends the line, `at` where that value begins (or where the command's name ends).
    """

    command: Command
    values: Mapping[str, str]
    stray: str
    last: Json | None
    at: int


def said(thing: Json, name: str, locale: str) -> str:
    """Give a name or a description in a language, else as it was registered."""
    text: Any = (thing.get(f"{name}_localizations") or {}).get(locale) or thing.get(name) or ""
    return str(text)


def commands_in(registered: Sequence[Json], locale: str) -> list[Command]:
    """Give what can be typed of the commands registered: each subcommand by its full name, in order of names."""
    found = (one for command in registered for one in _leaves(command, locale, (), ()))
    return sorted(found, key=lambda command: command.shown)


def read(line: str, commands: Sequence[Command]) -> Typed | None:
    """Take a line apart; None where it names no command."""
    for command in sorted(commands, key=lambda one: -len(one.name)):
        for name in (command.shown, command.name):
            pattern = "/" + r"\s+".join(map(re.escape, name.split())) + r"(?=\s|$)"
            if found := re.match(pattern, line):
                return _parted(line, found.end(), command)
    return None


def strange_options(typed: Typed) -> list[str]:
    """Give what was typed like an option and is none of this command's."""
    return [name for text in (typed.stray, *typed.values.values()) for name in STRANGE.findall(text)]


def _parted(line: str, end: int, command: Command) -> Typed:
    names = {name: option for option in command.options for name in _names(option)}
    values: dict[str, str] = {}
    stray, last, at = "", None, end
    pattern = re.compile(rf"(?<=\s)({'|'.join(map(re.escape, names)) or '(?!)'}):")
    for found in pattern.finditer(line, end):
        option = names[found[1]]
        if option["name"] in values:
            continue
        stray, last = _closed(line[at : found.start()], values, stray, last)
        last, at = option, found.end()
        values[option["name"]] = ""
    stray, last = _closed(line[at:], values, stray, last)
    return Typed(command=command, values=values, stray=stray, last=last, at=at)


def _closed(text: str, values: dict[str, str], stray: str, last: Json | None) -> tuple[str, Json | None]:
    """Put a text where it belongs: to the option before it, or nowhere."""
    if last is None:
        return text.strip(), None
    values[last["name"]] = text.strip()
    return stray, last


def _names(option: Json) -> Iterator[str]:
    yield option["name"]
    yield from (option.get("name_localizations") or {}).values()


def _leaves(node: Json, locale: str, names: tuple[str, ...], shown: tuple[str, ...]) -> Iterator[Command]:
    names, shown = (*names, node["name"]), (*shown, said(node, "name", locale))
    inside = [one for one in node.get("options") or [] if one["type"] in {SUBCOMMAND, GROUP}]
    for one in inside:
        yield from _leaves(one, locale, names, shown)
    if not inside:
        yield Command(
            name=" ".join(names),
            shown=" ".join(shown),
            description=said(node, "description", locale),
            options=node.get("options") or [],
        )
