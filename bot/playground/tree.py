"""What a text in Discord's Markdown consists of. Values only: `markdown` reads them, the drawings show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Look = Literal["bold", "italic", "underline", "struck", "spoiler"]
Kind = Literal["user", "role", "channel"]


@dataclass(frozen=True, slots=True)
class Words:
    """Words as they stand, line feeds among them."""

    text: str


@dataclass(frozen=True, slots=True)
class Styled:
    """A part that looks different; as in Discord it may hold blocks too."""

    look: Look
    inside: Tree


@dataclass(frozen=True, slots=True)
class Code:
    """Words in which nothing is markup."""

    text: str


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines in which nothing is markup, and the language they are said to be in."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link over http or https to a named host; a bare one has its own address inside."""

    url: str
    inside: Tree
    title: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """A time that every reader sees in their own zone; `style` is a letter of Discord's."""

    seconds: int
    style: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A user, role or channel by its id."""

    kind: Kind
    id: int


@dataclass(frozen=True, slots=True)
class Ping:
    """@everyone or @here; whether it notifies anybody, the message knows."""

    text: str


@dataclass(frozen=True, slots=True)
class Command:
    """A slash command that can be clicked, by its full name."""

    name: str


@dataclass(frozen=True, slots=True)
class Emoji:
    """A server's own emoji; its picture is Discord's."""

    name: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of one of three sizes, 1 the largest."""

    level: int
    inside: Tree


@dataclass(frozen=True, slots=True)
class Subtext:
    """A line in small print."""

    inside: Tree


@dataclass(frozen=True, slots=True)
class Listing:
    """Points one below the other, numbered from `start` if there is one."""

    items: tuple[Tree, ...]
    start: int | None


@dataclass(frozen=True, slots=True)
class Quote:
    """What stands beside a bar."""

    inside: Tree


Block = CodeBlock | Heading | Subtext | Listing | Quote
"""What begins and ends a line of its own."""

Node = Words | Styled | Code | Link | Moment | Mention | Ping | Command | Emoji | Block
Tree = tuple[Node, ...]
