"""What an audience does not know yet of a story it was told: the facts that came since, and who brought them.

Decides whether there is news, not how it is worded. Errs towards silence: a repeat costs more trust than a detail.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from digests.core.editions import Told
from digests.core.facts import facts
from digests.core.models import Entry, EntryId

__all__ = ["facts", "facts_of", "known", "news"]

NEWS_REACH = 600
"""Characters of a text whose numbers and names can bring a story back: its first three or four sentences. Reports say
first what is new; what stands lower is background, and other outlets' background differs without being news."""

FACTS_REACH = 6_000
"""Characters of a text read for the ledger, ten times what can be news: background told is told."""

_LONGEST_FACT = 80  # characters: six words of a name, or a number with its scale and unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What was told, laid out for questions: the words of all names, and the units each number was told with."""

    words: frozenset[str]
    units: Mapping[str, frozenset[str]]


def facts_of(entry: Entry, *, language: str | None = None, reach: int = FACTS_REACH) -> frozenset[str]:
    """Give the facts of an entry's title and of the first `reach` characters of its text."""
    return facts(f"{entry.title}\n{entry.text[:reach]}", entry.language or language)


def news(entries: Iterable[Entry], told: Told, *, language: str | None = None) -> dict[EntryId, frozenset[str]]:
    """Give, by entry, the salient facts that the audience was not told; empty where the story need not come back.

    Ask for the entries that are new (`Candidate.is_new`). No clock is asked, since an entry seen before a telling may
    be placed after it; what the telling had shows in its facts. Salient is a number that counts or measures something
    other than time, or a name, in the title or the lead (`NEWS_REACH`); the outlet's and the author's own names are
    not.
    """
    before = known(told.facts)
    found = {}
    for entry in entries:
        own = f"{entry.outlet} {entry.author}".casefold()
        new = {
            fact
            for fact in facts_of(entry, language=language, reach=NEWS_REACH)
            if _is_salient(fact, own=own) and not _is_known(fact, before)
        }
        if new and len(entry.text) > NEWS_REACH:  # a cut makes 41 of "41 million": it must stand in a longer cut too
            new &= facts_of(entry, language=language, reach=NEWS_REACH + _LONGEST_FACT)
        if new:
            found[entry.id] = frozenset(new)
    return found


def known(told: Iterable[str]) -> Known:
    """Lay out the facts told."""
    words: set[str] = set()
    units: dict[str, set[str]] = {}
    for fact in told:
        kind, _, value = fact.partition(":")
        if kind in {"name", "word"}:
            words.update(value.split())
        elif kind == "number":
            number, _, unit = value.partition(" ")
            units.setdefault(number, set()).add(unit)
    return Known(words=frozenset(words), units={number: frozenset(of) for number, of in units.items()})


def _is_salient(fact: str, *, own: str) -> bool:
    kind, _, value = fact.partition(":")
    if kind == "number":
        return not value.endswith(" time")
    return kind == "name" and not any(word in own for word in value.split())


def _is_known(fact: str, before: Known) -> bool:
    """Tell whether a fact was told: a number whatever its unit where one lacks it, a name where any word of it was."""
    kind, _, value = fact.partition(":")
    if kind == "name":
        return not before.words.isdisjoint(value.split())
    number, _, unit = value.partition(" ")
    units = before.units.get(number, frozenset())
    return bool(units) and (not unit or "" in units or unit in units)
