"""What people ask of topics: make one, show one, list them, find the one that is meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from digests.core.editions import Topic, TopicId
from digests.core.errors import UseError
from digests.core.models import Feed
from digests.core.names import LONGEST_NAME, clean_name, meant, same_name
from digests.ports import TopicStore

LONGEST_QUERY = 1_000
"""Characters of keywords: they are compiled to one pattern that every candidate entry is matched with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topics:
    """The topics of guilds; `per_guild` limits them."""

    topics: TopicStore
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
    ) -> Topic:
        """Make a topic.

        Raises:
            UseError: the name is taken or unfit, the keywords are too long, or the guild has as many as it may.
        """
        name = clean_name(name)
        held = await self.topics.topics(guild_id)
        if any(same_name(name, topic.name) for topic in held):
            raise UseError("topic-exists", name=name)
        if len(held) >= self.per_guild:
            raise UseError("topics-too-many", limit=self.per_guild)
        for query in (keywords, exclude):
            if len(query) > LONGEST_QUERY:
                raise UseError("query-too-long", limit=LONGEST_QUERY)
        return await self.topics.put_topic(
            Topic(
                id=TopicId(0),
                guild_id=guild_id,
                name=name,
                description=" ".join(description.split()),
                keywords=keywords.strip(),
                exclude=exclude.strip(),
                language=language,
                role_id=role_id,
            )
        )

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


def refuse_if_from_file(topic: Topic) -> None:
    """Keep commands off what the config file owns.

    Raises:
        UseError: the file owns it.
    """
    if topic.from_file:
        raise UseError("owned-by-file", name=topic.name)
