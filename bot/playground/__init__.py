"""The playground: an invented wire of news. It imports nothing of the rest of `bot`, nor is imported by it.

Fourteen feeds of outlets, people and towns that do not exist, dated 24 February to 9 March 2031, in English, German,
Spanish and Ukrainian, as RSS 2.0, Atom, RDF and JSON Feed, one of them in windows-1252: reprints, updates with new
numbers, contradictions, opinion pieces, paywalled excerpts, and pairs that look like one story and are two.
"""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

LABELS = "stories.json"


def wire_files() -> tuple[Path, ...]:
    """Give the wire's feed files by name."""
    return tuple(sorted(path for path in _folder().iterdir() if path.name != LABELS))


def wire_stories() -> dict[tuple[str, str], str]:
    """Give which story each entry tells: (file name, guid) → label. Entries in two languages may tell one story."""
    labels = json.loads((_folder() / LABELS).read_text(encoding="utf-8"))
    return {(label["feed"], label["guid"]): label["story"] for label in labels}


def wire_kinds() -> dict[tuple[str, str], tuple[str, str]]:
    """Give the story and the kind of each entry: report, reprint, update, opinion or excerpt."""
    labels = json.loads((_folder() / LABELS).read_text(encoding="utf-8"))
    return {(label["feed"], label["guid"]): (label["story"], label["kind"]) for label in labels}


def _folder() -> Path:
    return Path(str(files(__name__) / "wire"))  # pip and the container unpack packages, so it is a folder
