"""How well sentence ends are found, beside the library alone: `python -m tests.benchmarks.sentences`.

Labelled texts count when all their sentences are found to the character. Lines of real news are joined in pairs: the
joint is the one end to be found (a line may hold two sentences or a heading, so neither column can reach 1).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import sentencex
from rich.console import Console
from rich.table import Table

from digests.core.text import sentences
from tests.data_path import ROOT

LABELLED = "text/sentence_splits.json"
LINES = "text/languages"
CODES = {
    "amharic": "am", "arabic": "ar", "armenian": "hy", "bulgarian": "bg", "burmese": "my", "chinese": "zh",
    "danish": "da", "deutsch": "de", "dutch": "nl", "english": "en", "french": "fr", "greek": "el", "hindi": "hi",
    "italian": "it", "japanese": "ja", "kazakh": "kk", "marathi": "mr", "persian": "fa", "polish": "pl",
    "russian": "ru", "slovak": "sk", "spanish": "es", "urdu": "ur",
}  # fmt: skip

Splitter = Callable[[str, str], list[tuple[int, int]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Joints:
    """Of lines joined in pairs: joints found, ends found elsewhere, pairs."""

    found: int
    extra: int
    pairs: int

    def __str__(self) -> str:
        return f"{self.found / max(1, self.found + self.extra):.3f} / {self.found / self.pairs:.3f}"


def library(text: str, language: str) -> list[tuple[int, int]]:
    """Split each line by sentencex and nothing else."""
    spans, start = [], 0
    for line in text.split("\n"):
        for boundary in sentencex.get_sentence_boundaries(language, line) if line.strip() else ():
            at, end = boundary["start_index"], boundary["end_index"]
            part = line[at:end]
            if part.strip():
                lead, tail = len(part) - len(part.lstrip()), len(part) - len(part.rstrip())
                spans.append((start + at + lead, start + end - tail))
        start += len(line) + 1
    return spans


def ours(text: str, language: str) -> list[tuple[int, int]]:
    return [(start, end) for start, end in sentences(text, language)]


def exact(split: Splitter) -> tuple[Counter[str], Counter[str]]:
    """Count the labelled texts that are split as their labels say, and all of them, by language."""
    right, total = Counter[str](), Counter[str]()
    for case in json.loads((ROOT / LABELLED).read_text(encoding="utf-8")):
        text, language = case["text"], case["lang"]
        parts = [text[start:end] for start, end in split(text, CODES[language])]
        right[language] += parts == [part.strip() for part in case["sentences"]]
        total[language] += 1
    return right, total


def joints(split: Splitter) -> Iterator[tuple[str, Joints]]:
    """Give what was found between joined lines, by language."""
    for file in sorted((ROOT / LINES).glob("*.txt")):
        lines = [line.strip() for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        found = extra = 0
        for first, second in zip(lines[::2], lines[1::2], strict=False):
            text = f"{first} {second}"
            ends = {end for _, end in split(text, file.stem)} - {len(text)}
            found += len(first) in ends
            extra += len(ends - {len(first)})
        yield file.stem, Joints(found=found, extra=extra, pairs=len(lines) // 2)


def main() -> None:
    (alone, total), (mended, _) = exact(library), exact(ours)
    labelled = Table("language", "texts", "library", "ours", title="texts split as labelled")
    for language in sorted(total):
        labelled.add_row(language, str(total[language]), str(alone[language]), str(mended[language]))
    labelled.add_row("all", str(total.total()), str(alone.total()), str(mended.total()))
    joined = Table("language", "library", "ours", title="lines joined in pairs: precision / recall of ends")
    for (language, before), (_, after) in zip(joints(library), joints(ours), strict=True):
        joined.add_row(language, str(before), str(after))
    console = Console()
    console.print(labelled)
    console.print(joined)


if __name__ == "__main__":
    main()
