"""What a digest is: sections of cards whose every sentence cites its sources, and the operations that deliver it.

Self-contained and without markup: a publisher needs nothing else to draw it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import NewType

from digests.core.editions import Destination, EditionId, Layout, Style
from digests.core.models import EntryId, StoryId

OperationId = NewType("OperationId", int)


EXTRACT = "extract"
"""Who wrote a card whose sentences are copied from its sources; else it is a model's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Was:
    """What a number printed `now` was before, by source `cite`."""

    was: str
    now: str
    cite: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A printed sentence and the numbers of the sources it stands on; never empty.

    `dated` is when it was published, where it says "on Wednesday" or "last month" and that is not the digest's own day.
    """

    text: str
    cites: tuple[int, ...]
    changed: tuple[Was, ...] = ()
    dated: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words as somebody said them, without marks around; `speaker` as the source names them."""

    text: str
    speaker: str
    cite: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """An image that a source of a card came with, and what its publisher says is on it."""

    url: str
    alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An entry a card cites under the number `n`."""

    n: int
    entry_id: EntryId
    name: str
    url: str
    title: str
    published: datetime
    voice: str
    paywalled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One story as it is told: `status` is of new, update, contested, opinion, excerpt, single-source.

    `sentences` are its lead, `new` what the audience was not told, `points` more to know, `contested` a claim and who
    denies it. `outlets` print it, of which `voices` are independent. Moderators may mark it later as withdrawn, or as
    corrected by `correction`, their own words, which cite nothing. Where `translated_by` names a model, some of its
    sentences are that model's translations into `translated_into`; the others are in `language`.
    """

    story_id: StoryId
    title: str
    status: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    new: tuple[Sentence, ...] = ()
    points: tuple[Sentence, ...] = ()
    contested: tuple[Sentence, ...] = ()
    quote: Quote | None = None
    picture: Picture | None = None
    sources: tuple[Source, ...]
    voices: int
    outlets: int = 0
    place: int = 1  # in the order of rank, from 1, whatever topic it stands under
    why: str = ""
    language: str | None = None
    written_by: str = EXTRACT
    translated_by: str = ""
    translated_into: str = ""
    correction: str = ""
    facts: tuple[str, ...] = ()  # for the ledger; not printed

    @property
    def told(self) -> tuple[Sentence, ...]:
        """All its sentences, in the order they are read."""
        return (*self.sentences, *self.new, *self.points, *self.contested)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The cards of one topic, best first; without a name, of the stories its reader follows."""

    topic: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What the digest was made of, so that silence can be told from ill feeds."""

    feeds_ok: int
    feeds_total: int
    entries: int
    stories: int
    shown: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What one edition tells at one slot. Self-contained: drawing it needs no other table, no markup in it.

    A personal edition's is for `member_id`. `names` is room for so many members to be named beside the roles it pings;
    who they are, and whether it comes without a sound, is known when it is sent and stored nowhere.
    """

    id: str
    edition: str
    guild_id: int = 0
    member_id: int | None = None
    slot: datetime
    window_start: datetime
    window_end: datetime
    coverage: Coverage
    sections: tuple[Section, ...]
    language: str = "en"
    style: Style = Style.STANDARD
    layout: Layout = Layout.OVERVIEW
    crosspost: bool = False
    through: int = 0  # the newest placement considered, see `editions.Pool`
    pings: tuple[str, ...] = ()  # addresses of the roles its first part pings
    names: int = 0
    named: tuple[int, ...] = ()  # members its first part pings by name
    is_hushed: bool = False
    server: str = ""  # what the guild is called, where the reader is elsewhere
    next_slot: datetime | None = None  # when the edition tells again

    @property
    def cards(self) -> tuple[Card, ...]:
        """All cards in the order they are read."""
        return tuple(card for section in self.sections for card in section.cards)

    def with_cards(self, change: Callable[[Card], Card]) -> Digest:
        """Give the digest with each card changed, all in their places."""
        changed = (replace(one, cards=tuple(change(card) for card in one.cards)) for one in self.sections)
        return replace(self, sections=tuple(changed))


class OperationKind(StrEnum):
    """What an outbox operation does at its destination."""

    SEND = "send"
    EDIT = "edit"
    CROSSPOST = "crosspost"
    OPEN_THREAD = "open-thread"  # at a message that was sent
    CARD = "card"  # one story as a message of a thread
    EDIT_CARD = "edit-card"
    FORUM_POST = "forum-post"  # one story: a post of a forum, or what is new of it as a message in its post
    STORY_THREAD = "story-thread"  # one story in a thread of a text channel: opens it, or tells there what is new
    RETRACTION = "retraction"  # that a story told there was withdrawn or corrected


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One step of a delivery. `nonce` is the same at every try: it is how a repeat is recognised.

    It shows the digest's cards from `first_card` on, `card_count` of them (None: all). `edits` is the message an edit
    changes, that a thread is opened at, or that told what is taken back. `thread` is where it happens, if not at the
    destination itself: for a forum the post its story has.
    """

    id: OperationId
    digest_id: str
    edition_id: EditionId
    kind: OperationKind
    destination: Destination
    part: int
    nonce: str
    due: datetime
    attempts: int = 0
    first_card: int = 0
    card_count: int | None = None
    edits: str | None = None
    thread: str | None = None

    def cards(self, digest: Digest) -> tuple[Card, ...]:
        """Give the cards this part shows."""
        last = None if self.card_count is None else self.first_card + self.card_count
        return digest.cards[self.first_card : last]


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Proof of delivery: the message's address on its platform, and the thread it stands in where that is its own."""

    message_id: str
    thread: str | None = None
