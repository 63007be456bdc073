"""What joining costs in a large window, and how the fortnight is told, by words and with the semantic extra.

`python -m tests.benchmarks.stories [--large]`; `--large` also measures a window of 300,000 entries, some ten minutes.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from itertools import count, islice

from rich.console import Console
from rich.table import Table

from digests.core.models import Entry, EntryId
from digests.core.sketches import gist
from digests.core.stories import StoryIndex
from digests.language.lexicon import lexicon
from digests.language.meaning import sentence_encoder
from digests.ports import Embedder
from storage import open_store
from tests.benchmarks.gauges import peak_mb
from tests.benchmarks.grouping import FILES, read
from tests.data_path import ROOT
from tests.fortnight import Labelled, Lived, fortnight, judge, live, orders, voice_pairs

WINDOW, LARGE_WINDOW, JOINED = 30_000, 300_000, 3_000
EMBEDDED = 1_000
SPAN = timedelta(hours=60)
_WORD = re.compile(r"[A-Za-z]{4,}")


def disguised() -> Iterator[Entry]:
    """Yield the entries of the development files over and over, each time as other events: with other words."""
    real = [entry for name in FILES for entry in read(ROOT / name)[0]]
    number = count(1)
    for turn in count():

        def other(match: re.Match[str], turn: int = turn) -> str:
            tail = blake2b(f"{turn} {match[0].lower()}".encode(), digest_size=3).hexdigest()
            return match[0] + tail.translate(str.maketrans("0123456789", "ghijklmnop"))

        for entry in real:
            title, text = (_WORD.sub(other, text) if turn else text for text in (entry.title, entry.text[:1500]))
            yield replace(entry, id=EntryId(next(number)), title=title, text=text, language=entry.language or "en")


def join_rate(window: int, embedder: Embedder | None) -> tuple[float, float, float]:
    """Give entries placed a second, with the second pass over what they grew counted in, and the pass's seconds.

    The large window is filled, and measured, without second passes: it takes long enough.
    """
    begin, index, source = datetime(2031, 3, 1, tzinfo=UTC), StoryIndex(lexicon()), disguised()
    dated = (
        replace(entry, published=begin + SPAN * (number / window), first_seen=begin)
        for number, entry in enumerate(source)
    )
    for entry in islice(dated, window):
        index.place(entry)
        if window <= WINDOW and entry.id % 5_000 == 0:
            index.second_pass()
    if window <= WINDOW:
        index.second_pass()
    new = list(islice(dated, EMBEDDED if embedder else JOINED))
    # Embedded are as many headlines as they stand: made-up words are cut into letters, which no real text is.
    texts = [gist(entry) for entry in islice(disguised(), len(new))]
    if embedder:
        embedder.embed(texts[:1])  # the model is read once a process
    started = time.perf_counter()
    meanings = embedder.embed(texts) if embedder else [None] * len(new)
    for entry, meaning in zip(new, meanings, strict=True):
        index.place(entry, meaning)
    placed = time.perf_counter() - started
    if window <= WINDOW:
        index.second_pass()
    whole = time.perf_counter() - started
    return len(new) / placed, len(new) / whole, whole - placed


async def _live(entries: Sequence[Labelled], embedder: Embedder | None) -> Lived:
    async with open_store(":memory:") as store:
        return await live(store, entries, embedder=embedder)


def main(arguments: Sequence[str] = ()) -> int:
    """Print both tables."""
    console, encoder = Console(), sentence_encoder()
    rates = Table(
        "window", "signal", "placed/s", "with the second pass", "pass, s", "peak MB", title="joining, one core"
    )
    for window in (WINDOW, LARGE_WINDOW) if "--large" in arguments else (WINDOW,):
        for name, embedder in (("words", None), ("with the extra", encoder)):
            if name == "words" or embedder:
                placed, whole, seconds = join_rate(window, embedder)
                rates.add_row(
                    f"{window:,}",
                    name,
                    f"{placed:,.0f}",
                    f"{whole:,.0f}",
                    f"{seconds:.1f}",
                    f"{peak_mb([os.getpid()]):.0f}",
                )
    console.print(rates)
    entries = fortnight()
    told = Table("signal", "twice in one digest", "repeats", "true updates told", "reprints: precision", "recall",
                 title=f"the fortnight: {len(entries)} entries, 28 digests")  # fmt: skip
    ranked = Table("signal", "as ranked", "by size", "by recency", title="order beside an editor's list, nDCG@10")
    for name, embedder in (("words", None), ("with the extra", encoder)):
        if name == "words" or embedder:
            lived = asyncio.run(_live(entries, embedder))
            verdict, (found, wanted) = judge(lived), voice_pairs(lived)
            told.add_row(
                name, str(len(verdict.twice)), str(len(verdict.repeats)),
                f"{1 - len(verdict.missed) / verdict.updates:.3f} of {verdict.updates}",
                f"{len(found & wanted) / len(found):.3f}", f"{len(found & wanted) / len(wanted):.3f}",
            )  # fmt: skip
            order = orders(lived)
            ranked.add_row(name, *(f"{order[way]:.3f}" for way in ("as ranked", "by size", "by recency")))
    console.print(told)
    console.print(ranked)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
