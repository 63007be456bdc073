"""Evidence to try the gates on, in two halves: rules were shaped on one, figures are told of the other.

Invented news ships (the fortnight and the demo's wire); third-party articles are read where they are, and never copied.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zlib import crc32

from digests.core.evidence import word_count
from digests.core.gates import Evidence
from digests.core.models import EntryId
from digests.core.text import clean_lead, sentences
from tests.data_path import ROOT

FORTNIGHT = Path(__file__).parents[2] / "data" / "fortnight"
LONGEST = 24
"""Words: a longer sentence is a long copy of itself, and would be blocked for that alone."""
_UNFIT = re.compile(
    r"\b[Yy]ou(?:r|rs)?\b|@|://|\bwww|[*_#<>{}\\|]|\]\(|\[|\w\.(?:com|org|net|uk)\b|^[\"“«„][^\"“”«»]*[\"”»“]$"
)
"""Speaks to the reader, leads somewhere, has marks of its own, or is all quotation: no sentence a card prints."""
MOST = 12
"""Sentences of evidence for one story, as a model is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """The evidence of one story; `is_shaping`: rules were shaped on it."""

    name: str
    evidence: tuple[Evidence, ...]
    is_shaping: bool
    is_third_party: bool = False

    @property
    def short(self) -> Sequence[tuple[int, Evidence]]:
        """The numbered sentences that may be printed as they stand."""
        return [
            (n, each)
            for n, each in enumerate(self.evidence, 1)
            if 5 <= word_count(each.text) <= LONGEST and not _UNFIT.search(each.text)
        ]


def is_shaping(name: str) -> bool:
    """Tell which half a story belongs to, by a checksum of its name."""
    return crc32(name.encode()) % 2 == 0


def invented() -> Iterator[Pack]:
    """Give the packs of the fortnight, a story each."""
    stories: dict[str, list[dict[str, str]]] = {}
    for part in "abc":
        for line in (FORTNIGHT / f"{part}.jsonl").read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            if entry["kind"] in {"report", "update", "contest"}:
                stories.setdefault(f"{entry['story']}-{entry['language']}", []).append(entry)
    for name, entries in stories.items():
        found = [
            _evidence(
                text=text,
                title=entry["title"],
                outlet=entry["outlet"],
                published=datetime.fromisoformat(entry["published"]),
                language=entry["language"],
                entry_id=number,
            )
            for number, entry in enumerate(entries[:3], 1)
            for text in _sentences(entry["text"], entry["language"])
        ]
        yield Pack(name=name, evidence=tuple(found[:MOST]), is_shaping=is_shaping(name.rsplit("-", 1)[0]))


def third_party() -> Iterator[Pack]:
    """Give the packs of the measuring files, an article each; none where they are not."""
    for file in ("summaries/single_dev.jsonl", "summaries/multidoc_dev.jsonl", "summaries/roundups_dev.jsonl"):
        path = ROOT / file
        for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
            pack = json.loads(line)
            found = [
                _evidence(
                    text=text,
                    title=entry["title"],
                    outlet="",
                    published=datetime(2020, 3, 4, 12, tzinfo=UTC),
                    language="en",
                    entry_id=number,
                )
                for number, entry in enumerate(pack["entries"], 1)
                for text in _sentences(entry["text"], "en")[: MOST // len(pack["entries"])]
            ]
            if len(found) > 1:
                yield Pack(
                    name=pack["id"],
                    evidence=tuple(found[:MOST]),
                    is_shaping=is_shaping(pack["id"]),
                    is_third_party=True,
                )


def _evidence(**fields: object) -> Evidence:
    return Evidence(**{**fields, "entry_id": EntryId(int(str(fields["entry_id"])))})  # type: ignore[arg-type]


def _sentences(text: str, language: str) -> list[str]:
    lead = clean_lead(text[:6000])
    return [lead[span.start : span.end] for span in sentences(lead, language)]
