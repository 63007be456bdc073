"""How many places of a digest one outlet or one topic may have, so that none talks alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from digests.core.digest import Card
from digests.core.editions import TopicId

LEADS, LEADS_SHARE = 2, 0.2
"""Cards that begin with one outlet's words (editorial notes §2.2); more in a digest of more than ten places, or where
too few outlets have news to fill it."""

SHARES = {1: 1.0, 2: 0.6}
"""Share of the places one topic may have by how many topics have news; from three on `SHARE`."""

SHARE = 0.4
"""Editorial notes §2.2. Of the places there are, not of those filled: a quiet day elsewhere empties no topic."""


class Balance:
    """The places of one digest as they are given away, best story first."""

    def __init__(self, places: int, *, topics: Collection[TopicId], outlets: int) -> None:
        self._places = places
        self._topics = topics
        self._leads = max(LEADS, int(LEADS_SHARE * places), -(-places // max(1, outlets)))
        self._of_topic = max(1, int(SHARES.get(len(topics), SHARE) * places))
        self._led: Counter[str] = Counter()
        self._told: Counter[TopicId] = Counter()

    @property
    def is_full(self) -> bool:
        """Whether no story can have a place any more."""
        return self._told.total() >= self._places or not any(map(self.is_open, self._topics))

    def is_open(self, topic: TopicId) -> bool:
        """Tell whether a topic may have one more card."""
        return self._told[topic] < self._of_topic

    @property
    def heard_enough(self) -> frozenset[str]:
        """The outlets that may begin no more cards."""
        return frozenset(outlet for outlet, led in self._led.items() if led >= self._leads)

    def take(self, card: Card, topic: TopicId) -> bool:
        """Give a card its place; False, and nothing changed, where its outlet begins enough of them."""
        outlet = led_by(card)
        if outlet in self.heard_enough:
            return False
        self._led[outlet] += 1
        self._told[topic] += 1
        return True


def led_by(card: Card) -> str:
    """Give the outlet whose words a card begins with."""
    first = card.sentences[0].cites[0]
    return next(source.name for source in card.sources if source.n == first)
