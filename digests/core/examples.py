"""More like this story: the telling words of an example, and whether an entry has enough of them.

Words of one language: a report in another is not like it. Weighs and compares, and knows nothing of topics.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from digests.core.models import Entry
from digests.core.sketches import Lexicon, lead_of, sketch
from digests.core.text import tokens

Example = tuple[tuple[str, float], ...]
"""Words with their weights, 1 in all, the heaviest first."""

TERMS = 24
"""Words of an example: a report has some 30 telling ones, and the story is in those that its reports share."""

ALIKE = 0.15
"""Share of an example's weight that an entry must have. With three entries of a labelled event for an example it takes
.78 of the event's other headlines, .97 of its articles and .98 of its reports in the fortnight, and .004 to .008 of all
others; .2 takes .76, .78 and .87, and half of the others."""


def example_of(entries: Iterable[Entry], lexicon: Lexicon) -> Example:
    """Give the words that tell a story: those most of its entries weigh most."""
    weights: Counter[str] = Counter()
    for entry in entries:
        weights.update(sketch(entry, lexicon).words)
    heaviest = weights.most_common(TERMS)
    whole = sum(weight for _, weight in heaviest)
    return tuple((word, round(weight / whole, 4)) for word, weight in heaviest)


def is_like(entry: Entry, example: Example) -> bool:
    """Tell whether an entry's title and lead hold enough of an example."""
    return likeness(entry, example) >= ALIKE


def likeness(entry: Entry, example: Example) -> float:
    """Give the share of an example's weight whose words stand in an entry's title and lead."""
    held = set(tokens(f"{entry.title}\n{lead_of(entry)}", entry.language))
    return sum(weight for word, weight in example if word in held)
