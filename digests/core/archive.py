"""What an archive shows: which digests stand on which of its pages, what they tell of one story, what stays hidden.

Only what was told is shown, out of stored digests: no page needs an entry, so none changes when entries are forgotten.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from digests.core.digest import Card, Digest, Source
from digests.core.editions import EditionId, TopicId
from digests.core.models import StoryId
from digests.core.urls import has_secret
from digests.core.withdrawing import WITHDRAWN

SHARED = ("discord", "file", "terminal")
"""Platforms whose digests many read. What goes anywhere else (a member alone) is in no archive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hall:
    """A guild's archive as one of its addresses leads to it; `language`: of digests ordered without one."""

    guild_id: int
    is_public: bool
    language: str | None = None


@dataclass(frozen=True, slots=True)
class OneDigest:
    """Asks for the page of a digest."""

    digest_id: str


@dataclass(frozen=True, slots=True)
class OneStory:
    """Asks for the page of a story, by any number it had."""

    story_id: StoryId


@dataclass(frozen=True, slots=True)
class Listing:
    """Asks for a page of digests, newest first: all, or those of a topic or an edition; those `before` a digest."""

    topic: TopicId | None = None
    edition: EditionId | None = None
    before: str | None = None


Ask: TypeAlias = OneDigest | OneStory | Listing


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Which text of a digest a page shows: `revised` grows whenever it is corrected or withdrawn."""

    digest_id: str
    slot: datetime
    revised: datetime | None = None

    @property
    def changed(self) -> datetime:
        """When it came to read as it does."""
        return max(self.slot, self.revised or self.slot)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a page is made of. Equal contents make equal pages, so they are what a drawn page is kept by.

    `story` is the home of the one asked for and `family` all its numbers; `title` the topic's or edition's name.
    `older`: the digest before which the next page begins.
    """

    hall: Hall
    copies: tuple[Copy, ...]
    title: str = ""
    topics: tuple[tuple[TopicId, str], ...] = ()
    editions: tuple[tuple[EditionId, str], ...] = ()
    story: StoryId | None = None
    family: frozenset[StoryId] = frozenset()
    older: str | None = None

    @property
    def changed(self) -> datetime | None:
        """When the page came to read as it does; None where it shows no digest."""
        return max((copy.changed for copy in self.copies), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clipping:
    """What one digest told of a story."""

    digest: Digest
    topic: str
    card: Card


def clippings(digests: Iterable[Digest], family: frozenset[StoryId]) -> tuple[Clipping, ...]:
    """Give what digests told of a story, in their order."""
    return tuple(
        Clipping(digest=digest, topic=section.topic, card=card)
        for digest in digests
        for section in digest.sections
        for card in section.cards
        if card.story_id in family
    )


def timeline(told: Sequence[Clipping]) -> tuple[Source, ...]:
    """Give every report that was cited of a story, once, oldest first."""
    reports = {(source.url, source.title): source for clipping in told for source in clipping.card.sources}
    return tuple(sorted(reports.values(), key=lambda source: (source.published, source.name)))


def printable(digest: Digest, hall: Hall) -> Digest:
    """Give a digest as its archive may show it.

    Of a withdrawn story only the headline and its reports; on a public page no address that lets in whoever knows it.
    """
    shown = digest.with_cards(lambda card: _silent(card) if WITHDRAWN in card.status else card)
    return shown.with_cards(_without_secrets) if hall.is_public else shown


def _silent(card: Card) -> Card:
    return replace(card, sentences=(), new=(), points=(), contested=(), quote=None, picture=None)


def _without_secrets(card: Card) -> Card:
    return replace(
        card,
        sources=tuple(replace(source, url="") if has_secret(source.url) else source for source in card.sources),
        picture=None if card.picture and has_secret(card.picture.url) else card.picture,
    )
