"""Two feed readers written in C and C++, timed as programs where they are installed (Debian: newsboat, sfeed)."""

from __future__ import annotations

import os
import resource
import sqlite3
import subprocess
import time
from pathlib import Path
from shutil import which

COMMANDS = {"newsboat": "newsboat", "sfeed": "sfeed_update"}
JOBS = 8  # sfeed_update's own default


def installed(name: str) -> bool:
    """Tell whether a program is here."""
    return which(COMMANDS[name]) is not None


def newsboat(urls: list[str], folder: Path) -> dict[str, float]:
    """Reload twice, eight threads; entries are stored in its SQLite cache."""
    (folder / "urls").write_text("\n".join(urls) + "\n")
    (folder / "config").write_text(f"reload-threads {JOBS}\n")
    files = ["-u", folder / "urls", "-C", folder / "config", "-c", folder / "cache.db"]
    command = [COMMANDS["newsboat"], *map(str, files), "-x", "reload"]
    first, unchanged = _timed(command), _timed(command)
    with sqlite3.connect(folder / "cache.db") as cache:
        read, entries = (
            cache.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] for table in ("rss_feed", "rss_item")
        )
    return _figures(read, entries, first, unchanged)


def sfeed(urls: list[str], folder: Path) -> dict[str, float]:
    """Update twice, eight jobs; each feed becomes a text file."""
    feeds = "\n".join(f"feed '{number}' '{url}'" for number, url in enumerate(urls))
    (folder / "sfeedrc").write_text(f'sfeedpath="{folder}/feeds"\nmaxjobs={JOBS}\nfeeds() {{\n{feeds}\n}}\n')
    (folder / "feeds").mkdir()
    command = [COMMANDS["sfeed"], str(folder / "sfeedrc")]
    first, unchanged = _timed(command), _timed(command)
    lines = [len(file.read_bytes().splitlines()) for file in (folder / "feeds").iterdir()]
    return _figures(sum(map(bool, lines)), sum(lines), first, unchanged)


def _timed(command: list[str]) -> float:
    started = time.perf_counter()
    environment = os.environ | {"LC_ALL": "C.UTF-8"}
    subprocess.run(command, check=True, capture_output=True, timeout=500, env=environment)
    return time.perf_counter() - started


def _figures(read: int, entries: int, first: float, unchanged: float) -> dict[str, float]:
    return {
        "read": read,
        "entries": entries,
        "first": read / first,
        "unchanged": read / unchanged,
        "stall_ms": float("nan"),
        "peak_mb": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
    }
