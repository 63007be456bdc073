"""Discord's Markdown as HTML. All words are escaped; no element, attribute or address comes from a text but links."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import assert_never

from markupsafe import Markup, escape

from bot.playground.markdown import read, read_line
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

UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What no HTML document may hold (HTML standard, preprocessing the input stream), and XML neither."""

LOOKS: dict[Look, Markup] = {
    "bold": Markup("<strong>{}</strong>"),
    "italic": Markup("<em>{}</em>"),
    "underline": Markup("<u>{}</u>"),
    "struck": Markup("<s>{}</s>"),
    "spoiler": Markup(
        '<span class="spoiler"><input type="checkbox" aria-label="Show the spoiler" /><span>{}</span></span>'
    ),
}
HEADINGS = {1: Markup("<h3>{}</h3>"), 2: Markup("<h4>{}</h4>"), 3: Markup("<h5>{}</h5>")}
"""A page's own headings stand above those of its messages."""

LINK = Markup('<a href="{}"{} rel="noopener noreferrer nofollow" target="_blank">{}</a>')
MENTION = Markup('<span class="mention">{}</span>')


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Whom a text is drawn for: names, whether its @everyone notifies, whether it stands in a link."""

    names: Names
    pings: bool = False
    in_link: bool = False


def clean(text: str) -> str:
    """Give a text without what a document may not hold."""
    return UNSEEN.sub("", text)


def marked(text: str, context: Context) -> Markup:
    """Give a text with Discord's Markdown as HTML; line feeds stand in it as they are."""
    return _drawn(read(clean(text)), context)


def marked_line(text: str, context: Context) -> Markup:
    """Give a text with marks within a line, as an embed's title."""
    return _drawn(read_line(clean(text)), context)


def _drawn(tree: Tree, context: Context) -> Markup:
    return Markup().join(_node(node, context) for node in tree)


def _node(node: Node, context: Context) -> Markup:
    match node:
        case Words(text):
            return escape(text)
        case Styled("spoiler", inside) if context.in_link:  # a link holds nothing else that can be clicked
            return _drawn(inside, context)
        case Styled(look, inside):
            return LOOKS[look].format(_drawn(inside, context))
        case Link(url, inside, title):
            label = _drawn(inside, replace(context, in_link=True))
            about = Markup(' title="{}"').format(title) if title else ""
            return label if context.in_link else LINK.format(url, about, label)
        case _:
            return _block(node, context) if isinstance(node, Block) else _word(node, context)


def _word(node: Ping | Code | Moment | Mention | Command | Emoji, context: Context) -> Markup:
    match node:
        case Ping(text):
            return MENTION.format(text) if context.pings else escape(text)
        case Code(text):
            return Markup("<code>{}</code>").format(text)
        case Moment():
            return _moment(node, context.names)
        case Mention(kind, number):
            return MENTION.format(clean(context.names.shown(kind, number)))
        case Command(name):
            return MENTION.format(f"/{name}")
        case Emoji(name):
            return Markup('<span class="emoji">:{}:</span>').format(name)
        case _:
            assert_never(node)


def _block(node: Block, context: Context) -> Markup:
    match node:
        case CodeBlock(text):
            return Markup("<pre><code>{}</code></pre>").format(text)
        case Heading(level, inside):
            return HEADINGS[level].format(_drawn(inside, context))
        case Subtext(inside):
            return Markup("<small>{}</small>").format(_drawn(inside, context))
        case Quote(inside):
            return Markup("<blockquote>{}</blockquote>").format(_drawn(inside, context))
        case Listing(items, start):
            points = Markup().join(Markup("<li>{}</li>").format(_drawn(item, context)) for item in items)
            if start is None:
                return Markup("<ul>{}</ul>").format(points)
            return Markup('<ol start="{}">{}</ol>').format(start, points)
        case _:
            assert_never(node)


def _moment(node: Moment, names: Names) -> Markup:
    at = moment(node.seconds)
    words = told(at, node.style, names.now)
    if at is None:
        return Markup("<span>{}</span>").format(words)
    return Markup('<time datetime="{}" title="{}">{}</time>').format(at.isoformat(), told(at, "F", names.now), words)
