"""What a member is told of one story by a language model: which evidence it gets, and what of its words may be printed.

The evidence is of the entries that the card lists and of no other, so each sentence stands under a number of the card.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.core.digest import Card, Sentence, Source
from digests.core.evidence import evidence_of
from digests.core.gates import Evidence, Phrased
from digests.core.gates.judging import judge
from digests.core.gates.orders import gives_orders
from digests.core.models import Entry
from digests.core.phrasing import MAX_EVIDENCE, Material, Phrasing, Role
from digests.core.tokens import tokens


def material_about(card: Card, entries: Sequence[Entry], words: str) -> Material | None:
    """Give the sentences of a card's entries that have most to do with `words`, in their order; None without any.

    Of equals the first are taken, since reports say first what matters. What gives orders is left out. Time grows with
    the words of the entries, which are bounded (`core.evidence`).
    """
    by_entry = {entry.id: entry for entry in entries}
    listed = [by_entry[source.entry_id] for source in card.sources if source.entry_id in by_entry]
    found = [one for one in evidence_of(listed, language=card.language) if not gives_orders(one.text)]
    ranked = sorted(range(len(found)), key=lambda at: -_in_common(words, found[at].text, card.language))
    sources = {source.entry_id: source for source in card.sources}
    taken = [found[at] for at in sorted(ranked[:MAX_EVIDENCE])]
    if not taken:
        return None
    return Material(
        evidence=tuple(
            _evidence(one.text, sources[one.entry_id], by_entry[one.entry_id].language or card.language)
            for one in taken
        ),
        roles=(Role.LEAD,) * len(taken),
        language=card.language,
    )


def answered(phrasing: Phrasing, material: Material) -> Phrasing:
    """Give what of an answer may be printed: a sentence with a fault is left out, its evidence is no answer."""
    kept = [sentence for sentence in phrasing.lead if judge(sentence, material.evidence) is None]
    return Phrasing(lead=tuple(dict.fromkeys(kept)))


def under_numbers(phrased: Sequence[Phrased], material: Material, card: Card) -> tuple[Sentence, ...]:
    """Give sentences under the numbers of the card's own sources."""
    numbers = {source.entry_id: source.n for source in card.sources}
    return tuple(
        Sentence(
            text=sentence.text,
            cites=tuple(sorted({numbers[material.evidence[number - 1].entry_id] for number in sentence.cites})),
        )
        for sentence in phrased
    )


def _in_common(words: str, text: str, language: str | None) -> int:
    return len(set(tokens(words, language)) & set(tokens(text, language)))


def _evidence(text: str, source: Source, language: str | None) -> Evidence:
    return Evidence(
        text=text,
        title=source.title,
        outlet=source.name,
        published=source.published,
        language=language,
        entry_id=source.entry_id,
    )
