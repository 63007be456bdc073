"""Messages as a terminal shows them."""

from __future__ import annotations

import io
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from bot.playground.drawing import Names, print_message
from tests.builders import NOW, hours
from tests.playground.foreign import foreign

WIDTH = 60


def drawn(*components: dict[str, Any], colour: bool = False, **message: Any) -> str:
    out = io.StringIO()
    console = Console(file=out, width=WIDTH, force_terminal=colour, color_system="truecolor" if colour else None)
    names = Names(now=NOW, roles={7: "Ferries"}, channels={8: "news"})
    whole = {"author": {"username": "Tidings", "bot": True}, "timestamp": NOW.isoformat(), "components": components}
    print_message(console, whole | message, names)
    return out.getvalue()


def text(content: str) -> dict[str, Any]:
    return {"type": 10, "content": content}


def test_a_container_has_its_edge_its_lines_and_its_menu() -> None:
    box = {"type": 17, "accent_color": 0x2A7F9E, "components": [text("## Evening"), {"type": 14}, text("-# small")]}
    row = {"type": 1, "components": [{"type": 3, "placeholder": "Open a story", "options": []}]}
    lines = drawn(box, row).splitlines()
    assert lines[0] == "Tidings  APP   07:00"
    assert "▌ Evening" in lines[1]
    assert "────" in lines[2]
    assert "[ Open a story ▾ ]" in "\n".join(lines)
    assert "38;2;42;127;158" in drawn(box, colour=True)


def test_markdown_is_drawn_as_discord_draws_it() -> None:
    marks = r"**bold** \*not\* [Kestrel](https://kestrel.example/1) <@&7> in <#8> \[1\]"
    assert "bold *not* Kestrel (kestrel.example) @Ferries in #news [1]" in drawn(text(marks)).replace("\n  ", " ")
    assert "• one" in drawn(text("- one"))


def test_blocks_have_bars_points_and_numbers() -> None:
    assert [
        line.strip() for line in drawn(text("> a\n> b\n- c\n  - d\nend\n\n7. e\n8. f\n- > g")).splitlines()[1:]
    ] == [
        *("│ a", "│ b", "• c", "• d", "end", "", "7. e", "8. f", "9.", "│ g", ""),
    ]
    assert "a = *1*" in drawn(text("```py\na = *1*\n```"))


def test_a_line_feed_within_a_mark_stays() -> None:
    assert [line.strip() for line in drawn(text("**a\n**b")).splitlines()[1:3]] == ["a", "b"]


def test_half_an_address_breaks_no_drawing() -> None:
    assert "[a](https://[)" in drawn(text("[a](https://[)"))


def test_timestamps_are_told_in_utc() -> None:
    seconds = int((NOW + hours(3)).timestamp())
    assert "2 March 2026 10:00, in 3 hours" in drawn(text(f"<t:{seconds}:f>, <t:{seconds}:R>"))


def test_what_only_one_person_sees_says_so() -> None:
    assert "Only you can see this" in drawn(text("hello"), flags=64)
    assert "(edited)" in drawn(text("hello"), edited_timestamp=NOW.isoformat())


def test_embeds_and_buttons_are_drawn() -> None:
    embed = {"title": "Ferry", "description": "late", "fields": [{"name": "Since", "value": "noon"}], "color": 5}
    row = {"type": 1, "components": [{"type": 2, "label": "Read", "style": 5, "url": "https://kestrel.example"}]}
    shown = drawn(row, embeds=[embed])
    assert "▌ Ferry" in shown
    assert "[ Read ↗ ]" in shown


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300) | foreign)
def test_no_line_is_too_wide_and_no_control_character_passes(foreign: str) -> None:
    shown = drawn({"type": 17, "components": [text(foreign)]}, content=foreign)
    assert all(cell_len(line) <= WIDTH for line in shown.split("\n"))
    assert all(one.isprintable() for one in shown.replace("\n", ""))


def test_a_file_is_shown_by_its_name_and_size() -> None:
    assert "[file: feeds.opml, 1,234 bytes]" in drawn({"type": 13, "name": "feeds.opml", "size": 1234, "file": {}})
    assert "[file: feeds.opml, 0 bytes]" in drawn({"type": 13, "file": {"url": "attachment://feeds.opml"}})
