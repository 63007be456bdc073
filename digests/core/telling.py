"""A story as one audience may see it: its visible entries, and what of them is new to the audience."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from digests.core.editions import Told, TopicId
from digests.core.models import Entry, EntryId, StoryId
from digests.core.opinion import is_opinion


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A story as one audience may see it: its visible entries by date, and what is new to the audience.

    `news` holds new facts by entry where the story was `told` before; both are empty for a first telling.
    """

    story_id: StoryId
    topic_id: TopicId
    entries: tuple[Entry, ...]
    told: Told | None = None
    news: Mapping[EntryId, frozenset[str]]

    @property
    def fresh(self) -> tuple[Entry, ...]:
        """The entries this telling is about: those with news, or all at a first telling."""
        return tuple(entry for entry in self.entries if entry.id in self.news) if self.told else self.entries


def language_of(entries: Sequence[Entry], *, wanted: str) -> str | None:
    """Give the language a story is told in: the one wanted, else the most common, else None where nobody knows."""
    spoken = Counter(entry.language for entry in entries if entry.language)
    if wanted in spoken or not spoken:
        return wanted if spoken else None
    return min(spoken, key=lambda language: (-spoken[language], language))


def reports(entries: Sequence[Entry]) -> Sequence[Entry]:
    """Give the entries that may say what happened: no opinion piece, unless there is nothing else."""
    return [entry for entry in entries if not is_opinion(entry)] or entries
