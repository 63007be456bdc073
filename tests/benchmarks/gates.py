"""What the gates stop and what they wrongly stop: `python -m tests.benchmarks.gates`.

One column is of material no rule was shaped on, the other of the half that shaped them.
"""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from tests.core.gates.figures import REACH, WRONGLY, Shares, of_faithful, of_mutants, true, untrue


def main() -> None:
    """Print both tables."""
    unseen, shaping = (of_mutants(untrue(half, with_third_party=True)) for half in ("unseen", "shaping"))
    stopped = Table("mutant", "n", "unseen", "n", "shaping", "reach", title="untrue sentences stopped")
    for kind, reach in REACH.items():
        stopped.add_row(kind, *_cells(unseen, kind), *_cells(shaping, kind), f"{reach:.2f}")
    stopped.add_row(
        "all", str(unseen.total.total()), f"{unseen.overall:.3f}", str(shaping.total.total()), f"{shaping.overall:.3f}"
    )
    after, before = (of_faithful(true(half, with_third_party=True)) for half in ("unseen", "shaping"))
    wrongly = Table("faithful", "n", "unseen", "n", "shaping", "reach", title="faithful sentences wrongly stopped")
    for kind in ("by hand", "by rule"):
        wrongly.add_row(kind, *_cells(after, kind), *_cells(before, kind))
    wrongly.add_row(
        "all",
        str(after.total.total()),
        f"{after.overall:.3f}",
        str(before.total.total()),
        f"{before.overall:.3f}",
        f"{WRONGLY}",
    )
    console = Console()
    console.print(stopped)
    console.print(wrongly)
    console.print(f"a sentence: {unseen.milliseconds:.2f} ms (mutants), {after.milliseconds:.2f} ms (faithful)")


def _cells(shares: Shares, kind: str) -> tuple[str, str]:
    return str(shares.total[kind]), f"{shares.of(kind):.3f}"


if __name__ == "__main__":
    main()
