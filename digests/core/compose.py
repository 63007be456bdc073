"""What an edition tells at one slot: which stories, in which order, under which topic.

Values in, a whole digest out, the same one for the same values. What each story says is made in `core.cards`; whether
a digest of nothing is posted is for the caller to decide.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from hashlib import blake2b
from operator import attrgetter
from typing import NamedTuple

from digests.core.cards import MAX_HEADLINE, Telling, build_card, language_of
from digests.core.digest import Card, Coverage, Digest, Section
from digests.core.editions import Candidate, Edition, EditionId, Pool, Told, Topic, TopicId
from digests.core.models import Entry, EntryId, StoryId
from digests.core.novelty import news, related
from digests.core.ranking import Ranked, Standing, rank
from digests.core.sketches import Idf
from digests.core.stories import voices
from digests.core.topics import is_in_title, matches

_SLACK = 2  # as many stories are ranked for each one shown: now and then one has no sentence fit to print
_ID_BYTES = 10  # 80 bits, 16 characters: short enough for a nonce of 25 (Discord's limit) with a part number


class _Placed(NamedTuple):
    """A story with its rank and the voice of each of its entries."""

    ranked: Ranked
    telling: Telling
    voice_of: Mapping[EntryId, str]


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
    idf_of: Callable[[str], Idf],
) -> Digest:
    """Give the digest of an edition at a slot; without sections where nothing is worth telling.

    Topics the edition does not name are ignored. Entries are used only where a candidate brings them under a topic
    they match; `told` is what the audience knows. A story is told if an entry of it is new, or, where it was told
    before, if a new entry has news. The window runs from the last told digest (before the first, from when the edition
    was made) to `now`, the moment of composing. `idf_of` takes a language (ISO 639-1).
    """
    known = {topic.id: topic for topic in topics}
    order = [known[wanted] for wanted in dict.fromkeys(edition.topics) if wanted in known]
    tellings = {telling.story_id: telling for telling in _tellings(order, pool.candidates, told)}
    placed = _best(tellings, known, now=now, count=_SLACK * edition.max_stories)
    cards = _cards(edition, placed, idf_of=idf_of)
    new = {each.entry.id: each.entry for each in pool.candidates if each.is_new}
    return Digest(
        id=digest_id(edition.id, slot),
        edition=edition.name,
        slot=slot,
        window_start=pool.told_until or edition.created,
        window_end=now,
        coverage=Coverage(
            feeds_ok=feeds_ok,
            feeds_total=feeds_total,
            entries=len(new),
            stories=len({_story_of(entry) for entry in new.values()}),
            shown=len(cards),
        ),
        sections=_sections(order, cards, tellings),
        language=edition.language,
        style=edition.style,
        through=pool.through,
        pings=_pings(edition, order, cards, tellings),
    )


def digest_id(edition_id: EditionId, slot: datetime) -> str:
    """Give the digest's name: 16 lower-case letters and digits, the same whenever it is prepared again."""
    key = f"{edition_id}:{int(slot.timestamp())}".encode()
    return base64.b32encode(blake2b(key, digest_size=_ID_BYTES).digest()).decode().lower()


def violations(digest: Digest, entries: Iterable[Entry]) -> tuple[str, ...]:
    """Give every breach of the law of digests, in words; empty where it is kept.

    Each story stands once, each sentence cites, each cited number is a source of its card, each source is a given
    entry, and the sentence's characters occur in the title or text of every entry it cites.
    """
    by_id = {entry.id: entry for entry in entries}
    breaches = [breach for card in digest.cards for breach in _card_violations(card, by_id)]
    if len({card.story_id for card in digest.cards}) < len(digest.cards):
        breaches.append("a story stands twice")
    return tuple(breaches)


def _card_violations(card: Card, by_id: Mapping[EntryId, Entry]) -> Iterator[str]:
    where = f"story {card.story_id}"
    sources = {source.n: source for source in card.sources}
    if list(sources) != list(range(1, len(card.sources) + 1)):
        yield f"{where}: sources are not numbered from 1 without a gap"
    if not card.sentences:
        yield f"{where}: no sentence"
    if not card.title or len(card.title) > MAX_HEADLINE:
        yield f"{where}: headline of {len(card.title)} characters"
    for source in card.sources:
        if source.entry_id not in by_id:
            yield f"{where}: source {source.n} is no given entry"
    for sentence in (*card.sentences, *card.new):
        if not sentence.cites or not sentence.text.strip():
            yield f"{where}: a sentence is empty or cites nothing: {sentence.text!r}"
        for n in sentence.cites:
            entry = by_id.get(sources[n].entry_id) if n in sources else None
            if entry is None:
                yield f"{where}: cite {n} leads nowhere"
            elif sentence.text not in entry.text and sentence.text not in entry.title:
                yield f"{where}: not in entry {entry.id}: {sentence.text!r}"
        for change in sentence.changed:
            entry = by_id.get(sources[change.cite].entry_id) if change.cite in sources else None
            if entry is None or change.was not in " ".join(f"{entry.title} {entry.text}".split()):
                yield f"{where}: nothing cited says it was {change.was!r}"


