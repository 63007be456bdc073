"""A publisher corrects a title: which entries those are. What becomes of cards that printed it: `core.revising`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from digests.core.identity import TITLE, Document, key_entries
from digests.core.models import Correction, EntryData, Printed

WINDOW = timedelta(days=2)
"""How long after its first sighting an entry's title is followed. Later edits are a site's housekeeping, and nobody
reads the card any more."""


def find_corrections(document: Document, recent: Iterable[Printed]) -> tuple[Correction, ...]:
    """Give the entries of a feed whose title in its document is another than the stored one.

    Entries that only their titles tell apart cannot be corrected: another title is another entry.
    """
    if document.identity == TITLE:
        return ()
    now_at = {key: one.data for one in document.entries for key in one.deciding}
    found = []
    for printed in recent:
        (stored,) = key_entries([EntryData(guid=printed.guid, link=printed.link)], document.identity)
        data = next((now_at[key] for key in stored.deciding if key in now_at), None)
        if data is not None and data.title and one_line(data.title) != one_line(printed.title):
            found.append(Correction(entry_id=printed.entry_id, was=printed.title, title=data.title))
    return tuple(found)


def one_line(text: str) -> str:
    """Give text with runs of white space as one space."""
    return " ".join(text.split())
