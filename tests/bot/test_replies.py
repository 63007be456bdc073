"""Replies: every key in code is written, every written one is used, and their fields agree."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast as fluent
from fluent.syntax import parse
from fluent.syntax.visitor import Visitor

from bot import lazy_bundle
from bot.lazy_bundle import LazyBundle
from bot.replies import FALLBACK, OF_COMMANDS, Replies, ReplyWarning, describe, locales, nearest, of_terminal
from config.problems import ConfigError, Problem
from digests.core.models import Failure

ROOT = Path(__file__).parents[2]
CODE = sorted(path for room in ("bot", "digests", "storage") for path in (ROOT / room).rglob("*.py"))
CONFIG = sorted((ROOT / "config").glob("*.py"))
TEMPLATES = sorted((ROOT / "bot/templates").glob("*"))
SPEAKERS = {"say", "fail", "UseError"}


class Variables(Visitor):  # type: ignore[misc]  # fluent.syntax has no types
    """Collects the variables of a message."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:  # noqa: N802 - fluent's name
        self.names.add(node.id.name)


def written(locale: str, files: Iterable[str] = ("*.ftl",)) -> dict[str, set[str]]:
    """Give the variables of each message of a language; a key written twice fails."""
    found: dict[str, set[str]] = {}
    folder = ROOT / "bot/locales" / locale
    for file in sorted(file for name in files for file in folder.glob(name)):
        for entry in parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, fluent.Junk), f"{file.name}: {entry.content}"
            if isinstance(entry, fluent.Message):
                assert entry.id.name not in found, f"{entry.id.name} is written twice"
                visitor = Variables()
                visitor.visit(entry)
                found[entry.id.name] = visitor.names
    return found


def spoken() -> Iterator[tuple[str, set[str] | None]]:
    """Give each literal key said in code with its fields (None: they are passed on as a mapping)."""
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and node.args):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            key = node.args[0]
            if name in SPEAKERS and isinstance(key, ast.Constant) and isinstance(key.value, str):
                fields = {keyword.arg for keyword in node.keywords if keyword.arg}
                yield key.value, None if any(keyword.arg is None for keyword in node.keywords) else fields


