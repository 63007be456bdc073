"""The bar that long work shows on a terminal. In a pipe there is none."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeAlias

Advance: TypeAlias = Callable[[int, int], None]
"""Takes how much is done, and of how much."""


@contextmanager
def progress_bar() -> Iterator[Advance]:
    """Give what moves the bar on stderr; it is gone at the end, so that only results stay."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("", total=None)
        yield lambda done, total: progress.update(bar, completed=done, total=total)
