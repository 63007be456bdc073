"""A digest for the terminal, drawn by rich: colours on a terminal, plain lines in a pipe."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from bot.formats.outline import cited, coverage_line, empty_line, heading, markers, status_line, why_line
from bot.replies import Replies
from digests.core.digest import Card, Digest, Sentence

INDENT = (0, 0, 0, 3)


def draw(digest: Digest, replies: Replies) -> RenderableType:
    """Give what `Console.print` shows; feed text is never read as markup."""
    parts: list[RenderableType] = [
        Text(heading(digest), style="bold"),
        Text(coverage_line(digest, replies), style="dim"),
    ]
    number = 0
    for section in digest.sections:
        parts += [Text(), Text(section.topic.upper(), style="bold cyan")]
        for card in section.cards:
            number += 1
            parts += [Text(), *_card(number, card, digest, replies)]
    if not digest.sections:
        parts.append(Text(empty_line(digest, replies)))
    return Group(*parts)


def print_to(console: Console, digest: Digest, replies: Replies) -> None:
    """Print a digest and the blank line that parts it from the next."""
    console.print(draw(digest, replies), Text(), soft_wrap=False)


def _card(number: int, card: Card, digest: Digest, replies: Replies) -> Iterator[RenderableType]:
    yield Text.assemble((f"{number}. ", "bold"), (card.title, "bold"))
    yield Padding(Text(status_line(card, replies), style="dim"), INDENT)
    yield from (_sentence(sentence) for sentence in card.sentences)
    if card.new:
        yield Padding(Text(replies.say("digest-new"), style="italic"), INDENT)
        yield from (_sentence(sentence, bullet="• ") for sentence in card.new)
    for source in cited(card):
        lock = f" ({replies.say('digest-paywalled')})" if source.paywalled else ""
        yield Padding(
            Text(f"[{source.n}] {source.name}{lock}  {source.url}", style="dim", no_wrap=True, overflow="ignore"),
            INDENT,
        )
    if why := why_line(card, digest.style, replies):
        yield Padding(Text(why, style="dim"), INDENT)


def _sentence(sentence: Sentence, bullet: str = "") -> RenderableType:
    return Padding(Text.assemble(bullet, sentence.text, (f" {markers(sentence)}", "dim")), INDENT)
