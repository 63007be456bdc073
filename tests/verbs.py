"""Verbs over a store, as tests need them: prepared ten minutes ahead, delivered by one process."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from digests.pipeline.deliver import Deliverer
from digests.pipeline.prepare import Preparer
from digests.ports import Idf, Publisher
from storage import Store

AHEAD = timedelta(minutes=10)


def preparer_over(store: Store, publishers: Mapping[str, Publisher], *, idf_of: Callable[[str], Idf]) -> Preparer:
    """Give what prepares the digests of a store."""
    return Preparer(
        entries=store.entries,
        topics=store.topics,
        editions=store.editions,
        digests=store.digests,
        members=store.members,
        personal=store.personal,
        publishers=publishers,
        idf_of=idf_of,
        ahead=AHEAD,
    )


def deliverer_over(store: Store, publishers: Mapping[str, Publisher]) -> Deliverer:
    """Give what delivers the digests of a store."""
    return Deliverer(
        store=store.digests,
        editions=store.editions,
        members=store.members,
        personal=store.personal,
        publishers=publishers,
        owner="test",
    )
