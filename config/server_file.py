"""One server as a TOML file: its settings, topics with their feeds, editions and alerts; written, and read back.

Says what such a file may hold; what becomes of it is the bot's matter. Addresses with a secret in them and roles are
not in it.
"""

from __future__ import annotations

from datetime import time
from typing import Annotated, Literal

import tomli_w
from pydantic import BeforeValidator, Field, ValidationError

from config.calendar import Days, Times, Zone, read_times, written_days
from config.judgement import finding_of
from config.loading import parsed, placed
from config.problems import ConfigError
from config.settings import Style, Table
from config.values import Address, Language, Name, Names, Number

NAME = "tidings-server.toml"
"""What the file is called; a problem is told with this name before its line."""

Clock = Annotated[time, BeforeValidator(lambda value: read_times(value)[0])]


class Place(Table):
    """A channel by its number, and by its name where another server has no such number."""

    channel: Number
    channel_name: str = ""


class ServerSettings(Table):
    """What `/server settings` sets."""

    language: Language | None = None
    timezone: Zone | None = None
    quiet_from: Clock | None = None
    quiet_to: Clock | None = None
    blocked_outlets: tuple[Name, ...] = ()
    trusted_outlets: tuple[Name, ...] = ()
    images: Literal["all", "none", "no graphic news"] = "all"
    notices: Place | None = None
    archive: Literal["private", "public"] = "private"


class ServerFeed(Table):
    """A feed of a topic, and what the server chose for it."""

    url: Address
    name: str = ""
    read_pages: bool = False
    paused: bool = False


class ServerTopic(Table):
    """A topic."""

    name: Name
    description: str = ""
    keywords: str = ""
    exclude: str = ""
    language: Language | None = None
    feeds: tuple[ServerFeed, ...] = ()


class ServerEdition(Place):
    """An edition."""

    topics: Names = Field(min_length=1)
    at: Times
    timezone: Zone
    days: Days = Field("daily", validate_default=True)
    style: Style = "standard"
    layout: Literal["overview", "thread", "forum", "embeds", "text"] = "overview"
    max_stories: Number = Field(7, ge=1, le=25)
    language: Language = "en"
    quiet_day: Literal["say", "skip"] = "say"
    ping: bool = False
    crosspost: bool = False


class ServerAlerts(Place):
    """The alerts of a topic."""

    topic: Name
    max_per_day: Number = Field(3, ge=1, le=10)


class ServerFile(Table):
    """The whole file."""

    version: Literal[1]
    settings: ServerSettings = ServerSettings()
    topics: tuple[ServerTopic, ...] = ()
    editions: tuple[ServerEdition, ...] = ()
    alerts: tuple[ServerAlerts, ...] = ()


def write_server(server: ServerFile) -> str:
    """Give a server as TOML; what is as it would be without being said is left out."""
    tree = server.model_dump(exclude_defaults=True) | {"version": server.version}
    return tomli_w.dumps({name: _writable(value) for name, value in tree.items()})


def read_server(text: str) -> ServerFile:
    """Read a server back.

    Raises:
        ConfigError: with every problem and its line.
    """
    tree = parsed(text, NAME)
    try:
        return ServerFile.model_validate(tree)
    except ValidationError as error:
        findings = [finding_of(one) for one in error.errors(include_url=False)]
        raise ConfigError(placed(findings, text), path=NAME) from error


def _writable(value: object) -> object:
    """Give a value as TOML writes it: no None, times as text, sets as sorted lists."""
    match value:
        case dict():
            return {name: _writable(one) for name, one in value.items() if one is not None}
        case list() | tuple():
            return [_writable(one) for one in value]
        case frozenset():
            return written_days(value)
        case time():
            return f"{value:%H:%M}"
        case _:
            return value
