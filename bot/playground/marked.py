"""Discord's Markdown as lines of a terminal. Foreign control characters reach no terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from bot.playground.links import host_of
from bot.playground.markdown import read
from bot.playground.moments import moment, told
from bot.playground.names import Names
from bot.playground.tree import (
    Block,
    Code,
    CodeBlock,
    Command,
    Emoji,
    Heading,
    Link,
    Listing,
    Look,
    Mention,
    Moment,
    Node,
    Ping,
    Quote,
    Styled,
    Subtext,
    Tree,
    Words,
)

LOOKS: dict[Look, str] = {
    "bold": "bold",
    "italic": "italic",
    "underline": "underline",
    "struck": "strike",
    "spoiler": "reverse",
}
HEADINGS = {1: "bold underline", 2: "bold underline", 3: "bold"}
MENTION = "bold cyan"


@dataclass(frozen=True, slots=True)
class Edged:
    """Something with a bar down its left side, as containers and embeds have."""

    inside: RenderableType
    style: str
    bar: str = "▌ "

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Give the lines, the bar before each."""
        edge = Segment(self.bar, Style.parse(self.style))
        for line in console.render_lines(self.inside, options.update_width(options.max_width - 2), pad=False):
            yield edge
            yield from line
            yield Segment.line()


def marked(text: str, names: Names) -> Group:
    """Give a text with Discord's Markdown as lines of a terminal."""
    return Group(*_blocks(read(text), names))


def _blocks(tree: Tree, names: Names, style: str = "") -> Iterator[RenderableType]:
    """Give what stands one below the other."""
    line: list[Node] = []
    for node in tree:
        if not isinstance(node, Block):
            line.append(node)
            continue
        if line:
            yield _line(line, names, style)
            line = []
        yield _block(node, names)
    if line:
        yield _line(line, names, style)


def _block(node: Block, names: Names) -> RenderableType:
    match node:
        case Heading(level, inside):
            return Group(*_blocks(inside, names, HEADINGS[level]))
        case Subtext(inside):
            return Group(*_blocks(inside, names, "dim"))
        case Quote(inside):
            return Edged(Group(*_blocks(inside, names)), "dim", "│ ")
        case CodeBlock(text):
            return Padding(Text(_lines(text), "dim"), (0, 0, 0, 2))
        case Listing(items, start):
            return Group(*(_point(item, number, start, names) for number, item in enumerate(items)))
        case _:
            assert_never(node)


def _point(item: Tree, number: int, start: int | None, names: Names) -> RenderableType:
    mark = "• " if start is None else f"{start + number}. "
    first, *rest = _blocks(item, names)
    if not isinstance(first, Text):
        first, rest = Text(), [first, *rest]
    return Padding(Group(Text(mark) + first, *(Padding(one, (0, 0, 0, 2)) for one in rest)), (0, 0, 0, 1))


def _line(nodes: Iterable[Node], names: Names, style: str) -> Text:
    """Give what stands between two blocks; the line feed at its end is the next block's beginning."""
    made = _inline(nodes, names, style)
    if made.plain.endswith("\n"):
        made.right_crop()
    return made


def _inline(nodes: Iterable[Node], names: Names, style: str = "") -> Text:
    """Give words with their styles."""
    made = Text(style=style)
    for node in nodes:
        made.append_text(_words(node, names))
    return made


def _words(node: Node, names: Names) -> Text:
    match node:
        case Styled(look, inside):
            return _inline(inside, names, LOOKS[look])
        case Link(url, inside):
            label, host = _inline(inside, names, "underline"), host_of(url)
            return label if label.plain in {host, url} else label + Text(f" ({plain(host)})", "dim")
        case Listing(items):
            return Text("\n").join(_inline(item, names) for item in items)
        case Heading(_, inside) | Subtext(inside) | Quote(inside):
            return _inline(inside, names).append("\n")
        case _:
            return Text(*_word(node, names))


def _word(node: Words | Ping | Code | CodeBlock | Moment | Mention | Command | Emoji, names: Names) -> tuple[str, str]:
    """Give a text and its style."""
    match node:
        case Words(text) | Ping(text):
            return _lines(text), ""
        case Code(text) | CodeBlock(text):
            return _lines(text), "dim"
        case Moment(seconds, style):
            return told(moment(seconds), style, names.now), "bold"
        case Mention(kind, number):
            return plain(names.shown(kind, number)), MENTION
        case Command(name):
            return plain(f"/{name}"), MENTION
        case Emoji(name):
            return f":{name}:", ""
        case _:
            assert_never(node)


def _lines(text: str) -> str:
    return "\n".join(plain(line) for line in text.split("\n"))


def plain(text: str) -> str:
    """Give text without what would steer a terminal: control characters, and those that turn the writing round."""
    return "".join(one for one in text if one.isprintable() or one == " ")
