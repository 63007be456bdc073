"""A digest as CommonMark. Feed text is escaped: it cannot become a heading, a link or an image."""

from __future__ import annotations

import re
from collections.abc import Iterator

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

ALWAYS = re.compile(r"([\\`*_\[\]<>|~@]|&(?=#?\w{1,31};)|!(?=\[)|:(?=//)|(?<=www)\.)", re.IGNORECASE)
"""What means markup, an entity, an autolink or a mention wherever it stands (CommonMark §6, GFM §6.9)."""

AT_START = re.compile(r"^(#{1,6}(?=\s|$)|[-+=](?=[\s=#-]|$)|\d{1,9}(?=[.)](?:\s|$)))")
"""What makes a line a heading, a list item, a rule (CommonMark §4.2, §4.3, §5.2), or Discord's subtext."""


def draw(digest: Digest, replies: Replies) -> str:
    """Give the whole digest, ending in a newline."""
    lines = [f"# {escape(heading(digest))}", "", escape(coverage_line(digest, replies))]
    for section in digest.sections:
        lines += ["", f"## {escape(section.topic)}"]
        for card in section.cards:
            lines += ["", *_card(card, digest, replies)]
    if not digest.sections:
        lines += ["", escape(empty_line(digest, replies))]
    if written := written_line(digest, replies):
        lines += ["", escape(written)]
    return "\n".join(lines) + "\n"


def escape(text: str) -> str:
    """Give text that reads the same and means nothing."""
    inline = ALWAYS.sub(r"\\\1", " ".join(text.split()))
    return AT_START.sub(lambda found: f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}", inline)


def _card(card: Card, digest: Digest, replies: Replies) -> Iterator[str]:
    yield f"### {escape(card.title)}"
    yield ""
    yield f"*{escape(status_line(card, replies))}*"
    yield ""
    if correction := correction_line(card, replies):
        yield from (f"> {escape(correction)}", "")
    for block in blocks(card, digest.style, replies):
        if block.title:
            yield from ("", f"**{escape(block.title)}**", "")
            yield from (f"- {_sentence(sentence)}" for sentence in block.sentences)
        else:
            yield " ".join(_sentence(sentence) for sentence in block.sentences)
    if quote := quote_of(card, digest.style):
        yield from ("", f"> “{escape(quote.text)}” — {escape(quote.speaker)} \\[{quote.cite}\\]")
    yield ""
    for source in cited(card, digest.style, replies):
        lock = f" ({replies.say('digest-paywalled')})" if source.paywalled else ""
        link = f"[{escape(source.name)}](<{source.url}>)" if source.url else escape(source.name)
        yield f"{source.n}. {link}{lock}"
    if why := why_line(card, digest.style, replies):
        yield ""
        yield escape(why)


def _sentence(sentence: Sentence) -> str:
    return f"{escape(sentence.text)} {escape(markers(sentence))}"
