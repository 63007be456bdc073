"""The line of every key in TOML text."""

from __future__ import annotations

import json
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.locate import line_of, lines_of

TEXT = '''\
# a comment with [web] and key = 1
plain = "# not = a comment"
"quoted key" = 1
dotted . inner = 2
long = """
[web]
port = 1 \\""" still
"""
raw = \'\'\'
a = "b\'\'\'

[web] # behind
port = [ # in a list
  1,
  "]", 2,
]
inline = { one = 1, "t}wo" = [{ deep = "}" }, { deep = 2 }], a.b = 3 }

[[topics]]
name = "A"
  [topics.extra]
  key = 1
[[topics]]
feeds = [
  "https://one.example/#x",
  "https://two.example/",
]
at = 08:00:00
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("plain",), 2),
        (("quoted key",), 3),
        (("dotted", "inner"), 4),
        (("long",), 5),
        (("raw",), 9),
        (("web",), 12),
        (("web", "port"), 13),
        (("web", "port", 1), 15),
        (("web", "port", 2), 15),
        (("web", "inline"), 17),
        (("web", "inline", "t}wo", 1, "deep"), 17),
        (("web", "inline", "a", "b"), 17),
        (("topics", 0), 19),
        (("topics", 0, "name"), 20),
        (("topics", 0, "extra", "key"), 22),
        (("topics", 1), 23),
        (("topics", 1, "feeds", 1), 26),
        (("topics", 1, "at"), 28),
        (("topics", 1, "absent"), 23),
    ],
)
def test_a_key_is_found_on_its_line(path: tuple[str | int, ...], line: int) -> None:
    assert line_of(lines_of(TEXT), path) == line


def test_what_is_not_in_the_text_has_no_line() -> None:
    assert line_of(lines_of(TEXT), ("nowhere", "key")) is None


WORDS = st.text(st.characters(codec="ascii", exclude_categories=("C",)), max_size=12)


@given(
    st.dictionaries(
        WORDS, st.recursive(WORDS | st.integers(0, 9), lambda inner: st.lists(inner, max_size=3)), max_size=6
    )
)
def test_every_key_of_any_flat_document_is_found_on_the_line_it_was_written_on(document: dict[str, object]) -> None:
    text = "\n".join(f"{json.dumps(key)} = {json.dumps(value)}" for key, value in document.items())
    assert tomllib.loads(text) == document
    lines = lines_of(text)
    assert [lines[(key,)] for key in document] == list(range(1, len(document) + 1))
