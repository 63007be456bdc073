"""A digest as the texts of a Discord message, and how it is split into messages. Pure: no discord.py here.

Markup is Discord's Markdown; feed text is escaped, so it pings nobody and links nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.formats.markdown import escape
from bot.formats.outline import (
    Block,
    blocks,
    cited,
    correction_line,
    coverage_line,
    markers,
    quote_of,
    status_line,
    why_line,
)
from bot.replies import Replies
from digests.core.digest import EXTRACT, Card, Digest, Sentence, Source
from digests.core.editions import Layout, Style
from digests.core.withdrawing import WITHDRAWN

MAX_TEXT = 4000
"""Characters over all text displays of a message (discord.js guide; Discord's OpenAPI document has it for each)."""

TOP = {Style.BRIEF: 2, Style.STANDARD: 4, Style.DEEP: 25}
"""Cards that are told; of the others a line names what opens by the menu: a brief digest reads in 40 seconds, a
standard one in two minutes (editorial notes §2.2)."""

HEAD = 3
"""Lines of a card that stand beside its picture: headline, status, lead."""

MAX_CARDS = 15
"""Cards in a message: Discord takes 40 components, a card is a text and a line, and 10 are left for the rest."""

ROOM = {
    Layout.OVERVIEW: (MAX_TEXT, MAX_CARDS),
    Layout.THREAD: (MAX_TEXT, MAX_CARDS),
    Layout.FORUM: (MAX_TEXT, 1),
    Layout.ALERT: (MAX_TEXT, 1),
    Layout.EMBEDS: (MAX_TEXT, 9),
    Layout.TEXT: (2000, MAX_CARDS),
}
"""Characters and cards in a message of each layout: 10 embeds, of which one is the head, with 4096 characters each and
6000 in all; 2000 characters of content (Discord's docs, create message, embed limits)."""

MOST_CHANGED, MAX_CHANGED = 3, 80
"""Stories with news that the head of a digest names, and characters of each: what a glance takes in."""

MAX_NAME = 100
"""Characters of a topic's, an edition's or a model's name that are printed: the config file sets no limit."""

MAX_PAGES = 5
"""Messages of one answer: some 300 feeds in a line each."""

LONGEST_MENTION = 24
"""Characters of a member's mention and a space: numbers have at most 20 digits (Discord's docs, snowflakes)."""

LONGEST_ORIGIN = 320
"""Characters of the line that names a direct message's server: 100 of its name, each escaped, and our words."""

MAX_LABEL = 100
"""Characters of a menu's label (Discord's docs, select option structure)."""

LONGEST_URL = 512
"""Characters of a link we print: longer ones carry more tracking than address, and would eat the message's room."""


def split(digest: Digest, replies: Replies) -> tuple[int, ...]:
    """Give how many cards go into each message: as many as fit, never part of one."""
    most_text, most_cards = ROOM[digest.layout]
    counts = [0]
    used = _head_size(digest, replies)
    for card, text in zip(digest.cards, card_texts(digest, digest.cards, replies), strict=True):
        size = len(text) + 1
        if counts[-1] and (counts[-1] >= most_cards or used + size > most_text):
            counts.append(0)
            used = 0
        counts[-1] += 1
        used += size + len(_topic_line(digest, card, replies))
    return tuple(counts)


def header(digest: Digest, replies: Replies) -> str:
    """Give the title, what the digest was made of and when the next comes, and which stories told before have news."""
    lines = [f"## {escape(shortened(digest.edition, MAX_NAME))} · <t:{int(digest.slot.timestamp())}:D>"]
    lines.append(f"-# {escape(coverage_line(digest, replies))}")
    if digest.next_slot:
        lines[-1] += f" · {replies.say('digest-next', at=f'<t:{int(digest.next_slot.timestamp())}:R>')}"
    changed = [escape(shortened(card.title, MAX_CHANGED)) for card in digest.cards if "update" in card.status]
    if changed and len(digest.cards) > 1:
        lines.append(replies.say("digest-changed", stories=" · ".join(changed[:MOST_CHANGED])))
    return "\n".join(lines)


def quiet(digest: Digest, replies: Replies) -> str:
    """Give the sentence of a quiet day."""
    return replies.say("digest-empty", since=f"<t:{int(digest.window_start.timestamp())}:f>")


def card_texts(digest: Digest, cards: Sequence[Card], replies: Replies) -> Iterator[str]:
    """Give the text of each card, its topic above the first card of a section; a line for those not at the top."""
    room = ROOM[digest.layout][0] - _head_size(digest, replies) - 1
    for card in cards:
        above = _topic_line(digest, card, replies)
        drawn = (
            card_text(card, digest, replies, room=room - len(above)) if is_top(card, digest) else _line(card, replies)
        )
        yield above + drawn


def _head_size(digest: Digest, replies: Replies) -> int:
    room = digest.names * LONGEST_MENTION + (LONGEST_ORIGIN if digest.member_id else 0)
    return len(header(digest, replies)) + len(pings(digest)) + room + 2


def above(digest: Digest, replies: Replies) -> str:
    """Give what stands above a digest's first part: whom it pings, or which server a direct message is of."""
    named = [f"<@{member}>" for member in digest.named]
    origin = [f"-# {replies.say('direct-from', server=escape(digest.server))}"] if digest.server else []
    return "\n".join(line for line in (" ".join([pings(digest), *named]).strip(), *origin) if line)


def pings(digest: Digest) -> str:
    """Give the mentions of the roles a digest pings."""
    return " ".join(f"<@&{role}>" for role in digest.pings)


def is_top(card: Card, digest: Digest) -> bool:
    """Tell whether a card is told in a digest's own message, and not by its headline alone; a thread tells them all."""
    return digest.layout is not Layout.THREAD and card.place <= TOP[digest.style]


def card_text(card: Card, digest: Digest, replies: Replies, *, room: int = MAX_TEXT) -> str:
    """Give a card in at most `room` characters: sources are dropped from the end, then sentences."""
    sources = list(cited(card, digest.style, replies))
    said = list(blocks(card, digest.style, replies))
    while True:
        text = "\n".join(_lines(card, digest, replies, said, sources))
        if len(text) <= room:
            return text
        if len(sources) > 1:
            sources.pop()
        elif said and len(said[-1].sentences) > 1:
            said[-1] = replace(said[-1], sentences=said[-1].sentences[:-1])
        elif len(said) > 1:
            said.pop()
        else:
            return text[: room - 1] + "…"


def correction(card: Card, replies: Replies) -> str:
    """Give what moderators corrected, "" where they did not."""
    line = correction_line(card, replies)
    return f"> {escape(line)}" if line else ""


def head_and_rest(card: Card, digest: Digest, replies: Replies) -> tuple[str, str]:
    """Give a card in two texts of one message: its headline, status and lead, and all that follows."""
    text = card_text(card, digest, replies)
    lines = text.split("\n")
    return "\n".join(lines[:HEAD]), "\n".join(lines[HEAD:])


def label(card: Card) -> str:
    """Give what a menu calls a card."""
    return shortened(card.title, MAX_LABEL)


def pages(text: str) -> list[str]:
    """Give text in messages of its own lines, as many as anybody reads; what is left over is shown by an ellipsis."""
    found = [""]
    for line in text.split("\n"):
        whole = f"{found[-1]}\n{line}" if found[-1] else shortened(line, MAX_TEXT)
        if len(whole) <= MAX_TEXT:
            found[-1] = whole
        elif len(found) < MAX_PAGES:
            found.append(shortened(line, MAX_TEXT))
        else:
            found[-1] = f"{found[-1][: MAX_TEXT - 2]}\n…"
            break
    return found


def shortened(text: str, limit: int) -> str:
    """Give text of at most `limit` characters, with an ellipsis where it was longer."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def is_printable(url: str) -> bool:
    """Tell whether an address is of the web and short enough for a link, a button or a picture."""
    return url.startswith(("http://", "https://")) and len(url) <= LONGEST_URL


def link(text: str, url: str) -> str:
    """Give a link where the address is one that can be printed, else the text alone."""
    if not is_printable(url):
        return escape(text)
    for mark, code in (("(", "%28"), (")", "%29"), (" ", "%20"), ("<", "%3C"), (">", "%3E"), ("\n", "")):
        url = url.replace(mark, code)
    return f"[{escape(text)}]({url})"


def _topic_line(digest: Digest, card: Card, replies: Replies) -> str:
    """Give the topic where a section begins; a digest of one topic needs none. Followed stories have no topic."""
    if len(digest.sections) < 2 and digest.sections[0].topic:  # noqa: PLR2004 - one is no choice
        return ""
    begins = (section.topic for section in digest.sections if section.cards[0] is card)
    return "".join(f"**{escape(shortened(topic, MAX_NAME)) or replies.say('latest-followed')}**\n" for topic in begins)


def _line(card: Card, replies: Replies) -> str:
    if WITHDRAWN in card.status:
        return f"- ~~{escape(card.title)}~~ · {escape(status_line(card, replies))}"
    return f"- {link(card.title, card.sources[0].url)} · {escape(status_line(card, replies))}"


def _lines(
    card: Card,
    digest: Digest,
    replies: Replies,
    said: Sequence[Block],
    sources: Sequence[Source],
) -> Iterator[str]:
    yield f"### ~~{escape(card.title)}~~" if WITHDRAWN in card.status else f"### {escape(card.title)}"
    yield f"-# {escape(status_line(card, replies))}"
    if corrected := correction(card, replies):
        yield corrected
    for block in said:
        if block.title:
            yield f"**{escape(block.title)}**"
            yield from (f"- {_sentence(sentence)}" for sentence in block.sentences)
        else:
            yield " ".join(_sentence(sentence) for sentence in block.sentences)
    if quote := quote_of(card, digest.style):
        yield f"> “{escape(quote.text)}” — {escape(quote.speaker)} {escape(f'[{quote.cite}]')}"
    small = [_source(source, replies) for source in sources]
    if card.written_by != EXTRACT:
        small.append(escape(replies.say("model-wrote-card", model=shortened(card.written_by, MAX_NAME))))
    if card.translated_by:
        small.append(escape(replies.say("model-translated-card", model=shortened(card.translated_by, MAX_NAME))))
    yield "-# " + " · ".join(small)
    if why := why_line(card, digest.style, replies):
        yield f"-# {escape(why)}"


def _sentence(sentence: Sentence) -> str:
    dated = f" · <t:{int(sentence.dated.timestamp())}:D>" if sentence.dated else ""
    return f"{escape(sentence.text)} {escape(markers(replace(sentence, dated=None)))}{dated}"


def _source(source: Source, replies: Replies) -> str:
    lock = f" ({replies.say('digest-paywalled')})" if source.paywalled else ""
    return f"{source.n} {link(source.name, source.url)}{lock}"
