"""The article of a page, against people's own: `python -m tests.benchmarks.pages`.

The measure is that of scrapinghub's article-extraction-benchmark (its evaluate.py), written anew. Texts are words
(`\\w+`), compared as bags of runs of four: tp is what both have, fp what only we have, fn what only the truth has. Of
each page precision is tp / (tp + fp), recall tp / (tp + fn); where we found nothing a page has no precision, where the
truth is empty no recall. P and R are the means over pages, F1 is 2PR / (P + R). So a page we miss costs recall alone.
The interval is a bootstrap over pages. The halves are pages of even and of odd number: a rule should help on both.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

import trafilatura
from rich.console import Console
from rich.table import Table

from digests.core.errors import ParseError
from digests.core.models import Fetched
from digests.sources.article import read_article
from tests.data_path import ROOT

Counts = tuple[int, int, int]
ROUNDS = 1000
MODES = {
    "trafilatura, fast": {"fast": True},
    "trafilatura, default": {},
    "trafilatura, precision": {"favor_precision": True},
    "trafilatura, recall": {"favor_recall": True},
}


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Give the runs of four words; a shorter text is one run, an empty one has none."""
    words = re.findall(r"\w+", text)
    return Counter(run for at in range(max(1, len(words) - 3)) if (run := tuple(words[at : at + 4])))


def compare(truth: str, found: str) -> Counts:
    """Give how many shingles both have, only we have, only the truth has."""
    wanted, given = shingles(truth), shingles(found)
    return (wanted & given).total(), (given - wanted).total(), (wanted - given).total()


def f1(pages: Sequence[Counts]) -> tuple[float, float, float]:
    """Give F1, precision and recall over pages."""
    precision = mean([both / (both + ours) for both, ours, _ in pages if both + ours])
    recall = mean([both / (both + theirs) for both, _, theirs in pages if both + theirs])
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0, precision, recall


def mean(values: Sequence[float]) -> float:
    """Give the mean, 0 of none."""
    return sum(values) / len(values) if values else 0.0


def interval(pages: Sequence[Counts]) -> tuple[float, float]:
    """Give between what the middle 95 % of resampled F1 lie."""
    dice = random.Random(1)
    found = sorted(f1(dice.choices(pages, k=len(pages)))[0] for _ in range(ROUNDS))
    return found[ROUNDS // 40], found[-ROUNDS // 40]


def truths(folder: Path) -> Iterable[tuple[bytes, str, str]]:
    """Give (HTML, address, the article's true text) of each page."""
    for name, held in sorted(json.loads((folder / "truth.json").read_bytes()).items()):
        with gzip.open(folder / "html" / f"{name}.html.gz") as page:
            yield page.read(), held.get("url") or "https://page.example/", held["articleBody"]


def ours(html: bytes, url: str) -> str:
    """Give what Tidings makes of a page."""
    try:
        return read_article(Fetched(url=url, body=html)).text
    except ParseError:
        return ""


def theirs(html: bytes, _url: str, *, mode: str) -> str:
    """Give what trafilatura alone makes of it, without comments and tables, as it is mostly used."""
    options = {"include_comments": False, "include_tables": False, **MODES[mode]}
    return trafilatura.extract(html.decode("utf-8", "replace"), **options) or ""


def main() -> None:
    """Print the table."""
    folder = ROOT / "pages"
    pages = list(truths(folder))
    ways: dict[str, Callable[[bytes, str], str]] = {"tidings": ours}
    ways |= {mode: partial(theirs, mode=mode) for mode in MODES}
    table = Table(title=f"the article of {len(pages)} pages, shingles of four words")
    for name in ("", "F1", "95 %", "even", "odd", "precision", "recall", "pages/s"):
        table.add_column(name, justify="right" if name else "left")
    for name, way in ways.items():
        started = time.perf_counter()
        results = [compare(truth, way(html, url)) for html, url, truth in pages]
        rate = len(pages) / (time.perf_counter() - started)
        low, high = interval(results)
        table.add_row(
            name,
            *(f"{value:.4f}" for value in f1(results)[:1]),
            f"{low:.3f}–{high:.3f}",
            *(f"{f1(results[half::2])[0]:.4f}" for half in (0, 1)),
            *(f"{value:.4f}" for value in f1(results)[1:]),
            f"{rate:.0f}",
        )
    Console(width=110).print(table)


if __name__ == "__main__":
    main()
