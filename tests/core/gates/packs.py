"""Evidence in few words, for tests that are about one sentence."""

from __future__ import annotations

from datetime import UTC, datetime

from digests.core.gates import Evidence, Fault, Phrased
from digests.core.gates.judging import judge
from digests.core.models import EntryId

WEDNESDAY = datetime(2031, 3, 5, 9, tzinfo=UTC)


def said(text: str, *, title: str = "", outlet: str = "harbourpost.example", language: str | None = "en") -> Evidence:
    """Give a sentence of evidence, published on a Wednesday."""
    return Evidence(text=text, title=title, outlet=outlet, published=WEDNESDAY, language=language, entry_id=EntryId(1))


def fault(text: str, *evidence: Evidence | str, language: str = "en") -> Fault | None:
    """Judge a sentence that cites all the evidence given."""
    given = [said(each, language=language) if isinstance(each, str) else each for each in evidence]
    return judge(Phrased(text=text, cites=tuple(range(1, len(given) + 1))), given)
