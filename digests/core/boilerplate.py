"""Lines that an outlet puts under whatever it prints, learnt from seeing them under several stories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from digests.core.models import Entry

SEEN_UNDER = 3
"""Stories under which a line stands before it says nothing of any (editorial notes §6, nuisance 48)."""

_LONGEST = 300  # characters of a line; a whole paragraph that returns is background, and somebody wrote it


def learnt(entries: Iterable[Entry]) -> Mapping[str, frozenset[str]]:
    """Give the lines that stand under several stories of one outlet, by outlet; linear in the entries' text."""
    stories: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for entry in entries:
        for line in lines(entry.text):
            stories[entry.outlet, line].add(entry.story_id or entry.id)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for (outlet, line), under in stories.items():
        if len(under) >= SEEN_UNDER:
            found[outlet].add(line)
    return {outlet: frozenset(of) for outlet, of in found.items()}


def lines(text: str) -> Iterable[str]:
    """Give the lines of a text that may be boilerplate: short ones, without the white space around."""
    return (line for raw in text.split("\n") if (line := raw.strip()) and len(line) <= _LONGEST)