def _tellings(
    topics: Sequence[Topic],
    candidates: Sequence[Candidate],
    told: Mapping[StoryId, Told],
) -> Iterator[Telling]:
    """Give the stories worth telling, each under the first topic that brings an entry of it."""
    place = {topic.id: number for number, topic in enumerate(topics)}
    by_topic = {topic.id: topic for topic in topics}
    entries: dict[StoryId, dict[EntryId, Entry]] = {}
    topic_of: dict[StoryId, TopicId] = {}
    new: set[EntryId] = set()
    for candidate in candidates:
        topic, entry = by_topic.get(candidate.topic_id), candidate.entry
        if topic is None or not matches(topic, entry):
            continue
        story_id = _story_of(entry)
        entries.setdefault(story_id, {})[entry.id] = entry
        topic_of[story_id] = min(topic_of.get(story_id, topic.id), topic.id, key=place.__getitem__)
        if candidate.is_new:
            new.add(entry.id)
    for story_id, found in entries.items():
        visible = tuple(sorted(found.values(), key=attrgetter("published", "id")))
        arrived = [entry for entry in visible if entry.id in new]
        before = told.get(story_id)
        facts = related(visible, told.values()) | (before.facts if before else frozenset())
        is_known = bool(before or facts)
        gained = news(arrived, facts) if is_known else {}
        is_worth_telling = bool(gained if is_known else arrived)
        if is_worth_telling and any(entry.title or entry.text for entry in visible):
            yield Telling(
                story_id=story_id,
                topic_id=topic_of[story_id],
                entries=visible,
                told=before,
                news=gained if before else {},
            )


def _story_of(entry: Entry) -> StoryId:
    return StoryId(entry.id) if entry.story_id is None else entry.story_id


def _best(
    tellings: Mapping[StoryId, Telling], topics: Mapping[TopicId, Topic], *, now: datetime, count: int
) -> list[_Placed]:
    """Give the best stories in order, with the voices of their entries, at least `count` where there are as many.

    Telling voices apart compares texts, so it is done only for stories that could still be among the best: with every
    entry a voice of its own, no story ranks lower than it does.
    """
    entries_as_voices = {entry.id: str(entry.id) for telling in tellings.values() for entry in telling.entries}
    hopes = rank((_standing(each, topics[each.topic_id], entries_as_voices) for each in tellings.values()), now=now)
    best: list[_Placed] = []
    for hope in hopes:
        if len(best) >= count > 0 and best[count - 1].ranked.score > hope.score:
            break
        telling = tellings[hope.story_id]
        voice_of = voices(telling.entries)
        (ranked,) = rank([_standing(telling, topics[telling.topic_id], voice_of)], now=now)
        best.append(_Placed(ranked, telling, voice_of))
        best.sort(key=attrgetter("ranked.order"))
    return best


def _standing(telling: Telling, topic: Topic, voice_of: Mapping[EntryId, str]) -> Standing:
    """Give what a story has to show. A voice's repeats do not make it fresher, so only its first report dates it."""
    first: dict[str, datetime] = {}
    for entry in telling.fresh:
        first.setdefault(voice_of[entry.id], min(entry.published, entry.first_seen))
    return Standing(
        story_id=telling.story_id,
        voices=len({voice_of[entry.id] for entry in telling.entries}),
        topic_voices=len({voice_of[entry.id] for entry in telling.entries if is_in_title(topic, entry)}),
        newest=max(first.values()),
        is_update=telling.told is not None,
    )


def _cards(edition: Edition, placed: Iterable[_Placed], *, idf_of: Callable[[str], Idf]) -> list[Card]:
    """Give the cards of the best stories that have a word to print, `max_stories` at most."""
    cards: list[Card] = []
    for ranked, telling, voice_of in placed:
        if len(cards) >= edition.max_stories:
            break
        spoken = language_of(telling.fresh, wanted=edition.language)
        card = build_card(
            telling,
            voice_of,
            language=spoken,
            style=edition.style,
            idf=idf_of(spoken or edition.language),
            why=ranked.why,
        )
        if card:
            cards.append(card)
    return cards


def _pings(
    edition: Edition, topics: Sequence[Topic], cards: Sequence[Card], tellings: Mapping[StoryId, Telling]
) -> tuple[str, ...]:
    """Give the roles of the topics told of, where the edition pings."""
    shown = {tellings[card.story_id].topic_id for card in cards}
    roles = (str(topic.role_id) for topic in topics if topic.role_id and topic.id in shown)
    return tuple(dict.fromkeys(roles)) if edition.ping else ()


def _sections(
    topics: Sequence[Topic], cards: Sequence[Card], tellings: Mapping[StoryId, Telling]
) -> tuple[Section, ...]:
    """Give the cards under their topics, in the edition's order of topics; no empty section."""
    sections = []
    for topic in topics:
        own = tuple(card for card in cards if tellings[card.story_id].topic_id == topic.id)
        if own:
            sections.append(Section(topic=topic.name, cards=own))
    return tuple(sections)
