"""What every drawing of a digest says, in reading order; the formats differ only in markup."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.replies import Replies
from digests.core.digest import EXTRACT, Card, Digest, Quote, Sentence, Source
from digests.core.editions import Style
from digests.core.withdrawing import CORRECTED, WITHDRAWN

STATUS_KEYS = {
    "new": "digest-status-new",
    "update": "digest-status-update",
    "contested": "digest-status-contested",
    "opinion": "digest-status-opinion",
    "excerpt": "digest-status-excerpt",
    "single-source": "digest-status-single-source",
    "withdrawn": "digest-status-withdrawn",
    "corrected": "digest-status-corrected",
}


@dataclass(frozen=True, slots=True)
class Block:
    """Sentences of a card that stand together; a `title` over them, where they are a list."""

    title: str
    sentences: tuple[Sentence, ...]


def blocks(card: Card, style: Style, replies: Replies) -> Iterator[Block]:
    """Give what a card says in its style: brief its lead, standard what is new and contested too, deep all.

    A withdrawn one says nothing any more.
    """
    if WITHDRAWN in card.status:
        return
    yield Block("", card.sentences)
    if style is Style.BRIEF:
        return
    if card.new:
        yield Block(replies.say("digest-new"), card.new)
    if card.points and style is Style.DEEP:
        yield Block(replies.say("digest-points"), card.points)
    if card.contested:
        yield Block(replies.say("digest-contested"), card.contested)


def quote_of(card: Card, style: Style) -> Quote | None:
    """Give the words somebody is quoted with; only the deep style has room for them."""
    return card.quote if style is Style.DEEP and WITHDRAWN not in card.status else None


def correction_line(card: Card, replies: Replies) -> str:
    """Give what moderators corrected, "" where they did not."""
    return replies.say("digest-correction", text=card.correction) if CORRECTED in card.status else ""


def heading(digest: Digest) -> str:
    """Give the digest's title: its edition and the day of its slot."""
    return f"{digest.edition} · {digest.slot:%Y-%m-%d %H:%M} UTC"


def coverage_line(digest: Digest, replies: Replies) -> str:
    """Give what the digest was made of."""
    found = digest.coverage
    return replies.say(
        "digest-coverage",
        entries=found.entries,
        stories=found.stories,
        shown=found.shown,
        ok=found.feeds_ok,
        total=found.feeds_total,
    )


def written_line(digest: Digest, replies: Replies) -> str:
    """Give whose words a digest is in, and who translated it; "" where all of them are its sources'."""
    return " · ".join(line for line in (_phrased_line(digest, replies), _translated_line(digest, replies)) if line)


def _phrased_line(digest: Digest, replies: Replies) -> str:
    models = [card.written_by for card in digest.cards if card.written_by != EXTRACT]
    if not models:
        return ""
    names = " · ".join(dict.fromkeys(models))
    if len(models) == len(digest.cards):
        return replies.say("model-wrote-all", model=names)
    return replies.say("model-wrote-some", model=names, count=len(models), total=len(digest.cards))


def _translated_line(digest: Digest, replies: Replies) -> str:
    models = [card.translated_by for card in digest.cards if card.translated_by]
    if not models:
        return ""
    names = " · ".join(dict.fromkeys(models))
    return replies.say("model-translated-some", model=names, count=len(models), total=len(digest.cards))


def empty_line(digest: Digest, replies: Replies) -> str:
    """Give the sentence of a quiet day."""
    return replies.say("digest-empty", since=f"{digest.window_start:%Y-%m-%d %H:%M} UTC")


def status_line(card: Card, replies: Replies) -> str:
    """Give a card's chips in words, then how many outlets tell it."""
    return " · ".join([*(words for _, words in chips(card, replies)), voices_line(card, replies)])


def chips(card: Card, replies: Replies) -> Iterator[tuple[str, str]]:
    """Give each status of a card, and it in words."""
    return ((status, replies.say(STATUS_KEYS[status])) for status in card.status)


def voices_line(card: Card, replies: Replies) -> str:
    """Give how many outlets tell a story."""
    outlets = card.outlets or len({source.name for source in card.sources})
    return replies.say("digest-voices", outlets=outlets, voices=card.voices)


def why_line(card: Card, style: Style, replies: Replies) -> str:
    """Give why a story stands where it stands; only the deep style says so."""
    return replies.say("digest-why", why=card.why) if card.why and style is Style.DEEP else ""


def markers(sentence: Sentence) -> str:
    """Give the numbers of a sentence's sources, and what a reader needs beside them: "[3] · 2031-03-04 · 31 [1] → 44".

    The day is the one its words count from, where that is not the digest's; the numbers changed since it was told.
    """
    cites = "".join(f"[{number}]" for number in sentence.cites)
    dated = [f"{sentence.dated:%Y-%m-%d}"] if sentence.dated else []
    return " · ".join([cites, *dated, *(f"{change.was} [{change.cite}] → {change.now}" for change in sentence.changed)])


def cited(card: Card, style: Style, replies: Replies) -> Iterator[Source]:
    """Give the sources that something printed stands on, by number; of a withdrawn card all, for who looks it up."""
    if WITHDRAWN in card.status:
        yield from card.sources
        return
    printed = [sentence for block in blocks(card, style, replies) for sentence in block.sentences]
    numbers = {number for sentence in printed for number in sentence.cites}
    numbers |= {change.cite for sentence in printed for change in sentence.changed}
    if quote := quote_of(card, style):
        numbers.add(quote.cite)
    yield from (source for source in card.sources if source.n in numbers)
