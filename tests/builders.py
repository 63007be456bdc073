"""Core values with sensible defaults: say only what the test is about. All people, places and outlets are invented."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from itertools import count
from typing import Any

from digests.core.digest import Card, Coverage, Digest, Section, Sentence, Source
from digests.core.editions import Destination, Edition, EditionId, Topic, TopicId
from digests.core.models import (
    Entry,
    EntryData,
    EntryId,
    Feed,
    FeedId,
    FeedUpdate,
    NewEntry,
    Placement,
    StoryId,
    Validators,
)
from digests.core.sketches import Lexicon

NOW = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
"""A Monday; the time at which tests take place unless they say otherwise."""

GUILD = 4_100_000_000_000_000_001
OTHER_GUILD = 4_100_000_000_000_000_002
CHANNEL = Destination(platform="discord", address="4200000000000000001")

_numbers = count(1000)  # beyond those that tests give by hand


def lexicon(rates: Mapping[str, float] | None = None, countries: Mapping[str, str] | None = None) -> Lexicon:
    """Give a lexicon in which words weigh what is said, 5.5 otherwise, and countries have the names given."""
    named = countries or {}
    return Lexicon(
        idf_of=lambda _language: lambda word: (rates or {}).get(word, 5.5),
        countries=lambda text, _words, _language: [code for name, code in named.items() if name in text],
        romanised=str,
    )


def minutes(number: float) -> timedelta:
    """Give a span."""
    return timedelta(minutes=number)


def hours(number: float) -> timedelta:
    """Give a span."""
    return timedelta(hours=number)


def days(number: float) -> timedelta:
    """Give a span."""
    return timedelta(days=number)


def feed(**changes: Any) -> Feed:
    """Give a feed that was never polled."""
    return replace(Feed(id=FeedId(1), url="https://harbour-post.example/feed.xml", next_poll=NOW), **changes)


def entry_data(number: int | None = None, **changes: Any) -> EntryData:
    """Give an entry as a feed has it; another number, another entry. Without one, each call gives another."""
    number = next(_numbers) if number is None else number
    data = EntryData(
        guid=f"tag:harbour-post.example,{number}",
        link=f"https://harbour-post.example/news/{number}",
        title=f"Ferry number {number} leaves Aldmouth harbour",
        html=f"<p>Ferry number {number} left the harbour of Aldmouth this morning, said pilot Mira Tolland.</p>",
        author="Osk Fennimar",
        outlet="harbour-post.example",
        language="en",
        published=NOW,
    )
    return replace(data, **changes)


def new_entry(number: int | None = None, *, published: datetime = NOW, **changes: Any) -> NewEntry:
    """Give an entry to be stored; its keys come from its number alone."""
    number = next(_numbers) if number is None else number
    data = entry_data(number, published=published, **changes.pop("data", {}))
    entry = NewEntry(
        data=data,
        published=published,
        keys=(2 * number, 2 * number + 1),
    )
    return replace(entry, **changes)


def feed_update(feed_id: FeedId, *entries: NewEntry, at: datetime = NOW, **changes: Any) -> FeedUpdate:
    """Give a successful poll that found these entries, in document order (newest first)."""
    update = FeedUpdate(
        feed_id=feed_id,
        at=at,
        next_poll=at + hours(1),
        validators=Validators(etag='"v1"', last_modified="Mon, 02 Mar 2026 06:59:00 GMT", body_hash="00ff"),
        title="The Harbour Post",
        identity="guid+link",
        entries=entries,
        keys=tuple(key for entry in entries for key in entry.keys),
    )
    return replace(update, **changes)


def entry(number: int = 1, **changes: Any) -> Entry:
    """Give an entry as it is held: joined to a story of its own."""
    held = Entry(
        id=EntryId(number),
        feed_id=FeedId(1),
        link=f"https://harbour-post.example/news/{number}",
        title=f"Ferry number {number} leaves Aldmouth harbour",
        published=NOW,
        first_seen=NOW,
        outlet="harbour-post.example",
        text=f"Ferry number {number} left the harbour of Aldmouth this morning, said pilot Mira Tolland.",
        author="Osk Fennimar",
        language="en",
        story_id=StoryId(number),
    )
    return replace(held, **changes)


def placement(entry_id: EntryId, story_id: int | None = None, **changes: Any) -> Placement:
    """Give where join put an entry; without a story, into one of its own."""
    placed = Placement(
        entry_id=entry_id,
        story_id=StoryId(entry_id if story_id is None else story_id),
        text="The ferry left the harbour of Aldmouth.",
        language="en",
        search_tokens="the ferry left the harbour of aldmouth",
    )
    return replace(placed, **changes)


def topic(name: str = "Ferries", **changes: Any) -> Topic:
    """Give a topic that has no id yet."""
    return replace(Topic(id=TopicId(0), guild_id=GUILD, name=name), **changes)


def edition(name: str = "Morning", *, topics: tuple[TopicId, ...] = (), **changes: Any) -> Edition:
    """Give a daily edition at eight in Berlin that has no id yet."""
    order = Edition(
        id=EditionId(0),
        guild_id=GUILD,
        name=name,
        topics=topics,
        destination=CHANNEL,
        at=(time(8, 0),),
        timezone="Europe/Berlin",
        created=NOW - days(30),
    )
    return replace(order, **changes)


def card(story_id: int = 1, **changes: Any) -> Card:
    """Give the card of a story with one sentence from one source."""
    told = Card(
        story_id=StoryId(story_id),
        title=f"Ferry number {story_id} leaves Aldmouth harbour",
        status=("new",),
        sentences=(Sentence(text=f"Ferry number {story_id} left the harbour this morning.", cites=(1,)),),
        sources=(
            Source(
                n=1,
                entry_id=EntryId(story_id),
                name="The Harbour Post",
                url=f"https://harbour-post.example/news/{story_id}",
                title=f"Ferry number {story_id} leaves Aldmouth harbour",
                published=NOW,
                voice="harbour-post.example",
            ),
        ),
        voices=1,
        why="one outlet, an hour old",
        language="en",
        facts=(f"ferry {story_id} left",),
    )
    return replace(told, **changes)


def digest(*cards: Card, slot: datetime = NOW, **changes: Any) -> Digest:
    """Give a digest of one section; its id comes from its slot."""
    shown = cards or (card(),)
    whole = Digest(
        id=f"digest-{slot:%Y%m%dT%H%M%S}",
        edition="Morning",
        slot=slot,
        window_start=slot - days(1),
        window_end=slot,
        coverage=Coverage(feeds_ok=1, feeds_total=1, entries=len(shown), stories=len(shown), shown=len(shown)),
        sections=(Section(topic="Ferries", cards=shown),),
    )
    return replace(whole, **changes)
