"""What an edition tells at one slot: which stories, in which order, under which topic.

Values in, a whole digest out, the same one for the same values. What each story says is made in `core.cards`; whether
a digest of nothing is posted is for the caller to decide.

What decides the cards is an `Asked`, which knows nobody who asks. Editions of many guilds that hold the same feeds ask
the same, so `choose`, where the time goes, can be shared between them; an entry that only one may see is in its own
question, and makes it another.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import blake2b
from operator import attrgetter
from typing import NamedTuple

from digests.core.balance import Balance
from digests.core.boilerplate import learnt
from digests.core.cards import build_card
from digests.core.digest import Card, Coverage, Digest, Section
from digests.core.editions import Candidate, Edition, EditionId, Pool, Told, Topic, TopicId
from digests.core.models import Entry, EntryId, StoryId
from digests.core.placing import Placed, Seen, placed
from digests.core.sketches import Idf
from digests.core.slots import next_slot
from digests.core.telling import language_of
from digests.core.topics import matches

_ID_BYTES = 10  # 80 bits, 16 characters: short enough for a nonce of 25 (Discord's limit) with a part number


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """All that decides what is told. Topics, in the edition's order, have their place for a number, and no name.

    `told` is in the order of stories. Equal questions have equal answers.
    """

    topics: tuple[Topic, ...]
    candidates: tuple[Candidate, ...]
    told: tuple[Told, ...]
    language: str
    max_stories: int
    slot: datetime
    now: datetime


class Chosen(NamedTuple):
    """A card, and the place of the topic it comes under."""

    card: Card
    topic: int


Choose = Callable[[Asked], tuple[Chosen, ...]]


class _Writing(NamedTuple):
    """What cards are written with: how telling words are, the lines that say nothing, and for when."""

    idf_of: Callable[[str], Idf]
    boilerplate: Mapping[str, frozenset[str]]
    slot: datetime


def compose(
    edition: Edition,
    topics: Sequence[Topic],
    pool: Pool,
    told: Mapping[StoryId, Told],
    *,
    slot: datetime,
    now: datetime,
    feeds_ok: int,
    feeds_total: int,
    choose: Choose,
) -> Digest:
    """Give the digest of an edition at a slot; without sections where nothing is worth telling.

    Topics the edition does not name are ignored. Entries are used only where a candidate brings them under a topic
    they match; `told` is what the audience knows. A story is told if an entry of it is new, or, where it was told
    before, if a new entry has news. The window runs from the last told digest (before the first, from when the edition
    was made) to `now`, the moment of composing. `choose` is the one below, or one that remembers its answers.
    """
    known = {topic.id: topic for topic in topics}
    order = [known[wanted] for wanted in dict.fromkeys(edition.topics) if wanted in known]
    chosen = choose(_asked(edition, order, pool, told, slot=slot, now=now))
    new = {each.entry.id: each.entry for each in pool.candidates if each.is_new}
    return Digest(
        id=digest_id(edition.id, slot),
        edition=edition.name,
        guild_id=edition.guild_id,
        member_id=edition.member_id,
        slot=slot,
        window_start=pool.told_until or edition.created,
        window_end=now,
        coverage=Coverage(
            feeds_ok=feeds_ok,
            feeds_total=feeds_total,
            entries=len(new),
            stories=len({_story_of(entry) for entry in new.values()}),
            shown=len(chosen),
        ),
        sections=_sections(order, chosen),
        language=edition.language,
        style=edition.style,
        layout=edition.layout,
        crosspost=edition.crosspost,
        through=pool.through,
        pings=_pings(edition, order, chosen),
        next_slot=_next_slot(edition, max(slot, now)),
    )


def choose(asked: Asked, *, idf_of: Callable[[str], Idf]) -> tuple[Chosen, ...]:
    """Give the cards that answer a question, best first. `idf_of` takes a language (ISO 639-1)."""
    seen = {story.story_id: story for story in _seen(asked.topics, asked.candidates)}
    writing = _Writing(idf_of, learnt(each.entry for each in asked.candidates), asked.slot)
    told = {one.story_id: one for one in asked.told}
    cards = _cards(asked, seen.values(), placed(seen, told, now=asked.now), writing)
    return tuple(Chosen(card, seen[card.story_id].topic.id) for card in cards)


def _asked(
    edition: Edition,
    topics: Sequence[Topic],
    pool: Pool,
    told: Mapping[StoryId, Told],
    *,
    slot: datetime,
    now: datetime,
) -> Asked:
    place = {topic.id: TopicId(number) for number, topic in enumerate(topics)}
    return Asked(
        topics=tuple(
            replace(topic, id=place[topic.id], guild_id=0, name="", description="", role_id=None, from_file=False)
            for topic in topics
        ),
        candidates=tuple(
            Candidate(entry=one.entry, topic_id=place[one.topic_id], is_new=one.is_new)
            for one in pool.candidates
            if one.topic_id in place
        ),
        told=tuple(told[story_id] for story_id in sorted(told)),
        language=edition.language,
        max_stories=edition.max_stories,
        slot=slot,
        now=now,
    )


def _next_slot(edition: Edition, after: datetime) -> datetime | None:
    return next_slot(edition.at, edition.days, edition.timezone, after) if edition.at else None


def digest_id(edition_id: EditionId, slot: datetime) -> str:
    """Give the digest's name: 16 lower-case letters and digits, the same whenever it is prepared again."""
    key = f"{edition_id}:{int(slot.timestamp())}".encode()
    return base64.b32encode(blake2b(key, digest_size=_ID_BYTES).digest()).decode().lower()


