"""How well entries are grouped into stories, beside doing nothing and beside the rule most projects ship.

`python -m tests.benchmarks.grouping [--grid] [FILE…]` prints B³ precision, recall and F1 (Amigó et al. 2009) with 95 %
bootstrap intervals over labelled stories, and entries per second on one core, tokenising and detection included.
`--grid` shows how flat the optimum is around the thresholds in use.
"""

from __future__ import annotations

import json
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from unittest.mock import patch

from rich.console import Console
from rich.table import Table

from digests.core import stories
from digests.core.models import Entry, EntryId, FeedId
from digests.core.stories import UNDATED, cluster
from digests.core.text import plain_text
from digests.language.detect import LiteDetector
from digests.language.words import WordfreqStats
from tests.data_path import ROOT

FILES = ("clusters/headlines_dev.jsonl", "clusters/articles_dev.jsonl")
RESAMPLES = 200


def b_cubed(gold: Sequence[str], found: Sequence[int]) -> list[tuple[str, float, float]]:
    """Give (label, precision, recall) of each entry."""
    labels, groups, both = Counter(gold), Counter(found), Counter(zip(gold, found, strict=True))
    return [
        (label, both[label, group] / groups[group], both[label, group] / labels[label])
        for label, group in zip(gold, found, strict=True)
    ]


def score(rows: Sequence[tuple[str, float, float]]) -> tuple[float, float, float]:
    """Give F1, precision, recall."""
    precision = sum(row[1] for row in rows) / len(rows)
    recall = sum(row[2] for row in rows) / len(rows)
    return 2 * precision * recall / (precision + recall), precision, recall


def interval(rows: Sequence[tuple[str, float, float]]) -> tuple[float, float]:
    """Give the 95 % interval of F1 over resampled labelled stories (entries of one story are not independent)."""
    by_label = defaultdict(list)
    for row in rows:
        by_label[row[0]].append(row)
    draw = random.Random(7)
    labels = sorted(by_label)
    scores = sorted(
        score([row for label in draw.choices(labels, k=len(labels)) for row in by_label[label]])[0]
        for _ in range(RESAMPLES)
    )
    return scores[int(RESAMPLES * 0.025)], scores[int(RESAMPLES * 0.975)]


def read(path: Path) -> tuple[list[Entry], list[str]]:
    """Give the entries of a labelled file in its order, and their labels."""
    detect = LiteDetector().detect
    entries, gold = [], []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        row = json.loads(line)
        text = plain_text(row.get("text") or "")
        published = datetime.fromisoformat(row["published"]) if row.get("published") else UNDATED
        entry = Entry(
            id=EntryId(number),
            feed_id=FeedId(1),
            link=row.get("url") or "",
            title=row["title"],
            published=published,
            first_seen=published,
            outlet=row.get("source") or "",
            text=text,
            language=row.get("language") or detect(f"{row['title']} {text}"),
        )
        entries.append(entry)
        gold.append(row["story"])
    return entries, gold


def singletons(entries: Sequence[Entry]) -> list[int]:
    """Group nothing."""
    return [entry.id for entry in entries]


def title_jaccard(entries: Sequence[Entry]) -> list[int]:
    """Group an entry with the first earlier one whose title shares more than .55 of its words."""
    words = [frozenset(re.findall(r"\w+", entry.title.lower())) for entry in entries]
    found: list[int] = []
    for at, mine in enumerate(words):
        alike = (
            found[before]
            for before, theirs in enumerate(words[:at])
            if mine and len(mine & theirs) > 0.55 * len(mine | theirs)
        )
        found.append(next(alike, at))
    return found


def measure(path: Path, console: Console) -> None:
    """Print the table of one file."""
    started = time.perf_counter()
    entries, gold = read(path)
    reading = time.perf_counter() - started
    idf_of = WordfreqStats().idf
    for language in {entry.language for entry in entries if entry.language}:
        idf_of(language)("")  # word lists are read before the clock starts: it happens once a process
    ways: dict[str, Callable[[], Sequence[int]]] = {
        "singletons": lambda: singletons(entries),
        "title Jaccard > .55": lambda: title_jaccard(entries),
        "as first assigned": lambda: cluster(entries, idf_of, second_pass=False),
        "after the second pass": lambda: cluster(entries, idf_of),
    }
    table = Table("B³", "F1", "95 %", "precision", "recall", "stories", "entries/s", title=path.name)
    for name, way in ways.items():
        started = time.perf_counter()
        found = way()
        rate = len(entries) / (time.perf_counter() - started)
        rows = b_cubed(gold, found)
        f1, precision, recall = score(rows)
        low, high = interval(rows)
        table.add_row(
            name, f"{f1:.3f}", f"{low:.2f}–{high:.2f}", f"{precision:.3f}", f"{recall:.3f}", str(len(set(found))),
            f"{rate:,.0f}",
        )  # fmt: skip
    console.print(table, f"{len(entries)} entries, {len(set(gold))} labelled stories; read in {reading:.1f} s\n")


def grid(path: Path, console: Console) -> None:
    """Print F1 after the second pass for thresholds around those in use."""
    entries, gold = read(path)
    idf_of = WordfreqStats().idf
    merges = (0.18, 0.20, 0.22, 0.25, 0.30)
    table = Table("join \\ merge", *(f"{merge:.2f}" for merge in merges), title=f"{path.name}: F1 by thresholds")
    for join in (0.15, 0.18, 0.20, 0.22, 0.25, 0.30):
        row = []
        for merge in merges:
            with patch.object(stories, "_JOIN", join), patch.object(stories, "_MERGE", merge):
                row.append(f"{score(b_cubed(gold, cluster(entries, idf_of)))[0]:.3f}")
        table.add_row(f"{join:.2f}", *row)
    console.print(table)


def main(arguments: Sequence[str]) -> int:
    """Run over the files named, or over the development files."""
    console = Console()
    paths = [Path(name) for name in arguments if not name.startswith("--")] or [ROOT / name for name in FILES]
    for path in paths:
        if not path.exists():
            console.print(f"not here: {path.name} (set TIDINGS_DATA to the folder of the measuring files)")
        else:
            (grid if "--grid" in arguments else measure)(path, console)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
