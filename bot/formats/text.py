"""A digest for the terminal: colours on a terminal, plain lines in a pipe. Feed text is never read as rich's markup."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from bot.formats.outline import (
    blocks,
    cited,
    correction_line,
    coverage_line,
    empty_line,
    heading,
    markers,
    quote_of,
    status_line,
    why_line,
    written_line,
)
from bot.replies import Replies
from digests.core.digest import Card, Digest, Sentence

INDENT = "   "
WIDEST = 100
"""Columns of a paragraph at most: longer lines are hard to read, however wide the window is."""


def print_to(console: Console, digest: Digest, replies: Replies) -> None:
    """Print a digest, and the blank line that parts it from the next."""
    width = min(console.width, WIDEST) - len(INDENT)
    for line in _lines(digest, replies):
        if line.no_wrap:
            console.print(line, soft_wrap=True)
            continue
        indent = INDENT if line.plain.startswith(INDENT) else ""
        for part in line[len(indent) :].wrap(console, width):
            part.rstrip()
            console.print(Text(indent).append_text(part), soft_wrap=True)


def _lines(digest: Digest, replies: Replies) -> Iterator[Text]:
    yield Text(heading(digest), style="bold")
    yield Text(coverage_line(digest, replies), style="dim")
    number = 0
    for section in digest.sections:
        yield from (Text(" "), Text(section.topic.upper(), style="bold cyan"))
        for card in section.cards:
            number += 1
            yield from (Text(" "), *_card(number, card, digest, replies))
    if not digest.sections:
        yield Text(empty_line(digest, replies))
    if written := written_line(digest, replies):
        yield from (Text(" "), Text(written, style="dim"))
    yield Text(" ")


def _card(number: int, card: Card, digest: Digest, replies: Replies) -> Iterator[Text]:
    yield Text(f"{number}. {card.title}", style="bold")
    yield Text(f"{INDENT}{status_line(card, replies)}", style="dim")
    if correction := correction_line(card, replies):
        yield Text(f"{INDENT}{correction}", style="bold")
    for block in blocks(card, digest.style, replies):
        if block.title:
            yield Text(f"{INDENT}{block.title}:", style="italic")
        yield from (_sentence(sentence, bullet="• " if block.title else "") for sentence in block.sentences)
    if quote := quote_of(card, digest.style):
        yield Text.assemble(INDENT, f"“{quote.text}” — {quote.speaker}", (f" [{quote.cite}]", "dim"))
    for source in cited(card, digest.style, replies):
        lock = f" ({replies.say('digest-paywalled')})" if source.paywalled else ""
        line = f"{INDENT}[{source.n}] {source.name}{lock}  {source.url}"
        yield Text(line, style="dim", no_wrap=True)  # an address cut in two cannot be clicked
    if why := why_line(card, digest.style, replies):
        yield Text(f"{INDENT}{why}", style="dim")


def _sentence(sentence: Sentence, bullet: str = "") -> Text:
    return Text.assemble(INDENT, bullet, sentence.text, (f" {markers(sentence)}", "dim"))
