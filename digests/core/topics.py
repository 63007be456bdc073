"""Which entries a topic is about: by its words, or by being like the story it was made from.

Decides yes or no, and says by what. It knows nothing of feeds (the store does) and nothing of rank.
"""

from __future__ import annotations

from functools import lru_cache

from digests.core.editions import Topic
from digests.core.examples import is_like
from digests.core.models import Entry
from digests.core.query import Found, Query, Words, match, read

_EVERYTHING = Query()


def matches(topic: Topic, entry: Entry) -> bool:
    """Tell whether the entry is of the topic, see `judged`."""
    return judged(topic, entry).is_meant


def judged(topic: Topic, entry: Entry) -> Found:
    """Say whether an entry is of a topic, and by what.

    It is where its language is the topic's or unknown, where no query of what the topic excludes is met, and where its
    keywords are met or it is like the topic's example; a topic without both takes everything.
    """
    if topic.language and entry.language and entry.language != topic.language:
        return Found(is_meant=False, barred=(entry.language,))
    wanted, unwanted = read(topic.keywords), read(topic.exclude)
    if wanted == _EVERYTHING and unwanted == _EVERYTHING and not topic.example:
        return Found(is_meant=True)
    words = _words(f"{entry.title}\n{entry.text}", entry.language)
    if unwanted != _EVERYTHING and (barred := match(unwanted, words)).is_meant:
        return Found(is_meant=False, barred=barred.by)
    found = match(wanted, words)
    if not topic.example or (found.is_meant and wanted != _EVERYTHING):
        return found
    if is_like(entry, topic.example):
        return Found(is_meant=True, by=(topic.example_title,))
    return Found(is_meant=False, lacks=found.lacks)


def is_in_title(topic: Topic, entry: Entry) -> bool:
    """Tell whether the title alone holds a keyword; never where the topic has none."""
    wanted = read(topic.keywords)
    return wanted != _EVERYTHING and match(wanted, _words(entry.title, entry.language)).is_meant


@lru_cache(maxsize=16)  # the topics of an edition ask for one entry after another
def _words(text: str, language: str | None) -> Words:
    return Words(text, language)
