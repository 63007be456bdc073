"""How well entries are grouped into stories, beside doing nothing and beside the rule most projects ship.

`python -m tests.benchmarks.grouping [--grid] [FILE…]` prints B³ precision, recall and F1 (Amigó et al. 2009) with 95 %
bootstrap intervals over labelled stories, by words and with the semantic extra where it is installed, then how many
entries change their story when they arrive in another order. `--grid` shows how flat the optimum is.
"""

from __future__ import annotations

import json
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from rich.console import Console
from rich.table import Table

from digests.core import likeness
from digests.core.models import Entry, EntryId, FeedId
from digests.core.sketches import gist
from digests.core.stories import UNDATED, cluster
from digests.core.text import plain_text
from digests.language.detect import LiteDetector
from digests.language.lexicon import lexicon
from digests.language.meaning import sentence_encoder
from tests.data_path import ROOT

FILES = ("clusters/headlines_dev.jsonl", "clusters/articles_dev.jsonl")
RESAMPLES = 200
SEEDS = 10
SHUFFLED = timedelta(minutes=10)


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
    entries, gold = read(path)
    known, encoder = lexicon(), sentence_encoder()
    cluster(entries[:50], known)  # word lists are read before the clock starts: it happens once a process
    ways: dict[str, Callable[[], Sequence[int]]] = {
        "singletons": lambda: singletons(entries),
        "title Jaccard > .55": lambda: title_jaccard(entries),
        "as first assigned": lambda: cluster(entries, known, second_pass=False),
        "after the second pass": lambda: cluster(entries, known),
    }
    if encoder:
        ways |= {
            "the same, with the extra": lambda: cluster(
                entries, known, meanings=encoder.embed([gist(entry) for entry in entries])
            )
        }
    table = Table(
        "B³", "F1", "95 %", "precision", "recall", "within languages", "stories", "entries/s", title=path.name
    )
    tongues = [entry.language or "" for entry in entries]
    for name, way in ways.items():
        started = time.perf_counter()
        found = way()
        rate = len(entries) / (time.perf_counter() - started)
        rows = b_cubed(gold, found)
        f1, precision, recall = score(rows)
        low, high = interval(rows)
        apart = [f"{label} {tongue}" for label, tongue in zip(gold, tongues, strict=True)]
        numbers: dict[tuple[int, str], int] = {}
        within = [numbers.setdefault(pair, len(numbers)) for pair in zip(found, tongues, strict=True)]
        table.add_row(
            name, f"{f1:.3f}", f"{low:.2f}–{high:.2f}", f"{precision:.3f}", f"{recall:.3f}",
            f"{score(b_cubed(apart, within))[0]:.3f}", str(len(set(found))), f"{rate:,.0f}",
        )  # fmt: skip
    console.print(table, f"{len(entries)} entries, {len(set(gold))} labelled stories")
    if not encoder:
        console.print("the extra tidings[semantic] is not installed: its rows are missing")
    if entries[0].published != UNDATED:
        moved = [changed_by_order(entries, seed) for seed in range(SEEDS)]
        console.print(
            f"arrival shuffled within {SHUFFLED}: {sum(moved) / SEEDS:.2%} of the entries change their story,"
            f" {max(moved):.2%} at most, over {SEEDS} seeds\n"
        )


def changed_by_order(entries: Sequence[Entry], seed: int) -> float:
    """Give the share of entries whose story changes when each arrives up to ten minutes later.

    Stories are matched one to one by overlap, the largest first.
    """
    known, draw = lexicon(), random.Random(seed)
    late = sorted(entries, key=lambda entry: entry.published + SHUFFLED * draw.random())
    renumbered = [replace(entry, id=EntryId(number)) for number, entry in enumerate(late, start=1)]
    shuffled = dict(zip((entry.id for entry in late), cluster(renumbered, known), strict=True))
    overlap = Counter(zip(cluster(entries, known), (shuffled[entry.id] for entry in entries), strict=True))
    kept, taken, given = 0, set(), set()
    for (one, other), count in overlap.most_common():
        if one not in taken and other not in given:
            taken.add(one)
            given.add(other)
            kept += count
    return 1 - kept / len(entries)


def grid(path: Path, console: Console) -> None:
    """Print F1 after the second pass for thresholds around those in use."""
    entries, gold = read(path)
    known = lexicon()
    fews = (0.0, 0.06, 0.12, 0.2, 0.3)
    table = Table("alike \\ of few", *(f"{few:.2f}" for few in fews), title=f"{path.name}: F1 by thresholds")
    for alike in (0.11, 0.13, 0.15, 0.17, 0.2):
        row = []
        for few in fews:
            with patch.object(likeness, "WORDS_ALIKE", alike), patch.object(likeness, "_OF_FEW", few):
                row.append(f"{score(b_cubed(gold, cluster(entries, known)))[0]:.3f}")
        table.add_row(f"{alike:.2f}", *row)
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
