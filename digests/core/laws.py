"""The law of digests: what must hold of each one, whoever made it. Finds breaches, mends nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from digests.core.digest import Card, Digest, Sentence, Source
from digests.core.headlines import MAX_HEADLINE
from digests.core.models import Entry, EntryId


def violations(digest: Digest, entries: Iterable[Entry]) -> tuple[str, ...]:
    """Give every breach of the law of digests, in words; empty where it is kept.

    Each story stands once, each sentence cites, each cited number is a source of its card, each source is a given
    entry, and the characters of a sentence or quote occur in the title or text of every entry it cites.
    """
    by_id = {entry.id: entry for entry in entries}
    breaches = [breach for card in digest.cards for breach in _of_card(card, by_id)]
    if len({card.story_id for card in digest.cards}) < len(digest.cards):
        breaches.append("a story stands twice")
    return tuple(breaches)


def _of_card(card: Card, by_id: Mapping[EntryId, Entry]) -> Iterator[str]:
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
    if card.quote and not _stands_in(card.quote.text, by_id.get(_entry_id(sources, card.quote.cite))):
        yield f"{where}: nobody is quoted so: {card.quote.text!r}"
    for sentence in card.told:
        yield from (f"{where}: {breach}" for breach in _of_sentence(sentence, sources, by_id))


def _of_sentence(sentence: Sentence, sources: Mapping[int, Source], by_id: Mapping[EntryId, Entry]) -> Iterator[str]:
    if not sentence.cites or not sentence.text.strip():
        yield f"a sentence is empty or cites nothing: {sentence.text!r}"
    for n in sentence.cites:
        entry = by_id.get(_entry_id(sources, n))
        if entry is None:
            yield f"cite {n} leads nowhere"
        elif not _stands_in(sentence.text, entry):
            yield f"not in entry {entry.id}: {sentence.text!r}"
    for change in sentence.changed:
        entry = by_id.get(_entry_id(sources, change.cite))
        if entry is None or change.was not in " ".join(f"{entry.title} {entry.text}".split()):
            yield f"nothing cited says it was {change.was!r}"


def _entry_id(sources: Mapping[int, Source], n: int) -> EntryId:
    return sources[n].entry_id if n in sources else EntryId(-1)


def _stands_in(text: str, entry: Entry | None) -> bool:
    return entry is not None and (text in entry.text or text in entry.title)
