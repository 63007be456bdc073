"""The message box: what it offers while somebody types, and what becomes of the line they send."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.playground.page.line import Command, Typed, commands_in, read, said, strange_options
from bot.playground.page.picking import Value, meant, offered
from bot.playground.standin.limits import MAX_CONTENT
from bot.playground.standin.objects import Json
from bot.playground.standin.people import Person, Reply
from bot.playground.standin.permissions import Permission
from bot.playground.standin.typed import ATTACHMENT, Attachment, NotOffered
from bot.playground.standin.world import World

MOST = 25
"""Lines a client offers at once (Discord's docs, autocomplete)."""


REMEMBERED = 1000
"""Choices remembered: forty full lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One line of the list: taking it puts `insert` in place of the typed text from `start` on."""

    label: str
    detail: str
    insert: str
    start: int
    wants_file: bool = False


class Composer:
    """The message boxes of all people. It remembers what stood behind what the bot offered, as clients do."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._behind: dict[tuple[int, str, str, str], Value] = {}

    async def offers(self, person: Person, line: str) -> list[Offer]:
        """Give what can come next in a line that ends where somebody types.

        Raises:
            NoAnswer: the bot was asked to complete a value, and did not.
        """
        known = commands_in(person.offers(), person.user.locale)
        typed = read(line, known) if line.startswith("/") else None
        if typed is None or (typed.at == len(line) and typed.last is None):
            return _commands(line, known)
        return [*await self._values(person, line, typed), *_options(person, line, typed)][:MOST]

    async def send(self, person: Person, line: str, file: Attachment | None) -> Reply | None:
        """Send a line as somebody: a command, or words to all, which have no reply.

        Raises:
            NotOffered: their client would not send it.
            NoAnswer: the bot did not respond.
        """
        line = line.strip()
        if not line.startswith("/"):
            _say(person, self._world, line)
            return None
        typed = read(line, commands_in(person.offers(), person.user.locale))
        if typed is None:
            raise NotOffered(f"there is no command {line.split()[0]} for {person.user.name} here")
        if strange := strange_options(typed):
            raise NotOffered(f"there is no option {strange[0]} in /{typed.command.shown}")
        if typed.stray:
            raise NotOffered(f"“{typed.stray}” belongs to no option of /{typed.command.shown}: write option:value")
        return await person.command(typed.command.name, **self._meant(person, typed, file))

    def _meant(self, person: Person, typed: Typed, file: Attachment | None) -> dict[str, Value]:
        """Give the values that are sent; a file that was attached goes into the option for one, named or not."""
        values: dict[str, Value] = {}
        for option in typed.command.options:
            name = option["name"]
            if option["type"] == ATTACHMENT and file is not None:
                values[name] = file
            elif name in typed.values:
                text = typed.values[name]
                value = meant(option, text, person, self._world, file)
                values[name] = self._behind.get((person.user.id, typed.command.name, name, text), value)
        return values

    async def _values(self, person: Person, line: str, typed: Typed) -> list[Offer]:
        """Give what the last option's value may become."""
        option = typed.last
        text = line[typed.at :].lstrip()
        if option is None or (text and text != text.rstrip()):
            return []
        if option.get("autocomplete"):
            shown = await self._completed(person, typed, option, text)
        else:
            begun = text.casefold().lstrip("#@")
            shown = [one for one in offered(option, person, self._world) if begun in one.casefold()]
        name = said(option, "name", person.user.locale)
        return [Offer(label=one, detail=name, insert=f"{one} ", start=typed.at) for one in shown if one != text]

    async def _completed(self, person: Person, typed: Typed, option: Json, text: str) -> list[str]:
        """Give what the bot offers for an option, which may depend on those that are whole already."""
        others: dict[str, Value] = {}
        for one in typed.command.options:
            if one["name"] in typed.values and one is not option:
                try:
                    others[one["name"]] = meant(one, typed.values[one["name"]], person, self._world, None)
                except NotOffered:
                    continue  # still being typed
        found = await person.complete(typed.command.name, option["name"], text, **others)
        for choice in found:
            self._behind[person.user.id, typed.command.name, option["name"], choice["name"]] = choice["value"]
        while len(self._behind) > REMEMBERED:
            del self._behind[next(iter(self._behind))]
        return [choice["name"] for choice in found]


def _say(person: Person, world: World, text: str) -> None:
    needed = Permission.SEND_MESSAGES_IN_THREADS if person.channel.is_thread else Permission.SEND_MESSAGES
    is_direct = person.channel.guild_id is None
    if not is_direct and not world.permissions_of(person.user.id, person.guild, person.channel) & needed:
        raise NotOffered(f"{person.user.name} may not write here")
    if not 1 <= len(text) <= MAX_CONTENT:
        raise NotOffered(f"a message has 1 to {MAX_CONTENT} characters, this one has {len(text)}")
    world.store_message(person.channel, person.user, {"content": text})


def _commands(line: str, known: Iterable[Command]) -> list[Offer]:
    if not line.startswith("/"):
        return []
    wanted = line[1:].casefold()
    found = [one for one in known if wanted in one.shown.casefold() or wanted in one.name]
    found.sort(key=lambda one: not one.shown.casefold().startswith(wanted))
    return [Offer(label=f"/{one.shown}", detail=one.description, insert=f"/{one.shown} ", start=0) for one in found]


def _options(person: Person, line: str, typed: Typed) -> list[Offer]:
    """Give the options not given yet, the required ones first, which begin as the line's last word does."""
    if typed.last is not None and not line[typed.at :].strip():
        return []
    found = re.search(r"(?<=\s)[^\s:]*$", line)
    if found is None:
        return []
    made, locale = [], person.user.locale
    for option in sorted(typed.command.options, key=lambda one: not one.get("required")):
        name = said(option, "name", locale)
        if option["name"] not in typed.values and name.startswith(found[0]):
            words = [said(option, "description", locale)]
            made.append(
                Offer(
                    label=f"{name}:",
                    detail=" · ".join(["required", *words] if option.get("required") else words),
                    insert=f"{name}:",
                    start=found.start(),
                    wants_file=option["type"] == ATTACHMENT,
                )
            )
    return made
