"""Real pages, where this machine has them: ours is better than what it is built on. Figures: `make bench`."""

from __future__ import annotations

from functools import partial

from tests.benchmarks.pages import compare, f1, ours, theirs, truths
from tests.data_path import shared


def test_the_articles_of_real_pages_come_out_better_than_by_trafilatura_alone() -> None:
    pages = list(truths(shared("pages/truth.json").parent))[::3]
    precise = partial(theirs, mode="trafilatura, precision")
    found, alone = (f1([compare(truth, way(html, url)) for html, url, truth in pages])[0] for way in (ours, precise))
    assert found > alone
    assert found > 0.95
