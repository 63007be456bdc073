"""What an answer to somebody can be, and the sentence of what cannot be done."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from discord import ui

from bot.drawn import Drawn
from bot.replies import Replies, sentence_of
from digests.core.errors import UseError


@dataclass(frozen=True, slots=True)
class Sheet:
    """An answer that comes with a file."""

    text: str
    filename: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Redrawn:
    """An answer to a click that changes the message clicked at."""

    view: ui.LayoutView


@dataclass(frozen=True, slots=True)
class Begun:
    """An answer to something that takes longer: `work` starts once it was given, and never tells its end before."""

    text: str
    work: Coroutine[Any, Any, None]


Answer: TypeAlias = "str | Sheet | Begun | Redrawn | ui.LayoutView | Sequence[Drawn]"
Work: TypeAlias = Callable[[Replies], Awaitable[Answer]]


def explain(error: UseError, replies: Replies) -> str:
    """Give the sentence of what cannot be done; options are judged in the words of the config file."""
    kind, _, code = error.code.partition("-")
    if kind == "problem":
        return sentence_of(code, {name: str(value) for name, value in error.fields.items()}, replies)
    return replies.say(error.code, **error.fields)
