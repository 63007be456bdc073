"""`tidings init`: a commented tidings.toml, with a first topic where a person can name one. Never overwrites."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import click

from bot.cli import DEFAULT_FILE, fail
from bot.replies import Replies, of_terminal


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """A first topic with one feed, and when its digest comes."""

    topic: str
    feed: str
    timezone: str
    at: str


@click.command(
    epilog="""\b
Examples:
  tidings init
  tidings init /etc/tidings/tidings.toml

Exit codes: 0 written, 1 the file exists or cannot be written, 2 wrong use, 130 interrupted."""
)
@click.argument("path", type=click.Path(path_type=Path), default=DEFAULT_FILE)
def init(path: Path) -> None:
    """Write a commented tidings.toml.

    Asks a few questions on a terminal, takes defaults otherwise, and never overwrites a file.
    """
    if path.exists():
        fail("init-exists", path=path)
    text = files("config").joinpath("example.toml").read_text(encoding="utf-8")
    answers = _ask(of_terminal()) if sys.stdin.isatty() else None
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(with_topic(text, answers) if answers else text)
    except FileExistsError:
        fail("init-exists", path=path)
    except OSError as error:
        fail("init-unwritable", path=path, reason=(error.strerror or str(error)).lower())
    click.echo(of_terminal().say("init-written", path=path), err=True)


def with_topic(text: str, answers: Answers) -> str:
    """Give the text with the answers behind it as a topic and an edition."""
    quoted = json.dumps  # a JSON string is a TOML basic string
    lines = (
        "",
        "[[topics]]",
        f"name = {quoted(answers.topic)}",
        f"feeds = [{quoted(answers.feed)}]",
        "",
        "[[editions]]",
        f"topics = [{quoted(answers.topic)}]",
        f"at = {quoted(answers.at)}",
        f"timezone = {quoted(answers.timezone)}",
        "",
    )
    return text + "\n".join(lines)


def _ask(replies: Replies) -> Answers | None:
    """Ask on the terminal; no topic named means none wanted."""
    from config.calendar import read_times, read_zone
    from config.values import address_reader

    topic = click.prompt(replies.say("init-ask-topic"), default="", show_default=False, err=True).strip()
    if not topic:
        return None
    return Answers(
        topic=topic,
        feed=_prompt(replies, "init-ask-feed", address_reader("http", "https")),
        timezone=_prompt(replies, "init-ask-zone", read_zone, default="UTC"),
        at=_prompt(replies, "init-ask-at", read_times, default="08:00"),
    )


def _prompt(replies: Replies, key: str, read: Callable[[object], object], *, default: str | None = None) -> str:
    """Ask until the answer can be read; give it as it was typed."""
    from pydantic_core import PydanticCustomError

    from bot.replies import sentence_of

    def judge(typed: str) -> str:
        try:
            read(typed)
        except PydanticCustomError as error:
            fields = {name: str(value) for name, value in (error.context or {}).items()}
            raise click.BadParameter(sentence_of(error.type, fields, replies)) from error
        return typed.strip()

    answer: str = click.prompt(replies.say(key), default=default, value_proc=judge, err=True)
    return answer