def _seen(topics: Sequence[Topic], candidates: Sequence[Candidate]) -> Iterator[Seen]:
    """Give the stories of which something is new, each under the first topic that brings an entry of it."""
    place = {topic.id: number for number, topic in enumerate(topics)}
    by_topic = {topic.id: topic for topic in topics}
    entries: dict[StoryId, dict[EntryId, Entry]] = {}
    topic_of: dict[StoryId, TopicId] = {}
    new: set[EntryId] = set()
    moving = {_story_of(candidate.entry) for candidate in candidates if candidate.is_new}
    for candidate in candidates:
        topic, entry = by_topic[candidate.topic_id], candidate.entry
        story_id = _story_of(entry)
        if story_id not in moving or not matches(topic, entry):
            continue
        entries.setdefault(story_id, {})[entry.id] = entry
        topic_of[story_id] = min(topic_of.get(story_id, topic.id), topic.id, key=place.__getitem__)
        if candidate.is_new:
            new.add(entry.id)
    for story_id, found in entries.items():
        visible = tuple(sorted(found.values(), key=attrgetter("published", "id")))
        arrived = tuple(entry for entry in visible if entry.id in new)
        if arrived and any(entry.title or entry.text for entry in visible):
            yield Seen(story_id, by_topic[topic_of[story_id]], visible, arrived)


def _story_of(entry: Entry) -> StoryId:
    return StoryId(entry.id) if entry.story_id is None else entry.story_id


def _cards(asked: Asked, seen: Collection[Seen], placed: Iterable[Placed], writing: _Writing) -> list[Card]:
    """Give the cards of the best stories that have a word to print and whose outlet and topic have a place left."""
    cards: list[Card] = []
    outlets = {entry.outlet for story in seen for entry in story.arrived}
    topics = {story.topic.id for story in seen}
    balance = Balance(asked.max_stories, topics=topics, outlets=len(outlets))
    for ranked, telling, voice_of in placed:
        if balance.is_full:
            break
        if not balance.is_open(telling.topic_id):
            continue
        spoken = language_of(telling.fresh, wanted=asked.language)
        card = build_card(
            telling,
            voice_of,
            language=spoken,
            idf=writing.idf_of(spoken or asked.language),
            why=ranked.why,
            boilerplate=writing.boilerplate,
            slot=writing.slot,
            heard_enough=balance.heard_enough,
        )
        if card and balance.take(card, telling.topic_id):
            cards.append(replace(card, place=len(cards) + 1))
    return cards


def _pings(edition: Edition, topics: Sequence[Topic], chosen: Iterable[Chosen]) -> tuple[str, ...]:
    """Give the roles of the topics told of, where the edition pings."""
    shown = {one.topic for one in chosen}
    roles = (str(topic.role_id) for place, topic in enumerate(topics) if topic.role_id and place in shown)
    return tuple(dict.fromkeys(roles)) if edition.ping else ()


def _sections(topics: Sequence[Topic], chosen: Sequence[Chosen]) -> tuple[Section, ...]:
    """Give the cards under their topics, in the edition's order of topics; no empty section."""
    sections = []
    for place, topic in enumerate(topics):
        own = tuple(one.card for one in chosen if one.topic == place)
        if own:
            sections.append(Section(topic=topic.name, cards=own))
    return tuple(sections)
