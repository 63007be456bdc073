"""The topics that `/setup` offers, a TOML file a language: public feeds of known outlets, changed by anybody's edit.

What is no longer there is left out when a server is set up, and named.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from digests.usecases.setting_up import StarterList, StarterTopic


@cache
def starter_lists() -> tuple[StarterList, ...]:
    """Give what is shipped, by the language's code. Reads files: call it in a thread."""
    found = (entry for entry in files(__name__).iterdir() if entry.name.endswith(".toml"))
    return tuple(
        _starter_list(entry.name.removesuffix(".toml"), entry.read_text(encoding="utf-8"))
        for entry in sorted(found, key=lambda entry: entry.name)
    )


def _starter_list(language: str, text: str) -> StarterList:
    held = tomllib.loads(text)
    topics = tuple(
        StarterTopic(name=one["name"], description=one["description"], feeds=tuple(one["feeds"]))
        for one in held["topics"]
    )
    return StarterList(language=language, name=held["name"], timezone=held["timezone"], topics=topics)
