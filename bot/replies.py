"""Every sentence a person reads, by key and language, from bot/locales/*/*.ftl (Project Fluent).

Chooses no sentence: callers name a key. A key or field that is missing is a bug: it warns (an error under test) and
shows the key, since a bot that answers oddly is better than one that does not answer.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Mapping
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.lazy_bundle import LazyBundle
    from config.problems import ConfigError, Problem

FALLBACK = "en-US"

OF_COMMANDS = ("slash-", "option-", "choice-")
"""How the keys begin of what commands, their options and choices are called."""


class ReplyWarning(UserWarning):
    """A reply that is not written, or a field it was not given."""


class Replies:
    """The sentences of one language; what is not translated is said in English."""

    def __init__(self, locale: str = FALLBACK) -> None:
        self.locale = nearest(locale)

    def say(self, key: str, **fields: object) -> str:
        """Give the sentence of a key with its fields filled in. Numbers are written the language's way."""
        for locale in dict.fromkeys((self.locale, FALLBACK)):
            bundle = _bundle(locale)
            if (message := bundle.message(key)) and message.value:
                text, errors = bundle.filled(message.value, {name: _plain(value) for name, value in fields.items()})
                if errors:
                    warnings.warn(f"reply {key}: {errors}", ReplyWarning, stacklevel=2)
                return text
        warnings.warn(f"no such reply: {key}", ReplyWarning, stacklevel=2)
        return f"{{{key}}}"


def of_terminal() -> Replies:
    """Give the sentences of who sits at a terminal: POSIX names their language in LC_ALL, LC_MESSAGES or LANG."""
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return Replies(next(filter(None, named), "").partition(".")[0].partition("@")[0])


def written_in(locale: str, key: str) -> str | None:
    """Give a sentence without fields, or with `key.name` one's attribute, as this very language has it, or None."""
    bundle, (name, _, attribute) = _bundle(locale), key.partition(".")
    if not (message := bundle.message(name)):
        return None
    pattern = message.attributes.get(attribute) if attribute else message.value
    return bundle.filled(pattern, {})[0] if pattern else None


def preload() -> None:
    """Open every language's files, and parse what Discord is told of commands: 800 messages, asked for at once.

    Call it in a thread before replies are made on the event loop.
    """
    for locale in locales():
        _bundle(locale).read(OF_COMMANDS)


def describe(error: ConfigError, replies: Replies) -> list[str]:
    """Give a line for each problem of a configuration: its place, its key, what is wrong and what to do."""
    return [_described(problem, error.path, replies) for problem in error.problems]


def sentence_of(code: str, fields: Mapping[str, str], replies: Replies) -> str:
    """Give the sentence of a problem's code, and behind it what was probably meant."""
    sentence = replies.say(f"problem-{code}", **fields)
    suggestion = fields.get("suggestion")
    return f"{sentence} {replies.say('problem-suggestion', suggestion=suggestion)}" if suggestion else sentence


def _described(problem: Problem, path: str | None, replies: Replies) -> str:
    place = f"{path}:{problem.line}" if problem.line is not None else path if _is_in_file(problem) else None
    sentence = sentence_of(problem.code, problem.fields, replies)
    return ": ".join(part for part in (place, problem.key, sentence) if part)


def _is_in_file(problem: Problem) -> bool:
    return not problem.key.startswith("TIDINGS_")


@lru_cache(maxsize=1)
def locales() -> tuple[str, ...]:
    """Give the languages there are, by name."""
    return tuple(sorted(folder.name for folder in _root().iterdir() if folder.is_dir()))


def nearest(locale: str) -> str:
    """Give the language we have that is nearest to the one asked for: itself, one of its kind, else English."""
    wanted = locale.replace("_", "-").lower()
    known = {one.lower(): one for one in locales()}
    kin = [one for one in locales() if one.split("-")[0].lower() == wanted.split("-")[0]]
    return known.get(wanted) or (kin[0] if kin else FALLBACK)


def _root() -> Traversable:
    return files("bot").joinpath("locales")


@cache
def _bundle(locale: str) -> LazyBundle:
    from bot.lazy_bundle import LazyBundle

    files_of_it = sorted(_root().joinpath(locale).iterdir(), key=lambda one: one.name)
    return LazyBundle(locale, [file.read_text(encoding="utf-8") for file in files_of_it if file.name.endswith(".ftl")])


def _plain(value: object) -> Any:
    return value if isinstance(value, int | float | Decimal) and not isinstance(value, bool) else str(value)
