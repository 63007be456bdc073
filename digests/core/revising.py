"""How a card reads after a publisher corrected a title it printed. Nothing is told again.

What a sentence says is not touched unless it is the title: a title was corrected, no text.
"""

from __future__ import annotations

from dataclasses import replace

from digests.core.corrections import one_line
from digests.core.digest import Card, Digest, Sentence
from digests.core.headlines import shorten
from digests.core.models import Correction


def correct(digest: Digest, correction: Correction) -> Digest | None:
    """Give the digest with the title corrected wherever it is printed; None where it is nowhere."""
    changed = digest.with_cards(lambda card: _corrected(card, correction))
    return None if changed == digest else changed


def _corrected(card: Card, correction: Correction) -> Card:
    numbers = {source.n for source in card.sources if source.entry_id == correction.entry_id}
    if not numbers:
        return card

    def sentence(one: Sentence) -> Sentence:
        is_title = numbers.issuperset(one.cites) and one_line(one.text) == one_line(correction.was)
        return replace(one, text=correction.title) if is_title else one

    return replace(
        card,
        title=shorten(correction.title) if card.title == shorten(correction.was) else card.title,
        sentences=tuple(map(sentence, card.sentences)),
        new=tuple(map(sentence, card.new)),
        sources=tuple(
            replace(source, title=one_line(correction.title)) if source.n in numbers else source
            for source in card.sources
        ),
    )
