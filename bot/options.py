"""What people type into options, as values, and what is offered while they type."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from datetime import time
from typing import Any, TypeVar

import discord
from discord.app_commands import AppCommandChannel, AppCommandThread, Choice, Transform, Transformer
from pydantic_core import PydanticCustomError

from bot.views import desk_behind
from config.calendar import read_days, read_times, read_zone, zone_names
from config.values import read_language
from digests.core.errors import UseError
from digests.core.members import Images
from digests.core.urls import mask, registrable
from digests.sources.encoding import is_encoding
from digests.usecases.feed_choices import OWN_WORD
from digests.usecases.topics import NOTHING

Value = TypeVar("Value")

POSTABLE = [
    discord.ChannelType.text,
    discord.ChannelType.news,
    discord.ChannelType.public_thread,
    discord.ChannelType.private_thread,
    discord.ChannelType.news_thread,
]
"""Where a message of ours can stand."""


TELLABLE = [*POSTABLE, discord.ChannelType.forum]
"""Where a digest can go."""


class PlaceTransformer(Transformer):
    """Takes a channel or thread as Discord gives it, whether the bot can see it or not."""

    def __init__(self, kinds: list[discord.ChannelType]) -> None:
        self._kinds = kinds

    @property
    def type(self) -> discord.AppCommandOptionType:
        """A channel is picked."""
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        """Only what can be posted to is offered."""
        return self._kinds

    async def transform(self, _interaction: discord.Interaction, value: Any, /) -> AppCommandChannel | AppCommandThread:
        """Give what was picked."""
        assert isinstance(value, AppCommandChannel | AppCommandThread)
        return value


Place = Transform[AppCommandChannel | AppCommandThread, PlaceTransformer(POSTABLE)]
"""An option for a channel or thread to post to."""

DigestPlace = Transform[AppCommandChannel | AppCommandThread, PlaceTransformer(TELLABLE)]
"""An option for where a digest goes: to a forum, too."""

MAX_CHOICES = 25
MAX_CHOICE = 100
"""Choices, and characters of one (Discord's docs, application command option choice)."""

ENCODINGS = (
    *(
        OWN_WORD,
        "utf-8",
        "windows-1250",
        "windows-1251",
        "windows-1252",
        "windows-1253",
        "windows-1254",
        "windows-1255",
    ),
    *("windows-1256", "iso-8859-1", "iso-8859-2", "iso-8859-15", "koi8-r", "koi8-u", "gb18030", "big5", "shift_jis"),
    *("euc-jp", "euc-kr"),
)
"""Encodings offered while typing; the name of any other may be typed."""

LANGUAGES = ("de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "sv", "tr", "uk", "zh")
"""Languages offered while typing; the code of any other may be typed."""


IMAGES = {"all": Images.ALL, "none": Images.NONE, "no graphic news": Images.NO_GRAPHIC}
"""The words of the option for pictures."""


def times(text: str) -> tuple[time, ...]:
    """Give the local times in "08:00,18:00". Raises UseError, like all readers here."""
    return _read(read_times, text)


def one_time(text: str) -> time:
    """Give the local time in "08:00"; of several the first."""
    return times(text)[0]


def changed_time(typed: str | None, before: time | None) -> time | None:
    """Give the local time typed, the one before where nothing was, none where it is emptied."""
    if typed is None:
        return before
    return None if typed.strip() == NOTHING else one_time(typed)


def days(text: str) -> frozenset[int]:
    """Give the ISO weekdays in "daily", "weekdays", "weekends" or "mon,thu"."""
    return _read(read_days, text)


def domains(text: str) -> tuple[str, ...]:
    """Give the domains somebody registered of a comma-separated list of domains or addresses, sorted; "-" is none."""
    parts = [part.strip().lower() for part in text.split(",")]
    wanted = [part for part in parts if part not in {"", NOTHING}]
    addresses = {part: part if "://" in part else f"https://{part}" for part in wanted}
    found = {part: registrable(address).removeprefix("www.") for part, address in addresses.items()}
    wrong = next((part for part, domain in found.items() if "." not in domain), None)
    if wrong:
        raise UseError("not-a-domain", domain=wrong)
    return tuple(sorted(set(found.values())))


async def zone(text: str) -> str:
    """Give the name of an IANA zone; in a thread, since the list of zones is read from files."""
    return await asyncio.to_thread(_read, read_zone, text)


def encoding(text: str) -> str:
    """Give the label of a character encoding, or the word for the feed's own."""
    if text.strip().lower() != OWN_WORD and not is_encoding(text):
        raise UseError("encoding-unknown", encoding=text)
    return text.strip().lower()


def language(text: str) -> str:
    """Give a language's code."""
    return _read(read_language, text)


async def encodings(_interaction: discord.Interaction, current: str) -> list[Choice[str]]:
    """Offer the encodings feeds are found in."""
    return _choices(ENCODINGS, current)


async def topic_names(interaction: discord.Interaction, current: str) -> list[Choice[str]]:
    """Offer the guild's topics."""
    held = await desk_behind(interaction).services.topics.held(interaction.guild_id or 0)
    return _choices((topic.name for topic in held), current)


async def feed_names(interaction: discord.Interaction, current: str) -> list[Choice[str]]:
    """Offer the guild's feeds by title or address; what is chosen is the feed's number."""
    held = await desk_behind(interaction).services.feeds.of_guild(interaction.guild_id or 0)
    feeds = {feed.id: (feed.title or mask(feed.url))[:MAX_CHOICE] for feeds in held.values() for feed in feeds}
    typed = current.strip().casefold()
    found = [(name, number) for number, name in feeds.items() if typed in name.casefold()]
    return [Choice(name=name, value=str(number)) for name, number in sorted(found)[:MAX_CHOICES]]


async def edition_names(interaction: discord.Interaction, current: str) -> list[Choice[str]]:
    """Offer the guild's editions."""
    services = desk_behind(interaction).services
    held = await services.editions.held(interaction.guild_id or 0, now=services.now())
    return _choices((standing.edition.name for standing in held), current)


async def zones(_interaction: discord.Interaction, current: str) -> list[Choice[str]]:
    """Offer IANA zones; a city alone finds its zone."""
    names = await asyncio.to_thread(zone_names)
    return _choices(sorted(name for name in names if "/" in name), current.replace(" ", "_"))


async def languages(_interaction: discord.Interaction, current: str) -> list[Choice[str]]:
    """Offer languages."""
    return _choices(LANGUAGES, current)


def _choices(names: Iterable[str], current: str) -> list[Choice[str]]:
    """Give the names that hold what was typed, those that begin with it first."""
    typed = current.strip().casefold()
    found = [name for name in names if typed in name.casefold() and len(name) <= MAX_CHOICE]
    found.sort(key=lambda name: not name.casefold().startswith(typed))
    return [Choice(name=name, value=name) for name in found[:MAX_CHOICES]]


def _read(reader: Callable[[object], Value], text: str) -> Value:
    """Read an option as the config file's values are read, with the same sentences for what is wrong."""
    try:
        return reader(text)
    except PydanticCustomError as error:
        raise UseError(f"problem-{error.type}", **(error.context or {})) from error
