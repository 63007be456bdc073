"""What people ask of topics: make one, show one, list them, find the one that is meant."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from digests.core.editions import Topic, TopicId
from digests.core.errors import UseError
from digests.core.examples import example_of
from digests.core.models import Entry, Feed
from digests.core.names import LONGEST_NAME, clean_name, meant, same_name
from digests.core.query import parse
from digests.core.sketches import Lexicon
from digests.core.urls import canonical
from digests.ports import EntryStore, TopicStore

LONGEST_QUERY = 1_000
"""Characters of keywords: they are compiled to one pattern that every candidate entry is matched with."""


LINK_REACH = timedelta(days=14)
"""How far back a link is looked for."""

NOTHING = "-"
"""What a moderator types to empty a description or keywords: Discord sends no option that is left empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicChanges:
    """What a moderator wants to be otherwise; None leaves it as it is, `NOTHING` empties it."""

    name: str | None = None
    description: str | None = None
    keywords: str | None = None
    exclude: str | None = None
    language: str | None = None
    role_id: int | None = None
    like: Sequence[Entry] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Topics:
    """The topics of guilds; `per_guild` limits them."""

    topics: TopicStore
    entries: EntryStore
    lexicon: Lexicon
    per_guild: int

    async def create(
        self,
        guild_id: int,
        name: str,
        *,
        description: str = "",
        keywords: str = "",
        exclude: str = "",
        language: str | None = None,
        role_id: int | None = None,
        like: Sequence[Entry] = (),
    ) -> Topic:
        """Make a topic; `like` are reports of a story whose like it takes too.

        Raises:
            UseError: the name is taken or unfit, the keywords cannot be read, or the guild has as many as it may.
        """
        name = clean_name(name)
        held = await self.topics.topics(guild_id)
        if any(same_name(name, topic.name) for topic in held):
            raise UseError("topic-exists", name=name)
        if len(held) >= self.per_guild:
            raise UseError("topics-too-many", limit=self.per_guild)
        return await self.topics.put_topic(
            Topic(
                id=TopicId(0),
                guild_id=guild_id,
                name=name,
                description=" ".join(description.split()),
                keywords=readable(keywords),
                exclude=readable(exclude),
                language=language,
                role_id=role_id,
                example=await asyncio.to_thread(example_of, like, self.lexicon),
                example_title=like[0].title if like else "",
            )
        )

    async def change(self, topic: Topic, changes: TopicChanges) -> Topic:
        """Change what is given of a topic.

        Raises:
            UseError: it is the file's, or as `create`.
        """
        refuse_if_from_file(topic)
        changed = replace(
            topic,
            name=clean_name(changes.name) if changes.name else topic.name,
            description=_or(changes.description, topic.description),
            keywords=readable(_or(changes.keywords, topic.keywords)),
            exclude=readable(_or(changes.exclude, topic.exclude)),
            language=changes.language or topic.language,
            role_id=changes.role_id or topic.role_id,
            role_made=topic.role_made and not changes.role_id,
        )
        others = [one for one in await self.topics.topics(topic.guild_id) if one.id != topic.id]
        if any(same_name(changed.name, one.name) for one in others):
            raise UseError("topic-exists", name=changed.name)
        if changes.like:
            example = await asyncio.to_thread(example_of, changes.like, self.lexicon)
            changed = replace(changed, example=example, example_title=changes.like[0].title)
        return await self.topics.change_topic(changed)

    async def remove(self, topic: Topic) -> None:
        """Remove a topic, with the feeds that only it held.

        Raises:
            UseError: it is the file's.
        """
        refuse_if_from_file(topic)
        await self.topics.remove_topic(topic.id)

    async def reports_like(self, guild_id: int, link: str, *, now: datetime) -> Sequence[Entry]:
        """Give the reports of the story that a link is of, the linked one first.

        Raises:
            UseError: no feed of the guild gave this link lately.
        """
        topics = [topic.id for topic in await self.topics.topics(guild_id)]
        held = await self.entries.held_by(topics, guild_id=guild_id, since=now - LINK_REACH)
        entry = await asyncio.to_thread(with_link, link, [one.entry for one in held])
        if entry is None:
            raise UseError("why-unknown", link=link)
        story = {one.entry.id: one.entry for one in held if one.entry.story_id == entry.story_id}
        return [entry, *(one for one in story.values() if one.id != entry.id and one.language == entry.language)]

    async def ensure(self, guild_id: int, names: Iterable[str]) -> Mapping[str, Topic]:
        """Give a topic for each name as it is written, those that are missing made.

        Raises:
            UseError: as `create`; or a topic of such a name is the file's.
        """
        found: dict[str, Topic] = {}
        for name in dict.fromkeys(names):
            fit = clean_name(name.replace(",", " ")[:LONGEST_NAME])
            held = await self.topics.topics(guild_id)
            topic = next((topic for topic in held if same_name(fit, topic.name)), None)
            found[name] = topic or await self.create(guild_id, fit)
            refuse_if_from_file(found[name])
        return found

    async def held(self, guild_id: int) -> Sequence[Topic]:
        """Give a guild's topics by name."""
        return await self.topics.topics(guild_id)

    async def find(self, guild_id: int, name: str) -> Topic:
        """Give the topic meant by a typed name.

        Raises:
            UseError: there is none; the nearest name is suggested.
        """
        held = {topic.name: topic for topic in await self.topics.topics(guild_id)}
        return held[meant(name, held, code="unknown-topic" if held else "no-topics")]

    async def find_all(self, guild_id: int, names: str) -> tuple[Topic, ...]:
        """Give the topics meant by a comma-separated list, in its order, each once."""
        wanted = [name for name in (part.strip() for part in names.split(",")) if name]
        found = [await self.find(guild_id, name) for name in wanted]
        return tuple({topic.id: topic for topic in found}.values())

    async def feeds_of(self, topic: Topic) -> Sequence[Feed]:
        """Give a topic's feeds by address."""
        return await self.topics.feeds_of(topic.id)


def with_link(link: str, entries: Iterable[Entry]) -> Entry | None:
    """Give the first entry of an address, however it is written."""
    wanted = canonical(link)
    return next((entry for entry in entries if entry.link and canonical(entry.link) == wanted), None)


def readable(query: str) -> str:
    """Give keywords as they are stored. Raises UseError: too many, or they cannot be read."""
    if len(query) > LONGEST_QUERY:
        raise UseError("query-too-long", limit=LONGEST_QUERY)
    parse(query)
    return query.strip()


def _or(wanted: str | None, held: str) -> str:
    if wanted is None:
        return held
    return "" if wanted.strip() == NOTHING else " ".join(wanted.split())


def refuse_if_from_file(topic: Topic) -> None:
    """Keep commands off what the config file owns.

    Raises:
        UseError: the file owns it.
    """
    if topic.from_file:
        raise UseError("owned-by-file", name=topic.name)
