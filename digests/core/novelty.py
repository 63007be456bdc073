"""What an audience does not know yet of a story it was told: the facts that came since, and who brought them.

Decides whether there is news, not how it is worded. Errs towards silence: a repeat costs more trust than a detail.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from digests.core.editions import Told
from digests.core.facts import facts
from digests.core.models import Entry, EntryId
from digests.core.opinion import is_opinion
from digests.core.shared_terms import number_weight

__all__ = ["facts", "facts_of", "known", "news", "related"]

NEWS_REACH = 600
"""Characters of a text whose numbers and names can bring a story back: its first three or four sentences. Reports say
first what is new; what stands lower is background, and other outlets' background differs without being news."""

FACTS_REACH = 6_000
"""Characters of a text read for the ledger, ten times what can be news: background told is told."""

_SHARED_FACTS = 2
"""Names and numbers that relate two stories: one is shared by all that happens in a town."""

_MOST = 0.5  # of what a story names, which another must have told
_TELLING = 1.7  # weight of a number, see core.shared_terms: 1,300 or 41,000; 12 and 300 are met by chance

_DECLINED = 5
"""Letters that tell a name whatever its case; names of Latin scripts are not declined, or by an ending s."""

_LONGEST_FACT = 80  # characters: six words of a name, or a number with its scale and unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What was told, laid out for questions: the words of all names, and the units each number was told with."""

    words: frozenset[str]
    units: Mapping[str, frozenset[str]]
    turns: frozenset[str]


def facts_of(entry: Entry, *, language: str | None = None, reach: int = FACTS_REACH) -> frozenset[str]:
    """Give the facts of an entry's title and of the first `reach` characters of its text."""
    return facts(f"{entry.title}\n{entry.text[:reach]}", entry.language or language)


def news(
    entries: Iterable[Entry], told: frozenset[str], *, language: str | None = None
) -> dict[EntryId, frozenset[str]]:
    """Give, by entry, the salient facts that are not among those told; empty where the story need not come back.

    Ask for the entries that are new (`Candidate.is_new`). No clock is asked, since an entry seen before a telling may
    be placed after it; what the telling had shows in its facts. Salient is a number that counts or measures something
    other than time, a name, or a turn of events, in the title or the lead (`NEWS_REACH`); the outlet's and the author's
    own names are not, nor is anything an opinion says, nor a single name of one word.
    """
    before = known(told)
    found = {entry.id: _new(salient(entry, language=language), before) for entry in entries}
    return {entry_id: new for entry_id, new in found.items() if new}


def salient(entry: Entry, *, language: str | None = None) -> frozenset[str]:
    """Give the facts of an entry that could be news to somebody; none of an opinion."""
    if is_opinion(entry):
        return frozenset()
    return _in_the_lead(entry, language)


def related(entries: Sequence[Entry], told: Iterable[Told], *, language: str | None = None) -> frozenset[str]:
    """Give the facts of all stories told that tell of the same things: an audience knows them under any number.

    Grouping leaves some reports of a story apart, and late retellings and opinions above all.
    """
    every = {fact for entry in entries for fact in _in_the_lead(entry, language) if _is_telling(fact)}
    least = _SHARED_FACTS if any(not is_opinion(entry) for entry in entries) else 1
    if len(every) < least:
        return frozenset()
    near = (story.facts for story in told if _are_related(every, known(story.facts), least))
    return frozenset(fact for facts in near for fact in facts if not fact.startswith("turn:"))


def _are_related(found: Collection[str], before: Known, least: int) -> bool:
    shared = [fact for fact in found if _is_known(fact, before)]
    is_most = len(shared) > _MOST * len(found)
    return len(shared) >= least and is_most and any(fact.startswith("name:") for fact in shared)


def _is_telling(fact: str) -> bool:
    """Tell whether a fact is seldom shared by chance: a name, or a number of three digits that say something."""
    kind, _, value = fact.partition(":")
    return kind == "name" or (kind == "number" and number_weight(value.split()[0]) >= _TELLING)


def _in_the_lead(entry: Entry, language: str | None) -> frozenset[str]:
    own = f"{entry.outlet} {entry.author}".casefold()
    found = frozenset(
        fact for fact in facts_of(entry, language=language, reach=NEWS_REACH) if _is_salient(fact, own=own)
    )
    if len(entry.text) > NEWS_REACH:  # a cut makes 41 of "41 million": it must stand in a longer cut too
        found &= facts_of(entry, language=language, reach=NEWS_REACH + _LONGEST_FACT)
    return found


def _new(found: frozenset[str], before: Known) -> frozenset[str]:
    """Give what is not known; nothing where that is a single name of one word, a place more often than news."""
    new = frozenset(fact for fact in found if not _is_known(fact, before))
    is_slight = len(new) == 1 and all(fact.startswith("name:") and " " not in fact for fact in new)
    return frozenset() if is_slight else new


@lru_cache(maxsize=1_000)  # the stories a channel was told in a fortnight; each is asked for by every new one
def known(told: frozenset[str]) -> Known:
    """Lay out the facts told."""
    words: set[str] = set()
    units: dict[str, set[str]] = {}
    turns: set[str] = set()
    for fact in told:
        kind, _, value = fact.partition(":")
        if kind in {"name", "word"}:
            words.update(map(_uninflected, value.split()))
        elif kind == "number":
            number, _, unit = value.partition(" ")
            units.setdefault(number, set()).add(unit)
        elif kind == "turn":
            turns.add(value)
    return Known(
        words=frozenset(words),
        units={number: frozenset(of) for number, of in units.items()},
        turns=frozenset(turns),
    )


def _is_salient(fact: str, *, own: str) -> bool:
    kind, _, value = fact.partition(":")
    if kind == "number":
        return not value.endswith(" time")
    return kind == "turn" or (kind == "name" and not any(word in own for word in value.split()))


def _is_known(fact: str, before: Known) -> bool:
    """Tell whether a fact was told: a number whatever its unit where one lacks it, a name where any word of it was."""
    kind, _, value = fact.partition(":")
    if kind == "name":
        return not before.words.isdisjoint(map(_uninflected, value.split()))
    if kind == "turn":
        return value in before.turns
    number, _, unit = value.partition(" ")
    units = before.units.get(number, frozenset())
    return bool(units) and (not unit or "" in units or unit in units)


def _uninflected(word: str) -> str:
    return word.removesuffix("s") if word.isascii() else word[:_DECLINED]
