"""A story taken back after it was told: its card stays where it was and says so. What was told stays told."""

from __future__ import annotations

from dataclasses import replace

from digests.core.digest import Card, Digest
from digests.core.urls import canonical

WITHDRAWN = "withdrawn"
"""The status of a card that was taken back; it stands alone."""

CORRECTED = "corrected"
"""The first status of a card that moderators corrected."""


def withdraw(digest: Digest, link: str) -> Digest | None:
    """Give the digest with every card that cites this address marked withdrawn; None where that changes nothing."""
    key = canonical(link)
    changed = digest.with_cards(lambda card: _withdrawn(card) if _cites(card, key) else card)
    return None if changed == digest else changed


def amend(digest: Digest, link: str, correction: str) -> Digest | None:
    """Give the digest with every card that cites this address corrected, in place of what a correction said before.

    None where that changes nothing; a withdrawn card is past correcting.
    """
    key = canonical(link)
    changed = digest.with_cards(lambda card: _corrected(card, correction) if _cites(card, key) else card)
    return None if changed == digest else changed


def changed_cards(before: Digest, after: Digest) -> tuple[int, ...]:
    """Give the numbers of the cards that are not what they were."""
    pairs = zip(before.cards, after.cards, strict=True)
    return tuple(number for number, (was, now) in enumerate(pairs) if was != now)


def _cites(card: Card, key: str) -> bool:
    return any(source.url and canonical(source.url) == key for source in card.sources)


def _withdrawn(card: Card) -> Card:
    return replace(card, status=(WITHDRAWN,))


def _corrected(card: Card, correction: str) -> Card:
    if WITHDRAWN in card.status:
        return card
    others = (status for status in card.status if status != CORRECTED)
    return replace(card, status=(CORRECTED, *others), correction=correction)
