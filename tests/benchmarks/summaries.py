"""How well sentences are chosen, beside the lead of each report, by ROUGE against summaries that editors wrote.

`python -m tests.benchmarks.summaries` prints ROUGE-1, -2 and -L (rouge-score with stemmer; words by white space, cut at
the limit; of several references the one that is best by ROUGE-1) with 95 % bootstrap intervals over groups, and stops
at a sentence that is not where it says.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from pathlib import Path
from statistics import fmean

from rich.console import Console
from rich.table import Table
from rouge_score.rouge_scorer import RougeScorer

from digests.core.bundles import UNDATED
from digests.core.models import Entry, EntryId, FeedId
from digests.core.summary import summarise
from digests.core.text import sentences
from digests.language.detect import LiteDetector
from digests.language.words import WordfreqStats
from tests.data_path import ROOT

FILES = (("roundups", 80), ("multidoc", 220), ("single", 50))
RESAMPLES = 1_000
KINDS = ("rouge1", "rouge2", "rougeL")


@dataclass(frozen=True, slots=True)
class Group:
    """Reports of one event, and what editors made of them."""

    entries: tuple[Entry, ...]
    references: tuple[str, ...]


Writer = Callable[[Sequence[Entry], int], str]


def read(path: Path) -> list[Group]:
    """Give the groups of a file in its order."""
    detect = LiteDetector().detect
    groups = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        language = detect("\n".join(f"{one['title']}\n{one['text'][:1000]}" for one in row["entries"]))
        entries = tuple(
            Entry(
                id=EntryId(number),
                feed_id=FeedId(0),
                link="",
                title=one["title"] or "",
                text=one["text"] or "",
                language=language,
                published=UNDATED,
                first_seen=UNDATED,
            )
            for number, one in enumerate(row["entries"])
        )
        groups.append(Group(entries, tuple(row.get("references") or [row["reference"]])))
    return groups


def lead(entries: Sequence[Entry], _limit: int) -> str:
    """Give the texts one after another."""
    return " ".join(entry.text for entry in entries)


def interleaved(entries: Sequence[Entry], _limit: int) -> str:
    """Give first sentences first, each once."""
    split = [[entry.text[span.start : span.end] for span in sentences(entry.text, "en")] for entry in entries]
    return " ".join(dict.fromkeys(one for one in chain.from_iterable(zip_longest(*split)) if one))


def ours(stats: WordfreqStats) -> Writer:
    """Give what `tidings lab summarise` does."""

    def write(entries: Sequence[Entry], limit: int) -> str:
        language = entries[0].language or "en"
        found = summarise(entries, idf=stats.idf(language), language=language, max_words=limit)
        for one in found:
            entry = entries[one.entry_id]
            assert one.text == (entry.title if one.in_title else entry.text)[one.start : one.end]
        return " ".join(one.text for one in found)

    return write


def rouge(scorer: RougeScorer, text: str, group: Group, limit: int) -> tuple[float, float, float]:
    """Give the F1 of ROUGE-1, -2 and -L of a text cut at its limit, in per cent."""
    cut = " ".join(text.split()[:limit])
    scores = [scorer.score(reference, cut) for reference in group.references]
    best = max(scores, key=lambda score: score["rouge1"].fmeasure)
    one, two, longest = (100 * best[kind].fmeasure for kind in KINDS)
    return one, two, longest


def interval(values: Sequence[float]) -> str:
    """Give the 95 % interval of the mean, over groups drawn again."""
    draw = random.Random(7)
    means = sorted(fmean(draw.choices(values, k=len(values))) for _ in range(RESAMPLES))
    return f"{means[int(RESAMPLES * 0.025)]:.1f}–{means[int(RESAMPLES * 0.975)]:.1f}"


def main() -> None:
    """Print the table."""
    scorer = RougeScorer(list(KINDS), use_stemmer=True)
    table = Table("file", "way", "ROUGE-1", "95 %", "ROUGE-2", "ROUGE-L", title="sentences chosen")
    writers: list[tuple[str, Writer]] = [
        ("texts as they come", lead),
        ("leads interleaved", interleaved),
        ("ours", ours(WordfreqStats())),
    ]
    for name, limit in FILES:
        groups = read(ROOT / f"summaries/{name}_dev.jsonl")
        for label, write in writers:
            scores = [rouge(scorer, write(group.entries, limit), group, limit) for group in groups]
            one, two, longest = zip(*scores, strict=True)
            means = [f"{fmean(values):.1f}" for values in (one, two, longest)]
            table.add_row(f"{name}, {limit} words", label, means[0], interval(one), *means[1:])
    Console().print(table)


if __name__ == "__main__":
    main()
