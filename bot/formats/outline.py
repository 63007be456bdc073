"""What every drawing of a digest says, in reading order; the formats differ only in markup."""

from __future__ import annotations

from collections.abc import Iterator

from bot.replies import Replies
from digests.core.digest import Card, Digest, Sentence, Source
from digests.core.editions import Style

STATUS_KEYS = {
    "new": "digest-status-new",
    "update": "digest-status-update",
    "contested": "digest-status-contested",
    "opinion": "digest-status-opinion",
    "excerpt": "digest-status-excerpt",
    "single-source": "digest-status-single-source",
    "withdrawn": "digest-status-withdrawn",
}


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


def empty_line(digest: Digest, replies: Replies) -> str:
    """Give the sentence of a quiet day."""
    return replies.say("digest-empty", since=f"{digest.window_start:%Y-%m-%d %H:%M} UTC")


def status_line(card: Card, replies: Replies) -> str:
    """Give a card's chips in words, then how many outlets tell it."""
    chips = [replies.say(STATUS_KEYS[status]) for status in card.status]
    outlets = len({source.name for source in card.sources})
    return " · ".join([*chips, replies.say("digest-voices", outlets=outlets, voices=card.voices)])


def why_line(card: Card, style: Style, replies: Replies) -> str:
    """Give why a story stands where it stands; only the deep style says so."""
    return replies.say("digest-why", why=card.why) if card.why and style is Style.DEEP else ""


def markers(sentence: Sentence) -> str:
    """Give the numbers of a sentence's sources, and what changed since it was told: "[3] · 31 [1] → 44"."""
    cites = "".join(f"[{number}]" for number in sentence.cites)
    return " · ".join([cites, *(f"{change.was} [{change.cite}] → {change.now}" for change in sentence.changed)])


def cited(card: Card) -> Iterator[Source]:
    """Give the sources that a sentence of the card stands on, by number."""
    numbers = {number for sentence in (*card.sentences, *card.new) for number in sentence.cites}
    numbers |= {change.cite for sentence in card.new for change in sentence.changed}
    return (source for source in card.sources if source.n in numbers)
