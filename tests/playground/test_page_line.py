"""A typed command taken apart: values run to the next option, names are English or the person's own."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground.page.line import commands_in, read, strange_options

ADD: dict[str, Any] = {
    "name": "feed",
    "name_localizations": {"de": "quelle"},
    "description": "Feeds",
    "options": [
        {
            "name": "add",
            "name_localizations": {"de": "hinzufügen"},
            "description": "Add a feed",
            "description_localizations": {"de": "Einen Feed hinzufügen"},
            "type": 1,
            "options": [
                {"name": "url", "name_localizations": {"de": "adresse"}, "type": 3, "required": True},
                {"name": "topic", "name_localizations": {"de": "thema"}, "type": 3},
            ],
        }
    ],
}
PLAIN: dict[str, Any] = {"name": "topics", "description": "Topics", "options": []}


def taken(line: str, locale: str = "en-US") -> tuple[str, dict[str, str], str] | None:
    typed = read(line, commands_in([ADD, PLAIN], locale))
    return typed and (typed.command.name, dict(typed.values), typed.stray)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("/topics", ("topics", {}, "")),
        ("/topics ", ("topics", {}, "")),
        ("/topicsx", None),
        ("/feed", None),
        ("/feed  add", ("feed add", {}, "")),
        ("/feed add url:https://a.x/y topic:A B", ("feed add", {"url": "https://a.x/y", "topic": "A B"}, "")),
        ("/feed add topic: Coast  url:", ("feed add", {"topic": "Coast", "url": ""}, "")),
        ("/feed add here url:x", ("feed add", {"url": "x"}, "here")),
        ("/feed add url:x url:y", ("feed add", {"url": "x url:y"}, "")),
        ("/feed hinzufügen adresse:x thema:y", None),
        ("/topics now", ("topics", {}, "now")),
    ],
)
def test_a_line_is_parted_at_the_names_of_its_options(line: str, expected: object) -> None:
    assert taken(line) == expected


def test_commands_are_shown_and_read_in_the_persons_language_and_in_english() -> None:
    command = commands_in([ADD], "de")[0]
    assert (command.shown, command.description) == ("quelle hinzufügen", "Einen Feed hinzufügen")
    own = taken("/quelle hinzufügen adresse:x thema:y", "de")
    assert own == taken("/feed add url:x topic:y", "de") == ("feed add", {"url": "x", "topic": "y"}, "")


@pytest.mark.parametrize(
    ("line", "strange"),
    [
        ("/feed add url:https://a.example:80/x?y=z", []),
        ("/feed add url:x colour:red", ["colour"]),
        ("/feed add uri:x", ["uri"]),
        ("/feed add topic:the quay: at 18:00", []),
    ],
)
def test_what_looks_like_an_option_and_is_none_is_found(line: str, strange: list[str]) -> None:
    typed = read(line, commands_in([ADD], "en-US"))
    assert typed is not None
    assert strange_options(typed) == strange


@given(st.text(st.characters(exclude_characters=":")))
def test_a_value_is_kept_as_it_was_typed(text: str) -> None:
    assert taken(f"/feed add url:{text}") == ("feed add", {"url": text.strip()}, "")
    assert taken(f"/feed add url:{text} topic:{text}") == ("feed add", {"url": text.strip(), "topic": text.strip()}, "")


@given(st.text())
def test_any_line_is_read_or_names_no_command(text: str) -> None:
    for line in (text, f"/{text}", f"/feed add {text}", f"/feed add url:{text}"):
        taken(line)
