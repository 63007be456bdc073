"""Discord's Markdown as a tree."""

from __future__ import annotations

import time

import pytest
from hypothesis import given

from bot.playground.links import host_of, is_of_this_machine
from bot.playground.markdown import DEEPEST, read, read_line
from bot.playground.tree import (
    Code,
    CodeBlock,
    Command,
    Emoji,
    Heading,
    Link,
    Listing,
    Mention,
    Moment,
    Ping,
    Quote,
    Styled,
    Subtext,
    Tree,
    Words,
)
from tests.playground.foreign import foreign, marks_and_letters


def words(text: str) -> Tree:
    return (Words(text),)


def bold(*inside: object) -> Styled:
    return Styled("bold", inside)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("**a**", (bold(Words("a")),)),
        ("*a*", (Styled("italic", words("a")),)),
        ("_a_", (Styled("italic", words("a")),)),
        ("__a__", (Styled("underline", words("a")),)),
        ("~~a~~", (Styled("struck", words("a")),)),
        ("||a||", (Styled("spoiler", words("a")),)),
        ("***a***", (Styled("italic", (bold(Words("a")),)),)),
        ("**a***", (bold(Words("a*")),)),
        ("**a*", (Words("*"), Styled("italic", words("a")))),
        ("**a__b**c__", (bold(Words("a__b")), Words("c__"))),
        ("* a*", (Listing((words("a*"),), None),)),
        ("b * a*", words("b * a*")),
        ("snake_case_here", words("snake_case_here")),
        (r"**a \*\* b**", (bold(Words("a ** b")),)),
        ("****", (Styled("italic", words("**")),)),
        ("*****", (bold(Words("*")),)),
        ("||||", words("||||")),
        ("||||||", (Styled("spoiler", words("|")), Words("|"))),
        ("~~~~~", (Styled("struck", words("~")),)),
        ("*> a*", (Styled("italic", (Quote(words("a")),)),)),
    ],
)
def test_marks_close_where_discords_do(text: str, tree: Tree) -> None:
    assert read(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("`a*b*`", (Code("a*b*"),)),
        ("``a`b``", (Code("a`b"),)),
        ("```py\na = 1\n```\nafter", (CodeBlock("a = 1", "py"), Words("after"))),
        ("```a b```", (CodeBlock("a b", ""),)),
        ("```a", words("```a")),
        ("``", words("``")),
    ],
)
def test_nothing_is_markup_in_code(text: str, tree: Tree) -> None:
    assert read(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("## a\nb", (Heading(2, words("a")), Words("b"))),
        ("# # a", words("# # a")),
        ("#### a", words("#### a")),
        ("#a", words("#a")),
        ("-# a\nb", (Subtext(words("a")), Words("b"))),
        ("# -# a", (Heading(1, (Subtext(words("a")),)),)),
        ("a\n# b", (Words("a\n"), Heading(1, words("b")))),
        ("> a\n> b\nc", (Quote(words("a\nb")), Words("c"))),
        (">>> a\nb", (Quote(words("a\nb")),)),
        ("> > a", (Quote(words("> a")),)),
        (">a", words(">a")),
        ("a > b", words("a > b")),
        ("- a\n* b", (Listing((words("a"), words("b")), None),)),
        ("3. a\n7. b", (Listing((words("a"), words("b")), 3),)),
        ("- a\n  - b\n- c", (Listing(((Words("a\n"), Listing((words("b"),), None)), words("c")), None),)),
        ("- a\n  more", (Listing((words("a\nmore"),), None),)),
        ("-a", words("-a")),
        ("1.5 a", words("1.5 a")),
    ],
)
def test_blocks_begin_at_lines(text: str, tree: Tree) -> None:
    assert read(text) == tree


def test_a_title_knows_no_blocks() -> None:
    assert read_line("# *a*") == (Words("# "), Styled("italic", words("a")))


ONE = "https://kestrel.example/1"


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (f"[a]({ONE})", (Link(ONE, words("a")),)),
        (f"[a](<{ONE}>)", (Link(ONE, words("a")),)),
        (f'[a]({ONE} "b")', (Link(ONE, words("a"), "b"),)),
        (f"[[1]]({ONE})", (Link(ONE, words("[1]")),)),
        (f"[**a** b]({ONE})", (Link(ONE, (bold(Words("a")), Words(" b"))),)),
        (f"[a]({ONE}_(b))", (Link(f"{ONE}_(b)", words("a")),)),
        (rf"[a]({ONE}\))", (Link(f"{ONE})", words("a")),)),
        (rf"\[a]({ONE}) ", (Words("[a]("), Link(ONE, words(ONE)), Words(") "))),
        ("[a](ftp://kestrel.example)", words("[a](ftp://kestrel.example)")),
        ("[a](javascript:alert(1))", words("[a](javascript:alert(1))")),
        (f"<{ONE}>", (Link(ONE, words(ONE)),)),
        (f"see {ONE}.", (Words("see "), Link(ONE, words(ONE)), Words("."))),
        (f"({ONE}_(b))", (Words("("), Link(f"{ONE}_(b)", words(f"{ONE}_(b)")), Words(")"))),
        (
            "http://kestrel.example/a_b_c*d*",
            (Link("http://kestrel.example/a_b_c*d*", words("http://kestrel.example/a_b_c*d*")),),
        ),
    ],
)
def test_links_lead_to_hosts_over_http_only(text: str, tree: Tree) -> None:
    assert read(text) == tree