def texts_in(paths: Iterable[Path]) -> set[str]:
    """Give every literal text in code: among them are the keys that are said through a variable."""
    return {
        node.value
        for path in paths
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def said_in_templates() -> set[str]:
    return {key for path in TEMPLATES for key in re.findall(r"""say\(["']([\w-]+)""", path.read_text(encoding="utf-8"))}


def test_every_key_said_in_code_is_written_with_the_same_fields() -> None:
    known = written(FALLBACK)
    for key, fields in spoken():
        assert key in known, f"{key} is said and not written"
        if fields is not None:
            assert known[key] <= fields, f"{key} is not given {known[key] - fields}"
            assert fields <= known[key], f"{key} does not use {fields - known[key]}"


@pytest.mark.parametrize("locale", locales())
def test_every_message_is_read_alone_as_it_is_among_all(locale: str) -> None:
    texts = [file.read_text(encoding="utf-8") for file in (ROOT / "bot/locales" / locale).glob("*.ftl")]
    lazy, whole = LazyBundle(locale, texts), FluentBundle([locale], use_isolating=False)
    for text in texts:
        whole.add_resource(FluentResource(text))
    for key, names in written(locale).items():
        one, other = lazy.message(key), whole.get_message(key)
        fields = dict.fromkeys(names, 2)
        for pattern, same in (
            (one.value, other.value),
            *((one.attributes[each], other.attributes[each]) for each in other.attributes),
        ):
            if same:
                assert lazy.filled(pattern, fields) == whole.format_pattern(same, fields)


def test_what_was_read_beforehand_is_not_parsed_when_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = ROOT / "bot/locales/de"
    lazy = LazyBundle("de", [file.read_text(encoding="utf-8") for file in folder.glob("*.ftl")])
    lazy.read(OF_COMMANDS)
    monkeypatch.setattr(lazy_bundle, "FluentResource", None)
    keys = [key for key in written("de") if key.startswith(OF_COMMANDS)]
    assert len(keys) > 100
    assert all(lazy.message(key) for key in keys)


def test_every_written_key_is_said() -> None:
    failures = {f"failure-{failure.value}" for failure in Failure}
    problems = {f"problem-{text}" for text in texts_in(CONFIG)}
    unused = set(written(FALLBACK)) - texts_in(CODE) - said_in_templates() - failures - problems
    assert not unused


def test_every_failure_has_a_sentence() -> None:
    assert {f"failure-{failure.value}" for failure in Failure} <= set(written(FALLBACK))


IN_CODE = ("slash-", "option-", "choice-")
"""Texts whose English is in the code; tests/discord/test_slash.py holds them complete."""


def test_every_language_says_all_that_english_says_with_the_same_fields() -> None:
    ours = written(FALLBACK)
    for locale in locales():
        theirs = {key: fields for key, fields in written(locale).items() if not key.startswith(IN_CODE)}
        assert theirs == ours, locale


OTHER_ADDRESS = {
    "de": r"\b[a-zäöüß]+en Sie\b|\bIhnen\b|\bfür Sie\b",
    "es-ES": r"(?i)\b(?:usted|vuelva|indique|libere)\b",
    "fr": r"(?i)\b(?:vous|votre|vos)\b",
    "uk": r"(?i)\b(?:ти|тебе|тобі|тв(?:ій|оя|ого|ої)|вибери|прибери|напиши)\b",
}
"""How a language's sentences do not speak to their reader: they say du, tú, tu and Ви."""


@pytest.mark.parametrize("locale", OTHER_ADDRESS)
def test_a_reader_is_not_spoken_to_as_a_friend_here_and_as_a_stranger_there(locale: str) -> None:
    for file in sorted((ROOT / "bot/locales" / locale).glob("*.ftl")):
        assert not re.findall(OTHER_ADDRESS[locale], file.read_text(encoding="utf-8")), file.name


def test_a_missing_key_is_shown_and_warned_of() -> None:
    with pytest.warns(ReplyWarning, match="no such reply"):
        assert Replies().say("never-written") == "{never-written}"


def test_a_missing_field_is_warned_of() -> None:
    with pytest.warns(ReplyWarning, match="path"):
        Replies().say("check-database")


def test_the_nearest_language_speaks() -> None:
    assert nearest("en-US") == "en-US"
    assert nearest("en") == "en-US"
    assert nearest("en_GB") == "en-US"
    assert nearest("tlh") == "en-US"


@pytest.mark.parametrize(
    ("variables", "locale"),
    [
        ({"LANG": "uk_UA.UTF-8"}, "uk"),
        ({"LC_MESSAGES": "pt_PT.UTF-8", "LANG": "de_DE"}, "pt-BR"),
        ({"LC_ALL": "ja_JP.eucJP", "LC_MESSAGES": "de", "LANG": "fr"}, "ja"),
        ({"LC_ALL": "", "LANG": "es_MX@euro"}, "es-ES"),
        ({"LC_ALL": "C.UTF-8", "LANG": "de_DE"}, "en-US"),
        ({}, "en-US"),
    ],
)
def test_a_terminal_is_spoken_to_in_the_language_that_its_user_set(
    variables: dict[str, str], locale: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert of_terminal().locale == locale


def test_counts_agree_with_their_words() -> None:
    replies = Replies()
    assert replies.say("check-topic", name="Hills", feeds=1) == "Topic Hills: 1 feed"
    assert replies.say("check-topic", name="Hills", feeds=1200) == "Topic Hills: 1,200 feeds"


def test_a_problem_is_told_with_its_place_key_and_suggestion() -> None:
    problem = Problem(code="unknown-key", key="polling.intervall", line=1203, fields={"suggestion": "interval"})
    assert describe(ConfigError([problem], path="tidings.toml"), Replies()) == [
        "tidings.toml:1203: polling.intervall: There is no such key. Did you mean interval?"
    ]


def test_a_problem_of_a_variable_names_the_variable_and_no_file() -> None:
    problem = Problem(code="bad-time", key="TIDINGS_EDITIONS[0].at", fields={"found": "'25:00'"})
    (line,) = describe(ConfigError([problem], path="tidings.toml"), Replies())
    assert line.startswith("TIDINGS_EDITIONS[0].at: '25:00' is no time of day")
