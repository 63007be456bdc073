"""What members look for among the entries a guild's feeds brought: by words, in the languages those feeds are in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from digests.core.editions import Topic
from digests.core.errors import UseError
from digests.core.models import Entry, StoryId
from digests.core.text import tokens
from digests.ports import EntryStore, TopicStore

FOUND = 50
"""Entries asked for; ten stories are shown, and a story has two entries or so."""

LONGEST = 200
"""Characters of a query that are looked at."""

MOST_LANGUAGES = 8
"""Languages a query is read in: a word has another stem in each, and each costs a look-up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A story found: its best entry, and how many of its entries were found."""

    entry: Entry
    entries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Searching:
    """The parts that searching needs."""

    entries: EntryStore
    topics: TopicStore

    async def search(
        self, query: str, topics: Sequence[Topic], *, language: str, most: int, told_in: int | None = None
    ) -> Sequence[Hit]:
        """Give up to `most` stories that hold all words of a query, best first; `language` is who asks's.

        `told_in`: only those that a guild was told.

        Raises:
            UseError: the query has no word.
        """
        feeds = {feed.id: feed for topic in topics for feed in await self.topics.feeds_of(topic.id)}
        spoken = [language, *sorted({feed.language.split("-")[0] for feed in feeds.values() if feed.language}), "en"]
        readings = {tuple(tokens(query[:LONGEST], one)) for one in list(dict.fromkeys(spoken))[:MOST_LANGUAGES]}
        if not any(readings):
            raise UseError("search-without-word", query=query)
        found = await self.entries.search(sorted(readings), feeds=list(feeds), limit=FOUND, told_in=told_in)
        by_story: dict[StoryId, list[Entry]] = {}
        for entry in found:
            by_story.setdefault(entry.story_id or StoryId(entry.id), []).append(entry)
        return [Hit(entry=of[0], entries=len(of)) for of in list(by_story.values())[:most]]
