"""A story taken back after it was told: its card stays where it was and says so. What was told stays told."""

from __future__ import annotations

from dataclasses import replace

from digests.core.digest import Card, Digest
from digests.core.urls import canonical

WITHDRAWN = "withdrawn"
"""The status of a card that was taken back; it stands alone."""


def withdraw(digest: Digest, link: str) -> Digest | None:
    """Give the digest with every card that cites this address marked withdrawn; None where that changes nothing."""
    key = canonical(link)
    changed = digest.with_cards(lambda card: _withdrawn(card) if _cites(card, key) else card)
    return None if changed == digest else changed


def _cites(card: Card, key: str) -> bool:
    return any(source.url and canonical(source.url) == key for source in card.sources)


def _withdrawn(card: Card) -> Card:
    return replace(card, status=(WITHDRAWN,))
