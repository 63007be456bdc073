"""Commands in answers become mentions that can be clicked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.mentions import CommandMentions

MENTIONED = CommandMentions(["feed", "feed add", "feed addict", "help", "lost"], {"feed": 7, "help": 8})


def test_a_command_in_a_sentence_is_mentioned_by_the_number_of_its_first_word() -> None:
    assert MENTIONED("Add one with /feed add, or `/help`.") == "Add one with </feed add:7>, or </help:8>."


def test_what_only_looks_like_a_command_stays() -> None:
    for text in ("https://a.example/help", "/helpful", "</help:9>", "`/help me`", "/lost", "and/help"):
        assert MENTIONED(text) == text


@given(st.text())
def test_a_text_without_commands_stays(text: str) -> None:
    assert CommandMentions()(text) == text