def test_a_label_that_shows_another_address_is_no_link() -> None:
    assert Link("https://osprey.example", words(f"see {ONE}")) not in read(f"[see {ONE}](https://osprey.example)")


@pytest.mark.parametrize("text", ["[a](https://[)", "https://[", "<https://[>"])
def test_an_address_that_is_none_is_read_as_words(text: str) -> None:
    assert read(text) == words(text)
    assert host_of("https://[") == ""


def test_only_this_machine_is_this_machine() -> None:
    assert is_of_this_machine("http://127.0.0.1:80/a.png")
    assert is_of_this_machine("http://localhost/a.png")
    assert not is_of_this_machine("https://localhost.kestrel.example/a.png")
    assert not is_of_this_machine("attachment://a.png")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("<t:7>", (Moment(7, "f"),)),
        ("<t:-7:R>", (Moment(-7, "R"),)),
        ("<t:7:S>", (Moment(7, "S"),)),
        ("<t:7:x>", words("<t:7:x>")),
        ("<@4>", (Mention("user", 4),)),
        ("<@!4>", (Mention("user", 4),)),
        ("<@&7>", (Mention("role", 7),)),
        ("<#8>", (Mention("channel", 8),)),
        ("</feed add:12>", (Command("feed add"),)),
        ("<a:wave:12>", (Emoji("wave"),)),
        ("@here", (Ping("@here"),)),
        (r"\@here \<@4>", words("@here <@4>")),
    ],
)
def test_what_discord_writes_between_angle_brackets_is_read(text: str, tree: Tree) -> None:
    assert read(text) == tree


def leaves(tree: Tree) -> str:
    found = []
    for node in tree:
        match node:
            case Words(text) | Code(text) | CodeBlock(text) | Ping(text):
                found.append(text)
            case Listing(items):
                found += [leaves(item) for item in items]
            case Styled(_, inside) | Link(_, inside) | Heading(_, inside) | Subtext(inside) | Quote(inside):
                found.append(leaves(inside))
    return "".join(found)


def depth(tree: Tree) -> int:
    inside = [item for node in tree for item in getattr(node, "items", [getattr(node, "inside", ())])]
    return 1 + max((depth(one) for one in inside), default=0) if tree else 0


@given(marks_and_letters)
def test_no_letter_is_lost_and_none_is_doubled(text: str) -> None:
    assert [one for one in leaves(read(text)) if one.isalpha()] == [one for one in text if one.isalpha()]


@given(foreign)
def test_depth_is_bounded(text: str) -> None:
    assert depth(read(text)) <= DEEPEST + 2


HARD = (
    *(
        "*",
        "_",
        "|",
        "~",
        "`",
        ">",
        "[",
        "(",
        "<",
        "\\",
        "@",
        "#",
        "\n",
        " ",
        "> ",
        "- ",
        "# ",
        "-# # ",
        "1. ",
        "\n- ",
        "\n  - ",
    ),
    *(
        "*a",
        "_a",
        "**a",
        "__a_",
        "~~a ",
        "||a",
        "`a``",
        "***a",
        "* **a* ",
        "**a** ",
        "_ _a__",
        "*\\",
        "```a\n",
        "\n\n- a",
        "- > # ",
    ),
    *(
        "[a](",
        "[](https://a",
        "[x](https://a.b(",
        "[x](https://a.b\\)",
        '[x](https://a.b "',
        "https://((((",
        "https://a)",
        "h",
    ),
    *("<t:1", "<@1>", "</a ", "@everyone", "http://", "[a](https://kestrel.example)"),
)
LONGEST = 4000
"""Characters of a message's text (docs: text display)."""


@pytest.mark.parametrize("piece", HARD)
def test_no_text_takes_fifty_milliseconds(piece: str) -> None:
    text = (piece * LONGEST)[:LONGEST]

    def seconds() -> float:
        began = time.process_time()
        read(text)
        return time.process_time() - began

    assert min(seconds() for _ in range(3)) < 0.05
